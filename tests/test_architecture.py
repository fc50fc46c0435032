"""The map in README.md is true: who imports whom, where each library lives, what importing costs.

The contracts themselves are in pyproject.toml; here they are shown to catch what they are for.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "zi_desktop"
LINTER = Path(sys.executable).with_name("lint-imports")

# What a distribution is called when it is imported, where that differs from its name in lower case.
IMPORT_NAMES = {
    "pyside6-essentials": {"PySide6", "shiboken6"},
    "pyyaml": {"yaml"},
    "python-calamine": {"python_calamine"},
    "python-pkcs11": {"pkcs11"},
    "pyhanko-certvalidator": {"pyhanko_certvalidator"},
    "fonttools": {"fontTools"},
    "pillow": {"PIL"},
}
# Small enough to be used wherever it serves.
WITHOUT_A_HOME = {"platformdirs"}
HEAVY = {
    *(
        "PIL",
        "PySide6",
        "alembic",
        "keyring",
        "lxml",
        "openpyxl",
        "pkcs11",
        "pyhanko",
        "pypdfium2",
        "reportlab",
        "segno",
    ),
    *("python_calamine", "xlsxwriter"),
}


def settings() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(LINTER), "--no-cache", "--config", str(folder / "pyproject.toml")]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package and its contracts, to plant violations in."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(PACKAGE, tmp_path / "zi_desktop", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_all_contracts_are_kept() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "planted"),
    [
        ("domain/planted.py", "import zi_desktop.store"),
        ("store/planted.py", "import zi_desktop.signing"),
        ("documents/planted.py", "import zi_desktop.worksheets"),
        ("exchange/planted.py", "import zi_desktop.services"),
        ("services/planted.py", "import zi_desktop.ui"),
        ("services/planted.py", "import PySide6.QtCore"),
        ("services/planted.py", "import openpyxl.styles"),
        ("exchange/planted.py", "from yaml import safe_load"),
        ("worksheets/planted.py", "import reportlab.pdfgen"),
        ("documents/planted.py", "import PIL.Image"),
        ("attachments/planted.py", "import zi_desktop.documents"),
        ("documents/planted.py", "def late():\n    from lxml import etree"),
        ("ui/planted.py", "import sqlmodel"),
        ("ui/planted.py", "import typer"),
        ("planted.py", "import json"),
    ],
)
def test_a_planted_violation_is_caught(copy: Path, module: str, planted: str) -> None:
    (copy / "zi_desktop" / module).write_text(planted + "\n", encoding="utf-8")
    done = lint(copy)
    assert done.returncode == 1, done.stdout
    assert "planted" in done.stdout


def declared() -> set[str]:
    """The import names of pyproject's dependencies."""
    dependencies = {name.split("==")[0].lower() for name in settings()["project"]["dependencies"]}
    return set().union(*(IMPORT_NAMES.get(name, {name}) for name in dependencies))


def test_every_library_has_a_home() -> None:
    contracts = settings()["tool"]["importlinter"]["contracts"]
    housed = {name for contract in contracts for name in contract.get("forbidden_modules", ())}
    assert declared() - housed == WITHOUT_A_HOME


def test_what_is_imported_is_declared() -> None:
    """Not merely there because another library brings it along."""
    roots = {name.split(".")[0] for path in PACKAGE.rglob("*.py") for name in imported(path)}
    assert {root for root in roots if root} - set(sys.stdlib_module_names) - declared() == {"zi_desktop"}


def test_the_domain_knows_only_the_standard_library() -> None:
    strangers = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in (PACKAGE / "domain").rglob("*.py")
        for name in imported(path)
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("zi_desktop.domain")
    }
    assert strangers == set()


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield f"{'.' * node.level}{node.module or ''}"


def test_opening_a_room_loads_no_heavy_library() -> None:
    rooms = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py") if path.parent.name != "ui")
    code = f"import sys\n{''.join(f'import zi_desktop.{room}{chr(10)}' for room in rooms)}print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {name.split(".")[0] for name in done.stdout.split()} & HEAVY == set()


def test_the_lock_pins_every_library_with_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    pinned = {line.split("==")[0] for line in lock.splitlines() if "==" in line and line[0].isalpha()}
    wanted = [*settings()["project"]["dependencies"], *settings()["dependency-groups"]["dev"]]
    for requirement in wanted:
        name, _, version = requirement.lower().partition("==")
        assert name.split(">")[0] in pinned
        assert not version or f"\n{name}=={version} \\\n" in f"\n{lock}"
    entries = lock.split("\n")
    assert all(
        entries[at + 1].startswith("    --hash=sha256:") for at, line in enumerate(entries) if "==" in line
    )
