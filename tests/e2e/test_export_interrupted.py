"""An export that cannot end well leaves the files before it as they were, and the evaluation unsigned."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.services.filled import fill
from zi_desktop.domain.errors import ZiError
from zi_desktop.services.evaluations import new_evaluation
from zi_desktop.services.exporting import export_report, prepare_export
from zi_desktop.services.files import Drafts
from zi_desktop.services.identities import make_local_identity
from zi_desktop.services.verifying import verify_files
from zi_desktop.services.workspace import open_workspace

KILL = signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL
PASSPHRASE = "rahasia uji"
LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
from zi_desktop.app import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def exported(tmp_path: Path) -> tuple[list[str], Path, dict[str, bytes]]:
    """A command that exports signed, its folder, and what stands there from the export before."""
    work = open_workspace(tmp_path / "a.zidb", actor="Uji")
    evaluation = new_evaluation(work, unit="Satker Contoh", year=2026).evaluation_id
    fill(work, evaluation, seed=3)
    out = tmp_path / "out"
    export_report(prepare_export(work, evaluation), out)
    work.close()
    (tmp_path / "ketua.p12").write_bytes(make_local_identity("Rekaan Ketua", "Contoh", PASSPHRASE))
    command = ["--store", str(tmp_path / "a.zidb"), "export", evaluation, "--out", str(out)]
    command += ["--identity", str(tmp_path / "ketua.p12"), "--passphrase-env", "SANDI_UJI"]
    command += ["--role", "Ketua Tim"]
    return command, out, contents(out)


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if not p.name.startswith(".")}


def sign_offs(store: Path) -> list[object]:
    work = open_workspace(store, actor="Uji")
    try:
        return [work.evaluation(id_).sign_off for id_ in work.store.evaluation_ids()]
    finally:
        work.close()


@pytest.mark.parametrize("moment", [0, 1, 3])
def test_killed_while_writing(
    exported: tuple[list[str], Path, dict[str, bytes]], tmp_path: Path, moment: int
) -> None:
    """``moment``: how many drafts there are when the program is killed."""
    command, out, before = exported
    child = subprocess.Popen(
        [sys.executable, "-m", "zi_desktop", *command],
        env={**os.environ, "SANDI_UJI": PASSPHRASE},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while child.poll() is None and len(list(out.glob(".zi-*"))) <= moment:
        time.sleep(0.001)
    child.send_signal(KILL)
    child.wait()
    after = contents(out)
    assert after.keys() == before.keys()
    if after != before:  # it was killed after all was in place: then all of it is whole
        assert all(v.valid for v in verify_files([p for p in out.iterdir() if p.suffix in (".pdf", ".xlsx")]))
    else:
        assert sign_offs(tmp_path / "a.zidb") == [None]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_no_room_for_the_files(exported: tuple[list[str], Path, dict[str, bytes]], tmp_path: Path) -> None:
    command, out, before = exported
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, "--lang", "en", *command],
        env={**os.environ, "SANDI_UJI": PASSPHRASE},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "Cannot write" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(out) == before
    assert not list(out.glob(".zi-*"))
    assert sign_offs(tmp_path / "a.zidb") == [None]


def test_an_old_file_that_must_stay_keeps_all_of_them(tmp_path: Path) -> None:
    """As when a workbook is open in Excel. A folder of the same name is what every platform refuses."""
    (tmp_path / "a.pdf").write_bytes(b"lama")
    (tmp_path / "b.xlsx").mkdir()
    with Drafts(tmp_path) as drafts:
        drafts.write("a.pdf", b"baru")
        drafts.write("b.xlsx", b"baru")
        with pytest.raises(ZiError) as refused:
            drafts.put_in_place()
    assert refused.value.where == str(tmp_path / "b.xlsx")
    assert (tmp_path / "a.pdf").read_bytes() == b"lama"
    assert not list(tmp_path.glob(".zi-*"))


def test_drafts_of_a_killed_program_are_removed_in_the_end(tmp_path: Path) -> None:
    old, new, other = (
        tmp_path / n for n in (f".zi-{'a' * 16}.pdf", f".zi-{'b' * 16}.pdf", ".zi-catatan.pdf")
    )
    for file in (old, new, other):
        file.write_bytes(b"x")
    os.utime(old, (time.time() - 7200, time.time() - 7200))
    os.utime(other, (time.time() - 7200, time.time() - 7200))
    with Drafts(tmp_path):
        pass
    assert [old.exists(), new.exists(), other.exists()] == [False, True, True]
