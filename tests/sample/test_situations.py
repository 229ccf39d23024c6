"""What the sample shows, and where: every situation, requirement, evidence kind, rule type and kind of record.

The whole listing is `tests/golden/sample-shows.txt`; `INTEGRITY_UPDATE_GOLDEN=1 pytest tests/sample` writes it anew.
Read its diff before you keep it.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from textwrap import wrap

import pytest

from integrity_cli.domain.evidence import KINDS
from integrity_cli.lang import Lang
from integrity_cli.reading import layout
from integrity_cli.rubric.rules import RULES
from integrity_cli.scoring.scorecard import STATUS
from tests.sample.places import Place, Shown, ledger, sample
from tests.sample.situations import SITUATIONS, Situation
from tests.tools import ROOT

GOLDEN = ROOT / "tests" / "golden" / "sample-shows.txt"

UNITS, SCORED, ENTRIES = 12, 10, 300
"""The least that makes a campaign worth learning from."""

EARNS = {"full", "part", "met"}
UNDECIDED = {"open", "not_applicable"}
NOT_USED = {"bands", "deadline", "deduct", "mean"}
"""Rule types of which the notice's own rubric has no need; their tests stand in tests/rubric."""

SPLIT_LEDGER = "records/units/{unit}/evidence/{part}.yaml"
"""No unit's ledger grew so long; tests/examples/clean/ledger-in-several-files shows one."""
SNAPSHOTS = "records/office/snapshots.yaml"

# -- what is shown


def of_requirement(at: Shown, id_: str) -> dict[str, list[str]]:
    """The scored units by what a requirement came to for them."""
    found: dict[str, list[str]] = defaultdict(list)
    for dossier, card in at.scored:
        (one,) = (one for one in card.requirements if one.id == id_)
        found[one.status].append(dossier.unit.id)
    return found


def of_kind(at: Shown, kind: str) -> list[Place]:
    return list(ledger(lambda _, one: one.kind == kind)(at))


def of_rule(at: Shown, key: str) -> list[str]:
    """The rows of the rubric, and of its bonus, that use a rule type."""
    rows = [(row.id, row.rule) for row in at.rubric.rows()]
    rows += [(row.id, row.rule) for row in (at.rubric.bonus.rows if at.rubric.bonus else ())]
    return [id_ for id_, rule in rows if rule.key == key]


def of_place(at: Shown, pattern: str) -> list[str]:
    """The record files that have their place by a pattern."""
    placed = [layout.recognise(path) for path in at.campaign.read]
    return [one.path for one in placed if one is not None and one.place.pattern == pattern]


REQUIREMENTS = {one.id: one for _, one in sample().rubric.placed()}
PATTERNS = [one.pattern for one in layout.PLACES if one.name != "rubric"]


# -- the listing


def said(text: str, first: str = "    ") -> Iterator[str]:
    yield from wrap(text, 116, initial_indent=first, subsequent_indent="        ", break_on_hyphens=False)


def where(places: Iterable[Place]) -> Iterator[str]:
    """The places, those in one part of one file on one line."""
    for (unit, file, part), group in groupby(places, key=lambda one: (one.unit, one.file, part_of(one))):
        label = file if f"/{unit}" in file else f"{file} {unit}"
        words = ", ".join(one.where.removeprefix(part).strip() for one in group)
        yield from said(f"{' '.join(word for word in (label, part) if word)}: {words}")


def part_of(place: Place) -> str:
    """The key under which it stands in its file, where the place names one: `settled`, `findings`."""
    key, _, rest = place.where.partition(" ")
    return key if rest and re.fullmatch("[a-z_]+", key) else ""


def listing(at: Shown) -> Iterator[str]:
    """Everything shown, as the golden file has it."""
    yield "What the sample campaign shows, and where · 示例活动展示了什么，在哪里"
    yield from ("", "== Situations · 情形")
    for situation in SITUATIONS:
        yield from ("", f"{situation.name.en} · {situation.name.zh}")
        yield from where(situation.find(at))
    yield from ("", "== Requirements · 考核项")
    for id_, one in REQUIREMENTS.items():
        yield from ("", f"{id_} {one.gloss.en} · {one.gloss.zh}")
        for status, found in sorted(
            of_requirement(at, id_).items(), key=lambda pair: list(STATUS.values).index(pair[0])
        ):
            label = STATUS.values[status]
            yield from said(f"{label.en} {label.zh}: {', '.join(found)}")
    yield from ("", "== Requirements that come out the same for every unit reviewed · 各单位结果相同的考核项", "")
    yield from said(", ".join(alike(at)))
    yield from ("", "== Kinds of evidence · 证据类型")
    for kind, model in KINDS.items():
        yield from ("", f"{model.kind_label.en} · {model.kind_label.zh}")
        yield from where(of_kind(at, kind))
    yield from ("", "== Rule types · 规则种类")
    for key, rule in RULES.items():
        yield from ("", f"{rule.label.en} · {rule.label.zh}")
        yield from said(", ".join(of_rule(at, key)) or "not used by the rubric · 细则没有用到")
    yield from ("", "== Kinds of record · 记录种类")
    for pattern in PATTERNS:
        yield from ("", pattern)
        yield from said(", ".join(of_place(at, pattern)) or "not used · 没有用到")


