"""What a signed PDF was when it was signed, and the files it carries."""

from __future__ import annotations

import io
import re
from typing import Any

from pyhanko.pdf_utils.reader import PdfFileReader

from zi_desktop.domain.errors import ZiError

MAX_ATTACHMENTS = 50
MAX_ATTACHED_BYTES = 50 * 1024 * 1024
_MAX_DEPTH = 20


def signed_state(data: bytes) -> bytes | None:
    """The PDF as the first signature that still holds signed it: a beginning of `data`, itself a PDF; None
    when no signature holds. What was appended later, allowed or not, is not in it."""
    from zi_desktop.signing.pdf_verify import verify_document

    for match in re.finditer(rb"/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)\s*\]", data):
        before, resume, rest = (int(number) for number in match.groups())
        state = data[: resume + rest]
        if not before < resume <= len(state) == resume + rest:
            continue
        try:
            signatures = verify_document(state, []).signatures
        except ZiError:  # damaged within this very state
            continue
        if signatures and signatures[-1].intact and signatures[-1].covers == "all":
            return state
    return None


def document_of(data: bytes) -> str:
    """The id of the document that the signature fields name (see `signer`); empty when none does."""
    from pyhanko.sign.fields import enumerate_sig_fields

    from zi_desktop.signing.signer import read_field_label

    try:
        fields = enumerate_sig_fields(PdfFileReader(io.BytesIO(data)))
        labels = [str(field.get_object().get("/TU", "")) for _, _, field in fields]
    except Exception:  # hostile input: whatever the library stumbles over
        return ""
    return next((document for label in labels if (document := read_field_label(label)[1])), "")


def attached_files(data: bytes) -> dict[str, bytes]:
    """The embedded files by name; nothing for a PDF that cannot be read so far, or whose files are absurd."""
    try:
        root = PdfFileReader(io.BytesIO(data)).root
        return _files_in(_value(_value(root, "/Names", {}), "/EmbeddedFiles", {}), 0)
    except Exception:  # hostile input: whatever the library stumbles over
        return {}


def _value(dictionary: Any, key: str, default: Any) -> Any:
    """An entry, followed to where it stands."""
    return dictionary[key].get_object() if key in dictionary else default


def _files_in(node: Any, depth: int) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for specification in list(_value(node, "/Names", []))[1::2]:
        file = specification.get_object()
        stream = _value(_value(file, "/EF", {}), "/F", None)
        found[str(file.get("/UF", file.get("/F", "")))] = bytes(stream.data)
    if depth < _MAX_DEPTH:
        for kid in list(_value(node, "/Kids", [])):
            found |= _files_in(kid.get_object(), depth + 1)
    if len(found) > MAX_ATTACHMENTS or sum(map(len, found.values())) > MAX_ATTACHED_BYTES:
        raise ValueError("too much")
    return found
