"""Characters that nobody sees, or takes for others."""

from __future__ import annotations

import re
import unicodedata

HIDDEN = re.compile(
    # controls, line separators, byte order marks, noncharacters
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
    # marks that turn the direction of a line, so that a reader sees another order than a program
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    # spaces and joints of no width, fillers, tags
    "\u00ad\u034f\u115f\u1160\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""What may stand in no text at all: two texts that look alike would not be the same."""

LOST = "\ufffd"
"""What a program puts where it could not read a character."""

JOINERS = "\u200c\u200d"
LOOK_ALIKE = re.compile(f"[\u2e80-\u2fdf{JOINERS}]")
"""Radicals of dictionaries, which look like the characters they stand for, and joiners of no width."""


def ordinary(character: str) -> str | None:
    """The ordinary character that this one looks like, as Unicode says, or None where it names none."""
    same = unicodedata.normalize("NFKC", character)
    return same if same != character else None
