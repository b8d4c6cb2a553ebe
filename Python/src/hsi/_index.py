"""An index: figures that are read, to be scored under any lens."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Union

from . import _library, _memory
from ._table import Assumed, Table

# A name in Weights/, a file, or a lens as a dictionary.
LensChoice = Union[str, "os.PathLike[str]", _memory.LensTable, None]


class Index:
    """Figures as they stood when the index was opened. Lenses are read whenever they are asked for."""

    def __init__(self, data: str | os.PathLike[str] = "Data") -> None:
        self.data = os.fspath(data)
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._open: _library.Handle | None = _library.handle("hsi_open", "hsi_close", _library.text(data, "data"))

    def __repr__(self) -> str:
        return f"<hsi.Index {self.data!r}{'' if self._open else ' (closed)'}>"

    def __enter__(self) -> Index:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the figures. Tables stay valid, and calls that run in other threads come to their end."""
        self._open = None

    @property
    def _handle(self) -> _library.Handle:
        if self._open is None:
            raise ValueError("the index is closed")
        return self._open

    @property
    def lenses(self) -> list[str]:
        """The names of the lenses, the default one first."""
        handle = self._handle
        return list(_library.answer("hsi_lenses", handle.pointer))

    def score(
        self, lens: LensChoice = None, year: int | None = None, *, scope: str | None = None,
        open_only: bool = False, intervals: bool = False
    ) -> Table:
        """Scores and ranks every country.

        lens: a name in Weights/, a file, or a dictionary with the keys of a lens; None for the default one.
        year: None for the latest year in which there are figures enough.
        scope: `all`, `un-members` or `un`; None for what the lens says.
        open_only: whether indicators whose licence restricts reuse are left out.
        intervals: whether rank intervals and tiers are computed, which takes much longer.
        """
        if isinstance(lens, Mapping):
            with tempfile.TemporaryDirectory(prefix="hsi-") as folder:
                path = Path(folder) / "lens.toml"
                _memory.write_lens(path, lens)
                return self.score(path, year, scope=scope, open_only=open_only, intervals=intervals)
        handle = self._handle
        flags = (_library.OPEN_ONLY if open_only else 0) | (_library.INTERVALS if intervals else 0)
        return Table(_library.handle(
            "hsi_score", "hsi_free_table", handle.pointer, _library.text(lens, "lens"), _library.year(year),
            _library.text(scope, "scope"), flags))

    def explain(
        self, country: str, *, lens: LensChoice = None, year: int | None = None
    ) -> dict[str, Any]:
        """See `Table.explain`."""
        return self.score(lens, year).explain(country)

    def whatif(
        self, *, lens: LensChoice = None, year: int | None = None, set: Assumed = None,
        shift: Assumed = None, weight: Assumed = None, scenario: Assumed = None
    ) -> dict[str, Any]:
        """See `Table.whatif`."""
        return self.score(lens, year).whatif(set=set, shift=shift, weight=weight, scenario=scenario)

    def audit(
        self, table: str | None = None, *, country: str | None = None,
        lens: LensChoice = None, year: int | None = None, weights: str = "box:25%",
        level: str = "dimension", samples: int = 100_000, seed: int = 1
    ) -> dict[str, Any]:
        """See `Table.audit`."""
        return self.score(lens, year).audit(
            table, country=country, weights=weights, level=level, samples=samples, seed=seed)

    def diff(
        self, old: str | int, new: str | int | None = None, *, lens: str | os.PathLike[str] | None = None,
        year: int | None = None
    ) -> dict[str, Any]:
        """What changed between two vintages, years, lenses, folders or git revisions, and why ranks moved, as
        `hsi diff --format json`. Both states are read from the disk; None for `new` is now."""
        handle = self._handle
        result = _library.answer(
            "hsi_diff", handle.pointer, _library.text(str(old), "old"),
            None if new is None else _library.text(str(new), "new"), _library.text(lens, "lens"),
            _library.year(year))
        return result if isinstance(result, dict) else {"rows": result}


def open(data: str | os.PathLike[str] = "Data") -> Index:
    """Reads the figures of a folder; its lenses stand in Weights/ beside it.

    Raises `DataError` with everything that is wrong with the figures.
    """
    return Index(data)


def from_tables(
    countries: _memory.Tabular, indicators: _memory.Tabular, figures: _memory.Tabular,
    lenses: Mapping[str, _memory.Lens]
) -> Index:
    """An index from tables in memory: data frames, dictionaries of columns, or lists of dictionaries.

    countries: `iso3`, `name` and the other columns of countries.csv.
    indicators: `id`, `dimension`, `worst`, `best` and the other columns of indicators.csv.
    figures: `iso3`, `indicator`, `year`, `value`, a row a figure.
    lenses: by name, each as TOML or as a dictionary; the only one is the default one.

    They are written to a temporary folder, which goes with the index, and checked as files are. Raises `DataError`.
    """
    folder = tempfile.TemporaryDirectory(prefix="hsi-")
    index = Index(_memory.write_folder(Path(folder.name), countries, indicators, figures, lenses))
    # The folder is removed when the index is gone.
    index._folder = folder
    return index
