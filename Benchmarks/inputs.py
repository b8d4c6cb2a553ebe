"""Makes the inputs of the ingest benchmark: the same figures on every machine, from one seed.

inputs.py FOLDER COUNTRIES [SCALE]

  native/      80 files in the layouts in which publishers give them, some ten thousand rows each
  bulk.csv     one row a country and series, one column a year, 1,500 series: 200 MB
  tidy.csv     one row a country, series and year: ten million rows

Beside each stands NAME.series, one line PATH<tab>COLUMN for each series. SCALE (default 1) makes
bulk.csv and tidy.csv smaller.
"""

import csv
import os
import sys

import numpy as np


def countries(path):
    with open(path, newline="", encoding="utf-8") as file:
        return [(row["iso3"], row["name"]) for row in csv.DictReader(file)]


def quoted(text):
    return '"' + text.replace('"', '""') + '"' if "," in text or '"' in text else text


def numbers(random, shape, missing):
    """Texts of random numbers of some fifteen digits; empty where missing."""
    values = np.exp(random.normal(3, 2, shape))
    texts = np.char.mod("%.13g", values)
    texts[random.random(shape) < missing] = ""
    return texts


def native(folder, places, random):
    os.makedirs(folder, exist_ok=True)
    series = []
    places = places[:200]
    for number in range(55):
        path = f"{folder}/ddf-{number}.csv"
        values = numbers(random, (len(places), 60), 0.2)
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"geo,time,indicator_{number}\n")
            for (code, _), row in zip(places, values):
                for year, text in enumerate(row):
                    if text:
                        file.write(f"{code.lower()},{1965 + year},{text}\n")
        series.append((path, ""))
    for number in range(12):
        path = f"{folder}/owid-{number}.csv"
        values = numbers(random, (len(places), 60), 0.2)
        with open(path, "w", encoding="utf-8") as file:
            file.write("Entity,Code,Year,Some rate\n")
            for (code, name), row in zip(places, values):
                for year, text in enumerate(row):
                    if text:
                        file.write(f"{quoted(name)},{code},{1965 + year},{text}\n")
        series.append((path, ""))
    for number in range(12):
        path = f"{folder}/bank-{number}.csv"
        values = numbers(random, (len(places), 66), 0.5)
        with open(path, "w", encoding="utf-8") as file:
            file.write('"Data Source","World Development Indicators",\n\n')
            file.write('"Last Updated Date","2026-01-01",\n\n')
            years = ",".join(f'"{year}"' for year in range(1960, 2026))
            file.write(f'"Country Name","Country Code","Indicator Name","Indicator Code",{years},\n')
            for (code, name), row in zip(places, values):
                cells = ",".join(f'"{text}"' for text in row)
                file.write(f'"{name}","{code}","Some share","AB.{number}",{cells},\n')
        series.append((path, ""))
    path = f"{folder}/wide-stems.csv"
    stems = [f"s{number}" for number in range(30)]
    values = numbers(random, (len(places), len(stems) * 33), 0.1)
    with open(path, "w", encoding="utf-8") as file:
        names = ",".join(f"{stem}_{year}" for stem in stems for year in range(1990, 2023))
        file.write(f"iso3,country,{names}\n")
        for (code, name), row in zip(places, values):
            file.write(f"{code},{quoted(name)},{','.join(row)}\n")
    series += [(path, stem) for stem in stems]
    return series


def bulk(path, places, random, scale):
    codes = [f"AB.{number // 40}.{number % 40}.ZS" for number in range(max(1, int(1500 * scale)))]
    places = places[:217]
    with open(path, "w", encoding="utf-8") as file:
        years = ",".join(str(year) for year in range(1960, 2026))
        file.write(f"Country Name,Country Code,Indicator Name,Indicator Code,{years}\n")
        for code, name in places:
            values = numbers(random, (len(codes), 66), 0.5)
            for number, row in enumerate(values):
                title = quoted(f"Share of something, kind {number} (% of all)")
                file.write(f"{quoted(name)},{code},{title},{codes[number]},{','.join(row)}\n")
    return [(path, code) for code in codes]


def tidy(path, places, random, scale):
    codes = [f"indicator-{number}" for number in range(max(1, int(1000 * scale)))]
    places = places[:200]
    with open(path, "w", encoding="utf-8") as file:
        file.write("iso3,indicator,year,value\n")
        for code in codes:
            values = numbers(random, (len(places), 50), 0)
            lines = [
                f"{place},{code},{1975 + year},{text}\n"
                for (place, _), row in zip(places, values)
                for year, text in enumerate(row)
            ]
            file.write("".join(lines))
    return [(path, code) for code in codes]


def main():
    folder, table = sys.argv[1], sys.argv[2]
    scale = float(sys.argv[3]) if len(sys.argv) > 3 else 1
    places = countries(table)
    os.makedirs(folder, exist_ok=True)
    makers = [
        ("native", lambda random: native(f"{folder}/native", places, random)),
        ("bulk", lambda random: bulk(f"{folder}/bulk.csv", places, random, scale)),
        ("tidy", lambda random: tidy(f"{folder}/tidy.csv", places, random, scale)),
    ]
    for seed, (name, make) in enumerate(makers):
        listing = f"{folder}/{name}.series"
        if os.path.exists(listing):
            continue
        print(f"making {name}", file=sys.stderr)
        series = make(np.random.default_rng(seed))
        with open(listing, "w", encoding="utf-8") as file:
            file.write("".join(f"{path}\t{column}\n" for path, column in series))


if __name__ == "__main__":
    main()
