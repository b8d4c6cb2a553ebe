"""Scores many units with the statement of `hsi sql --input wide` in DuckDB and with `hsi score`, and compares both.

warehouse.py [HSI] [FOLDER] [SIZES] [ROUNDS]

  HSI     the program; default .build/release/hsi
  FOLDER  where the worlds are kept; default /tmp/hsi-bench/warehouse
  SIZES   numbers of units, a comma between them; default 200000,2000000
  ROUNDS  how often each is run; default 3

A world has 45 indicators in seven dimensions, figures between 0 and 100 with two decimals, one in 33 missing. DuckDB makes
them: wide Parquet, and of that the CSV that `hsi score` reads. Each run is a process of its own, which reads the figures,
scores all units and writes a file; printed are the median of seconds on the wall, their range, and the greatest peak of
memory. Three ways are measured: the program from CSV to CSV, DuckDB from CSV to CSV, and DuckDB from Parquet to Parquet.
Every score of the index and of the dimensions, every rank and every status is then compared, to 1e-9. Needs the package
duckdb of python3, in .build-exports or installed.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HSI = str(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/release/hsi").resolve())
FOLDER = Path(sys.argv[2] if len(sys.argv) > 2 else "/tmp/hsi-bench/warehouse").resolve()
SIZES = [int(size) for size in (sys.argv[3] if len(sys.argv) > 3 else "200000,2000000").split(",")]
ROUNDS = int(sys.argv[4]) if len(sys.argv) > 4 else 3
PACKAGES = str(ROOT / ".build-exports")
ENVIRONMENT = {**os.environ, "PYTHONPATH": PACKAGES + os.pathsep + os.environ.get("PYTHONPATH", "")}

INDICATORS, YEAR, TOLERANCE = 45, 2023, 1e-9
DIMENSIONS = ["economic", "food", "health", "environmental", "personal", "community", "political"]
NAMES = ["%s-%d" % (DIMENSIONS[place % 7], place) for place in range(INDICATORS)]
LENS = 'title = "Invented"\nweights = "equal"\n[index]\nname = "Invented"\nunit = "household"\nunits = "households"\n'
RUN = "import sys, duckdb; duckdb.execute(open(sys.argv[1], encoding='utf-8').read())"


def duckdb(script, folder):
    """Runs statements in a process of their own."""
    file = folder / "script.sql"
    file.write_text("SET autoinstall_known_extensions = false;\n" + script, encoding="utf-8")
    return measured([sys.executable, "-c", RUN, str(file)], folder)


def measured(command, folder, output=None):
    """Seconds on the wall and MiB of one process."""
    start = time.monotonic()
    with open(output or os.devnull, "wb") as target:
        process = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=target, stderr=subprocess.PIPE)
        errors = process.stderr.read().decode(errors="replace")
        _, code, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if code:
        raise SystemExit("%s ended with %d:\n%s" % (command[0], os.waitstatus_to_exitcode(code), errors[-2000:]))
    return seconds, usage.ru_maxrss / 1024


def world(units):
    """The folder of a world, made where it is not there yet."""
    folder = FOLDER / str(units)
    if (folder / "done").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "Data").mkdir(parents=True)
    (folder / "Weights").mkdir()
    (folder / "Weights" / "invented.toml").write_text(LENS)
    rows = ["id,dimension,worst,best,kind,files"]
    rows += ["%s,%s,%s,measured,all.csv#%s" % (name, name.split("-")[0], ("0,100", "100,0")[place % 2], name)
             for place, name in enumerate(NAMES)]
    (folder / "Data" / "indicators.csv").write_text("\n".join(rows) + "\n")
    # A hash of unit and indicator, so that the same figures are made on every machine.
    cell = "CASE WHEN hash(i, {0}, 'there') % 33 > 0 THEN CAST(hash(i, {0}) % 10001 AS DOUBLE) / 100 END AS \"{1}\""
    columns = ", ".join(cell.format(place, name) for place, name in enumerate(NAMES))
    duckdb(f"""
        COPY (SELECT format('H-{{:08d}}', i) AS unit, {columns} FROM range({units}) AS t(i)) TO 'figures.parquet';
        COPY (SELECT unit AS id, {YEAR} AS year, COLUMNS(* EXCLUDE (unit)) FROM 'figures.parquet') TO 'Data/all.csv' (HEADER);
        COPY (SELECT format('H-{{:08d}}', i) AS id, format('Household {{}}', i) AS name, 'C-0' AS parent, 1 AS weight
          FROM range({units}) AS t(i)
          UNION ALL SELECT 'C-0', 'Country', NULL, NULL) TO 'Data/units.csv' (HEADER);""", folder)
    (folder / "done").write_text("")
    return folder


def statement(folder):
    command = [HSI, "sql", "--year", str(YEAR), "--input", "wide", "--dialect", "duckdb"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout.rstrip().rstrip(";")


def ways(folder):
    """What is measured: a word for it, and how it is run once."""
    text = statement(folder)
    types = ", ".join("'%s': 'DOUBLE'" % name for name in NAMES)
    csv = f"read_csv('Data/all.csv', header = true, auto_detect = false, columns = {{'id': 'VARCHAR', 'year': 'INTEGER', {types}}})"
    score = [HSI, "score", "--format", "csv", "--year", str(YEAR), "--output", "own.csv"]
    return [
        ("hsi score, CSV to CSV", lambda: measured(score, folder)),
        ("DuckDB, CSV to CSV", lambda: duckdb(
            f"CREATE VIEW figures AS SELECT id AS unit, * EXCLUDE (id, year) FROM {csv};\nCOPY (\n{text}\n) TO 'sql.csv' (HEADER);", folder)),
        ("DuckDB, Parquet to Parquet", lambda: duckdb(
            f"CREATE VIEW figures AS FROM 'figures.parquet';\nCOPY (\n{text}\n) TO 'sql.parquet';", folder)),
    ]


def compared(folder, units):
    """The greatest difference of a score; all ranks and statuses have to be the same."""
    nodes = ["score", "coverage"] + DIMENSIONS
    differences = ", ".join(f'MAX(ABS(o."{node}" - s."{node}"))' for node in nodes)
    other = " OR ".join(f'o."{name}" IS DISTINCT FROM s."{name}"' for name in ["rank", "status"])
    lost = " OR ".join(f'(o."{node}" IS NULL) <> (s."{node}" IS NULL)' for node in nodes)
    duckdb(f"""COPY (
        SELECT COUNT(*), COUNT(*) FILTER ({other} OR {lost}), GREATEST({differences})
        FROM read_csv('own.csv', header = true, sample_size = 1000000) AS o
        JOIN 'sql.parquet' AS s ON s.unit = o.iso3
      ) TO 'compared.csv' (HEADER false);""", folder)
    count, wrong, greatest = (folder / "compared.csv").read_text().strip().split(",")
    if int(count) != units or int(wrong) or not float(greatest) <= TOLERANCE:
        raise SystemExit("%s of %d units compared, %s differ, greatest difference %s" % (count, units, wrong, greatest))
    return float(greatest)


def main():
    print("load before: %s; %d processors, %d MiB" % (
        " ".join("%.1f" % load for load in os.getloadavg()), os.cpu_count(), os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") >> 20))
    print("%-28s %9s %8s %13s %9s" % ("way", "units", "seconds", "range", "MiB"))
    for units in SIZES:
        folder = world(units)
        done = {}
        for _ in range(ROUNDS):  # One after the other, so that a busy minute of the machine meets all of them.
            for name, run in ways(folder):
                done.setdefault(name, []).append(run())
        for name, runs in done.items():
            seconds = [run[0] for run in runs]
            print("%-28s %9d %8.1f %6.1f–%-6.1f %9.0f" % (
                name, units, statistics.median(seconds), min(seconds), max(seconds), max(run[1] for run in runs)), flush=True)
        print("%d units: every rank and status is the same, the greatest difference of a score is %.3g" % (
            units, compared(folder, units)), flush=True)


main()
