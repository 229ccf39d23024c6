"""Office documents: a zip of XML, unpacked in memory within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from xml.parsers.expat import ExpatError

from integrity_cli.lang import Text
from integrity_cli.reading.inside import base, xml_text
from integrity_cli.reading.inside.base import Inside, Piece
from integrity_cli.reading.inside.sheets import cells, shared_texts

MOST_MEMBERS = 2000
LARGEST_MEMBER = 10_000_000
LARGEST_IN_ALL = 30_000_000

_ENCRYPTED_BIT = 0x1
_PICTURES = (".png", ".jpeg", ".jpg", ".gif", ".bmp", ".emf", ".wmf", ".tif", ".tiff", ".svg", ".webp")
_HARMLESS = ("styles.xml", "theme1.xml", "fontTable.xml", "webSettings.xml", "[Content_Types].xml")
_BESIDE_THE_TEXT = ("comment", "header", "footer", "footnote", "endnote", "people", "person", "notes")

Look = Callable[[bytes, int], Inside]
"""Looks inside a file that stands in this one, so many levels down."""


class _Members:
    """The members of an archive, read one by one; what is too much is never unpacked."""

    def __init__(self, archive: zipfile.ZipFile, inside: Inside) -> None:
        self._archive = archive
        self._inside = inside
        self._left = LARGEST_IN_ALL
        self.names = [one.filename for one in archive.infolist()[:MOST_MEMBERS] if not one.is_dir()]
        if len(archive.infolist()) > MOST_MEMBERS:
            inside.say_unread(base.TOO_LARGE_INSIDE)

    def read(self, name: str) -> bytes | None:
        """The bytes of a member; None, and the reason told, where they cannot be had."""
        info = self._archive.getinfo(name)
        if info.flag_bits & _ENCRYPTED_BIT:
            self._inside.say_unread(base.ENCRYPTED)
            return None
        most = min(LARGEST_MEMBER, self._left)
        try:
            with self._archive.open(info) as member:
                content = member.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError):
            self._inside.say_unread(base.DAMAGED)
            return None
        self._left -= min(len(content), most)
        if len(content) <= most:
            return content
        self._inside.say_unread(base.TOO_LARGE_INSIDE)
        return None


def look(content: bytes, depth: int, look_inside: Look) -> Inside:
    """The texts of a document or workbook; of another archive, the names of its files."""
    inside = Inside()
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError):
        inside.say_unread(base.DAMAGED)
        return inside
    with archive:
        members = _Members(archive, inside)
        inside.pieces.append(Piece(base.NAMES, "\n".join(members.names)))
        if "[Content_Types].xml" not in members.names:
            inside.say_unread(base.UNKNOWN)
            return inside
        _workbook(members, inside)
        for name in members.names:
            _member(members, name, inside, depth, look_inside)
    return inside


def _member(members: _Members, name: str, inside: Inside, depth: int, look_inside: Look) -> None:
    """One member of a document, by what its name says it is."""
    last = name.rpartition("/")[2]
    if name.endswith(_HARMLESS) or _is_sheet(name):
        return
    if name.endswith((".xml", ".rels")):
        where = base.PROPERTIES if name.startswith(("docProps/", "customXml/")) else base.BODY
        if last.startswith(_BESIDE_THE_TEXT) or "comments" in name.lower():
            where = base.COMMENTS
        _part(members, name, where, inside)
        return
    if name.lower().endswith(_PICTURES):
        inside.say_unread(base.PICTURES)
    elif depth == 0:
        inside.say_unread(base.EMBEDDED)
    if depth > 0 and (content := members.read(name)) is not None:
        within = look_inside(content, depth - 1)
        inside.pieces.extend(within.pieces)
        inside.place |= within.place
        for reason in within.unread:
            inside.say_unread(reason)


def _part(members: _Members, name: str, where: Text, inside: Inside) -> None:
    content = members.read(name)
    if content is None:
        return
    try:
        text = xml_text.text_of(content, properties=name.startswith("docProps/"))
    except xml_text.Forbidden:
        inside.say_unread(base.FORBIDDEN_XML)
    except ExpatError:
        inside.say_unread(base.DAMAGED)
    else:
        inside.pieces.append(Piece(where, text))


def _is_sheet(name: str) -> bool:
    return (name.startswith("xl/worksheets/sheet") and name.endswith(".xml")) or name == "xl/sharedStrings.xml"


def _workbook(members: _Members, inside: Inside) -> None:
    """The cells of every sheet with their shared texts in place, and shared texts that no cell refers to any more."""
    try:
        table = members.read("xl/sharedStrings.xml") if "xl/sharedStrings.xml" in members.names else None
        shared = shared_texts(table) if table else []
        used: set[int] = set()
        for name in members.names:
            if _is_sheet(name) and "worksheets" in name and (content := members.read(name)) is not None:
                inside.pieces.append(Piece(base.BODY, "\n".join(cells(content, shared, used))))
        left = [text for number, text in enumerate(shared) if number not in used]
        inside.pieces.append(Piece(base.BODY, "\n".join(left)))
    except xml_text.Forbidden:
        inside.say_unread(base.FORBIDDEN_XML)
    except ExpatError:
        inside.say_unread(base.DAMAGED)
