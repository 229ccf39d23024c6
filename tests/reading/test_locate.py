"""From a route of keys and indices to a line and columns, in texts of every style."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integrity_cli.domain.diagnostic import Kind, Position, Route, Severity
from integrity_cli.lang import Text
from integrity_cli.reading.dialect import read
from integrity_cli.reading.locate import Locator, compose, locate
from tests.tools import InMemory

LEDGER = """\
# 台账
entries:
  - id: E-001
    title: 购置𠮷牌采样箱
    original: {held_by: 办公室, pages: 3}
    note: |
      第一行
      第二行

  - id: E-002
    elements: [scope, 'method', "cycle"]
    "url": http://water.example.org
    original:
      held_by: 法制科
"""

VALUES: list[tuple[Route, Position]] = [
    (("entries", 0, "id"), Position(3, 9, 14)),
    (("entries", 0, "title"), Position(4, 12, 19)),
    (("entries", 0, "original", "held_by"), Position(5, 25, 28)),
    (("entries", 0, "original", "pages"), Position(5, 37, 38)),
    (("entries", 1, "id"), Position(10, 9, 14)),
    (("entries", 1, "elements", 0), Position(11, 16, 21)),
    (("entries", 1, "elements", 1), Position(11, 23, 31)),
    (("entries", 1, "elements", 2), Position(11, 33, 40)),
    (("entries", 1, "url"), Position(12, 12, 36)),
    (("entries", 1, "original", "held_by"), Position(14, 16, 19)),
]
GROUPS: list[tuple[Route, Position]] = [
    ((), Position(2, 1, 8)),  # the file: its first key
    (("entries",), Position(3, 3, 4)),  # a list of lines: its first dash
    (("entries", 0), Position(3, 5, 7)),  # a map of lines: its first key
    (("entries", 1), Position(10, 5, 7)),
    (("entries", 1, "original"), Position(14, 7, 14)),
    (("entries", 0, "original"), Position(5, 15, 39)),  # a map in braces: all of it
    (("entries", 1, "elements"), Position(11, 15, 41)),  # a list in brackets: all of it
    (("entries", 0, "note"), Position(6, 11, 12)),  # a block text: its sign
]
KEYS: list[tuple[Route, Position]] = [
    (("entries",), Position(2, 1, 8)),
    (("entries", 0, "title"), Position(4, 5, 10)),
    (("entries", 0, "original", "pages"), Position(5, 30, 35)),
    (("entries", 1, "url"), Position(12, 5, 10)),
    (("entries", 1, "original"), Position(13, 5, 13)),
    (("entries", 0), Position(3, 5, 7)),  # an item has no key of its own
]
ABSENT: list[tuple[Route, Position]] = [
    (("title",), Position(2, 1, 8)),  # the file's first key stands for the file
    (("entries", 0, "kind"), Position(3, 5, 7)),  # the entry's first key for the entry
    (("entries", 7, "id"), Position(2, 1, 8)),  # the list's key for the list
    (("entries", 0, "original", "where"), Position(5, 5, 13)),  # the map's key for the map
    (("entries", 0, "original", "where", "shelf"), Position(5, 5, 13)),
    (("entries", 0, "title", "zh"), Position(4, 12, 19)),  # a text has nothing inside and stands for itself
    (("entries", 1, "elements", 3), Position(11, 5, 13)),
    (("entries", "0"), Position(2, 1, 8)),  # a list has no keys
]


@pytest.mark.parametrize(("route", "position"), VALUES + GROUPS)
def test_a_value_is_found_by_its_route(route: Route, position: Position) -> None:
    assert locate(compose(LEDGER), route) == position


@pytest.mark.parametrize(("route", "position"), KEYS)
def test_a_key_is_found_by_the_route_of_its_value(route: Route, position: Position) -> None:
    assert locate(compose(LEDGER), route, on_key=True) == position


@pytest.mark.parametrize("on_key", [False, True])
@pytest.mark.parametrize(("route", "position"), ABSENT)
def test_what_is_absent_is_shown_at_its_nearest_parent(route: Route, position: Position, *, on_key: bool) -> None:
    assert locate(compose(LEDGER), route, on_key=on_key) == position


def test_a_position_covers_the_text_it_names() -> None:
    """Columns count characters, also behind one that UTF-16 writes in two."""
    lines = LEDGER.split("\n")
    for route, position in VALUES:
        value: Any = read("a.yaml", LEDGER.encode()).data
        for step in route:
            value = value[step]
        assert value in lines[position.line - 1][position.column - 1 : position.end - 1]


def test_an_empty_file_has_a_first_place() -> None:
    assert locate(compose("# 注\n"), ("a",)) == Position(1, 1, 2)


KIND = Kind("X999", "example", Severity.ERROR, Text("例", "example"))


def locator(path: str, content: bytes) -> Locator:
    source = InMemory({path: content})
    return Locator(lambda _: source)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_a_byte_order_mark_move_nothing(newline: str, mark: bytes) -> None:
    content = mark + LEDGER.replace("\n", newline).encode()
    for route, position in VALUES + GROUPS:
        (one,) = locator("a.yaml", content).locate([KIND.at("a.yaml", route or ("entries",))])
        assert one.position == (position if route else locate(compose(LEDGER), ("entries",)))
        assert one.line == LEDGER.split("\n")[one.position.line - 1]


def test_findings_come_by_path_then_place_then_code() -> None:
    other = Kind("X001", "other", Severity.ERROR, Text("例", "example"))
    found = [
        KIND.at("b.yaml", ("a",)),
        KIND.at("a.yaml", ("c",)),
        KIND.at("a.yaml", ("a",)),
        other.at("a.yaml", ("c",)),
    ]
    source = InMemory({"a.yaml": b"a: 1\nb: 2\nc: 3\n", "b.yaml": b"a: 1\n"})
    located = Locator(lambda _: source).locate(found)
    assert [(one.finding.path, one.position.line, one.finding.code) for one in located] == [
        ("a.yaml", 1, "X999"),
        ("a.yaml", 3, "X001"),
        ("a.yaml", 3, "X999"),
        ("b.yaml", 1, "X999"),
    ]


def test_a_finding_on_a_whole_file_shows_no_line_of_it() -> None:
    (one,) = locator("a.yaml", b"a: b\n").locate([KIND.at("a.yaml")])
    assert (one.position, one.line) == (Position(1, 1, 1), None)


def test_a_finding_on_a_file_that_is_not_there_has_a_place_too() -> None:
    (one,) = locator("a.yaml", b"a: b\n").locate([KIND.at("b.yaml", ("a",))])
    assert (one.position, one.line) == (Position(1, 1, 1), None)


NAMES = st.sampled_from(["id", "kind", "标题", "𠮷", "a b", "0"])
TEXTS = st.sampled_from(["E-001", "采样箱", "𠮷野家", "a: b", "-", "'", '"', "1", "#"])
TREES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=10
)


def routes(data: Any, before: Route = ()) -> list[tuple[Route, Any]]:
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [(before, data), *(one for step, value in inside for one in routes(value, (*before, step)))]


def in_lines(data: Any, indent: str = "") -> str:
    """Plain data as YAML in block style, every text in quotes."""
    if isinstance(data, dict) and data:
        return "".join(f"{indent}{quoted(key)}:{below(value, indent)}" for key, value in data.items())
    if isinstance(data, list) and data:
        return "".join(f"{indent}-{below(value, indent)}" for value in data)
    return f"{indent}{quoted(data) if isinstance(data, str) else data}\n"


def below(value: Any, indent: str) -> str:
    return f"\n{in_lines(value, indent + '  ')}" if value and not isinstance(value, str) else f" {in_lines(value)}"


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(NAMES, TREES, min_size=1, max_size=3))
def test_every_text_of_any_file_is_found_where_it_stands(data: dict[str, Any]) -> None:
    written = in_lines(data)
    assert read("a.yaml", written.encode()).data == data
    root, lines = compose(written), written.split("\n")
    for route, value in routes(data):
        position = locate(root, route)
        assert 1 <= position.column < position.end <= len(lines[position.line - 1]) + 2
        if isinstance(value, str):
            assert lines[position.line - 1][position.column - 1 : position.end - 1] == quoted(value)
