"""Letters and digits that name one person or one vehicle: passports and number plates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from integrity_cli.privacy.base import Datum

_PASSPORT_AFTER_LABEL = re.compile(
    r"(?:护照|通行证|台胞证|回乡证|旅行证|passport)[^\n0-9]{0,14}?"
    r"(?<![A-Za-z])([A-Z]{1,2}[ -]?[0-9]{7,10})(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_MACHINE_READABLE = re.compile(r"(?<![0-9A-Z<])[A-Z0-9<]{9}[0-9]CHN[0-9]{7}[MF<][0-9]{7}[0-9A-Z<]{14,16}(?![0-9A-Z])")

_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE = re.compile(
    rf"[{_PROVINCES}][A-HJ-NP-Z][ ·.-]?"
    r"(?:(?=[A-Z]*[0-9])[A-HJ-NP-Z0-9]{5}|[0-9]{5}[A-HJK]|[A-HJK][A-HJ-NP-Z0-9][0-9]{4}|[A-HJ-NP-Z0-9]{4}[警学挂领港澳])"
    r"(?![0-9A-Za-z]|-[0-9])"
)
"""Five characters of which one is a digit; six where the vehicle runs on new energy; or four and a word."""


def passports(text: str) -> Iterator[Datum]:
    """Passports and travel permits: a letter and digits after their label, or the line that machines read."""
    for match in _PASSPORT_AFTER_LABEL.finditer(text):
        yield Datum("passport", match.start(1), match.end(1))
    for match in _MACHINE_READABLE.finditer(text):
        yield Datum("passport", match.start(), match.end())


def number_plates(text: str) -> Iterator[Datum]:
    """Number plates of vehicles (GA 36)."""
    for match in _PLATE.finditer(text):
        yield Datum("number_plate", match.start(), match.end())
