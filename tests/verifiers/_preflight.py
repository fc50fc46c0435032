"""Apache PDFBox Preflight: PDF/A-1b, the only flavour it knows."""

from __future__ import annotations

from pathlib import Path

from tests.verifiers._run import run

HERE = Path(__file__).parent
JARS = Path("/usr/share/java")
NEEDED = (
    *("preflight", "pdfbox2", "fontbox2", "xmpbox"),
    *("commons-io", "commons-logging", "jaxb-api", "javax.activation"),
)


def preflight(path: Path) -> list[str]:
    """The breaches of PDF/A-1b that it finds, in words; none for a file that is valid."""
    class_path = ":".join(str(JARS / f"{name}.jar") for name in NEEDED)
    return run(["java", "-cp", class_path, str(HERE / "Preflight.java"), str(path)]).splitlines()
