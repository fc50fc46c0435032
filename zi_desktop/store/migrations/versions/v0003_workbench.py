"""The workbench: attached files, reviews, follow-ups, reasons, sign-off, the unit's story, the worklist."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("log", sa.Column("reason", sa.String(), nullable=False, server_default=""))
    op.create_index("ix_log_evaluation", "log", ["evaluation_id", "seq"])
    op.add_column("evidence", sa.Column("file", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "file_facts",
        sa.Column("sha256", sa.String(), primary_key=True),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media", sa.String(), nullable=False),
        sa.Column("taken_at", sa.String(), nullable=False),
        sa.Column("latitude", sa.Float()),
        sa.Column("longitude", sa.Float()),
    )
    _of_evaluation("review", _key("question"), _text("mark"))
    _of_evaluation("follow_up", _key("finding"), _text("value"))
    _of_evaluation("reason", _key("issue"), _text("text"))
    _of_evaluation("sign_off", _text("value"))
    _of_evaluation("summary", _text("state"), _text("data"))
    op.create_table(
        "unit_fact",
        sa.Column("work_unit_id", sa.String(), sa.ForeignKey("work_unit.id"), primary_key=True),
        _key("key"),
        _text("value"),
    )


def _of_evaluation(name: str, *columns: sa.Column[str]) -> None:
    owner = sa.Column("evaluation_id", sa.String(), sa.ForeignKey("evaluation.id"), primary_key=True)
    op.create_table(name, owner, *columns)


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), primary_key=True)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)
