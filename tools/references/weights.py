"""Weights from data and comparisons, for packages/index-engine: scikit-criteria's formulas, SciPy's linear programs,
numpy's eigenvectors, mpmath's roots.

python3 tools/references/weights.py SKCRITERIA > packages/index-engine/references/weights.json

SKCRITERIA is a folder with the source of scikit-criteria (github.com/quatrope/scikit-criteria); only the functions that
take a matrix are loaded, so its dependencies are not needed.
"""
import ast
import json
import pathlib
import platform
import sys

import mpmath
import numpy as np
import scipy
import scipy.optimize
import scipy.stats

folder = pathlib.Path(sys.argv[1]) / "skcriteria"


class Objective:
    class MAX:
        value = 1


def matrix_scale_by_cenit_distance(matrix, objectives):
    matrix = np.asarray(matrix, float)
    return (matrix - matrix.min(axis=0)) / (matrix.max(axis=0) - matrix.min(axis=0))  # all objectives are maxima here


class Correlated:
    """What CRITIC asks of pandas: a matrix of Pearson's or Spearman's correlations."""

    def __init__(self, matrix):
        self.matrix = matrix

    def corr(self, method):
        values = self.matrix if method == "pearson" else scipy.stats.rankdata(self.matrix, axis=0)
        self.result = np.corrcoef(values.T)
        return self

    def to_numpy(self, copy):
        return self.result


names = {"entropy_weights", "critic_weights", "_merec_norm", "merec_weights"}
scope = {"np": np, "scipy": scipy, "Objective": Objective, "matrix_scale_by_cenit_distance": matrix_scale_by_cenit_distance,
         "pd": type("pd", (), {"DataFrame": Correlated})}
tree = ast.parse((folder / "preprocessing" / "weighters.py").read_text())
tree.body = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name in names]
exec(compile(tree, "weighters.py", "exec"), scope)

rng = np.random.default_rng(5)
common = rng.normal(size=25)
values = np.round(np.exp(3 + 0.5 * np.outer(common, [0.6, 0.6, 0.8, 0.3]) + 0.5 * rng.normal(size=(25, 4)) * [1, 0.8, 0.8, 1.3]), 2)
n, m = values.shape
critic = [[61, 1.08, 4.33], [20.7, 0.26, 4.34], [16.3, 1.98, 2.53], [9.0, 3.29, 1.65], [5.4, 2.77, 2.33], [4.0, 4.12, 1.21],
          [-6.1, 3.52, 2.10], [-34.6, 3.31, 0.98]]
merec = [[450, 8000, 54, 145], [10, 9100, 2, 160], [100, 8200, 31, 153], [220, 9300, 1, 162], [5, 8400, 23, 158]]
house = [[1, 5, 3, 7, 6, 6, 1 / 3, 1 / 4], [1 / 5, 1, 1 / 3, 5, 3, 3, 1 / 5, 1 / 7], [1 / 3, 3, 1, 6, 3, 4, 6, 1 / 5],
         [1 / 7, 1 / 5, 1 / 6, 1, 1 / 3, 1 / 4, 1 / 7, 1 / 8], [1 / 6, 1 / 3, 1 / 3, 3, 1, 1 / 2, 1 / 5, 1 / 6],
         [1 / 6, 1 / 3, 1 / 4, 4, 2, 1, 1 / 5, 1 / 6], [3, 5, 1 / 6, 7, 5, 5, 1, 1 / 2], [4, 7, 5, 8, 6, 6, 2, 1]]


def ahp(matrix):
    eigenvalues, vectors = np.linalg.eig(np.array(matrix))
    first = eigenvalues.real.argmax()
    vector = vectors[:, first].real
    return {"matrix": matrix, "eigenvalue": eigenvalues[first].real, "weights": list(vector / vector.sum())}


def doubt(shares=None, bounds=None):
    scores = []
    for unit in values:
        rows, limits = [values], [np.ones(n)]
        for r, (lower, upper) in enumerate(shares or []):
            own = np.where(np.arange(m) == r, unit, 0)
            rows += [(lower * unit - own)[None], (own - upper * unit)[None]]
            limits += [[0], [0]]
        result = scipy.optimize.linprog(-unit, np.vstack(rows), np.concatenate(limits), bounds=bounds or (0, None), method="highs-ds")
        assert result.status == 0
        scores.append(-result.fun)
    return scores


def balanced(targets, variance):
    """Exact weights in 40 digits: shares of variance by a root, correlations by a linear system."""
    mpmath.mp.dps = 40
    x = mpmath.matrix(values.tolist())
    means = [mpmath.fsum(x[i, j] for i in range(n)) / n for j in range(m)]
    cov = mpmath.matrix(m, m)
    for a in range(m):
        for b in range(m):
            cov[a, b] = mpmath.fsum((x[i, a] - means[a]) * (x[i, b] - means[b]) for i in range(n)) / (n - 1)
    sd = [mpmath.sqrt(cov[j, j]) for j in range(m)]
    if variance:
        total = sum(targets)
        start = [float(1 / s) for s in sd]
        f = lambda *w: [w[j] * mpmath.fsum(cov[j, k] * w[k] for k in range(m)) - mpmath.mpf(targets[j]) / total for j in range(m)]
        w = list(mpmath.findroot(f, [s / 2 for s in start], tol=1e-60))
    else:
        w = list(mpmath.lu_solve(cov, mpmath.matrix([targets[j] * sd[j] for j in range(m)])))
    assert all(value > 0 for value in w), w
    return [float(value / sum(w)) for value in w]


outcome = np.round(values @ [0.4, 0.1, 0.3, 0.2] + rng.normal(size=n), 2)
design = np.column_stack([np.ones(n), values])
coefficients = np.linalg.lstsq(design, outcome, rcond=None)[0][1:]
maxima = np.ones(4)
scaled = matrix_scale_by_cenit_distance(values, None)

print(json.dumps({
    "software": f"Python {platform.python_version()}, numpy {np.__version__}, scipy {scipy.__version__}, mpmath {mpmath.__version__}, scikit-criteria 0.9",
    "values": values.tolist(),
    "entropy": list(scope["entropy_weights"](values)),
    "critic": list(scope["critic_weights"](values, maxima)),
    "criticSpearman": list(scope["critic_weights"](values, maxima, correlation="spearman")),
    "standardDeviation": list(scaled.std(axis=0, ddof=1) / scaled.std(axis=0, ddof=1).sum()),
    "merec": list(scope["merec_weights"](values, maxima)),
    "papers": {"critic": {"values": critic, "weights": [0.20222554, 0.48090173, 0.31687273]},
               "merec": {"values": merec, "weights": [0.5752, 0.0141, 0.4016, 0.0091]}},
    "ahp": ahp(house),
    "doubt": {"free": doubt(), "shares": doubt([(0.1, 0.4)] * 4), "weights": doubt(bounds=(0.001, 0.01))},
    "balanced": {"correlation": balanced([1, 1, 1, 1], False), "declared": balanced([4, 4, 4, 3], False),
                 "variance": balanced([1, 1, 1, 1], True), "budget": balanced([1, 2, 3, 4], True)},
    "regression": {"outcome": outcome.tolist(), "weights": list(coefficients / coefficients.sum())},
}, indent=1))
