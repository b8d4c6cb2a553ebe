#!/usr/bin/env python3
"""Computes what states have to hold off others, from open figures: one series a run, for `hsi import`.

state_power.py SERIES GMSD.csv WARHEADS.csv > SERIES.csv

SERIES is one of
  world-power-share     a state's share of the world's people, income and military spending: the mean of the three, %
  power-with-allies     its share, and half of the shares of all states bound to defend it, %
  balance-of-power      power-with-allies against itself and the power within reach of all states not so bound, 0-100
  nuclear-warheads      its warheads in stockpiles

GMSD.csv      the Global Military Spending Dataset as Our World in Data has it: constant US dollars
WARHEADS.csv  stockpiles of the Federation of American Scientists as Our World in Data has them

People and income are those of Data/. The power of another state is within reach as exp(-d / 1500 km) has it, d being the
distance between the nearest points of the outlines of Data/boundaries.csv, 0 across a land border. Half of it counts
against a state that has warheads or whom one that has is bound to defend. Scripts/alliances.csv has who is bound, by
which treaty and since when. The discount of allies, the reach and the effect of warheads are judgements of this project.
Every year from 1990 that has income and spending is computed; states without spending in a year have none of the three.
"""

import csv
import math
import sys
from itertools import combinations

ALLIES = 0.5
REACH = 1500.0
DETERRED = 0.5
RADIUS = 6371.0
FIRST = 1990


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def own(path):
    return {(row["iso3"], int(row["year"])): float(row["value"]) for row in read(path)}


def owid(path, column):
    rows = [row for row in read(path) if len(row["Code"]) == 3]
    name = next(name for name in rows[0] if name.startswith(column))
    return {(row["Code"], int(row["Year"])): float(row[name]) for row in rows if row[name]}


def points():
    """Up to forty points of the outlines of each country, as unit vectors."""
    found = {}
    for row in read("Data/boundaries.csv"):
        corners = []
        for ring in row["path"].split(";"):
            numbers = [int(text) for text in ring.split()]
            x = y = 0
            for dx, dy in zip(numbers[::2], numbers[1::2]):
                x, y = x + dx, y + dy
                corners.append((x / 10, y / 10))
        step = max(1, len(corners) // 40)
        found.setdefault(row["iso3"], []).extend(vector(*corner) for corner in corners[::step])
    return found


def vector(longitude, latitude):
    a, b = math.radians(longitude), math.radians(latitude)
    return math.cos(b) * math.cos(a), math.cos(b) * math.sin(a), math.sin(b)


def distances():
    places = points()
    borders = {(row["iso3"], row["neighbour"]) for row in read("Data/borders.csv")}
    apart = {}
    for one, other in combinations(sorted(places), 2):
        if (one, other) in borders:
            apart[one, other] = apart[other, one] = 0.0
            continue
        nearest = max(p[0] * q[0] + p[1] * q[1] + p[2] * q[2] for p in places[one] for q in places[other])
        apart[one, other] = apart[other, one] = RADIUS * math.acos(max(-1.0, min(1.0, nearest)))
    return apart


def alliances(year):
    bound, members = set(), {}
    for row in read("Scripts/alliances.csv"):
        if int(row["from"]) <= year <= int(row["to"] or 9999):
            members.setdefault(row["treaty"], set()).add(row["iso3"])
    for group in members.values():
        bound |= {(one, other) for one in group for other in group if one != other}
    return bound


def shares(year, people, income, spending):
    """The mean of a state's shares of the world's people, income and military spending, in per cent."""
    states = sorted({code for code, at in spending if at == year and (code, at) in income and (code, at) in people})
    values = [{code: series[code, year] for code in states} for series in (people, income, spending)]
    totals = [math.fsum(value.values()) for value in values]
    return {code: 100 / 3 * math.fsum(v[code] / t for v, t in zip(values, totals)) for code in states}


def pooled(power, bound):
    return {code: power[code] + ALLIES * math.fsum(power[o] for o in sorted(power) if (code, o) in bound) for code in power}


def balance(power, bound, apart, armed):
    scores = {}
    for code, strength in pooled(power, bound).items():
        if not any(one == code for one, _ in apart):
            continue
        shielded = code in armed or any((code, other) in bound for other in armed)
        threat = math.fsum(
            power[other] * math.exp(-apart[code, other] / REACH)
            for other in sorted(power) if other != code and (code, other) not in bound and (code, other) in apart)
        scores[code] = 100 * strength / (strength + threat * (DETERRED if shielded else 1))
    return scores


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    series, spending = sys.argv[1], owid(sys.argv[2], "Military expenditure")
    warheads = {key: value for key, value in owid(sys.argv[3], "nuclear").items() if key[1] >= FIRST}
    people, per_head = own("Data/population.csv"), own("Data/economic/gni-per-capita.csv")
    income = {key: per_head[key] * people[key] for key in per_head if key in people}
    years = sorted({year for _, year in spending if year >= FIRST} & {year for _, year in income})
    rows = []
    if series == "nuclear-warheads":
        last = max(year for _, year in warheads)
        codes = sorted({row["iso3"] for row in read("Data/countries.csv")})
        rows = [(code, year, warheads.get((code, year), 0)) for code in codes for year in range(FIRST, last + 1)]
    elif series in ("world-power-share", "power-with-allies", "balance-of-power"):
        apart = distances() if series == "balance-of-power" else {}
        for year in years:
            power, bound = shares(year, people, income, spending), alliances(year)
            armed = sorted(code for code, at in warheads if at == year and warheads[code, at] > 0)
            if series == "power-with-allies":
                power = pooled(power, bound)
            elif series == "balance-of-power":
                power = balance(power, bound, apart, armed)
            rows += [(code, year, value) for code, value in power.items()]
    else:
        sys.exit(__doc__)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["iso3", "year", "value"])
    out.writerows([code, year, f"{value:.4g}"] for code, year, value in sorted(rows))


if __name__ == "__main__":
    main()
