"""The text of the report between its summary and its annex."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from zi_desktop.documents import answers as a
from zi_desktop.documents import geometry as g
from zi_desktop.documents import style as s
from zi_desktop.documents.blocks import Kept
from zi_desktop.documents.draft import Draft
from zi_desktop.documents.format import NBSP, number
from zi_desktop.documents.tables import quiet_table
from zi_desktop.documents.tagging import Paragraph
from zi_desktop.domain.checks import explained
from zi_desktop.domain.evaluation import Finding
from zi_desktop.domain.report import findings_by_area, without_evidence

_ROOM_FOR_FINDING = 64.0
_MOST_LISTED = 30


def introduction(draft: Draft) -> list[Flowable]:
    """Legal basis, order, aim, targets, method, and scope with its limits."""
    parts: list[Flowable] = []
    for title, name in (
        ("Dasar hukum", "dasar_hukum"),
        ("Penugasan", "penugasan"),
        ("Tujuan", "tujuan"),
        ("Sasaran", "sasaran"),
        ("Metodologi", "metodologi"),
        ("Lingkup dan batasan", "lingkup"),
    ):
        passages = draft.passages(name, s.BODY)
        if passages:
            parts += [*_head(title), *passages]
    return [*parts, *_limits(draft)]


def _head(title: str, room: float = 60) -> list[Flowable]:
    return [CondPageBreak(room), Paragraph(title, s.H2, tag="H2")]


def _limits(draft: Draft) -> Iterator[Flowable]:
    """What narrows the result down: what was not answered, and the warnings that stand for a reason."""
    report = draft.report
    unanswered = report.score.unanswered
    if unanswered:
        yield draft.paragraph(
            f"Evaluasi belum lengkap: {len(unanswered)} dari {len(report.lke.questions)} soal belum dijawab "
            f"dan dihitung bernilai 0 ({_listed(unanswered)}).",
            s.BODY,
            "batasan",
        )
    reasons = report.evaluation.reasons
    standing = explained(report.issues, reasons)
    if standing:
        yield Paragraph("Hal berikut diketahui tim penilai dan tidak mengubah penilaian:", s.BODY)
    for issue in standing:
        told = f"{issue.message.id}. Alasan: {reasons[issue.key]}"
        for part in draft.pieces(told, "batasan"):
            yield Paragraph(part, s.ITEM, bulletText="•")


def _listed(codes: tuple[str, ...] | list[str]) -> str:
    rest = len(codes) - _MOST_LISTED
    return ", ".join(codes[:_MOST_LISTED]) + (f", dan {rest} lagi" if rest > 0 else "")


def findings(draft: Draft) -> list[Flowable]:
    """What was found and what is advised, area by area."""
    areas = findings_by_area(draft.report)
    if not areas:
        return [Paragraph("Tidak ada catatan hasil evaluasi (temuan).", s.BODY)]
    parts: list[Flowable] = []
    count = 0
    for label, codes in areas.items():
        parts += [CondPageBreak(_ROOM_FOR_FINDING + 20), draft.paragraph(label, s.H2, "temuan", tag="H2")]
        for code in codes:
            for index, finding in enumerate(draft.report.evaluation.findings[code]):
                count += 1
                parts += _finding(draft, code, count, index, finding)
    return parts


def _finding(draft: Draft, code: str, count: int, index: int, finding: Finding) -> Iterator[Flowable]:
    question = draft.report.lke.question_by_code[code]
    yield CondPageBreak(_ROOM_FOR_FINDING)
    yield draft.paragraph(f"{count}.{NBSP} {code} – {question.text}", s.FINDING_HEAD, code)
    yield from labelled(draft, g.FINDING_LABEL, finding.note, code, f"t.{code}.{index}")
    if finding.recommendation.strip():
        yield from labelled(draft, g.ADVICE_LABEL, finding.recommendation, code, f"k.{code}.{index}")


def labelled(draft: Draft, label: str, text: str, where: str, key: str = "") -> Iterator[Flowable]:
    """A text of any length beside its label."""
    shown: str | None = label
    for part in draft.pieces(text, where):
        yield Paragraph(part, s.FINDING if label == g.FINDING_LABEL else s.DETAIL, bulletText=shown, key=key)
        shown = None


def follow_ups(draft: Draft) -> list[Flowable]:
    """What became of last year's findings; nothing where nobody judged them."""
    report = draft.report
    judged, previous = report.evaluation.follow_ups, report.previous
    if not judged or previous is None:
        return []
    known = {f.id: (code, f) for code, items in previous.findings.items() for f in items}
    told = [id_ for id_ in known if id_ in judged]
    parts: list[Flowable] = [
        draft.paragraph(
            f"Dari {len(known)} temuan tahun {previous.year}, {len(told)} dinilai tindak lanjutnya.",
            s.BODY,
            "tindak lanjut",
        )
    ]
    for place, id_ in enumerate(told, 1):
        code, finding = known[id_]
        judgement = judged[id_]
        parts += [CondPageBreak(_ROOM_FOR_FINDING)]
        head = f"{place}.{NBSP} {code} – {judgement.status.label.id}"
        parts += [draft.paragraph(head, s.FINDING_HEAD, code)]
        for label, text in (
            (g.FINDING_LABEL, finding.note),
            (g.ADVICE_LABEL, finding.recommendation),
            ("Keterangan", judgement.note),
            ("Bukti", judgement.evidence),
        ):
            if text.strip():
                parts += labelled(draft, label, text, code)
    return parts


def missing_evidence(draft: Draft) -> list[Flowable]:
    """Answers that score although nobody named a document."""
    report = draft.report
    codes = without_evidence(report)
    if not codes:
        return [Paragraph("Setiap soal yang bernilai mempunyai bukti yang disebutkan.", s.BODY)]
    rows: list[list[object]] = [["Kode", "Soal", "Jawaban", "Poin"]]
    for code in codes:
        question = report.lke.question_by_code[code]
        rows.append(
            [
                code,
                draft.paragraph(question.text, s.CELL, code),
                a.shown_answer(question, report.evaluation.cells),
                number(report.score.questions[code], 2),
            ]
        )
    widths = [25 * g.MM, g.WIDTH - 65 * g.MM, 22 * g.MM, 18 * g.MM]
    right = [("ALIGN", (2, 0), (-1, -1), "RIGHT")]
    return [
        Paragraph(
            f"{len(codes)} soal berikut bernilai, tetapi tidak ada bukti yang disebutkan, baik oleh unit "
            "maupun oleh tim penilai.",
            s.BODY,
        ),
        quiet_table(rows, widths, more=right, row_heads=True),
    ]


def closing(draft: Draft) -> list[Flowable]:
    return [Kept([*draft.passages("penutup", s.BODY), Spacer(0, 4)])]
