"""What is wrong comes back as findings, whatever was given; nothing ends the program."""

from __future__ import annotations

import ctypes

import pytest

import hsi
from hsi import _library


def test_no_folder():
    with pytest.raises(hsi.DataError) as caught:
        hsi.open("Nowhere")
    assert caught.value.findings[0].identifier == "no-data-folder"
    assert "Nowhere" in str(caught.value)


def test_a_wrong_figure_has_its_place(copy):
    file = copy / "food/undernourishment.csv"
    lines = file.read_text().splitlines()
    lines[41] = lines[41].rsplit(",", 1)[0] + ",many"
    file.write_text("\n".join(lines) + "\n")
    with pytest.raises(hsi.DataError) as caught:
        hsi.open(copy)
    finding = caught.value.findings[0]
    assert finding.file and finding.file.endswith("food/undernourishment.csv")
    assert finding.line == 42 and finding.column and finding.remedy and "many" in finding.excerpt


def test_a_lens_with_two_errors_has_two_findings(copy):
    text = (copy.parent / "Weights/undp-1994.toml").read_text()
    wrong = text.replace('normalisation = "goalposts"', 'normalisation = "posts"')
    wrong = wrong.replace("indicator_share = 0.5", "indicator_share = 5")
    (copy.parent / "Weights/wrong.toml").write_text(wrong)
    with pytest.raises(hsi.DataError) as caught:
        hsi.open(copy).score("wrong")
    assert len(caught.value.findings) >= 2


@pytest.mark.parametrize("question", [
    lambda index: index.score("no-such-lens"), lambda index: index.score(year=1400),
    lambda index: index.score(scope="un-memers"), lambda index: index.score(""), lambda index: index.score("a\ufffd"),
    lambda index: index.score(b"\xff".decode(errors="surrogateescape")), lambda index: index.score(year=1950),
    lambda index: index.explain("Atlantis"), lambda index: index.whatif(), lambda index: index.whatif(set="nothing"),
    lambda index: index.whatif(set={"KEN.physicians": float("nan")}), lambda index: index.audit("no-such-table"),
    lambda index: index.audit(weights="sphere"), lambda index: index.audit(level="country"),
    lambda index: index.audit(samples=1), lambda index: index.audit("rank-bounds", lens="benefit-of-the-doubt"),
    lambda index: index.audit("checks", country="KEN"), lambda index: index.diff("no-such-state"),
    lambda index: index.diff(2015, 2020, year=2019)])
def test_questions_without_answer(index, question):
    with pytest.raises(hsi.HSIError) as caught:
        question(index)
    assert all(finding.message for finding in caught.value.findings)


@pytest.mark.parametrize("question", [
    lambda index: index.score(year=2**40), lambda index: index.score("a\0b"), lambda index: index.audit(seed=-1)])
def test_what_c_cannot_take(index, question):
    with pytest.raises(ValueError):
        question(index)


def test_near_names_are_named(index):
    with pytest.raises(hsi.QuestionError, match="Kenya"):
        index.explain("Kenyaa")


def test_a_closed_index_leaves_its_tables():
    with hsi.open("Data") as index:
        table = index.score()
    assert table.explain("KEN")["cells"] and table["score"][0] > 50
    with pytest.raises(ValueError, match="closed"):
        index.score()


def test_null_pointers():
    c, out, wrong = _library.library, ctypes.c_void_p(), ctypes.c_void_p()
    places = ctypes.byref(out), ctypes.byref(wrong)
    assert c.hsi_open(None, *places) == 2 and b"data is null" in _library._taken(wrong)
    assert c.hsi_open(b"Data", None, ctypes.byref(wrong)) == 2 and _library._taken(wrong)
    assert c.hsi_open(b"Nowhere", ctypes.byref(out), None) == 1 and not out.value
    assert c.hsi_score(None, None, 0, None, 0, *places) == 2 and b"index is null" in _library._taken(wrong)
    assert c.hsi_explain(None, b"KEN", *places) == 2 and _library._taken(wrong)
    assert c.hsi_whatif(None, None, 0, *places) == 2 and _library._taken(wrong)
    assert c.hsi_audit(None, None, None, None, None, 0, 0, *places) == 2 and _library._taken(wrong)
    assert c.hsi_diff(None, b"2015", None, None, 0, *places) == 2 and _library._taken(wrong)
    assert (c.hsi_table_rows(None), c.hsi_table_columns(None)) == (0, 0)
    assert c.hsi_table_numbers(None, 0) is None and c.hsi_table_column_name(None, 0) is None
    assert not c.hsi_table_texts(None, 0) and c.hsi_table_description(None) is None
    c.hsi_close(None), c.hsi_free_table(None), c.hsi_free_text(None)


def test_other_bad_arguments(index):
    c, out, wrong = _library.library, ctypes.c_void_p(), ctypes.c_void_p()
    places = ctypes.byref(out), ctypes.byref(wrong)
    assert c.hsi_score(index._handle.pointer, None, 0, None, 64, *places) == 2 and b"64" in _library._taken(wrong)
    assert c.hsi_score(index._handle.pointer, b"\xff\xfe", 0, None, 0, *places) == 2
    assert b"UTF-8" in _library._taken(wrong)
    table = index.score()
    assert c.hsi_table_numbers(table._handle.pointer, 10_000) is None
    assert c.hsi_table_numbers(table._handle.pointer, 2**64 - 1) is None
    texts = (ctypes.c_char_p * 2)(b"set KEN.physicians=1", None)
    assert c.hsi_whatif(table._handle.pointer, texts, 2, *places) == 2 and _library._taken(wrong)
    assert c.hsi_whatif(table._handle.pointer, texts, 2**64 - 1, *places) == 2 and _library._taken(wrong)
