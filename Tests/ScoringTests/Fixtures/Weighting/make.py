"""Computes by numpy and scipy what the tests of weighting expect, and writes expected.json.

make.py > expected.json        (numpy 2.4, scipy 1.17; the tests read the file and do not run this)

A panel of 40 countries and 6 parts of unlike spread that go together more or less; some cells are
missing, one country has nothing but one part, one scores 0 somewhere.
"""

import json

import numpy as np
from scipy.optimize import linprog

rng = np.random.default_rng(20_240_521)
COUNTRIES, PARTS = 40, 6
LEAST, MOST, FLOOR = 0.05, 0.3, 1.0

common = rng.normal(size=(COUNTRIES, 1))
loads = np.array([[1.0, 0.8, 0.7, 0.5, 0.3, -0.4]])
raw = common @ loads + rng.normal(size=(COUNTRIES, PARTS)) * np.array([0.4, 0.6, 0.8, 1.0, 1.2, 1.0])
scores = np.round(100 / (1 + np.exp(-raw)), 3)
scores[rng.random(scores.shape) < 0.06] = np.nan
scores[7] = [np.nan] * 5 + [44.0]
scores[11, 2] = 0.0

complete = scores[~np.isnan(scores).any(axis=1)]

correlation = np.corrcoef(complete, rowvar=False)
values, vectors = np.linalg.eigh(correlation)
squared = vectors[:, -1] ** 2

shares = complete / complete.sum(axis=0)
logs = np.log(np.where(shares > 0, shares, 1.0))
divergence = 1 + (shares * logs).sum(axis=0) / np.log(len(complete))


def best(country, ranked, least, most):
    """100 times the optimum of w·x_i: variables are the weights themselves."""
    x = np.maximum(scores, FLOOR)
    own = [k for k in range(PARTS) if not np.isnan(x[country, k])]
    rows = [np.nan_to_num(x[j, own], nan=0.0) for j in ranked]
    bounds = [1.0] * len(rows)
    mine = x[country, own]
    for k in range(len(own)):
        single = np.zeros(len(own))
        single[k] = mine[k]
        if least > 0:
            rows.append(least * mine - single)
            bounds.append(0.0)
        if most < 1:
            rows.append(single - most * mine)
            bounds.append(0.0)
    result = linprog(-mine, A_ub=np.array(rows), b_ub=bounds, bounds=(0, None), method="highs")
    assert result.status == 0
    return -100 * result.fun


ranked = [i for i in range(COUNTRIES) if (~np.isnan(scores[i])).sum() >= 4]


def copeland(weights):
    balance = dict.fromkeys(ranked, 0)
    for a in ranked:
        for b in ranked:
            if a == b:
                continue
            both = ~np.isnan(scores[a]) & ~np.isnan(scores[b])
            ahead = weights[both & (scores[a] > scores[b])].sum()
            behind = weights[both & (scores[a] < scores[b])].sum()
            balance[a] += int(ahead > behind) - int(ahead < behind)
    rivals = len(ranked) - 1
    return [100 * (balance[i] + rivals) / (2 * rivals) if i in balance else None for i in range(COUNTRIES)]


def listed(values):
    return [None if value is None or np.isnan(value) else float(value) for value in values]


print(
    json.dumps(
        {
            "scores": [listed(column) for column in scores.T],
            "correlation": correlation.tolist(),
            "eigenvalues": values[::-1].tolist(),
            "pca": squared.tolist(),
            "entropy": (divergence / divergence.sum()).tolist(),
            "least": LEAST,
            "most": MOST,
            "free": listed([best(i, ranked, 0, 1) if i in ranked else None for i in range(COUNTRIES)]),
            "bounded": listed(
                [best(i, ranked, LEAST, MOST) if i in ranked else None for i in range(COUNTRIES)]
            ),
            "copeland": listed(copeland(np.array([1.0, 2, 3, 4, 5, 6]))),
        },
        indent=1,
    )
)
