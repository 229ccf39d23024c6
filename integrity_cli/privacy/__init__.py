"""What is personal in a text: one detector a kind of datum, listed by hand; nothing here ever repeats a datum.

To add a kind: its detector in the file of its sort, its line in `DETECTORS`, its check in `checks/privacy.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from integrity_cli.privacy.base import Datum, Detector
from integrity_cli.privacy.contacts import addresses, mailboxes
from integrity_cli.privacy.folding import folded
from integrity_cli.privacy.names import names_after_labels, names_in_columns
from integrity_cli.privacy.numbers import bank_cards, identity_numbers, mobile_numbers, old_identity_numbers
from integrity_cli.privacy.papers import number_plates, passports

CERTAIN: tuple[Detector, ...] = (identity_numbers, passports, bank_cards, mobile_numbers)
"""Those whose form, check digit or label leaves little doubt; whatever is printed is masked by them once more."""

DETECTORS: tuple[Detector, ...] = (
    *CERTAIN,
    old_identity_numbers,
    number_plates,
    mailboxes,
    addresses,
    names_after_labels,
    names_in_columns,
)
"""In the order of certainty: where two find the same characters, the first is believed."""

MASK = "█"

_SEEN = re.compile(r"\S")
_ESCAPED_DIGIT = re.compile(r"\\(?:x3[0-9]|u003[0-9]|U0000003[0-9]|u[fF][fF]1[0-9])")
"""A digit spelt out, as quoted YAML and JSON may: nobody does it but to hide one."""


def find(text: str, detectors: Iterable[Detector] = DETECTORS) -> tuple[Datum, ...]:
    """What is personal in a text, in its order, no two overlapping."""
    alike = folded(text)
    found: list[Datum] = []
    for detect in detectors:
        for datum in detect(alike):
            if all(datum.end <= other.start or other.end <= datum.start for other in found):
                found.append(datum)
    return tuple(sorted(found, key=lambda datum: datum.start))


def masked(text: str, detectors: Iterable[Detector] = DETECTORS) -> str:
    """The text with a block for each character of a datum, so that every other one keeps its line and column."""
    for datum in find(text, detectors):
        text = text[: datum.start] + _SEEN.sub(MASK, text[datum.start : datum.end]) + text[datum.end :]
    return _ESCAPED_DIGIT.sub(lambda digit: MASK * len(digit[0]), text)


__all__ = ["CERTAIN", "DETECTORS", "MASK", "Datum", "Detector", "find", "folded", "masked"]
