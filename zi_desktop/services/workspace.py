"""One open store with who is working on it: what every verb is given."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.store.place import default_store_path
from zi_desktop.store.store import Store, open_store

if TYPE_CHECKING:
    from zi_desktop.domain.evaluation import Evaluation
    from zi_desktop.domain.lke import Lke
    from zi_desktop.store.transaction import Transaction


class Workspace:
    """``actor``: the name written into the log beside every change, empty: the account's; ``reason``: why a
    reopened evaluation is being changed, written beside it as well."""

    def __init__(self, store: Store, actor: str) -> None:
        self.store = store
        self._actor = actor
        self.reason = ""

    @cached_property
    def actor(self) -> str:
        return self._actor or _user()

    def transaction(self, *, undoes: str = "") -> AbstractContextManager[Transaction]:
        """Everything in the block or nothing, under the actor's name; see `Store.transaction`."""
        return self.store.transaction(self.actor, undoes=undoes, reason=self.reason)

    @property
    def store_path(self) -> Path:
        return self.store.path

    def lke(self, edition_id: str) -> Lke:
        from zi_desktop.worksheets.edition import load_edition

        return load_edition(edition_id)

    def evaluation(self, evaluation_id: str) -> Evaluation:
        """Raises ZiError ``unknown-evaluation``."""
        found = self.store.evaluation(evaluation_id)
        if found is None:
            raise _unknown(evaluation_id)
        return found

    def lke_of(self, evaluation_id: str) -> Lke:
        """The form an evaluation is filled on; raises ZiError ``unknown-evaluation``."""
        edition = self.store.edition_of(evaluation_id)
        if edition is None:
            raise _unknown(evaluation_id)
        return self.lke(edition)

    def folding(self) -> Callable[[], None]:
        """Work for a thread beside, in a pause: what was changed is moved from the store's log into its
        file, so that no later change has to wait for that. Durable it is already."""
        return self.store.folding()

    def close(self) -> None:
        self.store.close()


def open_workspace(path: Path | None = None, *, passphrase: str | None = None, actor: str = "") -> Workspace:
    """Opens or makes the store at ``path`` (default: the platform's own place). Errors: see `open_store`."""
    return Workspace(open_store(path or default_store_path(), passphrase=passphrase), actor)


def warm_up() -> None:
    """Loads what the first change needs and reading does not; meant for a thread beside the window."""
    import_module("zi_desktop.store.transaction")


def _unknown(evaluation_id: str) -> ZiError:
    return ZiError(
        "unknown-evaluation",
        Text(f"Tidak ada penilaian {evaluation_id}", f"There is no evaluation {evaluation_id}"),
        where=evaluation_id,
        remedy=Text("Lihat id-nya dengan “zi-desktop list”.", "See its id with “zi-desktop list”."),
    )


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no account name to be had (some service accounts)
        return "-"
