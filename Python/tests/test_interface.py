"""The header, what the library exports and what the package calls are the same functions."""

from __future__ import annotations

import re

from hsi import _library


def test_the_same_functions_everywhere(root):
    header = (root / "Sources/CHSI/hsi.h").read_text(encoding="utf-8")
    declared = set(re.findall(r"\b(hsi_\w+)\(", header))
    assert declared == set(_library._FUNCTIONS)
    assert declared == set(re.findall(r"^ +(hsi_\w+);", (root / "Scripts/libhsi.map").read_text(), re.M))
    assert all(hasattr(_library.library, name) for name in declared)
    assert not hasattr(_library.library, "hsi_shipped_countries")


def test_the_same_version_everywhere(root):
    header = (root / "Sources/CHSI/hsi.h").read_text(encoding="utf-8")
    assert f"#define HSI_ABI_VERSION {_library._ABI}\n" in header
    assert _library.library.hsi_abi_version() == _library._ABI
    assert f'"{_library.release}"' in (root / "Sources/HumanSecurityIndex/Release.swift").read_text()
