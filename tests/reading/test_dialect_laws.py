"""What holds of the dialect for any text at all."""

from __future__ import annotations

import json
import string
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from integrity_cli.domain.diagnostic import Severity
from integrity_cli.reading.dialect import read
from tests.reading.test_dialect import NEWLINES, places, read_text, with_newlines

PIECES = [*"abE-01:,[]{}'\"|>&*!%@`#?~ \n\t<=，：、\u3000𠮷é\x00", "\r\n", "\r", ": ", "- ", "\n  ", "\n  - "]
YAML_LIKE = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
LINES = st.lists(
    st.builds(
        "{}{}{}{}".format,
        st.sampled_from(["", "  ", "    ", "- ", "  - ", "\u3000"]),
        st.sampled_from(["id", "kind", "标题", "'a'", "[", "{", ""]),
        st.sampled_from([": ", ":", "：", " : ", ""]),
        st.sampled_from(["E-001", "甲，乙", "[a, b]", "{a: b}", "'x", "|", ">", "*x", "null", "a: b", "", "# 注"]),
    ),
    max_size=8,
).map("\n".join)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(st.characters(codec="utf-8")), YAML_LIKE, LINES))
def test_any_text_is_read_or_refused_inside_itself(text: str) -> None:
    result = read_text(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").split("\n")
    assert len(places(result)) == len(result.findings), "every finding of the dialect has a place"
    for _, line, column in places(result):
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
    refused = any(finding.severity is Severity.ERROR for finding in result.findings)
    assert (result.data is None) is refused


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    result = read("a.yaml", content)
    assert (result.data is None) is any(finding.severity is Severity.ERROR for finding in result.findings)
    assert len(places(result)) == len(result.findings)


WORDS = st.text(string.ascii_letters + string.digits + " .:-#,[]{}'\"\\&*!|>%@`~?\n\t省市区，：、。　𠮷é", min_size=1)
KEYS = WORDS.filter(lambda key: key.strip() and not set(key) & {"：", "\u3000"})
DATA = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(KEYS, DATA, max_size=4))
def test_what_json_writes_is_read_back_unchanged(data: dict[str, Any]) -> None:
    """Quoted text means itself, whatever stands in it."""
    result = read_text(json.dumps(data, ensure_ascii=False))
    assert (result.data, result.findings) == (data, [])


@settings(max_examples=200, deadline=None)
@given(LINES, st.sampled_from(NEWLINES[1:]))
def test_line_ends_never_change_what_is_found(text: str, newline: str) -> None:
    one, other = read_text(text), read_text(with_newlines(text, newline))
    assert (one.data, places(one)) == (other.data, places(other))
