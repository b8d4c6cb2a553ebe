"""Figures and lenses that no file holds."""

from __future__ import annotations

import gc
from pathlib import Path

import numpy
import pytest

import hsi

COUNTRIES = [{"iso3": "KEN", "name": "Kenya"}, {"iso3": "NOR", "name": "Norway, cold"}]
INDICATORS = {"id": ["malaria", "income"], "dimension": ["health", "economic"], "worst": [200, 0], "best": [0.0, 100]}
FIGURES = {
    "iso3": ["KEN", "NOR", "KEN", "NOR"], "indicator": ["malaria", "malaria", "income", "income"],
    "year": [2020, 2020, 2020, 2020], "value": [50.0, float("nan"), 30.0, 90.0]}
LENS = {"title": 'A "quoted" lens', "dimensions_required": 1, "dimensions": ["health", "economic"],
        "weights": {"health": 2.0, "economic": 1}, "aggregation": {"dimensions": "arithmetic"}}


def test_tables_of_any_kind():
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    for kind in (dict, pandas.DataFrame, polars.DataFrame):
        index = hsi.from_tables(COUNTRIES, kind(INDICATORS), kind(FIGURES), {"mine": LENS})
        table = index.score()
        assert (table.lens, table.title, table.year) == ("mine", 'A "quoted" lens', 2020)
        assert table["country"] == ["Norway, cold", "Kenya"]
        assert list(table["score"]) == [90, (2 * 75 + 30) / 3]
        assert numpy.isnan(table["malaria"][0])


def test_a_lens_from_memory(index):
    lens = {"title": "Food alone", "dimensions": ["food"], "dimensions_required": 1}
    table = index.score(lens, 2023)
    assert table.named("dimension") == ["food"] and table.title == "Food alone"
    assert table.explain("KEN")["cells"]
    scored = ~numpy.isnan(table["score"])
    assert numpy.allclose(table["score"][scored], table["food"][scored])


def test_what_is_wrong_has_its_place():
    with pytest.raises(hsi.DataError) as caught:
        hsi.from_tables(COUNTRIES, INDICATORS, {**FIGURES, "value": [50, "many", 30, 90]}, {"mine": LENS})
    finding = caught.value.findings[0]
    assert finding.file and finding.file.endswith("malaria.csv") and finding.line == 3
    with pytest.raises(hsi.DataError):
        hsi.from_tables(COUNTRIES, {**INDICATORS, "id": ["../malaria", "income"]},
                        {**FIGURES, "indicator": ["../malaria"] * 2 + ["income"] * 2}, {"mine": LENS})
    with pytest.raises(ValueError, match="malaria"):
        hsi.from_tables(COUNTRIES, {key: value[1:] for key, value in INDICATORS.items()}, FIGURES, {"mine": LENS})
    with pytest.raises(ValueError):
        hsi.from_tables(COUNTRIES, INDICATORS, FIGURES, {"../mine": LENS})


def test_the_folder_goes_with_the_index():
    index = hsi.from_tables(COUNTRIES, INDICATORS, FIGURES, {"mine": LENS})
    folder = Path(index.data)
    assert folder.exists()
    del index
    gc.collect()
    assert not folder.exists()
