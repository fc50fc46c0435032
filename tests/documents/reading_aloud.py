"""What a PDF says, for tests that look for words: independent of the room's own reading back."""

from __future__ import annotations

import ctypes
import re

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_NOT_COMPARED = re.compile(
    r"[\s\u00a0\ufffe\u0002-]+"
)  # spaces, and hyphens that pdfium takes for hyphenation


def pages(pdf: bytes) -> list[str]:
    document = pdfium.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def squeezed(text: str) -> str:
    """Without what line breaks change."""
    return _NOT_COMPARED.sub("", text)


def says(pdf: bytes) -> str:
    """Everything in it but heads and feet that repeat, squeezed; texts may run over page ends."""
    return squeezed("".join(_body(text) for text in pages(pdf)))


def _body(text: str) -> str:
    repeated = ("Halaman ", "Dokumen ", "Laporan Hasil Evaluasi Zona Integritas ·", "Kode Soal dan uraian")
    return "\n".join(line for line in text.splitlines() if not line.startswith(repeated))


def fonts(pdf: bytes) -> dict[str, bool]:
    """Every font a text on some page is set in, and whether it is embedded."""
    document = pdfium.PdfDocument(pdf)
    found: dict[str, bool] = {}
    try:
        for page in document:
            for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT]):
                font = pdfium_c.FPDFTextObj_GetFont(item.raw)
                name = ctypes.create_string_buffer(100)
                pdfium_c.FPDFFont_GetBaseFontName(font, name, 100)
                found[name.value.decode()] = bool(pdfium_c.FPDFFont_GetIsEmbedded(font))
    finally:
        document.close()
    return found
