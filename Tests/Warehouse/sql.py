"""Proves the statements of `hsi sql`: python3 Tests/Warehouse/sql.py PROGRAM FOLDER [ENGINE]

FOLDER holds the packages of Python that Scripts/install-exports or install-warehouse installs. Without ENGINE DuckDB is
asked for everything; `postgres` and `spark` run the same indices elsewhere. An engine that is absent is said to be so.
"""

import math
import os
import shutil
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PROGRAM, PACKAGES = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
sys.path.insert(0, str(PACKAGES))
sys.path.insert(0, str(Path(__file__).parent))
os.environ["PYTHONPATH"] = str(PACKAGES)

import audits
import databases
import engines
import mutations
import parquet
import randoms
import worlds
from cases import Case, Program, Refused, faults

ROOT = Path(__file__).resolve().parent.parent.parent
ENGINE = sys.argv[3] if len(sys.argv) > 3 else "duckdb"
SEED = 20
WORLDS, RANDOM = 26, 200
SHAPES = ("long", "wide")
# What each of them is refused for.
NOT_EXPRESSED = {"benefit-of-the-doubt": ["benefit_of_the_doubt"], "pca": ["pca"]}
program = Program(PROGRAM)


class Prepared:
    """A lens with its statements and tables, and what the program makes of it."""

    def __init__(self, world, folder, lens, shapes):
        case = Case(program, folder, lens, worlds.YEAR, "%s, %s" % (world.name, lens))
        self.case, self.label, self.expected = case, case.label, case.expected()
        self.statements = {shape: case.statement(ENGINE, shape) for shape in shapes}
        units = ["unit", "un_member", "un_observer", "region", "income_group"], world.units()
        # Figures are as they were made; wide ones are what the program makes of them.
        figures = {"long": case.long(world.long()), "wide": case.wide()}
        self.tables = {shape: {"units": units, "figures": figures[shape]} for shape in shapes}


def prepared(world, folder, lens, shapes):
    """None for a lens that the program cannot score; of a made index that is a fault."""
    try:
        return Prepared(world, folder, lens, shapes)
    except Refused as refusal:
        if world.name.startswith("random"):
            return None
        raise AssertionError("%s, %s: %s" % (world.name, lens, refusal)) from refusal


def made(scratch, some, everything=True):
    """The lenses of made indices, prepared on two cores."""
    jobs = []
    with ThreadPoolExecutor(2) as pool:
        for world in some:
            world.write(scratch / world.name)
            # Both shapes share all but their first steps: of random lenses every fourth is proven in both.
            jobs += [pool.submit(prepared, world, scratch / world.name, lens, SHAPES if everything or not place % 4 else SHAPES[:1])
                     for place, lens in enumerate(world.lenses)]
        for job in jobs:
            if job.result():
                yield job.result()


def prove(engine, own):
    """Runs the statements; gives the greatest difference."""
    greatest = 0.0
    for shape in own.statements:
        engine.load(own.tables[shape])
        try:
            found, difference = faults(engine.query(own.statements[shape]), own.expected)
        except Exception as error:
            raise AssertionError("%s from %s figures: %s" % (own.label, shape, error)) from error
        assert not found, "%s from %s figures: %s" % (own.label, shape, "; ".join(found[:5]))
        greatest = max(greatest, difference)
    return greatest


def check_made(engine, scratch):
    kept = list(made(scratch, worlds.worlds()))
    greatest = max(prove(engine, own) for own in kept)
    print("%s: %d statements on %d made indices, every node, status and rank; greatest difference %.3g" % (
        engine.name, 2 * len(kept), len(list(worlds.worlds())), greatest))
    return kept


def check_whole(engine, kept):
    """An engine that is given the steps of a statement one by one gives the same of some statements as they are."""
    some = kept[::30]
    for own in some:
        for shape in SHAPES:
            engine.load(own.tables[shape])
            found, _ = faults(engine.whole(own.statements[shape]), own.expected)
            assert not found, "%s from %s figures, uncut: %s" % (own.label, shape, "; ".join(found[:5]))
    print("%s: statements are cut where their steps end, and run step by step; %d of them also uncut" % (
        engine.name, len(SHAPES) * len(some)))


def check_random(engine, scratch):
    some = [randoms.world(number, SEED) for number in range(WORLDS)]
    done, ranked, greatest = 0, 0, 0.0
    for own in made(scratch, some, everything=False):
        greatest = max(greatest, prove(engine, own))
        ranked += any(row["rank"] for row in own.expected.values())
        done += 1
    assert done >= RANDOM and ranked > done / 2, (done, ranked)
    print("%s: %d random lenses on %d random indices (seed %d), %d of them rank anyone; greatest difference %.3g" % (
        engine.name, done, WORLDS, SEED, ranked, greatest))


def expressed():
    """The shipped lenses that SQL expresses."""
    return sorted({path.stem for path in (ROOT / "Weights").glob("*.toml")} - set(NOT_EXPRESSED))


