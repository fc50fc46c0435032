"""Texts found by the name that `tagging` gave their marked content: what is printed, not what it claims."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from zi_desktop.documents import geometry as g


def add_marked_texts(page: pdfium.PdfPage, into: dict[str, str]) -> None:
    """Adds the texts of a page under their names, in the order they are drawn and without any spaces."""
    text_page = page.get_textpage()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
        name = _name_of(item.raw)
        if name:
            into[name] = into.get(name, "") + squeezed(_text_of(item.raw, text_page.raw))


def squeezed(text: str) -> str:
    """Without the spaces that line breaks add and take away."""
    return "".join(text.split())


def _name_of(item: Any) -> str:
    """The name in the mark around a page object; empty where there is none."""
    for index in range(raw.FPDFPageObj_CountMarks(item)):
        mark = raw.FPDFPageObj_GetMark(item, index)
        length = ctypes.c_ulong()
        buffer = ctypes.create_string_buffer(256)
        there = raw.FPDFPageObjMark_GetParamStringValue(
            mark, g.MARK.encode(), ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), 256, length
        )
        if there and length.value:
            return buffer.raw[: length.value].decode("utf-16-le").rstrip("\0")
    return ""


def _text_of(item: Any, text_page: Any) -> str:
    needed = raw.FPDFTextObj_GetText(item, text_page, None, 0)
    buffer = ctypes.create_string_buffer(needed)
    raw.FPDFTextObj_GetText(item, text_page, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), needed)
    return buffer.raw[:needed].decode("utf-16-le").rstrip("\0")
