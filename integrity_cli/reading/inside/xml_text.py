"""The text of XML in office documents; a declaration of entities ends the reading before anything is expanded."""

from __future__ import annotations

from xml.parsers import expat

from integrity_cli.reading.inside.base import labelled

_BREAKS = {"p", "row", "br", "cr", "si", "comment", "text", "author", "property", "sst", "tr"}
_TABS = {"tab", "c", "tc"}
_KEEPS_BLANKS = {"t", "delText", "instrText", "v"}
_TELLING = {"descr", "title", "author", "Target", "alt", "tooltip", "display", "lastModifiedBy", "userName"}
"""Attributes that people fill in, or a program with their name."""


class Forbidden(Exception):
    """The XML declares a document type, with which entities could be defined."""


class _Collector:
    """Collects the characters of a document: runs of a paragraph joined, paragraphs a line each."""

    def __init__(self, *, properties: bool) -> None:
        self.said: list[str] = []
        self._open: list[str] = []
        self._properties = properties
        self._value: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._open.append(_local(name))
        self._value = []
        for key, value in attributes.items():
            if _local(key) in _TELLING:
                self.said.append(f"\n{labelled(_local(key), value)}\n")

    def end(self, name: str) -> None:
        local = self._open.pop()
        if self._properties:
            value = "".join(self._value).strip()
            self.said.append(f"{labelled(local, value)}\n" if value else "")
            self._value = []
        elif local in _BREAKS:
            self.said.append("\n")
        elif local in _TABS:
            self.said.append("\t")

    def characters(self, data: str) -> None:
        if self._properties:
            self._value.append(data)
        elif data.strip() or (self._open and self._open[-1] in _KEEPS_BLANKS):
            self.said.append(data)


def text_of(content: bytes, *, properties: bool = False) -> str:
    """The text of one XML part. Raises `Forbidden`, and ExpatError where it is no XML."""
    collector = _Collector(properties=properties)
    parse(content, collector.start, collector.end, collector.characters)
    return "".join(collector.said)


def parse(content: bytes, start: object, end: object, characters: object) -> None:
    """Runs expat with the document type refused. Raises `Forbidden` and ExpatError."""
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise Forbidden

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.buffer_text = True
    parser.StartElementHandler = start  # type: ignore[assignment]
    parser.EndElementHandler = end  # type: ignore[assignment]
    parser.CharacterDataHandler = characters  # type: ignore[assignment]
    parser.Parse(content, True)  # noqa: FBT003 - expat names no arguments


def _local(name: str) -> str:
    return name.rpartition(":")[2]
