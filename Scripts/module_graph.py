#!/usr/bin/env python3
"""Prints which module of Sources/ imports which, and checks the house against ARCHITECTURE.md.

It fails where an import goes up, a module has no line on its purpose, the graph or a path in
ARCHITECTURE.md is out of date, a folder holds more than 25 files or a file more than 300 lines.
`--write` brings the graph in ARCHITECTURE.md up to date.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "Sources"
PAGE = ROOT / "ARCHITECTURE.md"

# From the lowest to the highest: a module imports from rows below its own, never from its own row.
LAYERS = [["Diagnostics"], ["Tabular"], ["IndexModel"], ["Ingest", "Scoring"], ["Analysis", "Warehouse"],
          ["Audit"], ["Reporting"], ["HumanSecurityIndex"], ["hsi", "Embedding"]]
# Stand beside that order: an address becomes bytes, and a workbook texts, without a word of the domain.
ASIDE = ["Fetching", "Spreadsheets"]
BELOW_ASIDE = {"Diagnostics", "Tabular"}
ABOVE_ASIDE = {"HumanSecurityIndex", "hsi", "Embedding"}

# Parts of the system, which say nothing about the order of modules.
SYSTEM = {"Glibc", "Musl", "Darwin", "Dispatch", "Synchronization"}

MOST_FILES = 25
MOST_LINES = 300

IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\(\w+\))?\s+|(?:public|package|internal|private|fileprivate)\s+)*"
    r"import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)", re.M)
BLOCK = re.compile(r"(<!-- imports -->\n```text\n)(.*?)(```\n<!-- /imports -->)", re.S)


def layer(module):
    """The row of a module in LAYERS; those aside stand between the highest and what they serve."""
    if module in ASIDE:
        return layer("HumanSecurityIndex") - 0.5
    return next((i for i, row in enumerate(LAYERS) if module in row), None)


def swift_modules():
    """The modules with Swift files, each with what it imports."""
    found = {}
    for folder in sorted(path for path in SOURCES.iterdir() if path.is_dir()):
        files = sorted(folder.rglob("*.swift"))
        if files:
            found[folder.name] = set().union(*(
                IMPORT.findall(path.read_text(encoding="utf-8")) for path in files)) - SYSTEM
    return found


def graph(modules):
    """A line a module, the highest first: `Scoring -> IndexModel, Tabular`, others in brackets."""
    rows = []
    for name in sorted(modules, key=lambda name: (-(layer(name) or 0), name)):
        own = sorted(modules[name] & modules.keys(), key=lambda other: (-(layer(other) or 0), other))
        outside = sorted(modules[name] - modules.keys())
        rows.append("%-18s -> %s%s" % (
            name, ", ".join(own) or "nothing", " [%s]" % ", ".join(outside) if outside else ""))
    return "".join(row + "\n" for row in rows)


def may_import(module, other):
    if module in ASIDE or other in ASIDE:
        return other in BELOW_ASIDE or module in ABOVE_ASIDE
    return layer(other) < layer(module)


def order_mistakes(modules):
    for name in sorted(modules):
        if layer(name) is None:
            yield "Sources/%s has no place in LAYERS of Scripts/module_graph.py" % name
            continue
        for other in sorted(modules[name] & modules.keys()):
            if layer(other) is not None and not may_import(name, other):
                yield "Sources/%s imports %s, which is not below it" % (name, other)


def purpose_mistakes(modules):
    """One file of each module begins with `// Module: what it is for and may not know.`"""
    for name in sorted(modules):
        heads = [path for path in (SOURCES / name).rglob("*.swift")
                 if path.read_text(encoding="utf-8").startswith("// %s: " % name)]
        if len(heads) != 1:
            yield "%d files of Sources/%s begin with \"// %s: \" and its purpose, not 1" % (
                len(heads), name, name)


def size_mistakes():
    files = [path for path in sorted(SOURCES.rglob("*")) if path.is_file()]
    for folder in sorted({path.parent for path in files}):
        count = sum(path.parent == folder for path in files)
        if count > MOST_FILES:
            yield "%s has %d files, more than %d" % (folder.relative_to(ROOT), count, MOST_FILES)
    # A table has a line a row.
    for path in (path for path in files if path.suffix != ".csv"):
        lines = path.read_bytes().count(b"\n")
        if lines > MOST_LINES:
            yield "%s has %d lines, more than %d" % (path.relative_to(ROOT), lines, MOST_LINES)


def page_mistakes(text, drawn):
    block = BLOCK.search(text)
    if not block:
        yield "ARCHITECTURE.md has no block between <!-- imports --> and <!-- /imports -->"
    elif block.group(2) != drawn:
        yield "ARCHITECTURE.md shows other imports: run Scripts/module_graph.py --write"
    for path in sorted(set(re.findall(r"`((?:Sources|Tests|Scripts|Data|Weights|Documentation)"
                                      r"/[\w./+-]*)`", text))):
        if not (ROOT / path).exists():
            yield "ARCHITECTURE.md names %s, which is not there" % path


def main():
    modules = swift_modules()
    drawn = graph(modules)
    text = PAGE.read_text(encoding="utf-8")
    if sys.argv[1:] == ["--write"]:
        text = BLOCK.sub(lambda found: found.group(1) + drawn + found.group(3), text)
        PAGE.write_text(text, encoding="utf-8")
    elif sys.argv[1:]:
        sys.exit("usage: Scripts/module_graph.py [--write]")
    print(drawn, end="")
    mistakes = [*order_mistakes(modules), *purpose_mistakes(modules), *size_mistakes(),
                *page_mistakes(text, drawn)]
    for mistake in mistakes:
        print("error: " + mistake, file=sys.stderr)
    sys.exit(1 if mistakes else 0)


if __name__ == "__main__":
    main()
