"""Two mistakes at once: laid over each other, two flagged examples show what each of them shows alone.

So no check doubles a finding because of another, and none goes silent. It may be silent where the other mistake took
away what it rests on: a file of the same unit or of the office that cannot be read, or a finding that it says it
`trusts` or `requires` not to be there. Whatever else is silent stands below, with its reason.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from integrity_cli.checks import CHECKS, check
from integrity_cli.reading.layout import judged_unit_of, unit_of
from integrity_cli.reading.loader import load
from integrity_cli.sources import Overlay
from tests.test_examples import SMALL, changed_files, stories

Finding = tuple[str, str, tuple[str | int, ...]]
"""What a finding is known by here: its code, its file and its route."""

PARTNERS = 4
"""For every code so many others are tried with it; a digest of the names chooses them, the same on every machine."""

SILENT = {
    ("L204", "L239"): "a body goes by a shorter name only below its own agency, which the other takes away",
    ("L225", "L227"): "the other moves the ends of the grade, so that the outcome lies inside it",
    ("L243", "V507"): "a unit that withdrew is given no more advice",
    ("L245", "V507"): "a unit that withdrew is given no more advice",
    ("L246", "V507"): "a unit that withdrew is given no more advice",
    ("R609", "T302"): "a deadline in a window that is not known has no days to count",
    ("T302", "T304"): "without a calendar no working day can be counted",
    ("T302", "V505"): "without a calendar no working day can be counted",
    ("T310", "V507"): "a unit that withdrew is given no more advice",
    ("T313", "V507"): "a unit that withdrew is given no more advice",
    ("V504", "V505"): "the unit stands in another notice, which begins later",
}
"""Pairs of codes of which one is silent for the sake of the other, and why that is right."""


def code_of(folder: Path) -> str:
    return folder.name.partition("-")[0]


@cache
def files_of(folder: Path) -> dict[str, bytes | None]:
    return dict(changed_files(folder))


def found_in(files: dict[str, bytes | None]) -> Counter[Finding]:
    return Counter((one.code, one.path, one.route) for one in check(load(Overlay(SMALL, files))))


@cache
def alone(folder: Path) -> Counter[Finding]:
    return found_in(files_of(folder))


def digest_of(pair: tuple[Path, Path]) -> str:
    return hashlib.sha256("\n".join(folder.name for folder in pair).encode()).hexdigest()


def pairs() -> Iterator[tuple[Path, Path]]:
    """Pairs of different codes that change different files: for every code the first few by their digest."""
    tried: Counter[str] = Counter()
    for pair in sorted(combinations(stories("flagged"), 2), key=digest_of):
        one, other = map(code_of, pair)
        if (
            one != other
            and min(tried[one], tried[other]) < PARTNERS
            and not files_of(pair[0]).keys() & files_of(pair[1])
        ):
            tried.update((one, other))
            yield pair


def takes_away(cause: Finding, silent: Finding) -> bool:
    """Whether what one finding found makes that nothing can be said of the other."""
    code, path, _ = cause
    checks = [one for one in CHECKS if one.kind.code == silent[0]]
    if any(code.startswith(one.trusts) or code in {other.kind.code for other in one.requires} for one in checks):
        return True
    # A record that cannot be read, or is not there, is the cause; of one unit it is that only for the same unit.
    unit = unit_of(path) or judged_unit_of(path)
    of_the_same = unit is None or unit in (unit_of(silent[1]), judged_unit_of(silent[1]))
    return bool(checks) and (code[0] in "YS" or code == "L201") and of_the_same


@pytest.mark.parametrize("pair", list(pairs()), ids=lambda pair: " ".join(folder.name for folder in pair))
def test_two_mistakes_are_told_as_each_of_them_is_alone(pair: tuple[Path, Path]) -> None:
    first, second = pair
    together, expected = found_in(files_of(first) | files_of(second)), alone(first) + alone(second)
    assert together - expected == Counter(), "one cause, one finding"
    codes = tuple(sorted(map(code_of, pair)))
    for silent in expected - together:
        causes = alone(second) if silent in alone(first) else alone(first)
        assert codes in SILENT or any(takes_away(cause, silent) for cause in causes), silent


def test_every_code_of_an_example_is_tried_with_others() -> None:
    tried = Counter(code for pair in pairs() for code in map(code_of, pair))
    assert {code_of(folder) for folder in stories("flagged")} == set(tried)
    assert min(tried.values()) >= PARTNERS


def test_a_pair_that_may_be_silent_has_examples_that_are() -> None:
    """An exception that no pair needs any longer is taken out."""
    for codes, reason in SILENT.items():
        of_codes = [[folder for folder in stories("flagged") if code_of(folder) == code] for code in codes]
        apart = (
            (one, other) for one in of_codes[0] for other in of_codes[1] if not files_of(one).keys() & files_of(other)
        )
        assert any(alone(a) + alone(b) != found_in(files_of(a) | files_of(b)) for a, b in apart), (codes, reason)


def test_a_check_comes_after_what_it_trusts() -> None:
    for place, one in enumerate(CHECKS):
        later = {other.kind.code for other in CHECKS[place:]}
        assert not any(code.startswith(one.trusts) for code in later if one.trusts), one.__name__
