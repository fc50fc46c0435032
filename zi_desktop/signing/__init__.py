"""Identities, PAdES, Excel package signatures, detached signatures, trust and verification: bytes in, bytes
out.

Import the modules themselves (`from zi_desktop.signing import verify`): this one stays empty of pyHanko,
lxml and cryptography so that importing the room costs nothing. The front doors are `identities`
(`load_pkcs12`, `make_self_signed`), `pades` (`sign_pdf_with`), `opc` (`sign_xlsx_with`), `cms`
(`sign_detached`) and `verify`.
"""
