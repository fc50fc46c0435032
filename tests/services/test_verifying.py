"""What an attacker may try on our files, each refused; and what was changed where, told value by value."""

from __future__ import annotations

import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pyhanko.pdf_utils.embed import EmbeddedFileObject, FileSpec, embed_file
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader

from tests.services.filled import fill
from tests.signing import samples
from tests.signing.byte_changes import try_changes
from zi_desktop.domain.report import Report
from zi_desktop.exchange import package as packages
from zi_desktop.services.answers import answer_question, set_team
from zi_desktop.services.evaluations import load_report, new_evaluation
from zi_desktop.services.exporting import export_report, prepare_export
from zi_desktop.services.identities import make_local_identity
from zi_desktop.services.signed_content import like, said_by, said_in_record, said_in_workbook
from zi_desktop.services.signers import SignerRequest
from zi_desktop.services.verifying import verify_bytes
from zi_desktop.services.workspace import open_workspace
from zi_desktop.signing.cms import sign_detached
from zi_desktop.signing.identities import Identity, load_pkcs12
from zi_desktop.signing.pades import sign_next
from zi_desktop.worksheets.reading import read_workbook
from zi_desktop.worksheets.writing import write_workbook

PASSPHRASE = "rahasia uji"
SIGNED_B = "A.I.1.i.b: signed B, the file says A."
Parts = dict[str, bytes]


class Case(NamedTuple):
    """One evaluation exported with the answer B, and once more with A: the forger's material."""

    report: Report
    signed: Parts
    other: Parts
    identity: Identity

    def name(self, suffix: str) -> str:
        (found,) = [n for n in self.signed if n.endswith(suffix)]
        return found


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("verifying")
    signers = [
        SignerRequest(make_local_identity(name, "", PASSPHRASE), PASSPHRASE, role)
        for name, role in (("Rekaan Anggota", "Anggota Tim"), ("Rekaan Ketua", "Ketua Tim"))
    ]

    def export(out: str) -> Parts:
        files = export_report(prepare_export(work, evaluation), folder / out, signers).files
        return {f.name: f.read_bytes() for f in files}

    work = open_workspace(folder / "a.zidb", actor="Rekaan")
    try:
        evaluation = new_evaluation(work, unit="Satker Contoh", year=2026).evaluation_id
        fill(work, evaluation, seed=9)
        set_team(work, evaluation, ())
        answer_question(work, evaluation, "A.I.1.i.b", "B", note="Catatan yang ditandatangani.")
        report, signed = load_report(work, evaluation), export("b")
        answer_question(work, evaluation, "A.I.1.i.b", "A")
        other = export("a")
    finally:
        work.close()
    return Case(report, signed, other, load_pkcs12(signers[1].p12, PASSPHRASE))


def told(name: str, data: bytes) -> str:
    """All that is said of a file that must not be valid."""
    verdict = verify_bytes(name, data, [])
    assert not verdict.valid
    assert verdict.in_words("id") != verdict.in_words("en")
    found = [*verdict.verdict.problems, *(s.problem for s in verdict.verdict.signatures if s.problem)]
    return "\n".join(problem.en for problem in found)


