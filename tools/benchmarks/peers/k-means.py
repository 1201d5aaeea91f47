"""The sum of squares within five clusters."""

import sklearn.cluster


def prepare(values, names):
    return values.T.copy()


def within(points, restarts):
    return sklearn.cluster.KMeans(5, n_init=restarts, random_state=1).fit(points).inertia_


def three_restarts(points):
    return within(points, 3)


def fifty_restarts(points):
    return within(points, 50)
