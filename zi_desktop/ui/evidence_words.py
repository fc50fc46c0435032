"""What is known of a piece of evidence, in words and as an icon."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from zi_desktop.domain.evaluation import Evidence, FileFacts
from zi_desktop.domain.media import PDF, TEXT, XLSX, media_of
from zi_desktop.ui.language import language, localise, number

_LINKS = ("http://", "https://")


def is_link(text: str) -> bool:
    return text.lower().startswith(_LINKS) and not any(c.isspace() for c in text)


def icon_name(item: Evidence, facts: FileFacts | None) -> str:
    if not item.file:
        return "link" if is_link(item.text) else "note"
    media = media_of(facts.media if facts else "")
    if media.is_image:
        return "image"
    if media is XLSX:
        return "sheet"
    return "file" if media in (PDF, TEXT) or media.suffix else "clip"


def kind_in_words(item: Evidence, facts: FileFacts | None) -> str:
    if not item.file:
        return (
            QCoreApplication.translate("EvidenceWords", "tautan")
            if is_link(item.text)
            else QCoreApplication.translate("EvidenceWords", "nama dokumen")
        )
    return media_of(facts.media if facts else "").label or QCoreApplication.translate(
        "EvidenceWords", "berkas"
    )


def facts_in_words(item: Evidence, facts: FileFacts | None) -> str:
    """``JPEG · 1,2 MB · difoto 12 Mar 2026 10.15 · 6,1754° LS 106,8274° BT``; empty for a name or link."""
    if not item.file:
        return ""
    parts = [kind_in_words(item, facts)]
    if facts is not None:
        parts += [size_in_words(facts.size), _taken(facts), place_in_words(facts)]
    return " · ".join(part for part in parts if part)


def size_in_words(size: int) -> str:
    if size < 1000:
        return f"{size} B"
    if size < 999_500:
        return f"{number(size / 1000, 0)} KB"
    return f"{number(size / 1_000_000, 1)} MB"


def place_in_words(facts: FileFacts) -> str:
    if facts.latitude is None or facts.longitude is None:
        return ""
    north = (
        QCoreApplication.translate("EvidenceWords", "LS")
        if facts.latitude < 0
        else QCoreApplication.translate("EvidenceWords", "LU")
    )
    east = (
        QCoreApplication.translate("EvidenceWords", "BB")
        if facts.longitude < 0
        else QCoreApplication.translate("EvidenceWords", "BT")
    )
    degrees = [localise(f"{abs(value):.4f}°") for value in (facts.latitude, facts.longitude)]
    return f"{degrees[0]} {north} {degrees[1]} {east}"


def _taken(facts: FileFacts) -> str:
    if not facts.taken_at:
        return ""
    tongue = QLocale.Language.English if language() == "en" else QLocale.Language.Indonesian
    shape = "d MMM yyyy HH:mm" if language() == "en" else "d MMM yyyy HH.mm"
    taken = QDateTime.fromString(facts.taken_at, Qt.DateFormat.ISODate)
    when = QLocale(tongue).toString(taken, shape)
    return QCoreApplication.translate("EvidenceWords", "difoto {when}").format(when=when)
