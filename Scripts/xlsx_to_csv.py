#!/usr/bin/env python3
"""Writes a sheet of an Excel workbook as CSV, to be read by `hsi import`.

xlsx_to_csv.py FILE.xlsx [SHEET] > FILE.csv

SHEET is the name of a sheet; default: the first. Values are written as the file stores them, without the formats in
which Excel shows them; rows and columns that are hidden are written too. Merged cells have their value in the first.
"""

import csv
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def shared_strings(book):
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    items = tree.fromstring(book.read("xl/sharedStrings.xml"))
    return ["".join(part.text or "" for part in item.iter(f"{MAIN}t")) for item in items]


def path_of(book, wanted):
    """The member that holds a sheet; the first where no name is given."""
    sheets = tree.fromstring(book.read("xl/workbook.xml")).iter(f"{MAIN}sheet")
    names = {sheet.get("name"): sheet.get(RELATION) for sheet in sheets}
    if wanted is not None and wanted not in names:
        sys.exit(f"there is no sheet \"{wanted}\"; there are: {', '.join(names)}")
    relation = names[wanted] if wanted is not None else next(iter(names.values()))
    targets = tree.fromstring(book.read("xl/_rels/workbook.xml.rels")).iter(f"{PACKAGE}Relationship")
    target = next(item.get("Target") for item in targets if item.get("Id") == relation)
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def column(reference):
    """The place of a cell such as AB12 in its row, from 0."""
    place = 0
    for letter in re.match(r"[A-Z]+", reference).group():
        place = place * 26 + ord(letter) - 64
    return place - 1


def text(cell, strings):
    if cell.get("t") == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{MAIN}t"))
    value = cell.find(f"{MAIN}v")
    if value is None or value.text is None:
        return ""
    return strings[int(value.text)] if cell.get("t") == "s" else value.text


def fields(row, strings):
    found = []
    for cell in row:
        place = column(cell.get("r")) if cell.get("r") else len(found)
        found += [""] * (place - len(found))
        found.append(text(cell, strings))
    return found


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    with zipfile.ZipFile(sys.argv[1]) as book:
        strings = shared_strings(book)
        sheet = tree.fromstring(book.read(path_of(book, sys.argv[2] if len(sys.argv) > 2 else None)))
    rows = [fields(row, strings) for row in sheet.iter(f"{MAIN}row")]
    # Excel stores no empty cells at the end of a row.
    width = max((len(row) for row in rows), default=0)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerows(row + [""] * (width - len(row)) for row in rows)


if __name__ == "__main__":
    main()
