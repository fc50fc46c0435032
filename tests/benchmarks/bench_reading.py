"""Reading a filled worksheet whole (answers, evidence, the file's figures explained) against openpyxl only
loading the same bytes. A workbook as real ones are: every question with a note, documents and a link."""

from __future__ import annotations

import io

import openpyxl

from tests.benchmarks.harness import Race, bench
from tests.tools.forms import Link, OfficialForm
from tests.tools.make_sample import SITE, TPI_CHOICES, TPI_NUMBERS, sample_cells
from zi_desktop.worksheets.edition import load_edition
from zi_desktop.worksheets.reading import read_workbook


def _filled() -> bytes:
    lke = load_edition("zi-2021")
    cells = sample_cells(lke, TPI_CHOICES, TPI_NUMBERS)
    answers = {code: v if isinstance(v, str) else float(v) for code, v in cells.items()}
    notes = {q.code: f"Catatan contoh untuk {q.code}: dokumen sudah diperiksa." for q in lke.questions}
    evidence = {
        q.code: (f"1. Dokumen {q.code}.pdf\n2. Notulen {q.code}.pdf", Link(q.code, f"{SITE}/{q.code}"))
        for q in lke.questions
    }
    return OfficialForm(lke, answers, notes, evidence, worn=True).build()


@bench("read-lampiran-iii", goal=0.5)
def read_lampiran() -> Race:
    data = _filled()
    return Race(
        ours=lambda: read_workbook(data, "contoh.xlsx"),
        theirs=lambda: openpyxl.load_workbook(io.BytesIO(data)),
    )
