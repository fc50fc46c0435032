"""Signing workbooks, judged by our verifier and by LibreOffice and Apache POI, which must agree on damage
too."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest

from tests.signing import pki, samples
from tests.signing.conftest import People
from tests.signing.samples import edited, replaced
from tests.verifiers import libreoffice_xlsx_signatures, poi_verify
from zi_desktop.domain.errors import ZiError
from zi_desktop.signing.opc import XlsxSigner, sign_xlsx, sign_xlsx_with
from zi_desktop.signing.verify import verify_xlsx

SHEET = "xl/worksheets/sheet1.xml"
BOOK_RELATIONSHIPS = "xl/_rels/workbook.xml.rels"


class Others(NamedTuple):
    """What the two other programs say of one file: one bool for each signature."""

    libreoffice: list[bool]
    poi: list[bool]


def openpyxl_book() -> bytes:
    """Another producer's package: its relationships are written differently."""
    book = openpyxl.Workbook()
    for number in range(12):  # more than nine relationships: their ids sort as text
        book.create_sheet(f"Contoh {number}")["A1"] = number
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def spaced_book() -> bytes:
    """A package with white space between relationships, which LibreOffice's own files have too."""

    def space(parts: samples.Parts) -> None:
        for name in [name for name in parts if name.endswith(".rels")]:
            parts[name] = parts[name].replace(b"<Relationship ", b"\n  <Relationship ")

    return edited(samples.sample_xlsx(), space)


# the other programs see these as we do …
VISIBLE_CHANGES = {
    "cell": replaced(SHEET, b"<v>3</v>", b"<v>4</v>"),
    "formula": replaced(SHEET, b"SUM(B2:B6)", b"SUM(B2:B5)"),
    "style": replaced("xl/styles.xml", b"1F3864", b"FFFFFF"),
    "shared string": replaced("xl/sharedStrings.xml", b"A.I.1", b"A.I.2"),
    "relationship target": replaced(BOOK_RELATIONSHIPS, b"worksheets/sheet2.xml", b"worksheets/sheet1.xml"),
    "own property": replaced("docProps/custom.xml", b"zi-2021", b"zi-2014"),
}


@pytest.fixture(scope="module")
def files(people: People, signed_xlsx: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """All workbooks for the other programs, so that each of them starts only once."""
    ketua = XlsxSigner(people.ketua, "Ketua Tim")
    contents = {
        "dua penanda": signed_xlsx,
        "satu penanda": sign_xlsx(samples.sample_xlsx(), people.ketua, role="Ketua Tim"),
        "ecdsa saja": sign_xlsx(samples.sample_xlsx(), people.anggota, role="Anggota Tim"),
        "openpyxl": sign_xlsx_with(openpyxl_book(), [ketua]),
        "berspasi": sign_xlsx_with(spaced_book(), [ketua]),
        "dikemas ulang": samples.pack(samples.unpack(signed_xlsx)),
        **{name: edited(signed_xlsx, edit) for name, edit in VISIBLE_CHANGES.items()},
    }
    folder = tmp_path_factory.mktemp("xlsx")
    paths = {}
    for name, data in contents.items():
        paths[name] = folder / f"{name}.xlsx"
        paths[name].write_bytes(data)
    return paths


@pytest.fixture(scope="module")
def others(files: dict[str, Path], chain_pem: Path) -> dict[str, Others]:
    paths = list(files.values())
    libreoffice, poi = libreoffice_xlsx_signatures(paths, chain_pem), poi_verify(paths)
    return {
        name: Others([s["valid"] and s["trusted"] for s in libreoffice[path]], poi[path])
        for name, path in files.items()
    }


@pytest.mark.parametrize(
    ("name", "signatures"),
    [
        ("dua penanda", 2),
        ("satu penanda", 1),
        ("ecdsa saja", 1),
        ("openpyxl", 1),
        ("berspasi", 1),
        ("dikemas ulang", 2),
    ],
)
def test_all_agree_that_it_is_valid(
    name: str, signatures: int, files: dict[str, Path], others: dict[str, Others], people: People
) -> None:
    verdict = verify_xlsx(files[name].read_bytes(), people.roots)
    assert verdict.valid, verdict
    assert [s.covers for s in verdict.signatures] == ["all"] * signatures
    assert others[name] == Others([True] * signatures, [True] * signatures)


@pytest.mark.parametrize("name", VISIBLE_CHANGES)
def test_all_agree_that_it_was_changed(
    name: str, files: dict[str, Path], others: dict[str, Others], people: People
) -> None:
    verdict = verify_xlsx(files[name].read_bytes(), people.roots)
    assert not verdict.valid
    assert [s.intact for s in verdict.signatures] == [False, False]
    assert all(s.problem is not None for s in verdict.signatures)
    assert others[name] == Others([False, False], [False, False])


def test_names_roles_and_times_come_back(people: People, signed_xlsx: bytes) -> None:
    first, second = verify_xlsx(signed_xlsx, people.roots).signatures
    assert (first.signer, first.role) == ("Ketua Tim Uji", "Ketua Tim")
    assert (second.signer, second.role) == ("Anggota Tim Uji", "Anggota Tim")
    assert first.time is not None
    assert first.trusted
    assert verify_xlsx(signed_xlsx).signatures[0].trusted is None


def test_a_second_signer_may_come_later(people: People) -> None:
    once = sign_xlsx(samples.sample_xlsx(), people.ketua, role="Ketua Tim")
    twice = sign_xlsx(once, people.anggota, role="Anggota Tim")
    assert [s.role for s in verify_xlsx(twice, people.roots).signatures] == ["Ketua Tim", "Anggota Tim"]
    assert verify_xlsx(twice, people.roots).valid


def test_a_changed_workbook_is_not_signed_over_a_broken_signature(people: People, signed_xlsx: bytes) -> None:
    broken = edited(signed_xlsx, VISIBLE_CHANGES["cell"])
    with pytest.raises(ZiError, match="signature-not-readable-back"):
        sign_xlsx(broken, people.ketua, role="Ketua Tim")


def test_the_signed_workbook_still_reads_the_same(signed_xlsx: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(signed_xlsx), data_only=True)
    assert book["LKE Contoh"]["B7"].value == 15
    before, after = samples.unpack(samples.sample_xlsx()), samples.unpack(signed_xlsx)
    assert all(before[name] == after[name] for name in before if name.startswith("xl/worksheets/sheet"))


def test_markup_in_texts_stays_text(people: People) -> None:
    role = 'Ketua <Tim> & "Anggota" \']]>'
    signed = sign_xlsx(samples.sample_xlsx(), people.ketua, role=role, reason="<!-- uji -->\x0b")
    (only,) = verify_xlsx(signed, people.roots).signatures
    assert only.role == role


def test_an_unfit_identity_or_file_is_refused(people: People) -> None:
    expired = people.identity(pki.Wish("Uji", start=-20, end=-10))
    with pytest.raises(ZiError, match="certificate-expired"):
        sign_xlsx(samples.sample_xlsx(), expired, role="Ketua Tim")
    for data in (b"", b"bukan xlsx", b"PK\x03\x04 rusak"):
        with pytest.raises(ZiError):
            sign_xlsx(data, people.ketua, role="Ketua Tim")


def test_the_same_workbook_signed_at_the_same_time_gives_the_same_bytes(people: People) -> None:
    book, when = samples.sample_xlsx(), dt.datetime.now(dt.UTC)
    first, second = (sign_xlsx(book, people.ketua, role="Ketua Tim", moment=when) for _ in range(2))
    assert first == second
