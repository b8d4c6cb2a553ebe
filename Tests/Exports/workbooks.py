"""The workbooks that calculate, recalculated by LibreOffice and held against the program.

Every formula is emptied of the number that it carries before LibreOffice sees it, so that what is compared is
computed there.
"""

import csv
import io
import re
import subprocess
import zipfile
from pathlib import Path

import openpyxl

TOLERANCE = 1e-9

# Recalculate whatever is loaded: 0 is "always".
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""


def run(program, *arguments, folder, **more):
    done = subprocess.run([str(program), *map(str, arguments)], cwd=folder, capture_output=True, text=True,
                          **more)
    assert done.returncode == 0, "%s: %s" % (arguments, done.stderr)
    return done.stdout


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def recalculated(books, scratch):
    """The workbooks as LibreOffice computes them, one call for all of them."""
    profile, out = scratch / "profile", scratch / "recalculated"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    subprocess.run(
        ["soffice", "-env:UserInstallation=file://%s" % profile, "--headless", "--convert-to", "xlsx",
         "--outdir", str(out), *map(str, books)], check=True, capture_output=True, timeout=300)
    return [openpyxl.load_workbook(out / book.name, data_only=True) for book in books]


def changed(source, target, changes):
    """A copy with some input cells changed: (sheet, text of column A, column from 0, value)."""
    book = openpyxl.load_workbook(source)
    for sheet, key, column, value in changes:
        found = [row for row in book[sheet].iter_rows() if row[0].value == key]
        assert len(found) == 1, (sheet, key)
        found[0][column].value = value
    book.save(target)
    return target


def emptied(source, target):
    """A copy whose formulas carry no value."""
    with zipfile.ZipFile(source) as parts, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as copy:
        count = 0
        for name in parts.namelist():
            content = parts.read(name)
            if name.startswith("xl/worksheets/"):
                content, own = re.subn(rb"</f><v>[^<]*</v>", b"</f>", content)
                count += own
            copy.writestr(name, content)
    assert count > 0, "no formula carries a value"
    return target


def same(got, want, where):
    """Compares a cell of a workbook with a text of CSV, empty for none."""
    if want == "":
        assert got in (None, ""), "%s: %r where nothing should be" % (where, got)
    else:
        assert isinstance(got, (int, float)), "%s: %r, not %s" % (where, got, want)
        assert abs(got - float(want)) <= TOLERANCE * max(1, abs(float(want))), "%s: %r, not %s" % (where, got, want)


def by_code(sheet, first=7):
    """The rows of countries of a sheet, by code."""
    return {row[0]: row for row in sheet.iter_rows(min_row=first, values_only=True) if row[0]}


def check_index(book, scores, label, ranks_only=False):
    """Scores and ranks of the index, and who is not ranked."""
    sheet = by_code(book["Index"])
    assert len(sheet) == len(scores), label
    for score in scores:
        row = sheet[score["iso3"]]
        same(row[2], score["rank"], "%s, rank of %s" % (label, score["iso3"]))
        same(row[3], score["score"], "%s, score of %s" % (label, score["iso3"]))
        assert (row[4] == "ranked") == (score["status"] == "ranked"), (label, score["iso3"], row[4])
        if not ranks_only:
            same(row[9], score["coverage"], "%s, coverage of %s" % (label, score["iso3"]))


def check_nodes(book, scores, label):
    """Every dimension and component that the scores have as a column."""
    compared = 0
    own = {score["iso3"]: score for score in scores}
    for name in ["Dimensions", "Components"]:
        if name not in book.sheetnames:
            continue
        sheet = book[name]
        heads = {column: sheet.cell(3, column).value for column in range(3, sheet.max_column + 1)}
        for column, head in heads.items():
            # A node's own score stands where the row below its name has no share.
            if head not in scores[0] or sheet.cell(4, column).value is not None:
                continue
            for row in range(7, sheet.max_row + 1):
                code = sheet.cell(row, 1).value
                same(sheet.cell(row, column).value, own[code][head], "%s, %s of %s" % (label, head, code))
                compared += 1
    assert compared > 0, label


def check_cells(book, cells, label):
    """Every normalised score."""
    sheet = book["Normalised"]
    columns = {sheet.cell(2, column).value: column for column in range(3, sheet.max_column + 1)}
    places = {sheet.cell(row, 1).value: row for row in range(7, sheet.max_row + 1)}
    for cell in cells:
        got = sheet.cell(places[cell["iso3"]], columns[cell["indicator"]]).value
        same(got, cell["normalised"], "%s, %s of %s" % (label, cell["indicator"], cell["iso3"]))


def cached(path):
    """What the formulas carry before anybody recalculates."""
    return openpyxl.load_workbook(path, data_only=True)
