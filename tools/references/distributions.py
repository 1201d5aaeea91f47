"""Tails of the t, F, chi-squared and normal distributions from series with 400 digits, for packages/stats.

python3 tools/references/distributions.py > packages/stats/references/distributions.json
"""
import json
import platform

import mpmath
from mpmath import mp, mpf, nstr

mp.dps = 400  # the far tails are differences from one


def beta(a, b, x):
    """I(x; a, b): a series of positive terms, or one less the other side where that converges faster."""
    if x > mpf(1) / 2:
        return 1 - beta(b, a, 1 - x)
    term, total, n = mpf(1), mpf(1), 0
    while term > total * mpf(10) ** -mp.dps:
        term *= (a + b + n) / (a + 1 + n) * x
        total += term
        n += 1
    return x**a * (1 - x) ** b / (a * mpmath.beta(a, b)) * total


def row(distribution, parameters, x, lower, upper):
    return {"distribution": distribution, "parameters": parameters, "x": x,
            "lower": float(nstr(lower, 20)), "upper": float(nstr(upper, 20))}


rows = []
for df in [0.5, 1, 2, 3, 5, 10, 30, 100, 349, 5000, 1000000]:
    for t in [1e-8, 1e-3, 0.1, 0.5, 1, 1.5, 1.96, 2.5, 3.3, 5, 8, 15, 37]:
        squared = mpf(t) ** 2
        upper = beta(mpf(df) / 2, mpf(1) / 2, df / (df + squared)) / 2
        rows.append(row("t", [df], t, 1 - upper, upper))
for df1, df2 in [(1, 1), (1, 10), (2, 5), (3, 20), (5, 0.5), (10, 340), (40, 40), (120, 1000)]:
    for f in [1e-6, 0.01, 0.2, 0.8, 1, 1.3, 2, 4, 10, 60, 10000]:
        a, b, scaled = mpf(df1) / 2, mpf(df2) / 2, df1 * mpf(f)
        rows.append(row("f", [df1, df2], f, beta(a, b, scaled / (df2 + scaled)), beta(b, a, df2 / (df2 + scaled))))
for df in [0.6, 1, 2, 3, 7.4, 20, 100, 351, 2000]:
    for ratio in [1e-8, 1e-3, 0.1, 0.3, 0.6, 0.8, 0.95, 1, 1.05, 1.2, 1.5, 2, 3, 5, 10, 40]:
        x = df * ratio
        lower = mpmath.gammainc(mpf(df) / 2, 0, mpf(x) / 2, regularized=True)
        upper = mpmath.gammainc(mpf(df) / 2, mpf(x) / 2, mpmath.inf, regularized=True)
        rows.append(row("chiSquared", [df], x, lower, upper))
for z in [1e-9, 1e-3, 0.1, 0.5, 1, 1.2, 1.5, 1.7, 2, 2.5, 3, 5, 8, 12, 20, 30, 37.5]:
    upper = mpmath.erfc(mpf(z) / mpmath.sqrt(2)) / 2
    rows.append(row("normal", [], z, 1 - upper, upper))
rows = [r for r in rows if min(r["lower"], r["upper"]) > 1e-300]

print('{\n  "software": "mpmath %s, Python %s, %d digits",\n  "rows": [\n    %s\n  ]\n}' % (
    mpmath.__version__, platform.python_version(), mp.dps, ",\n    ".join(json.dumps(r) for r in rows)))
