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
    of one transaction (empty in entries older than schema 0002)."""

    __tablename__ = "log"
    __table_args__ = (
        Index("ix_log_target", "evaluation_id", "target", "seq"),
        Index("ix_log_chain", "evaluation_id", "device", "seq"),
        Index("ix_log_batch", "batch"),
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
