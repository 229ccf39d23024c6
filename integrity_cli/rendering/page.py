"""What is printed on: a language, a width in cells, with or without colour; and the measuring of Chinese text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from integrity_cli.lang import Lang, Words, well_formed
from integrity_cli.reading.characters import HIDDEN

_SGR = {"bold": "1", "dim": "2", "red": "1;31", "yellow": "33", "green": "32", "cyan": "36"}
HARMFUL = re.compile(f"{HIDDEN.pattern}|\r")
"""What a terminal would obey, or a reader would not see: what the dialect refuses, and a bare return."""
_PIECE = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef、。，；：]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+|\s+"
)
_NOT_AT_END = frozenset("（「『【《")
_NOT_AT_START = frozenset("，。；：、）」』】》？！)],.;:")


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet that a renderer fills; without `closing`, findings stand on it alone."""

    lang: Lang
    width: int = 80
    color: bool = False
    closing: bool = True

    def say(self, words: Words) -> str:
        """Words in the page's language."""
        return well_formed(words.say(self.lang))

    def paint(self, text: str, style: str) -> str:
        """Text in a colour, where the page has colour."""
        return f"\x1b[{_SGR[style]}m{text}\x1b[0m" if self.color and text else text


def harmless(text: str) -> str:
    """Data with a dot for each character that a terminal or a forge's log would obey, so that columns stay.

    A tab becomes a blank. `##[` begins a command wherever it stands in the log of a GitHub workflow.
    """
    return HARMFUL.sub("·", well_formed(text).replace("\t", " ").replace("##[", "#·["))


def one_line(text: str) -> str:
    """Data that stays on the line it is printed on."""
    return harmless(text.replace("\n", " "))


def pad(text: str, cells: int, *, right: bool = False) -> str:
    """Text filled with blanks to a width in cells; a Chinese character takes two."""
    blanks = " " * max(0, cells - cell_len(text))
    return blanks + text if right else text + blanks


def cut(text: str, cells: int) -> str:
    """Text shortened to a width in cells, with an ellipsis where something was left out."""
    if cell_len(text) <= cells:
        return text
    kept = ""
    for character in text:
        if cell_len(kept + character) > cells - 2:
            break
        kept += character
    return kept.rstrip() + "…"


def wrapped(text: str, cells: int) -> Iterator[str]:
    """The lines of a text, broken at blanks or between Chinese characters, none beginning with punctuation."""
    for paragraph in text.split("\n"):
        line: list[str] = []
        for piece in _PIECE.findall(paragraph):
            if line and cell_len("".join(line) + piece.rstrip()) > cells:
                carried = [line.pop()] if piece in _NOT_AT_START and len(line) > 1 else []
                while len(line) > 1 and line[-1] in _NOT_AT_END:
                    carried.insert(0, line.pop())
                yield "".join(line).rstrip()
                line = carried
            line.append(piece if line else piece.lstrip())
        yield "".join(line).rstrip()


def paragraph(indent: str, text: str, page: Page) -> Iterator[str]:
    """A text within the page's width, its later lines under the first one's text."""
    for number, line in enumerate(wrapped(harmless(text), page.width - cell_len(indent))):
        # A line that begins with `::` is a command in the log of a GitHub workflow, blanks before it or not.
        yield indent + line if number == 0 else " " * cell_len(indent) + re.sub(r"^\s*::", "·:", line)
