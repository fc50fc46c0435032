"""LibreOffice computes one workbook again and again with other answers: for the system's Python (`uno`).

oracle_soffice.py JOB.json OUT.json

The job, for each workbook: ``file``, ``sheet``, ``first`` and ``last`` row, ``columns`` (letters of type,
answer, score), ``formulas`` to put in once by ``[column, row, text]``, and ``sets``: each a list of three
objects, what to put into each column by row. The result, for each set: what each row of the score column
shows, a number, an error, or null for text and nothing. One session of soffice for all.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "verifiers"))

import libreoffice

_ERRORS = {503: "#NUM!", 519: "#VALUE!", 524: "#REF!", 525: "#NAME?", 532: "#DIV/0!", 32767: "#N/A"}
_RESULT_ERROR = 4  # com.sun.star.sheet.FormulaResult.ERROR


def main(job_file: str, out_file: str) -> None:
    job = json.loads(Path(job_file).read_text(encoding="utf-8"))
    with libreoffice.soffice() as context:
        desktop = libreoffice.service(context, "com.sun.star.frame.Desktop")
        hidden = (libreoffice.property_value("Hidden", True),)
        results = []
        for book in job:
            url = Path(book["file"]).resolve().as_uri()
            document = desktop.loadComponentFromURL(url, "_blank", 0, hidden)
            results.append(computed(document, book))
            document.close(True)
    Path(out_file).write_text(json.dumps(results), encoding="utf-8")


def computed(document: Any, book: dict[str, Any]) -> list[dict[str, Any]]:
    document.enableAutomaticCalculation(False)
    sheet = document.Sheets.getByName(book["sheet"])
    for column, row, formula in book["formulas"]:
        sheet.getCellRangeByName(f"{column}{row}").setFormula(formula)
    first, last = book["first"], book["last"]
    ranges = [sheet.getCellRangeByName(f"{c}{first}:{c}{last}") for c in book["columns"]]
    as_it_was = [[row[0] for row in r.getFormulaArray()] for r in ranges]
    document.calculateAll()  # nothing that was cached in the file is believed
    changed = [True] * len(ranges)
    results = []
    for answers in book["sets"]:
        for i, (cells, values) in enumerate(zip(ranges, answers, strict=True)):
            if not values and not changed[i]:
                continue
            column = list(as_it_was[i])
            for row, value in values.items():
                column[int(row) - first] = value if isinstance(value, str) else repr(value)
            cells.setFormulaArray(tuple((value,) for value in column))
            changed[i] = bool(values)
        document.calculate()
        results.append(shown(ranges[-1], first))
    return results


def shown(cells: Any, first: int) -> dict[str, Any]:
    told = {}
    for i, (value,) in enumerate(cells.getDataArray()):
        told[str(first + i)] = value if isinstance(value, float) else None
    for area in cells.queryFormulaCells(_RESULT_ERROR).getRangeAddresses():
        for row in range(area.StartRow, area.EndRow + 1):
            top = cells.getRangeAddress().StartRow
            code = cells.getCellByPosition(0, row - top).getError()
            told[str(row + 1)] = _ERRORS.get(code, f"Err:{code}")
    return told


if __name__ == "__main__":
    main(*sys.argv[1:])
