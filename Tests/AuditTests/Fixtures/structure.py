"""Correlations and principal components of wide_scores.csv by numpy.

Writes structure.json beside this file; tests read it and do not run this. python3 structure.py
"""

import json
import os

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))


def components(x):
    """Eigenvalues of the correlations, greatest first, and loadings, the largest of each positive."""
    values, vectors = np.linalg.eigh(np.corrcoef(x.T))
    loadings = (vectors * np.sqrt(values)).T[::-1]
    signs = np.sign(loadings[np.arange(len(loadings)), np.abs(loadings).argmax(axis=1)])
    return {"eigenvalues": list(values[::-1]), "loadings": (loadings * signs[:, None]).tolist()}


def main():
    x = np.loadtxt(f"{HERE}/wide_scores.csv", delimiter=",", skiprows=1)
    dimensions = x.reshape(len(x), 8, 5).mean(axis=2)
    result = {
        "correlations": np.corrcoef(x.T, dimensions.T)[:40, 40:].tolist(),
        "dimensions": [components(x[:, 5 * d:5 * d + 5]) for d in range(8)],
        "index": components(dimensions),
    }
    with open(f"{HERE}/structure.json", "w") as file:
        json.dump(result, file)
        file.write("\n")


if __name__ == "__main__":
    main()
