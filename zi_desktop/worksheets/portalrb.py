"""PortalRB's JSON: one entry per input cell (``soal_id``), unit and TPI side by side.

A question that is computed from counts has no ``soal_id`` of its own; its note and evidence go with its first
count. What PortalRB has no place for (national stage, decisions, findings, team) stands under ``zi_desktop``,
which a reader of PortalRB's entries passes over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from zi_desktop.domain.carried import carried_as_dict, carried_from, carried_of
from zi_desktop.domain.cells import CellValue, find_cell, parse_cell, plain
from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.domain.evaluation import Evaluation, Finding, Stage, TeamMember
from zi_desktop.domain.letter import Letter, letter_as_dict, letter_from
from zi_desktop.domain.lke import DECISION, Cell, Lke
from zi_desktop.domain.reading import Block
from zi_desktop.domain.report import Report, number, predikat_as_dict, scores_as_dict
from zi_desktop.domain.versions import Versions, versions_as_dict, versions_from
from zi_desktop.worksheets.edition import load_edition

FORMAT = "zi-desktop-portalrb/1"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # UTF-8 has no bytes for one; JSON has an escape


def has_portalrb(lke: Lke) -> bool:
    """Whether PortalRB knows this form: it has no ids for the 2014 one."""
    return all(cell.portalrb_id is not None for cell in lke.input_cells)


def write_portalrb(report: Report) -> bytes:
    """UTF-8 JSON, keys in a fixed order, the same for the same report. Raises ZiError ``no-portalrb`` for a
    form that PortalRB does not have."""
    if not has_portalrb(report.lke):
        raise ZiError(
            "no-portalrb",
            Text(f"PortalRB tidak mengenal {report.lke.name}", f"PortalRB does not know {report.lke.name}"),
            where=report.lke.id,
            remedy=Text(
                "Ekspor PDF dan Excel; JSON PortalRB hanya untuk LKE 2021.",
                "Export PDF and Excel; PortalRB's JSON is for the 2021 form only.",
            ),
        )
    data = {"answers": list(_answers(report)), "zi_desktop": _own(report)}
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return _LONE_SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", text).encode("utf-8") + b"\n"


def _answers(report: Report) -> Iterator[dict[str, Any]]:
    unit, tpi = report.at_stage(Stage.MANDIRI), report.at_stage(Stage.TPI)
    for cell in sorted(report.lke.input_cells, key=lambda c: c.portalrb_id or 0):
        question = cell.question.code
        first = cell.code == report.lke.cells_of[question][0].code
        yield {
            "soal_id": cell.portalrb_id,
            "jawaban_unit": _answer(unit, cell),
            "jawaban_tpi": _answer(tpi, cell),
            "catatan_unit": unit.notes.get(question, "") if unit and first else "",
            "bukti_dukung_unit": _evidence(unit, question) if first else "",
            "catatan_tpi": tpi.notes.get(question, "") if tpi and first else "",
        }


def _answer(evaluation: Evaluation | None, cell: Cell) -> str | int | float | None:
    value = evaluation.cells.get(cell.code) if evaluation else None
    return number(value) if isinstance(value, Decimal) else value


def _evidence(evaluation: Evaluation | None, question: str) -> str:
    """One item per line, as the column of the sheet has it."""
    return "\n".join(e.text for e in evaluation.evidence.get(question, ())) if evaluation else ""


def _own(report: Report) -> dict[str, Any]:
    evaluation = report.evaluation
    evaluations = [e for s in Stage if (e := report.at_stage(s)) and e.edition == evaluation.edition]
    return {
        "format": FORMAT,
        "edition": report.lke.id,
        "stage": evaluation.stage.value,
        "scores": scores_as_dict(report.lke, report.score),
        "predikat": predikat_as_dict(report.predikat),
        "letter": letter_as_dict(report.letter),
        "versions": versions_as_dict(report.versions),
        "stages": {e.stage.value: _stage(report.lke, e) for e in evaluations},
    }


def _stage(lke: Lke, evaluation: Evaluation) -> dict[str, Any]:
    order = [q.code for q in lke.questions]
    return {
        "evaluation": evaluation.id,
        "unit": evaluation.unit,
        "year": evaluation.year,
        "log_head": evaluation.log_head,
        "team": [{"name": m.name, "nip": m.nip, "role": m.role} for m in evaluation.team],
        "cells": {c: plain(evaluation.cells[c]) for c in lke.cells if c in evaluation.cells},
        "notes": {c: evaluation.notes[c] for c in order if evaluation.notes.get(c)},
        "evidence": {
            c: [{"id": e.id, "text": e.text} for e in evaluation.evidence[c]]
            for c in order
            if evaluation.evidence.get(c)
        },
        "findings": {
            c: [
                {"id": f.id, "note": f.note, "recommendation": f.recommendation}
                for f in evaluation.findings[c]
            ]
            for c in order
            if evaluation.findings.get(c)
        },
        "carried": carried_as_dict(carried_of(evaluation)),
    }


def read_portalrb(data: bytes) -> tuple[Block, ...]:
    """The blocks of a PortalRB JSON, ours or not: unit and TPI from the entries, the rest from our part.

    Raises ZiError ``not-a-portalrb-file``, ``unknown-question``, ``repeated-id``, an error of `parse_cell`,
    or ``copies-differ`` when the entries and our own copy of the same answers say different things.
    """
    content = _content(data)
    own = content.get("zi_desktop") or {}
    edition = str(own.get("edition", "zi-2021")) if isinstance(own, dict) else "zi-2021"
    lke = load_edition(edition)
    entries = _entries(lke, content["answers"])
    try:
        kept = {Stage(s): v for s, v in own.get("stages", {}).items()}
        blocks = [_block(lke, stage, entries, kept.get(stage)) for stage in Stage]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _not_portalrb(f"zi_desktop: {error}") from error
    return tuple(b for b in blocks if b.filled or b.stage in kept)


def read_portalrb_head(data: bytes) -> tuple[Letter, Versions]:
    """What heads our JSON, and which version it is; empty in anybody else's. Raises ZiError
    ``not-a-portalrb-file``."""
    own = _content(data).get("zi_desktop")
    own = own if isinstance(own, dict) else {}
    return letter_from(own.get("letter")), versions_from(own.get("versions"))


def _content(data: bytes) -> dict[str, Any]:
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise _not_portalrb(str(error)) from error
    if not isinstance(content, dict) or not isinstance(content.get("answers"), list):
        raise _not_portalrb("answers")
    return content


def _not_portalrb(detail: str) -> ZiError:
    return ZiError(
        "not-a-portalrb-file",
        Text(f"Bukan JSON PortalRB: {detail[:120]}", f"Not PortalRB's JSON: {detail[:120]}"),
        remedy=Text("Pilih berkas JSON dari PortalRB.", "Choose a JSON file from PortalRB."),
    )


def _entries(lke: Lke, answers: list[Any]) -> Mapping[str, Mapping[str, Any]]:
    """Entries by cell code."""
    by_id = {cell.portalrb_id: cell.code for cell in lke.input_cells}
    entries: dict[str, Mapping[str, Any]] = {}
    for place, entry in enumerate(answers):
        where = f"answers[{place}]"
        number_ = entry.get("soal_id") if isinstance(entry, dict) else None
        code = by_id.get(number_) if isinstance(number_, int) else None
        if code is None:
            raise ZiError(
                "unknown-question",
                Text(f"Tidak ada soal_id {number_}", f"There is no soal_id {number_}"),
                where=where,
            )
        if code in entries:
            raise ZiError(
                "repeated-id",
                Text(f"soal_id {number_} muncul dua kali", f"soal_id {number_} appears twice"),
                where=where,
            )
        entries[code] = entry
    return entries


_FIELDS = {Stage.MANDIRI: "unit", Stage.TPI: "tpi"}


def _block(
    lke: Lke, stage: Stage, entries: Mapping[str, Mapping[str, Any]], kept: Mapping[str, Any] | None
) -> Block:
    kept = kept or {}
    cells = {c: v for c, raw in kept.get("cells", {}).items() if (v := _parse(lke, c, raw)) is not None}
    notes = {c: str(note) for c, note in kept.get("notes", {}).items()}
    evidence = {c: tuple(str(e["text"]) for e in items) for c, items in kept.get("evidence", {}).items()}
    if stage in _FIELDS:
        shown = _shown(lke, _FIELDS[stage], entries)
        if kept:
            has_field = stage is Stage.MANDIRI  # PortalRB keeps no evidence of the TPI
            joined = {c: text for c, items in evidence.items() if (text := "\n".join(items)) and has_field}
            _must_agree((cells, notes, joined), shown)
        else:
            cells, notes = shown[0], shown[1]
            evidence = {c: tuple(filter(None, text.split("\n"))) for c, text in shown[2].items()}
    return Block(
        stage,
        cells,
        notes,
        evidence,
        findings={
            c: tuple(Finding(str(f["id"]), str(f["note"]), str(f["recommendation"])) for f in items)
            for c, items in kept.get("findings", {}).items()
        },
        team=tuple(TeamMember(str(m["name"]), str(m["nip"]), str(m["role"])) for m in kept.get("team", ())),
        carried=carried_from(kept.get("carried")),
    )


_Shown = tuple[dict[str, CellValue], dict[str, str], dict[str, str]]


def _shown(lke: Lke, who: str, entries: Mapping[str, Mapping[str, Any]]) -> _Shown:
    """Answers by cell, notes and evidence by question, as PortalRB's entries say."""
    cells: dict[str, CellValue] = {}
    notes: dict[str, str] = {}
    evidence: dict[str, str] = {}
    for code, entry in entries.items():
        value = _parse(lke, code, entry.get(f"jawaban_{who}"))
        if value is not None:
            cells[code] = value
        question = lke.cells[code].question.code
        for texts, key in ((notes, f"catatan_{who}"), (evidence, f"bukti_dukung_{who}")):
            text = str(entry.get(key) or "")
            if text:
                texts[question] = f"{texts[question]}\n{text}" if question in texts else text
    return cells, notes, evidence


def _parse(lke: Lke, code: str, raw: object) -> CellValue | None:
    if raw is None:
        return None
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        raise _not_portalrb(code)
    return parse_cell(find_cell(lke, code), str(raw))


def _must_agree(kept: _Shown, shown: _Shown) -> None:
    """Numbers may differ by what a float cannot hold."""
    official = {c: v for c, v in kept[0].items() if not c.endswith(f".{DECISION}")}
    for mine, theirs in ((official, shown[0]), (kept[1], shown[1]), (kept[2], shown[2])):
        for code in {**mine, **theirs}:
            if not _same(mine.get(code), theirs.get(code)):
                raise ZiError(
                    "copies-differ",
                    Text(
                        f"{code}: jawaban PortalRB dan salinan ZI Desktop di berkas ini berbeda",
                        f"{code}: PortalRB's entry and our copy of it in this file differ",
                    ),
                    where=code,
                )


def _same(mine: object, theirs: object) -> bool:
    if isinstance(mine, Decimal) and isinstance(theirs, Decimal):
        return float(mine) == float(theirs)
    return mine == theirs
