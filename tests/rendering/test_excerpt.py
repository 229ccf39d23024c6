"""The quoted line and its carets: what is marked is in sight, and the carets stand below it, in cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from integrity_cli.lang import Lang
from integrity_cli.rendering.findings.excerpt import excerpt
from integrity_cli.rendering.findings.text import render
from integrity_cli.rendering.page import Page
from tests.rendering.tools import one_finding, report_on

LINES = st.text(st.sampled_from("ab c\t词语，e\u0301\u200d\U0001f469"), min_size=1, max_size=120)


@pytest.mark.parametrize(
    ("line", "column", "end", "cells", "shown"),
    [
        ("key: value", 6, 11, 40, ("key: value", 5, 5)),
        ("a" * 50, 1, 2, 20, ("a" * 18 + "…", 0, 1)),
        ("a" * 50 + "X", 51, 52, 20, ("…" + "a" * 17 + "X", 18, 1)),
        ("a" * 50 + "X" + "b" * 50, 51, 52, 20, ("…" + "a" * 13 + "X" + "b" * 4 + "…", 14, 1)),
        ("k: " + "X" * 50, 4, 54, 20, ("k: " + "X" * 15 + "…", 3, 15)),
        ("词" * 30 + "错误", 31, 33, 20, ("…" + "词" * 7 + "错误", 15, 4)),
        ("\ta: b", 2, 3, 40, (" a: b", 1, 1)),
        ("a", 2, 3, 40, ("a", 1, 1)),
        ("e\u0301X", 3, 4, 40, ("e\u0301X", 1, 1)),
        ("", 1, 1, 40, ("", 0, 1)),
    ],
    ids=[
        "short",
        "at the start",
        "at the end",
        "in the middle",
        "long",
        "wide",
        "tab",
        "past the end",
        "combining",
        "empty",
    ],
)
def test_a_line_is_shown_around_its_carets(
    line: str, column: int, end: int, cells: int, shown: tuple[str, int, int]
) -> None:
    found = excerpt(line, column, end, cells)
    assert (found.text, found.before, found.marked) == shown


@given(LINES, st.integers(1, 120), st.integers(1, 40), st.integers(40, 80))
def test_an_excerpt_never_leaves_its_width_and_its_carets_never_leave_it(
    line: str, column: int, length: int, cells: int
) -> None:
    column = min(column, len(line))
    found = excerpt(line, column, column + length, cells)
    assert cell_len(found.text) <= cells
    assert found.before + found.marked <= cells
    marked = line[column - 1].replace("\t", " ")
    if cell_len(marked) and all(map(cell_len, line.replace("\t", " "))):
        place = next(n for n in range(len(found.text) + 1) if cell_len(found.text[:n]) == found.before)
        assert found.text[place : place + 1] in {marked, ""} or marked == " "


def test_text_keeps_to_its_width_with_a_label_that_has_no_room_beside_the_carets() -> None:
    said = "a label that is rather long and has to stand below the carets, over more than one line"
    one = one_finding(said, line="x" * 300, column=290, end=296)
    for lang in Lang:
        output = render(report_on(one), Page(lang, 60, closing=False))
        assert max(map(cell_len, output.splitlines())) <= 60
        carets = next(line for line in output.splitlines() if "^" in line)
        quoted = next(line for line in output.splitlines() if line.startswith("1 | "))
        assert carets.count("^") == 6
        assert quoted[carets.index("^") :].startswith("xxxxxx")
