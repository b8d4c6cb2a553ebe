"""Audits the weights of the shipped index with hsi, numpy, numba, HiGHS and SALib, in turn; prints the ratios.

audit.py [FOLDER] [REPLICATES]

Scores of dimensions come from Reports/scores.csv, but for the last of four tasks:

ranks   weights drawn uniformly from the simplex, a score and a rank of every country under each, and how
        often each country had each rank. numpy and numba break ties at random,
        hsi shares ranks and keeps central weights as well.
draws   weights alone.
bounds  the best and the worst rank of each country over a set of weights. hsi bounds all; HiGHS, through
        scipy.optimize.milp, a sample of one country in sixteen, at most 60 s an end. hsi names weights for every end and ranks anew
        under them; HiGHS works to a tolerance of 1e-6. The run fails where the two differ.
sobol   Sobol' indices of 30 judgements on made-up scores, each the weight of one node within a quarter of its
        own, for the mean shift of ranks and the rank of each country, with intervals by 1,000 resamples.
        numpy evaluates the points of SALib, which then makes the indices of the mean shift alone; the rest
        is told at that rate. The run fails where the total effects of the first judgement are further apart
        than their intervals.

Seconds are those of processor, summed over cores, so that what else the machine does counts little; where
hsi uses all cores, those that passed are told too.

The peers come from PyPI: pip install numpy numba scipy SALib.
"""

import csv
import os
import subprocess
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numba
import numpy as np
from SALib.analyze import sobol as sobol_indices
from SALib.sample import sobol as sobol_points
from scipy.optimize import Bounds, LinearConstraint, milp

HERE = os.path.dirname(os.path.abspath(__file__))
DIMENSIONS = ["economic", "food", "health", "environmental", "personal", "community", "political"]
BRANCHES = 16000


def shipped():
    """Scores of the ranked countries, NaN where missing, and their logarithms, filled by the index's."""
    with open(f"{HERE}/../Reports/scores.csv", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["status"] == "ranked"]
    scores = np.array([[float(row[d] or "nan") for d in DIMENSIONS] for row in rows])
    logs = np.log(np.maximum(scores, 1))
    missing = np.isnan(logs)
    logs[missing] = np.broadcast_to(np.nanmean(logs, axis=1)[:, None], logs.shape)[missing]
    return scores, logs


def hsi(path, shape, task, weights, count):
    """Seconds that passed, seconds of processor, and what else is printed, line after line."""
    command = [f"{HERE}/../.build-bench/release/bench-audit", path, *map(str, shape), task, weights, str(count)]
    out = subprocess.run(command, check=True, capture_output=True, text=True)
    return [float(word) for word in out.stdout.split()]


