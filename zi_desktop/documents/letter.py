"""The page that sends the report: letterhead, number and date, to whom, what, and from whom."""

from __future__ import annotations

from reportlab.platypus import Flowable, HRFlowable, Spacer

from zi_desktop.documents import geometry as g
from zi_desktop.documents import style as s
from zi_desktop.documents.blocks import Heading
from zi_desktop.documents.draft import Draft
from zi_desktop.documents.format import long_date
from zi_desktop.documents.tagging import TaggedTable, canvas_of

_SIGN_HERE = 22 * g.MM


def cover_letter(draft: Draft) -> list[Flowable]:
    """A page of its own. What the agency has not filled in is not there; nothing stands in its place."""
    letter = draft.report.letter
    parts = [*_letterhead(draft), *_facts(draft), Spacer(0, 12)]
    addressee = letter.assignment.addressee or f"Pimpinan {draft.report.evaluation.unit}"
    parts += [draft.paragraph(f"Yth. {addressee}", s.BODY, "surat", key="s.addressee"), Spacer(0, 8)]
    parts += draft.passages("surat_pembuka", s.BODY)
    parts += [draft.paragraph(draft.outcome, s.BODY, "surat")]
    parts += draft.passages("surat_penutup", s.BODY)
    return [*parts, *_sender(draft)]


def _letterhead(draft: Draft) -> list[Flowable]:
    head = draft.report.letter.head
    lines = [
        ("s.agency", head.agency, s.HEAD_AGENCY),
        ("s.office", head.office, s.HEAD_OFFICE),
        ("s.address", head.address, s.HEAD_ADDRESS),
    ]
    parts: list[Flowable] = [
        draft.paragraph(text, style, "kop surat", key=key) for key, text, style in lines if text.strip()
    ]
    return [*parts, Rule(), Spacer(0, 12)] if parts else []


class Rule(HRFlowable):
    """The line below a letterhead."""

    def __init__(self) -> None:
        super().__init__("100%", 1.2, color=s.TEXT, spaceBefore=5, spaceAfter=0)

    def draw(self) -> None:
        with canvas_of(self).artifact():
            super().draw()


def _facts(draft: Draft) -> list[Flowable]:
    letter, evaluation = draft.report.letter, draft.report.evaluation
    day = long_date(letter.assignment.dated or draft.made_on)
    place = letter.head.place.strip()
    facts = [
        ("Nomor", letter.number(draft.made_on), "s.number"),
        ("Tanggal", f"{place}, {day}" if place else day, "s.date"),
        ("Lampiran", "Satu berkas", ""),
        (
            "Hal",
            f"Laporan hasil evaluasi zona integritas {evaluation.unit} tahun {evaluation.year}",
            "s.about",
        ),
    ]
    rows = [
        [name, draft.paragraph(value, s.BODY_TIGHT, "surat", key=key)] for name, value, key in facts if value
    ]
    table = TaggedTable(
        rows,
        colWidths=[22 * g.MM, g.WIDTH - 22 * g.MM],
        hAlign="LEFT",
        row_heads=True,
        style=[
            ("FONT", (0, 0), (-1, -1), s.REGULAR, 9.5, 13.5),
            ("TEXTCOLOR", (0, 0), (0, -1), s.QUIET),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0.5),
        ],
    )
    return [Heading("Surat pengantar"), table]


def _sender(draft: Draft) -> list[Flowable]:
    head = draft.report.letter.head
    if not (head.signatory_role or head.signatory_name):
        return []
    nip = f"NIP {head.signatory_nip}" if head.signatory_nip.strip() else ""
    below = [(text, key) for text, key in ((head.signatory_name, "s.name"), (nip, "s.nip")) if text.strip()]
    return [
        Spacer(0, 14),
        draft.paragraph(head.signatory_role or "Pengirim", s.SENDER, "surat", key="s.role"),
        Spacer(0, _SIGN_HERE),
        *(draft.paragraph(text, s.SENDER, "surat", key=key) for text, key in below),
    ]
