"""Pearson's and Spearman's correlations of all pairs of columns with two-sided p-values."""

import numpy
import scipy.special
import scipy.stats


def pairs(rows):
    r = numpy.corrcoef(rows)[numpy.triu_indices(len(rows), 1)]
    df = rows.shape[1] - 2
    t = numpy.abs(r) * numpy.sqrt(df / ((1 - r) * (1 + r)))
    return numpy.column_stack([r, 2 * scipy.special.stdtr(df, -t)])


def both(values):
    ranks = scipy.stats.rankdata(values, axis=1)
    return numpy.concatenate([pairs(values), pairs(ranks)])
