"""An index of 135 indicators on three levels: min-max to 100, equal weights level by level, ranks.

`build` is the arithmetic alone, written out for this one tree and a matrix that is known to be whole. `from_specification` does
what an index from a specification must do, and no more: it makes the tree, finds each indicator's column by its name, refuses
gaps, infinite and constant columns, repeated units and repeated nodes, and weighs as the tree says.
"""

import numpy

GROUPS = [slice(9 * group, 9 * group + 9) for group in range(15)]


def prepare(values, names):
    data = dict(zip(names, values))
    data["place"] = [f"u{row}" for row in range(values.shape[1])]
    return values.T, data


def build(given):
    values, _ = given
    lowest = values.min(axis=0)
    scaled = values - lowest
    scaled *= 100 / (values.max(axis=0) - lowest)
    groups = numpy.stack([scaled[:, group] @ numpy.full(9, 1 / 9) for group in GROUPS], axis=1)
    parts = numpy.stack([groups[:, :8] @ numpy.full(8, 1 / 8), groups[:, 8:] @ numpy.full(7, 1 / 7)], axis=1)
    return with_ranks(parts @ numpy.array([0.5, 0.5]))


def with_ranks(total):
    ordered = numpy.sort(-total)
    return numpy.concatenate([total, numpy.searchsorted(ordered, -total, side="left") + 1])


def specification():
    def node(name, children=None):
        return {"id": name, "title": name, "weight": "1", **({"children": children} if children else {})}

    groups = [node(f"g{group}", [node(f"x{9 * group + place}") for place in range(9)]) for group in range(15)]
    return {
        "normalise": {"method": "min-max", "upper": 100},
        "tree": node("total", [node("s0", groups[:8]), node("s1", groups[8:])]),
    }


def from_specification(given):
    _, data = given
    index = specification()
    assert index["normalise"]["method"] == "min-max"
    upper = index["normalise"]["upper"]
    units = data["place"]
    assert len(set(units)) == len(units) > 0
    nodes, leaves = set(), []

    def visit(node):
        assert node["id"] not in nodes
        nodes.add(node["id"])
        for child in node.get("children", ()):
            visit(child)
        if "children" not in node:
            leaves.append(node["id"])

    visit(index["tree"])
    values = numpy.stack([data[name] for name in leaves])
    assert values.shape[1] == len(units)
    lowest = values.min(axis=1, keepdims=True)
    span = values.max(axis=1, keepdims=True) - lowest
    assert numpy.isfinite(span).all() and (span > 0).all()
    scaled = dict(zip(leaves, (values - lowest) * (upper / span)))

    def score(node):
        if "children" not in node:
            return scaled[node["id"]]
        children = node["children"]
        weights = numpy.array([float(child["weight"]) for child in children])
        assert (weights >= 0).all() and weights.sum() > 0
        scaled[node["id"]] = (weights / weights.sum()) @ numpy.stack([score(child) for child in children])
        return scaled[node["id"]]

    return with_ranks(score(index["tree"]))
