"""What a detector finds: the sort of datum and its place, never the datum itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Datum:
    """Something personal in a text: the name of its sort, and the characters that hold it."""

    sort: str
    start: int
    end: int


Detector = Callable[[str], Iterator[Datum]]
"""Takes any text whose look-alikes are folded, of a file, a name or a property, and yields what it finds."""


def stands_after(text: str, start: int, labels: tuple[str, ...], *, within: int) -> bool:
    """Whether one of these labels stands a few characters before a place, on the same line."""
    before = text[max(0, start - within) : start].rpartition("\n")[2].lower()
    return any(label in before for label in labels)
