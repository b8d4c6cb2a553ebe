"""Importance, attainable importance and redundancy of scores.csv by numpy and scipy.

Writes importance.json beside this file; tests read it and do not run this. python3 importance.py, after
rank_bounds.py, which writes scores.csv.
"""

import itertools
import json
import math
import os

import numpy as np
from scipy.optimize import minimize

HERE = os.path.dirname(os.path.abspath(__file__))
NOMINAL = np.array([0.25, 0.20, 0.15, 0.15, 0.10, 0.10, 0.05])


def shares(w, covariance):
    pulls = covariance @ w
    return w * pulls / (w @ pulls)


def explained(x, y, columns):
    design = np.column_stack([np.ones(len(y)), x[:, list(columns)]])
    fitted = design @ np.linalg.lstsq(design, y, rcond=None)[0]
    return np.var(fitted) / np.var(y)


def shapley(x, y):
    """The mean gain over all orders, by counting the orders with each set of predecessors."""
    n = x.shape[1]
    r2 = {s: explained(x, y, s) for k in range(n + 1) for s in itertools.combinations(range(n), k)}
    result = []
    for node in range(n):
        others = [k for k in range(n) if k != node]
        total = 0.0
        for k in range(n):
            orders = math.factorial(k) * math.factorial(n - k - 1)
            for before in itertools.combinations(others, k):
                total += orders * (r2[tuple(sorted((*before, node)))] - r2[before])
        result.append(total / math.factorial(n))
    return result


def main_effect(x, y):
    """A weighted regression line at every point, its value there; the variance of these."""
    width = 2.34 * x.std() * len(x) ** -0.2
    smooth = []
    for point in x:
        weight = np.sqrt(np.maximum(1 - ((x - point) / width) ** 2, 0))
        design = np.column_stack([np.ones(len(x)), x - point]) * weight[:, None]
        smooth.append(np.linalg.lstsq(design, y * weight, rcond=None)[0][0])
    return np.var(smooth) / np.var(y)


def attainable(covariance, targets):
    """The w > 0 of least w'Cw/2 - sum t_k log w_k, where w_k (Cw)_k = t_k, divided by its sum."""
    def value(w):
        return w @ covariance @ w / 2 - targets @ np.log(w)

    def slope(w):
        return covariance @ w - targets / w

    start = np.full(len(targets), 1 / np.sqrt(covariance.sum()))
    found = minimize(
        value, start, jac=slope, method="L-BFGS-B", bounds=[(1e-9, None)] * len(targets),
        options={"ftol": 1e-16, "gtol": 1e-12, "maxiter": 10000})
    weights = found.x / found.x.sum()
    assert np.allclose(shares(weights, covariance), targets, atol=1e-6)
    return list(weights)


def main():
    x = np.loadtxt(f"{HERE}/scores.csv", delimiter=",", skiprows=1)
    y = x @ NOMINAL
    covariance = np.cov(x.T, bias=True)
    k = x.shape[1]
    alpha = k / (k - 1) * (1 - np.var(x, axis=0).sum() / np.var(x.sum(axis=1)))
    result = {
        "covarianceShares": list(shares(NOMINAL, covariance)),
        "mainEffects": [main_effect(x[:, node], y) for node in range(k)],
        "shapley": shapley(x, y),
        "attainableWeights": attainable(covariance, NOMINAL),
        "alpha": alpha,
        "eigenvalues": sorted(np.linalg.eigvalsh(np.corrcoef(x.T)), reverse=True),
        "pearson": list(np.corrcoef(x.T)[0, 1:]),
    }
    with open(f"{HERE}/importance.json", "w") as file:
        json.dump(result, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
