"""Tables as data frames."""

from __future__ import annotations

import pytest


def test_pandas(index):
    pandas = pytest.importorskip("pandas")
    frame = index.score(year=2023).to_pandas()
    assert list(frame["rank"][:3]) == [1, 2, 3]
    assert frame["rank"].dtype == pandas.Int64Dtype()
    unranked = frame[frame["rank"].isna()]
    assert len(unranked) > 0 and unranked["score"].isna().all()
    assert frame.set_index("iso3").loc["KEN", "country"] == "Kenya"


def test_polars(index):
    polars = pytest.importorskip("polars")
    frame = index.score(year=2023).to_polars()
    assert frame["rank"].dtype == polars.Int64
    assert frame.filter(polars.col("rank").is_null())["score"].null_count() > 0
    assert frame.filter(polars.col("iso3") == "KEN")["country"].item() == "Kenya"
