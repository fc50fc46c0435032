"""Which cell styles of an .xlsx show a number as a percentage."""

from __future__ import annotations

from zi_desktop.worksheets.workbook_file_sheet import PERCENT_FORMATS, is_percent_format


def local_name(name: str) -> str:
    """A tag or attribute without its prefix: some programs write ``x:c`` for ``c``."""
    return name[name.rfind(":") + 1 :]


class StyleReader:
    """Expat's handlers for the styles: which cell styles are percentages."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._formats: list[str] = []
        self._inside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = local_name(name)
        if local == "cellXfs":
            self._inside = True
        elif local == "xf" and self._inside:
            self._formats.append(attributes.get("numFmtId", ""))
        elif local == "numFmt":
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")

    def end(self, name: str) -> None:
        if local_name(name) == "cellXfs":
            self._inside = False

    def percentages(self) -> frozenset[str]:
        """The numbers of those styles, as cells name them."""
        shown = {n for n, code in self._codes.items() if is_percent_format(code)}
        shown |= {str(number) for number in PERCENT_FORMATS} - self._codes.keys()
        return frozenset(str(i) for i, n in enumerate(self._formats) if n in shown)
