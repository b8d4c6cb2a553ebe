#!/usr/bin/env python3
"""Estimates military spending as a share of GDP from open figures, for `hsi import --indicator military-spending`.

military_spending.py GMSD.csv GDP_PPP.csv INFORM.csv > military-spending.csv

GMSD.csv     the Global Military Spending Dataset as Our World in Data has it: constant US dollars, by country and year
GDP_PPP.csv  World Bank, NY.GDP.PCAP.PP.KD: GDP per head in constant dollars of purchasing-power parity
INFORM.csv   the core indicators of the INFORM Risk Index, of which GDP per head in current US dollars is taken

Spending in dollars is divided by GDP in dollars. That is GDP in purchasing-power parities times the price level of the
newest year that both series have: how many market dollars a dollar of parity is. So the share is an estimate: it takes
the price level of one year for all. States that are known to have no armed forces have 0 where the data set has no figure of
them (The World Factbook of the CIA, field "military and security forces", in the public domain; to be verified).
"""

import csv
import sys

# Coast guards and police are no army.
WITHOUT_ARMY = ["AND", "DMA", "FSM", "GRD", "KIR", "LCA", "LIE", "MCO", "MHL", "NRU", "PLW", "SLB", "SMR", "TUV", "VAT",
                "VCT", "VUT", "WSM"]
FIRST = 1990


def spending(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if len(row["Code"]) == 3 and int(row["Year"]) >= FIRST]
    column = next(name for name in rows[0] if name.startswith("Military expenditure"))
    return {(row["Code"], int(row["Year"])): float(row[column]) for row in rows if row[column]}


def world_bank(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    top = next(place for place, row in enumerate(rows) if row and row[0] == "Country Name")
    years = [(place, int(name)) for place, name in enumerate(rows[top]) if name.isdigit()]
    return {(row[1], year): float(row[place]) for row in rows[top + 1:] for place, year in years if row[place]}


def market_dollars(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["IndicatorName"] == "GDP per capita (current US$)"]
    return {row["Iso3"]: (int(row["ValidityYear"]), float(row["IndicatorScore"])) for row in rows}


def population(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {(row["iso3"], int(row["year"])): float(row["value"]) for row in csv.DictReader(file)}


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    dollars, parity, market = spending(sys.argv[1]), world_bank(sys.argv[2]), market_dollars(sys.argv[3])
    people = population("Data/population.csv")
    shares = {}
    for (code, year), amount in dollars.items():
        price_year, price = market.get(code, (None, None))
        known = (code, year) in parity and (code, year) in people and (code, price_year) in parity
        if known:
            level = price / parity[code, price_year]
            shares[code, year] = 100 * amount / (parity[code, year] * people[code, year] * level)
    known = {code for code, _ in dollars}
    last = max(year for _, year in dollars)
    for code in WITHOUT_ARMY:
        if code not in known:
            shares.update({(code, year): 0 for year in range(FIRST, last + 1)})
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["iso3", "year", "value"])
    out.writerows([code, year, f"{shares[code, year]:.4g}"] for code, year in sorted(shares))


if __name__ == "__main__":
    main()
