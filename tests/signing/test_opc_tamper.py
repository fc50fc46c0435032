"""What other verifiers let pass, ours must not: added parts and relationships, wrapping, stripping, zip
tricks."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from tests.signing import samples
from tests.signing.conftest import People
from tests.signing.samples import Parts, edited, flipped, replaced
from zi_desktop.signing.verdicts import Verdict
from zi_desktop.signing.verify import verify_xlsx

Edit = Callable[[Parts], object]
SIG1, SIG2 = "_xmlsignatures/sig1.xml", "_xmlsignatures/sig2.xml"
TYPES = "[Content_Types].xml"
ORIGIN_RELATIONSHIPS = "_xmlsignatures/_rels/origin.sigs.rels"
BOOK_RELATIONSHIPS = "xl/_rels/workbook.xml.rels"
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = b"http://schemas.openxmlformats.org/package/2006/relationships"


def also(*edits: Edit) -> Edit:
    def edit(parts: Parts) -> None:
        for one in edits:
            one(parts)

    return edit


def added(name: str, data: bytes = b"x") -> Edit:
    return lambda parts: parts.update({name: data})


def removed(*names: str) -> Edit:
    return lambda parts: [parts.pop(name) for name in names]


def related(part: str, kind: bytes, target: bytes, mode: bytes = b"Internal") -> Edit:
    line = b'<Relationship Id="rIdX" Type="%s" Target="%s" TargetMode="%s"/>' % (kind, target, mode)
    return replaced(part, b"</Relationships>", line + b"</Relationships>")


def without(part: str, pattern: bytes) -> Edit:
    def edit(parts: Parts) -> None:
        parts[part], count = re.subn(pattern, b"", parts[part])
        assert count

    return edit


ATTACKS: dict[str, Edit] = {
    "part nobody points to": added("xl/lain.bin"),
    "part beside the signatures": added("_xmlsignatures/lain.xml"),
    "part with a declared type": also(
        added("xl/lain.bin"),
        replaced(TYPES, b"</Types>", b'<Default Extension="bin" ContentType="application/x"/></Types>'),
    ),
    "part reached by a new relationship": also(
        added("xl/lain.xml", b"<x/>"), related(BOOK_RELATIONSHIPS, OFFICE + b"/externalLink", b"lain.xml")
    ),
    "relationship to the outside": related(
        BOOK_RELATIONSHIPS, OFFICE + b"/externalLink", b"https://contoh.invalid/x.xlsx", b"External"
    ),
    "relationship at the root": related("_rels/.rels", OFFICE + b"/customXml", b"xl/workbook.xml"),
    "relationships of a part that had none": added(
        "xl/_rels/styles.xml.rels",
        b'<Relationships xmlns="%s"><Relationship Id="r1" Type="%s/image" Target="a.png"/></Relationships>'
        % (PACKAGE, OFFICE),
    ),
    "unsigned kind of relationship, but not at the root": also(
        added("xl/lain.xml", b"<x/>"),
        related(BOOK_RELATIONSHIPS, PACKAGE + b"/metadata/core-properties", b"lain.xml"),
    ),
    "second part passing as core properties": also(
        added("xl/lain.xml", b"<x/>"),
        related("_rels/.rels", PACKAGE + b"/metadata/core-properties", b"xl/lain.xml"),
    ),
    "two relationships with one id": replaced(
        BOOK_RELATIONSHIPS,
        b"</Relationships>",
        b'<Relationship Id="rId1" Type="%s/theme" Target="x.xml"/></Relationships>' % OFFICE,
    ),
    "content type of a signed part": replaced(
        TYPES, b"spreadsheetml.sheet.main+xml", b"spreadsheetml.template.main+xml"
    ),
    "macro content type": replaced(
        TYPES,
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    ),
    "part removed": removed("xl/styles.xml"),
    "part renamed in case only": lambda parts: parts.update({"xl/Styles.xml": parts.pop("xl/styles.xml")}),
    "signature part removed": removed(SIG2),
    "signature unlinked": without(ORIGIN_RELATIONSHIPS, b"<Relationship [^>]*sig2[^>]*/>"),
    "signature removed and unlinked, still declared": also(
        removed(SIG2), without(ORIGIN_RELATIONSHIPS, b"<Relationship [^>]*sig2[^>]*/>")
    ),
    "all signatures unlinked": without(ORIGIN_RELATIONSHIPS, b"<Relationship .*/>"),
    "all signatures unlinked at the root": without(
        "_rels/.rels", b"<Relationship [^>]*digital-signature/origin[^>]*/>"
    ),
    "signature linked twice": replaced(
        ORIGIN_RELATIONSHIPS,
        b"</Relationships>",
        b'<Relationship Id="rId9" Type="%s/digital-signature/signature" Target="sig1.xml"/></Relationships>'
        % PACKAGE,
    ),
    "signature type no longer declared so": replaced(
        ORIGIN_RELATIONSHIPS, b"digital-signature/signature", b"digital-signature/certificate"
    ),
    "comment of the signer": replaced(SIG1, b"Menyetujui kertas", b"Menolak kertas"),
    "role of the signer": replaced(SIG1, b">Ketua Tim<", b">Ketua BPK<"),
    "time of the signature": replaced(SIG1, b"<mdssi:Value>20", b"<mdssi:Value>19"),
    "signature swapped for the other": lambda parts: parts.update({SIG1: parts[SIG2]}),
    "text outside the signed elements": replaced(SIG1, b"<SignatureValue>", b"Sah<SignatureValue>"),
    "element outside the signed elements": replaced(
        SIG1, b"<SignatureValue>", b"<Object><x/></Object><SignatureValue>"
    ),
    "XML entity": replaced(SIG1, b"<Signature ", b'<!DOCTYPE x [<!ENTITY e "x">]><Signature '),
    "XML entity from a file": replaced(
        "_rels/.rels",
        b"<Relationships",
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><Relationships',
    ),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_attacks_are_refused(name: str, signed_xlsx: bytes, people: People) -> None:
    verdict = verify_xlsx(edited(signed_xlsx, ATTACKS[name]), people.roots)
    assert not verdict.valid
    assert all_problems(verdict)


def test_the_properties_every_program_rewrites_may_change(signed_xlsx: bytes, people: People) -> None:
    change = also(
        replaced(
            "docProps/core.xml", b"</cp:coreProperties>", b"<dc:title>Lain</dc:title></cp:coreProperties>"
        ),
        replaced("docProps/app.xml", b"Microsoft Excel", b"LibreOffice"),
    )
    assert verify_xlsx(edited(signed_xlsx, change), people.roots).valid


def test_an_altered_signature_leaves_the_other_intact(signed_xlsx: bytes, people: People) -> None:
    verdict = verify_xlsx(edited(signed_xlsx, ATTACKS["comment of the signer"]), people.roots)
    assert [s.intact for s in verdict.signatures] == [False, True]


def test_every_part_is_covered(signed_xlsx: bytes, people: People) -> None:
    """One flipped bit in any part is found, but for the two properties parts."""
    parts = samples.unpack(signed_xlsx)
    for name, data in parts.items():
        if name in ("docProps/core.xml", "docProps/app.xml") or not data:
            continue
        # not every line of the root's relationships is signed: those of the two properties parts are not
        where = data.index(b"xl/workbook.xml") if name == "_rels/.rels" else len(data) // 2
        broken = samples.pack({**parts, name: flipped(data, where)})
        assert not verify_xlsx(broken, people.roots).valid, name


def test_no_flipped_bit_in_a_signature_passes(signed_xlsx: bytes, people: People) -> None:
    parts = samples.unpack(signed_xlsx)
    start = parts[SIG1].index(b"<Signature")  # before it stands the XML declaration, which says nothing
    # the last certificate is the root's own, sent along for convenience: what counts is the root one trusts
    end = parts[SIG1].rindex(b"<xd:EncapsulatedX509Certificate>")
    for position in range(start, end, 113):
        broken = samples.pack({**parts, SIG1: flipped(parts[SIG1], position)})
        assert not verify_xlsx(broken, people.roots).valid, position


def test_no_flipped_bit_in_the_file_gives_a_traceback(signed_xlsx: bytes, people: People) -> None:
    for position in range(0, len(signed_xlsx), 97):
        verify_xlsx(flipped(signed_xlsx, position, 0x10), people.roots)


def test_wrapping_is_refused(signed_xlsx: bytes, people: People) -> None:
    """The signed manifest is moved aside, and another with the same id stands where it stood."""

    def wrap(parts: Parts) -> None:
        match = re.search(rb'<Object Id="idPackageObject">.*?</Object>', parts[SIG1], re.DOTALL)
        assert match
        forged = match[0].replace(b"<DigestValue>", b"<DigestValue>A")
        hidden = b"<Object>" + match[0] + b"</Object>"
        parts[SIG1] = parts[SIG1].replace(match[0], forged + hidden)

    assert not verify_xlsx(edited(signed_xlsx, wrap), people.roots).valid


def test_a_reference_moved_to_the_side_is_refused(signed_xlsx: bytes, people: People) -> None:
    def rename(parts: Parts) -> None:
        parts[SIG1] = parts[SIG1].replace(b'Id="idPackageObject"', b'Id="idLain"')

    assert not verify_xlsx(edited(signed_xlsx, rename), people.roots).valid


def test_another_certificate_is_refused(signed_xlsx: bytes, people: People) -> None:
    other = base64.b64encode(people.root.certificate.public_bytes(Encoding.DER))

    def swap(parts: Parts) -> None:
        parts[SIG1] = re.sub(rb"(<X509Certificate>)[^<]*", rb"\g<1>" + other, parts[SIG1], count=1)

    assert not verify_xlsx(edited(signed_xlsx, swap), people.roots).valid


def test_data_around_the_zip_is_refused(signed_xlsx: bytes, people: People) -> None:
    for data in (b"MZ" + signed_xlsx, signed_xlsx + b"\0" * 10, signed_xlsx + signed_xlsx):
        assert not verify_xlsx(data, people.roots).valid


def test_an_entry_the_directory_does_not_list_is_refused(signed_xlsx: bytes, people: People) -> None:
    """A reader that walks the file from its start would see this hidden part."""
    with zipfile.ZipFile(io.BytesIO(signed_xlsx)) as archive:
        directory = archive.start_dir
    hidden = io.BytesIO()
    with zipfile.ZipFile(hidden, "w") as archive:
        archive.writestr("xl/tersembunyi.xml", b"<x/>")
    local = hidden.getvalue()[: hidden.getvalue().index(b"PK\x01\x02")]
    end = bytearray(signed_xlsx[directory:])
    where = end.rindex(b"PK\x05\x06") + 16
    end[where : where + 4] = (directory + len(local)).to_bytes(4, "little")
    assert not verify_xlsx(signed_xlsx[:directory] + local + bytes(end), people.roots).valid


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
@pytest.mark.parametrize(
    "name", ["xl/styles.xml", "xl/STYLES.xml", "xl/%73tyles.xml", "/xl/a.xml", "../a.xml"]
)
def test_a_second_or_unlawful_part_name_is_refused(name: str, signed_xlsx: bytes, people: People) -> None:
    buffer = io.BytesIO(signed_xlsx)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(name, b"<lain/>")
    verdict = verify_xlsx(buffer.getvalue(), people.roots)
    assert not verdict.valid
    assert verdict.problems


def all_problems(verdict: Verdict) -> list[object]:
    return [*verdict.problems, *(s.problem for s in verdict.signatures if s.problem)]
