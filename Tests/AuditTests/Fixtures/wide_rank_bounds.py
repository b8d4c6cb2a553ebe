"""Best and worst rank of 30 countries in 40 indicators, each weight within 25 % of 1/40.

The programs are those of rank_bounds.py, on wider data. Writes wide_scores.csv and wide_rank_bounds.csv
beside this file; tests read both and do not run this: python3 wide_rank_bounds.py
"""

import csv

import numpy as np

import rank_bounds

COUNTRIES, NODES = 30, 40


def data():
    rng = np.random.default_rng(20261122)
    common = rng.normal(0, 1, (COUNTRIES, 1))
    scores = 50 + 18 * (0.3 * common + 0.9 * rng.normal(0, 1, (COUNTRIES, NODES)))
    return np.clip(scores, 1, 99).round(2)


def main():
    rank_bounds.COUNTRIES, rank_bounds.NODES = COUNTRIES, NODES
    rank_bounds.NOMINAL = np.full(NODES, 1 / NODES)
    rank_bounds.data = data
    with open(f"{rank_bounds.HERE}/wide_scores.csv", "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(
            [[f"i{k}" for k in range(NODES)], *[[f"{v:.2f}" for v in row] for row in data()]])
    with open(f"{rank_bounds.HERE}/wide_rank_bounds.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["weights", "country", "best", "best_surely", "worst_surely", "worst"])
        writer.writerows(rank_bounds.bounds(("box:25%", i)) for i in range(COUNTRIES))


if __name__ == "__main__":
    main()
