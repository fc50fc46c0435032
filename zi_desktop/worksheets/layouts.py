"""Layouts of worksheets as data: what headers say, and by which columns each family is recognised.

One engine reads them all (`reading_header`). A new agency's wording is one more phrase here, a new family one
more `Layout`. Columns are found by the words in their header, never by their letter: the same letter means
different things in different agencies.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from zi_desktop.domain.evaluation import Stage

HEADER_ROWS = 30


class Field(StrEnum):
    """What a column holds."""

    ID = "id"
    CODE = "code"
    TREE = "tree"  # markers and wording
    WEIGHT = "weight"
    CRITERIA = "criteria"
    TYPE = "type"
    ANSWER = "answer"
    NOTE = "note"
    EVIDENCE = "evidence"
    SCORE = "score"
    PERCENT = "percent"
    FINDING = "finding"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    IGNORE = "ignore"  # known to hold nothing for an evaluation


STAGED = frozenset(
    {
        *(Field.ANSWER, Field.NOTE, Field.EVIDENCE, Field.SCORE, Field.PERCENT),
        *(Field.FINDING, Field.RECOMMENDATION, Field.DECISION),
    }
)
"""What is somebody's: such a column belongs to a stage."""

Meaning = tuple[Field, Stage | None]


class Owner(StrEnum):
    """Whose column a header says it is. Which stage that is depends on who else is there."""

    UNIT = "unit"
    TPI = "tpi"
    CENTRAL = "central"  # the TPI of the whole agency, above the TPI of the unit
    TPN = "tpn"


OWNERS: Mapping[Owner, tuple[str, ...]] = {
    Owner.UNIT: (
        *("unit", "unit kerja", "satker", "satuan kerja", "upt", "mandiri", "kantah", "self assessment"),
        *("penilaian mandiri", "unit zi", "oleh unit", "dari unit", "unit pelaksana"),
    ),
    Owner.TPI: (
        *("tpi", "tpi unit", "tpi unit kerja", "tpi satker", "tim penilai internal", "penilai internal"),
        *("tpi eselon i", "oleh tpi", "dari tpi", "hasil tpi", "tpi wilayah"),
    ),
    Owner.CENTRAL: (
        *("tpi pusat", "tpi itjen", "tpi kesdm", "tpi kementerian", "tpi inspektorat", "itjen", "apip"),
        *("tpi inspektorat jenderal", "inspektorat jenderal", "inspektorat", "tpi instansi", "tpi utama"),
    ),
    Owner.TPN: (
        *("tpn", "tim penilai nasional", "penilai nasional", "menpan", "kemenpan", "menpanrb", "panrb"),
        *("kemenpanrb", "kemenpan rb", "menpan rb", "evaluator tpn"),
    ),
}

FILLERS = ("hasil", "penilaian", "evaluasi", "verifikasi", "oleh", "dari")
"""Words that stand above an owner's columns and say nothing more: ``Hasil Penilaian TPI``."""

