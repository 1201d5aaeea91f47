"""Stata files as pandas writes them, for the tests of the readers.

Run from the repository root: /usr/bin/python3 tools/references/stata-files.py
Python 3.11, pandas 1.5.3.
"""

import numpy as np
import pandas as pd

frame = pd.DataFrame(
    {
        "城市": ["北京", "上海", ""],
        "value": [0.1, np.nan, -1e300],
        "single": np.array([0.1, 2.5, np.nan], dtype="float32"),
        "small": np.array([1, -100, 100], dtype="int8"),
        "tier": pd.Categorical(["一线", "二线", "一线"]),
        "month": pd.to_datetime(["2019-01-01", "1959-12-01", "2020-02-01"]),
        "note": ["字" * 800, "", "x"],
    }
)
for version in (117, 118, 119):
    data = frame if version > 117 else frame.rename(columns={"城市": "city"}).assign(
        city=["Paris", "Roma", ""], tier=pd.Categorical(["first", "second", "first"]), note=["a" * 3000, "", "x"]
    )
    data.to_stata(
        f"packages/readers/references/pandas-{version}.dta",
        version=version,
        write_index=False,
        convert_dates={"month": "tm"},
        convert_strl=["note"],
        byteorder="little",
    )

# pandas writes long texts in the byte order of the machine whatever it is told.
frame.drop(columns=["note"]).to_stata(
    "packages/readers/references/pandas-118-big.dta",
    version=118,
    write_index=False,
    convert_dates={"month": "tm"},
    byteorder="big",
)
