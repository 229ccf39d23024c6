"""The laws of changes, tried on many: whatever is accepted was allowed, and took nothing back that had been said.

What is allowed and what was said is worked out here once more, from the YAML alone and in another way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integrity_cli.checks import check_change
from integrity_cli.domain.diagnostic import errors
from integrity_cli.domain.growth import grows
from integrity_cli.reading.change import change_between
from integrity_cli.sources import Changed, Source
from tests.changes.campaign import BASE, IDENTITY_NUMBER, OFFICE, OTHER, REVIEWER, SECOND_REVIEWER, UNIT
from tests.tools import InMemory

Files = dict[str, bytes]
START: Files = {path: BASE.read(path) for path in BASE.paths()}
MAY = {
    UNIT: r"records/units/water/.*",
    OTHER: r"records/units/dike/.*",
    REVIEWER: r"records/office/reviews/water/r01\.yaml",
    SECOND_REVIEWER: r"records/office/reviews/dike/r02\.yaml",
    OFFICE: r"(?!records/units/[^/]+/|records/office/reviews/).*",
    "nobody": r"(?!)",
}
LISTS = {
    r"records/units/\w+/evidence(/[^/]+)?\.yaml": ("entries", "id"),
    r"records/units/\w+/cases\.yaml": ("cases", "case_no"),
    r"records/office/filings\.yaml": ("filings", "receipt_no"),
}
WORDS = [
    "E-031",
    "E-999",
    "cases: 5",
    "2014-12-01",
    "withdrawn: {on: 2015-01-30, reason: 记错。}",
    "yes",
    "no",
    "0",
    "12",
]

plain: st.SearchStrategy[Any] = st.recursive(
    st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)


@given(plain)
def test_nothing_is_lost_where_nothing_changed(data: Any) -> None:
    assert list(grows(data, data)) == []


@given(plain, plain)
def test_growth_is_the_same_as_every_leaf_being_still_there(old: Any, new: Any) -> None:
    assert (list(grows(old, new)) == []) == (leaves(old) <= leaves(new))


@given(plain, plain, plain)
def test_what_grew_twice_has_grown(first: Any, second: Any, third: Any) -> None:
    if not [*grows(first, second), *grows(second, third)]:
        assert list(grows(first, third)) == []


@given(st.dictionaries(st.sampled_from("abcd"), plain), st.dictionaries(st.sampled_from("efgh"), plain))
def test_more_keys_take_nothing_away(old: dict[str, Any], more: dict[str, Any]) -> None:
    assert list(grows(old, old | more)) == []


def leaves(data: Any, route: tuple[Any, ...] = ()) -> set[tuple[Any, ...]]:
    """Every value with its route; a map and a list are leaves too, by their kind."""
    found: set[tuple[Any, ...]] = {(route, type(data).__name__, data if isinstance(data, str) else None)}
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return found.union(*(leaves(value, (*route, step)) for step, value in steps))


def said(files: Files) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every item of a list that only grows, by its owner and its name."""
    for path, content in files.items():
        for pattern, (key, name) in LISTS.items():
            if re.fullmatch(pattern, path):
                data = yaml.load(content, Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but text
                owner = path.split("/")[2] if "/units/" in path else "office"
                for item in (data or {}).get(key) or []:
                    yield (owner, key, item[name]), item


NEW_PLACES = ("records/units/water/evidence/x.yaml", "records/units/dike/evidence/x.yaml", "x.txt", "templates/x.j2")
NEW_ENTRY = "  - {id: E-200, kind: support, title: 购置记录仪, happened_on: 2014-12-10, form: premises}"


@st.composite
def mutations(draw: st.DrawFn) -> Files:
    """The campaign with up to three things done to it, sensible ones and others."""
    files = dict(START)
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(sorted(files)))
        what = draw(st.sampled_from(["delete", "move", "copy", "drop", "swap", "word", "append", "comment"]))
        if what in {"move", "copy"}:
            files[draw(st.sampled_from(NEW_PLACES))] = files[path]
        if what in {"move", "delete"}:
            del files[path]
        elif what != "copy":
            lines = files[path].decode("utf-8").split("\n")
            files[path] = "\n".join(draw(rewritten(lines, what))).encode("utf-8")
    return files


@st.composite
def rewritten(draw: st.DrawFn, lines: list[str], what: str) -> list[str]:
    """The lines of a file with one of them dropped, swapped, reworded, or with one more."""
    place, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    if what == "drop":
        del lines[place]
    elif what == "swap":
        lines[place], lines[other] = lines[other], lines[place]
    elif what == "comment":
        lines.insert(place, "# 说明")
    elif what == "append":
        lines[-1:] = [NEW_ENTRY, ""]
    elif last := re.search(r"[^\s:,{}\[\]]+(?=[,}\]]?$)", lines[place]):
        lines[place] = lines[place][: last.start()] + draw(st.sampled_from(WORDS)) + lines[place][last.end() :]
    return lines


def changed(files: Files) -> tuple[Changed, ...]:
    """The files that differ, as Git would tell them."""
    both = sorted(path for path in {*START, *files} if START.get(path) != files.get(path))
    modes = [("100644" if path in START else None, "100644" if path in files else None) for path in both]
    return tuple(Changed(path, *mode, None) for path, mode in zip(both, modes, strict=True))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(mutations(), st.sampled_from(sorted(MAY)))
def test_whatever_is_accepted_was_allowed_and_takes_nothing_back(files: Files, actor: str) -> None:
    difference = changed(files)
    change = change_between(source(START), source(files), difference, (actor,))
    found = errors(check_change(change).findings)
    outside = [one.path for one in difference if not re.fullmatch(MAY[actor], one.path)]
    if outside:
        assert {one.path for one in found if one.code[0] == "G"} >= set(outside), "each refused file is told"
    if found:
        return
    after: dict[tuple[str, ...], list[Any]] = {}
    for name, item in said(files):
        after.setdefault(name, []).append(item)
    for name, item in said(START):
        assert any(leaves(item) <= leaves(one) for one in after[name]), name


def source(files: Files) -> Source:
    return InMemory(files)


def test_the_campaign_that_is_changed_has_nothing_to_find() -> None:
    change = change_between(source(START), source(START), (), (UNIT,))
    assert errors(check_change(change).findings) == ()
    assert IDENTITY_NUMBER.encode() not in b"".join(START.values())
    assert len(list(said(START))) > 25
