"""What is personal in a text: one detector a kind of datum, listed by hand; nothing here ever repeats a datum.

To add a kind: its detector in the file of its sort, its line in `DETECTORS`, its check in `checks/privacy.py`.
"""

from __future__ import annotations

from integrity_cli.privacy.base import Datum, Detector
from integrity_cli.privacy.numbers import identity_numbers

DETECTORS: tuple[Detector, ...] = (identity_numbers,)
"""In the order of certainty: where two find the same characters, the first is believed."""

MASK = "█"


def find(text: str) -> tuple[Datum, ...]:
    """What is personal in a text, in its order, no two overlapping."""
    found: list[Datum] = []
    for detect in DETECTORS:
        for datum in detect(text):
            if all(datum.end <= other.start or other.end <= datum.start for other in found):
                found.append(datum)
    return tuple(sorted(found, key=lambda datum: datum.start))


def masked(text: str) -> str:
    """The text with a block for each character of a datum, so that every other one keeps its column."""
    for datum in find(text):
        text = text[: datum.start] + MASK * (datum.end - datum.start) + text[datum.end :]
    return text


__all__ = ["DETECTORS", "MASK", "Datum", "Detector", "find", "masked"]
