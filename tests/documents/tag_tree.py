"""The tag tree of a PDF as another library sees it, and whether everything painted hangs on it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Dictionary, Name, Operator, Pdf

_PAINTS = {
    Operator(o) for o in ("Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh")
}


@dataclass
class Node:
    tag: str
    alt: str = ""
    scope: str = ""
    columns: int = 1
    kids: list[Node] = field(default_factory=list)
    contents: list[tuple[int, int]] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, *tags: str) -> list[Node]:
        return [node for node in self.walk() if node.tag in tags]


def tag_tree(pdf: bytes) -> Node:
    """The tree, after checking that pages, content and parent tree agree on it."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root.StructTreeRoot
        pages = {page.obj.objgen: index for index, page in enumerate(document.pages)}
        (top,) = root.K
        owners: dict[tuple[int, int], tuple[int, int]] = {}
        tree = _node(top, root, pages, owners)
        numbers = root.ParentTree.Nums
        parents = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        for index, page in enumerate(document.pages):
            marked = _marked(document, index)
            listed = list(parents[int(page.obj.StructParents)])
            assert marked == set(range(len(listed))), f"page {index + 1}"
            for number, parent in enumerate(listed):
                assert owners[index, number] == parent.objgen
        assert len(owners) == sum(len(parent) for parent in parents.values())
    return tree


def _node(
    item: Dictionary,
    parent: Dictionary,
    pages: dict[tuple[int, int], int],
    owners: dict[tuple[int, int], tuple[int, int]],
) -> Node:
    assert item.P.objgen == parent.objgen
    attributes = item.get("/A", {})
    node = Node(
        str(item.S)[1:],
        str(item.get("/Alt", "")),
        str(attributes.get("/Scope", ""))[1:],
        int(attributes.get("/ColSpan", 1)),
    )
    kids = item.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array | list) else [kids]:
        if isinstance(kid, int):
            content = (pages[item.Pg.objgen], kid)
        elif kid.get("/Type") == Name.MCR:
            content = (pages[kid.Pg.objgen], int(kid.MCID))
        else:
            node.kids.append(_node(kid, item, pages, owners))
            continue
        assert content not in owners
        owners[content] = item.objgen
        node.contents.append(content)
    return node


def _marked(document: Pdf, index: int) -> set[int]:
    """The content ids of a page; fails for anything that is painted outside of marks."""
    found: set[int] = set()
    depth = 0
    for operands, operator in pikepdf.parse_content_stream(document.pages[index]):
        if operator == Operator("BDC"):
            assert depth == 0, "marks within marks"
            depth += 1
            if "/MCID" in operands[1]:
                found.add(int(operands[1].MCID))
            else:
                assert operands[0] == Name.Artifact
        elif operator == Operator("EMC"):
            depth -= 1
        elif operator in _PAINTS:
            assert depth == 1, f"page {index + 1}: {operator} {operands} belongs to nothing"
    assert depth == 0
    return found
