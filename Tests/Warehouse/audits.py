"""Statements of `hsi sql --audit` against the tables of `hsi audit`, to 1e-9."""

import math

from cases import TOLERANCE, Case, Refused

QUERIES = ("leave-one-out", "correlations", "importance")


class Audit:
    """What the program says of a case, and what statements give beside it."""

    def __init__(self, engine, case, expected):
        self.engine, self.case, self.expected = engine, case, expected
        self.greatest, self.done, self.refused = 0.0, 0, 0

    def statement(self, query, shape):
        return self.case.statement(self.engine.name, shape, "--audit", query)

    def table(self, query):
        return self.case.program.table("audit", *self.case.options, "--table", query, "--format", "csv", folder=self.case.folder)

    def same(self, given, wanted, what):
        wanted = float(wanted) if wanted not in ("", None) else None
        assert (given is None) == (wanted is None), (self.case.label, what, given, wanted)
        if wanted is not None:
            difference = abs(float(given) - wanted)
            assert difference <= TOLERANCE, (self.case.label, what, given, wanted)
            self.greatest = max(self.greatest, difference)

    def check(self, shape):
        for query in QUERIES:
            try:
                statement = self.statement(query, shape)
            except Refused as refusal:
                assert "[not-in-sql]" in str(refusal), refusal
                self.refused += 1
                if query == "importance":
                    assert not self.rows_of_importance(), (self.case.label, "the program has an importance")
                continue
            rows = self.engine.query(statement)
            {"leave-one-out": self.omissions, "correlations": self.correlations, "importance": self.importance}[query](rows)
            self.done += 1

    def omissions(self, rows):
        """The mean and the greatest move of ranks without each dimension."""
        moves = {}
        for row in rows:
            moves.setdefault(row["node"], []).append(abs(row["rank_without"] - row["rank_with"]))
        # The program estimates anew without a dimension; a statement cannot.
        if self.case.is_estimated:
            assert moves or not any(row["rank"] for row in self.expected.values()), self.case.label
            return
        dimensions = {name for row in self.case.cells for name in [row["dimension"].split("/")[0]]}
        for row in self.table("leave-one-out"):
            if row["node"] in dimensions:
                own = moves.pop(row["node"], [])
                self.same(sum(own) / len(own) if own else 0, row["mean_shift"], "mean shift without " + row["node"])
                self.same(max(own, default=0), row["max_shift"], "greatest shift without " + row["node"])
        assert not moves, (self.case.label, moves)

    def correlations(self, rows):
        by_node = {row["node"]: row for row in rows}
        for wanted in self.table("correlations"):
            given = by_node.get(wanted["indicator"])
            for column, text in wanted.items():
                if column.startswith(("r_", "n_")):
                    # A node that no ranked unit has a score of has no row.
                    value = given[column] if given else (None if column.startswith("r_") else 0)
                    if column.startswith("r_") and self.is_noise(wanted["indicator"], column[2:]):
                        continue
                    self.same(value, text, "%s of %s" % (column, wanted["indicator"]))
        for node, given in by_node.items():
            if not self.is_noise(node, "score"):
                self.same(given["r_index"], self.with_index(node), "r_index of " + node)

    def is_noise(self, *nodes):
        """Whether a score differs among ranked units by rounding alone: what goes with that is chance."""
        for node in nodes:
            scores = [row[node] for row in self.expected.values() if row["rank"] and row[node] is not None]
            if scores and 0 < max(scores) - min(scores) < 1e-9:
                return True
        return False

    def with_index(self, node):
        """Pearson's correlation with the index over ranked units, by its definition."""
        pairs = [(row[node], row["score"]) for row in self.expected.values() if row["rank"] and row[node] is not None]
        if len(pairs) < 3:
            return None
        means = [math.fsum(pair[side] for pair in pairs) / len(pairs) for side in (0, 1)]
        xx, yy, xy = (math.fsum((pair[a] - means[a]) * (pair[b] - means[b]) for pair in pairs) for a, b in ((0, 0), (1, 1), (0, 1)))
        varies = all(len({pair[side] for pair in pairs}) > 1 for side in (0, 1))
        return xy / math.sqrt(xx * yy) if varies else None

    def rows_of_importance(self):
        try:
            return self.table("importance")
        except Refused:
            return []

    def importance(self, rows):
        by_node = {row["node"]: row for row in rows}
        wanted = self.rows_of_importance()
        if self.is_noise("score"):
            return
        assert set(by_node) == {row["node"] for row in wanted}, (self.case.label, set(by_node))
        for row in wanted:
            self.same(by_node[row["node"]]["weight"], row["weight"], "weight of " + row["node"])
            self.same(by_node[row["node"]]["covariance_share"], row["covariance_share"], "share of " + row["node"])


def check(engine, kept):
    """Of made indices, every third lens; in Spark, which takes a second for a statement, every twelfth."""
    done, refused, greatest = 0, 0, 0.0
    for own in kept[::3 if engine.name != "spark" else 12]:
        audit = Audit(engine, own.case, own.expected)
        for shape in own.statements:
            engine.load(own.tables[shape])
            audit.check(shape)
        done, refused, greatest = done + audit.done, refused + audit.refused, max(greatest, audit.greatest)
    print("%s: %d statements of --audit on made indices (%d refused) give the tables of hsi audit; greatest difference %.3g" % (
        engine.name, done, refused, greatest))


def check_shipped(engine, program, root, names, year):
    """Of the shipped lenses, from wide figures."""
    done, greatest = 0, 0.0
    for name in names:
        case = Case(program, root, name, year, name)
        expected = case.expected()
        engine.load({table: case.table(table, "wide") for table in ("figures", "units")})
        audit = Audit(engine, case, expected)
        audit.check("wide")
        done, greatest = done + audit.done, max(greatest, audit.greatest)
    print("%s: %d statements of --audit of shipped lenses for %d; greatest difference %.3g" % (engine.name, done, year, greatest))
