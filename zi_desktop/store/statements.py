"""Statements written with SQLAlchemy on the tables, compiled once, and run on the driver's own connection.

The tables stay the one home of the schema; but SQLAlchemy's way of running a statement costs several times
what the statement itself does, at every answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects import sqlite

if TYPE_CHECKING:
    from sqlalchemy.sql.elements import CompilerElement

_DIALECT = sqlite.dialect(paramstyle="named")
Bound = Mapping[str, Any]
Row = dict[str, Any]


class Statement(NamedTuple):
    """``columns``: the names of what it finds."""

    text: str
    columns: tuple[str, ...] = ()

    def first(self, connection: Any, bound: Bound) -> Row | None:
        """By column; None where nothing is found."""
        row = connection.execute(self.text, bound).fetchone()
        return None if row is None else dict(zip(self.columns, row, strict=True))

    def rows(self, connection: Any, bound: Bound) -> list[Row]:
        found = connection.execute(self.text, bound)
        return [dict(zip(self.columns, row, strict=True)) for row in found]


def compiled(statement: CompilerElement, columns: Iterable[str] = ()) -> Statement:
    """Parameters stay named, so that values are bound as a mapping."""
    return Statement(str(statement.compile(dialect=_DIALECT)), tuple(columns))


def matches(table: Table, names: Iterable[str]) -> list[ColumnElement[bool]]:
    """Bound as ``key_…``, so that an UPDATE can bind new values under the columns' own names."""
    return [table.c[name] == bindparam(f"key_{name}") for name in names]


def key_bound(key: Bound) -> Row:
    return {f"key_{name}": value for name, value in key.items()}


@cache
def select_where(table: Table, names: tuple[str, ...]) -> Statement:
    return compiled(select(table).where(*matches(table, names)), table.c.keys())


@cache
def update_where(table: Table, names: tuple[str, ...], columns: tuple[str, ...]) -> Statement:
    values: Row = {column: bindparam(column) for column in columns}
    return compiled(update(table).where(*matches(table, names)).values(values))


@cache
def delete_where(table: Table, names: tuple[str, ...]) -> Statement:
    return compiled(delete(table).where(*matches(table, names)))


@cache
def insert_into(table: Table, columns: tuple[str, ...]) -> Statement:
    return compiled(insert(table).values({column: bindparam(column) for column in columns}))


def newest_of(query: Select[Any], table: Table, names: Iterable[str]) -> Select[Any]:
    """The row with the highest ``seq`` among those that match."""
    newest = select(func.max(table.c.seq)).where(*matches(table, names)).correlate(None)
    return query.where(table.c.seq == newest.scalar_subquery())
