"""Makes invented worlds of many units and prints how time and memory grow with their number.

units.py [HSI] [FOLDER] [SIZES] [COMMANDS]

  HSI       the program; default .build/release/hsi
  FOLDER    where the worlds are kept; default /tmp/hsi-bench/units
  SIZES     numbers of units, a comma between them, each with xYEARS for more years than one;
            default 193,2000,20000,200000
  COMMANDS  of score, score-wide, aggregate, report, audit; default score,score-wide

A world has 45 indicators in seven dimensions, figures between 0 and 100, one in 33 missing, districts in states in two
countries, ids of ten characters. score and aggregate read a file an indicator (id,year,value); score-wide reads the same
figures from one file with a column an indicator. Each command writes its CSV to nowhere; printed is the median of its runs, as a whole process,
on the wall and on processors, and the peak of its memory. What is read is timed by itself: the same command asked for a year before all figures, which
reads all and then says that nothing can be scored. "per unit" compares what is left of the processors' time with that of the smallest world of at
least 2,000 units, unit by unit: 1.00 is linear growth.
"""

import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HSI = str(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/release/hsi").resolve())
FOLDER = Path(sys.argv[2] if len(sys.argv) > 2 else "/tmp/hsi-bench/units")
SIZES = (sys.argv[3] if len(sys.argv) > 3 else "193,2000,20000,200000").split(",")
COMMANDS = (sys.argv[4] if len(sys.argv) > 4 else "score,score-wide").split(",")

INDICATORS, LAST = 45, 2023
DIMENSIONS = ["economic", "food", "health", "environmental", "personal", "community", "political"]
LENS = 'title = "Invented"\nweights = "equal"\n[index]\nname = "Invented"\nunit = "district"\nunits = "districts"\n'


def unit(number):
    return f"D-{number:08d}"


def world(units, years, wide):
    """The folder of a world, made where it is not there yet."""
    folder = FOLDER / f"{units}x{years}{'-wide' if wide else ''}"
    if (folder / "done").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    data = folder / "Data"
    (folder / "Weights").mkdir(parents=True)
    (folder / "Weights" / "invented.toml").write_text(LENS)
    data.mkdir()
    states = max(2, units // 400)
    with open(data / "units.csv", "w") as file:
        file.write("id,name,parent,weight\nC-0,Country 0,,\nC-1,Country 1,,\n")
        for state in range(states):
            file.write(f"S-{state},State {state},C-{state % 2},\n")
        for number in range(units):
            file.write(f"{unit(number)},District {number},S-{number % states},{1000 + number % 977}\n")
    names = [(f"{DIMENSIONS[place % 7]}-{place}", DIMENSIONS[place % 7]) for place in range(INDICATORS)]
    with open(data / "indicators.csv", "w") as file:
        file.write("id,dimension,worst,best,kind,files\n")
        for place, (name, dimension) in enumerate(names):
            ends = "0,100" if place % 2 == 0 else "100,0"
            file.write(f"{name},{dimension},{ends},measured,{'all.csv#' + name if wide else ''}\n")
    columns = []
    for place, (name, dimension) in enumerate(names):
        source = random.Random(1994 + place)
        columns.append([[f"{100 * source.random():.4g}" if source.random() > 0.03 else "" for _ in range(years)]
                        for _ in range(units)])
        if wide:
            continue
        (data / dimension).mkdir(exist_ok=True)
        with open(data / dimension / f"{name}.csv", "w") as file:
            file.write("id,year,value\n")
            for number, texts in enumerate(columns.pop()):
                for year, text in enumerate(texts):
                    if text:
                        file.write(f"{unit(number)},{LAST - years + 1 + year},{text}\n")
    if wide:
        with open(data / "all.csv", "w") as file:
            file.write("id,year," + ",".join(name for name, _ in names) + "\n")
            for number in range(units):
                for year in range(years):
                    cells = ",".join(column[number][year] for column in columns)
                    file.write(f"{unit(number)},{LAST - years + 1 + year},{cells}\n")
    (folder / "done").write_text("")
    return folder


def run(arguments, folder, status=0):
    """Seconds on the wall, seconds of processors and MiB of one process."""
    start = time.monotonic()
    process = subprocess.Popen([HSI, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read().decode(errors="replace")
    _, code, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if os.waitstatus_to_exitcode(code) != status:
        sys.exit(f"hsi {' '.join(arguments)} in {folder} ended with {os.waitstatus_to_exitcode(code)}:\n{errors}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def arguments(command):
    return {
        "score": ["score", "--format", "csv"],
        "score-wide": ["score", "--format", "csv"],
        "aggregate": ["score", "--aggregate", "parent", "--format", "csv"],
        "report": ["report", "--output", "Reports"],
        "audit": ["audit", "--format", "csv", "--samples", "2000", "--budget", "10s"],
    }[command]


def measured(command, folder, units):
    rounds = 5 if units <= 2000 else 3 if command.startswith(("score", "aggregate")) else 1
    results, reading = [], []
    for _ in range(rounds):
        if command == "report":
            shutil.rmtree(folder / "Reports", ignore_errors=True)
            shutil.rmtree(folder / ".hsi", ignore_errors=True)
        results.append(run(arguments(command), folder))
        reading.append(run(["score", "--year", "1500"], folder, status=1))
    return (statistics.median(r[0] for r in results), statistics.median(r[1] for r in results),
            max(r[2] for r in results), statistics.median(r[1] for r in reading))


def main():
    print(f"{'command':<11} {'units':>8} {'years':>5} {'cells':>11} {'seconds':>8} {'cpu':>7} {'reading':>8} {'rest':>7} {'MiB':>7} {'per unit':>8}")
    for command in COMMANDS:
        base = {}
        for size in SIZES:
            units, years = (int(part) for part in (size.split("x") + ["1"])[:2])
            folder = world(units, years, command == "score-wide")
            seconds, cpu, memory, reading = measured(command, folder, units)
            rest = max(cpu - reading, 1e-4)
            if units >= 2000:
                base.setdefault(years, rest / units)
            ratio = f"{rest / units / base[years]:8.2f}" if years in base else f"{'–':>8}"
            print(f"{command:<11} {units:>8} {years:>5} {units * years * INDICATORS:>11} {seconds:>8.2f} {cpu:>7.2f} {reading:>8.2f} "
                  f"{rest:>7.2f} {memory:>7.0f} {ratio}", flush=True)


main()
