"""The tables. All but `LogRow` are what the log adds up to, kept so that reading needs no replay."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel


class MetaRow(SQLModel, table=True):
    """Facts about this file and settings: ``store_id``, ``device``, ``threshold:…``."""

    __tablename__ = "meta"
    key: str = Field(primary_key=True)
    value: str


class WorkUnitRow(SQLModel, table=True):
    __tablename__ = "work_unit"
    id: str = Field(primary_key=True)
    name: str = Field(unique=True)


class EvaluationRow(SQLModel, table=True):
    __tablename__ = "evaluation"
    __table_args__ = (UniqueConstraint("work_unit_id", "year", "stage"),)
    id: str = Field(primary_key=True)
    work_unit_id: str = Field(foreign_key="work_unit.id")
    year: int
    edition: str
    stage: str


class TeamMemberRow(SQLModel, table=True):
    __tablename__ = "team_member"
    evaluation_id: str = Field(primary_key=True, foreign_key="evaluation.id")
    position: int = Field(primary_key=True)
    name: str
    nip: str
    role: str


class AnswerRow(SQLModel, table=True):
    """One cell of the form: choice, count, index or decision, in its one spelling (`cells.plain`)."""

    __tablename__ = "answer"
    evaluation_id: str = Field(primary_key=True, foreign_key="evaluation.id")
    cell: str = Field(primary_key=True)
    value: str


class NoteRow(SQLModel, table=True):
    __tablename__ = "note"
    evaluation_id: str = Field(primary_key=True, foreign_key="evaluation.id")
    question: str = Field(primary_key=True)
    text: str


class EvidenceRow(SQLModel, table=True):
    __tablename__ = "evidence"
    id: str = Field(primary_key=True)
    evaluation_id: str = Field(foreign_key="evaluation.id", index=True)
    question: str
    position: int
    text: str
    file: str = ""


class FileFactsRow(SQLModel, table=True):
    """What an attached file's content says of itself; unlogged, as it follows from the content."""

    __tablename__ = "file_facts"
    sha256: str = Field(primary_key=True)
    size: int
    media: str
    taken_at: str
    latitude: float | None = None
    longitude: float | None = None


class ReviewRow(SQLModel, table=True):
    """A question that was looked at again this year."""

    __tablename__ = "review"
    evaluation_id: str = Field(primary_key=True, foreign_key="evaluation.id")
    question: str = Field(primary_key=True)
    mark: str


class FollowUpRow(SQLModel, table=True):
    """``finding``: id of last year's finding; ``value``: JSON of `domain.evaluation.FollowUp`."""

    __tablename__ = "follow_up"
    evaluation_id: str = Field(primary_key=True, foreign_key="evaluation.id")
    finding: str = Field(primary_key=True)
    value: str


class ReasonRow(SQLModel, table=True):
    """Why a warning stands; ``issue`` is ``code@where``."""

    __tablename__ = "reason"
    evaluation_id: str = Field(primary_key=True, foreign_key="evaluation.id")
    issue: str = Field(primary_key=True)
    text: str


class SignOffRow(SQLModel, table=True):
    """``value``: JSON of `domain.evaluation.SignOff`."""

    __tablename__ = "sign_off"
    evaluation_id: str = Field(primary_key=True, foreign_key="evaluation.id")
    value: str


class UnitFactRow(SQLModel, table=True):
    """The story of a work unit: ``event:…`` and ``syarat:…`` with a JSON value."""

    __tablename__ = "unit_fact"
    work_unit_id: str = Field(primary_key=True, foreign_key="work_unit.id")
    key: str = Field(primary_key=True)
    value: str


class SummaryRow(SQLModel, table=True):
    """One line of the worklist as it was computed from ``state``: derived, unlogged, made anew when stale."""

    __tablename__ = "summary"
    evaluation_id: str = Field(primary_key=True, foreign_key="evaluation.id")
    state: str
    data: str


class FindingRow(SQLModel, table=True):
    __tablename__ = "finding"
    id: str = Field(primary_key=True)
    evaluation_id: str = Field(foreign_key="evaluation.id", index=True)
    question: str
    position: int
    note: str
    recommendation: str


class OfficialTextRow(SQLModel, table=True):
    """A question's official wording, as found in the user's own workbook."""

    __tablename__ = "official_text"
    edition: str = Field(primary_key=True)
    question: str = Field(primary_key=True)
    text: str


class LogRow(SQLModel, table=True):
    """One change. ``id`` is unique across laptops; ``parent`` is the hash of the entry before it by the same
    device on the same evaluation; ``replaces`` is the id of the entry whose value it replaces; ``at`` is for
    people only. ``old`` and ``new`` are JSON texts, ``null`` for nothing. ``batch`` is shared by the entries
    of one transaction (empty in entries older than schema 0002). ``reason``: why a reopened evaluation was
    changed."""

    __tablename__ = "log"
    __table_args__ = (
        Index("ix_log_target", "evaluation_id", "target", "seq"),
        Index("ix_log_chain", "evaluation_id", "device", "seq"),
        Index("ix_log_batch", "batch"),
        Index("ix_log_evaluation", "evaluation_id", "seq"),
    )
    seq: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    evaluation_id: str
    device: str
    actor: str
    at: str
    target: str
    old: str
    new: str
    replaces: str | None = None
    parent: str
    hash: str = Field(unique=True)
    batch: str = ""
    reason: str = ""
