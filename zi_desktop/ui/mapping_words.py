"""What a column of a worksheet may mean, in the evaluator's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from zi_desktop.domain.evaluation import Stage
from zi_desktop.domain.reading import IGNORE
from zi_desktop.ui.answers import stage_tag

_STAGED = ("answer", "note", "evidence", "finding", "recommendation", "score")
_SHARED = ("tree", "criteria", "type", "weight", "id")


def meanings() -> list[str]:
    """All that can be chosen: first leaving the column out, then each stage's, then the form's own."""
    return [IGNORE, *(f"{role}:{stage}" for stage in Stage for role in _STAGED), *_SHARED]


def meaning_name(meaning: str) -> str:
    """``Jawaban Unit`` for ``answer:mandiri``; empty is a column nobody recognised."""
    role, _, stage = meaning.partition(":")
    name = _role_name(role)
    return f"{name} · {stage_tag(Stage(stage))}" if stage else name


def _role_name(role: str) -> str:
    return {
        "": QCoreApplication.translate("MappingWords", "Tidak dikenal"),
        IGNORE: QCoreApplication.translate("MappingWords", "Abaikan"),
        "answer": QCoreApplication.translate("MappingWords", "Jawaban"),
        "note": QCoreApplication.translate("MappingWords", "Catatan"),
        "evidence": QCoreApplication.translate("MappingWords", "Bukti"),
        "finding": QCoreApplication.translate("MappingWords", "Temuan"),
        "recommendation": QCoreApplication.translate("MappingWords", "Rekomendasi"),
        "score": QCoreApplication.translate("MappingWords", "Nilai"),
        "decision": QCoreApplication.translate("MappingWords", "Keputusan penyebut nol"),
        "tree": QCoreApplication.translate("MappingWords", "Nomor dan bunyi"),
        "text": QCoreApplication.translate("MappingWords", "Bunyi soal"),
        "criteria": QCoreApplication.translate("MappingWords", "Penjelasan pilihan"),
        "type": QCoreApplication.translate("MappingWords", "Jenis jawaban"),
        "weight": QCoreApplication.translate("MappingWords", "Bobot"),
        "id": QCoreApplication.translate("MappingWords", "Kode soal"),
    }.get(role, role)
