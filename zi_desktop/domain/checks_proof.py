"""Whether answers are shown by something: no document at all, or one document for everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from fractions import Fraction
from functools import cache

from zi_desktop.domain.checks_subject import Subject
from zi_desktop.domain.errors import Issue, Severity, Text
from zi_desktop.domain.evaluation import Evaluation
from zi_desktop.domain.lke import Lke, Question
from zi_desktop.domain.scoring import Score


def scores(subject: Subject, question: Question) -> bool:
    """Answered better than its lowest option: what wants evidence."""
    return _scores(subject.lke, question.code, subject.score.values.get(question.code))


def check_bare(subject: Subject, scoring: int, bare: Collection[str]) -> Iterator[Issue]:
    """``no-evidence``: ``bare`` are those of the ``scoring`` questions for which neither this evaluation nor
    another stage of its year has a document. Many of them are told in one line."""
    if len(bare) > subject.thresholds.bare and 2 * len(bare) > scoring:
        yield Issue(
            "no-evidence",
            Severity.WARNING,
            Text(
                f"{len(bare)} dari {scoring} soal bernilai tanpa bukti",
                f"{len(bare)} of {scoring} scoring questions show no evidence",
            ),
            remedy=Text("Catat buktinya, atau beri alasan.", "Record the evidence, or give a reason."),
        )
    else:
        yield from (_bare(code) for code in bare)


def scoring_without_evidence(
    lke: Lke, result: Score, everywhere: Iterable[Evaluation]
) -> tuple[list[str], list[str]]:
    """Codes of the questions that are answered better than their lowest option, and those of them for which
    ``everywhere`` has no document."""
    shown = {code for e in everywhere for code, items in e.evidence.items() if items}
    scoring = [code for code, value in result.values.items() if _scores(lke, code, value)]
    return scoring, [code for code in scoring if code not in shown]


def _scores(lke: Lke, code: str, value: Fraction | None) -> bool:
    return bool(value) and value != lke.lowest[code]


@cache
def _bare(code: str) -> Issue:
    return Issue(
        "no-evidence",
        Severity.WARNING,
        Text(f"{code}: bernilai, tetapi tanpa bukti", f"{code}: scores, but shows no evidence"),
        where=code,
        remedy=Text("Tambahkan bukti, atau beri alasan.", "Add evidence, or give a reason."),
        question=code,
    )


def check_same_evidence(subject: Subject) -> Iterator[Issue]:
    """``same-evidence``: one document on many questions."""
    used: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for code, items in subject.evaluation.evidence.items():
        for item in items:
            key = item.file or " ".join(item.text.casefold().split())
            used[key].add(code)
            names.setdefault(key, item.text)
    limits, answered = subject.thresholds, subject.score.answered
    share = max(limits.same_evidence_least, int(limits.same_evidence_share * answered))
    least = min(limits.same_evidence, share)
    for key, codes in used.items():
        if len(codes) > least:
            name = names[key] if len(names[key]) <= 80 else names[key][:79] + "…"
            yield Issue(
                "same-evidence",
                Severity.WARNING,
                Text(
                    f"“{name}” dipakai sebagai bukti pada {len(codes)} soal",
                    f"“{name}” is the evidence on {len(codes)} questions",
                ),
                where=name,
                remedy=Text(
                    "Sebut halaman atau berkas yang membuktikan tiap soal, atau beri alasan.",
                    "Name the page or file that shows each, or give a reason.",
                ),
            )
