"""The last page: what is signed, and an empty place for each signer's stamp."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import CondPageBreak, Flowable, Spacer, Table

from zi_desktop.documents import geometry as g
from zi_desktop.documents import style as s
from zi_desktop.documents.blocks import Heading, SignatureSlot
from zi_desktop.documents.draft import Draft
from zi_desktop.documents.format import long_date
from zi_desktop.documents.model import SignatureBox, SignerBox
from zi_desktop.documents.tagging import Paragraph
from zi_desktop.documents.version import replaced_in_words

_SLOT_WIDTH = 80 * g.MM
_LONGEST_NAME = 160
_ROOM = 90 * g.MM


def approval(draft: Draft, signers: Sequence[SignerBox], boxes: list[SignatureBox]) -> list[Flowable]:
    """``boxes`` is filled while the pages are drawn, in the order of ``signers``."""
    report = draft.report
    parts: list[Flowable] = [
        CondPageBreak(_ROOM),
        Heading("Lembar pengesahan"),
        draft.paragraph(
            f"Laporan hasil evaluasi zona integritas {report.evaluation.unit} tahun "
            f"{report.evaluation.year}, tahap {report.evaluation.stage.label.id}, dengan nilai akhir "
            f"{draft.total} dari 100 ({report.score.answered} dari {len(report.lke.questions)} soal "
            f"dijawab), disusun tanggal {long_date(draft.made_on)}. Nomor dokumen: {draft.document_id}.",
            s.BODY,
            "pengesahan",
        ),
        *_replaced(draft),
        Spacer(0, 10),
    ]
    if not signers:
        return [*parts, Paragraph("Belum ada penanda tangan yang ditetapkan.", s.BODY)]
    slots = [_slot(draft, signer, index, boxes) for index, signer in enumerate(signers)]
    pairs = [[left, *slots[i + 1 : i + 2]] for i, left in enumerate(slots) if i % 2 == 0]
    grid = Table(
        [pair if len(pair) == 2 else [*pair, Spacer(0, 0)] for pair in pairs],
        colWidths=[g.WIDTH / 2, g.WIDTH / 2],
        hAlign="LEFT",
        style=[
            ("FONT", (0, 0), (-1, -1), s.REGULAR, 8.5),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 16),
        ],
    )
    return [*parts, grid]


def _replaced(draft: Draft) -> Iterator[Flowable]:
    """The signed results before this one, by the hashes of their files."""
    for key, text in replaced_in_words(draft.report.versions):
        yield draft.paragraph(text, s.BODY_TIGHT if "SHA-256" in text else s.BODY, "versi", key=key)


def _slot(draft: Draft, signer: SignerBox, index: int, boxes: list[SignatureBox]) -> SignatureSlot:
    def placed(page: int, x1: float, y1: float, x2: float, y2: float) -> None:
        boxes.append(SignatureBox(signer.role, page, x1, y1, x2, y2))

    where = f"penanda tangan {index + 1}"
    nip = f"NIP {signer.nip}" if signer.nip else ""
    role, name, number = (
        draft.printable.markup(t if len(t) <= _LONGEST_NAME else t[:_LONGEST_NAME] + "…", where)
        for t in (signer.role or "Penanda tangan", signer.name, nip)
    )
    return SignatureSlot((role, name, number), _SLOT_WIDTH, placed)
