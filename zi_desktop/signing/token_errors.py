"""What can go wrong with a token, told to the person who holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pkcs11

from zi_desktop.domain.errors import Text, ZiError
from zi_desktop.signing.token_place import TokenPlace


@contextmanager
def told(module: str) -> Iterator[None]:
    """Turns what the token's library answers into ZiError."""
    try:
        yield
    except (pkcs11.PinIncorrect, pkcs11.PinInvalid, pkcs11.PinLenRange) as error:
        raise wrong_pin("") from error
    except pkcs11.PinLocked as error:
        raise ZiError(
            "pin-locked",
            Text("PIN token terkunci.", "The token's PIN is locked."),
            remedy=Text(
                "Buka dengan PUK, atau hubungi penerbitnya.", "Unlock it with the PUK, or ask its issuer."
            ),
        ) from error
    except (pkcs11.TokenNotPresent, pkcs11.DeviceRemoved, pkcs11.NoSuchToken) as error:
        raise no_token("", []) from error
    except pkcs11.PKCS11Error as error:
        raise ZiError(
            "token-failed",
            Text(
                f"Token tidak dapat menandatangani ({type(error).__name__}).",
                f"The token cannot sign ({type(error).__name__}).",
            ),
            where=module,
            remedy=Text("Cabut, pasang lagi, lalu ulangi.", "Unplug it, plug it in again and retry."),
        ) from error


def no_module(module: str) -> ZiError:
    return ZiError(
        "token-module",
        Text("Pustaka PKCS#11 token tidak dapat dimuat.", "The token's PKCS#11 library cannot be loaded."),
        where=module,
        remedy=Text(
            "Pasang program dari pembuat token, lalu pilih berkas .dll atau .so-nya.",
            "Install the token maker's software and choose its .dll or .so file.",
        ),
    )


def no_token(label: str, known: Sequence[str]) -> ZiError:
    there = ", ".join(known)
    return ZiError(
        "no-token",
        Text(
            f"Token {label} tidak ditemukan." if label else "Tidak ada token yang terpasang.",
            f"The token {label} was not found." if label else "No token is plugged in.",
        ),
        where=label,
        remedy=Text(
            f"Yang terpasang: {there}." if there else "Pasang token atau kartunya, lalu ulangi.",
            f"Plugged in: {there}." if there else "Plug in the token or card and retry.",
        ),
    )


def many_tokens(labels: Sequence[str]) -> ZiError:
    names = ", ".join(labels)
    return ZiError(
        "many-tokens",
        Text("Lebih dari satu token yang cocok.", "More than one token fits."),
        remedy=Text(f"Sebut satu: {names}.", f"Name one: {names}."),
    )


def wrong_pin(label: str) -> ZiError:
    return ZiError(
        "wrong-pin",
        Text("PIN token salah.", "The token's PIN is wrong."),
        where=label,
        remedy=Text(
            "Ketik ulang; setelah beberapa kali salah token terkunci.",
            "Type it again; after a few wrong ones the token locks itself.",
        ),
    )


def no_key(place: TokenPlace, known: Sequence[str]) -> ZiError:
    there = ", ".join(known)
    return ZiError(
        "no-key",
        Text("Token tidak memuat kunci privat itu.", "The token holds no such private key."),
        where=place.key or place.token,
        remedy=Text(
            f"Kunci yang ada: {there}." if there else "Periksa nama kunci, atau pakai token lain.",
            f"Keys that are there: {there}." if there else "Check the key's name, or use another token.",
        ),
    )


def many_keys(labels: Sequence[str]) -> ZiError:
    names = ", ".join(labels)
    return ZiError(
        "many-keys",
        Text("Lebih dari satu kunci yang cocok pada token ini.", "More than one key on this token fits."),
        remedy=Text(f"Sebut satu: {names}.", f"Name one: {names}."),
    )


def no_certificate(label: str) -> ZiError:
    return ZiError(
        "no-certificate",
        Text("Kunci pada token ini tidak bersertifikat.", "The key on this token has no certificate."),
        where=label,
        remedy=Text("Minta penerbitnya menaruh sertifikat di token.", "Have its issuer put it on the token."),
    )


def mismatch(label: str) -> ZiError:
    return ZiError(
        "key-mismatch",
        Text(
            "Kunci dan sertifikat pada token tidak berpasangan.",
            "Key and certificate on the token do not belong together.",
        ),
        where=label,
    )
