"""The result on one page, for those who read one page."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from reportlab.platypus import Flowable, KeepInFrame

from zi_desktop.documents import geometry as g
from zi_desktop.documents import style as s
from zi_desktop.documents.blocks import Heading
from zi_desktop.documents.charts import Bar, GateChart
from zi_desktop.documents.draft import Draft
from zi_desktop.documents.format import NBSP, number, percent
from zi_desktop.documents.radar import Axis, Radar
from zi_desktop.documents.tagging import Paragraph
from zi_desktop.domain.lke import Level
from zi_desktop.domain.predikat import GateResult, PredikatResult
from zi_desktop.domain.report import Report

_MOST_LISTED = 40
_MOST_GATES_TOLD = 4
_LEAST_AXES = 3


def results(draft: Draft) -> list[Flowable]:
    """One page: the result in sentences, the areas as a radar, and bars against the gates."""
    report = draft.report
    parts: list[Flowable] = [Heading("Ringkasan")]
    parts += [draft.paragraph(text, s.BODY, "hasil") for text in _sentences(draft)]
    axes = _axes(draft)
    predikat = [r.rule.id for r in report.predikat]
    if len(axes) >= _LEAST_AXES:
        parts += [Paragraph("Capaian tiap area", s.H2, tag="H2"), Radar(axes, predikat, _axes_told(axes))]
    bars = _bars(draft)
    if bars:
        parts += [
            Paragraph("Capaian, batas, dan predikat yang syaratnya terpenuhi", s.H2, tag="H2"),
            GateChart(bars, predikat, _told(bars)),
        ]
    return [KeepInFrame(g.WIDTH, g.FRAME_HEIGHT - 2, parts, mode="shrink")]


def _sentences(draft: Draft) -> list[str]:
    report = draft.report
    unanswered, total = report.score.unanswered, len(report.lke.questions)
    complete = f"Seluruh {total} soal telah dijawab."
    if unanswered:
        listed = ", ".join(unanswered[:_MOST_LISTED])
        rest = len(unanswered) - _MOST_LISTED
        more = f", dan {rest} lagi (lihat lampiran)" if rest > 0 else ""
        complete = (
            f"Penilaian belum lengkap: {report.score.answered} dari {total} soal dijawab. Soal yang belum "
            f"dijawab dihitung bernilai 0: {listed}{more}."
        )
    sentences = [
        f"{report.evaluation.unit or 'Unit kerja'} memperoleh nilai {draft.total} dari 100 pada tahap "
        f"{report.evaluation.stage.label.id} tahun {report.evaluation.year}. {complete}"
    ]
    sentences += [_of_predikat(draft, result) for result in report.predikat]
    return [*sentences, _of_findings(report)]


def _of_predikat(draft: Draft, result: PredikatResult) -> str:
    also = f" Unit juga harus sudah berpredikat {result.rule.requires}." if result.rule.requires else ""
    if result.met:
        return f"{result.rule.label.id}: semua syarat nilai terpenuhi.{also}"
    if len(result.open) > _MOST_GATES_TOLD:
        missing = f"{len(result.open)} dari {len(result.gates)} syarat nilai belum tercapai"
    else:
        missing = "; ".join(f"{_short(gate)} kurang{NBSP}{draft.gate_missing(gate)}" for gate in result.open)
    return f"{result.rule.label.id}: belum terpenuhi. {missing}.{also}"


def _short(gate: GateResult) -> str:
    """The gate's name without what its label adds in brackets."""
    return gate.gate.label.id.partition(" (")[0]


def _of_findings(report: Report) -> str:
    findings = {code: items for code, items in report.evaluation.findings.items() if items}
    count = sum(len(items) for items in findings.values())
    if not count:
        return "Tidak ada catatan hasil evaluasi (temuan)."
    codes = [q.code for q in report.lke.questions if q.code in findings]
    listed = ", ".join(codes[:_MOST_LISTED]) + (", …" if len(codes) > _MOST_LISTED else "")
    return (
        f"Ada {number(count, 0)} catatan hasil evaluasi (temuan) pada {len(findings)} soal, yaitu {listed}."
    )


def _bars(draft: Draft) -> list[Bar]:
    """One bar per gate id, whichever predikat has it, in the order of the regulation."""
    order = dict.fromkeys(g_.gate.id for r in draft.report.predikat for g_ in r.gates)
    bars = []
    for gate_id in order:
        found = [(r.rule.id, g_) for r in draft.report.predikat for g_ in r.gates if g_.gate.id == gate_id]
        gate = found[0][1]
        passed = [predikat for predikat, g_ in found if g_.met]
        missed = len(passed) < len(found)
        decimals = max((draft.gate_have(g_) for _, g_ in found), key=len)
        bars.append(
            Bar(
                _short(gate),
                gate.have,
                max(gate.gate.maximum, Fraction(1, 100)),
                tuple((predikat, g_.gate.need) for predikat, g_ in found),
                f"{decimals} / {number(gate.gate.maximum, 2)}",
                " & ".join(passed) if passed else "belum",
                (s.NEAR if passed else s.MISSED) if missed else s.MET,
            )
        )
    return bars


def _told(bars: Sequence[Bar]) -> str:
    parts = []
    for bar in bars:
        needs = ", ".join(f"batas {predikat} {number(need, 2)}" for predikat, need in bar.needs)
        parts.append(f"{bar.label}: {bar.figure}; {needs}; terpenuhi: {bar.verdict}")
    return "Diagram batang capaian terhadap batas. " + ". ".join(parts) + "."


def _axes(draft: Draft) -> list[Axis]:
    """The areas as the gates add them up; where the edition has no gates for them, its own areas."""
    report = draft.report
    areas = {s_.code for s_ in report.lke.all_sections if s_.level is Level.AREA}
    by_gate: dict[str, list[tuple[str, GateResult]]] = {}
    for result in report.predikat:
        for gate in result.gates:
            if areas.issuperset(gate.gate.codes):
                by_gate.setdefault(gate.gate.id, []).append((result.rule.id, gate))
    axes = []
    for found in by_gate.values():
        needs = {predikat: gate.gate.need / gate.gate.maximum for predikat, gate in found}
        first = found[0][1]
        axes.append(Axis(_short(first), first.have / first.gate.maximum, needs))
    if axes:
        return axes
    return [
        Axis(f"{s_.code} {s_.label}", report.score.sections[s_.code] / s_.weight, {})
        for s_ in report.lke.sections[0].walk()
        if s_.level is Level.AREA and s_.weight
    ]


def _axes_told(axes: Sequence[Axis]) -> str:
    parts = []
    for axis in axes:
        needs = "".join(f", batas {predikat} {percent(need)}" for predikat, need in axis.needs.items())
        parts.append(f"{axis.label}: {percent(axis.have)}{needs}")
    return "Diagram radar capaian tiap area dalam persen dari bobotnya. " + "; ".join(parts) + "."
