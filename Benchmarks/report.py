"""How long a report takes: report.py PROGRAM

Of the shipped figures: from nothing, after one figure has changed, and when nothing has. Then of an invented index of 1,000
countries, 45 indicators in seven dimensions, one year. Printed are medians of five in seconds, and how many files were written.
"""

import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = str(Path(sys.argv[1]).resolve())
ROUNDS = 5
DIMENSIONS = ["economic", "food", "health", "environmental", "personal", "community", "political"]
# A figure of the reference year: raised and lowered by turns, so that each run finds another.
CHANGED = ("Data/health/under-five-mortality.csv", "KEN,2023,")


def seconds(folder, *arguments):
    start = time.perf_counter()
    run = subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, text=True)
    taken = time.perf_counter() - start
    if run.returncode:
        raise SystemExit(run.stderr)
    return taken


def marks(folder):
    return {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in (folder / "Reports").rglob("*") if path.is_file()}


def shipped(folder):
    for name in ("Data", "Weights"):
        shutil.copytree(ROOT / name, folder / name)
    full = []
    for _ in range(ROUNDS):
        shutil.rmtree(folder / ".hsi", ignore_errors=True)
        shutil.rmtree(folder / "Reports", ignore_errors=True)
        full.append(seconds(folder, "report"))
    current = [seconds(folder, "report") for _ in range(ROUNDS)]
    file, key = folder / CHANGED[0], CHANGED[1]
    line = next(line for line in file.read_text().splitlines() if line.startswith(key))
    changed = []
    before = marks(folder)
    for at in range(ROUNDS):
        fields = line.split(",")
        fields[2] = str(float(fields[2]) + (1 if at % 2 == 0 else 0))
        file.write_text("\n".join(",".join(fields) if one.startswith(key) else one for one in file.read_text().splitlines()) + "\n")
        if at == ROUNDS - 1:
            before = marks(folder)
        changed.append(seconds(folder, "report"))
    after = marks(folder)
    written = sum(before.get(path) != mark for path, mark in after.items())
    print(f"{'from nothing':36} {statistics.median(full):6.2f} s, {len(after)} files")
    print(f"{'one figure changed':36} {statistics.median(changed):6.2f} s, {written} files written")
    print(f"{'nothing changed':36} {statistics.median(current):6.3f} s")
    print(f"{'what would move Kenya most':36} {statistics.median(seconds(folder, 'levers', 'KEN') for _ in range(ROUNDS)):6.2f} s")


def made(folder, units, indicators=45):
    chance = random.Random(1)
    codes = ["".join(chr(65 + place // 26**power % 26) for power in (2, 1, 0)) for place in range(units)]
    (folder / "Data").mkdir()
    (folder / "Weights").mkdir()
    (folder / "Data/countries.csv").write_text("iso3,name\n" + "".join(f"{code},Unit {code}\n" for code in codes))
    (folder / "Data/made").mkdir()
    rows = ["id,dimension,name,worst,best,licence,files"]
    for at in range(indicators):
        rows.append(f"made-{at},{DIMENSIONS[at % 7]},Made {at},0,100,CC0 1.0,made/made-{at}.csv")
        (folder / f"Data/made/made-{at}.csv").write_text("iso3,year,value\n" + "".join(f"{code},2020,{chance.uniform(1, 99):.2f}\n" for code in codes))
    (folder / "Data/indicators.csv").write_text("\n".join(rows) + "\n")
    (folder / "Weights/undp-1994.toml").write_text("[weights]\n" + "".join(f"{name} = 1\n" for name in DIMENSIONS))
    print(f"{f'{units:,} × {indicators} invented figures':36} {seconds(folder, 'report'):6.2f} s")


def main():
    with tempfile.TemporaryDirectory() as folder:
        shipped(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        made(Path(folder), 1000)


if __name__ == "__main__":
    main()
