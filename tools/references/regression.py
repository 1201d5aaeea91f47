"""Least squares and tests in statsmodels, on the data of regression.json, for packages/stats.

/usr/bin/python3 tools/references/regression.py > packages/stats/references/regression-statsmodels.json
"""
import json
import warnings

import numpy
import pandas
import statsmodels
import statsmodels.formula.api as smf
from statsmodels.stats.diagnostic import het_breuschpagan, het_white
from statsmodels.stats.stattools import durbin_watson

warnings.simplefilter("ignore")
data = pandas.DataFrame(json.load(open("packages/stats/references/regression.json"))["data"]).replace({None: numpy.nan})
for name in ("market", "industry"):
    data[name] = data[name].astype(float)
formula = "industry ~ market * technology + numpy.log(population) + region"
model = smf.ols(formula, data)
fit = model.fit()
used = data.loc[fit.resid.index]
# statsmodels puts categories first: the order of terms here.
order = ["Intercept", "market", "technology", "numpy.log(population)", "region[T.north]", "region[T.south]", "region[T.west]", "market:technology"]


def errors(**options):
    return [float(v) for v in model.fit(**options).bse[order]]


white = het_white(fit.resid, fit.model.exog)
pagan = het_breuschpagan(fit.resid, fit.model.exog)
logit = smf.logit("listed ~ market + technology + region", data).fit(disp=0, method="newton", tol=1e-14, maxiter=100)
logit_order = ["Intercept", "market", "technology", "region[T.north]", "region[T.south]", "region[T.west]"]
print(json.dumps({
    "software": "statsmodels %s, numpy %s, pandas %s" % (statsmodels.__version__, numpy.__version__, pandas.__version__),
    "estimate": [float(v) for v in fit.params[order]],
    "standardErrors": {
        "classical": errors(),
        **{kind: errors(cov_type=kind) for kind in ("HC0", "HC1", "HC2", "HC3")},
        "cluster:province": errors(cov_type="cluster", cov_kwds={"groups": pandas.factorize(used["province"])[0]}),
        "newey-west:3": errors(cov_type="HAC", cov_kwds={"maxlags": 3}),
    },
    "white": {"statistic": float(white[0]), "pValue": float(white[1])},
    "breuschPagan": {"statistic": float(pagan[0]), "pValue": float(pagan[1])},
    "durbinWatson": float(durbin_watson(fit.resid)),
    "logit": {"estimate": [float(v) for v in logit.params[logit_order]], "standardError": [float(v) for v in logit.bse[logit_order]],
              "pseudoRSquared": float(logit.prsquared)},
}, indent=1))
