"""What our PDF shares with PDF/A-1b is valid for Apache PDFBox: fonts, colours, metadata, structure.

Preflight knows nothing newer, so it is asked about the same pages without attachments and object streams.
"""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pikepdf

from tests.documents.test_report_pdf import SIGNERS, filled
from tests.verifiers import preflight
from zi_desktop.documents import write_pdf


def as_1b(pdf: bytes, target: Path, *, spoilt: bool = False) -> Path:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        xmp = document.Root.Metadata.read_bytes()
        assert b"<pdfaid:part>3<" in xmp
        document.Root.Metadata.write(xmp.replace(b"<pdfaid:part>3<", b"<pdfaid:part>1<"))
        if spoilt:
            del document.Root.OutputIntents
        document.save(
            target, force_version="1.4", object_stream_mode=pikepdf.ObjectStreamMode.disable, linearize=False
        )
    return target


def test_pdfbox_finds_no_breach_and_would_find_one(tmp_path: Path) -> None:
    data = write_pdf(filled(), SIGNERS, made_on=dt.date(2026, 11, 24)).data
    assert preflight(as_1b(data, tmp_path / "1b.pdf")) == []
    assert preflight(as_1b(data, tmp_path / "spoilt.pdf", spoilt=True)) != []
