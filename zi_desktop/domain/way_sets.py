"""Smallest sets of items that cover several needs at once; exact, and cheap where the needs are nested.

Needs are *laminar* when of any two one holds the other or they share nothing (area in pengungkit in
total). Then taking the largest items is optimal from the innermost need outward: among sets of any size
that cover the needs inside, the largest items leave the most for the needs around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import lcm

Item = tuple[str, Fraction, Fraction]
"""(code, points it adds, how much it has to rise)"""

_BUDGET = 20_000


@dataclass(frozen=True)
class Need:
    """The items among ``members`` must add up to ``missing`` points at least."""

    members: frozenset[str]
    missing: Fraction


@dataclass(frozen=True)
class _Problem:
    """Whole numbers: sums are quick and still exact. ``order``: items, the largest first; ``by_rise``:
    the smallest rise first."""

    points: Sequence[int]
    rises: Sequence[int]
    needs: Sequence[tuple[frozenset[int], int]]
    order: Sequence[int]
    by_rise: Sequence[int]

    def slack(self, chosen: Sequence[int]) -> list[int]:
        """What each need has to spare; negative when it is not met."""
        return [sum(self.points[i] for i in chosen if i in inside) - miss for inside, miss in self.needs]


def smallest_sets(
    items: Sequence[Item], needs: Sequence[Need], *, alternatives: int
) -> tuple[tuple[tuple[int, ...], ...], bool]:
    """(sets of indices into ``items``, whether their size is proven to be the smallest there is).

    All sets have that size. The first is cheapest in the sense that exchanging one of its items makes its
    total rise no smaller; the others differ from it in one item, the smallest total rise first. All items
    together must cover all needs.
    """
    problem = _whole(items, needs)
    if is_laminar([inside for inside, _ in problem.needs]):
        found, proven = _laminar(problem), True
    else:
        found, proven = _search(problem)
    best = _cheaper(problem, found)
    others = _neighbours(problem, best, max(0, alternatives - 1))
    return (tuple(sorted(best)), *(tuple(sorted(o)) for o in others)), proven


def is_laminar(families: Sequence[frozenset[int]]) -> bool:
    return all(a <= b or b <= a or not a & b for a, b in combinations(families, 2))


def _whole(items: Sequence[Item], needs: Sequence[Need]) -> _Problem:
    scale = lcm(*(p.denominator for _, p, _ in items), *(n.missing.denominator for n in needs))
    rise_scale = lcm(*(r.denominator for *_, r in items))
    points = [int(p * scale) for _, p, _ in items]
    rises = [int(r * rise_scale) for *_, r in items]
    where = [
        (frozenset(i for i, (code, *_) in enumerate(items) if code in n.members), int(n.missing * scale))
        for n in needs
    ]
    order = sorted(range(len(items)), key=lambda i: (-points[i], rises[i], i))
    by_rise = sorted(range(len(items)), key=lambda i: (rises[i], i))
    return _Problem(points, rises, where, order, by_rise)


def _laminar(problem: _Problem) -> list[int]:
    """From the innermost need outward, the largest items that are not yet taken, until it is covered."""
    taken: set[int] = set()
    for inside, missing in sorted(problem.needs, key=lambda n: len(n[0])):
        have = sum(problem.points[i] for i in taken & inside)
        for i in problem.order:
            if have >= missing:
                break
            if i in inside and i not in taken:
                taken.add(i)
                have += problem.points[i]
    return sorted(taken)


def _search(problem: _Problem) -> tuple[list[int], bool]:
    """Size by size, every set that could still cover the needs; when that is too many, a greedy one."""
    budget = [_BUDGET]
    useful = [i for i in problem.order if any(i in inside for inside, _ in problem.needs)]
    for size in range(1, len(useful) + 1):
        found = _of_size(problem, useful, size, [m for _, m in problem.needs], budget)
        if found is not None:
            return found, True
        if budget[0] <= 0:
            break
    return _greedy(problem, useful), False


def _of_size(
    problem: _Problem, left: list[int], size: int, missing: list[int], budget: list[int]
) -> list[int] | None:
    if all(m <= 0 for m in missing):
        return []
    budget[0] -= 1
    if budget[0] <= 0 or size == 0 or len(left) == 0:
        return None
    for (inside, _), miss in zip(problem.needs, missing, strict=True):
        if miss > 0 and sum([problem.points[i] for i in left if i in inside][:size]) < miss:
            return None
    first, rest = left[0], left[1:]
    after = [
        m - problem.points[first] if first in inside else m
        for (inside, _), m in zip(problem.needs, missing, strict=True)
    ]
    found = _of_size(problem, rest, size - 1, after, budget)
    if found is not None:
        return [first, *found]
    return _of_size(problem, rest, size, missing, budget)


def _greedy(problem: _Problem, useful: list[int]) -> list[int]:
    """Covers every need; then what can be spared again is left out."""
    chosen: list[int] = []
    for inside, missing in problem.needs:
        have = sum(problem.points[i] for i in chosen if i in inside)
        for i in useful:
            if have < missing and i in inside and i not in chosen:
                chosen.append(i)
                have += problem.points[i]
    for i in sorted(chosen, key=lambda i: problem.points[i]):
        without = [c for c in chosen if c != i]
        if min(problem.slack(without)) >= 0:
            chosen = without
    return chosen


def _cheaper(problem: _Problem, chosen: list[int]) -> list[int]:
    """Exchanged item by item while that makes the total rise smaller and every need stays covered."""
    while True:
        better = [e for e in _exchanges(problem, chosen, each=1) if e[0] < 0]
        if not better:
            return chosen
        _, into, out = min(better)
        chosen = sorted([*(c for c in chosen if c != out), into])


def _neighbours(problem: _Problem, chosen: list[int], most: int) -> list[list[int]]:
    found = sorted(_exchanges(problem, chosen, each=most))[:most]
    return [[*(c for c in chosen if c != out), into] for _, into, out in found]


def _exchanges(problem: _Problem, chosen: list[int], *, each: int) -> list[tuple[int, int, int]]:
    """(change of the total rise, item that comes, item that goes) that keep every need covered; of each item
    that goes the ``each`` exchanges of the smallest rise."""
    slack, points, rises, taken = problem.slack(chosen), problem.points, problem.rises, set(chosen)
    rest = [i for i in problem.by_rise if i not in taken]
    found = []
    for out in chosen:
        left = each
        inside, least = _bound(problem, slack, out)
        for into in rest:
            if left == 0:
                break
            if points[into] >= least and (inside is None or into in inside):
                found.append((rises[into] - rises[out], into, out))
                left -= 1
    return found


def _bound(problem: _Problem, slack: list[int], out: int) -> tuple[frozenset[int] | None, int]:
    """What may come for ``out``: items inside all needs that would miss it, with so many points at least."""
    inside: frozenset[int] | None = None
    least = 0
    for (members, _), spare in zip(problem.needs, slack, strict=True):
        if out in members and spare < problem.points[out]:
            inside = members if inside is None else inside & members
            least = max(least, problem.points[out] - spare)
    return inside, least
