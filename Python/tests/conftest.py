"""What the tests share: the shipped index, opened once, and the program to hold it against."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import hsi

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("HSI_PROGRAM", str(ROOT / ".build/release/hsi"))


@pytest.fixture(scope="session", autouse=True)
def root() -> Path:
    """Tests run in the root of the project, as the program does."""
    os.chdir(ROOT)
    return ROOT


@pytest.fixture(scope="session")
def index(root: Path) -> hsi.Index:
    return hsi.open("Data")


def printed(*arguments: str) -> str:
    """What the program prints."""
    return subprocess.run([PROGRAM, *arguments], check=True, capture_output=True, text=True, cwd=ROOT).stdout


@pytest.fixture(scope="session")
def rows() -> Callable[..., list[dict[str, str]]]:
    return lambda *arguments: list(csv.DictReader(io.StringIO(printed(*arguments, "--format", "csv"))))


@pytest.fixture(scope="session")
def answer() -> Callable[..., Any]:
    return lambda *arguments: json.loads(printed(*arguments, "--format", "json"))


@pytest.fixture
def copy(tmp_path: Path, root: Path) -> Path:
    """A folder with figures and lenses that a test may spoil."""
    shutil.copytree(root / "Data", tmp_path / "Data")
    shutil.copytree(root / "Weights", tmp_path / "Weights")
    return tmp_path / "Data"
