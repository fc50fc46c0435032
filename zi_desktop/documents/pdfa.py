"""From ReportLab's bytes to a tagged PDF/A-3b: tag tree, XMP, colour space, attached files."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from zi_desktop.documents.model import Attachment
from zi_desktop.documents.tagging import Element, TaggingCanvas
from zi_desktop.domain.resources import resource_path

_PROFILE = ("documents", "sRGB.icc")


def finished(pdf: bytes, canvas: TaggingCanvas, attachments: Sequence[Attachment]) -> bytes:
    """The document that ``canvas`` drew, as PDF/A-3b. The same input gives the same bytes."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            if "/Trans" in page.obj:
                del page.obj["/Trans"]  # an empty one, which PDF/A forbids
        _add_tags(document, canvas)
        _add_colours(document)
        _attach(document, attachments)
        del document.docinfo["/Trapped"]  # says nothing, and XMP has no place for it
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata.load_from_docinfo(document.docinfo)
            metadata["dc:language"] = {"id-ID"}
            metadata["pdfaid:part"] = "3"
            metadata["pdfaid:conformance"] = "B"
        out = io.BytesIO()
        document.save(
            out,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return out.getvalue()


def _add_tags(document: pikepdf.Pdf, canvas: TaggingCanvas) -> None:
    made: dict[int, pikepdf.Object] = {}
    root = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    pages = [page.obj for page in document.pages]

    def make(element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        node = document.make_indirect(Dictionary(S=Name("/" + element.tag), P=parent))
        made[id(element)] = node
        kids: list[Any] = []
        first: int | None = None
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(make(kid, node))
                continue
            page, number = kid
            if first is None:
                first, node.Pg = page, pages[page]
            kids.append(number if page == first else Dictionary(Type=Name.MCR, Pg=pages[page], MCID=number))
        if kids:
            node.K = kids[0] if len(kids) == 1 else Array(kids)
        if element.alt:
            node.Alt = String(element.alt)
        attributes = _attributes(element)
        if attributes is not None:
            node.A = attributes
        return node

    root.K = Array([make(canvas.tree, root)])
    numbers = Array()
    for index, marked in enumerate(canvas.marked):
        numbers.append(index)
        numbers.append(document.make_indirect(Array([made[id(element)] for element in marked])))
        pages[index].StructParents = index
        pages[index].Tabs = Name.S
    root.ParentTree = document.make_indirect(Dictionary(Nums=numbers))
    root.ParentTreeNextKey = len(canvas.marked)
    document.Root.StructTreeRoot = root
    document.Root.MarkInfo = Dictionary(Marked=True)
    document.Root.Lang = String("id-ID")
    document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _attributes(element: Element) -> pikepdf.Object | None:
    if element.box is not None:
        box = Array([round(edge, 2) for edge in element.box])
        return Dictionary(O=Name.Layout, BBox=box, Placement=Name.Block)
    columns, rows = element.spans
    if not element.scope and element.spans == (1, 1):
        return None
    cell = Dictionary(O=Name.Table)
    if element.scope:
        cell.Scope = Name("/" + element.scope)
    if columns > 1:
        cell.ColSpan = columns
    if rows > 1:
        cell.RowSpan = rows
    return cell


def _add_colours(document: pikepdf.Pdf) -> None:
    profile = document.make_stream(resource_path(*_PROFILE).read_bytes())
    profile.N = 3
    profile.Alternate = Name.DeviceRGB
    document.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB"),
                Info=String("sRGB"),
                DestOutputProfile=profile,
            )
        ]
    )


def _attach(document: pikepdf.Pdf, attachments: Sequence[Attachment]) -> None:
    for item in attachments:
        file = pikepdf.AttachedFileSpec(
            document,
            item.data,
            filename=item.name,
            mime_type=item.media,
            description=item.description,
            relationship=Name("/" + item.relationship),
        )
        document.attachments[item.name] = file
    if attachments:
        document.Root.AF = Array([document.attachments[item.name].obj for item in attachments])