def ranks_numpy(logs, count, batch=2000):
    rng = np.random.default_rng(1)
    n = len(logs)
    places = np.arange(n) * n
    counts = np.zeros(n * n, dtype=np.int64)
    for _ in range(count // batch):
        weights = rng.standard_exponential((batch, logs.shape[1]))
        weights /= weights.sum(axis=1, keepdims=True)
        order = np.argsort(-(weights @ logs.T), axis=1)
        ranks = np.empty_like(order)
        np.put_along_axis(ranks, order, np.arange(n)[None, :], axis=1)
        counts += np.bincount((ranks + places).ravel(), minlength=n * n)
    counts = counts.reshape(n, n)
    return 1 + (counts[0] @ np.arange(n)) / counts[0].sum()


@numba.njit(fastmath=True)
def ranks_numba(logs, count):
    n, nodes = logs.shape
    counts = np.zeros((n, n), dtype=np.int64)
    scores = np.empty(n)
    weights = np.empty(nodes)
    for _ in range(count):
        total = 0.0
        for k in range(nodes):
            weights[k] = np.random.exponential(1.0)
            total += weights[k]
        for i in range(n):
            sum_ = 0.0
            for k in range(nodes):
                sum_ += weights[k] * logs[i, k]
            scores[i] = sum_ / total
        order = np.argsort(-scores)
        for rank in range(n):
            counts[order[rank], rank] += 1
    mean = 0.0
    for rank in range(n):
        mean += (rank + 1) * counts[0, rank]
    return mean / count


def draws_numpy(count):
    weights = np.random.default_rng(1).standard_exponential((count, 7))
    weights /= weights.sum(axis=1, keepdims=True)
    return weights[:, 0].mean()


def timed(work):
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def end(d, low, high, sign):
    """The least number of rivals above (sign 1) or not above (sign -1); None where time ran out."""
    # The greatest of sign*w.d over the box, each weight in turn as far up as it may go.
    most = np.empty(len(d))
    for row in range(len(d)):
        value, rest = low @ (sign * d[row]), 1 - low.sum()
        for node in np.argsort(-sign * d[row]):
            share = min(rest, high[node] - low[node])
            value, rest = value + share * sign * d[row, node], rest - share
        most[row] = value
    d, most = d[most > 0], most[most > 0]
    count, nodes = d.shape
    rows = np.vstack([np.hstack([-sign * d, np.diag(most)]), np.r_[np.ones(nodes), np.zeros(count)]])
    result = milp(
        np.r_[np.zeros(nodes), np.ones(count)],
        constraints=LinearConstraint(
            rows, np.r_[np.zeros(count), 1], np.r_[np.full(count, np.inf), 1]),
        bounds=Bounds(np.r_[low, np.zeros(count)], np.r_[high, np.ones(count)]),
        integrality=np.r_[np.zeros(nodes), np.ones(count)],
        options={"mip_rel_gap": 0, "time_limit": 60})
    return int(round(result.fun)) if result.status == 0 else None


def bounds_highs(logs, share, sample):
    nominal = np.full(7, 1 / 7)
    low = (1 - share) * nominal if share else np.zeros(7)
    high = (1 + share) * nominal if share else np.ones(7)
    total, unsettled = 0, 0
    for i in sample:
        d = 1000 * (np.delete(logs, i, axis=0) - logs[i])
        best, below = end(d, low, high, 1), end(d, low, high, -1)
        if best is None or below is None:
            unsettled += 1
        else:
            total += 1 + best + 1 + len(d) - below
    return total, unsettled


def shifts(logs, points, batch=4096):
    """The mean shift of ranks at each point, whose coordinates are the weights."""
    n = len(logs)
    nominal = np.argsort(np.argsort(-logs.sum(axis=1)))
    shift = np.empty(len(points))
    for start in range(0, len(points), batch):
        order = np.argsort(-(points[start : start + batch] @ logs.T), axis=1)
        ranks = np.empty_like(order)
        np.put_along_axis(ranks, order, np.arange(n)[None, :], axis=1)
        shift[start : start + batch] = np.abs(ranks - nominal).mean(axis=1)
    return shift


def sobol(folder, n, nodes=30, points=8192):
    scores = np.random.default_rng(1994).uniform(20, 90, (n, nodes))
    path = f"{folder}/sobol.f64"
    scores.tofile(path)
    print(f"\nSobol' indices, {points} points, {nodes} judgements, {n + 1} outputs")
    _, own, _, intervals, total = hsi(path, scores.shape, "sobol", "simplex", points)
    problem = {
        "num_vars": nodes,
        "names": [f"w{node}" for node in range(nodes)],
        "bounds": [[0.75, 1.25]] * nodes,
    }

    def evaluate():
        drawn = sobol_points.sample(problem, points, calc_second_order=False, seed=1)
        return shifts(np.log(scores), drawn)

    def analyze():
        return sobol_indices.analyze(
            problem, shift, calc_second_order=False, num_resamples=1000, seed=1)

    taken, shift = timed(evaluate)
    analysis, effects = timed(analyze)
    for name, first, second in [("hsi", own, intervals), ("numpy, SALib", taken, analysis * (n + 1))]:
        line(name, first, (nodes + 2) * points / first, "points a second", first / own)
        line("  intervals", second, (n + 1) / second, "outputs a second", second / intervals)
    if abs(total - effects["ST"][0]) > 2 * effects["ST_conf"][0]:
        sys.exit(f"the programs disagree: {total} and {effects['ST'][0]}")


def line(program, taken, per, unit, own):
    digits = 0 if per >= 10 else 2
    print(f"  {program:14} {taken:8.2f} s {per:12,.{digits}f} {unit:16} {own:9.2f}x")


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "/tmp/hsi-bench"
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 400_000
    os.makedirs(folder, exist_ok=True)
    scores, logs = shipped()
    path = f"{folder}/audit.f64"
    scores.tofile(path)
    n = len(scores)
    cores = len(os.sched_getaffinity(0))
    ranks_numba(logs, 10)

    print(f"ranks of {n} countries under weights from the simplex of 7, a core")
    passed, own, mean = hsi(path, scores.shape, "ranks", "simplex", count)
    line("hsi", own, count / own, "a second", 1)
    for name, few, work in [
        ("numpy", count // 10, lambda: ranks_numpy(logs, count // 10)),
        ("numba", count // 4, lambda: ranks_numba(logs, count // 4)),
    ]:
        taken, other = timed(work)
        line(name, taken, few / taken, "a second", taken / few * count / own)
        if abs(other - mean) > 1:
            sys.exit(f"the programs disagree: {mean} and {other}")
    print(f"  hsi on {cores} cores: {count / passed:,.0f} a second")
    _, taken, _ = hsi(path, scores.shape, "ranks", "box:25%", count)
    print(f"  hsi, box:25%: {count / taken:,.0f} a second and core")

    print("\na million draws from the simplex of 7, a core")
    _, own, _ = hsi(path, scores.shape, "draws", "simplex", 1_000_000)
    line("hsi", own, 1e6 / own, "a second", 1)
    taken, _ = timed(lambda: draws_numpy(1_000_000))
    line("numpy", taken, 1e6 / taken, "a second", taken / own)

    for weights, share in [("box:25%", 0.25), ("simplex", 0.0)]:
        print(f"\nrank bounds over {weights}; of {n} countries")
        passed, own, exact, total = hsi(path, scores.shape, "bounds", weights, BRANCHES)
        print(f"  hsi     {own:8.2f} s, {int(exact)} exact; {passed:.2f} s passed on {cores} cores")
        sample = range(0, n, 16)
        taken, (other, unsettled) = timed(lambda: bounds_highs(logs, share, sample))
        ratio = taken / len(sample) * n / own
        print(
            f"  HiGHS   {taken:8.2f} s for {len(sample)} of them, {unsettled} unsettled; "
            f"at that rate {ratio:,.0f}x")
        if unsettled == 0 and other != total:
            sys.exit(f"the programs disagree: {total} and {other}")
    sobol(folder, n)


if __name__ == "__main__":
    main()