def check_shipped(engine):
    names = sorted(path.stem for path in (ROOT / "Weights").glob("*.toml"))
    year, done, greatest = 2023, 0, 0.0
    for name in names:
        case = Case(program, ROOT, name, year, name)
        if name in NOT_EXPRESSED:
            try:
                case.statement(engine.name, "long")
            except Refused as refusal:
                assert all(word in str(refusal) for word in NOT_EXPRESSED[name]), refusal
                continue
            raise AssertionError("%s is not refused" % name)
        expected = case.expected()
        for shape in SHAPES:
            own = {table: case.table(table, shape) for table in ("figures", "units")}
            engine.load(own)
            found, difference = faults(engine.query(case.statement(engine.name, shape)), expected)
            assert not found, "%s from %s figures: %s" % (name, shape, "; ".join(found[:5]))
            greatest, done = max(greatest, difference), done + 1
    print("%s: %d statements of shipped lenses for %d; refused: %s; greatest difference %.3g" % (
        engine.name, done, year, ", ".join(sorted(NOT_EXPRESSED)), greatest))


def check_proof():
    """`hsi sql --prove` on the shipped figures: all lenses, both shapes, and a word on those that SQL does not express."""
    lines = program("sql", "--prove", folder=ROOT).splitlines()
    names = sorted(path.stem for path in (ROOT / "Weights").glob("*.toml"))
    for name in names:
        own = [line for line in lines if line.startswith((name + ", ", name + ": "))]
        if name in NOT_EXPRESSED:
            assert len(own) == 1 and "SQL does not express" in own[0], own
            assert all(word in own[0] for word in NOT_EXPRESSED[name]), own
        else:
            assert len(own) == 2 and all("all statuses and ranks are the same" in line for line in own), own
    assert len(lines) == 2 * len(names) - len(NOT_EXPRESSED), lines
    print("\n".join(lines))


def check_faults(engine, scratch):
    """The statement of --checks lists what is wrong with tables, and nothing where nothing is."""
    world = next(world for world in worlds.worlds() if world.name == "ages")
    folder, lens = scratch / "faults", next(iter(world.lenses))
    world.write(folder)
    case, own = Case(program, folder, lens, worlds.YEAR, "faults"), Prepared(world, folder, lens, SHAPES)
    for shape, more, units, wanted in [
            ("long", [("AAA", "alpha", 2015, 3.0), ("ZZZ", "alpha", 2015, 3.0), ("AAA", "alhpa", 2015, 3.0),
                      ("BBB", "beta", 2019, math.nan)], [("BBB", True, False, "Here", None)],
             [("duplicate", "AAA", "alpha"), ("duplicate unit", "BBB", None), ("not finite", "BBB", "beta"),
              ("unknown indicator", None, "alhpa"), ("unknown unit", "ZZZ", None)]),
            ("wide", [["AAA", math.inf, 1.0, None]], [], [("duplicate unit", "AAA", None), ("out of domain", "AAA", "alpha")])]:
        statement = case.statement(engine.name, shape, "--checks")
        engine.load(own.tables[shape])
        assert engine.query(statement) == [], "a fault is found where there is none"
        (columns, rows), (about, listed) = own.tables[shape]["figures"], own.tables[shape]["units"]
        engine.load({"figures": (columns, rows + more), "units": (about, listed + units)})
        found = sorted((row["fault"], row["unit"], row["indicator"]) for row in engine.query(statement))
        assert found == wanted, found
    print("%s: every fault of the tables is listed by --checks, and no other" % engine.name)


def check_mutations(engine, kept):
    """Each wrong statement gives something else on one of the made indices at least."""
    survivors, unused = [], []
    for name, change in mutations.MUTATIONS.items():
        changed = [(own, shape, text) for own in kept for shape in SHAPES
                   for text in [change(own.statements[shape])] if text != own.statements[shape]]
        if not changed:
            unused.append(name)
        elif not any(is_caught(engine, text, own.tables[shape], own.expected) for own, shape, text in changed):
            survivors.append(name)
    assert not unused, "meet no statement: " + ", ".join(unused)
    assert not survivors, "are not caught: " + ", ".join(survivors)
    print("%s: %d wrong statements, each caught" % (engine.name, len(mutations.MUTATIONS)))


def is_caught(engine, statement, own, expected):
    engine.load(own)
    try:
        return bool(faults(engine.query(statement), expected)[0])
    except Exception as error:
        # A database that cannot read a statement proves nothing.
        assert type(error).__name__ not in ("ParserException", "BinderException", "CatalogException"), (statement, error)
        return True


def main():
    start = time.monotonic()
    try:
        engine = engines.ENGINES[ENGINE]()
    except engines.Missing as missing:
        print("skipped: %s" % missing)
        return
    scratch = Path(tempfile.mkdtemp(prefix="hsi-sql-"))
    try:
        kept = check_made(engine, scratch)
        if hasattr(engine, "whole"):
            check_whole(engine, kept)
        check_random(engine, scratch)
        check_faults(engine, scratch)
        audits.check(engine, kept)
        if ENGINE == "duckdb":
            check_proof()
            parquet.check(engine, program, ROOT)
            databases.check(program, ROOT, scratch)
            audits.check_shipped(engine, program, ROOT, expressed(), 2022)
            check_mutations(engine, kept)
        else:
            check_shipped(engine)
    finally:
        engine.close()
        shutil.rmtree(scratch, ignore_errors=True)
    print("%s: %.0f s" % (ENGINE, time.monotonic() - start))


if __name__ == "__main__":
    main()
