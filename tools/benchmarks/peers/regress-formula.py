"""Estimates, robust standard errors and p-values, term by term, from a formula and a frame of columns."""

import numpy
import pandas
import statsmodels.formula.api


def prepare(values, names):
    return pandas.DataFrame(dict(zip(names, values)))


def hc3(data):
    formula = "y ~ " + " + ".join(name for name in data.columns if name != "y")
    fit = statsmodels.formula.api.ols(formula, data).fit(cov_type="HC3", use_t=True)
    return numpy.column_stack([fit.params, fit.bse, fit.pvalues])
