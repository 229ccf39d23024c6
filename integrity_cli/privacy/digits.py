"""Digits as people write them: in groups, with blanks, dashes or dots between, or broken over two lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_UNSEEN = "\u200b-\u200d\u2060\ufeff\u00ad"
_GAP = rf"(?:[ \-._/·{_UNSEEN}]{{1,2}}|[ \t]{{0,9}}\n[ \t#>]{{0,40}})"
_RUN = re.compile(rf"[0-9]+(?:{_GAP}[0-9]+)*(?:{_GAP}?[Xx](?![0-9A-Za-z]))?")
_GROUP = re.compile("[0-9]+|[Xx]")
_DIGEST = re.compile("(?=.*[a-f])[0-9a-f]{32,128}|(?=.*[A-F])[0-9A-F]{32,128}")
_WORD = re.compile("[0-9A-Za-z]")
_LONGEST_WORD = 130


@dataclass(frozen=True, slots=True)
class Group:
    """Digits that stand together, and what stands between them and the group before in the same run."""

    digits: str
    start: int
    end: int
    gap: str


_SHORTEST = 11
"""Digits in the shortest number that anything here looks for."""


@lru_cache(maxsize=1)
def runs(text: str) -> tuple[list[Group], ...]:
    """Groups of digits that may be parts of one number; an X at the end is a group of its own.

    Every detector asks for the same text in turn, so the last answer is kept.
    """
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[list[Group]]:
    for run in _RUN.finditer(text):
        if run.end() - run.start() < _SHORTEST:
            continue
        groups: list[Group] = []
        for match in _GROUP.finditer(text, run.start(), run.end()):
            gap = text[groups[-1].end : match.start()] if groups else ""
            groups.append(Group(match[0].upper(), match.start(), match.end(), gap))
        yield groups


def spans(groups: list[Group], shortest: int, longest: int) -> Iterator[tuple[int, int, str]]:
    """Neighbouring groups read as one number of so many characters: first, the one after the last, digits."""
    for first in range(len(groups)):
        length = lines = 0
        for after in range(first + 1, len(groups) + 1):
            group = groups[after - 1]
            lines += after - 1 > first and "\n" in group.gap
            length += len(group.digits)
            if length > longest or lines > 1:
                break
            if length >= shortest:
                yield first, after, "".join(one.digits for one in groups[first:after])


def is_inside_digest(text: str, start: int, end: int) -> bool:
    """Whether a place lies inside a hexadecimal digest, whose digits mean nothing."""
    first, last = start, end
    while first > 0 and start - first < _LONGEST_WORD and _WORD.match(text[first - 1]):
        first -= 1
    while last < len(text) and last - end < _LONGEST_WORD and _WORD.match(text[last]):
        last += 1
    return (first, last) != (start, end) and _DIGEST.fullmatch(text, first, last) is not None


def touches_letter(text: str, start: int, end: int) -> bool:
    """Whether a letter stands right before or after, so that the digits are part of an identifier."""
    return bool(re.match("[A-Za-z]", text[end : end + 1]) or re.match("[A-Za-z]", text[max(0, start - 1) : start]))


def is_numbered(text: str, start: int, end: int) -> bool:
    """Whether the digits are the number of a document: 〔2014〕…号, 第…号."""
    return text[end : end + 1] == "号" and text[max(0, start - 1) : start] in {"〕", "]", ")", "】", "第", "字"}
