"""From ReportLab's bytes to a tagged PDF/A-3b: tag tree, XMP, colour space, attached files."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from zi_desktop.documents.model import Attachment
from zi_desktop.documents.tagging import Element, TaggingCanvas
from zi_desktop.domain.resources import resource_path

_PROFILE = ("documents", "sRGB.icc")  # made by lcms, "no copyright, use freely"; version 2, as PDF/A-1 asks

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>id-ID</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>
<xmp:CreatorTool>{tool}</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def finished(pdf: bytes, canvas: TaggingCanvas, attachments: Sequence[Attachment]) -> bytes:
    """The document that ``canvas`` drew, as PDF/A-3b. The same input gives the same bytes."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            if "/Trans" in page.obj:
                del page.obj["/Trans"]  # an empty one, which PDF/A forbids
        _add_tags(document, canvas)
        _add_colours(document)
        _attach(document, attachments)
        for empty in ("/Trapped", "/Keywords"):  # they say nothing, and would have to say so in XMP too
            del document.docinfo[empty]
        _describe(document)
        out = io.BytesIO()
        document.save(
            out,
            min_version="1.7",
            # Streams of objects would be smaller; who verifies reads such a stream anew for each object.
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
        )
    return out.getvalue()


def _describe(document: pikepdf.Pdf) -> None:
    """The document's own data again as XMP. Not through pikepdf: PDFBox reads no name spaces that are
    declared on the properties."""
    info = {name: escape(str(value)) for name, value in document.docinfo.items()}
    when = re.sub(r"D:(....)(..)(..)(..)(..)(..).*", r"\1-\2-\3T\4:\5:\6+00:00", info["/CreationDate"])
    stream = document.make_stream(
        _XMP.format(
            title=info["/Title"],
            author=info["/Author"],
            subject=info["/Subject"],
            producer=info["/Producer"],
            tool=info["/Creator"],
            when=when,
        ).encode()
    )
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    document.Root.Metadata = stream


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
