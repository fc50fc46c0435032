"""The documents usually expected on a question: quiet advice, what is there already ticked."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from zi_desktop.ui.theme import color

_SHORT = 3  # letters; shorter words say nothing


class UsualEvidence(QLabel):
    """`chosen`: a name that is not there yet, by click or by Tab and Enter. Hidden where nothing is usual."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.LinksAccessibleByKeyboard | flags.LinksAccessibleByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.linkActivated.connect(self._chosen)
        self._names: tuple[str, ...] = ()
        self.hide()

    def show_names(self, names: tuple[str, ...], there: tuple[str, ...]) -> None:
        self._names = names
        ink = color("accent").name()
        parts, said = [], []
        for number, name in enumerate(names):
            if any(is_named(name, text) for text in there):
                parts.append(f"✓&nbsp;{escape(name)}")
                said.append(self.tr("{name} (ada)").format(name=name))
            else:
                parts.append(f'<a href="{number}" style="color:{ink}">{escape(name)}</a>')
                said.append(name)
        title = self.tr("Lazimnya:")
        self.setText(f"{escape(title)} " + " · ".join(parts))
        self.setAccessibleName(f"{title} {', '.join(said)}")
        self.setVisible(bool(names))

    def _chosen(self, link: str) -> None:
        self.chosen.emit(self._names[int(link)])


def is_named(name: str, text: str) -> bool:
    """True when every word of a usual name stands in the name of an evidence."""
    words = {word for word in _words(name) if len(word) > _SHORT or word.isupper()}
    return bool(words) and {w.casefold() for w in words} <= {w.casefold() for w in _words(text)}


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text).split()
