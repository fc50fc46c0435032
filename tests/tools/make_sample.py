"""Writes `resources/samples/`: a made-up unit's self-assessment and TPI's answers, all of it invented.

    python -m tests.tools.make_sample

The same bytes every time; a test compares them with what is shipped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.tools.forms import Link, OfficialForm
from tests.tools.jawaban import Side, jawaban_form
from zi_desktop.domain.cells import CellValue, find_cell, parse_cell
from zi_desktop.domain.lke import Lke, QuestionKind
from zi_desktop.domain.resources import resource_path
from zi_desktop.worksheets.edition import load_edition

UNIT, YEAR = "Satker Contoh (data rekaan)", 2025
SITE = "https://bukti.contoh.example"

# One answer per choice question of the sub-area, in order; "-" is left blank.
UNIT_CHOICES = {
    "A.I.1.i": "Ya A", "A.I.1.ii": "Ya A A", "A.I.1.iii": "A A B", "A.I.1.iv": "Ya A B A",
    "A.I.2.i": "A B B", "A.I.2.ii": "A A A B", "A.I.2.iii": "A A",
    "A.I.3.i": "Ya A Ya", "A.I.3.ii": "Ya B Ya", "A.I.3.iii": "Ya A B A B A", "A.I.3.iv": "A A C Ya",
    "A.I.3.v": "A", "A.I.3.vi": "A",
    "A.I.4.i": "A A B", "A.I.4.ii": "Ya Ya Ya A Ya A Ya -",
    "A.I.5.i": "A B", "A.I.5.ii": "B B A A", "A.I.5.iii": "A Ya A B", "A.I.5.iv": "A A -",
    "A.I.5.v": "A B A A B",
    "A.I.6.i": "A A B Ya", "A.I.6.ii": "B A B C A C", "A.I.6.iii": "B A A", "A.I.6.iv": "B A B",
    "A.I.6.v": "B Ya A",
    "A.II.1.ii": "B", "A.II.1.iii": "A", "A.II.2.i": "B", "A.II.2.ii": "A A", "A.II.2.iii": "C B B",
    "A.II.3.i": "A", "A.II.3.ii": "A", "A.II.4.ii": "A", "A.II.4.iii": "B", "A.II.5.i": "B",
    "A.II.6.i": "A", "A.II.6.ii": "B", "B.I": "B",
}  # fmt: skip
TPI_CHOICES = {
    **UNIT_CHOICES,
    "A.I.1.iii": "A B B", "A.I.1.iv": "Ya A B B", "A.I.2.i": "B C B", "A.I.2.ii": "A B A B",
    "A.I.3.iii": "Ya B B A C A", "A.I.3.iv": "A B D Tidak", "A.I.4.i": "A B B",
    "A.I.4.ii": "Ya Ya Ya B Ya A Ya B", "A.I.5.i": "B C", "A.I.5.ii": "C D B B",
    "A.I.5.iii": "B Ya B C", "A.I.5.iv": "B B C", "A.I.5.v": "B B C B B", "A.I.6.i": "B A B Ya",
    "A.I.6.ii": "B B B C A D", "A.II.1.ii": "C", "A.II.2.iii": "D C C", "A.II.3.ii": "B",
    "A.II.4.iii": "C", "A.II.5.i": "D", "A.II.6.ii": "B", "B.I": "C",
}  # fmt: skip
UNIT_NUMBERS: Mapping[str, Any] = {
    "A.II.1.i.a": {"agen": 8, "perubahan": 7},
    "A.II.1.i.b": {"perubahan": 7, "terintegrasi": 5},
    "A.II.3.iii.a": {"tahun_lalu": 0, "tahun_ini": 0, "disanksi": 0},
    "A.II.4.i.a": {"sasaran": 12, "tercapai": 10},
    "A.II.5.ii.a": {"harus": 0, "proses": 0, "selesai": 0},
    "A.II.5.iii.a": {"kepala": 1, "pejabat": 6, "lainnya": 5, "sudah": 12},
    "A.II.5.iii.b": {"eselon3": 3, "eselon4": 9, "fung_pelaksana": 48, "sudah": 57},
    "A.II.6.i.b": {"terdaftar": 9, "dipermudah": 8},
    "B.I.a": 3.68,
    "B.II.a": 3.55,
}
TPI_NUMBERS: Mapping[str, Any] = {
    **UNIT_NUMBERS,
    "A.II.1.i.b": {"perubahan": 7, "terintegrasi": 3},
    "A.II.4.i.a": {"sasaran": 12, "tercapai": 9},
    "A.II.5.ii.a": {"harus": 4, "proses": 2, "selesai": 2},
    "A.II.6.i.b": {"terdaftar": 9, "dipermudah": 6},
    "B.I.a": 3.58,
    "B.II.a": 3.42,
}
UNIT_NOTES = {
    "A.I.1.i.a": "Tim dibentuk dengan surat keputusan kepala satker.",
    "A.I.1.iii.b": "Rapat pemantauan tiap triwulan.\nNotulen ditandatangani pimpinan.",
    "A.I.2.i.b": "Sebagian prosedur layanan belum memakai formulir baru.",
    "A.I.4.ii.h": "Menunggu jadwal pelatihan; belum dapat dijawab.",
    "A.II.1.i.a": "Satu agen satu perubahan.",
    "A.II.5.ii.a": "Tidak ada pengaduan masuk selama tahun berjalan.",
    "B.I.a": "Survei oleh lembaga luar, rekaan.",
}
COUNT_NOTES = {
    "A.II.1.i.a.agen": "Daftar agen terlampir.",
    "A.II.1.i.a.perubahan": "Satu agen belum menyelesaikan perubahannya.",
    "A.II.5.iii.b.sudah": "Tiga pegawai cuti panjang.",
}
TPI_NOTES = {
    "A.I.1.iii.b": "Pimpinan hanya hadir pada dua dari empat rapat.",
    "A.I.2.i.b": "Tiga prosedur utama belum diterapkan; lengkapi bukti penerapan.",
    "A.I.3.iv.d": "Dasar penghargaan belum tampak dari hasil kinerja individu.",
    "A.I.5.ii.b": "Peta risiko belum memuat kegiatan utama.",
    "A.II.5.ii.a": "Ditemukan empat pengaduan di kanal nasional.",
    "B.I.b": "Capaian tidak lebih baik daripada tahun lalu.",
}
EVIDENCE: Mapping[str, tuple[Any, ...]] = {
    "A.I.1.i.a": ("1. SK Tim Pembangunan.pdf\n2. Notulen pemilihan.pdf", f"{SITE}/a1ia"),
    "A.I.1.i.b": ("Berita acara seleksi.docx", Link(f"{SITE}/a1ib", f"{SITE}/a1ib")),
    "A.I.1.ii.a": ("1) Rencana kerja.pdf\n2) Lampiran target.xlsx", Link("Folder rencana", f"{SITE}/a1iia")),
    "A.I.1.iii.b": ("- Notulen TW1.pdf\n- Notulen TW2.pdf", f"{SITE}/tw1\n{SITE}/tw2"),
    "A.I.2.i.b": (r"\\server-contoh\zi\area 2\SOP layanan.pdf", f'=HYPERLINK("{SITE}/sop","Daftar SOP")'),
    "A.I.3.i.a": ("Peta jabatan.pdf", f"Peta: {SITE}/peta"),
    "A.I.5.i.a": ("", f"{SITE}/kampanye-1 {SITE}/kampanye-2"),
    "A.I.6.iv.a": ("Laporan survei.pdf", f"{SITE}/survei"),
    "A.II.1.i.a": ("Daftar agen perubahan.xlsx", f"{SITE}/agen"),
    "A.II.5.iii.a": ("Rekap LHKPN.pdf", ""),
    "B.I.a": ("Laporan survei eksternal.pdf", f"{SITE}/ipak"),
}


def sample_cells(lke: Lke, choices: Mapping[str, str], numbers: Mapping[str, Any]) -> dict[str, CellValue]:
    """The answers by cell code, as the program holds them."""
    cells: dict[str, CellValue] = {}
    for code, typed in _typed(lke, choices, numbers):
        value = parse_cell(find_cell(lke, code), str(typed))
        if value is not None:
            cells[code] = value
    return cells


def _typed(lke: Lke, choices: Mapping[str, str], numbers: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for section in lke.all_sections:
        asked = [q for q in section.questions if q.kind is QuestionKind.CHOICE]
        given = choices.get(section.code, "").split()
        for question, label in zip(asked, given, strict=True):
            if label != "-":
                yield question.code, label
    for code, number in numbers.items():
        if isinstance(number, dict):
            yield from ((f"{code}.{name}", value) for name, value in number.items())
        else:
            yield code, number


def lampiran_sample() -> bytes:
    """The unit's self-assessment in the official workbook, with the habits and defects of real ones."""
    lke = load_edition("zi-2021")
    answers = dict(_typed(lke, UNIT_CHOICES, UNIT_NUMBERS))
    form = OfficialForm(
        lke,
        {**answers, "A.I.1.ii.b": "A ", "A.I.2.ii.a": "a"},
        {**UNIT_NOTES, **COUNT_NOTES},
        EVIDENCE,
        types={"A.I.1.i.a": "Ya"},
        overtyped={"K sum A.II.5.iii.b": 57},
        title=f"LEMBAR KERJA EVALUASI ZONA INTEGRITAS\nUnit kerja : {UNIT}\nTahun : {YEAR}",
    )
    return form.build()


def jawaban_sample() -> bytes:
    """PortalRB's sheet with the unit's answers and TPI's beside them."""
    lke = load_edition("zi-2021")
    evidence = {
        code: "\n".join(item.text if isinstance(item, Link) else item for item in items if item)
        for code, items in EVIDENCE.items()
        if not any(str(item).startswith("=") for item in items)
    }
    unit = Side(sample_cells(lke, UNIT_CHOICES, UNIT_NUMBERS), UNIT_NOTES, evidence)
    tpi = Side(sample_cells(lke, TPI_CHOICES, TPI_NUMBERS), TPI_NOTES)
    return jawaban_form(lke, unit, tpi)


SAMPLES = {"lke-contoh.xlsx": lampiran_sample, "jawaban-contoh.xlsx": jawaban_sample}


def main(folder: Path | None = None) -> None:
    """Writes both samples into the folder, by default the shipped one."""
    target = folder or resource_path("samples")
    for name, make in SAMPLES.items():
        (target / name).write_bytes(make())


if __name__ == "__main__":
    main()
