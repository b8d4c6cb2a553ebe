"""Scores are those of the program, to the last bit and of every node."""

from __future__ import annotations

import math

import numpy
import pytest


def same(text: str, value: float) -> bool:
    return math.isnan(value) if text == "" else float(text) == value


@pytest.mark.parametrize("lens, year, intervals", [
    (None, None, True), ("undp-1994", 2019, False), ("realist", 2023, False), ("benefit-of-the-doubt", 2023, False),
    ("equal-indicators", 2015, False)])
def test_every_column_is_that_of_the_program(index, rows, lens, year, intervals):
    table = index.score(lens, year, intervals=intervals)
    asked = (["--lens", lens] if lens else []) + (["--year", str(year)] if year else [])
    printed = rows("score", *asked)
    assert len(printed) == table.rows > 190
    left_out = set() if intervals else {"rank_p05", "rank_p95", "tier"}
    assert set(printed[0]) - left_out <= set(table)
    for name in set(printed[0]) - left_out:
        texts, values = [row[name] for row in printed], table[name]
        if isinstance(values, list):
            assert values == texts, name
        else:
            assert all(map(same, texts, values)), name


@pytest.mark.parametrize("lens", ["undp-1994", "pca"])
def test_every_indicator_is_that_of_the_program(index, rows, lens):
    table = index.score(lens, 2023)
    places = {code: place for place, code in enumerate(table["iso3"])}
    columns = {name: table[name] for name in table.named("indicator")}
    seen = set()
    for row in rows("score", "--lens", lens, "--year", "2023", "--level", "indicator"):
        if row["indicator"] in columns:
            assert same(row["normalised"], columns[row["indicator"]][places[row["iso3"]]]), row
            seen.add(row["indicator"])
    assert seen == set(columns) and len(seen) > 30


def test_what_a_table_says_of_itself(index):
    table = index.score("realist", 2020)
    assert (table.lens, table.year) == ("realist", 2020)
    assert table.title
    assert [column.name for column in table.columns[:4]] == ["rank", "iso3", "country", "score"]
    assert {column.role for column in table.columns} == {"unit", "result", "dimension", "component", "indicator"}
    assert len(set(table)) == len(table.columns)
    assert index.lenses[0] == "undp-1994" and "realist" in index.lenses


def test_numbers_are_not_copied_and_outlive_the_table(index):
    table = index.score()
    first, again = table["score"], table["score"]
    assert numpy.shares_memory(first, again)
    with pytest.raises(ValueError):
        first[0] = 1
    before = first.copy()
    del table, again
    for _ in range(20):
        index.score("realist")
    assert numpy.array_equal(first, before, equal_nan=True)


def test_scope_and_open_figures(index):
    assert index.score(scope="un-members").rows == 193
    assert "open licence only" in index.score(open_only=True).title
