"""NIST's univariate and analysis-of-variance sets in NumPy and statsmodels, for the table in packages/stats/README.md.

/usr/bin/python3 tools/references/nist_summary.py > packages/stats/references/nist-summary-python.json
"""
import glob
import json

import numpy
import pandas
import statsmodels
from statsmodels.api import stats
from statsmodels.formula.api import ols
from statsmodels.tsa.stattools import acf


def sets(kind):
    return [json.load(open(file)) for file in sorted(glob.glob(f"packages/stats/references/nist/{kind}_*.json"))]


univariate = []
for given in sets("univ"):
    y = numpy.array(given["data"]["y"], dtype=float)
    univariate.append({"dataset": given["dataset"], "mean": y.mean(), "sd": y.std(ddof=1), "autocorr1": acf(y, nlags=1, fft=False)[1]})
anova = []
for given in sets("anova"):
    groups = given["data"]["groups"]
    frame = pandas.DataFrame({"y": numpy.concatenate(groups), "g": numpy.repeat(range(len(groups)), [len(group) for group in groups])})
    table = stats.anova_lm(ols("y ~ C(g)", frame).fit())
    anova.append({"dataset": given["dataset"], "F": table["F"][0], "residual_sd": table["mean_sq"][1] ** 0.5})
software = f"NumPy {numpy.__version__}, statsmodels {statsmodels.__version__}"
print(json.dumps({"software": software, "univariate": univariate, "anova": anova}, indent=1))
