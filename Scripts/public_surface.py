#!/usr/bin/env python3
"""Compares the public declarations of the library with Documentation/public-api.txt.

The compiler's own symbol graph of the module is read, so that nothing public can be forgotten.
`--write` accepts the present surface. Run it after a build, whose folder may be named: public_surface.py [--write] [FOLDER].
"""
import glob
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
BUILD = ROOT / (FOLDERS[0] if FOLDERS else ".build/debug")
MODULE = "HumanSecurityIndex"
LISTING = ROOT / "Documentation" / "public-api.txt"
HEAD = """# Everything public in the library, as the compiler sees it. Scripts/public_surface.py checks this page
# (make test); --write accepts a change. A line that goes or changes breaks somebody's program.
"""


def graph():
    """The symbols of the module, from the compiler."""
    target = json.loads(subprocess.check_output(["swift", "-print-target-info"]))["target"]["triple"]
    maps = sorted(glob.glob(str(BUILD / "*.build" / "module.modulemap")))
    maps += sorted(glob.glob(str(ROOT / "Sources" / "*" / "module.modulemap")))
    command = ["swift", "symbolgraph-extract", "-module-name", MODULE, "-I", str(BUILD / "Modules")]
    command += ["-minimum-access-level", "public", "-target", target]
    for path in maps:
        command += ["-Xcc", f"-fmodule-map-file={path}"]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*command, "-output-dir", folder], check=True)
        return json.loads((pathlib.Path(folder) / f"{MODULE}.symbols.json").read_text())["symbols"]


def listing():
    """One line a declaration that is written in the module, sorted."""
    lines = set()
    for symbol in graph():
        if "::SYNTHESIZED::" in symbol["identifier"]["precise"]:
            continue
        path = ".".join(symbol["pathComponents"][:-1])
        text = "".join(part["spelling"] for part in symbol["declarationFragments"])
        lines.add(f"{path + ': ' if path else ''}{' '.join(text.split())}")
    return HEAD + "".join(line + "\n" for line in sorted(lines))


def main():
    present = listing()
    if "--write" in sys.argv[1:]:
        LISTING.write_text(present)
        return 0
    known = LISTING.read_text() if LISTING.exists() else ""
    if present == known:
        return 0
    known, present = set(known.splitlines()), set(present.splitlines())
    for line in sorted(known - present):
        print(f"gone: {line}", file=sys.stderr)
    for line in sorted(present - known):
        print(f"new:  {line}", file=sys.stderr)
    print(f"{LISTING.name}: the public surface changed; if that is meant, accept it with "
          "python3 Scripts/public_surface.py --write", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
