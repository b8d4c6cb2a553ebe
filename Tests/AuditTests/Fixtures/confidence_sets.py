"""Confidence sets for ranks of invented scores, in another way than the project's: matrices of all pairs at once.

Prints score, then the errors of 199 draws, then the sets, country after country. Needs numpy.
"""

import sys

import numpy as np

LEVEL = 0.95


def stepped(scores, errors, pairs):
    """Which of the pairs (a matrix of truths) are of sure sign."""
    apart = errors[:, :, None] - errors[:, None, :]
    deviation = apart.std(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.abs(apart) / deviation
        own = np.abs(scores[:, None] - scores[None, :]) / deviation
    open_pairs = pairs.copy()
    while open_pairs.any():
        greatest = np.sort(np.where(open_pairs, ratio, 0).reshape(len(errors), -1).max(axis=1))
        critical = greatest[int(np.ceil((len(errors) + 1) * LEVEL)) - 1]
        found = open_pairs & (own > critical)
        if not found.any():
            break
        open_pairs &= ~found
    return pairs & ~open_pairs


def sets(scores, sure):
    above = (sure & (scores[None, :] > scores[:, None])).sum(axis=1)
    below = (sure & (scores[None, :] < scores[:, None])).sum(axis=1)
    return 1 + above, len(scores) - below


def main():
    random = np.random.default_rng(7)
    count, draws = 12, 199
    scores = np.round(np.sort(random.uniform(30, 90, count))[::-1], 3)
    widths = random.uniform(0.5, 6, count)
    errors = np.round(random.standard_normal((draws, count)) * widths, 3)
    everyone = ~np.eye(count, dtype=bool)
    low, high = sets(scores, stepped(scores, errors, everyone))
    print("scores," + ",".join(map(str, scores)))
    for row in errors:
        print("error," + ",".join(map(str, row)))
    for country in range(count):
        own = np.zeros_like(everyone)
        own[country] = everyone[country]
        alone = sets(scores, stepped(scores, errors, own))
        print(f"sets,{alone[0][country]},{alone[1][country]},{low[country]},{high[country]}")


if __name__ == "__main__":
    sys.exit(main())
