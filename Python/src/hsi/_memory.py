"""Tables and lenses from memory, written as the files that the engine reads: it then checks them as it does any."""

from __future__ import annotations

import csv
import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Union

# A data frame of pandas or polars, columns by name, or rows by name.
Tabular = Any
LensTable = Mapping[str, Any]
Lens = Union[str, LensTable]

_IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def rows(table: Tabular, name: str) -> list[dict[str, Any]]:
    """The rows of a table, each with its cells by the names of columns."""
    if hasattr(table, "to_dicts"):
        return list(table.to_dicts())
    if hasattr(table, "to_dict") and hasattr(table, "columns"):
        return list(table.to_dict("records"))
    if isinstance(table, Mapping):
        columns = {key: list(values) for key, values in table.items()}
        if len({len(values) for values in columns.values()}) > 1:
            raise ValueError(f"the columns of {name} are not of one length")
        return [dict(zip(columns, cells)) for cells in zip(*columns.values())]
    found = list(table)
    if not all(isinstance(row, Mapping) for row in found):
        raise TypeError(f"{name} is a data frame, a dictionary of columns or a list of dictionaries")
    return [dict(row) for row in found]


def cell(value: Any) -> str:
    """A cell as a file has it: empty for None, NaN and <NA>; whole numbers without decimals."""
    value = value.item() if hasattr(value, "item") else value
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return ""
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
    return str(value)


def write(path: Path, table: Sequence[Mapping[str, Any]], names: Iterable[str]) -> None:
    """Writes rows as CSV."""
    columns = list(names)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([cell(row.get(name)) for name in columns] for row in table)


def write_folder(
    folder: Path, countries: Tabular, indicators: Tabular, figures: Tabular, lenses: Mapping[str, Lens]
) -> Path:
    """Writes an index, and returns its folder of figures."""
    data = folder / "Data"
    listed, catalogue, values = rows(countries, "countries"), rows(indicators, "indicators"), rows(figures, "figures")
    by_indicator: dict[str, list[dict[str, Any]]] = {}
    for row in values:
        by_indicator.setdefault(cell(row.get("indicator")), []).append(row)
    known = {cell(row.get("id")) for row in catalogue}
    strange = sorted(set(by_indicator) - known)
    if strange:
        raise ValueError(f"figures has indicators that stand in no row of indicators: {', '.join(strange[:5])}")
    for row in catalogue:
        name = cell(row.get("id"))
        row["files"] = f"{name}.csv"
        # A name that is none cannot leave the folder: the engine then says what is wrong with it.
        if _IDENTIFIER.fullmatch(name):
            write(data / f"{name}.csv", by_indicator.get(name, []), ["iso3", "year", "value"])
    write(data / "countries.csv", listed, _names(listed, "iso3"))
    write(data / "indicators.csv", catalogue, _names(catalogue, "id"))
    for name, lens in lenses.items():
        if not _IDENTIFIER.fullmatch(name):
            raise ValueError(f"the name of a lens is of small letters, digits and hyphens, not {name!r}")
        write_lens(folder / "Weights" / f"{name}.toml", lens)
    return data


def _names(table: Sequence[Mapping[str, Any]], first: str) -> list[str]:
    return list(dict.fromkeys([first, *(key for row in table for key in row)]))


def write_lens(path: Path, lens: Lens) -> None:
    """Writes a lens, given as TOML or as a dictionary."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(lens if isinstance(lens, str) else toml(lens), encoding="utf-8")


def toml(lens: LensTable) -> str:
    """A dictionary as TOML: keys, then tables."""
    keys = [f"{_quoted(key)} = {_value(value)}\n" for key, value in lens.items() if not isinstance(value, Mapping)]
    tables = [
        f"\n[{_quoted(key)}]\n" + "".join(f"{_quoted(name)} = {_value(item)}\n" for name, item in value.items())
        for key, value in lens.items() if isinstance(value, Mapping)]
    return "".join(keys + tables)


def _quoted(text: str) -> str:
    # The escapes of JSON are those of TOML, but for the delete character, which TOML has escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _value(value: Any) -> str:
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_quoted(key)} = {_value(item)}" for key, item in value.items()) + " }"
    if isinstance(value, Iterable):
        return "[" + ", ".join(map(_value, value)) + "]"
    raise TypeError(f"a lens holds no {type(value).__name__}")
