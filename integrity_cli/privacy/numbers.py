"""Numbers that name one person: each known by its form and, where it has one, by its check digit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from integrity_cli.privacy.base import Datum

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_NEW_IDENTITY = re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")


def identity_numbers(text: str) -> Iterator[Datum]:
    """Resident identity numbers (GB 11643): region, day of birth, order, check digit."""
    for match in _NEW_IDENTITY.finditer(text):
        if _is_day(match[0][6:14]) and _has_check_digit(match[0]):
            yield Datum("identity_number", match.start(), match.end())


def _is_day(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def _has_check_digit(number: str) -> bool:
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True))
    return _CHECKS[total % 11] == number[17].upper()
