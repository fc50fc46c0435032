"""The list of evaluations: thousands at once, each scored only when something it rests on has changed.

What a line shows is computed from the answers; the store keeps it in a table of its own, with the name of the
state it was computed from. A line whose state is another by now shows no figures until it is computed anew.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from zi_desktop import domain
from zi_desktop.domain.resources import resource_path
from zi_desktop.domain.stage import Stage
from zi_desktop.services.thresholds import adopted_amendments
from zi_desktop.services.workspace import Workspace
from zi_desktop.store.listing import Head

if TYPE_CHECKING:
    from zi_desktop.domain.evaluation import Evaluation
    from zi_desktop.domain.report import Report
    from zi_desktop.services.reports import Adopted

_SHAPE = 1
"""Raise it when what is kept of a line is laid out differently."""
_FIRST = 60
"""How many lines a first picture has: a screenful."""
_KEEP_AT_ONCE = 200
"""Lines kept in one write: each write waits for the disk once."""


class EvaluationSummary(NamedTuple):
    """One line of the worklist; ``predikat``: whether all gates are met, ``open_gates``: how many are not;
    ``errors``: what blocks signing off besides open questions, ``warnings``: what still wants a reason;
    ``sign_off``: its state, empty when there is none;
    ``newest``: place of its newest log entry. Not ``known``: the figures are still to be computed."""

    id: str
    unit: str
    year: int
    stage: Stage
    edition: str
    answered: int = 0
    questions: int = 0
    total: Fraction = Fraction(0)
    predikat: Mapping[str, bool] = MappingProxyType({})
    open_gates: Mapping[str, int] = MappingProxyType({})
    changed_at: str = ""
    errors: int = 0
    warnings: int = 0
    sign_off: str = ""
    team: tuple[str, ...] = ()
    newest: int = 0
    known: bool = True

    @property
    def unanswered(self) -> int:
        return self.questions - self.answered


def list_evaluations(work: Workspace) -> list[EvaluationSummary]:
    """All evaluations with their figures, the one changed last first."""
    reader = WorklistReader(work)
    reader.read()
    while reader.fill(seconds=1):
        pass
    return reader.lines


_STAGES = {stage.value: stage for stage in Stage}
_Kept: TypeAlias = list[tuple[Head, str, str]]
"""(head, state, figures) of each"""


class WorklistReader:
    """The list as the store holds it. `read` is quick however many there are; `fill` computes the figures
    that are not known, a few at each call."""

    def __init__(self, work: Workspace) -> None:
        self._work = work
        self._seen = -1
        self._heads: dict[str, Head] = {}
        self._lines: dict[str, EvaluationSummary] = {}
        self._missing: dict[str, None] = {}
        self._of_unit: dict[str, list[str]] = {}
        self._adopted: Adopted = {}
        self._rules: dict[str, str] = {}
        self._unkept: list[tuple[str, str, str]] = []
        self._first_at = -1
        self._beside: tuple[int, str, list[Evaluation]] = (-1, "", [])

    @property
    def lines(self) -> list[EvaluationSummary]:
        """The one changed last first."""
        return sorted(self._lines.values(), key=_place, reverse=True)

    @property
    def fresh(self) -> bool:
        """Nothing has been read yet."""
        return self._seen < 0

    @property
    def missing(self) -> int:
        """How many lines have no figures yet."""
        return len(self._missing)

    def read(self) -> bool:
        """Bring the list up to what the store holds now; whether anything changed."""
        store = self._work.store
        with store.reading():
            newest = store.newest_change()
            if newest == self._seen:
                return False
            changed = store.changed_since(self._seen) if 0 <= self._seen < newest else {""}
            if "" in changed:
                self._read_all()
            else:
                self._read_some(changed)
        self._seen = newest
        return True

    def glance(self) -> tuple[list[EvaluationSummary], int]:
        """For a first picture, before `read`: those changed last, and how many there are in all, as it was
        kept when all figures were known. No lines where the store or the rules have changed since."""
        store = self._work.store
        with store.reading():
            kept, newest = store.kept_first(), store.newest_change()
        try:
            as_of, of, rows = json.loads(kept)
            if as_of != [newest, _rules_as_installed()]:
                return [], 0
            lines = [_with_figures(Head(*head), figures) for head, figures in rows]
        except (ValueError, TypeError):  # nothing was kept, or another program kept it otherwise
            return [], 0
        self._first_at = newest
        return lines, of

    def _first(self) -> str:
        """What `glance` tells the next time."""
        import heapq

        lines = heapq.nlargest(_FIRST, self._lines.values(), key=_place)
        rows = [(_head(line), _figures_of(line)) for line in lines]
        return json.dumps([(self._seen, _rules_as_installed()), len(self._lines), rows])

    def _read_all(self) -> None:
        self._compose(self._read_heads())
        self._missing = dict.fromkeys(line.id for line in self.lines if not line.known)

    def _compose(self, kept: _Kept) -> None:
        """The lines of all heads, with the figures that were kept where they still hold."""
        self._adopted = adopted_amendments(self._work)
        self._rules = {}
        self._group()
        newest = self._newest_of(self._of_unit)
        figures = {head.id: (state, data) for head, state, data in kept}
        nothing = ("", "")
        self._lines = {
            id_: _line(head, *figures.get(id_, nothing), self._state(head, newest[head.unit]))
            for id_, head in self._heads.items()
        }

    def _read_heads(self) -> _Kept:
        """Fills ``_heads`` and returns what is kept. Where all that is kept was right at some place of the
        log, only what was changed since is looked up, not every end."""
        store = self._work.store
        up_to, found = store.kept_heads()
        changed = store.changed_since(up_to) if up_to else set()
        if not up_to:
            self._heads = {head.id: head for head in store.heads()}
        else:
            known = _heads_of(found)
            others = (changed | set(store.evaluation_ids())) - (known.keys() - changed) - {""}
            self._heads = known | {head.id: head for head in store.heads(tuple(others))}
        return found

    def _read_some(self, ids: Collection[str]) -> None:
        """Those that were changed, and those of the same units: they are compared with one another."""
        found = {head.id: head for head in self._work.store.heads(tuple(ids))}
        units = {head.unit for head in found.values()}
        for gone in set(ids) - found.keys() & self._heads.keys():
            units.add(self._heads.pop(gone).unit)
            del self._lines[gone]
            self._missing.pop(gone, None)
        self._heads |= found
        self._group()
        beside = [id_ for unit in units for id_ in self._of_unit.get(unit, ())]
        for id_ in sorted(beside, key=lambda id_: self._heads[id_].newest, reverse=True):
            self._lines[id_] = _unknown(self._heads[id_])
            self._missing[id_] = None

    def _group(self) -> None:
        of_unit: defaultdict[str, list[str]] = defaultdict(list)
        for id_, head in self._heads.items():
            of_unit[head.unit].append(id_)
        self._of_unit = dict(of_unit)

    def _newest_of(self, units: Iterable[str]) -> dict[str, int]:
        return {unit: max(self._heads[id_].newest for id_ in self._of_unit[unit]) for unit in units}

    def _state(self, head: Head, newest_of_unit: int) -> str:
        """What a line is computed from: the evaluation, those beside it, and the rules that are in force."""
        if head.edition not in self._rules:
            adopted = repr(sorted((key, sorted(needs.items())) for key, needs in self._adopted.items()))
            named = f"{_SHAPE} {_program_mark()} {_edition_mark(head.edition)} {adopted}"
            self._rules[head.edition] = _sha256(named.encode())[:16]
        return f"{head.newest}.{newest_of_unit}.{self._rules[head.edition]}"

    def fill(self, *, seconds: float, first: Iterable[str] = ()) -> list[EvaluationSummary]:
        """Computes figures for about so long, those of ``first`` before all others, and returns these lines;
        nothing when all are known. They are kept in the store for the next time."""
        until = time.perf_counter() + seconds
        filled: list[EvaluationSummary] = []
        wanted = iter([id_ for id_ in first if id_ in self._missing])
        while self._missing:
            id_ = next(wanted, None) or self._next()
            if id_ in self._missing and not self._compute(id_):
                break  # the store has moved on; the next `read` sees how
            filled.append(self._lines[id_])
            if time.perf_counter() > until:
                break
        self._keep()
        return filled

    def _keep(self) -> None:
        store = self._work.store
        if self.fresh:
            return
        if self._missing:
            if len(self._unkept) < _KEEP_AT_ONCE:
                return
            store.keep_summaries(self._unkept)
        elif self._unkept or self._first_at != self._seen:
            store.keep_summaries(self._unkept, self._seen, self._first())
            self._first_at = self._seen
        self._unkept = []

    def _next(self) -> str:
        """One of the unit that has just been read, else the one changed last."""
        beside = (e.id for e in self._beside[2] if e.id in self._missing)
        return next(beside, None) or next(iter(self._missing))

    def _compute(self, id_: str) -> bool:
        """False when the store is no longer as it was read."""
        head = self._heads[id_]
        of_unit = self._read_unit(head.unit)
        evaluation = next((e for e in of_unit if e.id == id_), None)
        if evaluation is None:
            return False
        from zi_desktop.services.reports import among

        report = among(self._work, evaluation, of_unit, self._adopted).report(evaluation)
        at = self._work.store.times_of([head.newest]).get(head.newest, "")
        figures = json.dumps(_figures(report, at), separators=(",", ":"))
        state = self._state(head, self._newest_of([head.unit])[head.unit])
        self._unkept.append((id_, state, figures))
        self._lines[id_] = _line(head, state, figures, state)
        del self._missing[id_]
        return True

    def _read_unit(self, unit: str) -> list[Evaluation]:
        """All evaluations of a unit as they were when the list was read; none when that is no longer so."""
        if self._beside[:2] != (self._seen, unit):
            store = self._work.store
            with store.reading():
                if store.newest_change() != self._seen:
                    return []
                self._beside = (self._seen, unit, store.evaluations(self._of_unit[unit]))
        return self._beside[2]


def _place(line: EvaluationSummary) -> tuple[int, str]:
    return line.newest, line.id


def _heads_of(kept: _Kept) -> dict[str, Head]:
    """With the newest log entry, which the state begins with; see `WorklistReader._state`."""
    return {
        head.id: Head(head.id, head.unit, head.year, head.stage, head.edition, int(state.partition(".")[0]))
        for head, state, _ in kept
    }


def _unknown(head: Head) -> EvaluationSummary:
    return EvaluationSummary(
        id=head.id,
        unit=head.unit,
        year=head.year,
        stage=_STAGES[head.stage],
        edition=head.edition,
        newest=head.newest,
        known=False,
    )


def _line(head: Head, state: str, figures: str, wanted: str) -> EvaluationSummary:
    """Without figures where they were computed from another state than ``wanted``."""
    if state != wanted:
        return _unknown(head)
    return _with_figures(head, json.loads(figures))


def _with_figures(head: Head, figures: list[Any]) -> EvaluationSummary:
    answered, questions, total, predikat, at, blocking, waiting, sign_off, team = figures
    return EvaluationSummary(
        id=head.id,
        unit=head.unit,
        year=head.year,
        stage=_STAGES[head.stage],
        edition=head.edition,
        answered=answered,
        questions=questions,
        total=Fraction(*total),
        predikat={name: not missing for name, missing in predikat.items()},
        open_gates=predikat,
        changed_at=at,
        errors=blocking,
        warnings=waiting,
        sign_off=sign_off,
        team=tuple(team),
        newest=head.newest,
    )


def _figures(report: Report, at: str) -> list[Any]:
    from zi_desktop.domain.checks import errors, unexplained

    signed = report.evaluation.sign_off
    return [
        report.score.answered,
        len(report.lke.questions),
        report.score.total.as_integer_ratio(),
        {p.rule.id: len(p.open) for p in report.predikat},
        at,
        sum(issue.code != "open-question" for issue in errors(report.issues)),
        len(unexplained(report.issues, report.evaluation.reasons)),
        signed.state.value if signed else "",
        [member.name for member in report.evaluation.team],
    ]


def _head(line: EvaluationSummary) -> Head:
    return Head(line.id, line.unit, line.year, line.stage.value, line.edition, line.newest)


def _figures_of(line: EvaluationSummary) -> list[Any]:
    """As `_figures` made them."""
    return [
        line.answered,
        line.questions,
        line.total.as_integer_ratio(),
        line.open_gates,
        line.changed_at,
        line.errors,
        line.warnings,
        line.sign_off,
        line.team,
    ]


@cache
def _edition_mark(edition: str) -> str:
    return _sha256(resource_path("lke", f"{edition}.yaml").read_bytes())


def _sha256(data: bytes) -> str:
    import hashlib  # not for a glance

    return hashlib.sha256(data).hexdigest()


@cache
def _program_mark() -> str:
    """Names the rules as the installed program has them. Newer files cost computing once more."""
    return _stamps(sorted(Path(domain.__file__).parent.glob("*.py")) or [Path(sys.executable)])


def _rules_as_installed() -> str:
    """Names program and editions as their files are; what the user adopted besides is in the store's log."""
    return f"{_SHAPE} {_program_mark()} {_stamps(sorted(resource_path('lke').glob('*.yaml')))}"


def _stamps(files: Iterable[Path]) -> str:
    return repr([(f.name, (stat := f.stat()).st_size, stat.st_mtime_ns) for f in files])
