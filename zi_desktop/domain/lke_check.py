"""What makes an edition unusable, found before it can give a wrong score."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from zi_desktop.domain.errors import Issue, Severity, Text
from zi_desktop.domain.lke import DECISION, Choice, Gate, Lke, Portion, Question, QuestionKind, Section, Share

TOTAL_WEIGHT = Fraction(100)


def lke_problems(lke: Lke) -> list[Issue]:
    """Every fault of an edition with the code it stands at; an edition with one must not be used."""
    return [
        *_repeated_ids(lke),
        *_weights(lke),
        *(issue for q in lke.questions for issue in _question(q)),
        *_gates(lke),
    ]


def _fault(code: str, where: str, id_: str, en: str) -> Issue:
    return Issue(code, Severity.ERROR, Text(id_, en), where=where)


def _repeated_ids(lke: Lke) -> Iterator[Issue]:
    seen: set[str] = set()
    codes = [s.code for s in lke.all_sections] + [q.code for q in lke.questions]
    codes += [f"{q.code}.{c.id}" for q in lke.questions for c in q.counts]
    for code in codes:
        if code in seen:
            yield _fault("repeated-id", code, f"Kode {code} muncul dua kali", f"Code {code} appears twice")
        seen.add(code)
    ids: set[int] = set()
    for cell in lke.input_cells:
        number = cell.portalrb_id
        if number is not None and number in ids:
            yield _fault(
                "repeated-id",
                cell.code,
                f"portalrb_id {number} dipakai dua kali",
                f"portalrb_id {number} is used twice",
            )
        if number is not None:
            ids.add(number)


def _weights(lke: Lke) -> Iterator[Issue]:
    total = sum((s.weight for s in lke.sections), Fraction(0))
    if total != TOTAL_WEIGHT:
        yield _fault(
            "weights",
            lke.id,
            f"Bobot komponen berjumlah {float(total):g}, bukan 100",
            f"The komponen weigh {float(total):g} together, not 100",
        )
    for section in lke.all_sections:
        yield from _section_weight(section)


def _section_weight(section: Section) -> Iterator[Issue]:
    if section.weight <= 0:
        yield _fault("weights", section.code, "Bobot harus lebih dari nol", "The weight must be above zero")
    if bool(section.sections) == bool(section.questions):
        yield _fault(
            "empty-section",
            section.code,
            "Bagian harus berisi bagian lain atau soal, tidak keduanya",
            "A section holds either sections or questions, not both and not nothing",
        )
    if section.mean and section.questions:
        return
    parts = [s.weight for s in section.sections] + [q.weight or Fraction(0) for q in section.questions]
    if sum(parts, Fraction(0)) != section.weight:
        yield _fault(
            "weights",
            section.code,
            f"Bobot isi berjumlah {float(sum(parts)):g}, bukan {float(section.weight):g}",
            f"The parts weigh {float(sum(parts)):g} together, not {float(section.weight):g}",
        )


def _question(question: Question) -> Iterator[Issue]:
    if question.kind is QuestionKind.CHOICE:
        yield from _scale(question.code, question.choices)
        return
    ids = {c.id for c in question.counts}
    if DECISION in ids:
        yield _fault(
            "repeated-id",
            f"{question.code}.{DECISION}",
            f"“{DECISION}” adalah nama sel keputusan",
            f"“{DECISION}” is the name of the decision cell",
        )
    used = _ids_used(question)
    if not used or not used <= ids:
        yield _fault(
            "formula",
            question.code,
            f"Rumus memakai isian yang tidak ada: {', '.join(sorted(used - ids)) or '-'}",
            f"The formula uses counts that do not exist: {', '.join(sorted(used - ids)) or '-'}",
        )


def _ids_used(question: Question) -> set[str]:
    formula = question.formula
    if formula is None:
        return set()
    if isinstance(formula, Share):
        return {*formula.done, *formula.base}
    return {formula.value} if isinstance(formula, Portion) else {formula.before, formula.now}


def _scale(code: str, choices: tuple[Choice, ...]) -> Iterator[Issue]:
    values = [c.value for c in choices]
    if Fraction(0) not in values or Fraction(1) not in values:
        yield _fault("scale", code, "Skala tanpa nilai 0 atau 1", "The scale has no 0 or no 1")
    if values != sorted(values, reverse=True) or len(set(values)) != len(values):
        yield _fault("scale", code, "Skala tidak menurun", "The scale does not go down")
    if len({c.label for c in choices}) != len(choices):
        yield _fault("repeated-id", code, "Pilihan muncul dua kali", "A choice appears twice")
    if any(not c.requirement for c in choices):
        yield _fault("requirement", code, "Pilihan tanpa syarat", "A choice does not say what it requires")


def _gates(lke: Lke) -> Iterator[Issue]:
    known = {s.code for s in lke.all_sections} | {q.code for q in lke.questions}
    every: list[Gate] = [g for rule in lke.predikat for g in rule.gates]
    every += [g for a in lke.amendments for gates in a.gates.values() for g in gates]
    for gate in every:
        missing = [c for c in gate.codes if c not in known]
        if missing or not gate.codes:
            yield _fault(
                "gate",
                gate.id,
                f"Syarat menunjuk kode yang tidak ada: {', '.join(missing) or '-'}",
                f"The gate names codes that do not exist: {', '.join(missing) or '-'}",
            )
        if not 0 < gate.need <= gate.maximum:
            yield _fault("gate", gate.id, "Ambang di luar 0…maksimum", "The minimum lies outside 0…maximum")