def unpacked(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def edited(data: bytes, edit: Callable[[Parts], object]) -> bytes:
    parts = unpacked(data)
    edit(parts)
    return packed(parts)


# --- the workbook


def cell_set(place: str, text: str) -> Callable[[Parts], None]:
    """Writes a text that the workbook already has into one cell, as a forger would with a text editor."""
    row = place.partition("!")[2]

    def edit(parts: Parts) -> None:
        strings = re.findall(rb"<si><t[^>]*>(.*?)</t></si>", parts["xl/sharedStrings.xml"], re.DOTALL)
        index = strings.index(text.encode())
        sheet = "xl/worksheets/sheet1.xml"
        pattern = rb'(<c r="' + row.encode() + rb'"[^>]*><v>)[^<]*'
        parts[sheet], count = re.subn(pattern, rb"\g<1>" + str(index).encode(), parts[sheet])
        assert count == 1

    return edit


def test_a_changed_cell_is_told_with_what_was_signed(case: Case) -> None:
    name = case.name(".xlsx")
    block = next(b for b in read_workbook(case.signed[name], name).blocks if "A.I.1.i.b" in b.cells)
    forged = edited(case.signed[name], cell_set(block.places["A.I.1.i.b"], "A"))
    said = told(name, forged)
    assert said.startswith(SIGNED_B), "what matters is told first"
    assert "The contents changed after signing: /xl/worksheets/sheet1.xml" in said
    assert "not covered" not in said, "what the broken signature names is no stranger to it"


def test_a_changed_score_and_a_changed_note_are_told(case: Case) -> None:
    name = case.name(".xlsx")

    def score(parts: Parts) -> None:
        total = f"<v>{float(case.report.score.total):.16G}</v>".encode()
        sheet = "xl/worksheets/sheet1.xml"
        assert total in parts[sheet]
        parts[sheet] = parts[sheet].replace(total, b"<v>99.5</v>")

    def note(parts: Parts) -> None:
        strings = "xl/sharedStrings.xml"
        parts[strings] = parts[strings].replace(b"Catatan yang ditandatangani.", b"Catatan lain.")

    assert "total nilai: signed" in told(name, edited(case.signed[name], score))
    assert "the file says 99.500000" in told(name, edited(case.signed[name], score))
    assert "A.I.1.i.b catatan: signed Catatan yang ditandatangani., the file says Catatan lain." in told(
        name, edited(case.signed[name], note)
    )


def test_a_forged_record_proves_nothing(case: Case) -> None:
    """Sheet and record changed alike: the record is no longer what was signed, and is not quoted."""
    name = case.name(".xlsx")

    def edit(parts: Parts) -> None:
        record = next(n for n in parts if n.startswith("customXml/"))
        parts[record] = parts[record].replace(b'"A.I.1.i.b": "B"', b'"A.I.1.i.b": "C"')
        assert b'"A.I.1.i.b": "C"' in parts[record]

    said = told(name, edited(case.signed[name], edit))
    assert "signed C" not in said
    assert "customXml" in said


def test_a_signature_taken_out_whole_is_missed(case: Case) -> None:
    """Nothing is left behind of the first: no part, no relationship, no content type."""
    name = case.name(".xlsx")

    def strip(number: int) -> Callable[[Parts], None]:
        def edit(parts: Parts) -> None:
            del parts[f"_xmlsignatures/sig{number}.xml"]
            for part, pattern in (
                ("_xmlsignatures/_rels/origin.sigs.rels", rb"<Relationship [^>]*sig%d[^>]*/>"),
                ("[Content_Types].xml", rb"<Override [^>]*sig%d[^>]*/>"),
            ):
                parts[part], count = re.subn(pattern % number, b"", parts[part])
                assert count == 1

        return edit

    assert "A signature was removed" in told(name, edited(case.signed[name], strip(1)))
    last = verify_bytes(name, edited(case.signed[name], strip(2)), [])
    assert last.verdict.awaited == ("Ketua Tim: Rekaan Ketua",)


def test_record_and_workbook_agree_on_everything(case: Case) -> None:
    record = said_in_record(said_by(case.report))
    assert record is not None
    workbook = like(record, said_in_workbook(write_workbook(case.report)))
    assert workbook is not None
    assert {k: v for k, v in record.values.items() if v != workbook.values.get(k)} == {}
    assert len(record.values) > 300


# --- the PDF


def appended(data: bytes, change: Callable[[IncrementalPdfFileWriter], object]) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    change(writer)
    output = io.BytesIO()
    writer.write(output)  # type: ignore[no-untyped-call]
    return output.getvalue()


def pages_of(other: bytes) -> Callable[[IncrementalPdfFileWriter], object]:
    def change(writer: IncrementalPdfFileWriter) -> None:
        pages = PdfFileReader(io.BytesIO(other)).root.raw_get("/Pages")
        writer.root["/Pages"] = writer.import_object(pages)
        writer.update_root()

    return change


def test_pages_laid_over_the_signed_ones_are_told(case: Case) -> None:
    name = case.name(".pdf")
    assert SIGNED_B in told(name, appended(case.signed[name], pages_of(case.other[name])))


def attached(name: str, content: bytes) -> Callable[[IncrementalPdfFileWriter], object]:
    def change(writer: IncrementalPdfFileWriter) -> None:
        file = EmbeddedFileObject.from_file_data(writer, content, mime_type="application/json")
        embed_file(writer, FileSpec(file_spec_string=name, embedded_data=file))

    return change


def unsigned_pdf(case: Case) -> bytes:
    """The report as it was before anybody signed."""
    name = case.name(".pdf")
    return case.signed[name][: case.signed[name].index(b"%%EOF") + 6]


def test_an_attachment_must_say_what_the_pages_say(case: Case) -> None:
    json_name = case.name(".json")
    for content, agrees in ((case.signed[json_name], True), (case.other[json_name], False)):
        pdf = sign_next(
            appended(unsigned_pdf(case), attached("jawaban.json", content)), case.identity, role="x"
        )
        verdict = verify_bytes("a.pdf", pdf, [])
        assert verdict.valid is agrees
        if not agrees:
            assert "A.I.1.i.b: the page says B, jawaban.json says A." in told("a.pdf", pdf)


def test_a_swapped_attachment_is_told(case: Case) -> None:
    pdf, name = case.signed[case.name(".pdf")], case.name(".json")

    def swap(writer: IncrementalPdfFileWriter) -> None:
        names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
        (specification,) = [f.get_object() for f in list(names)[1::2] if f.get_object()["/UF"] == name]
        stream = specification["/EF"]["/F"]
        stream._data, stream._encoded_data = case.other[name], None
        writer.mark_update(stream.container_ref)

    said = told("a.pdf", appended(pdf, swap))
    assert f"The attachment {name} is not the one signed." in said
    assert f"A.I.1.i.b: the page says B, {name} says A." in said
    added = told("a.pdf", appended(pdf, attached("lain.json", case.other[name])))
    assert "The attachment lain.json is not the one signed." in added


def test_attachments_that_are_nothing_of_ours_do_no_harm(case: Case) -> None:
    """Anybody may attach anything to a PDF of his own; it is valid or not by its signature."""
    pdf = samples.sample_pdf()
    for name, content in (
        ("a.json", b"[[[["),
        ("b.json", b"{}"),
        ("c.xlsx", b"PK\x03\x04"),
        ("d.xlsx", samples.sample_xlsx()),
        ("e.xlsx", case.signed[case.name(".zipkg")]),
        ("f.json", case.signed[case.name(".json")]),
    ):
        pdf = appended(pdf, attached(name, content))
    assert verify_bytes("a.pdf", sign_next(pdf, case.identity, role="x"), []).valid


# --- the package


def test_a_changed_part_is_told_with_what_was_signed(case: Case) -> None:
    package = case.signed[case.name(".zipkg")]
    for suffix in (".json", ".xlsx", ".pdf"):
        name = case.name(suffix)
        swapped = edited(package, lambda parts, n=name: parts.update({n: case.other[n]}))
        assert f"{name}: {SIGNED_B}" in told("a.zipkg", swapped)


def manifest_for(case: Case, parts: Parts, **facts: Any) -> bytes:
    """A package with a fresh manifest over `parts`, properly signed by one of the team."""
    read = packages.read_package(case.signed[case.name(".zipkg")])
    kept = {k: v for k, v in read.facts.items() if k not in ("format", "parts")} | facts
    manifest = packages.make_manifest(kept, parts)
    return packages.write_package(manifest, parts, [sign_detached(manifest, case.identity, "Ketua Tim")])


def test_parts_that_disagree_are_refused_though_all_is_signed(case: Case) -> None:
    parts = dict(packages.read_package(case.signed[case.name(".zipkg")]).parts)
    assert verify_bytes("a.zipkg", manifest_for(case, parts), []).valid
    for suffix in (".json", ".xlsx", ".pdf"):
        name = case.name(suffix)
        said = told("a.zipkg", manifest_for(case, {**parts, name: case.other[name]}))
        assert "A.I.1.i.b: " in said
        assert "says A" in said
        assert "says B" in said


def test_a_package_without_a_signer_it_names_is_refused(case: Case) -> None:
    parts = dict(packages.read_package(case.signed[case.name(".zipkg")]).parts)
    named = [{"name": "Orang Lain", "role": "Kepala"}]
    assert "the signature of Orang Lain (Kepala) is missing." in told(
        "a.zipkg", manifest_for(case, parts, signers=named)
    )
    for wrong in ("x", [1], {"name": 1}):
        assert "The list of signers is damaged." in told("a.zipkg", manifest_for(case, parts, signers=wrong))


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_zip_tricks_on_a_package_are_refused(case: Case) -> None:
    package = case.signed[case.name(".zipkg")]

    def with_entry(name: str) -> bytes:
        buffer = io.BytesIO(package)
        with zipfile.ZipFile(buffer, "a") as archive:
            archive.writestr(name, b"{}")
        return buffer.getvalue()

    json_name = case.name(".json")
    for data in (
        with_entry(json_name),
        with_entry(json_name.upper()),
        with_entry("../a.json"),
        with_entry("a\\b.json"),
        with_entry("tambahan.json"),
        b"MZ" + package,
        package + b"\0" * 10,
        package + package,
        package[:-30],
    ):
        assert told("a.zipkg", data)


def test_a_package_in_the_place_of_a_document_leads_nowhere(case: Case) -> None:
    package = case.signed[case.name(".zipkg")]
    parts = dict(packages.read_package(package).parts)
    assert told("a.zipkg", manifest_for(case, {**parts, case.name(".pdf"): package}))
    nested = manifest_for(case, {**parts, packages.PREVIOUS: packed({"manifest.json": b"{}"})})
    assert packages.PREVIOUS in told("a.zipkg", nested)


def test_facts_of_the_manifest_are_signed(case: Case) -> None:
    def edit(parts: Parts) -> None:
        facts = json.loads(parts[packages.MANIFEST])
        parts[packages.MANIFEST] = json.dumps({**facts, "unit": "Satker Lain"}).encode()

    assert "The contents changed after signing." in told(
        "a.zipkg", edited(case.signed[case.name(".zipkg")], edit)
    )


# --- everything


def test_no_random_byte_changes_the_meaning_unseen(case: Case) -> None:
    """A few each; `python -m tests.signing.byte_changes 1000` tries as many as one likes."""
    chance = random.Random(20261124)
    for suffix, count in ((".pdf", 12), (".xlsx", 150), (".zipkg", 100)):
        name = case.name(suffix)
        assert try_changes(name, case.signed[name], count, chance, []).misses == []


def test_the_same_file_is_still_valid(case: Case, tmp_path: Path) -> None:
    for name, data in case.signed.items():
        (tmp_path / name).write_bytes(data)
        if not name.endswith(".json"):
            assert verify_bytes(name, (tmp_path / name).read_bytes(), []).valid


def test_a_verdict_once_reached_is_for_the_same_bytes_alone(case: Case) -> None:
    """The export verifies its PDF once, beside the package and in it."""
    known: dict[str, Any] = {}
    pdf, package = case.name(".pdf"), case.name(".zipkg")
    assert verify_bytes(pdf, case.signed[pdf], [], known).valid
    assert verify_bytes(package, case.signed[package], [], known).valid
    assert len(known) == 2  # the PDF and the workbook
    broken = samples.flipped(case.signed[pdf], len(case.signed[pdf]) // 2)
    assert not verify_bytes(pdf, broken, [], known).valid
