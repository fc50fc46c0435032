"""Signing with pyHanko: an identity as its signer, and the role as a CAdES claimed attribute
(signer-attributes-v2).

The role is carried as the X.520 attribute `title` (2.5.4.12): a signed, structured place that survives
where free text such as a PDF's /Reason could be rephrased by whoever prints it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from asn1crypto import cms, core
from cryptography.hazmat.primitives.asymmetric import rsa
from pyhanko.keys.internal import translate_pyca_cryptography_cert_to_asn1
from pyhanko.sign.ades.api import CAdESSignedAttrSpec, SignerAttrSpec
from pyhanko.sign.general import (
    MultivaluedAttributeError,
    NonexistentAttributeError,
    SigningError,
    find_unique_cms_attribute,
)
from pyhanko.sign.signers import Signer
from pyhanko_certvalidator.registry import SimpleCertificateStore

from zi_desktop.signing.identities import Identity
from zi_desktop.signing.private_key import sign_sha256

TITLE = "2.5.4.12"
T = TypeVar("T")


class _IdentitySigner(Signer):
    """Its key may be on a token, so it is asked for a signature and never for itself."""

    def __init__(self, identity: Identity) -> None:
        store: Any = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        store.register_multiple([translate_pyca_cryptography_cert_to_asn1(c) for c in identity.chain])
        super().__init__(
            signing_cert=translate_pyca_cryptography_cert_to_asn1(identity.certificate), cert_registry=store
        )
        self._identity = identity

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        if digest_algorithm != "sha256":
            raise SigningError(digest_algorithm)
        if dry_run:  # only its length counts, which a token need not be asked for
            return bytes(_longest(self._identity))
        return sign_sha256(self._identity.key, data)


def pyhanko_signer(identity: Identity) -> Signer:
    """pyHanko's signer of this identity, for SHA-256; its chain is embedded in every signature."""
    return _IdentitySigner(identity)


def _longest(identity: Identity) -> int:
    """Bytes that a signature takes at most; ECDSA's two numbers come in DER."""
    public = identity.certificate.public_key()
    size = (public.key_size + 7) // 8  # type: ignore[union-attr]
    return size if isinstance(public, rsa.RSAPublicKey) else 2 * size + 16


def role_claim(role: str) -> CAdESSignedAttrSpec | None:
    """The signed attribute that claims `role`; None for an empty one."""
    if not role:
        return None
    title = cms.AttCertAttribute({"type": TITLE, "values": [core.Any(core.UTF8String(role))]})
    return CAdESSignedAttrSpec(signer_attributes=SignerAttrSpec(claimed_attrs=[title], certified_attrs=[]))


def read_role(signer_info: Any) -> str | None:
    """The role claimed in a `SignerInfo`, or None; whether the signature holds is the caller's question."""
    try:
        attributes = find_unique_cms_attribute(signer_info["signed_attrs"], "signer_attributes_v2")
        for claimed in attributes["claimed_attributes"]:
            if claimed["type"].dotted == TITLE:
                return str(claimed["values"][0].parse().native)
    except (
        NonexistentAttributeError,
        MultivaluedAttributeError,
        ValueError,
        TypeError,
        KeyError,
        IndexError,
    ):
        return None
    return None


def frame_is_sound(der: bytes) -> bool:
    """Whether the unsigned frame of a CMS signature agrees with the one signature in it (RFC 5652 §5.1).

    `der` may be padded behind its end, as in PDF files; inside, nothing may be left over.
    """
    content_info = cms.ContentInfo.load(der)
    if len(content_info.contents) != sum(
        len(content_info[name].dump()) for name in ("content_type", "content")
    ):
        return False
    signed_data = content_info["content"]
    (signer_info,) = signed_data["signer_infos"]
    digests = [algorithm.dump() for algorithm in signed_data["digest_algorithms"]]
    return (
        signed_data["version"].native in ("v1", "v3", "v4", "v5")
        and signer_info["version"].native in ("v1", "v3")
        and digests == [signer_info["digest_algorithm"].dump()]
    )


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """pyHanko's asynchronous calls, from ordinary code."""
    return asyncio.run(coroutine)
