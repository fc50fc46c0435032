"""Verbs on one question: answer, note, evidence, finding; and the team."""

from __future__ import annotations

from dataclasses import replace

from zi_desktop.domain.cells import find_cell, parse_cell, plain
from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.evaluation import Finding, TeamMember
from zi_desktop.services.changes import Changes
from zi_desktop.services.workspace import Workspace
from zi_desktop.store.log import new_id

MAX_TEXT = 32_767
"""Longest note or finding in characters: what one cell of the exported sheet can hold."""


def answer_question(
    work: Workspace, evaluation_id: str, cell_code: str, raw: str, *, note: str | None = None
) -> Changes:
    """Stores what was typed into one cell (``A.I.1.i.b``, ``A.II.1.i.a.agen``); empty clears it.

    A ``note`` replaces the question's note in the same transaction. Durable when it returns. Raises ZiError
    for what does not fit the cell; then nothing is written.
    """
    cell = find_cell(work.lke_of(evaluation_id), cell_code)
    value = parse_cell(cell, raw)
    question = cell.question.code
    text = None if note is None else clean_text(note, question)
    with work.transaction() as tx:
        changed = tx.set_answer(evaluation_id, cell_code, None if value is None else plain(value))
        noted = text is not None and tx.set_note(evaluation_id, question, text)
    return Changes(
        evaluation_id,
        cells=frozenset({cell_code} if changed else ()),
        questions=frozenset({question} if noted else ()),
    )


def set_note(work: Workspace, evaluation_id: str, question: str, text: str) -> Changes:
    """Replaces the note of a question; empty removes it."""
    check_question(work, evaluation_id, question)
    text = clean_text(text, question)
    with work.transaction() as tx:
        changed = tx.set_note(evaluation_id, question, text)
    return _on_question(evaluation_id, question if changed else None)


def add_evidence(work: Workspace, evaluation_id: str, question: str, text: str) -> Changes:
    """Adds one document name, path or link."""
    check_question(work, evaluation_id, question)
    text = clean_text(text, question).replace("\n", " ").strip()
    if not text:
        return Changes(evaluation_id)
    with work.transaction() as tx:
        tx.add_evidence(evaluation_id, question, text)
    return _on_question(evaluation_id, question)


def remove_evidence(work: Workspace, evaluation_id: str, evidence_id: str) -> Changes:
    with work.transaction() as tx:
        question = tx.remove_evidence(evaluation_id, evidence_id)
    return replace(_on_question(evaluation_id, question), batch=tx.batch if question else "")


def save_finding(
    work: Workspace,
    evaluation_id: str,
    question: str,
    note: str,
    recommendation: str,
    finding_id: str | None = None,
) -> Changes:
    """Adds a finding, or changes the one named; both texts empty removes it."""
    check_question(work, evaluation_id, question)
    note, recommendation = clean_text(note, question), clean_text(recommendation, question)
    if not (note or recommendation):
        return remove_finding(work, evaluation_id, finding_id) if finding_id else Changes(evaluation_id)
    with work.transaction() as tx:
        changed = tx.save_finding(
            evaluation_id, question, Finding(finding_id or new_id(), note, recommendation)
        )
    return _on_question(evaluation_id, question if changed else None)


def remove_finding(work: Workspace, evaluation_id: str, finding_id: str) -> Changes:
    with work.transaction() as tx:
        question = tx.remove_finding(evaluation_id, finding_id)
    return _on_question(evaluation_id, question)


def set_team(work: Workspace, evaluation_id: str, team: tuple[TeamMember, ...]) -> Changes:
    """Replaces the team; members without a name are left out."""
    work.lke_of(evaluation_id)
    named = tuple(
        TeamMember(*(clean_text(part, "tim").strip() for part in (m.name, m.nip, m.role)))
        for m in team
        if m.name.strip()
    )
    with work.transaction() as tx:
        changed = tx.set_team(evaluation_id, named)
    return Changes(evaluation_id, team=changed)


def clean_text(text: str, where: str) -> str:
    """Without control characters that no file format carries; refuses what an exported cell cannot hold."""
    cleaned = "".join(c for c in text.replace("\r\n", "\n").replace("\r", "\n") if _allowed(c)).strip()
    if len(cleaned) > MAX_TEXT:
        raise ZiError(
            "text-too-long",
            Text(
                f"Teks terlalu panjang ({len(cleaned)} dari paling banyak {MAX_TEXT} huruf)",
                f"The text is too long ({len(cleaned)} of at most {MAX_TEXT} characters)",
            ),
            where=where,
            remedy=Text("Ringkas, atau lampirkan sebagai bukti.", "Shorten it, or attach it as evidence."),
        )
    return cleaned


def _allowed(character: str) -> bool:
    if character in "\n\t":
        return True
    code = ord(character)
    return (
        code >= 0x20
        and not 0x7F <= code <= 0x9F
        and not 0xD800 <= code <= 0xDFFF
        and code not in (0xFFFE, 0xFFFF)
    )


def check_question(work: Workspace, evaluation_id: str, question: str) -> None:
    """Raises ZiError ``unknown-evaluation`` or ``unknown-question``."""
    lke = work.lke_of(evaluation_id)
    if question not in lke.question_by_code:
        find_cell(lke, question)
        raise ZiError(
            "unknown-question",
            Text(f"{question} adalah isian, bukan soal", f"{question} is a count, not a question"),
            where=question,
        )


def _on_question(evaluation_id: str, question: str | None) -> Changes:
    return Changes(evaluation_id, questions=frozenset({question}) if question else frozenset())
