"""What the public may read of a result: figures and verdicts, and nothing written by or about a person."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from zi_desktop.documents.format import decimals_apart, long_date, number, percent
from zi_desktop.domain.lke import Level, Section
from zi_desktop.domain.predikat import GateResult, PredikatResult
from zi_desktop.domain.report import Report, total_gates

TITLE = "Ringkasan Hasil Penilaian Zona Integritas"
DISCLAIMER = (
    "Ringkasan ini memuat hasil penilaian terhadap syarat nilai, bukan penetapan predikat. Angka dibulatkan "
    "hanya untuk dicetak; syarat dibandingkan dengan angka yang tidak dibulatkan."
)
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SHORT_FORMS = frozenset({"SDM", "ASN", "KKN", "ZI"})
UNSIGNED = "Hasil sementara: penilaian ini belum ditandatangani."


@dataclass(frozen=True)
class PublicBar:
    """One komponen, area or gate: points of a maximum, what each predikat needs and whether it is met."""

    label: str
    have: Fraction
    most: Fraction
    figure: str
    needs: tuple[tuple[str, Fraction, bool], ...] = ()

    @property
    def share(self) -> Fraction:
        return min(Fraction(1), self.have / self.most)

    @property
    def verdict(self) -> str:
        """``WBK & WBBM``, ``WBK``, ``belum``; empty where no predikat asks for it."""
        met = [predikat for predikat, _, is_met in self.needs if is_met]
        return " & ".join(met) if met else "belum" if self.needs else ""


@dataclass(frozen=True)
class PublicAxis:
    """One area of the radar: the share that was reached, and what each predikat needs."""

    label: str
    have: Fraction
    needs: tuple[tuple[str, Fraction], ...]


@dataclass(frozen=True)
class PublicVerdict:
    """One predikat: whether its minima are met, which are not, and what else it asks for."""

    label: str
    verdict: str
    met: bool
    lacking: str = ""
    also: str = ""


@dataclass(frozen=True)
class PublicWords:
    """Everything on the page."""

    agency: str
    office: str
    unit: str
    facts: tuple[tuple[str, str], ...]
    total: str
    standing: tuple[str, ...]
    predikat: tuple[PublicVerdict, ...]
    bars: tuple[PublicBar, ...]
    axes: tuple[PublicAxis, ...]
    made: str
    document_id: str

    @property
    def rules(self) -> tuple[str, ...]:
        """The predikat that have a minimum somewhere on the page."""
        return tuple(dict.fromkeys(p for bar in self.bars for p, _, _ in bar.needs))

    @property
    def bars_told(self) -> str:
        parts = []
        for bar in self.bars:
            needs = "".join(
                f", batas {predikat} {number(need, 2)} {'tercapai' if met else 'belum tercapai'}"
                for predikat, need, met in bar.needs
            )
            parts.append(f"{bar.label}: {bar.figure}{needs}")
        return "Diagram batang nilai terhadap batas tiap predikat. " + ". ".join(parts) + "."

    @property
    def axes_told(self) -> str:
        parts = []
        for axis in self.axes:
            needs = "".join(f", batas {predikat} {percent(need)}" for predikat, need in axis.needs)
            parts.append(f"{axis.label}: {percent(axis.have)}{needs}")
        return "Diagram radar capaian tiap area dalam persen dari bobotnya. " + "; ".join(parts) + "."


def public_words(report: Report, made_on: dt.date, *, signed: bool) -> PublicWords:
    """``signed``: the evaluation is signed off, or will be with the files this page is one of."""
    evaluation, score = report.evaluation, report.score
    questions = len(report.lke.questions)
    standing = [] if signed else [UNSIGNED]
    if score.unanswered:
        standing.append(
            f"Penilaian belum lengkap: {score.answered} dari {questions} soal dijawab; yang belum dijawab "
            "dihitung bernilai 0."
        )
    return PublicWords(
        _line(report.letter.head.agency),
        _line(report.letter.head.office),
        _line(evaluation.unit) or "(unit kerja belum diisi)",
        (
            ("Tahun", str(evaluation.year)),
            ("Tahap", evaluation.stage.label.id),
            ("Instrumen", report.lke.name),
        ),
        _total(report),
        tuple(standing),
        tuple(_predikat(result) for result in report.predikat),
        tuple(_bars(report)),
        tuple(_axes(report)),
        long_date(made_on),
        evaluation.log_head[:16],
    )


def _line(text: str) -> str:
    """On one line, without what no file may hold."""
    return " ".join(_NOT_TEXT.sub("\ufffd", text).split())


def _total(report: Report) -> str:
    """With as many decimals as it takes not to seem to reach a minimum it misses."""
    return number(report.score.total, max((_decimals(gate) for gate in total_gates(report)), default=2))


def _decimals(gate: GateResult) -> int:
    return 2 if gate.met else decimals_apart(gate.have, (gate.gate.need,))


def _predikat(result: PredikatResult) -> PublicVerdict:
    label, of = result.rule.label.id, len(result.gates)
    also = f"Unit juga harus sudah berpredikat {result.rule.requires}." if result.rule.requires else ""
    if result.met:
        return PublicVerdict(label, f"Semua syarat nilai terpenuhi ({of} dari {of})", True, also=also)
    lacking = "Belum tercapai: " + "; ".join(short_label(gate) for gate in result.open) + "."
    return PublicVerdict(label, f"Belum memenuhi: {len(result.open)} dari {of} syarat", False, lacking, also)


def short_label(gate: GateResult) -> str:
    """The gate's name without what its label adds in brackets."""
    return gate.gate.label.id.partition(" (")[0]


