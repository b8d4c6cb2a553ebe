"""Answers in JSON are those of the program."""

from __future__ import annotations


def test_explain(index, answer):
    assert index.explain("Kenya", year=2023) == answer("explain", "KEN", "--year", "2023")


def test_whatif(index, answer):
    asked = index.whatif(set={"KEN.physicians": 1}, weight=["health=2"], scenario="un-sanctions=IRN", year=2023)
    assert asked == answer(
        "whatif", "--set", "KEN.physicians=1", "--weight", "health=2", "--scenario", "un-sanctions=IRN", "--year",
        "2023")


def test_whatif_sets_only_what_is_less(index, answer):
    assert index.whatif(set={"Africa.physicians>": 1}) == answer("whatif", "--set", "Africa.physicians>=1")


def test_audit(index, answer):
    options = ["--samples", "200", "--seed", "7"]
    table = index.score()
    assert table.audit("acceptability", samples=200, seed=7) == answer(
        "audit", "--table", "acceptability", *options)
    assert table.audit(country="Kenya", samples=200, seed=7, weights="simplex") == answer(
        "audit", "--country", "KEN", *options, "--weights", "simplex")
    assert table.audit("lenses") == answer("audit", "--table", "lenses")


def test_the_page_of_an_audit(index, answer):
    assert index.audit(samples=200, seed=7) == answer("audit", "--samples", "200", "--seed", "7")


def test_diff(index, answer):
    assert index.diff(2015, 2023) == answer("diff", "2015", "2023")
    assert index.diff("undp-1994", "realist", year=2023) == answer(
        "diff", "undp-1994", "realist", "--year", "2023")
