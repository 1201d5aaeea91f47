"""Sorting, grouping and description of columns with missing values by pandas: packages/notebook/references/frames.json.

    /usr/bin/python3 tools/references/frames.py > packages/notebook/references/frames.json
"""
import json

import pandas as pd

numbers = [3, None, 9, 1, None, 7, 2, 10, 7]
data = {
    "v": numbers,
    "w": [1.5, 2.5, None, None, 4.0, 1.5, None, 8.0, -2.0],
    "text": ["b", "a", None, "B", "a", "上海", "北京", "Z", None],
    "g": ["x", "x", "y", None, "z", "x", "y", "y-", "z"],
    "h": [1, 2, 1, 1, 2, 1, 1, 1, 2],
    "p": ["a-b", "a", "a-b", "a", "a", "a-b", "a-b", "a", "a"],
    "q": ["c", "b-c", "c", "b-c", "b-c", "c", "c", "b-c", "b-c"],
}
frame = pd.DataFrame(data)
# pandas takes None and NaN for missing alike.
plain = lambda values: [None if pd.isna(value) else value for value in values]
operations = ["mean", "sum", "count", "std", "var", "median", "min", "max"]


def grouped(keys):
    groups = frame.groupby(keys, sort=False)[["v", "w"]]
    result = {}
    for operation in operations:
        table = getattr(groups, operation)().reset_index()
        result[operation] = [plain(row) for row in table.values.tolist()]
    return result


def running(keys, operation):
    kept = frame.dropna(subset=keys)
    values = getattr(kept.groupby(keys, sort=False)["v"], operation)()
    return {"-".join(map(str, kept.loc[index, keys])) + f"@{index}": None if pd.isna(value) else value for index, value in values.items()}


print(
    json.dumps(
        {
            "pandas": pd.__version__,
            "data": {name: plain(values) for name, values in data.items()},
            "sorted": {
                column: {
                    str(ascending).lower(): [
                        int(at) for at in frame.sort_values(column, ascending=ascending, kind="stable").index
                    ]
                    for ascending in (True, False)
                }
                for column in ("v", "w", "text")
            },
            "grouped": {"g": grouped(["g"]), "g,h": grouped(["g", "h"]), "p,q": grouped(["p", "q"])},
            "described": {
                column: plain(
                    [getattr(frame[column], each)() for each in ("count", "mean", "std", "min", "median", "max", "var")]
                )
                for column in ("v", "w")
            },
            "running": {
                operation: plain(getattr(frame["v"], operation)()) for operation in ("cumsum", "cumprod", "cummax", "cummin")
            },
            "runningByGroup": {operation: running(["g"], operation) for operation in ("cumsum", "cummax")},
            "distinct": {column: int(frame[column].nunique()) for column in ("v", "text")},
        },
        ensure_ascii=False,
        indent=1,
        default=float,
    )
)
