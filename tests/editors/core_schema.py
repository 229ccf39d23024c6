"""YAML as editors read it: the core schema of YAML 1.2, where numbers and true have types and days are text."""

from __future__ import annotations

import re
from typing import Any

import yaml

_NULL = re.compile(r"~|null|Null|NULL|")
_BOOLEAN = re.compile(r"true|True|TRUE|false|False|FALSE")
_INTEGER = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


def typed(text: str) -> Any:
    """What an editor sees in a scalar without quotes."""
    if _NULL.fullmatch(text):
        return None
    if _BOOLEAN.fullmatch(text):
        return text.lower() == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    return float(re.sub(r"\.(?=inf|nan)", "", text.lower())) if _FLOAT.fullmatch(text) else text


class _Loader(yaml.CSafeLoader):
    """PyYAML without its own idea of types."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way to have none


def _scalar(_loader: _Loader, node: yaml.ScalarNode) -> Any:
    return node.value if node.style else typed(node.value)


_Loader.add_constructor("tag:yaml.org,2002:str", _scalar)


def load(text: str) -> Any:
    """A document as an editor sees it."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
