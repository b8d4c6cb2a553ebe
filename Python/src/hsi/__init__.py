"""Compute, explain and audit a human-security index of nations.

    index = hsi.open("Data")
    table = index.score(lens="undp-1994", year=2023)
    table.to_pandas()

Figures are read once, when the index is opened; an index and its tables may be shared by threads.
"""

from ._findings import DataError, Finding, HSIError, QuestionError
from ._index import Index, from_tables, open
from ._library import release as __version__
from ._table import Column, Table

__all__ = [
    "Column", "DataError", "Finding", "HSIError", "Index", "QuestionError", "Table", "__version__", "from_tables", "open",
]
