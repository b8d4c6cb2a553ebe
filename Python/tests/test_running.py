"""Threads, memory, start-up, and C programs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy
import pytest

import hsi

COMPILER = shutil.which("cc") or shutil.which("clang")

LEAKS = """
import hsi

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096

def once():
    index = hsi.open("Data")
    table = index.score()
    table["score"], table["country"], table.explain("KEN")
    try:
        index.score("no-such-lens")
    except hsi.DataError:
        pass

for _ in range(20):
    once()
before = resident()
for _ in range(200):
    once()
print((resident() - before) / 2**20)
"""

FORKED = """
import multiprocessing
import hsi

index = hsi.open("Data")
alone = list(index.score(intervals=True)["rank_p05"][:50])

def ask(_):
    return hsi.open("Data").score().rows, list(index.score(intervals=True)["rank_p05"][:50])

with multiprocessing.get_context("fork").Pool(2) as processes:
    for rows, ranks in processes.map_async(ask, range(4)).get(timeout=100):
        assert rows > 190 and ranks == alone
"""

START = """
import time
start = time.perf_counter()
import hsi
loaded = time.perf_counter()
hsi.open("Data").score(lens="undp-1994", year=2023)
print(loaded - start, time.perf_counter() - start, time.process_time())
"""


def test_threads_share_an_index(index):
    questions = [(lens, year) for lens in ("undp-1994", "realist", "pca") for year in (2010, 2015, 2020, 2023)]
    alone = [index.score(*question) for question in questions]

    def ask(question):
        table = index.score(*question)
        return table["score"], table.explain("Kenya")

    with ThreadPoolExecutor(8) as threads:
        for (scores, explained), table in zip(threads.map(ask, questions * 4), alone * 4):
            assert numpy.array_equal(scores, table["score"], equal_nan=True)
            assert explained == table.explain("Kenya")


def test_threads_share_a_table(index):
    table = index.score()
    expected = table.whatif(set={"KEN.physicians": 1})
    with ThreadPoolExecutor(4) as threads:
        for found in threads.map(lambda _: table.whatif(set={"KEN.physicians": 1}), range(16)):
            assert found == expected


def test_an_index_may_be_closed_while_threads_ask():
    for _ in range(5):
        index = hsi.open("Data")
        with ThreadPoolExecutor(4) as threads:
            asked = [threads.submit(index.score, None, 2023) for _ in range(8)]
            index.close()
        for future in asked:
            error = future.exception()
            assert error is None or "closed" in str(error)


def run(text: str, root: Path) -> str:
    return subprocess.run(
        [sys.executable, "-c", text], check=True, capture_output=True, text=True, cwd=root).stdout


def test_processes_forked_from_this_one_can_ask(root):
    run(FORKED, root)


def test_nothing_leaks(root):
    grown = float(run(LEAKS, root))
    print(f"\n200 times open, score, explain and free: {grown:+.1f} MiB resident")
    # One index that is not freed would take 200 times some 20 MiB, one table 200 times 0.1.
    assert grown < 12


def test_start_up_is_printed(root):
    times = [[float(word) for word in run(START, root).split()] for _ in range(5)]
    imported, all_of_it, processor = (min(column) for column in zip(*times))
    print(f"\nimport hsi: {imported:.3f} s; with open and score: {all_of_it:.3f} s, of processors with Python's own "
          f"start {processor:.3f} s (the least of 5)")


@pytest.fixture(scope="module")
def program(root, tmp_path_factory) -> Path:
    """The example in C, compiled against the header and the library of the wheel."""
    if COMPILER is None:
        pytest.skip("there is no C compiler")
    program = tmp_path_factory.mktemp("C") / "ranks"
    library = Path(hsi.__file__).with_name("libhsi.so")
    subprocess.run(
        [COMPILER, "-std=c99", "-Wall", "-Wextra", "-Werror", "-I", "Sources/CHSI", "Examples/C/ranks.c", "-o", program,
         library, f"-Wl,-rpath,{library.parent}", "-Wl,--allow-shlib-undefined"], check=True, cwd=root)
    return program


def test_a_c_program(root, program, index):
    lines = subprocess.run([program, "Data"], check=True, capture_output=True, text=True, cwd=root).stdout
    table = index.score()
    expected = [f"{int(table['rank'][row])} {table['country'][row]} {table['score'][row]:.1f}" for row in range(10)]
    assert lines.splitlines() == expected
    wrong = subprocess.run([program, "Nowhere"], capture_output=True, text=True, cwd=root)
    assert wrong.returncode == 1 and "no-data-folder" in wrong.stderr


@pytest.mark.skipif(shutil.which("valgrind") is None, reason="there is no valgrind")
@pytest.mark.parametrize("folder", ["Data", "Nowhere"])
def test_valgrind_finds_no_leak_and_no_wrong_access(root, program, folder):
    found = subprocess.run(
        ["valgrind", "--quiet", "--leak-check=full", "--show-leak-kinds=definite", "--errors-for-leak-kinds=definite",
         "--error-exitcode=99", program, folder], capture_output=True, text=True, cwd=root)
    assert found.returncode == (0 if folder == "Data" else 1), found.stderr
