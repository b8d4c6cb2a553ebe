"""Reads country figures with hsi, pandas, polars and DuckDB, in turn, and prints the ratios.

ingest.py [FOLDER] [ROUNDS] [SCALE]

Three inputs, made by inputs.py from one seed: 80 native files, one bulk file of 200 MB with one column
a year, one tidy file of ten million rows. Each program builds the same cube (country x series x year);
the run fails if they do not agree on the number of figures and their sum. A round runs all programs
one after the other, each in a process of its own; the first round warms the page cache and is not
counted. Seconds are from the first byte read to the cube being whole; start-up is not counted.

The peers come from PyPI: pip install numpy pandas polars duckdb.
"""

import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
PROGRAMS = ["hsi", "pandas", "polars", "duckdb"]


def command(program, kind, folder):
    if program == "hsi":
        return [f"{ROOT}/.build-bench/release/bench-ingest", f"{ROOT}/Data", f"{folder}/{kind}.series"]
    table = f"{ROOT}/Data/countries.csv"
    return [sys.executable, f"{HERE}/ingest_peers.py", program, kind, folder, table]


def run(program, kind, folder):
    """Seconds, figures, sum, and the most memory in MB that the process took."""
    process = subprocess.Popen(
        command(program, kind, folder), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    out, err = process.stdout.read(), process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{program} on {kind} failed:\n{err[-2000:]}")
    taken, count, total = out.split()
    return float(taken), int(count), float(total), usage.ru_maxrss / 1024


def check(kind, results):
    counts = {result[1] for result in results.values()}
    totals = [result[2] for result in results.values()]
    if len(counts) > 1 or max(totals) - min(totals) > 1e-9 * abs(totals[0]):
        sys.exit(f"the programs disagree on {kind}: {results}")


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "/tmp/hsi-bench"
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    scale = sys.argv[3] if len(sys.argv) > 3 else "1"
    table = f"{ROOT}/Data/countries.csv"
    subprocess.run([sys.executable, f"{HERE}/inputs.py", folder, table, scale], check=True)
    print(f"{os.cpu_count()} cores; medians of {rounds} rounds")
    print(f"{'input':8} {'program':8} {'seconds':>8} {'min':>7} {'max':>7} {'MB':>6} {'against hsi':>12}")
    for kind in ["native", "bulk", "tidy"]:
        times = {program: [] for program in PROGRAMS}
        memory = {program: 0 for program in PROGRAMS}
        for number in range(rounds + 1):
            results = {program: run(program, kind, folder) for program in PROGRAMS}
            check(kind, results)
            for program, (taken, _, _, megabytes) in results.items():
                if number > 0:
                    times[program].append(taken)
                    memory[program] = max(memory[program], megabytes)
        own = statistics.median(times["hsi"])
        for program in PROGRAMS:
            median = statistics.median(times[program])
            print(
                f"{kind:8} {program:8} {median:8.3f} {min(times[program]):7.3f} "
                f"{max(times[program]):7.3f} {memory[program]:6.0f} {median / own:11.2f}x"
            )


if __name__ == "__main__":
    main()
