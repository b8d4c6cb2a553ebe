"""Reads the benchmark's inputs into a cube with pandas, polars or DuckDB, as hsi does.

ingest_peers.py LIBRARY KIND FOLDER COUNTRIES

Prints, on one line, the seconds it took, how many figures the cube holds, and their sum. The cube is
country x series x year of doubles, NaN where there is no figure; time runs from the first byte read
to the cube being whole, without the import of the library. Each library is used as its manual
recommends: its own reader, column types given, no loop over rows in Python.
"""

import csv
import sys
import time

import numpy as np

FIRST, LAST = 1950, 2030


def countries(path):
    with open(path, newline="", encoding="utf-8") as file:
        return [row["iso3"] for row in csv.DictReader(file)]


def listing(folder, kind):
    with open(f"{folder}/{kind}.series", encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


def empty(places, series):
    return np.full((len(places), len(series), LAST - FIRST + 1), np.nan)


def index(names):
    return {name: place for place, name in enumerate(names)}


class Pandas:
    def __init__(self):
        import pandas

        self.pandas = pandas

    def long(self, path, text, year, value):
        types = {name: "category" for name in text} | {year: "int16", value: "float64"}
        frame = self.pandas.read_csv(path, usecols=[*text, year, value], dtype=types)
        keys = []
        for name in text:
            column = frame[name].cat
            keys.append((list(column.categories), column.codes.to_numpy()))
        return keys, frame[year].to_numpy(), frame[value].to_numpy()

    def wide(self, path, skip, text, years):
        types = {name: "category" for name in text} | {str(year): "float64" for year in years}
        columns = [*text, *map(str, years)]
        frame = self.pandas.read_csv(path, skiprows=skip, usecols=columns, dtype=types)
        keys = [(list(frame[name].cat.categories), frame[name].cat.codes.to_numpy()) for name in text]
        return keys, frame[[str(year) for year in years]].to_numpy()

    def table(self, path, columns):
        frame = self.pandas.read_csv(path, usecols=["iso3", *columns])
        return frame["iso3"].to_numpy(), frame[columns].to_numpy(dtype="float64")


class Polars:
    def __init__(self):
        import polars

        self.polars = polars

    def types(self, text, numbers):
        """An enumeration for each column of texts: their values are known beforehand."""
        kinds = {name: self.polars.Enum(list(index)) for name, index in text.items()}
        return kinds | numbers

    def keys(self, frame, text):
        return [(list(index), frame[name].to_physical().to_numpy()) for name, index in text.items()]

    def long(self, path, text, year, value):
        polars = self.polars
        types = self.types(text, {year: polars.Int16(), value: polars.Float64()})
        frame = polars.read_csv(path, columns=[*text, year, value], schema_overrides=types)
        return self.keys(frame, text), frame[year].to_numpy(), frame[value].to_numpy()

    def wide(self, path, skip, text, years):
        types = self.types(text, {str(year): self.polars.Float64() for year in years})
        frame = self.polars.read_csv(
            path,
            skip_lines=skip,
            columns=[*text, *map(str, years)],
            schema_overrides=types,
            null_values=[""],
        )
        values = frame.select([str(year) for year in years]).to_numpy()
        return self.keys(frame, text), values.astype(float)

    def table(self, path, columns):
        types = {name: self.polars.Float64() for name in columns}
        frame = self.polars.read_csv(path, columns=["iso3", *columns], schema_overrides=types)
        return frame["iso3"].to_numpy(), frame.select(columns).to_numpy().astype(float)


class DuckDB:
    def __init__(self):
        import duckdb

        self.duckdb = duckdb

    def fetch(self, query):
        return self.duckdb.sql(query).fetchnumpy()

    def keys(self, found, text):
        keys = []
        for name in text:
            categories, places = np.unique(np.asarray(found[name]).astype(str), return_inverse=True)
            keys.append((list(categories), places))
        return keys

    def long(self, path, text, year, value):
        # Texts become numbers inside the database: fetching ten million strings would be unfair.
        keys = []
        types = ", ".join(f"'{name}': 'VARCHAR'" for name in text)
        self.duckdb.sql(
            f"CREATE OR REPLACE TEMP TABLE t AS SELECT * FROM read_csv('{path}', header=true, "
            f"types={{{types}, '{year}': 'SMALLINT', '{value}': 'DOUBLE'}})"
        )
        for number, name in enumerate(text):
            self.duckdb.sql(f"DROP TYPE IF EXISTS e{number}")
            self.duckdb.sql(f'CREATE TYPE e{number} AS ENUM (SELECT DISTINCT "{name}" FROM t)')
        coded = ", ".join(
            f'enum_code("{name}"::e{number})::INTEGER AS k{number}'
            for number, name in enumerate(text)
        )
        found = self.fetch(f'SELECT {coded}, "{year}" AS y, "{value}" AS v FROM t')
        for number, name in enumerate(text):
            query = f"SELECT unnest(enum_range(NULL::e{number})) AS c"
            categories = [str(item) for item in self.fetch(query)["c"]]
            keys.append((categories, np.asarray(found[f"k{number}"])))
        return keys, np.asarray(found["y"]), np.ma.filled(found["v"], np.nan)

    def wide(self, path, skip, text, years):
        names = ", ".join(f'"{name}"' for name in text)
        values = ", ".join(f'TRY_CAST("{year}" AS DOUBLE) AS "{year}"' for year in years)
        found = self.fetch(
            f"SELECT {names}, {values} FROM read_csv('{path}', header=true, skip={skip}, "
            "all_varchar=true, null_padding=true)"
        )
        columns = [np.ma.filled(found[str(year)], np.nan) for year in years]
        return self.keys(found, text), np.stack(columns, axis=1)

    def table(self, path, columns):
        values = ", ".join(f'"{name}"::DOUBLE AS "{name}"' for name in columns)
        found = self.fetch(f"SELECT iso3, {values} FROM read_csv('{path}', header=true)")
        stacked = np.stack([np.ma.filled(found[name], np.nan) for name in columns], axis=1)
        return np.asarray(found["iso3"]).astype(str), stacked


def places_of(keys, places):
    categories, physical = keys
    table = np.array([places.get(text, -1) for text in categories])
    return table[physical]


def native(library, folder, places):
    series = listing(folder, "native")
    cube = empty(places, series)
    upper = index(places)
    lower = index(code.lower() for code in places)
    stems = {}
    for number, (path, column) in enumerate(series):
        if column:
            stems.setdefault(path, []).append((number, column))
            continue
        if "/ddf-" in path:
            name = path.rsplit("-", 1)[1][:-4]
            keys, years, values = library.long(path, {"geo": lower}, "time", f"indicator_{name}")
            cube[places_of(keys[0], lower), number, years - FIRST] = values
        elif "/owid-" in path:
            keys, years, values = library.long(path, {"Code": upper}, "Year", "Some rate")
            cube[places_of(keys[0], upper), number, years - FIRST] = values
        else:
            years = range(1960, 2026)
            keys, values = library.wide(path, 4, {"Country Code": upper}, years)
            cube[places_of(keys[0], upper), number, 1960 - FIRST : 2026 - FIRST] = values
    for path, wanted in stems.items():
        years = range(1990, 2023)
        columns = [f"{stem}_{year}" for _, stem in wanted for year in years]
        names, values = library.table(path, columns)
        rows = np.array([upper[name] for name in names])
        for place, (number, _) in enumerate(wanted):
            part = values[:, place * len(years) : (place + 1) * len(years)]
            cube[rows, number, 1990 - FIRST : 2023 - FIRST] = part
    return cube


def bulk(library, folder, places):
    series = listing(folder, "bulk")
    cube = empty(places, series)
    years = range(1960, 2026)
    text = {"Country Code": index(places), "Indicator Code": index(code for _, code in series)}
    keys, values = library.wide(f"{folder}/bulk.csv", 0, text, years)
    rows = places_of(keys[0], text["Country Code"])
    columns = places_of(keys[1], text["Indicator Code"])
    cube[rows, columns, 1960 - FIRST : 2026 - FIRST] = values
    return cube


def tidy(library, folder, places):
    series = listing(folder, "tidy")
    cube = empty(places, series)
    text = {"iso3": index(places), "indicator": index(code for _, code in series)}
    keys, years, values = library.long(f"{folder}/tidy.csv", text, "year", "value")
    rows = places_of(keys[0], text["iso3"])
    columns = places_of(keys[1], text["indicator"])
    cube[rows, columns, years - FIRST] = values
    return cube


def main():
    name, kind, folder, table = sys.argv[1:5]
    library = {"pandas": Pandas, "polars": Polars, "duckdb": DuckDB}[name]()
    places = countries(table)
    read = {"native": native, "bulk": bulk, "tidy": tidy}[kind]
    start = time.perf_counter()
    cube = read(library, folder, places)
    taken = time.perf_counter() - start
    print(taken, int((~np.isnan(cube)).sum()), float(np.nansum(cube)))


if __name__ == "__main__":
    main()
