"""Small documents made at test time, and ways to damage them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import xlsxwriter
from reportlab.pdfgen.canvas import Canvas

Parts = dict[str, bytes]


def sample_pdf(pages: int = 2) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pageCompression=0)
    for page in range(pages):
        canvas.drawString(72, 720, f"Laporan contoh halaman {page + 1}: nilai 84.30")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def sample_xlsx() -> bytes:
    """With what makes packages varied: formula, chart, table, comment, link, validation, own properties."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        book.set_custom_property("Instrumen", "zi-2021")
        sheet = book.add_worksheet("LKE Contoh")
        bold = book.add_format({"bold": True, "bg_color": "#1F3864"})
        sheet.write_row("A1", ["Kode", "Nilai"], bold)
        for row in range(1, 6):
            sheet.write(row, 0, f"A.I.{row}")
            sheet.write(row, 1, row)
        sheet.write_formula("B7", "=SUM(B2:B6)", None, 15)
        sheet.write_comment("B2", "catatan contoh")
        sheet.write_url("A9", "https://contoh.invalid/bukti", string="bukti")
        sheet.data_validation("B2:B6", {"validate": "list", "source": ["1", "2"]})
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "='LKE Contoh'!$B$2:$B$6"})
        sheet.insert_chart("D2", chart)
        other = book.add_worksheet("Rekap")
        other.add_table("A1:B3", {"data": [["a", 1], ["b", 2]]})
    return buffer.getvalue()


def unpack(package: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def edited(package: bytes, edit: Callable[[Parts], object]) -> bytes:
    """The package with its parts changed and packed anew."""
    parts = unpack(package)
    edit(parts)
    return pack(parts)


def replaced(part: str, old: bytes, new: bytes) -> Callable[[Parts], object]:
    """An edit that must find what it replaces."""

    def edit(parts: Parts) -> None:
        assert old in parts[part], (part, old)
        parts[part] = parts[part].replace(old, new, 1)

    return edit


def flipped(data: bytes, position: int, mask: int = 1) -> bytes:
    return data[:position] + bytes([data[position] ^ mask]) + data[position + 1 :]
