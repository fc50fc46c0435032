"""PySide is loaded quicker, and is the same: what it says of a wrong call, of its functions, of itself."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from importlib.util import source_hash
from pathlib import Path

import pytest

_ASKS = """
import sys
if sys.argv[1] == "ours":
    import zi_desktop.ui
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

app = QApplication([])

def tell(ask):
    try:
        print(ask())
    except Exception as error:
        print(type(error).__name__, error)

tell(lambda: QLabel("a").move("x"))
tell(lambda: QLabel(bar=3))
tell(lambda: QLabel("a").setAlignment("z"))
tell(lambda: QLabel("a").nothing)
tell(lambda: QObject(5))
tell(lambda: QWidget.setVisible.__doc__)
tell(lambda: QWidget.__doc__)
tell(lambda: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
from PySide6.support.signature import parser
from PySide6.support.signature.lib import pyi_generator
tell(lambda: parser.LIST_KEYWORDS)
tell(lambda: parser.nothing)
tell(lambda: pyi_generator.generate_pyi.__name__)
"""

_LATE = """
import sys
import zi_desktop.ui
print(*sorted({"argparse", "logging", "inspect"} & sys.modules.keys()), sys.modules["PySide6"].__name__)
"""


def _run(what: str, keep: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(keep), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", what, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _kept(keep: Path) -> Path:
    (found,) = (file for file in keep.rglob("pyside.*") if file.parent.name == "ui")
    return found


@pytest.fixture(scope="module")
def keep(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bytecode")


def test_what_pyside_says_is_what_it_says_by_itself(keep: Path) -> None:
    by_itself = _run(_ASKS, keep, "plain")
    assert "called with wrong argument types" in by_itself
    assert _run(_ASKS, keep, "ours") == by_itself, "translated"
    assert _run(_ASKS, keep, "ours") == by_itself, "from what was kept"


def test_what_nobody_asks_for_is_not_run(keep: Path) -> None:
    told = _run(_LATE, keep).split()
    assert told[-1] == "PySide6"
    assert not {"argparse", "logging"} & set(told), "PySide writes no stub files here"


def test_importing_reads_no_sources(keep: Path) -> None:
    own = (
        "import builtins\nown = builtins.__import__\nimport zi_desktop.ui\nprint(builtins.__import__ is own)"
    )
    assert _run(own, keep).strip() == "True"
    after = "import PySide6.QtCore, zi_desktop.ui, builtins\nprint(builtins.__import__.__name__)"
    assert _run(after, keep).strip() != "__feature_import__"


def test_a_damaged_file_is_made_anew(keep: Path) -> None:
    _run(_LATE, keep)
    good = _kept(keep).read_bytes()
    other = marshal.dumps({("signature_bootstrap.py", b"12345678"): b"what another version kept"})
    bad_ones = (b"", good[:-20], good[:40] + b"\0" + good[41:], b"x" * len(good), source_hash(other) + other)
    for bad in bad_ones:
        _kept(keep).write_bytes(bad)
        _run(_LATE, keep)
        assert _kept(keep).read_bytes() != bad
    assert _run(_ASKS, keep, "ours") == _run(_ASKS, keep, "plain")


def test_it_is_written_only_when_something_is_new(keep: Path) -> None:
    _run(_LATE, keep)
    before = _kept(keep).stat().st_mtime_ns
    _run(_LATE, keep)
    _run("import PySide6.QtWidgets\n" + _LATE, keep)  # loaded by somebody else: nothing passed through here
    assert _kept(keep).stat().st_mtime_ns == before
    assert [file.name for file in _kept(keep).parent.iterdir() if "pyside" in file.name] == [_kept(keep).name]


def test_a_start_goes_on_where_nothing_can_be_kept(tmp_path: Path) -> None:
    """A file stands where the folder would be, as on a disk that cannot be written."""
    (tmp_path / "no").write_text("")
    assert _run(_LATE, tmp_path / "no" / "folder").split()[-1] == "PySide6"
    assert [file.name for file in tmp_path.iterdir()] == ["no"]
