"""The C interface by ctypes: its functions with their types, its errors as exceptions."""

from __future__ import annotations

import ctypes
import json
import os
import weakref
from ctypes import POINTER, byref, c_char_p, c_double, c_int32, c_int64, c_size_t, c_uint32, c_uint64, c_void_p
from pathlib import Path
from typing import Any, Callable

from ._findings import error

OPEN_ONLY = 1
INTERVALS = 2

_ABI = 100

_Out = POINTER(c_void_p)
_FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {
    "hsi_abi_version": (c_int32, []),
    "hsi_release": (c_char_p, []),
    "hsi_free_text": (None, [c_void_p]),
    "hsi_open": (c_int32, [c_char_p, _Out, _Out]),
    "hsi_close": (None, [c_void_p]),
    "hsi_lenses": (c_int32, [c_void_p, _Out, _Out]),
    "hsi_score": (c_int32, [c_void_p, c_char_p, c_int32, c_char_p, c_uint32, _Out, _Out]),
    "hsi_free_table": (None, [c_void_p]),
    "hsi_table_rows": (c_size_t, [c_void_p]),
    "hsi_table_columns": (c_size_t, [c_void_p]),
    "hsi_table_column_name": (c_char_p, [c_void_p, c_size_t]),
    "hsi_table_numbers": (c_void_p, [c_void_p, c_size_t]),
    "hsi_table_texts": (POINTER(c_char_p), [c_void_p, c_size_t]),
    "hsi_table_description": (c_char_p, [c_void_p]),
    "hsi_explain": (c_int32, [c_void_p, c_char_p, _Out, _Out]),
    "hsi_whatif": (c_int32, [c_void_p, POINTER(c_char_p), c_size_t, _Out, _Out]),
    "hsi_audit": (
        c_int32, [c_void_p, c_char_p, c_char_p, c_char_p, c_char_p, c_int64, c_uint64, _Out, _Out]),
    "hsi_diff": (c_int32, [c_void_p, c_char_p, c_char_p, c_char_p, c_int32, _Out, _Out]),
}


def _load() -> ctypes.CDLL:
    # HSI_LIBRARY is for those who build the library themselves.
    path = os.environ.get("HSI_LIBRARY") or str(Path(__file__).with_name("libhsi.so"))
    library = ctypes.CDLL(path)
    for name, (result, arguments) in _FUNCTIONS.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    version = library.hsi_abi_version()
    if version // 100 != _ABI // 100 or version < _ABI:
        raise ImportError(f"{path} has version {version} of the C interface; this package needs {_ABI}")
    return library


library = _load()
release: str = library.hsi_release().decode()


class Handle:
    """A handle of the library, freed when the last object that looks into it is gone."""

    def __init__(self, pointer: int, free: Callable[[int], None]) -> None:
        self.pointer = pointer
        # At the end of the program the system takes all memory back, and other threads may still look.
        weakref.finalize(self, free, pointer).atexit = False


def text(value: str | os.PathLike[str] | None, name: str) -> bytes | None:
    """A text as C takes it; None stays None."""
    if value is None:
        return None
    encoded = os.fspath(value)
    if not isinstance(encoded, str):
        raise TypeError(f"{name} is a text, not {type(value).__name__}")
    if "\0" in encoded:
        raise ValueError(f"{name} has a null character")
    return encoded.encode("utf-8", "surrogateescape")


def whole(value: int | None, name: str, least: int, most: int) -> int:
    """A whole number that C can take; 0 for None."""
    if value is None:
        return 0
    number = value.__index__()
    if not least <= number <= most:
        raise ValueError(f"{name} {number} is not from {least} to {most}")
    return number


def year(value: int | None) -> int:
    """A year as C takes it; 0, for the reference year, is never one that was given."""
    return 0 if value is None else whole(value, "year", 1, 2**31 - 1)


def _taken(pointer: c_void_p) -> bytes | None:
    """A text that the library hands over, copied and given back."""
    if not pointer.value:
        return None
    try:
        return ctypes.string_at(pointer.value)
    finally:
        library.hsi_free_text(pointer)


def handle(name: str, free: str, *arguments: Any) -> Handle:
    """Calls a function that gives a handle."""
    opened, wrong = c_void_p(), c_void_p()
    status = getattr(library, name)(*arguments, byref(opened), byref(wrong))
    if status != 0 or not opened.value:
        raise error(status, _taken(wrong))
    return Handle(opened.value, getattr(library, free))


def answer(name: str, *arguments: Any) -> Any:
    """Calls a function that gives JSON."""
    json_text, wrong = c_void_p(), c_void_p()
    status = getattr(library, name)(*arguments, byref(json_text), byref(wrong))
    if status != 0:
        raise error(status, _taken(wrong))
    return json.loads(_taken(json_text) or b"null")
