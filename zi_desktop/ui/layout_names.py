"""Words for what a reading calls by a code: the family of a worksheet, and why a row was passed over."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def layout_name(layout: str) -> str:
    """The family of worksheets, as an evaluator would call it."""
    return {
        "lampiran-iii": QCoreApplication.translate("LayoutNames", "Lampiran III"),
        "portalrb-jawaban": QCoreApplication.translate("LayoutNames", "Jawaban PortalRB"),
        "three-tier": QCoreApplication.translate("LayoutNames", "tiga tahap berdampingan"),
        "single-table": QCoreApplication.translate("LayoutNames", "satu tabel"),
        "form-2014": QCoreApplication.translate("LayoutNames", "formulir 2014"),
        "zi-desktop": QCoreApplication.translate("LayoutNames", "ekspor ZI Desktop"),
        "unknown": QCoreApplication.translate("LayoutNames", "tata letak lain"),
    }.get(layout, layout)


def skipped_name(reason: str) -> str:
    return {
        "header": QCoreApplication.translate("LayoutNames", "kepala"),
        "section": QCoreApplication.translate("LayoutNames", "judul"),
        "total": QCoreApplication.translate("LayoutNames", "jumlah"),
        "group": QCoreApplication.translate("LayoutNames", "kelompok"),
        "sum-row": QCoreApplication.translate("LayoutNames", "baris penjumlahan"),
        "leftover": QCoreApplication.translate("LayoutNames", "sisa"),
        "signature": QCoreApplication.translate("LayoutNames", "tanda tangan"),
        "remark": QCoreApplication.translate("LayoutNames", "keterangan"),
        "doubtful": QCoreApplication.translate("LayoutNames", "meragukan"),
        "ignored": QCoreApplication.translate("LayoutNames", "diabaikan"),
        "unknown": QCoreApplication.translate("LayoutNames", "tidak dikenal"),
    }.get(reason, reason)
