"""Which cell styles of an .xlsx show a number as a percentage or a date."""

from __future__ import annotations

from zi_desktop.worksheets.workbook_file_sheet import shown_formats


def local_name(name: str) -> str:
    """A tag or attribute without its prefix: some programs write ``x:c`` for ``c``."""
    return name[name.rfind(":") + 1 :]


class StyleReader:
    """Expat's handlers for the styles: what numbers of each cell style are shown as."""

    def __init__(self) -> None:
        self._codes: dict[int, str] = {}
        self._formats: list[int] = []
        self._inside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = local_name(name)
        if local == "cellXfs":
            self._inside = True
        elif local == "xf" and self._inside:
            self._formats.append(int(attributes.get("numFmtId", "0")))
        elif local == "numFmt":
            self._codes[int(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "")

    def end(self, name: str) -> None:
        if local_name(name) == "cellXfs":
            self._inside = False

    def shown_as(self) -> dict[str, str]:
        """What numbers of a style are shown as, by the number that cells name it by."""
        shown = shown_formats(self._codes)
        return {str(i): shown[n] for i, n in enumerate(self._formats) if n in shown}
