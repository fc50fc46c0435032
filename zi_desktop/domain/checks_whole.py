"""What is missing before an evaluation can be signed off: answers, the team, a word on last year's advice."""

from __future__ import annotations

from collections.abc import Iterator

from zi_desktop.domain.checks_subject import Subject
from zi_desktop.domain.errors import Issue, Severity, Text

_NAMED = 3


def check_open(subject: Subject) -> Iterator[Issue]:
    """``open-question``, one line for all of them: each is marked as open in the tree already, and a hundred
    lines hide all else. Questions with an issue of their own (counts missing, a denominator of zero) are
    among them."""
    missing = subject.score.unanswered
    if not missing:
        return
    named = ", ".join(missing[:_NAMED])
    more = len(missing) - _NAMED
    yield Issue(
        "open-question",
        Severity.ERROR,
        Text(
            f"{len(missing)} soal belum dijawab: {named}" + (f" dan {more} lagi" if more > 0 else ""),
            f"{len(missing)} questions are not answered: {named}" + (f" and {more} more" if more > 0 else ""),
        ),
        remedy=Text("Jawab semua soal; U membuka yang berikutnya.", "Answer them all; U opens the next one."),
    )


def check_team(subject: Subject) -> Iterator[Issue]:
    """``no-team``, told once something is answered; the unit's own assessment has no team."""
    if subject.evaluation.team or not subject.by_evaluators or not subject.score.answered:
        return
    yield Issue(
        "no-team",
        Severity.WARNING,
        Text("Tim penilai belum diisi", "The evaluation team is not filled in"),
        remedy=Text("Isi lewat menu Tim penilai.", "Fill it in from the menu, Evaluation team."),
    )


def check_follow_ups(subject: Subject) -> Iterator[Issue]:
    """``follow-up-open``: recommendations of last year that nobody has judged yet; a split question's are
    told once."""
    if not subject.by_evaluators or subject.previous is None:
        return
    judged = set(subject.evaluation.follow_ups)
    for question in subject.lke.questions:
        earlier = subject.earlier.get(question.code)
        if earlier is None or not earlier.findings:
            continue
        waiting = [f for f in earlier.findings if f.recommendation and f.id not in judged]
        judged.update(f.id for f in waiting)
        if waiting:
            code, year = question.code, subject.previous.year
            yield Issue(
                "follow-up-open",
                Severity.WARNING,
                Text(
                    f"{code}: tindak lanjut rekomendasi {year} belum dinilai",
                    f"{code}: the follow-up of {year}'s recommendation has not been judged",
                ),
                where=code,
                remedy=Text(
                    "Nilai tindak lanjutnya di kartu soal.", "Judge the follow-up on the question's card."
                ),
                question=code,
            )
