"""What the pages show in Python runs."""

from __future__ import annotations

import re

import pytest

PAGES = ["README.md", "Documentation/python.md", "Python/README.md"]


@pytest.mark.parametrize("page", PAGES)
def test_examples_run(root, page, capsys):
    examples = re.findall(r"^```python\n(.*?)^```", (root / page).read_text(encoding="utf-8"), re.M | re.S)
    assert examples
    names: dict[str, object] = {}
    for example in examples:
        exec(compile(example, page, "exec"), names)
