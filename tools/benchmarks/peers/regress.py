"""Estimates, robust standard errors and p-values, term by term."""

import numpy
import statsmodels.api


def prepare(values, names):
    at = names.index("y")
    return values[at], numpy.delete(values, at, 0).T


def hc3(given):
    outcome, terms = given
    fit = statsmodels.api.OLS(outcome, statsmodels.api.add_constant(terms)).fit(cov_type="HC3", use_t=True)
    return numpy.column_stack([fit.params, fit.bse, fit.pvalues])
