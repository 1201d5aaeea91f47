"""Workbooks as LibreOffice writes them (.ods, .xls), for the tests of the readers.

Run from the repository root: /usr/bin/python3 tools/references/workbooks.py
Python 3.11, openpyxl 3.0.9 (writes the source), LibreOffice 7.4.7 (saves it in the other formats).
"""

import datetime
import os
import re
import subprocess
import tempfile
import zipfile

import openpyxl

book = openpyxl.Workbook()
notes = book.active
notes.title = "README"
notes.append(["About this file"])
notes.append(["Values are made up.", "See below."])
sheet = book.create_sheet("数据")
sheet.append(["表1 主要指标", None, None, None, None, None])
sheet.append(["城市", "指数", "share", "day", "mark", "double"])
rows = [
    ["北京", 27.7, 0.075, datetime.date(2019, 1, 31), "m2", 1],
    ["上海", 1234.56, 0.5, datetime.date(1999, 12, 31), "MARK", 2],
    ["São Tomé <&>", -0.004, 1, datetime.date(2020, 2, 29), "CO2", 3],
]
for index, row in enumerate(rows):
    sheet.append(row[:5] + [f"=B{index + 3}*2"])
for row in range(3, 6):
    sheet.cell(row, 2).number_format = "#,##0.00"
    sheet.cell(row, 3).number_format = "0.0%"
    sheet.cell(row, 4).number_format = "yyyy-mm-dd"
sheet.merge_cells("A1:F1")
sheet.row_dimensions[4].hidden = True
sheet.column_dimensions["D"].hidden = True
secret = book.create_sheet("secret")
secret.sheet_state = "hidden"
secret.append(["a", 1])


def run(text, mark, position):
    """The XML of a text whose end is raised or lowered."""
    align = f'<rPr><vertAlign val="{position}"/></rPr>'
    return f"<is><r><t>{text}</t></r><r>{align}<t>{mark}</t></r></is>"


with tempfile.TemporaryDirectory() as folder:
    plain = os.path.join(folder, "plain.xlsx")
    source = os.path.join(folder, "workbook.xlsx")
    book.save(plain)
    # openpyxl 3.0 writes no rich text: the marks are put into the file.
    with zipfile.ZipFile(plain) as before, zipfile.ZipFile(source, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "xl/worksheets/sheet2.xml":
                for text, rich in (
                    ("m2", run("m", "2", "superscript")),
                    ("MARK", run("12.5", "1", "superscript")),
                    ("CO2", run("CO", "2", "subscript")),
                ):
                    content, found = re.subn(rf"<is><t[^>]*>{text}</t></is>".encode(), rich.encode(), content)
                    assert found == 1, text
            after.writestr(name, content)
    for form in ("ods", "xls"):
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", form,
             "--outdir", "packages/readers/references", source],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
