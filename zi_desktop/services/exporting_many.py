"""Several evaluations exported one after the other: each by itself, so that what goes wrong with one stops no
other, and each into files of its own."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from zi_desktop.domain.errors import Language, Text, ZiError
from zi_desktop.domain.evaluation import Evaluation, Stage
from zi_desktop.services.export_others import Output
from zi_desktop.services.exporting import check_signers
from zi_desktop.services.signers import AnySigner
from zi_desktop.services.signing_off import Outcome, export_and_sign_off
from zi_desktop.services.workspace import Workspace

_RULES = frozenset({"not-ready", "reason-needed", "unknown-evaluation", "text-too-long", "unknown-question"})


class Ending(StrEnum):
    """How it went with one: files were read back; a rule forbids them; something went wrong on the way."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True)
class ManyLine:
    """One evaluation of several; ``unit`` is empty for one the store does not have."""

    evaluation: str
    unit: str = ""
    year: int = 0
    stage: Stage | None = None
    outcome: Outcome | None = None
    error: ZiError | None = None

    @property
    def ending(self) -> Ending:
        return Ending.DONE if self.error is None else ending_of(self.error)

    def as_dict(self, language: Language) -> dict[str, Any]:
        told: dict[str, Any] = {
            "id": self.evaluation,
            "unit": self.unit,
            "year": self.year,
            "stage": self.stage.value if self.stage else "",
            "status": self.ending.value,
        }
        if self.outcome is not None:
            told |= self.outcome.as_dict(language)
        if self.error is not None:
            told["error"] = self.error.as_dict(language)
        return told


def ending_of(error: ZiError) -> Ending:
    """Refused by a rule, or failed."""
    return Ending.REFUSED if error.code in _RULES else Ending.FAILED


def export_many(
    work: Workspace,
    evaluation_ids: Sequence[str],
    out: Path,
    signers: Sequence[AnySigner] = (),
    *,
    reason: str = "",
    also: Collection[Output] = (),
    progress: Callable[[int, int, str], None] = lambda *_: None,
) -> Iterator[ManyLine]:
    """Exports each as `export_and_sign_off` does, into the one folder ``out``, and tells of each once it is
    done. ``progress``: number from 1, of how many, the unit. Raises ZiError at once for a signer that must
    not sign: nothing is made then."""
    check_signers(signers)
    ids = list(dict.fromkeys(evaluation_ids))
    found = {id_: _found(work, id_) for id_ in ids}

    def lines() -> Iterator[ManyLine]:
        for number, id_ in enumerate(ids, 1):
            evaluation = found[id_]
            if isinstance(evaluation, ZiError):
                yield ManyLine(id_, error=evaluation)
                continue
            progress(number, len(ids), evaluation.unit)
            named = (id_, evaluation.unit, evaluation.year, evaluation.stage)
            try:
                outcome = export_and_sign_off(work, id_, out, signers, reason=reason, also=also)
                yield ManyLine(*named, outcome)
            except ZiError as error:
                yield ManyLine(*named, error=error)
            except Exception as error:  # a bug with one must not stop the others; it is told
                traceback.print_exception(error, file=sys.stderr)
                yield ManyLine(*named, error=bug(id_))

    return lines()


def _found(work: Workspace, evaluation_id: str) -> Evaluation | ZiError:
    try:
        return work.evaluation(evaluation_id)
    except ZiError as error:
        return error


def bug(where: str) -> ZiError:
    return ZiError(
        "bug",
        Text("Kesalahan program; lihat rinciannya", "A bug in the program; see the details"),
        where=where,
        remedy=Text("Jawaban yang tersimpan aman. Laporkan.", "Saved answers are safe. Report it."),
    )
