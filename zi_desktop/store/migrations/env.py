"""Run by Alembic with a connection that `schema.upgrade` opened and holds one transaction on."""

from alembic import context
from sqlmodel import SQLModel

from zi_desktop.store import tables  # noqa: F401  (fills the metadata)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
