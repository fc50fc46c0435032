"""Changes made together carry one batch id, to be undone together; the official wording of questions."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("log", sa.Column("batch", sa.String(), nullable=False, server_default=""))
    op.create_index("ix_log_batch", "log", ["batch"])
    op.create_table(
        "official_text",
        sa.Column("edition", sa.String(), primary_key=True),
        sa.Column("question", sa.String(), primary_key=True),
        sa.Column("text", sa.String(), nullable=False),
    )
