"""The text of any file, whatever it is encoded in: for looking at it and for showing lines of it, never for reading."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
_SHOWN = 4096


def raw_text(content: bytes) -> str:
    """The text of a file, line ends made one; what no encoding explains is replaced."""
    return with_one_line_end(_decoded(content))


def with_one_line_end(text: str) -> str:
    """A text whose lines all end alike, however they ended."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_text(content: bytes) -> bool:
    """Whether a file is text in some encoding: no NUL stands in what was decoded."""
    return "\x00" not in raw_text(content[:_SHOWN])


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if (wide := _without_mark(content)) is not None:
        return content.decode(wide, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as problem:
        if not content[: problem.start].isascii():
            return content.decode("utf-8", "replace")  # Chinese in UTF-8 up to here: damaged, not in GBK
    try:
        return content.decode("gb18030")
    except UnicodeDecodeError:
        return content.decode("utf-8", "replace")


def _without_mark(content: bytes) -> str | None:
    """UTF-16 without its mark: ASCII in it leaves a zero in every other byte, on one side only."""
    sample = content[: _SHOWN - _SHOWN % 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    most, least = max(even, odd), min(even, odd)
    if most < max(2, len(sample) // 20) or least > most // 20:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"