_TREE_OR_NOTE = "uraian"
NOUNS: Mapping[Field, tuple[str, ...]] = {
    Field.ID: ("id", "id soal"),
    Field.CODE: ("kode", "kode soal"),
    Field.TREE: (
        *("penilaian", "komponen penilaian", "uraian penilaian", "pertanyaan", "indikator", "komponen"),
        *("aspek penilaian", "aspek", "unsur penilaian", "kriteria pertanyaan", "item penilaian", "soal"),
        *("area perubahan", "area", "komponen pertanyaan", "indikator penilaian", _TREE_OR_NOTE),
    ),
    Field.WEIGHT: ("bobot", "bobot nilai", "bobot penilaian"),
    Field.CRITERIA: (
        *("kriteria nilai", "kriteria", "kriteria penilaian", "kriteria jawaban", "penjelasan kriteria"),
        *("penjelasan", "keterangan kriteria", "uraian kriteria", "keterangan pilihan jawaban"),
    ),
    Field.TYPE: (
        *("pilihan jawaban", "jenis jawaban", "tipe jawaban", "opsi jawaban", "pilihan", "opsi"),
        *("jenis pilihan jawaban", "pilihan nilai"),
    ),
    Field.ANSWER: ("jawaban", "isian jawaban", "isian", "hasil jawaban", "jawaban isian", "jawaban akhir"),
    Field.NOTE: (
        *("catatan", "keterangan", "catatan keterangan penjelasan", "catatan keterangan", "narasi"),
        *("catatan penjelasan", "penjelasan jawaban", "keterangan penjelasan", "catatan narasi"),
        *("penjelasan catatan", "keterangan catatan", "catatan jawaban", "uraian jawaban", "alasan"),
    ),
    Field.EVIDENCE: (
        *("bukti dukung", "daftar bukti dukung", "eviden", "evidence", "evidens", "data dukung", "bukti"),
        *("dokumen", "daftar dokumen", "dokumen pendukung", "bukti pendukung", "dokumen bukti dukung"),
        *("tautan", "link", "url", "tautan bukti dukung", "tautan bukti dukung baru", "link bukti dukung"),
        *("link eviden", "link evidence", "link dokumen", "link data dukung", "tautan dokumen", "link drive"),
        *("daftar eviden", "nama dokumen", "tautan eviden", "daftar data dukung", "bukti dukung baru"),
        *("dokumen eviden", "link google drive", "tautan bukti"),
    ),
    Field.SCORE: ("nilai", "skor", "nilai akhir", "skor nilai"),
    Field.PERCENT: ("%", "persen", "persentase", "nilai %", "% nilai", "capaian %"),
    Field.FINDING: ("catatan hasil evaluasi", "temuan", "catatan evaluasi"),
    Field.RECOMMENDATION: ("rekomendasi", "saran", "saran perbaikan"),
    Field.DECISION: ("keputusan penyebut nol",),
    Field.IGNORE: (
        *("no", "nomor", "pic", "perbaikan catatan tpi", "eviden 2024 2025", "penamaan eviden"),
        *("no urut", "nomor urut"),
    ),
}
"""Header texts by what they mean, as `normal_label` gives them, without the words that say whose they are."""

NOTE_AFTER_THE_ANSWER = frozenset({"penjelasan", _TREE_OR_NOTE})
"""Words that stand for the criteria or the wording left of the answer, and for a note right of it."""
CRITERIA_BEFORE_THE_ANSWER = frozenset({"keterangan", "keterangan penjelasan"})
"""Words that stand for a note right of the answer, and for the criteria left of it."""


@dataclass(frozen=True)
class Layout:
    """A family of worksheets: the first in `LAYOUTS` whose every condition holds.

    ``stages``: answer blocks that are there; ``has``/``lacks``: columns; ``edition``: the form the questions
    turned out to be; ``says``: a header that tells; ``computed``: whether the score column has formulas.
    ``live``: the form computes, so a constant in place of a formula is worth telling. ``shared_score``: one
    score column for whichever stage the file names."""

    id: str
    stages: frozenset[Stage] = frozenset()
    has: frozenset[Field] = frozenset()
    lacks: frozenset[Field] = frozenset()
    edition: str = ""
    says: str = ""
    computed: bool | None = None
    live: bool = False
    shared_score: bool = False


_UNIT, _TPI, _TPN = Stage.MANDIRI, Stage.TPI, Stage.TPN
_ASKED = frozenset({Field.TYPE})
_TABLE = frozenset({Field.WEIGHT, Field.TYPE})

ZI_DESKTOP = Layout(
    "zi-desktop",
    frozenset({_UNIT, _TPI}),
    _TABLE | {Field.CODE, Field.DECISION, Field.FINDING},
    live=True,
    shared_score=True,
)
LAYOUTS: tuple[Layout, ...] = (
    ZI_DESKTOP,
    Layout("three-tier", frozenset({_UNIT, _TPI, _TPN}), _ASKED),
    Layout("portalrb-jawaban", frozenset({_UNIT, _TPI}), _ASKED),
    Layout("form-2014", frozenset({_UNIT}), _ASKED, edition="zi-2014", live=True),
    Layout("portalrb-jawaban", has=_TABLE, says="jawaban unit"),
    Layout("lampiran-iii", frozenset({_UNIT}), _TABLE | {Field.SCORE}, computed=True, live=True),
    Layout("single-table", has=_TABLE | {Field.EVIDENCE}, live=True),
    Layout("lampiran-iii", frozenset({_UNIT}), _TABLE | {Field.SCORE}, frozenset({Field.ID}), live=True),
    Layout("single-table", has=_TABLE, live=True),
    Layout("unknown"),
)
"""The most demanding first."""

_PUNCTUATION = re.compile(r"[^\w%]+")


@lru_cache(maxsize=8192)
def normal_label(text: str) -> str:
    """A header without case, punctuation, line breaks: `` Catatan/Keterangan`` → ``catatan keterangan``."""
    return _PUNCTUATION.sub(" ", text.casefold()).strip()
