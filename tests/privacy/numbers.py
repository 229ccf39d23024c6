"""Invented numbers whose check digits are computed here, so that no number of a living person stands in the tests.

Region 99 is no place in the list of regions, and the births are in the 1800s.
"""

from __future__ import annotations

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity_number(order: int = 1, region: str = "990101", born: str = "18991231") -> str:
    """A resident identity number of nobody."""
    digits = f"{region}{born}{order:03}"
    return digits + "10X98765432"[sum(int(one) * weight for one, weight in zip(digits, _WEIGHTS, strict=True)) % 11]


def with_x() -> str:
    """One that ends in X."""
    return next(number for number in map(identity_number, range(1, 100)) if number.endswith("X"))


def card_number(begins: str, length: int) -> str:
    """A card number of nobody: zeros and Luhn's check digit."""
    digits = begins.ljust(length - 1, "0")
    doubled = [sum(divmod(2 * int(one), 10)) if place % 2 == 0 else int(one) for place, one in enumerate(digits[::-1])]
    return digits + str(-sum(doubled) % 10)


def full_width(text: str) -> str:
    """The same in full-width characters."""
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)


MOBILE = "1390000" + "0000"
"""A number that nobody has: the block is not given out."""
