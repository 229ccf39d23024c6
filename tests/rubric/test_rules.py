"""Facts to points: every rule type at its edges, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from pydantic import TypeAdapter

from integrity_cli.domain.decisions import Surveys
from integrity_cli.domain.dossier import Dossier
from integrity_cli.rubric.answers import Facts
from integrity_cli.rubric.rules import RULES, AnyRule, Judgement, Rule
from integrity_cli.rubric.rules.deduct import Deduct
from tests.tools import dossier, entry

MEETINGS = {"entries": "meeting", "where": {"topic": "programme"}, "within": "implementation"}


def meeting(number: int, on: str = "2014-12-01", **more: Any) -> dict[str, Any]:
    return entry(number, "meeting", on, **({"topic": "programme", "chaired_by": "head", "people": "9"} | more))


def roster(number: int, on: str, in_post: int, certified: int, body: str | None = None) -> dict[str, Any]:
    return entry(number, "roster", on, body=body, in_post=str(in_post), certified=str(certified))


def meetings(count: int) -> Dossier:
    return dossier(*(meeting(number) for number in range(1, count + 1)))


def awarded(rule: dict[str, Any], points: str, facts: Dossier) -> tuple[Fraction | None, str]:
    parsed: Rule = TypeAdapter(AnyRule).validate_python(rule)
    award = parsed.award(Decimal(points), Facts(facts, {}))
    return award.points, award.arithmetic


PRESENT = [
    ("nothing on record", MEETINGS, dossier(), 0),
    ("one is enough", MEETINGS, meetings(1), 1),
    ("more earns no more", MEETINGS, meetings(7), 1),
    ("just under what is asked", MEETINGS | {"at_least": "3"}, meetings(2), 0),
    ("exactly what is asked", MEETINGS | {"at_least": "3"}, meetings(3), 1),
    ("at most none", MEETINGS | {"at_most": "0"}, meetings(1), 0),
    ("exactly none", MEETINGS | {"equals": "0"}, meetings(0), 1),
    ("before the window", MEETINGS, dossier(meeting(1, "2014-10-31")), 0),
    ("on its first day", MEETINGS, dossier(meeting(1, "2014-11-01")), 1),
    ("on its last day", MEETINGS, dossier(meeting(1, "2015-01-31")), 1),
    ("after it", MEETINGS, dossier(meeting(1, "2015-02-01")), 0),
    ("on another topic", MEETINGS, dossier(meeting(1, topic="other")), 0),
    ("withdrawn", MEETINGS, dossier(meeting(1, withdrawn={"on": "2015-01-09", "reason": "日期有误"})), 0),
    ("refused", MEETINGS, dossier(meeting(1), refused=("E-001",)), 0),
]


@pytest.mark.parametrize(("fact", "facts", "earned"), [row[1:] for row in PRESENT], ids=[row[0] for row in PRESENT])
def test_present(fact: dict[str, Any], facts: Dossier, earned: int) -> None:
    points, _ = awarded({"present": fact}, "0.50", facts)
    assert points == Fraction(1, 2) * earned


COUNT = [(0, "0"), (1, "1/3"), (2, "2/3"), (3, "1"), (4, "1"), (5, "1"), (27, "1"), (50, "1")]


@pytest.mark.parametrize(("held", "share"), COUNT)
def test_count_is_proportional_up_to_its_cap(held: int, share: str) -> None:
    points, arithmetic = awarded({"count": MEETINGS, "full_at": "3"}, "1.00", meetings(held))
    assert points == Fraction(share)
    assert arithmetic == f"1.00 × min({held}, 3) ÷ 3"


def test_count_leaves_out_withdrawn_and_refused_entries() -> None:
    facts = dossier(
        meeting(1), meeting(2, withdrawn={"on": "2015-01-09", "reason": "重复"}), meeting(3), refused=("E-003",)
    )
    assert awarded({"count": MEETINGS, "full_at": "3"}, "0.90", facts)[0] == Fraction(3, 10)


LEVELS: dict[str, Any] = {
    "levels": MEETINGS,
    "steps": [{"at_least": "2", "earn": "0.80"}, {"at_least": "3", "earn": "1.00"}],
}


@pytest.mark.parametrize(
    ("held", "earned"), [(0, "0"), (1, "0"), (2, "0.8"), (3, "1"), (4, "1"), (5, "1"), (9, "1"), (40, "1")]
)
def test_levels_give_the_highest_one_reached(held: int, earned: str) -> None:
    assert awarded(LEVELS, "1.00", meetings(held))[0] == Fraction(earned)


def test_levels_do_not_depend_on_the_order_of_their_steps() -> None:
    turned = LEVELS | {"steps": LEVELS["steps"][::-1]}
    assert awarded(turned, "1.00", meetings(2))[0] == Fraction("0.8")


def test_levels_leave_out_withdrawn_and_refused_entries() -> None:
    gone: dict[str, Any] = {"withdrawn": {"on": "2015-01-09", "reason": "重复"}}
    facts = dossier(meeting(1), meeting(2), meeting(3, **gone), meeting(4), refused=("E-004",))
    assert awarded(LEVELS, "1.00", facts)[0] == Fraction("0.8")


CERTIFIED = {"entries": "roster", "measure": {"latest": "certified"}}
IN_POST = {"entries": "roster", "measure": {"latest": "in_post"}}
SHARE = {"share": CERTIFIED, "among": IN_POST}
PRICED = SHARE | {"target": "1", "lose": "0.10", "per": "0.01", "unit": "point"}


def officers(certified: int, in_post: int) -> Dossier:
    return dossier(roster(1, "2014-12-01", in_post, certified))


@pytest.mark.parametrize(
    ("certified", "in_post", "earned"),
    [(0, 10, "0"), (5, 10, "3/4"), (9, 10, "27/20"), (10, 10, "3/2"), (12, 10, "3/2"), (1, 3, "1/2")],
)
def test_share_is_proportional_and_capped(certified: int, in_post: int, earned: str) -> None:
    assert awarded(SHARE, "1.50", officers(certified, in_post))[0] == Fraction(earned)


def test_share_reaches_all_points_at_its_target() -> None:
    assert awarded(SHARE | {"target": "0.8"}, "1.00", officers(8, 10))[0] == 1
    assert awarded(SHARE | {"target": "0.8"}, "1.00", officers(4, 10))[0] == Fraction(1, 2)


@pytest.mark.parametrize(
    ("steps", "certified", "in_post", "earned"),
    [
        # 「每低 1% 扣 0.1 分」 at 98.6 %, read in the three ways that tables leave open
        ("continuous", 986, 1000, "1.36"),
        ("full", 986, 1000, "1.4"),
        ("started", 986, 1000, "1.3"),
        ("started", 1000, 1000, "1.5"),
        ("started", 990, 1000, "1.4"),
        ("full", 990, 1000, "1.4"),
        ("full", 991, 1000, "1.5"),
        ("started", 850, 1000, "0"),
        ("started", 0, 1000, "0"),
        ("continuous", 1200, 1000, "1.5"),
    ],
)
def test_share_at_a_price_for_each_step(steps: str, certified: int, in_post: int, earned: str) -> None:
    assert awarded(PRICED | {"steps": steps}, "1.50", officers(certified, in_post))[0] == Fraction(earned)


def test_share_takes_a_relative_shortfall_of_its_target() -> None:
    relative = PRICED | {"target": "0.5", "unit": "relative", "steps": "continuous"}
    # 0.45 of 0.50 is a tenth short: ten steps of 0.01, a whole point
    assert awarded(relative, "1.50", officers(45, 100))[0] == Fraction("0.5")
    # in points it is five steps short
    assert awarded(relative | {"unit": "point"}, "1.50", officers(45, 100))[0] == Fraction(1)


def test_share_of_nothing_is_what_the_rubric_says() -> None:
    assert awarded(SHARE, "1.00", dossier()) == (None, "")
    assert awarded(SHARE | {"empty": "zero"}, "1.00", dossier()) == (Fraction(0), "1.00 × 0")


def test_latest_takes_each_bodys_newest_and_adds_them_up() -> None:
    facts = dossier(
        roster(1, "2014-11-03", 90, 80),
        roster(2, "2015-01-20", 60, 60),
        roster(3, "2014-12-10", 40, 30, body="squad"),
    )
    assert awarded(SHARE, "1.00", facts)[0] == Fraction(90, 100)


DEADLINE = {
    "deadline": {"entries": "meeting", "measure": {"earliest": "happened_on"}},
    "by": "implementation",
    "lose": "0.10",
    "days": "calendar",
}


@pytest.mark.parametrize(
    ("on", "days", "earned"),
    [
        ("2015-01-30", "calendar", "0.5"),
        ("2015-01-31", "calendar", "0.5"),
        ("2015-02-01", "calendar", "0.4"),
        ("2015-02-05", "calendar", "0"),
        ("2015-03-01", "calendar", "0"),
        # 31 January 2015 is a Saturday: Sunday costs nothing in working days, Monday is the first day late
        ("2015-02-01", "working", "0.5"),
        ("2015-02-02", "working", "0.4"),
        ("2015-02-06", "working", "0"),
    ],
)
def test_deadline(on: str, days: str, earned: str) -> None:
    assert awarded(DEADLINE | {"days": days}, "0.50", dossier(meeting(1, on)))[0] == Fraction(earned)


def test_deadline_without_any_day_earns_nothing() -> None:
    assert awarded(DEADLINE, "0.50", dossier()) == (Fraction(0), "0.50 × 0")


def test_judgement_waits_for_a_mark() -> None:
    award = (
        TypeAdapter(AnyRule).validate_python({"judgement": {"step": "0.25"}}).award(Decimal(1), Facts(dossier(), {}))
    )
    assert award.points is None
    assert award.awaits_mark


@pytest.mark.parametrize(
    ("mark", "allowed"),
    [
        ("0", True),
        ("0.01", False),
        ("0.25", True),
        ("0.30", False),
        ("0.75", True),
        ("0.99", False),
        ("1.00", True),
        ("1.25", False),
    ],
)
def test_judgement_allows_steps_up_to_the_points(mark: str, allowed: bool) -> None:
    rule = Judgement.model_validate({"judgement": {"step": "0.25"}})
    assert rule.allows(Decimal(mark), Decimal("1.00")) is allowed


def test_longest_gap_counts_the_windows_edges() -> None:
    gap = MEETINGS | {"measure": "longest_gap", "at_most": "31"}
    well_spread = dossier(meeting(1, "2014-11-20"), meeting(2, "2014-12-18"), meeting(3, "2015-01-16"))
    assert awarded({"present": gap}, "0.50", well_spread)[0] == Fraction(1, 2)
    bunched = dossier(meeting(1, "2015-01-10"), meeting(2, "2015-01-20"), meeting(3, "2015-01-30"))
    assert awarded({"present": gap}, "0.50", bunched) == (Fraction(0), "0.50 × [70 ≤ 31]")
    assert awarded({"present": gap}, "0.50", dossier()) == (Fraction(0), "0.50 × [91 ≤ 31]")


BANDED = {
    "bands": CERTIFIED,
    "among": IN_POST,
    # 100 % earns 2, from 98 % on 1, below nothing
    "steps": [{"at_least": "1", "earn": "2.00"}, {"at_least": "0.98", "earn": "1.00"}],
}


@pytest.mark.parametrize(
    ("certified", "in_post", "earned"),
    [
        (0, 100, 0),
        (97, 100, 0),
        (979, 1000, 0),
        (98, 100, 1),
        (981, 1000, 1),
        (99, 100, 1),
        (100, 100, 2),
        (130, 100, 2),
    ],
)
def test_bands_include_their_lower_end(certified: int, in_post: int, earned: int) -> None:
    points, arithmetic = awarded(BANDED, "2.00", officers(certified, in_post))
    assert points == earned
    assert arithmetic


def test_bands_of_nothing_are_what_the_rubric_says() -> None:
    assert awarded(BANDED, "2.00", dossier()) == (None, "")
    assert awarded(BANDED | {"empty": "zero"}, "2.00", dossier()) == (Fraction(0), "2.00 × 0")


def test_bands_leave_out_withdrawn_and_refused_entries() -> None:
    withdrawn = roster(2, "2015-01-30", 100, 10) | {"withdrawn": {"on": "2015-02-01", "reason": "误报"}}
    assert awarded(BANDED, "2.00", dossier(roster(1, "2014-12-01", 100, 100), withdrawn))[0] == 2
    refused = dossier(roster(1, "2014-12-01", 100, 100), roster(2, "2015-01-30", 100, 10), refused=("E-002",))
    assert awarded(BANDED, "2.00", refused)[0] == 2


LATE = {"entries": "meeting", "where": {"topic": "other"}}
SOLD = {"entries": "meeting", "where": {"topic": "mobilisation"}}


def charged(**charge: Any) -> dict[str, Any]:
    return {"deduct": [charge]}


DEDUCT = [
    ("once, nothing found", charged(once=LATE, lose="1.00"), 0, "3"),
    ("once, one found", charged(once=LATE, lose="1.00"), 1, "2"),
    ("once, many found cost no more", charged(once=LATE, lose="1.00"), 5, "2"),
    ("once, above a threshold", charged(once=LATE | {"at_least": "2"}, lose="1.00"), 1, "3"),
    ("each, nothing found", charged(each=LATE, lose="0.50"), 0, "3"),
    ("each, two found", charged(each=LATE, lose="0.50"), 2, "2"),
    ("each, exactly down to the floor", charged(each=LATE, lose="0.50"), 6, "0"),
    ("each, past the floor", charged(each=LATE, lose="0.50"), 9, "0"),
    ("ladder, nothing found", charged(ladder=LATE, losses=["0.50", "3.00"]), 0, "3"),
    ("ladder, the first time", charged(ladder=LATE, losses=["0.50", "3.00"]), 1, "2.5"),
    ("ladder, the second takes all", charged(ladder=LATE, losses=["0.50", "3.00"]), 2, "0"),
    ("ladder, and any more", charged(ladder=LATE, losses=["0.50", "3.00"]), 7, "0"),
    ("a floor above nothing", charged(each=LATE, lose="1.00") | {"floor": "1.00"}, 5, "1"),
]


@pytest.mark.parametrize(("rule", "found", "left"), [row[1:] for row in DEDUCT], ids=[row[0] for row in DEDUCT])
def test_deduct(rule: dict[str, Any], found: int, left: str) -> None:
    facts = dossier(*(meeting(number, topic="other") for number in range(1, found + 1)))
    assert awarded(rule, "3.00", facts)[0] == Fraction(left)


def test_deduct_takes_several_charges_from_one_pool() -> None:
    rule = {"deduct": [{"each": LATE, "lose": "0.50"}, {"once": SOLD, "lose": "2.00"}]}
    facts = dossier(meeting(1, topic="other"), meeting(2, topic="mobilisation"))
    assert awarded(rule, "3.00", facts) == (Fraction(1, 2), "max(0.00, 3.00 − 0.50 × 1 − 2.00 × [1 ≥ 1])")


def test_deduct_leaves_out_withdrawn_and_refused_entries() -> None:
    gone: dict[str, Any] = {"withdrawn": {"on": "2015-01-09", "reason": "重复"}}
    facts = dossier(meeting(1, topic="other", **gone), meeting(2, topic="other"), refused=("E-002",))
    assert awarded(charged(each=LATE, lose="0.50"), "3.00", facts)[0] == 3


RANGE = charged(range=LATE, least="0.50", most="1.50", step="0.50")


def test_deduct_in_a_range_waits_for_a_reviewer_only_where_something_was_found() -> None:
    assert awarded(RANGE, "3.00", dossier())[0] == 3
    assert awarded(RANGE, "3.00", dossier(meeting(1, topic="other"))) == (None, "")


@pytest.mark.parametrize(
    ("mark", "allowed"),
    [
        ("3.00", False),
        ("2.50", True),
        ("2.25", False),
        ("2.00", True),
        ("1.50", True),
        ("1.00", False),
        ("0.00", False),
    ],
)
def test_deduct_in_a_range_allows_what_is_left_after_its_losses(mark: str, allowed: bool) -> None:
    assert Deduct.model_validate(RANGE).allows(Decimal(mark), Decimal("3.00")) is allowed


SURVEYED = {
    "survey": {"survey": "all"},
    "least": "30",
    "worth": {"satisfied": "1", "fairly": "0.7", "dissatisfied": "0"},
}


def surveyed(*answers: tuple[int, int, int]) -> Dossier:
    surveys = [
        {
            "unit": "a", "held_on": "2015-02-03", "sent": "200", "valid": str(sum(answer)),
            "satisfied": str(answer[0]), "fairly": str(answer[1]), "dissatisfied": str(answer[2]),
        }
        for answer in answers
    ]  # fmt: skip
    return replace(dossier(), surveys=Surveys.model_validate({"surveys": surveys}).surveys)


@pytest.mark.parametrize(
    ("answers", "earned"),
    [
        ([], None),
        ([(0, 0, 0)], None),
        ([(29, 0, 0)], None),
        ([(30, 0, 0)], "10"),
        ([(0, 30, 0)], "7"),
        ([(0, 0, 30)], "0"),
        ([(50, 40, 10)], "7.8"),
        ([(10, 10, 9), (1, 0, 0)], "6"),
        ([(100, 0, 0), (0, 0, 100)], "5"),
    ],
)
def test_survey(answers: list[tuple[int, int, int]], earned: str | None) -> None:
    points, _ = awarded(SURVEYED, "10.00", surveyed(*answers))
    assert points == (None if earned is None else Fraction(earned))


MEAN = {"mean": {"entries": "training", "measure": {"mean": "hours"}}, "full_at": "8"}


def training(number: int, hours: str, **more: Any) -> dict[str, Any]:
    return entry(number, "training", topic="law", audience="officers", hours=hours, people="9", **more)


@pytest.mark.parametrize(
    ("hours", "earned"),
    [
        ([], None),
        (["0"], "0"),
        (["4"], "1/2"),
        (["7.9"], "79/80"),
        (["8"], "1"),
        (["9"], "1"),
        (["6", "10"], "1"),
        (["1", "2", "3"], "1/4"),
        (["-4"], "0"),
    ],
)
def test_mean(hours: list[str], earned: str | None) -> None:
    points, _ = awarded(MEAN, "1.00", dossier(*(training(n, one) for n, one in enumerate(hours, start=1))))
    assert points == (None if earned is None else Fraction(earned))


def test_mean_leaves_out_withdrawn_and_refused_entries() -> None:
    gone: dict[str, Any] = {"withdrawn": {"on": "2015-01-09", "reason": "重复"}}
    facts = dossier(training(1, "8"), training(2, "1", **gone), training(3, "1"), refused=("E-003",))
    assert awarded(MEAN, "1.00", facts)[0] == 1


def test_every_rule_type_is_tried_here() -> None:
    source = globals()
    for key in RULES:
        assert any(name.startswith(f"test_{key}") for name in source), f"no table for {key}"
