"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("value", sa.String(), nullable=False),
    )
    op.create_table(
        "work_unit",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False, unique=True),
    )
    op.create_table(
        "evaluation",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("work_unit_id", sa.String(), sa.ForeignKey("work_unit.id"), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.UniqueConstraint("work_unit_id", "year", "stage"),
    )
    _create_content()
    _create_log()


def _evaluation_id(*, primary_key: bool) -> sa.Column[str]:
    return sa.Column(
        "evaluation_id",
        sa.String(),
        sa.ForeignKey("evaluation.id"),
        nullable=False,
        primary_key=primary_key,
    )


def _create_content() -> None:
    op.create_table(
        "team_member",
        _evaluation_id(primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("nip", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
    )
    op.create_table(
        "answer",
        _evaluation_id(primary_key=True),
        sa.Column("cell", sa.String(), primary_key=True),
        sa.Column("value", sa.String(), nullable=False),
    )
    op.create_table(
        "note",
        _evaluation_id(primary_key=True),
        sa.Column("question", sa.String(), primary_key=True),
        sa.Column("text", sa.String(), nullable=False),
    )
    op.create_table(
        "evidence",
        sa.Column("id", sa.String(), primary_key=True),
        _evaluation_id(primary_key=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
    )
    op.create_index("ix_evidence_evaluation_id", "evidence", ["evaluation_id"])
    op.create_table(
        "finding",
        sa.Column("id", sa.String(), primary_key=True),
        _evaluation_id(primary_key=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("recommendation", sa.String(), nullable=False),
    )
    op.create_index("ix_finding_evaluation_id", "finding", ["evaluation_id"])


def _create_log() -> None:
    op.create_table(
        "log",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("id", sa.String(), nullable=False, unique=True),
        sa.Column("evaluation_id", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("old", sa.String(), nullable=False),
        sa.Column("new", sa.String(), nullable=False),
        sa.Column("replaces", sa.String(), nullable=True),
        sa.Column("parent", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False, unique=True),
    )
    op.create_index("ix_log_target", "log", ["evaluation_id", "target", "seq"])
    op.create_index("ix_log_chain", "log", ["evaluation_id", "device", "seq"])
