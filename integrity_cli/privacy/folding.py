"""One look for what looks alike: full-width and other digits, letters and dashes as the keyboard has them.

Every character becomes exactly one, so that a place in the folded text is the same place in the text.
"""

from __future__ import annotations

import re
import unicodedata

_ALIKE: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},  # full-width forms
    **dict.fromkeys(map(ord, "\u3000\xa0\u2002\u2003\u2009\u202f"), " "),
    **dict.fromkeys(map(ord, "‐‑‒–—―−﹣⁃─━"), "-"),
    **dict.fromkeys(map(ord, "•∙・‧⋅"), "·"),
    **dict.fromkeys(map(ord, "ⅩХΧ×"), "X"),
    **dict.fromkeys(map(ord, "ⅹхχ"), "x"),
}
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")


def folded(text: str) -> str:
    """The text with each look-alike replaced by the character it is taken for."""
    if text.isascii():
        return text
    return _OTHER_DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), text.translate(_ALIKE))
