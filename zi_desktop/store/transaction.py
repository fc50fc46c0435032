"""One transaction: every change goes into a table and, with who and what before, into the log."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table

from zi_desktop.domain.evaluation import FileFacts, Finding, FollowUp, SignOff, TeamMember
from zi_desktop.store import tables
from zi_desktop.store.log import EVALUATION, SIGN_OFF, LogEntry, canonical, new_id
from zi_desktop.store.statements import Row
from zi_desktop.store.values import follow_up_value, sign_off_value
from zi_desktop.store.writing import Writer, table_of

_META = table_of(tables.MetaRow)
_WORK_UNIT, _UNIT_FACT = table_of(tables.WorkUnitRow), table_of(tables.UnitFactRow)
_EVALUATION, _TEAM = table_of(tables.EvaluationRow), table_of(tables.TeamMemberRow)
_ANSWER, _NOTE = table_of(tables.AnswerRow), table_of(tables.NoteRow)
_EVIDENCE, _FILE_FACTS = table_of(tables.EvidenceRow), table_of(tables.FileFactsRow)
_FINDING, _FOLLOW_UP = table_of(tables.FindingRow), table_of(tables.FollowUpRow)
_REVIEW, _REASON = table_of(tables.ReviewRow), table_of(tables.ReasonRow)
_SIGN_OFF, _SUMMARY = table_of(tables.SignOffRow), table_of(tables.SummaryRow)
_OFFICIAL = table_of(tables.OfficialTextRow)
_CONTENT = (_ANSWER, _NOTE, _EVIDENCE, _FINDING, _TEAM, _REVIEW, _FOLLOW_UP, _REASON, _SIGN_OFF)


class Transaction(Writer):
    """Made by `Store.transaction`; nothing is kept unless its block ends without an error.

    The ``set_…`` methods return True when they changed something; setting what is already there writes
    nothing, not even to the log. Every change of a signed evaluation but `set_sign_off` raises ZiError
    ``signed-off``, and of a reopened one without a reason ``reason-needed``.
    """

    def create_evaluation(self, unit: str, year: int, edition: str, stage: str) -> str:
        """The new evaluation's id; the caller has made sure there is none for this unit, year and stage."""
        evaluation_id = new_id()
        self._make(evaluation_id, {"unit": unit, "year": year, "edition": edition, "stage": stage})
        return evaluation_id

    def _make(self, evaluation_id: str, about: dict[str, Any]) -> None:
        own = {name: about[name] for name in ("year", "edition", "stage")}
        unit_id = self._unit_id(about["unit"])
        self._insert(_EVALUATION, {"id": evaluation_id, "work_unit_id": unit_id, **own})
        self._log(evaluation_id, EVALUATION, None, about)

    def _unit_id(self, unit: str) -> str:
        row = self._row(_WORK_UNIT, {"name": unit})
        if row is not None:
            return str(row["id"])
        unit_id = new_id()
        self._insert(_WORK_UNIT, {"id": unit_id, "name": unit})
        return unit_id

    def set_answer(self, evaluation_id: str, cell: str, value: str | None) -> bool:
        key = {"evaluation_id": evaluation_id, "cell": cell}
        old, changed = self._put(_ANSWER, key, "value", value)
        return changed and self._log(evaluation_id, f"answer:{cell}", old, value)

    def set_note(self, evaluation_id: str, question: str, text: str) -> bool:
        key = {"evaluation_id": evaluation_id, "question": question}
        old, changed = self._put(_NOTE, key, "text", text or None)
        return changed and self._log(evaluation_id, f"note:{question}", old, text or None)

    def set_setting(self, key: str, value: str | None) -> bool:
        old, changed = self._put(_META, {"key": key}, "value", value)
        return changed and self._log("", f"setting:{key}", old, value)

    def set_official_text(self, edition: str, question: str, text: str | None) -> bool:
        key = {"edition": edition, "question": question}
        old, changed = self._put(_OFFICIAL, key, "text", text)
        return changed and self._log("", f"text:{edition}:{question}", old, text)

    def set_reviewed(self, evaluation_id: str, question: str, on: bool) -> bool:
        key = {"evaluation_id": evaluation_id, "question": question}
        mark = "1" if on else None
        old, changed = self._put(_REVIEW, key, "mark", mark)
        return changed and self._log(evaluation_id, f"review:{question}", old, mark)

    def set_reason(self, evaluation_id: str, issue: str, text: str) -> bool:
        """Why the warning with the key ``issue`` stands; empty removes it."""
        old, changed = self._put(
            _REASON, {"evaluation_id": evaluation_id, "issue": issue}, "text", text or None
        )
        return changed and self._log(evaluation_id, f"reason:{issue}", old, text or None)

    def set_follow_up(self, evaluation_id: str, finding_id: str, follow_up: FollowUp | None) -> bool:
        """This year's judgement of last year's finding; None removes it."""
        value = None if follow_up is None else canonical(follow_up_value(follow_up))
        key = {"evaluation_id": evaluation_id, "finding": finding_id}
        old, changed = self._put(_FOLLOW_UP, key, "value", value)
        return changed and self._log(evaluation_id, f"followup:{finding_id}", old, value)

    def set_sign_off(self, evaluation_id: str, sign_off: SignOff | None) -> bool:
        value = None if sign_off is None else canonical(sign_off_value(sign_off))
        old, changed = self._put(_SIGN_OFF, {"evaluation_id": evaluation_id}, "value", value)
        return changed and self._log(evaluation_id, SIGN_OFF, old, value)

    def set_unit_fact(self, unit: str, key: str, value: dict[str, Any] | None) -> bool:
        """A fact of the unit's story; a unit that has no evaluation yet is made. None removes the fact."""
        return self.put_unit_fact(self._unit_id(unit), key, None if value is None else canonical(value))

    def put_unit_fact(self, unit_id: str, key: str, value: str | None) -> bool:
        old, changed = self._put(_UNIT_FACT, {"work_unit_id": unit_id, "key": key}, "value", value)
        return changed and self._log("", f"unit:{unit_id}:{key}", old, value)

    def note_file(self, facts: FileFacts) -> None:
        """Unlogged: facts follow from the content that the hash names."""
        if self._row(_FILE_FACTS, {"sha256": facts.sha256}) is None:
            self._insert(_FILE_FACTS, vars(facts))

    def add_evidence(self, evaluation_id: str, question: str, text: str, file: str = "") -> str:
        """Its id. ``file``: SHA-256 of the attached content, which is stored already."""
        evidence_id = new_id()
        position = self._next(_EVIDENCE, evaluation_id, question)
        row = {"question": question, "position": position, "text": text, "file": file}
        self._insert(_EVIDENCE, {"id": evidence_id, "evaluation_id": evaluation_id, **row})
        new = _without_empty_file(row)
        self._log(evaluation_id, f"evidence:{evidence_id}", None, new)
        return evidence_id

    def remove_evidence(self, evaluation_id: str, evidence_id: str) -> str | None:
        """The question it stood on; None when there is no such evidence here."""
        return self._remove(_EVIDENCE, "evidence", evaluation_id, evidence_id)

    def save_finding(self, evaluation_id: str, question: str, finding: Finding) -> bool:
        """Adds the finding, or changes the one with its id."""
        texts = {"note": finding.note, "recommendation": finding.recommendation}
        row = self._row(_FINDING, {"id": finding.id, "evaluation_id": evaluation_id})
        if row is None:
            old = None
            new = {"question": question, "position": self._next(_FINDING, evaluation_id, question), **texts}
            self._insert(_FINDING, {"id": finding.id, "evaluation_id": evaluation_id, **new})
        else:
            old = _logged(row)
            new = {**old, **texts}
            self._update(_FINDING, {"id": finding.id}, texts)
        return old != new and self._log(evaluation_id, f"finding:{finding.id}", old, new)

    def is_free(self, finding_id: str) -> bool:
        """Whether no finding of the store has this id: one that came from another laptop may keep it, so that
        next year's follow-up still finds it."""
        return self._row(_FINDING, {"id": finding_id}) is None

    def remove_finding(self, evaluation_id: str, finding_id: str) -> str | None:
        """The question it stood on; None when there is no such finding here."""
        return self._remove(_FINDING, "finding", evaluation_id, finding_id)

    def set_team(self, evaluation_id: str, team: tuple[TeamMember, ...]) -> bool:
        rows = self._rows(_TEAM, {"evaluation_id": evaluation_id})
        rows.sort(key=lambda row: int(row["position"]))
        old = [[row["name"], row["nip"], row["role"]] for row in rows]
        new = [[m.name, m.nip, m.role] for m in team]
        if old == new:
            return False
        self._delete(_TEAM, {"evaluation_id": evaluation_id})
        for position, (name, nip, role) in enumerate(new):
            key = {"evaluation_id": evaluation_id, "position": position}
            self._insert(_TEAM, {**key, "name": name, "nip": nip, "role": role})
        return self._log(evaluation_id, "team", old, new)

    def put_back(self, entry: LogEntry) -> bool:
        """An evidence item or a finding as it was before ``entry``: away, there again, or with old texts."""
        kind, _, id_ = entry.target.partition(":")
        table = {"evidence": _EVIDENCE, "finding": _FINDING}[kind]
        self._delete(table, {"id": id_})
        if entry.old is not None:
            row = {"id": id_, "evaluation_id": entry.evaluation_id, **entry.old}
            self._insert(table, {"file": "", **row} if table is _EVIDENCE else row)
        return self._log(entry.evaluation_id, entry.target, entry.new, entry.old)

    def put_back_evaluation(self, entry: LogEntry) -> bool:
        """Removes an evaluation that was just made, if it holds nothing any more (its log stays), or makes
        one again that was taken back, if its place is still free."""
        if entry.old is not None:
            return self._make_again(entry.evaluation_id, entry.old)
        of_evaluation = {"evaluation_id": entry.evaluation_id}
        if any(self._row(table, of_evaluation) for table in _CONTENT):
            return False
        self._delete(_SUMMARY, of_evaluation)
        self._delete(_EVALUATION, {"id": entry.evaluation_id})
        return self._log(entry.evaluation_id, entry.target, entry.new, None)

    def _make_again(self, evaluation_id: str, about: dict[str, Any]) -> bool:
        place = {
            "work_unit_id": self._unit_id(about["unit"]),
            "year": about["year"],
            "stage": about["stage"],
        }
        if self._row(_EVALUATION, place) is not None:
            return False
        self._make(evaluation_id, about)
        return True

    def _remove(self, table: Table, kind: str, evaluation_id: str, id_: str) -> str | None:
        row = self._row(table, {"id": id_, "evaluation_id": evaluation_id})
        if row is None:
            return None
        self._delete(table, {"id": id_})
        self._log(evaluation_id, f"{kind}:{id_}", _logged(row), None)
        return str(row["question"])

    def _next(self, table: Table, evaluation_id: str, question: str) -> int:
        """The position behind the last one of a question."""
        rows = self._rows(table, {"evaluation_id": evaluation_id, "question": question})
        return max((int(row["position"]) for row in rows), default=-1) + 1


def _logged(row: Row) -> dict[str, Any]:
    """What the log keeps of an evidence or finding row."""
    return _without_empty_file({n: value for n, value in row.items() if n not in ("id", "evaluation_id")})


def _without_empty_file(row: dict[str, Any]) -> dict[str, Any]:
    """Entries before schema 0003 have no ``file``; most evidence has none either."""
    return {name: value for name, value in row.items() if name != "file" or value}
