#!/usr/bin/env python3
"""Writes the tables of DATA.md anew from the catalogue and the figures.

data_tables.py [--check]

Between `<!-- table: NAME -->` and `<!-- /table -->` stands one row an indicator: of a dimension, of `kinds`, of
`restricted` or `to-be-fetched`. --check fails where the page is out of date.
"""

import csv
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "DATA.md"
BLOCK = re.compile(r"(<!-- table: ([a-z-]+) -->\n)(.*?)(<!-- /table -->)", re.S)
KINDS = {
    "measured": "counted, registered, accounted for, or taken by instruments",
    "survey": "asked of samples of people or households",
    "estimate": "worked out by a model where nobody counts, or from several of the other kinds",
    "expert": "the judgement of experts, or an average of such judgements",
}


def rows(path):
    with open(ROOT / "Data" / path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CATALOGUE = rows("indicators.csv")
MEMBERS = {row["iso3"] for row in rows("countries.csv") if row["un_member"] == "true"}


def is_here(row):
    return all((ROOT / "Data" / path.rstrip("?")).exists() for path in paths(row))


def paths(row):
    named = [part.split("#")[0].strip() for part in row["files"].split(";") if part.strip() not in ("", "?")]
    folder = row["dimension"].split("/")[0] + "/" if row["dimension"] else ""
    return named or [f"{folder}{row['id']}.csv"]


def figures(row):
    """The years, the members with any figure and those with one of the last ten years of the file."""
    found = [record for path in paths(row) for record in rows(path.rstrip("?"))]
    years = [int(record["year"]) for record in found]
    last = max(years)
    return (f"{min(years)}–{last}", len({r["iso3"] for r in found} & MEMBERS),
            len({r["iso3"] for r in found if int(r["year"]) > last - 10} & MEMBERS))


def posts(row):
    text = f"{row['worst']} to {row['best']}"
    return text if row["transform"] == "none" else f"{text} ({row['transform']})"


def cell(text):
    return text.replace("|", "\\|")


def table(head, body):
    lines = ["| " + " | ".join(head) + " |", "| " + " | ".join("---" for _ in head) + " |"]
    return "\n".join(lines + ["| " + " | ".join(cell(str(field)) for field in row) + " |" for row in body]) + "\n"


def scored(dimension):
    body = []
    for row in CATALOGUE:
        parts = row["dimension"].split("/", 1)
        if parts[0] != dimension or not is_here(row):
            continue
        name = f"`{row['id']}`" + (f" in `{parts[1]}`" if len(parts) > 1 else "")
        body.append([name, f"{row['name']}, {row['unit']}", row["producer"], row["licence"].split(";")[0],
                     *figures(row), posts(row)])
    return table(["indicator", "what it measures", "producer", "licence", "years", "members ever",
                  "members, last ten years of the file", "goalposts, worst to best"], body)


def kinds():
    here = [row for row in CATALOGUE if is_here(row)]
    return table(["kind", "what it means", "indicators"], [
        [f"`{kind}`", meaning, ", ".join(f"`{row['id']}`" for row in here if row["kind"] == kind)]
        for kind, meaning in KINDS.items()])


def absent(is_restricted):
    body = []
    for row in CATALOGUE:
        if not is_here(row) and row["licence"].startswith("restricted") == is_restricted:
            what = row["licence"].removeprefix("restricted:").strip() if is_restricted else row["reference"]
            body.append([f"`{row['id']}`", row["name"], row["source"], what])
    return table(["indicator", "what it measures", "source", "restriction" if is_restricted else "what to do"], body)


def content(name):
    if name == "kinds":
        return kinds()
    if name in ("restricted", "to-be-fetched"):
        return absent(name == "restricted")
    return scored(name)


def main():
    text = PAGE.read_text(encoding="utf-8")
    fresh = BLOCK.sub(lambda match: match[1] + content(match[2]) + match[4], text)
    if "--check" in sys.argv and fresh != text:
        sys.exit("DATA.md is out of date: run Scripts/data_tables.py")
    PAGE.write_text(fresh, encoding="utf-8")


if __name__ == "__main__":
    main()
