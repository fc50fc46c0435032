"""A file of any kind → its sheets. What is inside decides how it is read, never the name it goes by."""

from __future__ import annotations

from zi_desktop.worksheets.workbook_csv import open_csv
from zi_desktop.worksheets.workbook_file import MAX_FILE, open_package
from zi_desktop.worksheets.workbook_file_sheet import Workbook
from zi_desktop.worksheets.workbook_ods import is_ods, open_ods
from zi_desktop.worksheets.workbook_refusals import refuse_empty, refuse_too_large
from zi_desktop.worksheets.workbook_xls import open_xls
from zi_desktop.worksheets.workbook_xls_ole import OLE_MAGIC
from zi_desktop.worksheets.workbook_xlsx import open_xlsx

__all__ = ["Workbook", "open_workbook"]


def open_workbook(data: bytes, name: str) -> Workbook:
    """Opens .xlsx, .xlsm, .xls (97 and later), .ods or .csv; ``name`` is what errors call the file.

    Raises ZiError ``empty-file``, ``too-large``, ``encrypted-file``, ``not-a-worksheet``, ``broken-file`` or
    ``hostile-file``; for any bytes within 10 s and 512 MiB. Macros are never run, links never followed.
    """
    if not data:
        refuse_empty(name)
    if len(data) > MAX_FILE:
        refuse_too_large(name)
    if data.startswith(OLE_MAGIC):
        return open_xls(data, name)
    if data.startswith(b"PK"):
        package = open_package(data, name)
        return open_ods(package) if is_ods(package) else open_xlsx(package)
    return open_csv(data, name)
