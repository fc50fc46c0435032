"""Apache POI: package signatures of Excel files. It judges digests and signatures, never the chain.

Debian's poi-ooxml-schemas lacks the compiled types of the signature's XML, so they are compiled here, once
for each checkout (about 9 s), into build/verifiers/.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from tests.verifiers._run import VerifierError, run

HERE = Path(__file__).parent
BUILD = HERE.parents[1] / "build" / "verifiers"
JARS = Path("/usr/share/java")
XMLDSIG_SCHEMA = "org/apache/xml/security/resource/schema/xmldsig-core-schema.xsd"
NEEDED = (
    *("poi", "poi-ooxml", "poi-ooxml-schemas", "xmlbeans", "commons-compress", "commons-collections4"),
    *("commons-codec", "commons-logging", "commons-math3", "curvesapi", "xmlsec", "slf4j-api", "slf4j-nop"),
    *("bcprov", "bcpkix", "bcutil"),
)


def poi_verify(paths: Sequence[Path]) -> dict[Path, list[bool]]:
    """For each workbook, one bool for each signature, in the order of the parts; [] if unsigned."""
    compiled = _compiled()
    told = run(["java", "-cp", _class_path(compiled), "VerifyPoi", *map(str, paths)])
    return {path: _verdicts(path, line) for path, line in zip(paths, told.split("\n"), strict=False)}


def _verdicts(path: Path, line: str) -> list[bool]:
    if line.startswith("!"):
        raise VerifierError(f"Apache POI cannot read {path.name}: {line[2:]}")
    return [word == "true" for word in line.split()]


def _class_path(compiled: Path) -> str:
    jars = [JARS / f"{name}.jar" for name in NEEDED]
    return ":".join(map(str, (compiled / "schemas.jar", compiled, *jars)))


def _compiled() -> Path:
    sources = (HERE / "VerifyPoi.java", HERE / "opc-digSig.xsd", Path(__file__))
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()
    there = BUILD / f"poi-{digest[:16]}"
    if there.is_dir():
        return there
    BUILD.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        made = Path(folder, "made")
        made.mkdir()
        _compile(made)
        try:
            made.rename(there)  # whole or not at all: tests may run side by side
        except OSError:
            shutil.rmtree(made)  # another process was first
    return there


def _compile(out: Path) -> None:
    xmldsig = out / "xmldsig-core-schema.xsd"
    with zipfile.ZipFile(JARS / "xmlsec.jar") as jar:
        xmldsig.write_bytes(jar.read(XMLDSIG_SCHEMA))
    compiler = ":".join(str(JARS / f"{name}.jar") for name in ("xmlbeans", "log4j-api", "ant"))
    run(
        [
            *("java", "-cp", compiler, "org.apache.xmlbeans.impl.tool.SchemaCompiler"),
            *("-quiet", "-javasource", "1.8", "-out", str(out / "schemas.jar")),
            *(str(HERE / "opc-digSig.xsd"), str(xmldsig)),
        ]
    )
    run(["javac", "-cp", _class_path(out), "-d", str(out), str(HERE / "VerifyPoi.java")])
