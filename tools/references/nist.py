"""The linear regression sets of NIST in statsmodels with its defaults, for the table in packages/stats/README.md.

/usr/bin/python3 tools/references/nist.py > packages/stats/references/nist-statsmodels.json
"""
import glob
import json

import numpy
import statsmodels
import statsmodels.api

sets = []
for file in sorted(glob.glob("packages/stats/references/nist/lls_*.json")):
    given = json.load(open(file))
    data, kind = given["data"], given["model"]["kind"]
    if kind.startswith("poly"):
        columns = [numpy.array(data["x"]) ** k for k in range(1, int(kind[4:]) + 1)]
    else:
        columns = [numpy.array(values) for name, values in data.items() if name != "y"]
    if given["model"]["intercept"]:
        columns.insert(0, numpy.ones(len(data["y"])))
    fit = statsmodels.api.OLS(numpy.array(data["y"]), numpy.column_stack(columns)).fit()
    sets.append({"dataset": given["dataset"], "coef": fit.params.tolist(), "se": fit.bse.tolist()})
print(json.dumps({"software": "statsmodels %s OLS" % statsmodels.__version__, "sets": sets}, indent=1))
