"""What a photograph says of itself: EXIF texts and place, comments, XMP and captions; never what it shows."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from integrity_cli.reading.inside import base
from integrity_cli.reading.inside.base import Inside, Piece, labelled
from integrity_cli.reading.inside.pdf import xmp_text

_START_OF_SCAN, _END, _COMMENT, _APP1, _APP13 = 0xDA, 0xD9, 0xFE, 0xE1, 0xED
_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD9)}
_ASCII, _UNDEFINED, _BYTE = 2, 7, 1
_MARKS = 0xFF
_HEADER, _IN_PLACE = 8, 4
"""Bytes before the first directory, and of a value that stands in its own entry."""
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
_EXIF_IFD, _GPS_IFD, _USER_COMMENT, _MAKER_NOTE = 0x8769, 0x8825, 0x9286, 0x927C
_WINDOWS = range(0x9C9B, 0x9CA0)
_NAMES = {0x013B: "artist", 0x9C9D: "xpauthor", 0xA430: "cameraownername"}
_LATITUDE, _LONGITUDE = 0x0002, 0x0004
_MOST_TAGS, _MOST_DIRECTORIES = 500, 20


def look(content: bytes) -> Inside:
    """The texts beside the picture, and whether it tells where it was taken."""
    inside = Inside()
    inside.say_unread(base.PICTURES)
    for marker, data in _segments(content):
        if marker in {_COMMENT, _APP13}:
            inside.pieces.append(Piece(base.PROPERTIES, _words(data)))
        elif marker == _APP1 and data.startswith(b"Exif\x00\x00"):
            found, place = exif(data[6:])
            inside.pieces.append(Piece(base.PROPERTIES, "\n".join(found)))
            inside.place |= place
        elif marker == _APP1:
            inside.pieces.append(Piece(base.PROPERTIES, xmp_text(data.partition(b"\x00")[2])))
            inside.place |= b"GPSLatitude" in data
    return inside


def exif(tiff: bytes) -> tuple[list[str], bool]:
    """The texts of an EXIF block, and whether it holds a place; a broken block says what it can."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < _HEADER:
        return [_words(tiff)], False
    found: list[str] = []
    tags = list(_tags(tiff, order, _long(tiff, order, 4), set()))
    for tag, kind, value in tags:
        if tag in _WINDOWS:
            found.append(labelled(_NAMES.get(tag, ""), value.decode("utf-16-le", "replace").strip("\x00")))
        elif kind == _ASCII or tag == _USER_COMMENT:
            found.append(labelled(_NAMES.get(tag, ""), _words(value)))
    return found, any(tag == _GPS_IFD for tag, _, _ in tags)


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    at = 2
    while at + 4 <= len(content):
        if content[at] != _MARKS:
            return
        marker = content[at + 1]
        if marker == _MARKS:
            at += 1
            continue
        if marker in {_START_OF_SCAN, _END}:
            return
        if marker in _WITHOUT_LENGTH:
            at += 2
            continue
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        yield marker, content[at + 4 : at + 2 + length]
        at += 2 + max(length, 2)


def _tags(tiff: bytes, order: str, at: int, seen: set[int]) -> Iterator[tuple[int, int, bytes]]:
    """Every tag of a directory and of those it leads to; a place is one only with its latitude or longitude."""
    if at in seen or len(seen) == _MOST_DIRECTORIES or not _HEADER <= at <= len(tiff) - 2:
        return
    seen.add(at)
    (count,) = struct.unpack_from(f"{order}H", tiff, at)
    for number in range(min(count, _MOST_TAGS)):
        start = at + 2 + 12 * number
        if start + 12 > len(tiff):
            return
        tag, kind, many = struct.unpack_from(f"{order}HHI", tiff, start)
        size = _SIZES.get(kind, 1) * many
        begins = start + 8 if size <= _IN_PLACE else _long(tiff, order, start + 8)
        if tag == _EXIF_IFD:
            yield from _tags(tiff, order, _long(tiff, order, start + 8), seen)
        elif tag == _GPS_IFD:
            inner = {one for one, _, _ in _tags(tiff, order, _long(tiff, order, start + 8), seen)}
            if inner & {_LATITUDE, _LONGITUDE}:
                yield tag, kind, b""
        elif tag != _MAKER_NOTE:
            yield tag, kind, tiff[begins : begins + min(size, 100_000)]
    after = at + 2 + 12 * count
    if after + 4 <= len(tiff):
        yield from _tags(tiff, order, _long(tiff, order, after), seen)


def _long(tiff: bytes, order: str, at: int) -> int:
    return int(struct.unpack_from(f"{order}I", tiff, at)[0]) if 0 <= at <= len(tiff) - 4 else 0


def _words(data: bytes) -> str:
    """Bytes of a comment as text; an EXIF comment begins with the name of its encoding."""
    if data.startswith(b"UNICODE\x00"):
        return data[8:].decode("utf-16", "replace")
    if data.startswith((b"ASCII\x00\x00\x00", b"\x00" * 8)):
        data = data[8:]
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding).replace("\x00", "\n")
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1").replace("\x00", "\n")
