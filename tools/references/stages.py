"""Reference values for packages/index-engine/src/stages: python3 tools/references/stages.py

Writes packages/index-engine/references/stages.json.
"""
import json
import sys

import numpy as np
import scipy
import sklearn
from scipy import optimize, stats
from sklearn.impute import KNNImputer

random = np.random.default_rng(2016)


def listed(values):
    return [None if np.isnan(value) else float(value) for value in values]


# Four correlated columns with gaps in no order.
factor = random.normal(size=40)
complete = np.column_stack([factor + random.normal(size=40) * noise + shift for noise, shift in [(0.5, 3), (0.8, -1), (1.2, 10), (0.3, 0)]])
gaps = complete.copy()
gaps[random.random(gaps.shape) < 0.12] = np.nan


def likelihood(parameters, data):
    """Minus the log-likelihood of the values that are there, and its maximum likelihood estimates' form."""
    size = data.shape[1]
    means = parameters[:size]
    lower = np.zeros((size, size))
    lower[np.tril_indices(size)] = parameters[size:]
    covariance = lower @ lower.T
    total = 0.0
    for row in data:
        known = ~np.isnan(row)
        if known.any():
            total -= stats.multivariate_normal.logpdf(row[known], means[known], covariance[np.ix_(known, known)])
    return total, means, covariance


def expected(data):
    start = np.concatenate([np.nanmean(data, axis=0), np.diag(np.nanstd(data, axis=0))[np.tril_indices(data.shape[1])]])
    best = optimize.minimize(lambda p: likelihood(p, data)[0], start, method="BFGS", options={"gtol": 1e-7, "maxiter": 5000})
    _, means, covariance = likelihood(best.x, data)
    filled = data.copy()
    for row in filled:
        known = ~np.isnan(row)
        if known.all():
            continue
        inner = covariance[np.ix_(known, known)]
        row[~known] = means[~known] + covariance[np.ix_(~known, known)] @ np.linalg.solve(inner, row[known] - means[known])
    return filled


scaled = gaps / np.nanstd(gaps, axis=0, ddof=1)
neighbours = KNNImputer(n_neighbors=4).fit_transform(scaled) * np.nanstd(gaps, axis=0, ddof=1)

years = np.arange(2010, 2020)
series = np.array([np.nan, 4, np.nan, np.nan, 10, 11, np.nan, 2, np.nan, np.nan])
there = ~np.isnan(series)

skewed = np.exp(random.normal(size=50))
positive = skewed - skewed.min() + 1

reference = {
    "software": f"Python {sys.version.split()[0]}, NumPy {np.__version__}, SciPy {scipy.__version__}, scikit-learn {sklearn.__version__}",
    "gaps": [listed(column) for column in gaps.T],
    "nearest": [listed(column) for column in neighbours.T],
    "expected": [listed(column) for column in expected(gaps).T],
    "years": years.tolist(),
    "series": listed(series),
    "linear": listed(np.interp(years, years[there], series[there])),
    "skewed": listed(skewed),
    "boxCoxLambda": float(stats.boxcox_normmax(positive, method="mle")),
    "boxCox": listed(stats.boxcox(positive, lmbda=0.4)),
}
with open("packages/index-engine/references/stages.json", "w", encoding="utf-8") as file:
    file.write("{\n" + ",\n".join(f'"{key}": {json.dumps(value)}' for key, value in reference.items()) + "\n}\n")
