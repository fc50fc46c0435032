"""What the window remembers about itself between two runs; never anything about an evaluation's content."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QByteArray, QSettings

from zi_desktop.domain.errors import Language
from zi_desktop.ui.theme import ThemeChoice, scale_of


class Preferences:
    def __init__(self, settings: QSettings) -> None:
        self._settings = settings
        self._questions: dict[str, str] = {}

    @property
    def language(self) -> Language:
        return "en" if self._settings.value("language") == "en" else "id"

    @language.setter
    def language(self, value: Language) -> None:
        self._settings.setValue("language", value)

    @property
    def theme(self) -> ThemeChoice:
        value = self._settings.value("theme")
        return cast(ThemeChoice, value) if value in ("light", "dark") else "system"

    @theme.setter
    def theme(self, value: ThemeChoice) -> None:
        self._settings.setValue("theme", value)

    @property
    def text_scale(self) -> int:
        """Size of all texts in percent."""
        return scale_of(self._settings.value("text_scale"))

    @text_scale.setter
    def text_scale(self, value: int) -> None:
        self._settings.setValue("text_scale", value)

    @property
    def geometry(self) -> QByteArray:
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("geometry", value)

    @property
    def place(self) -> str:
        """The evaluation that was open when the window was closed; empty at the list."""
        return str(self._settings.value("place", ""))

    @place.setter
    def place(self, evaluation_id: str) -> None:
        self._settings.setValue("place", evaluation_id)

    @property
    def token_module(self) -> str:
        """The file of the PKCS#11 library that was last asked for tokens; it is this computer's."""
        return str(self._settings.value("token_module", ""))

    @token_module.setter
    def token_module(self, value: str) -> None:
        self._settings.setValue("token_module", value)

    def view(self, name: str) -> str:
        """How a part of the window was left; empty when nobody has arranged it."""
        return str(self._settings.value(f"view/{name}", ""))

    def keep_view(self, name: str, value: str) -> None:
        self._settings.setValue(f"view/{name}", value)

    def question_of(self, evaluation_id: str) -> str:
        """The question that was on the card when this evaluation was left."""
        if evaluation_id in self._questions:
            return self._questions[evaluation_id]
        return str(self._settings.value(f"question/{evaluation_id}", ""))

    def remember_question(self, evaluation_id: str, code: str) -> None:
        """Written at the next `keep`: every step would write the settings' file."""
        self._questions[evaluation_id] = code

    def keep(self) -> None:
        for evaluation_id, code in self._questions.items():
            self._settings.setValue(f"question/{evaluation_id}", code)
        self._questions.clear()
