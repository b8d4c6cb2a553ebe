"""Reads what `hsi export` writes as others read it: python3 Tests/Exports/exports.py PROGRAM FOLDER

FOLDER holds the packages that Scripts/install-exports installs.
"""

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

PROGRAM, PACKAGES = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
sys.path.insert(0, str(PACKAGES))
sys.path.insert(0, str(Path(__file__).parent))

import duckdb
import frictionless
import pandas

import workbooks
import worlds
from workbooks import rows, run, same

ROOT = Path(__file__).resolve().parent.parent.parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(PACKAGES)}


def hsi(*arguments, folder=ROOT):
    return run(PROGRAM, *arguments, folder=folder, env=ENVIRONMENT)


def made(scratch):
    """A workbook of every method, and three of them with judgements changed."""
    folder = scratch / "made"
    folder.mkdir()
    lenses = worlds.write(folder)
    books, checks = [], []
    for lens in lenses:
        book = scratch / (lens + ".xlsx")
        hsi("export", "--to", "xlsx", "--output", book, "--lens", lens, "--year", "2020", folder=folder)
        books.append(workbooks.emptied(book, scratch / ("empty-%s.xlsx" % lens)))
        checks.append((lens, lens, folder, book))
    # A weight and a goalpost changed in the workbook, and in a lens of its own.
    for lens, key, text, changes in [
        ("geometric", "weight", 'one = 2.0\ntwo = 5.0\nthree = 0.0', [
            ("Weights", "two", 3, 5), ("Weights", "three", 3, 0)]),
        ("arithmetic", "goalpost", None, [("Goalposts", "alpha", 4, 2), ("Goalposts", "alpha", 5, 6)]),
        ("minmax", "direction", None, [("Goalposts", "delta", 4, 0), ("Goalposts", "delta", 5, 5)]),
    ]:
        name = "%s-%s" % (lens, key)
        toml = (folder / "Weights" / (lens + ".toml")).read_text(encoding="utf-8")
        if text:
            toml = toml.replace("one = 2.0\ntwo = 1.0\nthree = 1.0", text)
        else:
            sheet, indicator, _, worst = changes[0]
            toml += "[goalposts]\n%s = { worst = %s, best = %s }\n" % (indicator, worst, changes[1][3])
        (folder / "Weights" / (name + ".toml")).write_text(toml, encoding="utf-8")
        books.append(workbooks.changed(scratch / ("empty-%s.xlsx" % lens), scratch / ("empty-%s.xlsx" % name), changes))
        checks.append((name, name, folder, None))
    return books, checks


def shipped(scratch):
    """The shipped index, as it is and with another weight of health and of a component."""
    book = scratch / "index.xlsx"
    hsi("export", "--to", "xlsx", "--output", book)
    empty = workbooks.emptied(book, scratch / "empty-index.xlsx")
    changed = workbooks.changed(empty, scratch / "empty-changed.xlsx", [
        ("Weights", "health", 3, 3), ("Weights", "personal/war", 3, 5)])
    text = (ROOT / "Weights" / "undp-1994.toml").read_text(encoding="utf-8")
    lens = scratch / "changed.toml"
    lens.write_text(text.replace("health = 1.0", "health = 3.0").replace(
        '"personal/war" = 2.0', '"personal/war" = 5.0'), encoding="utf-8")
    return [empty, changed], [("shipped", "undp-1994", ROOT, book), ("changed weights", lens, ROOT, None)]


def check_workbooks(scratch):
    books, checks = made(scratch)
    more, others = shipped(scratch)
    done = workbooks.recalculated(books + more, scratch)
    for book, (label, lens, folder, original) in zip(done, checks + others):
        year = [] if folder == ROOT else ["--year", "2020"]
        scores = rows(hsi("score", "--format", "csv", "--lens", lens, *year, folder=folder))
        cells = rows(hsi("score", "--level", "indicator", "--format", "csv", "--lens", lens, *year, folder=folder))
        states = [book] + ([workbooks.cached(original)] if original else [])
        for state in states:
            workbooks.check_index(state, scores, label)
            workbooks.check_nodes(state, scores, label)
            workbooks.check_cells(state, cells, label)
        if original:
            ranked = [score for score in scores if score["rank"]]
            assert len(ranked) < len(scores) or folder == ROOT, label
    # A text that looks like a formula is a text.
    guide = workbooks.cached(scratch / "arithmetic.xlsx")["Goalposts"]
    assert any(cell.value == '=HYPERLINK("x")' and cell.data_type == "s" for cell in guide["B"]), "a formula got in"
    check_whatif(done[-1])
    print("workbooks: %d recalculated, every score and rank within %g" % (len(checks + others), workbooks.TOLERANCE))


