"""What a statement is to give: the scores of the program, read from what `hsi score` prints."""

import csv
import io
import subprocess

TOLERANCE = 1e-9
ABOUT = ("year", "rank", "iso3", "country", "score", "coverage", "status", "rank_p05", "rank_p95", "reliability", "tier")


class Refused(Exception):
    """The program does not do what it was asked, for a reason that it gives."""


class Program:
    def __init__(self, path):
        self.path = str(path)

    def __call__(self, *arguments, folder):
        done = subprocess.run([self.path, *map(str, arguments)], cwd=folder, capture_output=True, text=True)
        if done.returncode:
            raise Refused(done.stderr)
        return done.stdout

    def table(self, *arguments, folder):
        return list(csv.DictReader(io.StringIO(self(*arguments, folder=folder))))


class Case:
    """A lens upon a folder of figures in a year."""

    def __init__(self, program, folder, lens, year, label):
        self.program, self.folder, self.lens, self.year, self.label = program, folder, lens, year, label
        # Whether the lens has parts estimated that a unit lacks.
        self.is_estimated = 'impute = "components"' in (folder / "Weights" / (lens + ".toml")).read_text(encoding="utf-8")
        self.options = ["--lens", lens, "--year", year]

    def statement(self, dialect, shape, *more):
        return self.program("sql", *self.options, "--dialect", dialect, "--input", shape, *more, folder=self.folder)

    def table(self, name, shape):
        """A table as the program writes it: its columns, and rows of values."""
        rows = self.program.table("sql", *self.options, "--table", name, "--input", shape, folder=self.folder)
        columns = list(rows[0])
        return columns, [[self.value(column, row[column]) for column in columns] for row in rows]

    @staticmethod
    def value(column, text):
        if text == "":
            return None
        if column in ("unit", "indicator", "region", "income_group"):
            return text
        if column.startswith("un_"):
            return text == "true"
        return int(text) if column == "year" else float(text)

    def expected(self):
        """Of each unit its rank, status, coverage, and the scores of all nodes by name; None where there is none."""
        units = {}
        years = "%s-%s" % (self.year, self.year)
        for row in self.program.table("score", "--lens", self.lens, "--years", years, "--format", "csv", folder=self.folder):
            nodes = {name: float(text) if text else None for name, text in row.items() if name not in ABOUT}
            units[row["iso3"]] = {"rank": int(row["rank"]) if row["rank"] else None, "status": row["status"],
                                  "score": float(row["score"]) if row["score"] else None,
                                  "coverage": float(row["coverage"]), **nodes}
        self.cells = self.program.table(
            "score", *self.options, "--level", "indicator", "--format", "csv", folder=self.folder)
        for row in self.cells:
            units[row["iso3"]][row["indicator"]] = float(row["normalised"]) if row["normalised"] else None
        return units

    def long(self, figures):
        """The long table of figures as they were made; with estimates, where `expected` has read some, beside them."""
        if not self.is_estimated:
            return ["unit", "indicator", "year", "value"], figures
        cells = {(unit, indicator, year): [value, None] for unit, indicator, year, value in figures}
        for (unit, indicator), score in self.estimates().items():
            cells.setdefault((unit, indicator, int(self.year)), [None, None])[1] = score
        return ["unit", "indicator", "year", "value", "estimate"], [[*key, *cell] for key, cell in cells.items()]

    def wide(self):
        """The wide table, of the cells that `expected` has read: values of a unit's own, none imputed, and estimates."""
        columns = list(dict.fromkeys(row["indicator"] for row in self.cells))
        values = {row["iso3"]: dict.fromkeys(columns) for row in self.cells}
        for row in self.cells:
            if row["status"] in ("observed", "carried"):
                values[row["iso3"]][row["indicator"]] = float(row["value"])
        if not self.is_estimated:
            return ["unit"] + columns, [[unit, *own.values()] for unit, own in values.items()]
        scores = self.estimates()
        return (["unit"] + columns + ["estimate of " + name for name in columns],
                [[unit, *own.values(), *(scores.get((unit, name)) for name in columns)] for unit, own in values.items()])

    def estimates(self):
        """The scores that the program estimated, by unit and indicator."""
        return {(row["iso3"], row["indicator"]): float(row["normalised"]) for row in self.cells if row["status"] == "imputed"}


def faults(rows, expected):
    """Where rows differ from what is expected, in words, and the greatest difference of two numbers."""
    found, greatest = [], 0.0
    by_unit = {row["unit"]: row for row in rows}
    if len(rows) != len(expected) or set(by_unit) != set(expected):
        return ["%d rows for %d units" % (len(rows), len(expected))], greatest
    for unit, wanted in expected.items():
        row = by_unit[unit]
        for name, value in wanted.items():
            given = row[name]
            if isinstance(value, float) and isinstance(given, (int, float)):
                difference = abs(value - given)
                # What is not a number is no less than anything.
                if not difference <= TOLERANCE:
                    found.append("%s of %s is %r, not %r" % (name, unit, given, value))
                else:
                    greatest = max(greatest, difference)
            elif value != given:
                found.append("%s of %s is %r, not %r" % (name, unit, given, value))
    return found, greatest
