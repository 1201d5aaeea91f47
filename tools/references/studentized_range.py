"""Upper tails of the studentised range, for packages/stats/src/hypothesis-tests: many by SciPy's adaptive quadrature, whose lower
tails have about 11 digits, and a few by mpmath's with 20 digits, which takes minutes.

python3 tools/references/studentized_range.py > packages/stats/references/studentized-range.json
"""
import json

import mpmath
import scipy
from mpmath import mp, mpf, ncdf, npdf, nstr, quad
from scipy.stats import studentized_range

mp.dps = 20


def precise(q, groups, df):
    def of_known_error(w):
        def at(z):
            return npdf(z) * (ncdf(z) ** (groups - 1) - (ncdf(z) - ncdf(z - w)) ** (groups - 1))
        middle = w / 2
        return groups * quad(at, sorted({mpf(-9), mpf(-3), mpf(0), mpf(3), middle, middle + 4, middle + 10}), maxdegree=5)

    half = mpf(df) / 2
    constant = mpmath.log(2) + half * mpmath.log(half) - mpmath.loggamma(half)

    def density(s):
        return mpmath.exp(constant + (df - 1) * mpmath.log(s) - half * s * s)

    width = 1 / mpmath.sqrt(2 * df)
    peaks = [max(mpf("0.01"), 1 + i * width) for i in (-9, -6, -3, -1, 0, 1, 3, 6, 9)]
    return quad(lambda s: density(s) * of_known_error(mpf(q) * s), sorted(set(peaks)), maxdegree=4)


cases = [(q, k, df) for q in (0.5, 2.0, 3.5, 6.0, 12.0) for k in (2, 3, 5, 10, 50) for df in (1, 2, 5, 20, 346)]
by_scipy = [(q, k, df, studentized_range.sf(q, k, df)) for q, k, df in cases]
names = ("q", "groups", "degreesOfFreedom", "upper")
print(json.dumps({
    "software": f"SciPy {scipy.__version__}, mpmath {mpmath.__version__}",
    "precise": [dict(zip(names, (*case, float(nstr(precise(*case), 17))))) for case in [(3.5, 5, 18000), (9.0, 4, 60), (1.5, 10, 30)]],
    "rows": [dict(zip(names, row)) for row in by_scipy],
}, indent=0))
