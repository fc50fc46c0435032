"""The window as a screen reader has it: on a real X screen, over the accessibility bus.

What this does not prove: how NVDA or Narrator read it on Windows.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from tests.verifiers._screen import read_aloud, screen
from zi_desktop.domain.report import Report
from zi_desktop.domain.scoring import score
from zi_desktop.services.evaluations import load_report
from zi_desktop.services.workspace import open_workspace
from zi_desktop.ui.grab_store import fill_store
from zi_desktop.ui.language import number

QUESTION, OPTIONS = "A.I.1.i.b", ("A", "B", "C")
APP = "ZI Desktop"
OPERABLE = {
    "button",
    "push button",
    "radio button",
    "check box",
    "text",
    "combo box",
    "toggle button",
    "menu item",
}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, str]:
    """A filled store, last left at one question; the window's own settings live in the test's folder."""
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name))
        (tmp_path / name).mkdir(mode=0o700)
    store = tmp_path / "store.zidb"
    work = open_workspace(store, actor="Uji")
    try:
        evaluation_id = fill_store(work)
    finally:
        work.close()
    settings = tmp_path / "XDG_CONFIG_HOME" / "ZI Desktop" / "window.ini"
    settings.parent.mkdir()
    settings.write_text(
        f"[General]\nplace={evaluation_id}\n\n[question]\n{evaluation_id}={QUESTION}\n", encoding="utf-8"
    )
    return store, evaluation_id


@pytest.fixture
def window(place: tuple[Path, str]) -> Iterator[dict[str, str]]:
    with screen() as env:
        command = [sys.executable, "-m", "zi_desktop", "--store", str(place[0])]
        program = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield env
        finally:
            program.terminate()
            program.wait(timeout=20)


def test_a_question_is_answered_and_the_new_score_read(
    window: dict[str, str], place: tuple[Path, str]
) -> None:
    store, evaluation_id = place
    before = _stored(store, evaluation_id)
    assert _hears(window, before.score.total)
    other = next(o for o in OPTIONS if o != before.evaluation.cells[QUESTION])
    assert read_aloud(window, "press", APP, "radio button", f"{other}: ")
    expected = score(before.lke, {**before.evaluation.cells, QUESTION: other})
    assert expected.total != before.score.total
    assert _hears(window, expected.total)
    after = _stored(store, evaluation_id)
    assert after.evaluation.cells[QUESTION] == other
    assert after.score.total == expected.total
    shown = read_aloud(window, "tree", APP)
    chosen = [name for role, name, states in shown if role == "radio button" and "checked" in states]
    assert [name[:3] for name in chosen] == [f"{other}: "]
    nameless = [
        role for role, name, states in shown if role in OPERABLE and "focusable" in states and not name
    ]
    assert nameless == []


def _stored(store: Path, evaluation_id: str) -> Report:
    work = open_workspace(store, actor="Uji")
    try:
        return load_report(work, evaluation_id)
    finally:
        work.close()


def _hears(window: dict[str, str], total: Fraction) -> bool:
    return bool(read_aloud(window, "wait", APP, f"Nilai total {number(total)}", "30"))
