"""What an export can hold beside the signed files: official layouts filled, a CSV, the page for everybody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from zi_desktop import documents
from zi_desktop.domain.cells import plain
from zi_desktop.domain.errors import Issue, Severity, Text
from zi_desktop.domain.evaluation import Evaluation, Stage
from zi_desktop.domain.lke import DECISION
from zi_desktop.domain.reading import Block
from zi_desktop.domain.report import Report, scores_as_dict
from zi_desktop.services.export_check import TOLERANCE, wrong


class Output(StrEnum):
    """One kind of file, by the name the command line has for it."""

    LAMPIRAN = "lampiran-iii"
    JAWABAN = "jawaban"
    CSV = "csv"
    PUBLIC = "public"

    @property
    def label(self) -> Text:
        return _LABELS[self]


_LABELS = {
    Output.LAMPIRAN: Text("Lampiran III terisi (Excel)", "Lampiran III filled in (Excel)"),
    Output.JAWABAN: Text("Jawaban PortalRB (Excel)", "PortalRB Jawaban (Excel)"),
    Output.CSV: Text("Tabel CSV", "CSV table"),
    Output.PUBLIC: Text("Ringkasan publik (PDF dan HTML)", "Public summary (PDF and HTML)"),
}
_LAYOUTS = {
    Output.LAMPIRAN: ("lampiran-iii",),
    Output.JAWABAN: ("portalrb-jawaban",),
    Output.CSV: ("portalrb-jawaban", "three-tier"),  # the latter where TPN has columns, too
}
_PUBLIC_END = "-ringkasan"


@dataclass(frozen=True)
class Others:
    """Files by name. ``signed``: what the page for everybody says of itself."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    kinds: Mapping[str, Output] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    made_on: dt.date = dt.date.min
    signed: bool = False


@dataclass(frozen=True)
class OthersRead:
    """``values``: how many were compared; ``issues``: what a layout has no place for, or shows otherwise."""

    values: int = 0
    issues: tuple[Issue, ...] = ()


def make_others(report: Report, base: str, wanted: Collection[Output], *, signed: bool) -> Others:
    """The files asked for, as bytes. What the edition or the stage has no layout for is told, not made."""
    made_on = dt.date.today()
    files: dict[str, bytes] = {}
    kinds: dict[str, Output] = {}
    issues: list[Issue] = []
    for kind in (o for o in Output if o in wanted):
        if not _has_layout(report, kind):
            issues.append(_no_layout(report, kind))
            continue
        if kind is Output.PUBLIC:
            page = documents.write_public_summary(report, made_on=made_on, signed=signed)
            made = {f"{base}{_PUBLIC_END}.pdf": page.pdf, f"{base}{_PUBLIC_END}.html": page.html}
            issues += page.issues
        else:
            end = ".csv" if kind is Output.CSV else f"-{kind.value}.xlsx"
            made = {f"{base}{end}": _writer(kind)(report)}
        files |= made
        kinds |= dict.fromkeys(made, kind)
    return Others(files, kinds, tuple(issues), made_on, signed)


def check_others(report: Report, files: Mapping[str, bytes], others: Others) -> OthersRead:
    """Reads every file back. Raises ZiError ``not-as-stored`` for an answer, a score or a layout that is not
    as it was written; other texts that do not come back are named in ``issues``."""
    values, issues = 0, []
    for name, data in files.items():
        kind = others.kinds[name]
        if kind is Output.PUBLIC:
            count, found = documents.public_differences(
                report, name, data, made_on=others.made_on, signed=others.signed
            )
            if found:
                raise wrong(
                    name, Text(f"{found[0].code}: {found[0].stored}", f"{found[0].code}: {found[0].stored}")
                )
            values += count
            continue
        compared, told = _check_worksheet(report, name, data, kind)
        values += compared
        issues += told
    return OthersRead(values, tuple(issues))


def _writer(kind: Output) -> Callable[[Report], bytes]:
    from zi_desktop.worksheets.writing_csv import write_csv
    from zi_desktop.worksheets.writing_jawaban import write_jawaban
    from zi_desktop.worksheets.writing_lampiran import write_lampiran

    return {Output.LAMPIRAN: write_lampiran, Output.JAWABAN: write_jawaban, Output.CSV: write_csv}[kind]


def _has_layout(report: Report, kind: Output) -> bool:
    from zi_desktop.worksheets.writing_jawaban import has_jawaban
    from zi_desktop.worksheets.writing_lampiran import has_lampiran

    if kind is Output.LAMPIRAN:
        return has_lampiran(report.lke)
    return kind is not Output.JAWABAN or has_jawaban(report.lke, report.evaluation.stage)


def _no_layout(report: Report, kind: Output) -> Issue:
    stage = report.evaluation.stage.label
    return Issue(
        "no-layout",
        Severity.WARNING,
        Text(
            f"{kind.label.id} tidak dibuat: tata letaknya tidak mengenal {report.lke.name}, tahap {stage.id}",
            f"{kind.label.en} was not made: its layout does not know {report.lke.name}, stage {stage.en}",
        ),
        remedy=Text("Pakai buku kerja XLSX.", "Use the XLSX workbook."),
    )


