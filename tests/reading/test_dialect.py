"""The YAML dialect: what a text says as plain data, and where and why it is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from integrity_cli.domain.diagnostic import Severity
from integrity_cli.reading.dialect import DEEPEST, LARGEST, MOST_EVENTS, Plain, Read, read

Place = tuple[str, int, int]
"""Code, line and column of a finding."""

NEWLINES = ["\n", "\r\n", "\r"]


def read_text(text: str) -> Read:
    return read("a.yaml", text.encode("utf-8"))


def places(result: Read) -> list[Place]:
    positions = [(finding.code, finding.position) for finding in result.findings]
    return [(code, position.line, position.column) for code, position in positions if position is not None]


def with_newlines(text: str, newline: str) -> str:
    return text.replace("\n", newline)


# What is read, and as what.

TEXT_STAYS_TEXT: list[tuple[str, Plain]] = [
    ("amount: 012", {"amount": "012"}),
    ("amount: 0012", {"amount": "0012"}),
    ("amount: 0x1F", {"amount": "0x1F"}),
    ("amount: 0o17", {"amount": "0o17"}),
    ("amount: 1_000", {"amount": "1_000"}),
    ("amount: 1.50", {"amount": "1.50"}),
    ("amount: 1e400", {"amount": "1e400"}),
    ("amount: .inf", {"amount": ".inf"}),
    ("ok: yes", {"ok": "yes"}),
    ("ok: no", {"ok": "no"}),
    ("ok: true", {"ok": "true"}),
    ("on: push", {"on": "push"}),
    ("yes: y", {"yes": "y"}),
    ("t: 12:30", {"t": "12:30"}),
    ("t: 12:30:45", {"t": "12:30:45"}),
    ("文号: 123456789012345678", {"文号": "123456789012345678"}),
    ("日期: 2026-02-30", {"日期": "2026-02-30"}),
    ("日期: 2026-02-03T04:05:06Z", {"日期": "2026-02-03T04:05:06Z"}),
    ("url: http://a.example.org/b:c#d", {"url": "http://a.example.org/b:c#d"}),
    ("标题: 会议：第三次", {"标题": "会议：第三次"}),
    ("标题: 会议:第三次", {"标题": "会议:第三次"}),
    ("标题: 第 1 号 # 注", {"标题": "第 1 号"}),
    ("标题: 第1号#注", {"标题": "第1号#注"}),
    ("标题: 甲，乙、丙", {"标题": "甲，乙、丙"}),
    ("标题: 甲　乙", {"标题": "甲　乙"}),
    ("标题: 𠮷野家", {"标题": "𠮷野家"}),
    ("标题: =1+1", {"标题": "=1+1"}),
    ("1: a\n1.0: b", {"1": "a", "1.0": "b"}),
]
QUOTES: list[tuple[str, Plain]] = [
    ("a: '012'", {"a": "012"}),
    ('a: "no"', {"a": "no"}),
    ("a: 'null'", {"a": "null"}),
    ('a: "~"', {"a": "~"}),
    ("a: ''", {"a": ""}),
    ("a: '标题: 会议'", {"a": "标题: 会议"}),
    ("a: '重要: !注意'", {"a": "重要: !注意"}),
    ("a: '*x'", {"a": "*x"}),
    ("a: ['甲，乙', 丙]", {"a": ["甲，乙", "丙"]}),
    ("'<<': a", {"<<": "a"}),
    (r'a: "x\ty\n\"z\" \u4e2d"', {"a": 'x\ty\n"z" 中'}),
    ("a: 'it''s'", {"a": "it's"}),
]
STRUCTURE: list[tuple[str, Plain]] = [
    ("a:\nb: c", {"b": "c"}),
    ("a: # later\nb: c", {"b": "c"}),
    ("a:\n", {}),
    ("{a: , b: c}", {"b": "c"}),
    ("a: []", {"a": []}),
    ("a: {}", {"a": {}}),
    ("- a\n- b", ["a", "b"]),
    ("a:\n- b\n- c", {"a": ["b", "c"]}),
    ("a:\n  - b: c\n    d: e", {"a": [{"b": "c", "d": "e"}]}),
    ("a: [b, {c: d}]", {"a": ["b", {"c": "d"}]}),
    ("a: b\n  c", {"a": "b c"}),
    ("a: |\n  b\n  c\n", {"a": "b\nc\n"}),
    ("a: >-\n  b\n  c\n", {"a": "b c"}),
    ("a: |\n  b\tc\n", {"a": "b\tc\n"}),
    ("---\na: b\n", {"a": "b"}),
    ("a: b\n...\n", {"a": "b"}),
    ("# 注\n\na: b\n\n", {"a": "b"}),
    ("A: b\na: c", {"A": "b", "a": "c"}),
]

NO_GAPS: list[tuple[str, Plain]] = [
    ("a: [\n  b,  # 注#注\n  c\n]", {"a": ["b", "c"]}),
    ("a: b # 为什么?\nc: d", {"a": "b", "c": "d"}),
    ("a: b#c\nd: e?\nf: g", {"a": "b#c", "d": "e?", "f": "g"}),
    ('a: "甲\n\n  乙"', {"a": "甲\n乙"}),
    ("'a#b': 'c#d' # e", {"a#b": "c#d"}),
    ("[a,\nb]", ["a", "b"]),
    ("- a\n#注\n- b", ["a", "b"]),
    ("a: |\n  b\n # 注\nc: d", {"a": "b\n", "c": "d"}),
    ("a: >\n\n\nb: c", {"a": "", "b": "c"}),
    ("a:\n- [b,\n c]", {"a": [["b", "c"]]}),
    ("a: b\n# 什么?", {"a": "b"}),
    ("a: # 什么?", {}),
    ("a: |+\n   ", {"a": "\n"}),
    ("a: |\n  b\n   ", {"a": "b\n \n"}),
]


@pytest.mark.parametrize("newline", NEWLINES)
@pytest.mark.parametrize(("text", "data"), TEXT_STAYS_TEXT + QUOTES + STRUCTURE + NO_GAPS)
def test_a_text_is_read_as_plain_data_whatever_its_line_ends(text: str, data: Plain, newline: str) -> None:
    result = read_text(with_newlines(text, newline))
    assert (result.data, result.findings) == (data, [])


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert read("a.yaml", b"\xef\xbb\xbfa: b\r\n").data == {"a": "b"}


def test_two_byte_order_marks_are_one_too_many() -> None:
    assert places(read("a.yaml", b"\xef\xbb\xbf" * 2 + b"a: b\n")) == [("Y002", 1, 1)]


# What is refused, and where.

TRAPS: list[tuple[str, Place]] = [
    ("单位：市城管局", ("Y015", 1, 3)),
    ("a: b\n单位：市城管局", ("Y015", 2, 3)),
    ("a: b\n单位：市城管局\nc: d", ("Y015", 2, 3)),
    ("单位:市城管局", ("Y016", 1, 3)),
    ("a: b\n单位:市城管局", ("Y016", 2, 3)),
    ("a:\n\u3000b: c", ("Y017", 2, 1)),
    ("a:\n  \u00a0b: c", ("Y017", 2, 1)),
    ("标题: 会议: 第三次", ("Y019", 1, 7)),
    ("重要: !注意", ("Y007", 1, 5)),
    ("重要: @注意", ("Y018", 1, 5)),
    ("重要: `注意`", ("Y018", 1, 5)),
    ("重要: %注意", ("Y018", 1, 5)),
    ("重要: *x", ("Y006", 1, 5)),
    ("重要: *注意", ("Y006", 1, 5)),
    ("重要: &注意 x", ("Y006", 1, 5)),
    ("a: b\n𠮷: c\na: d", ("Y005", 3, 1)),
    ("a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> x", ("Y014", 2, 1)),
    ("c: d\n=======\nc: e\n", ("Y014", 2, 1)),
    ("c: e\n>>>>>>> x\n", ("Y014", 2, 1)),
]
FEATURES: list[tuple[str, Place]] = [
    ("a: &x b", ("Y006", 1, 4)),
    ("a: *x", ("Y006", 1, 4)),
    ("&x a: b", ("Y006", 1, 1)),
    ("a: &x [*x]", ("Y006", 1, 4)),
    ("<<: {a: b}", ("Y006", 1, 1)),
    ("a:\n  <<: [{b: c}]", ("Y006", 2, 3)),
    ("a: !!str b", ("Y007", 1, 4)),
    ("a: !x b", ("Y007", 1, 4)),
    ("a: ! b", ("Y007", 1, 4)),
    ("a: !<tag:example.org,2014:x> b", ("Y007", 1, 4)),
    ("a: !!python/name:os.system", ("Y007", 1, 4)),
    ("!!map {a: b}", ("Y007", 1, 1)),
    ("%YAML 1.2\n---\na: b", ("Y008", 1, 1)),
    ("%TAG ! tag:example.org,2014:\n---\na: b", ("Y008", 1, 1)),
    ("a: b\n---\nc: d", ("Y009", 2, 1)),
    ("a: b\n...\nc: d", ("Y004", 3, 1)),
    ("a:\n\tb: c", ("Y010", 2, 1)),
    ("a:\n  \tb: c", ("Y010", 2, 1)),
    ("a: null", ("Y013", 1, 4)),
    ("a: Null", ("Y013", 1, 4)),
    ("a: [b, ~]", ("Y013", 1, 8)),
    ("文件的全文", ("Y021", 1, 1)),
    ("'text'", ("Y021", 1, 1)),
    ("", ("Y022", 1, 1)),
    ("\n\n", ("Y022", 1, 1)),
    ("# 注", ("Y022", 1, 1)),
    ("---\n...\n", ("Y022", 1, 1)),
    ("? [a]\n: b", ("Y023", 1, 3)),
    ("{a: b}: c", ("Y023", 1, 1)),
    ("'': a", ("Y023", 1, 1)),
    ("? \n: a", ("Y023", 1, 2)),
    ("a:\n  - b\n  -\n", ("Y024", 3, 4)),
    ("a: [b, '']\nc:\n  - \n  - d", ("Y024", 3, 4)),
]
GAPS: list[tuple[str, Place]] = [
    ("a: [b, c]#d", ("Y004", 1, 10)),
    ("a: [b,#d\n  c]", ("Y004", 1, 7)),
    ('标题: "甲"#注', ("Y004", 1, 8)),
    ("a: >#注\n  b\n", ("Y004", 1, 5)),
    ("a: |2-#注\n  b\n", ("Y004", 1, 7)),
    ("a: [b,\nc]", ("Y004", 2, 1)),
    ("a:\n  b: [c, {d: e,\n  f: g}]", ("Y004", 3, 3)),
    ("- a: [b,\n  c]", ("Y004", 2, 3)),
    ('a: "甲\n乙"', ("Y004", 2, 1)),
    ("a:\n  b: '甲\n\n  乙'", ("Y004", 4, 3)),
    ("a: |\n   \n #注\nb: c", ("Y004", 3, 1)),
    ("a: [-]", ("Y018", 1, 5)),
    ("{ ?a: b }", ("Y018", 1, 3)),
    ("a: [?b]", ("Y018", 1, 5)),
]
"""What libyaml reads and YAML forbids; other readers, editors among them, refuse it."""
DUPLICATES: list[tuple[str, Place]] = [
    ("a: b\na: c", ("Y005", 2, 1)),
    ("a: {b: c, b: d}", ("Y005", 1, 11)),
    ("a:\n  - b: c\n    'b': d", ("Y005", 3, 5)),
    ("a:\nb: c\na: d", ("Y005", 3, 1)),
    ("caf\u00e9: a\ncafe\u0301: b", ("Y005", 2, 1)),
]


@pytest.mark.parametrize("newline", NEWLINES)
@pytest.mark.parametrize(("text", "place"), TRAPS + FEATURES + GAPS + DUPLICATES)
def test_a_text_is_refused_at_one_place_whatever_its_line_ends(text: str, place: Place, newline: str) -> None:
    result = read_text(with_newlines(text, newline))
    assert (result.data, places(result)) == (None, [place])


def test_a_full_width_comma_is_read_as_part_of_one_item_and_doubted() -> None:
    """Ecosystem table: `[甲，乙，丙]` looks like three items and is one."""
    result = read_text("a: [甲，乙，丙]")
    assert places(result) == [("Y020", 1, 5)]
    assert (result.data is None) is (result.findings[0].severity is Severity.ERROR)


def test_two_duplicates_are_both_told() -> None:
    assert places(read_text("a: b\na: c\na: d")) == [("Y005", 2, 1), ("Y005", 3, 1)]


# Bytes that are not the text of a record.

ENCODINGS: list[tuple[bytes, str | None, Place]] = [
    ("title: 报告\n".encode("gbk"), "GBK", ("Y001", 1, 8)),
    ("a: b\n  标题: 报告\n".encode("gbk"), "GBK", ("Y001", 2, 3)),
    ("a: b\r\n标题: 报告\r\n".encode("gbk"), "GBK", ("Y001", 2, 1)),
    ("title: 报告".encode("utf-16"), "UTF-16", ("Y001", 1, 1)),
    (b"\xfe\xff" + "title: 报告".encode("utf-16-be"), "UTF-16", ("Y001", 1, 1)),
    ("title: 报告".encode("utf-16-be"), "UTF-16", ("Y001", 1, 1)),
    ("title: 报告".encode("utf-16-le"), "UTF-16", ("Y001", 1, 1)),
    ("a: b\rc: d\r标题: 报告\r".encode("gbk"), "GBK", ("Y001", 3, 1)),
    (b"\xef\xbb\xbfa: b\n" + "标题: 报告".encode("gbk"), "GBK", ("Y001", 2, 1)),
    (b"\xef\xbb\xbfa: \xff", None, ("Y001", 1, 4)),
    ("a: b\naddress: 示例市\n".encode("gbk"), "GBK", ("Y001", 2, 10)),  # the bytes of 示 are those of a letter in UTF-8
    ("title: 报".encode() + "告".encode("gbk"), None, ("Y001", 1, 9)),
    (b"a: \xff", None, ("Y001", 1, 4)),
]


@pytest.mark.parametrize(("content", "encoding", "place"), ENCODINGS)
def test_another_encoding_is_named_and_placed(content: bytes, encoding: str | None, place: Place) -> None:
    result = read("a.yaml", content)
    assert (result.data, places(result)) == (None, [place])
    assert result.findings[0].message.facts.get("encoding") == encoding


CONTROLS = sorted({*range(0x20), 0x7F, *range(0x80, 0xA0)} - {0x09, 0x0A, 0x0D})


@pytest.mark.parametrize("code", [*CONTROLS, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF], ids="{:#06x}".format)
def test_a_control_character_is_refused_where_it_stands(code: int) -> None:
    result = read_text(f"a: b\n标题: 甲{chr(code)}乙\n")
    assert (result.data, places(result)) == (None, [("Y002", 2, 6)])
    assert result.findings[0].message.facts["character"] == f"U+{code:04X}"


@pytest.mark.parametrize("escape", [r"\0", r"\e", r"\x1b", r"\u009b", r"\b", r"\a"])
def test_a_control_character_behind_an_escape_is_refused_as_well(escape: str) -> None:
    """Quotes never change what may stand in a value."""
    result = read_text(f'a: "x{escape}y"')
    assert result.data is None
    assert [code for code, _, _ in places(result)] == ["Y002"]


# Limits, each one step on either side.


def in_lists(depth: int) -> str:
    return "[" * depth + "]" * depth


def in_maps(depth: int) -> str:
    return "{a: " * (depth - 1) + "{}" + "}" * (depth - 1)


def in_block(depth: int) -> str:
    """A text inside lists of one line, itself the deepest node."""
    return "- " * (depth - 1) + "x"


@pytest.mark.parametrize("nested", [in_lists, in_maps, in_block])
def test_the_deepest_nesting_allowed_is_read_and_no_deeper(nested: Callable[[int], str]) -> None:
    assert read_text(nested(DEEPEST)).findings == []
    deeper = read_text(nested(DEEPEST + 1))
    assert (deeper.data, [code for code, _, _ in places(deeper)]) == (None, ["Y011"])


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, in_lists(100_000), in_maps(100_000), in_block(100_000), "{" * 100_000, "? " * 100_000],
    ids=["open lists", "lists", "maps", "block lists", "open maps", "keys"],
)
def test_nesting_that_would_crash_a_parser_is_only_refused(text: str) -> None:
    result = read_text(text)
    assert result.data is None
    assert len(places(result)) == 1


def test_the_largest_file_allowed_is_read_and_no_larger() -> None:
    fits = b"a: " + b"x" * (LARGEST - 3)
    assert read("a.yaml", fits).data == {"a": "x" * (LARGEST - 3)}
    assert places(read("a.yaml", fits + b"x")) == [("Y003", 1, 1)]


def test_the_most_nodes_allowed_are_read_and_no_more() -> None:
    around = 6  # the events of stream, document and list, each opened and closed
    most = MOST_EVENTS - around
    assert read_text("[" + "x," * most + "]").data == ["x"] * most
    assert [code for code, _, _ in places(read_text("[" + "x," * (most + 1) + "]"))] == ["Y012"]