def check_whatif(book):
    """What whatif says of two weights is what the workbook comes to, and ranks do move by them."""
    after = {row["iso3"]: row["after"] for row in rows(
        hsi("whatif", "--weight", "health=3", "--weight", "personal/war=5", "--format", "csv"))
        if row["record"] == "rank"}
    index = workbooks.by_code(book["Index"])
    for code, rank in after.items():
        same(index[code][2], rank, "whatif, rank of %s" % code)
    moved = sum(row[6] not in (0, "", None) for row in index.values())
    assert len(after) > 100 and moved > 50, (len(after), moved)


def check_tables(scratch):
    scores = pandas.read_csv(hsi_file(scratch, "scores.csv", "score", "--format", "csv"))
    total = scores["score"].sum()
    economic = scores["economic"].sum()

    package = scratch / "package"
    hsi("export", "--to", "datapackage", "--output", package)
    report = frictionless.validate(str(package / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])
    assert json.loads((package / "datapackage.json").read_text())["$schema"].endswith("/2.0/datapackage.json")
    assert abs(pandas.read_csv(package / "scores.csv")["score"].sum() - total) < 1e-9
    # Written again in place of the first, a file of the user's stays.
    (package / "notes.txt").write_text("mine")
    hsi("export", "--to", "datapackage", "--output", package)
    assert (package / "notes.txt").read_text() == "mine"

    sdmx = scratch / "scores.sdmx.csv"
    hsi("export", "--to", "sdmx", "--output", sdmx)
    table = pandas.read_csv(sdmx, dtype={"STRUCTURE_ID": str})
    assert list(table.columns[:3]) == ["STRUCTURE", "STRUCTURE_ID", "ACTION"]
    index = table[(table["NODE"] == "_T") & (table["MEASURE"] == "SCORE")]
    assert abs(index["OBS_VALUE"].sum() - total) < 1e-9
    assert not table.duplicated(["REF_AREA", "NODE", "MEASURE", "TIME_PERIOD"]).any()

    ddf = scratch / "ddf"
    hsi("export", "--to", "ddf", "--output", ddf)
    points = pandas.read_csv(ddf / "ddf--datapoints--score--by--country--node--time.csv")
    assert abs(points[points["node"] == "economic"]["score"].sum() - economic) < 1e-9
    concepts = set(pandas.read_csv(ddf / "ddf--concepts.csv")["concept"])
    for file in ddf.glob("*.csv"):
        assert set(pandas.read_csv(file).columns) - {"concept", "concept_type"} <= concepts, file
    assert frictionless.validate(str(ddf / "datapackage.json")).valid

    database = scratch / "index.sqlite"
    hsi("export", "--to", "sqlite", "--output", database)
    import sqlite3
    with sqlite3.connect(database) as connection:
        assert abs(connection.execute("SELECT SUM(score) FROM scores").fetchone()[0] - total) < 1e-9
        best = connection.execute("SELECT country FROM scores WHERE rank = 1").fetchone()[0]
    assert best == scores["country"][0]

    parquet = scratch / "index.parquet"
    hsi("export", "--to", "parquet", "--output", parquet)
    got = duckdb.execute("SELECT SUM(value) FROM read_parquet($1) WHERE node = 'index' AND measure = 'score'",
                         [str(parquet)]).fetchone()[0]
    assert abs(got - total) < 1e-9

    crate = scratch / "crate"
    hsi("export", "--to", "rocrate", "--output", crate, "--date", "2024-05-31")
    graph = {item["@id"]: item for item in json.loads((crate / "ro-crate-metadata.json").read_text())["@graph"]}
    assert graph["./"]["datePublished"] == "2024-05-31" and graph["./"]["license"]
    import hashlib
    for part in graph["./"]["hasPart"]:
        bytes_ = (crate / part["@id"]).read_bytes()
        assert graph[part["@id"]]["sha256"] == hashlib.sha256(bytes_).hexdigest(), part
    inputs = graph["#run"]["object"]
    assert {"@id": "#Data/indicators.csv"} in inputs and {"@id": "#Weights/undp-1994.toml"} in inputs
    print("tables: datapackage, sdmx, ddf, sqlite, parquet and rocrate read back")


def hsi_file(scratch, name, *arguments):
    path = scratch / name
    path.write_text(hsi(*arguments), encoding="utf-8")
    return path


def main():
    scratch = Path(tempfile.mkdtemp(prefix="hsi-exports-"))
    try:
        check_tables(scratch)
        check_workbooks(scratch)
    finally:
        shutil.rmtree(scratch)


main()
