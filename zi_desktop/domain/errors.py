"""What a person is told: bilingual texts, errors a person can mend, and issues found in data."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, NamedTuple

Language = Literal["id", "en"]


class Text(NamedTuple):
    """One sentence in both languages of the program."""

    id: str
    en: str

    def to(self, language: Language) -> str:
        return self.en if language == "en" else self.id


NO_TEXT = Text("", "")


class ZiError(Exception):
    """Something the person in front of the program can mend; never a bug.

    ``code`` is stable and for programs (``not-a-worksheet``), ``where`` names the place
    (``LKE ZI!K8``, a path, a question code; may be empty), ``remedy`` says what to do.
    """

    def __init__(self, code: str, message: Text, *, where: str = "", remedy: Text = NO_TEXT) -> None:
        super().__init__(f"{code}: {message.id}" + (f" [{where}]" if where else ""))
        self.code = code
        self.message = message
        self.where = where
        self.remedy = remedy

    def as_dict(self, language: Language) -> dict[str, str]:
        """The ``error`` object of the command line's JSON (contract.md)."""
        return {
            "code": self.code,
            "message": self.message.to(language),
            "where": self.where,
            "remedy": self.remedy.to(language),
        }


class Severity(StrEnum):
    """``error`` blocks signing off, ``warning`` asks for a look, ``info`` is only told."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Issue(NamedTuple):
    """What the program noticed in data: ``where`` is ``Sheet!K8`` or a question code."""

    code: str
    severity: Severity
    message: Text
    where: str = ""
    remedy: Text = NO_TEXT
    question: str = ""

    @property
    def key(self) -> str:
        """What a reason for letting it stand is kept under."""
        return f"{self.code}@{self.where}"

    def as_dict(self, language: Language) -> dict[str, str]:
        """One entry of ``issues`` in the command line's JSON (contract.md)."""
        return {
            "where": self.where,
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message.to(language),
            "remedy": self.remedy.to(language),
            "question": self.question,
        }
