#!/usr/bin/env python3
"""Adds up the displaced people of each country of origin, for `hsi import --indicator displaced-persons`.

displaced_persons.py IDPS.csv REFUGEES.csv ASYLUM.csv UNRWA.csv > displaced-persons.csv

The first three are UNHCR's series by country and year in Gapminder's layout (country,time,value): people displaced
within their country, refugees by origin, asylum seekers by origin. A year needs all three. The refugees of Palestine
are under the mandate of UNRWA, not of UNHCR: UNRWA.csv has their number, which is added, and years without it are left
out for Palestine, since UNHCR alone knows one in forty.
"""

import csv
import sys

PALESTINE = "PSE"


def series(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    return {(row[0].upper(), int(row[1])): float(row[2]) for row in rows[1:] if row[2]}


def unrwa(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    top = next(place for place, row in enumerate(rows) if row and row[0] == "Year")
    total = rows[top].index("Total")
    return {int(row[0]): float(row[total]) for row in rows[top + 1:] if row}


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    parts, refugees = [series(path) for path in sys.argv[1:4]], unrwa(sys.argv[4])
    totals = {key: sum(part[key] for part in parts) for key in parts[0] if all(key in part for part in parts)}
    for code, year in list(totals):
        if code == PALESTINE:
            own = totals.pop((code, year))
            if year in refugees:
                totals[code, year] = own + refugees[year]
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["iso3", "year", "value"])
    out.writerows([code, year, f"{totals[code, year]:.0f}"] for code, year in sorted(totals))


if __name__ == "__main__":
    main()
