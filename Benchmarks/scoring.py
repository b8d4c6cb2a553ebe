"""Scores a panel of countries with hsi, numpy and pandas, in turn, and prints the ratios.

scoring.py [FOLDER] [ROUNDS]

One lens: goalposts, figures carried forward for ten years, arithmetic means in seven dimensions, a
geometric mean across them, six required. Each program scores one year and a series of years, on one
core, from figures that are in memory; the run fails if they do not agree on the countries ranked and
the sum of their scores. numpy and pandas do the arithmetic alone: hsi also keeps of each cell its year,
its age and where its figure stands, and why a country is withheld.

The peers come from PyPI: pip install numpy pandas.
"""

import os
import statistics
import subprocess
import sys
import time

import numpy as np
import pandas as pd

HERE = os.path.dirname(os.path.abspath(__file__))
CARRY, DIMENSIONS, REQUIRED, FLOOR = 10, 7, 6, 1.0


def panel(folder, countries, indicators, years):
    """Figures between 1 and 100, four in ten years missing, a twentieth of the series absent."""
    rng = np.random.default_rng(1994)
    values = rng.uniform(1, 100, (indicators, countries, years))
    values[rng.random(values.shape) < 0.4] = np.nan
    values[rng.random((indicators, countries)) < 0.05] = np.nan
    path = f"{folder}/panel-{countries}-{indicators}-{years}.f64"
    values.tofile(path)
    return path, values


def posts(indicator):
    worst, best = (1.0, 100.0) if indicator % 2 == 0 else (100.0, 1.0)
    return (np.log(worst), np.log(best)) if indicator % 5 == 0 else (worst, best)


def with_numpy(values, year):
    indicators = values.shape[0]
    first = max(0, year - CARRY)
    window = values[:, :, first : year + 1][:, :, ::-1]
    present = ~np.isnan(window)
    latest = np.take_along_axis(window, present.argmax(axis=2)[:, :, None], axis=2)[:, :, 0]
    latest[::5] = np.log(latest[::5])
    ends = np.array([posts(i) for i in range(indicators)])
    worst, best = ends[:, :1], ends[:, 1:]
    scores = 100 * np.clip((latest - worst) / (best - worst), 0, 1)
    dimensions = np.empty((DIMENSIONS, values.shape[1]))
    for d in range(DIMENSIONS):
        part = scores[d::DIMENSIONS]
        known = ~np.isnan(part)
        count = known.sum(axis=0)
        mean = np.where(known, part, 0).sum(axis=0) / np.maximum(count, 1)
        dimensions[d] = np.where((count > 0) & (2 * count >= part.shape[0]), mean, np.nan)
    known = ~np.isnan(dimensions)
    count = known.sum(axis=0)
    logs = np.where(known, np.log(np.maximum(dimensions, FLOOR)), 0).sum(axis=0)
    index = np.where(count >= REQUIRED, np.exp(logs / np.maximum(count, 1)), np.nan)
    index = index[~np.isnan(index)]
    ranks = np.searchsorted(np.sort(-index), -index) + 1
    return len(ranks), index.sum()


def frames(values):
    """One frame an indicator: years by countries, as pandas users hold a panel."""
    return [pd.DataFrame(values[i].T) for i in range(values.shape[0])]


def with_pandas(panels, year):
    columns = {}
    for i, frame in enumerate(panels):
        latest = frame.iloc[max(0, year - CARRY) : year + 1].ffill().iloc[-1]
        if i % 5 == 0:
            latest = np.log(latest)
        worst, best = posts(i)
        columns[i] = 100 * ((latest - worst) / (best - worst)).clip(0, 1)
    scores = pd.DataFrame(columns)
    dimensions = {}
    for d in range(DIMENSIONS):
        part = scores.iloc[:, d::DIMENSIONS]
        dimensions[d] = part.mean(axis=1).where(2 * part.count(axis=1) >= part.shape[1])
    dimensions = pd.DataFrame(dimensions)
    logs = np.log(dimensions.clip(lower=FLOOR)).mean(axis=1)
    index = np.exp(logs).where(dimensions.count(axis=1) >= REQUIRED).dropna()
    index.rank(ascending=False, method="min")
    return len(index), index.sum()


def median(rounds, work):
    work()
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def peer(score, data, years, rounds):
    one = median(rounds, lambda: score(data, years - 1))
    results = []
    series = median(
        max(1, rounds // 10), lambda: results.append([score(data, year) for year in range(years)])
    )
    return one, series, sum(r[0] for r in results[-1]), sum(r[1] for r in results[-1])


def hsi(path, shape, rounds):
    program = f"{HERE}/../.build-bench/release/bench-scoring"
    command = [program, path, *map(str, shape), str(rounds)]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(out[0]), float(out[1]), int(out[2]), float(out[3])


def check(results):
    counts = {result[2] for result in results.values()}
    sums = [result[3] for result in results.values()]
    if len(counts) > 1 or max(sums) - min(sums) > 1e-9 * abs(sums[0]):
        sys.exit(f"the programs disagree: {results}")


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "/tmp/hsi-bench"
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 101
    os.makedirs(folder, exist_ok=True)
    shape = (193, 50, 30)
    path, values = panel(folder, *shape)
    results = {
        "hsi": hsi(path, shape, rounds),
        "numpy": peer(with_numpy, values, shape[2], rounds),
        "pandas": peer(with_pandas, frames(values), shape[2], max(1, rounds // 10)),
    }
    check(results)
    print(f"193 countries, 50 indicators, on one core; medians of {rounds} rounds")
    print(f"{'program':8} {'one year':>10} {'against hsi':>12} {'30 years':>10} {'against hsi':>12}")
    own = results["hsi"]
    for program, (one, series, _, _) in results.items():
        print(
            f"{program:8} {one * 1e6:7.0f} us {one / own[0]:11.2f}x "
            f"{series * 1e3:7.2f} ms {series / own[1]:11.2f}x"
        )
    print("\nhow the cost of hsi grows")
    print(f"{'countries':>10} {'indicators':>10} {'years':>6} {'one year':>10} {'all years':>11}")
    for shape in [
        (97, 50, 30), (193, 50, 30), (386, 50, 30), (193, 25, 30), (193, 100, 30),
        (193, 50, 15), (193, 50, 60),
    ]:
        path, _ = panel(folder, *shape)
        one, series, _, _ = hsi(path, shape, max(11, rounds // 3))
        print(
            f"{shape[0]:10} {shape[1]:10} {shape[2]:6} {one * 1e6:7.0f} us {series * 1e3:8.2f} ms"
        )


if __name__ == "__main__":
    main()
