"""YAML to plain lists, dicts and strings: every scalar stays the text it is, so 0.67 is never a float."""

from __future__ import annotations

from typing import Any, ClassVar

from zi_desktop.domain.errors import Text, ZiError

Plain = str | list["Plain"] | dict[str, "Plain"]


def parse_yaml(text: str) -> Plain:
    """Raises ZiError ``bad-yaml`` (where = line) or ``repeated-key``; tags and merges mean nothing here."""
    import yaml

    class _Scalars(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        yaml_implicit_resolvers: ClassVar[dict[str, object]] = {}

    loader = _Scalars(text)
    try:
        return _plain(loader.get_single_node(), yaml)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"line {mark.line + 1}" if mark is not None else ""
        problem = str(getattr(error, "problem", None) or error).splitlines()[0]
        raise ZiError(
            "bad-yaml", Text(f"Bukan YAML yang utuh: {problem}", f"Not sound YAML: {problem}"), where=line
        ) from error
    finally:
        loader.dispose()


def _plain(node: Any, yaml: Any) -> Plain:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, yaml) for item in node.value]
    if node is None:
        return ""
    result: dict[str, Plain] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in result:
            raise ZiError(
                "repeated-key",
                Text(f"Kunci “{key}” tertulis dua kali", f"The key “{key}” is written twice"),
                where=f"line {key_node.start_mark.line + 1}",
            )
        result[key] = _plain(value_node, yaml)
    return result
