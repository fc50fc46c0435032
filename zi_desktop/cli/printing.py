"""Results as people read them in a console."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from zi_desktop.cli.frame import write_out
from zi_desktop.domain.errors import Issue, Language
from zi_desktop.domain.lke import Level
from zi_desktop.domain.report import Report

if TYPE_CHECKING:
    from zi_desktop.services.evaluations import EvaluationSummary
    from zi_desktop.services.folder import FolderLine


def number(value: Fraction | float, language: Language) -> str:
    text = f"{float(value):.2f}"
    return text if language == "en" else text.replace(".", ",")


def print_report(report: Report, language: Language) -> None:
    evaluation, result = report.evaluation, report.score
    head = f"{evaluation.unit} · {evaluation.year} · {evaluation.stage.label.to(language)}"
    lines = [head.strip(" ·"), f"{result.answered}/{len(report.lke.questions)}"]
    for section in report.lke.all_sections:
        if section.level is Level.SUBAREA:
            continue
        depth = len(report.lke.path(section.code)) - 1
        name = f"{'  ' * depth}{section.code} {section.label}"
        weight = number(section.weight, language)
        lines.append(f"{name:<62}{number(result.points(section.code), language):>8} / {weight:>6}")
    lines.append(f"{'TOTAL':<62}{number(result.total, language):>8} / {number(100, language):>6}")
    for outcome in report.predikat:
        lines.append(f"{outcome.rule.id}: {'✓' if outcome.met else '✗'}")
        lines += [
            f"  ✗ {g.gate.label.to(language)}: {number(g.have, language)} < {number(g.gate.need, language)}"
            for g in outcome.open
        ]
    write_out("\n".join(lines))


def print_issues(issues: tuple[Issue, ...], language: Language) -> None:
    for issue in issues:
        place = f"{issue.where}: " if issue.where else ""
        remedy = f" → {issue.remedy.to(language)}" if issue.remedy.id else ""
        write_out(f"[{issue.severity.value}] {place}{issue.message.to(language)}{remedy}")


def print_folder_line(line: FolderLine, language: Language) -> None:
    if line.error:
        write_out(f"✗ {line.file.name}: {line.error.message.to(language)}")
        return
    stages = "+".join(s.value for s in line.stages)
    total = "-" if line.total is None else number(line.total, language)
    answered = f"{line.answered}/{line.questions}"
    about = f"{line.unit} {line.year} {stages} {answered} {total} (+{line.changes})"
    write_out(f"✓ {line.file.name}: {about} {line.batch}".rstrip())


def print_list(summaries: list[EvaluationSummary], language: Language) -> None:
    for s in summaries:
        predikat = ", ".join(k for k, met in s.predikat.items() if met) or "-"
        total = number(s.total, language)
        write_out(
            f"{s.id}  {s.unit}  {s.year}  {s.stage.value}  {s.answered}/{s.questions}  {total}  {predikat}"
        )
