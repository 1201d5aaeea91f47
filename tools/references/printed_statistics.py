"""Reference values for packages/stats/src/printed-statistics: python3 tools/references/printed_statistics.py

Writes packages/stats/references/printed-statistics.json. The ends of each interval are searched for on a grid over all values
that the printed digits allow, corners included.
"""

import json
from decimal import Decimal

import numpy as np
import scipy
from scipy import stats


def ends(token):
    half = Decimal(1).scaleb(Decimal(token).as_tuple().exponent) / 2
    return float(Decimal(token) - half), float(Decimal(token)), float(Decimal(token) + half)


def bounds(value, grid):
    return {"value": float(value), "least": float(np.min(grid)), "most": float(np.max(grid))}


def correlation(token, n, level=0.95):
    low, value, high = ends(token)
    grid = np.append(np.linspace(low, high, 2001), 0.0 if low <= 0 <= high else value)
    t = lambda r: r * np.sqrt((n - 2) / ((1 - r) * (1 + r)))
    z = stats.norm.ppf((1 + level) / 2) / np.sqrt(n - 3)
    rows = {
        "statistic": t,
        "pValue": lambda r: 2 * stats.t.sf(np.abs(t(r)), n - 2),
        "lower": lambda r: np.tanh(np.arctanh(r) - z),
        "upper": lambda r: np.tanh(np.arctanh(r) + z),
    }
    return {"r": token, "n": n, "level": level, **{name: bounds(f(value), f(grid)) for name, f in rows.items()}}


def coefficient(estimate, beside, kind, df=None, level=0.95):
    e_low, e, e_high = ends(estimate)
    b_low, b, b_high = ends(beside)
    grid_e, grid_b = np.meshgrid(np.append(np.linspace(e_low, e_high, 401), np.clip(0, e_low, e_high)), np.linspace(b_low, b_high, 401))
    law = stats.norm() if df is None else stats.t(df)
    q = law.ppf((1 + level) / 2)
    error = (lambda e, b: b) if kind == "standardError" else (lambda e, b: np.abs(e / b))
    t = (lambda e, b: e / b) if kind == "standardError" else (lambda e, b: b)
    rows = {
        "standardError": error,
        "statistic": t,
        "pValue": lambda e, b: 2 * law.sf(np.abs(t(e, b))),
        "lower": lambda e, b: e - q * error(e, b),
        "upper": lambda e, b: e + q * error(e, b),
    }
    return {
        "estimate": estimate, kind: beside, "degreesOfFreedom": df, "level": level,
        "rows": {name: bounds(f(e, b), f(grid_e, grid_b)) for name, f in rows.items()},
    }


reference = {
    "software": f"scipy {scipy.__version__}, numpy {np.__version__}",
    "correlations": [
        correlation("0.87", 20),
        correlation("-0.312", 351),
        correlation("0.0", 40),
        correlation("0.994", 100, 0.9),
    ],
    "coefficients": [
        coefficient("0.50", "0.20", "standardError", 30),
        coefficient("-1.3", "0.42", "standardError"),
        coefficient("0.0", "0.3", "standardError", 12, 0.99),
        coefficient("0.327", "4.04", "statistic", 345),
        coefficient("-12", "-1.1", "statistic", 9),
    ],
}
with open("packages/stats/references/printed-statistics.json", "w") as file:
    rows = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in reference.items()]
    file.write("{\n" + ",\n".join(rows) + "\n}\n")
