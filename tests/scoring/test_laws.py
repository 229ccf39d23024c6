"""The laws of the score, as properties over campaigns that hypothesis makes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from integrity_cli.domain.points import rounded
from integrity_cli.reading.loader import load
from integrity_cli.rubric.answers import Facts
from integrity_cli.rubric.rules import AnyRule, Rule
from integrity_cli.scoring.data import as_data
from integrity_cli.scoring.scorecard import Scorecard
from tests.tools import SAMPLE, InMemory, cards_of, changed, dossier, entry, sample_cards, sample_in_memory

days = st.dates(min_value=date(2014, 10, 1), max_value=date(2015, 3, 1))
counts = st.integers(0, 60).map(str)


@st.composite
def entries(draw: st.DrawFn, most: int = 12) -> list[dict[str, Any]]:
    """A ledger of meetings, rosters and trainings."""
    made = []
    for number in range(draw(st.integers(0, most))):
        on = draw(days).isoformat()
        kind = draw(st.sampled_from(["meeting", "roster", "training"]))
        fields = {
            "meeting": {"topic": draw(st.sampled_from(["programme", "other"])), "chaired_by": "head", "people": "3"},
            "roster": {"in_post": draw(counts), "certified": draw(counts)},
            "training": {"topic": "law", "audience": "officers", "hours": draw(counts), "people": draw(counts)},
        }[kind]
        made.append(entry(number + 1, kind, on, **fields))
    return made


MEETINGS = {"entries": "meeting", "where": {"topic": "programme"}, "within": "implementation"}
GROWING: list[dict[str, Any]] = [
    {"present": MEETINGS | {"at_least": "2"}},
    {"present": MEETINGS | {"measure": "longest_gap", "at_most": "31"}},
    {"count": MEETINGS, "full_at": "3"},
    {"levels": MEETINGS, "steps": [{"at_least": "1", "earn": "0.40"}, {"at_least": "3", "earn": "1.00"}]},
]
OTHERS: list[dict[str, Any]] = [
    {
        "share": {"entries": "roster", "measure": {"latest": "certified"}},
        "among": {"entries": "roster", "measure": {"latest": "in_post"}},
        "lose": "0.10", "per": "0.01", "unit": "point", "steps": "started", "empty": "zero",
    },
    {
        "share": {"entries": "training", "measure": {"sum": "person_hours"}},
        "among": {"entries": "roster", "measure": {"latest": "in_post"}},
        "target": "8", "empty": "zero",
    },
    {"deadline": {"entries": "meeting", "measure": {"earliest": "happened_on"}}, "by": "implementation",
     "lose": "0.05", "days": "working"},
]  # fmt: skip


def points(rule: dict[str, Any], ledger: list[dict[str, Any]]) -> Fraction:
    parsed: Rule = TypeAdapter(AnyRule).validate_python(rule)
    earned = parsed.award(Decimal("1.00"), Facts(dossier(*ledger), {})).points
    assert earned is not None
    return earned


@given(entries(), st.sampled_from(GROWING + OTHERS))
@settings(max_examples=300, deadline=None)
def test_points_stay_between_nothing_and_all(ledger: list[dict[str, Any]], rule: dict[str, Any]) -> None:
    assert 0 <= points(rule, ledger) <= 1


@given(entries(), st.sampled_from(GROWING + OTHERS), st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None)
def test_the_order_of_entries_changes_nothing(ledger: list[dict[str, Any]], rule: dict[str, Any], random: Any) -> None:
    shuffled = list(ledger)
    random.shuffle(shuffled)
    assert points(rule, ledger) == points(rule, shuffled)


@given(entries(), days, st.sampled_from(GROWING))
@settings(max_examples=300, deadline=None)
def test_a_favourable_entry_more_never_lowers_a_growing_rule(
    ledger: list[dict[str, Any]], on: Any, rule: dict[str, Any]
) -> None:
    more = entry(90, "meeting", on.isoformat(), topic="programme", chaired_by="head", people="3")
    assert points(rule, [*ledger, more]) >= points(rule, ledger)


@given(st.fractions(min_value=0, max_value=100))
@settings(max_examples=500)
def test_a_row_is_rounded_half_up_to_a_hundredth(exact: Fraction) -> None:
    printed = rounded(exact)
    assert printed.as_tuple().exponent == -2
    assert Fraction(-1, 200) < Fraction(printed) - exact <= Fraction(1, 200)


def test_exactly_half_a_hundredth_goes_up() -> None:
    assert [str(rounded(Fraction(n, 1000))) for n in (4, 5, 14, 15, 25)] == ["0.00", "0.01", "0.01", "0.02", "0.03"]


def test_every_figure_is_the_exact_sum_of_printed_ones() -> None:
    scored = [card for card in sample_cards().values() if card.systems]
    assert len(scored) > 10
    for card in scored:
        assert_adds_up(card)


def assert_adds_up(card: Scorecard) -> None:
    """Redoes every sum of a published scorecard with nothing but its printed rows."""
    data = as_data(card)
    total = Decimal(0)
    for system in data["systems"]:
        in_system = Decimal(0)
        for item in system["items"]:
            in_item = Decimal(0)
            for requirement in item["requirements"]:
                rows = [Decimal(row["points"]) for row in requirement["rows"] if "points" in row]
                assert sum(rows) + converted(requirement) == Decimal(requirement["points"])
                maxima = sum(Decimal(row["maximum"]) for row in requirement["rows"])
                assert maxima == Decimal(requirement["maximum"])
                assert all(
                    Decimal(row["points"]) <= Decimal(row["maximum"]) for row in requirement["rows"] if "points" in row
                )
                in_item += Decimal(requirement["points"])
            in_item += converted(item)
            assert in_item == Decimal(item["points"]) <= Decimal(item["maximum"])
            in_system += in_item
        in_system += converted(system)
        assert in_system == Decimal(system["points"]) <= Decimal(system["maximum"])
        total += in_system
    assert total + converted(data) == Decimal(data["base"])
    bonus = data["outcome"]["bonus"]
    counted = sum(Decimal(row["counted"]) for row in bonus["rows"])
    assert Decimal(bonus["points"]) == min(counted, Decimal(bonus["cap"]))
    assert Decimal(data["base"]) + Decimal(bonus["points"]) == Decimal(data["total"])
    assert Decimal(data["settled_maximum"]) + Decimal(data["open_points"]) == Decimal(data["maximum"]) == 100


def converted(level: dict[str, Any]) -> Decimal:
    """What the conversion of a level brought, from its own printed figures."""
    return Decimal(level.get("conversion", {}).get("points", "0.00"))


def test_an_error_in_a_record_leaves_the_unit_without_a_total_and_the_others_with_theirs() -> None:
    path = "records/units/culture/evidence.yaml"
    cards = cards_of(load(changed(path, "id: E-003", "id: E003")))
    assert (cards["culture"].state, cards["culture"].total) == ("unscored", None)
    assert [finding.code for finding in cards["culture"].blocking] == ["S114"]
    whole = sample_cards()
    assert cards["agriculture"].total == whole["agriculture"].total


def test_files_in_any_order_and_split_give_the_same_scores() -> None:
    """A ledger cut into files of its own entries, in reverse, is the same ledger."""
    files = sample_in_memory().files
    for unit in ("urban-management", "agriculture", "culture"):
        path = f"records/units/{unit}/evidence.yaml"
        _, *pieces = files.pop(path).decode("utf-8").split("\n  - id: ")
        for number, piece in enumerate(reversed(pieces)):
            files[f"records/units/{unit}/evidence/{number:03}.yaml"] = f"entries:\n  - id: {piece}\n".encode()
    split = {unit: as_data(card) for unit, card in cards_of(load(InMemory(files))).items()}
    assert split == {unit: as_data(card) for unit, card in sample_cards().items()}


def test_an_entry_that_a_reviewer_refused_counts_nowhere() -> None:
    card = sample_cards()["urban-management"]
    refused = load(SAMPLE).by_unit["urban-management"].refused
    assert refused
    cited = {
        one
        for requirement in card.requirements
        for row in requirement.rows
        for fact in row.facts
        for one in fact.entries
    }
    assert not refused & cited
