"""Best and worst rank of every country over a set of weights, by a general solver for integers.

Writes scores.csv, 60 countries in 7 dimensions, and rank_bounds.csv beside this file. Tests read both;
they do not run this. Needs numpy and scipy (1.17 with HiGHS 1.12 was used): python3 rank_bounds.py

For a country i, a rival j and weights w let d_j = x_j - x_i. The best rank is 1 + the least number of
rivals with w.d_j > 0, and the worst 1 + the greatest. One binary z_j a rival says whether it is above.

A solver in floating point cannot tell w.d_j > 0 from w.d_j = 0. So each program is solved twice, once
with ties for the country and once with a margin of 1e-7 of the scale of scores against it. The true
rank lies between the two, and both are written: they differ only where the end is a tie, as at means of
two or three rounded scores at the corners of the ordinal set.
"""

import csv
import os
from concurrent.futures import ProcessPoolExecutor

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

HERE = os.path.dirname(os.path.abspath(__file__))
COUNTRIES, NODES = 60, 7
NOMINAL = np.array([0.25, 0.20, 0.15, 0.15, 0.10, 0.10, 0.05])
# Tolerances of HiGHS are 1e-6 of a row: scores of 0 to 100 count a thousandfold.
SCALE, MARGIN = 1000.0, 1e-7 * 100 * 1000.0
SETS = ["box:25%", "simplex", "ordinal", "cone:0.2"]


def data():
    """Scores with something in common, as those of nations have, and two pairs of equal countries."""
    rng = np.random.default_rng(20261121)
    common = rng.normal(0, 1, (COUNTRIES, 1))
    scores = 50 + 18 * (0.7 * common + 0.9 * rng.normal(0, 1, (COUNTRIES, NODES)))
    scores = np.clip(scores, 1, 99).round(2)
    scores[17] = scores[4]
    scores[41] = scores[30]
    return scores


def constraints(name):
    """What a set demands of weights beyond w >= 0 and a sum of 1: bounds, and rows that are >= 0."""
    low, high, rows = np.zeros(NODES), np.ones(NODES), np.zeros((0, NODES))
    if name == "box:25%":
        low, high = 0.75 * NOMINAL, 1.25 * NOMINAL
    if name == "cone:0.2":
        low = 0.8 * NOMINAL
    if name == "ordinal":
        pairs = [(a, b) for a in range(NODES) for b in range(NODES) if NOMINAL[a] > NOMINAL[b]]
        rows = np.zeros((len(pairs), NODES))
        for row, (a, b) in enumerate(pairs):
            rows[row, a], rows[row, b] = 1, -1
    return low, high, rows


def solve(objective, low, high, rows, least, integrality):
    if not len(objective):
        return 0.0
    result = milp(
        objective, constraints=LinearConstraint(rows, least, np.inf), bounds=Bounds(low, high),
        integrality=integrality, options={"mip_rel_gap": 0})
    if result.status != 0:
        raise RuntimeError(result.message)
    return result.fun


def greatest(d, name):
    low, high, rows = constraints(name)
    rows = np.vstack([rows, np.ones(NODES), -np.ones(NODES)])
    least = np.append(np.zeros(len(rows) - 2), [1, -1])
    return -solve(-d, low, high, rows, least, np.zeros(NODES))


def extreme(contested, most, name, sign, margin):
    """The least number of z_j = 1 with sign*w.d_j <= -margin wherever z_j = 0."""
    count = len(contested)
    if count == 0:
        return 0
    low, high, rows = constraints(name)
    rows = np.hstack([rows, np.zeros((len(rows), count))])
    total = np.hstack([np.ones(NODES), np.zeros(count)])
    big = np.hstack([-sign * contested, np.diag(most + margin)])
    result = solve(
        np.hstack([np.zeros(NODES), np.ones(count)]),
        np.hstack([low, np.zeros(count)]), np.hstack([high, np.ones(count)]),
        np.vstack([rows, total, -total, big]),
        np.hstack([np.zeros(len(rows)), 1, -1, np.full(count, margin)]),
        np.hstack([np.zeros(NODES), np.ones(count)]))
    return int(round(result))


def bounds(job):
    name, i = job
    scores = data()
    d = SCALE * (np.delete(scores, i, axis=0) - scores[i])
    d = d[np.any(d != 0, axis=1)]
    most = np.array([greatest(row, name) for row in d])
    least = np.array([-greatest(-row, name) for row in d])
    if np.any((np.abs(most) < 1e-3) & (most != 0)) or np.any((np.abs(least) < 1e-3) & (least != 0)):
        raise RuntimeError(f"{name}, country {i}: a rival that is above only just")
    always = int(np.sum(least > 0))
    open_ = (most > 0) & (least <= 0)
    d, most, least = d[open_], most[open_], least[open_]
    # Best: z_j = 1 where j is above; worst: z_j = 1 where j is not above.
    best = {extreme(d, most, name, 1, margin) for margin in (0.0, MARGIN)}
    worst = {extreme(d, -least, name, -1, margin) for margin in (0.0, MARGIN)}
    above = 1 + always
    return (
        name, i, above + min(best), above + max(best),
        above + len(d) - max(worst), above + len(d) - min(worst))


def main():
    with open(f"{HERE}/scores.csv", "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(
            [[f"d{k}" for k in range(NODES)], *[[f"{v:.2f}" for v in row] for row in data()]])
    jobs = [(name, i) for name in SETS for i in range(COUNTRIES)]
    with ProcessPoolExecutor() as pool, open(f"{HERE}/rank_bounds.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(
            ["weights", "country", "best", "best_surely", "worst_surely", "worst"])
        writer.writerows(pool.map(bounds, jobs))


if __name__ == "__main__":
    main()
