"""Figures of `hsi export --to parquet --shape` are what the statement of that input reads."""

import tempfile
from pathlib import Path

from cases import Case, Refused, faults

YEAR = 2022
# With parts estimated and without; indicators that are rates, means and pooled rates are among both.
LENSES = ("undp-1994", "equal-indicators")


def check(engine, program, root):
    greatest, done = 0.0, 0
    with tempfile.TemporaryDirectory(prefix="hsi-parquet-") as name:
        for lens in LENSES:
            case = Case(program, root, lens, YEAR, lens)
            expected = case.expected()
            estimates = len(case.estimates()) if case.is_estimated else 0
            assert not case.is_estimated or estimates > 100, estimates
            for shape in ("long", "wide"):
                file = Path(name) / ("%s-%s.parquet" % (lens, shape))
                program("export", "--to", "parquet", "--shape", shape, "--output", file, *case.options, folder=root)
                engine.load({"units": case.table("units", shape)})
                engine.connection.execute("DROP TABLE IF EXISTS figures")
                engine.connection.execute("CREATE VIEW figures AS FROM read_parquet('%s')" % file)
                try:
                    assert engine.query(case.statement("duckdb", shape, "--checks")) == [], (lens, shape)
                    found, difference = faults(engine.query(case.statement("duckdb", shape)), expected)
                    assert not found, "%s from %s Parquet: %s" % (lens, shape, "; ".join(found[:5]))
                    marked = marks(engine, shape)
                finally:
                    engine.connection.execute("DROP VIEW figures")
                assert marked == estimates, (lens, shape, marked, estimates)
                greatest, done = max(greatest, difference), done + 1
        try:
            program("export", "--to", "parquet", "--shape", "wide", "--output", Path(name) / "x", "--lens", "pca", folder=root)
        except Refused as refusal:
            assert "not-in-sql" in str(refusal), refusal
        else:
            raise AssertionError("figures are exported for a statement that there is not")
    print("%s: %d exports of figures to Parquet, read by their statements; greatest difference %.3g" % (
        engine.name, done, greatest))


def marks(engine, shape):
    """How many cells are marked as estimated."""
    columns = [row["column_name"] for row in engine.query("DESCRIBE figures") if row["column_name"].startswith("estimate")]
    return sum(engine.query('SELECT COUNT("%s") AS n FROM figures' % column)[0]["n"] for column in columns)