def alike(at: Shown) -> Iterator[str]:
    """Requirements with which no unit that was reviewed differs from another."""
    for id_ in REQUIREMENTS:
        found = (one for _, card in at.scored for one in card.requirements if one.id == id_)
        if len({(one.status, one.points) for one in found if one.status not in UNDECIDED}) == 1:
            yield id_


def test_what_is_shown_where_is_the_listing_kept() -> None:
    found = "\n".join(listing(sample())) + "\n"
    if os.environ.get("INTEGRITY_UPDATE_GOLDEN"):
        GOLDEN.write_text(found, encoding="utf-8", newline="\n")
    assert found == GOLDEN.read_text(encoding="utf-8")


# -- that nothing is missing


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda one: one.name.say(Lang.EN))
def test_the_sample_shows(situation: Situation) -> None:
    assert list(situation.find(sample()))


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda one: one.name.say(Lang.EN))
def test_without_the_units_that_show_it_nothing_does(situation: Situation) -> None:
    """So a finder finds what is there, and some units do not show it."""
    showing = {place.unit for place in situation.find(sample())}
    left = without(sample(), showing)
    assert left.cards
    assert list(situation.find(left)) == []


def without(at: Shown, units: set[str]) -> Shown:
    """The campaign without some units; without its notice, where that is what shows something."""
    notice = None if "" in units else at.campaign.notice
    dossiers = tuple(one for one in at.campaign.dossiers if one.unit.id not in units)
    cards = {unit: card for unit, card in at.cards.items() if unit not in units}
    return Shown(replace(at.campaign, dossiers=dossiers, notice=notice), cards)


def test_situations_have_names_of_their_own() -> None:
    assert len({one.name.en for one in SITUATIONS}) == len({one.name.zh for one in SITUATIONS}) == len(SITUATIONS)


def test_the_rubric_has_the_requirements_of_the_notice_and_one_of_its_own() -> None:
    assert [id_ for id_, one in REQUIREMENTS.items() if one.ours] == ["C2.SAT"]
    assert len(REQUIREMENTS) == 104 + 1


@pytest.mark.parametrize("id_", REQUIREMENTS)
def test_a_unit_earns_something_or_meets(id_: str) -> None:
    assert EARNS & {*of_requirement(sample(), id_)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_unit_has_entries_of(kind: str) -> None:
    assert of_kind(sample(), kind)


@pytest.mark.parametrize("key", sorted(RULES.keys() - NOT_USED))
def test_a_unit_earns_by(key: str) -> None:
    """A row of the rule type came to a figure in a scorecard, not only to a line of the rubric."""
    rows = of_rule(sample(), key)
    earned = {row.id for _, card in sample().scored for row in card.rows if row.status in EARNS}
    assert earned & {*rows}


def test_rule_types_said_to_be_unused_are_unused() -> None:
    assert [key for key in sorted(NOT_USED) if of_rule(sample(), key)] == []


@pytest.mark.parametrize("pattern", [one for one in PATTERNS if one not in {SPLIT_LEDGER, SNAPSHOTS}])
def test_there_is_a_record_at(pattern: str) -> None:
    assert of_place(sample(), pattern)


def test_no_ledger_is_split() -> None:
    assert of_place(sample(), SPLIT_LEDGER) == []


def test_no_snapshot_is_taken() -> None:
    """The commits that it would name are not in the repository of whoever copies the sample."""
    assert of_place(sample(), SNAPSHOTS) == []


def test_the_campaign_is_large_enough_to_learn_from() -> None:
    assert len(sample().campaign.by_unit) >= UNITS
    assert len(sample().scored) >= SCORED
    assert sample().campaign.entries >= ENTRIES
