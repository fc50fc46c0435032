"""What must stand on the cover, in the letter and in the standing passages, from the fields themselves:
nothing of this is asked of the code that lays them out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from zi_desktop.documents.draft import NO_ID, Draft
from zi_desktop.documents.format import long_date
from zi_desktop.documents.marks import squeezed
from zi_desktop.documents.summary import MADE, NO_UNIT
from zi_desktop.documents.version import replaced_in_words
from zi_desktop.documents.wording import passage, template
from zi_desktop.domain.versions import version_in_words


def expected_letter(draft: Draft, total: str) -> dict[str, str]:
    """Texts without spaces, by the name they are marked with. ``total``: the final score as the cover prints
    it, which is compared by itself."""
    texts = (*_cover(draft), *_letter(draft), *_passages(draft, total), *_team(draft))
    versions = replaced_in_words(draft.report.versions)
    found = {key: squeezed(draft.printable.clean(text, "")) for key, text in (*texts, *versions)}
    return {key: text for key, text in found.items() if text}


def _cover(draft: Draft) -> Iterator[tuple[str, str]]:
    report = draft.report
    evaluation, letter = report.evaluation, report.letter
    yield "c.agency", letter.head.agency
    yield "c.office", letter.head.office
    yield "c.unit", evaluation.unit or NO_UNIT
    yield "c.number", letter.number(draft.made_on)
    yield "c.order", letter.assignment.order_number
    yield "c.year", str(evaluation.year)
    yield "c.stage", evaluation.stage.label.id
    yield "c.form", report.lke.name
    yield "c.basis", report.lke.basis
    yield MADE, long_date(draft.made_on) if draft.made_on != dt.date.min else "?"
    yield "c.id", evaluation.log_head[:16] or NO_ID
    yield "c.version", version_in_words(report.versions)


def _letter(draft: Draft) -> Iterator[tuple[str, str]]:
    evaluation, letter = draft.report.evaluation, draft.report.letter
    head, order = letter.head, letter.assignment
    yield "s.agency", head.agency
    yield "s.office", head.office
    yield "s.address", head.address
    yield "s.number", letter.number(draft.made_on)
    day = long_date(order.dated or draft.made_on)
    yield "s.date", f"{head.place}, {day}" if head.place.strip() else day
    yield "s.about", f"Laporan hasil evaluasi zona integritas {evaluation.unit} tahun {evaluation.year}"
    yield "s.addressee", f"Yth. {order.addressee or f'Pimpinan {evaluation.unit}'}"
    if head.signatory_role or head.signatory_name:
        yield "s.role", head.signatory_role or "Pengirim"
        yield "s.name", head.signatory_name
        yield "s.nip", f"NIP {head.signatory_nip}" if head.signatory_nip.strip() else ""


def _passages(draft: Draft, total: str) -> Iterator[tuple[str, str]]:
    values = {**draft.values, "nilai": total}
    for name in template():
        for place, text in enumerate(passage(name, draft.report.letter.wording, values)):
            yield f"p.{name}.{place}", text


def _team(draft: Draft) -> Iterator[tuple[str, str]]:
    for place, member in enumerate(draft.report.evaluation.team, 1):
        for part, text in (("name", member.name), ("nip", member.nip), ("role", member.role)):
            yield f"m.{place}.{part}", text or "–"
