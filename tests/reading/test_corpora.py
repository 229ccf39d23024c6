"""Test material that others wrote, where it lies beside the project: never copied into it.

The dialect is stricter than YAML: anchors, tags, several documents and files that are no map or list are refused.
So each case is either read as its authors say or refused with a place; no case is read in another way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import yaml

from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.lang import Lang
from integrity_cli.reading.dialect import Plain, Read, read
from integrity_cli.reading.layout import Placed, recognise
from integrity_cli.reading.loader import read_record
from integrity_cli.reading.locate import Locator
from integrity_cli.rendering.findings import text as findings_text
from integrity_cli.rendering.findings.report import FindingsReport
from integrity_cli.rendering.page import Page
from integrity_cli.sources import BUILTIN, WorkingTree
from tests.tools import ROOT, InMemory

CORPORA = ROOT.parent / "shared" / "corpora"
SUITE = CORPORA / "yaml-test-suite" / "src"
NAUGHTY = CORPORA / "naughty-strings" / "blns.json"
SMALL = WorkingTree(ROOT / "tests" / "examples" / "clean" / "small")

needs_suite = pytest.mark.skipif(
    not SUITE.is_dir(), reason=f"lay github.com/yaml/yaml-test-suite (its src/) at {SUITE} to run this"
)
needs_naughty = pytest.mark.skipif(
    not NAUGHTY.is_file(), reason=f"lay blns.json of github.com/minimaxir/big-list-of-naughty-strings at {NAUGHTY}"
)

SAME, REFUSED, REFUSED_RIGHTLY = 97, 215, 94
"""Read as the suite says; refused by the dialect; refused where the suite says that a parser must."""


@dataclass(frozen=True)
class Case:
    """One case of the suite: what it is called, its text, and the JSON it stands for."""

    id: str
    text: str
    json: str | None
    must_fail: bool


def cases() -> Iterator[Case]:
    """The cases of every file; a later case of a file takes over what it does not say itself."""
    for file in sorted(SUITE.glob("*.yaml")):
        listed = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
        said: dict[str, Any] = {}
        for number, case in enumerate(listed):
            said = {**said, "fail": False} | case
            if said["fail"]:
                said["json"] = None
            name = file.stem if len(listed) == 1 else f"{file.stem}/{number:02}"
            yield Case(name, written_out(said["yaml"]), said.get("json"), said["fail"])


def written_out(text: str) -> str:
    """The text of a case with its stand-ins for invisible characters resolved."""
    text = re.sub("—*»", "\t", text.replace("␣", " ").replace("↵", ""))
    return re.sub("∎\n$", "", text.replace("←", "\r").replace("⇔", "\ufeff"))


def values_of(stream: str) -> list[Any]:
    """Every JSON value of a stream, in order."""
    decoder, rest, values = json.JSONDecoder(), stream.strip(), []
    while rest:
        value, end = decoder.raw_decode(rest)
        values.append(value)
        rest = rest[end:].lstrip()
    return values


def is_same(value: Any, data: Plain) -> bool:
    """Whether plain data says what a JSON value says, numbers and booleans as text, nothing as an absent key."""
    if isinstance(value, dict):
        present = {key: one for key, one in value.items() if one is not None}
        return (
            isinstance(data, dict)
            and present.keys() == data.keys()
            and all(is_same(one, data[key]) for key, one in present.items())
        )
    if isinstance(value, list):
        return isinstance(data, list) and len(value) == len(data) and all(map(is_same, value, data))
    if isinstance(value, bool):
        return data == str(value).lower()
    if isinstance(value, int | float):
        return isinstance(data, str) and float(data) == value
    return bool(value == data)


def is_placed_inside(result: Read, text: str) -> bool:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return bool(result.findings) and all(
        finding.position is not None
        and 1 <= finding.position.line <= len(lines)
        and 1 <= finding.position.column <= len(lines[finding.position.line - 1]) + 1
        for finding in result.findings
    )


def verdict(case: Case) -> str:
    result = read("case.yaml", case.text.encode("utf-8"))
    if result.data is None:
        return "refused rightly" if case.must_fail else "refused"
    if case.must_fail:
        return "read though invalid"
    values = values_of(case.json) if case.json is not None else []
    return "same" if len(values) == 1 and is_same(values[0], result.data) else "read otherwise"


@needs_suite
def test_the_yaml_test_suite_is_read_as_it_says_or_refused() -> None:
    verdicts = {case.id: verdict(case) for case in cases()}
    tally = {one: sorted(id_ for id_, said in verdicts.items() if said == one) for one in set(verdicts.values())}
    print("yaml-test-suite:", {one: len(ids) for one, ids in sorted(tally.items())})  # noqa: T201 - the tally
    assert tally.pop("read otherwise", []) == []
    assert tally.pop("read though invalid", []) == []
    assert {one: len(ids) for one, ids in tally.items()} == {
        "same": SAME,
        "refused": REFUSED,
        "refused rightly": REFUSED_RIGHTLY,
    }


def test_the_page_on_the_dialect_says_what_became_of_the_suite() -> None:
    page = (ROOT / "docs" / "dialect.md").read_text(encoding="utf-8")
    counted = [int(count) for count in re.findall(r"^\|[^|]+效[^|]+\| (\d+) \|", page, re.MULTILINE)]
    assert counted == [SAME, REFUSED, REFUSED_RIGHTLY, 0]


@needs_suite
def test_every_refusal_of_a_suite_case_has_a_place_inside_it() -> None:
    outside = [
        case.id
        for case in cases()
        if (result := read("case.yaml", case.text.encode("utf-8"))).data is None
        and not is_placed_inside(result, case.text)
    ]
    assert outside == []


def naughty_strings() -> list[str]:
    strings: list[str] = json.loads(NAUGHTY.read_text(encoding="utf-8"))
    return strings


@needs_naughty
def test_a_naughty_string_in_quotes_comes_back_as_it_was_or_is_refused_where_it_stands() -> None:
    tally = {"same": 0, "refused": 0}
    for naughty in naughty_strings():
        line = f"title: {json.dumps(naughty, ensure_ascii=False)}"
        result = read("a.yaml", f"a: b\n{line}\n".encode())
        if result.data is None:
            tally["refused"] += 1
            assert is_placed_inside(result, f"a: b\n{line}\n")
        else:
            tally["same"] += 1
            assert result.data == {"a": "b", "title": naughty}
    print("naughty strings:", tally)  # noqa: T201 - the tally
    assert tally == {"same": 495, "refused": 20}


Leaf = tuple[str | int, ...]


def leaves(data: Plain, route: Leaf = ()) -> Iterator[Leaf]:
    """The routes of every text in plain data."""
    if isinstance(data, str):
        yield route
    else:
        for step, inner in data.items() if isinstance(data, dict) else enumerate(data):
            yield from leaves(inner, (*route, step))


def value_at(data: Any, route: Leaf) -> Any:
    for step in route:
        data = data[step]
    return data


def with_texts(data: Plain, texts: dict[Leaf, str], route: Leaf = ()) -> Any:
    """Plain data with other texts at some routes."""
    if isinstance(data, str):
        return texts.get(route, data)
    if isinstance(data, dict):
        return {key: with_texts(inner, texts, (*route, key)) for key, inner in data.items()}
    return [with_texts(inner, texts, (*route, place)) for place, inner in enumerate(data)]


def shortened(data: Plain) -> Plain:
    """Plain data with no more than two items in any list: every kind of field is there, and is read sooner."""
    if isinstance(data, dict):
        return {key: shortened(inner) for key, inner in data.items()}
    return data if isinstance(data, str) else [shortened(inner) for inner in data[:2]]


def records_with_free_texts() -> Iterator[tuple[Placed, Plain, list[Leaf]]]:
    """Every record of the small campaign and its rubric, with the routes where any words may stand."""
    for placed in map(recognise, [*SMALL.paths(), "rubric.yaml"]):
        if placed is None:
            continue
        content = (SMALL if placed.path != "rubric.yaml" else BUILTIN).read(placed.path)
        data = read(placed.path, content).data
        assert data is not None
        data = shortened(data)
        words = {route: f"任何字 {number}" for number, route in enumerate(leaves(data))}
        _, findings = read_record(placed.path, written(with_texts(data, words)), placed.place.model)
        closed = {finding.route for finding in findings}
        if free := [route for route in words if route not in closed]:
            yield placed, data, free


def written(data: Any) -> bytes:
    """Plain data as a file; JSON is YAML with everything in quotes."""
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass")


@needs_naughty
def test_a_naughty_string_in_every_text_field_comes_back_as_it_was_or_is_refused_where_it_stands() -> None:
    """All fields of a record at once; a blank at either end of a text is no part of it."""
    fields = 0
    for placed, data, free in records_with_free_texts():
        fields += len(free)
        for naughty in naughty_strings():
            content = written(with_texts(data, dict.fromkeys(free, naughty)))
            record, findings = read_record(placed.path, content, placed.place.model)
            if record is None:
                assert_placed(placed.path, content, findings)
            else:
                assert read(placed.path, content).data == with_texts(data, dict.fromkeys(free, naughty))
                assert naughty.strip() in set(texts_of(record.model_dump()))
    print("text fields:", fields)  # noqa: T201 - the tally
    assert fields > 300


def assert_placed(path: str, content: bytes, findings: Iterable[Diagnostic]) -> None:
    source = InMemory({path: content})
    located = Locator(lambda _: source).locate(findings)
    assert located
    assert all(one.position.line == 1 and 1 <= one.position.column <= len(content) for one in located)


def texts_of(value: Any) -> Iterator[str]:
    """Every text in a record's values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts_of(inner)


CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


@needs_naughty
def test_a_naughty_string_in_a_title_is_never_printed_as_a_command_to_the_terminal() -> None:
    placed = recognise("records/units/water/plan.yaml")
    assert placed
    first, rest = SMALL.read(placed.path).decode("utf-8").split("\n", 1)
    assert first.startswith("title: ")
    for naughty in naughty_strings():
        quoted = json.dumps(naughty, ensure_ascii=False)
        for line in (f"title: {quoted}", f"title: 甲\n{quoted}: 乙", f"title: [{quoted}]"):
            source = InMemory({placed.path: f"{line}\n{rest}".encode()})
            _, findings = read_record(placed.path, source.read(placed.path), placed.place.model)
            located = tuple(Locator(lambda _, only=source: only).locate(findings))  # type: ignore[misc]
            said = findings_text.render(FindingsReport(located, units=1, files=1, entries=0), Page(Lang.EN))
            assert CONTROLS.search(said) is None, line
