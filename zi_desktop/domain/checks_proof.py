"""Whether answers are shown by something: no document at all, or one document for everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from zi_desktop.domain.checks_subject import Subject
from zi_desktop.domain.errors import Issue, Severity, Text
from zi_desktop.domain.evaluation import Evaluation
from zi_desktop.domain.lke import Lke
from zi_desktop.domain.scoring import Score


def check_proof(subject: Subject) -> Iterator[Issue]:
    """``no-evidence`` and ``same-evidence``."""
    yield from _no_evidence(subject)
    yield from _same_evidence(subject)


def _no_evidence(subject: Subject) -> Iterator[Issue]:
    """Answered better than the lowest option, and neither here nor at the unit's other stages is there a
    document: evaluators judge what the unit showed."""
    everywhere = (subject.evaluation, *subject.siblings)
    scoring, bare = scoring_without_evidence(subject.lke, subject.score, everywhere)
    if len(bare) > subject.thresholds.bare and 2 * len(bare) > len(scoring):
        yield Issue(
            "no-evidence",
            Severity.WARNING,
            Text(
                f"{len(bare)} dari {len(scoring)} soal bernilai tanpa bukti",
                f"{len(bare)} of {len(scoring)} scoring questions show no evidence",
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
    scoring = [code for code, value in result.values.items() if value and value != lke.lowest[code]]
    return scoring, [code for code in scoring if code not in shown]


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


def _same_evidence(subject: Subject) -> Iterator[Issue]:
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
