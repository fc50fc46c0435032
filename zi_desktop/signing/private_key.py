"""How a private key signs, wherever it is: in memory or on a token."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    from zi_desktop.signing.token import TokenKey

    PrivateKey: TypeAlias = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | TokenKey


def sign_sha256(key: PrivateKey, data: bytes) -> bytes:
    """RSA: PKCS#1 v1.5; ECDSA: DER; both over SHA-256 of ``data``. Raises ZiError as `TokenKey.sign`."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(data, padding.PKCS1v15(), hashes.SHA256())
    if isinstance(key, ec.EllipticCurvePrivateKey):
        return key.sign(data, ec.ECDSA(hashes.SHA256()))
    return key.sign(data)
