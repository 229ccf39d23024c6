"""The properties of a PDF: its Info dictionary and its XMP, where they are neither compressed nor encrypted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers.expat import ExpatError

from integrity_cli.reading.inside import base, xml_text
from integrity_cli.reading.inside.base import Inside, Piece, labelled

_INFO = re.compile(rb"/Info\s+([0-9]{1,9})\s+[0-9]{1,5}\s+R")
_TEXT = re.compile(
    rb"(/[A-Za-z#0-9_.-]{1,60})\s*(\((?:\\.|\((?:\\.|[^\\()])*\)|[^\\()])*\)|<[0-9A-Fa-f\s]*>)", re.DOTALL
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_PACKET_BEGINS, _PACKET_ENDS = b"<rdf:RDF", b"</rdf:RDF>"
_MOST_EDITIONS = 20
_LONGEST_INFO = 200_000
_MEANT = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}


def look(content: bytes) -> Inside:
    """What the properties say. Pages are never read, and that is said."""
    inside = Inside()
    if b"/Encrypt" in content:
        inside.say_unread(base.ENCRYPTED)
        return inside
    found = [piece for info in _info(content) for piece in _texts(info)]
    inside.pieces.append(Piece(base.PROPERTIES, "\n".join(found)))
    for packet in _packets(content):
        inside.pieces.append(Piece(base.PROPERTIES, xmp_text(packet)))
    inside.say_unread(base.PDF_COMPRESSED if b"/ObjStm" in content else base.PDF_PAGES)
    return inside


def xmp_text(packet: bytes) -> str:
    """The text of an XMP packet; one that is no XML is taken as it stands."""
    try:
        return xml_text.text_of(packet, properties=True) + _attributes(packet)
    except (xml_text.Forbidden, ExpatError):
        return packet.decode("utf-8", "replace")


def _attributes(packet: bytes) -> str:
    """XMP may write a property as an attribute: `dc:creator="…"`."""
    written = packet.decode("utf-8", "replace")
    found = re.findall(r"(?:\w+:)(\w+)\s*=\s*[\"']([^\"'<>]{2,2000})[\"']", written)
    return "\n".join(labelled(name, value) for name, value in found if not value.startswith("http"))


def _packets(content: bytes) -> Iterator[bytes]:
    at = content.find(_PACKET_BEGINS)
    while at >= 0:
        end = content.find(_PACKET_ENDS, at)
        if end < 0:
            return
        yield content[at : end + len(_PACKET_ENDS)]
        at = content.find(_PACKET_BEGINS, end)


def _info(content: bytes) -> Iterator[bytes]:
    """The Info dictionaries that trailers name; one for each edition that was appended to the file."""
    numbers = dict.fromkeys(match[1] for match in _INFO.finditer(content))
    for number in list(numbers)[:_MOST_EDITIONS]:
        for found in re.finditer(rb"(?<![0-9])" + number + rb"\s+[0-9]{1,5}\s+obj", content):
            end = content.find(b"endobj", found.end(), found.end() + _LONGEST_INFO)
            yield content[found.end() : end if end > 0 else found.end() + _LONGEST_INFO]


def _texts(info: bytes) -> Iterator[str]:
    for match in _TEXT.finditer(info):
        yield labelled(match[1].decode("latin-1"), _decoded(match[2]))


def _decoded(written: bytes) -> str:
    """A literal or hexadecimal string as text: UTF-16, UTF-8 or, by other programs than they should be, GBK."""
    if written.startswith(b"<"):
        digits = re.sub(rb"\s", b"", written[1:-1])
        value = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    else:
        value = _ESCAPE.sub(_unescaped, written[1:-1])
    if value.startswith((b"\xfe\xff", b"\xff\xfe")):
        return value.decode("utf-16", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return value.decode(encoding)
        except UnicodeDecodeError:
            continue
    return value.decode("latin-1")


def _unescaped(match: re.Match[bytes]) -> bytes:
    said = match[1]
    if said.isdigit():
        return bytes([int(said, 8) & 0xFF])
    return _MEANT.get(said, said)
