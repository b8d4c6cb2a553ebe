"""Scores of one year under one lens."""

from __future__ import annotations

import ctypes
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Union

from . import _library
from ._findings import Finding, findings

if TYPE_CHECKING:
    import numpy
    import pandas
    import polars

Values = Union["numpy.ndarray[Any, Any]", "list[str]"]
Assumed = Union[str, Sequence[str], Mapping[str, "float | str"], None]

# Counts, which are whole numbers where there are any.
_WHOLE = ("rank", "rank_p05", "rank_p95", "tier")


@dataclass(frozen=True)
class Column:
    """What a column holds."""

    name: str
    role: str
    """`unit`, `result`, `dimension`, `component` or `indicator`."""
    label: str
    """Its name for people."""


class Table(Mapping[str, Values]):
    """Scores, ranks and all nodes of the index, a row a country, in order of rank; those not ranked last.

    Columns of numbers are read-only NumPy arrays over the memory of the library, NaN where there is no value;
    they stay valid for as long as anything refers to them. Columns of text are lists.
    """

    def __init__(self, handle: _library.Handle) -> None:
        self._handle = handle
        described = json.loads(_library.library.hsi_table_description(handle.pointer))
        self.lens: str = described["lens"]
        self.title: str = described["title"]
        self.year: int = described["year"]
        self.columns: tuple[Column, ...] = tuple(Column(**column) for column in described["columns"])
        self.findings: tuple[Finding, ...] = findings(described["findings"])
        """Warnings: what is doubtful in figures and lens."""
        self.rows: int = _library.library.hsi_table_rows(handle.pointer)
        self._places = {column.name: place for place, column in enumerate(self.columns)}

    def __repr__(self) -> str:
        return f"<hsi.Table {self.lens} {self.year}: {self.rows} rows, {len(self.columns)} columns>"

    # Arrays have no one truth value, so that tables are equal only to themselves.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def __len__(self) -> int:
        return len(self.columns)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __getitem__(self, name: str) -> Values:
        import numpy

        place = self._places[name]
        address = _library.library.hsi_table_numbers(self._handle.pointer, place)
        if address is None:
            texts = _library.library.hsi_table_texts(self._handle.pointer, place)
            return [texts[row].decode() for row in range(self.rows)]
        memory = (ctypes.c_double * self.rows).from_address(address)
        # The array refers to `memory`, and that to the table.
        memory.owner = self._handle  # type: ignore[attr-defined]
        numbers: numpy.ndarray[Any, Any] = numpy.frombuffer(memoryview(memory), dtype=numpy.float64)
        numbers.flags.writeable = False
        return numbers

    def named(self, role: str) -> list[str]:
        """The names of the columns of a role, such as `dimension`."""
        return [column.name for column in self.columns if column.role == role]

    def to_dict(self) -> dict[str, Values]:
        """All columns by name."""
        return dict(self)

    def to_pandas(self) -> pandas.DataFrame:
        """A data frame; ranks are whole numbers, <NA> where there is none."""
        import pandas

        frame = pandas.DataFrame(self.to_dict(), copy=False)
        return frame.astype({name: "Int64" for name in _WHOLE if name in frame})

    def to_polars(self) -> polars.DataFrame:
        """A data frame; null where there is no value."""
        import polars

        frame = polars.DataFrame(self.to_dict()).fill_nan(None)
        return frame.with_columns(
            polars.col(name).cast(polars.Int64) for name in _WHOLE if name in frame.columns)

    def explain(self, country: str) -> dict[str, Any]:
        """A country's score taken apart, down to the files and lines of figures, as `hsi explain --format json`."""
        return _dictionary(
            _library.answer("hsi_explain", self._handle.pointer, _library.text(country, "country")))

    def whatif(
        self, *, set: Assumed = None, shift: Assumed = None, weight: Assumed = None, scenario: Assumed = None
    ) -> dict[str, Any]:
        """Scores and ranks if figures, scores or weights were others, as `hsi whatif --format json`.

        Each takes what the option of its name does: `{"KEN.physicians": 1}` or `"KEN.physicians=1"`, or several.
        """
        given = {"set": set, "shift": shift, "weight": weight, "scenario": scenario}
        texts = [_library.text(f"{kind} {item}", kind) for kind, value in given.items() for item in _written(value)]
        listed = (ctypes.c_char_p * max(1, len(texts)))(*texts)
        return _dictionary(_library.answer("hsi_whatif", self._handle.pointer, listed, len(texts)))

    def audit(
        self, table: str | None = None, *, country: str | None = None, weights: str = "box:25%",
        level: str = "dimension", samples: int = 100_000, seed: int = 1
    ) -> dict[str, Any]:
        """How much of the ranking is data and how much is judgement, as `hsi audit --format json`: all of it, one
        table, or one country."""
        return _dictionary(_library.answer(
            "hsi_audit", self._handle.pointer, _library.text(table, "table"), _library.text(country, "country"),
            _library.text(weights, "weights"), _library.text(level, "level"),
            _library.whole(samples, "samples", 1, 2**63 - 1), _library.whole(seed, "seed", 0, 2**64 - 1)))


def _dictionary(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {"rows": value}


def _written(value: Assumed) -> list[str]:
    """Assumptions as options have them."""
    if value is None:
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [f"{key}={item}" for key, item in value.items()]
    return [os.fspath(item) for item in value]