def _check_worksheet(report: Report, name: str, data: bytes, kind: Output) -> tuple[int, list[Issue]]:
    from zi_desktop.worksheets.reading import read_workbook

    evaluation = report.evaluation
    empty = not (evaluation.cells or evaluation.notes or evaluation.evidence)
    reading = read_workbook(data, name)
    if reading.layout not in _LAYOUTS[kind] or reading.edition != report.lke.id:
        raise wrong(name, Text(f"tata letak {reading.layout}", f"layout {reading.layout}"))
    stage = Stage.MANDIRI if kind is Output.LAMPIRAN else evaluation.stage  # the form knows one answer column
    block = next((b for b in reading.blocks if b.stage is stage), Block(stage))
    if empty and not block.filled:
        return 0, []
    values = _check_answers(name, evaluation, block, kind) + _check_scores(name, report, block, kind)
    return values, [*_no_place(name, evaluation, kind), *_other_texts(name, evaluation, block, kind)]


def _check_answers(name: str, evaluation: Evaluation, block: Block, kind: Output) -> int:
    stored = {c: plain(v) for c, v in evaluation.cells.items() if kind is Output.CSV or not _decides(c)}
    read = {c: plain(v) for c, v in block.cells.items()}
    for code in stored.keys() | read.keys():
        if stored.get(code) != read.get(code):
            raise wrong(name, Text(code, code))
    return len(stored)


def _decides(code: str) -> bool:
    return code.endswith(f".{DECISION}")


def _check_scores(name: str, report: Report, block: Block, kind: Output) -> int:
    """Where the layout has them: ``Jawaban`` shows TPI's, the CSV those of hasil."""
    scores = scores_as_dict(report.lke, report.score)
    if kind is Output.CSV:
        scores = {q.code: scores[q.code] for q in report.lke.questions if q.weight is not None}
    if kind is Output.JAWABAN and block.stage is not Stage.TPI:
        return 0
    for code, points in scores.items():
        if abs(block.file_scores.get(code, -1.0) - points) > TOLERANCE:
            raise wrong(name, Text(f"nilai {code}", f"score {code}"))
    return len(scores)


def _no_place(name: str, evaluation: Evaluation, kind: Output) -> Iterator[Issue]:
    """What the official layouts have no column for."""
    if kind is Output.CSV:
        return
    findings, decided = sum(map(len, evaluation.findings.values())), sum(map(_decides, evaluation.cells))
    missing = [
        (findings, Text("temuan", "findings")),
        (decided, Text("keputusan penyebut nol", "decisions on a zero denominator")),
    ]
    if kind is Output.JAWABAN and evaluation.stage is not Stage.MANDIRI:
        documents_of_tpi = sum(map(len, evaluation.evidence.values()))
        missing.append((documents_of_tpi, Text("bukti TPI", "evidence items of TPI")))
    counted = [(n, what) for n, what in missing if n]
    if counted:
        yield Issue(
            "no-place-in-layout",
            Severity.INFO,
            Text(
                "Tata letak resmi tidak punya kolom untuk " + ", ".join(f"{n} {w.id}" for n, w in counted),
                "The official layout has no column for " + ", ".join(f"{n} {w.en}" for n, w in counted),
            ),
            where=name,
            remedy=Text("Semuanya ada di PDF dan XLSX.", "All of them are in the PDF and the XLSX."),
        )


def _other_texts(name: str, evaluation: Evaluation, block: Block, kind: Output) -> Iterator[Issue]:
    """Notes and documents that a reader of this file would see otherwise."""
    from zi_desktop.worksheets.writing_kept import visible

    kept = {("note", code): visible(text).strip() for code, text in evaluation.notes.items()}
    read = {("note", code): text.strip() for code, text in block.notes.items()}
    if kind is not Output.JAWABAN or evaluation.stage is Stage.MANDIRI:
        for code, items in evaluation.evidence.items():
            kept["evidence", code] = "\n".join(dict.fromkeys(item.text for item in items))
        read |= {("evidence", code): "\n".join(items) for code, items in block.evidence.items()}
    other = sorted({code for _, code in kept.keys() | read.keys() if _differ(kept, read, code)})
    if other:
        codes = ", ".join(other[:5])
        yield Issue(
            "read-otherwise",
            Severity.WARNING,
            Text(
                f"Catatan atau bukti {len(other)} soal terbaca lain dari berkas ini: {codes}",
                f"Notes or evidence of {len(other)} questions read otherwise from this file: {codes}",
            ),
            where=name,
            remedy=Text("Teks utuhnya ada di PDF dan XLSX.", "The whole texts are in the PDF and the XLSX."),
        )


def _differ(kept: Mapping[tuple[str, str], str], read: Mapping[tuple[str, str], str], code: str) -> bool:
    return any(kept.get((what, code), "") != read.get((what, code), "") for what in ("note", "evidence"))
