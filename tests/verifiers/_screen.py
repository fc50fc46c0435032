"""A screen nobody looks at, with the accessibility bus that a screen reader listens on."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from tests.verifiers._run import VerifierError

SYSTEM_PYTHON = "/usr/bin/python3"
SCRIPT = Path(__file__).with_name("screen_reader.py")
_LAUNCHERS = (Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"))


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The environment of a program on a 1366×768 X screen, with a session bus and the accessibility bus."""
    launcher = next((path for path in _LAUNCHERS if path.exists()), None)
    if launcher is None:
        raise VerifierError("at-spi-bus-launcher is missing (Debian: at-spi2-core)")
    with ExitStack() as running:
        display = _first_line(
            running, ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
        )
        bus = _first_line(running, ["dbus-daemon", "--session", "--nofork", "--print-address=1"])
        env = {
            **os.environ,
            "DISPLAY": f":{display}",
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        _start(running, [str(launcher), "--launch-immediately"], env)
        yield env


def _first_line(running: ExitStack, command: Sequence[str]) -> str:
    """What the program says first: where it can be found."""
    process = _start(running, command, None)
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    if not line:
        raise VerifierError(f"{command[0]} did not start")
    return line


def _start(running: ExitStack, command: Sequence[str], env: dict[str, str] | None) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        command,
        env=env,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    )
    running.callback(_stop, process)
    return process


def _stop(process: subprocess.Popen[str]) -> None:
    process.terminate()
    process.wait(timeout=10)
    if process.stdout is not None:
        process.stdout.close()


def read_aloud(env: dict[str, str], *command: str) -> Any:
    """What a screen reader on that screen finds or does: see screen_reader.py for the commands."""
    done = subprocess.run(
        [SYSTEM_PYTHON, str(SCRIPT), *command],
        env=env,
        text=True,
        capture_output=True,
        timeout=60,
        check=False,
    )
    if done.returncode != 0:
        raise VerifierError(done.stderr.strip() or f"screen_reader.py ended with {done.returncode}")
    return json.loads(done.stdout)
