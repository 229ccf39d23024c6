"""Inside files that are no plain text: what can be read there, and what is said to be unread.

To add a form: its module here, and its line in `FORMS`.
"""

from __future__ import annotations

from collections.abc import Callable

from integrity_cli.lang import Text
from integrity_cli.reading.inside import base, jpeg, office, pdf
from integrity_cli.reading.inside.base import Inside, Piece
from integrity_cli.reading.raw_text import is_text, raw_text

DEEPEST = 2
"""How many files may stand one inside another and still be looked into."""


def look_inside(content: bytes, depth: int = DEEPEST) -> Inside:
    """The pieces of text inside a file, by what its first bytes say that it is; its name is not believed."""
    for begins, look in FORMS:
        if content.startswith(begins):
            return look(content, depth)
    if is_text(content):
        return Inside([Piece(base.BODY, raw_text(content))])
    return _bytes(content, base.UNKNOWN)


def is_plain(content: bytes) -> bool:
    """Whether a file is plain text, which is read as it stands, line by line."""
    return not content.startswith(tuple(begins for begins, _ in FORMS)) and is_text(content)


def _bytes(content: bytes, reason: Text) -> Inside:
    """A form that nobody here reads: old Word and Excel files hold their text as it is, in one byte or two a letter."""
    inside = Inside(unread=[reason])
    for encoding in ("latin-1", "utf-16-le"):
        inside.pieces.append(Piece(base.BYTES, content.decode(encoding, "replace")))
    inside.pieces.append(Piece(base.BYTES, content[1:].decode("utf-16-le", "replace")))
    return inside


def _picture(content: bytes, _: int) -> Inside:
    return _bytes(content, base.PICTURES)


def _old_office(content: bytes, _: int) -> Inside:
    encrypted = "EncryptedPackage".encode("utf-16-le") in content
    return _bytes(content, base.ENCRYPTED if encrypted else base.UNKNOWN)


FORMS: tuple[tuple[bytes, Callable[[bytes, int], Inside]], ...] = (
    (b"PK\x03\x04", lambda content, depth: office.look(content, depth, look_inside)),
    (b"PK\x05\x06", lambda content, depth: office.look(content, depth, look_inside)),
    (b"%PDF-", lambda content, _: pdf.look(content)),
    (b"\xff\xd8\xff", lambda content, _: jpeg.look(content)),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _old_office),
    (b"\x89PNG\r\n\x1a\n", _picture),
    (b"GIF8", _picture),
    (b"II*\x00", _picture),
    (b"MM\x00*", _picture),
)
"""What a file begins with, and how it is looked into."""

__all__ = ["FORMS", "Inside", "Piece", "is_plain", "look_inside"]
