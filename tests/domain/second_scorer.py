"""A second opinion on the score, written from the rules and sharing no code with the program: floats, the raw
YAML, and the eight ratios of the 2021 form spelled out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

Answers = dict[str, Any]
RATIOS: dict[str, tuple[list[str], list[str]]] = {
    "A.II.1.i.a": (["perubahan"], ["agen"]),
    "A.II.1.i.b": (["terintegrasi"], ["perubahan"]),
    "A.II.4.i.a": (["tercapai"], ["sasaran"]),
    "A.II.5.ii.a": (["selesai"], ["harus"]),
    "A.II.5.iii.a": (["sudah"], ["kepala", "pejabat", "lainnya"]),
    "A.II.5.iii.b": (["sudah"], ["eselon3", "eselon4", "fung_pelaksana"]),
    "A.II.6.i.b": (["dipermudah"], ["terdaftar"]),
}
SCALES = {
    "YT": {"Ya": 1.0, "Tidak": 0.0},
    "ABC": {"A": 1.0, "B": 0.5, "C": 0.0},
    "ABCD": {"A": 1.0, "B": 0.67, "C": 0.33, "D": 0.0},
    "ABCDE": {"A": 1.0, "B": 0.75, "C": 0.5, "D": 0.25, "E": 0.0},
}
FORMS = {
    name: yaml.safe_load(
        (Path(__file__).parents[2] / "resources" / "lke" / f"{name}.yaml").read_text(encoding="utf-8")
    )
    for name in ("zi-2021", "zi-2014")
}


def second_opinion(edition: str, answers: Answers) -> dict[str, float]:
    """Points by section code and ``total``; blanks are 0."""
    points: dict[str, float] = {}
    points["total"] = sum(_section(s, answers, points) for s in FORMS[edition]["sections"])
    return points


def _section(section: Any, answers: Answers, points: dict[str, float]) -> float:
    below = sum(_section(s, answers, points) for s in section.get("sections", []))
    questions = section.get("questions", [])
    own = 0.0
    for question in questions:
        value = _value(question, answers) or 0.0
        weight = question["weight"] if "weight" in question else section["weight"] / len(questions)
        own += value * weight
    points[section["code"]] = below + own
    return points[section["code"]]


def _value(question: Any, answers: Answers) -> float | None:
    code, scale = question["code"], question["scale"]
    if scale in SCALES:
        return SCALES[scale].get(answers.get(code, ""))
    if scale == "SURVEI_0_4":
        return min(1.0, float(answers[code]) / 4) if code in answers else None
    ids = [c["id"] for c in question["counts"]]
    if any(f"{code}.{i}" not in answers for i in ids):
        return None
    decided = {"penuh": 1.0, "nol": 0.0}.get(answers.get(f"{code}.keputusan", ""))
    return _ratio(code, {i: float(answers[f"{code}.{i}"]) for i in ids}, decided)


def _ratio(code: str, n: dict[str, float], decided: float | None) -> float | None:
    if code == "B.I.2":
        return n["persen"] / 100
    if code == "A.II.3.iii.a":
        if n["tahun_lalu"] == 0:
            return 1.0 if n["tahun_ini"] == 0 else decided
        return max(0.0, (n["tahun_lalu"] - n["tahun_ini"]) / n["tahun_lalu"])
    done, base = (sum(n[i] for i in side) for side in RATIOS[code])
    return decided if base == 0 else min(1.0, done / base)