def _bars(report: Report) -> Iterator[PublicBar]:
    """The gates in the order of the regulation, and before them what no gate speaks of: komponen, and areas
    where the edition has no minimum for them."""
    gates: dict[str, list[tuple[str, GateResult]]] = {}
    for result in report.predikat:
        for gate in result.gates:
            gates.setdefault(gate.gate.id, []).append((result.rule.id, gate))
    told = {codes for found in gates.values() for codes in [found[0][1].gate.codes]}
    by_gate = any(_is_area(report, found[0][1]) for found in gates.values())
    komponen = [s for s in report.lke.sections if (s.code,) not in told]
    areas = [s for s in report.lke.all_sections if s.level is Level.AREA and not by_gate]
    bars = [_gate_bar(found) for found in gates.values()]
    of_all = {g.gate.id for g in total_gates(report)}
    first = sum(gate_id in of_all for gate_id in gates)  # the regulation begins with it
    yield from bars[:first]
    for section in (*komponen, *(a for a in areas if (a.code,) not in told)):
        points = report.score.sections[section.code]
        figure = f"{number(points, 2)} / {number(section.weight, 2)}"
        yield PublicBar(_name(section), points, section.weight, figure)
    yield from bars[first:]


def _gate_bar(found: list[tuple[str, GateResult]]) -> PublicBar:
    gate = found[0][1]
    most = max(gate.gate.maximum, Fraction(1, 100))
    have = number(gate.have, max(_decimals(g) for _, g in found))
    return PublicBar(
        short_label(gate),
        gate.have,
        most,
        f"{have} / {number(gate.gate.maximum, 2)}",
        tuple((predikat, g.gate.need, g.met) for predikat, g in found),
    )


def _is_area(report: Report, gate: GateResult) -> bool:
    areas = {s.code for s in report.lke.all_sections if s.level is Level.AREA}
    return areas.issuperset(gate.gate.codes)


def _axes(report: Report) -> Iterator[PublicAxis]:
    """The areas as the gates add them up; where the edition has no gates for them, its own."""
    found: dict[str, list[tuple[str, GateResult]]] = {}
    for result in report.predikat:
        for gate in result.gates:
            if _is_area(report, gate):
                found.setdefault(gate.gate.id, []).append((result.rule.id, gate))
    for same in found.values():
        first = same[0][1]
        needs = tuple((predikat, g.gate.need / g.gate.maximum) for predikat, g in same)
        yield PublicAxis(short_label(first), first.have / first.gate.maximum, needs)
    if not found:
        for section in report.lke.sections[0].walk():
            if section.level is Level.AREA and section.weight:
                points = report.score.sections[section.code]
                yield PublicAxis(_name(section), points / section.weight, ())


def _name(section: Section) -> str:
    """``PENATAAN SISTEM MANAJEMEN SDM`` → ``Penataan Sistem Manajemen SDM``."""
    words = section.label.split()
    return " ".join(w if w in _SHORT_FORMS else w.capitalize() for w in words)
