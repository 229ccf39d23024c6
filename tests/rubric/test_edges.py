"""The same edges for every rule type: nothing, just under, exactly at, over the cap, withdrawn, refused, of nothing.

`tests/rubric/test_rules.py` tries each rule in depth; here no rule type may leave an edge out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from pydantic import TypeAdapter

from integrity_cli.domain.decisions import Surveys
from integrity_cli.domain.dossier import Dossier
from integrity_cli.rubric.answers import Facts
from integrity_cli.rubric.rules import RULES, AnyRule, Award, Rule
from tests.test_explained import Reader
from tests.tools import dossier, entry

POINTS = Decimal("2.00")
AWAITED, ASIDE = "awaits a mark", "does not apply"
GONE: dict[str, Any] = {"withdrawn": {"on": "2015-02-01", "reason": "有误"}}
HELD = {"entries": "meeting", "within": "implementation"}
CERTIFIED = {"entries": "roster", "measure": {"latest": "certified"}}
IN_POST = {"entries": "roster", "measure": {"latest": "in_post"}}
ON = {"entries": "meeting", "measure": {"earliest": "happened_on"}}
HOURS = {"entries": "training", "measure": {"sum": "hours"}}


def meeting(number: int = 1, on: str = "2014-12-01", **more: Any) -> dict[str, Any]:
    return entry(number, "meeting", on, topic="programme", chaired_by="head", people="9", **more)


def meetings(count: int) -> Dossier:
    return dossier(*(meeting(number) for number in range(1, count + 1)))


def roster(number: int, certified: int, in_post: int = 100, **more: Any) -> dict[str, Any]:
    return entry(number, "roster", certified=str(certified), in_post=str(in_post), **more)


def training(number: int, hours: str, **more: Any) -> dict[str, Any]:
    return entry(number, "training", topic="law", audience="officers", hours=hours, people="9", **more)


def surveyed(satisfied: int, fairly: int = 0, dissatisfied: int = 0) -> Dossier:
    answers = {"satisfied": str(satisfied), "fairly": str(fairly), "dissatisfied": str(dissatisfied)}
    one = {"unit": "a", "held_on": "2015-02-03", "sent": "99", "valid": str(satisfied + fairly + dissatisfied)}
    return replace(dossier(), surveys=Surveys.model_validate({"surveys": [one | answers]}).surveys)


WITHDRAWN = dossier(meeting(1, **GONE), meeting(2, **GONE), meeting(3, **GONE))
REFUSED = dossier(meeting(1), meeting(2), meeting(3), refused=("E-001", "E-002", "E-003"))
BELOW_NOTHING = dossier(roster(1, 5), training(2, "-4"))
THREE: dict[str, Any] = {"present": HELD | {"at_least": "3"}}
LEVELS: dict[str, Any] = {
    "levels": HELD,
    "steps": [{"at_least": "2", "earn": "1.25"}, {"at_least": "3", "earn": "2.00"}],
}
COUNT: dict[str, Any] = {"count": HELD, "full_at": "3"}
SHARE: dict[str, Any] = {"share": CERTIFIED, "among": IN_POST, "target": "0.9"}
BANDS: dict[str, Any] = {
    "bands": CERTIFIED,
    "among": IN_POST,
    "steps": [{"at_least": "0.9", "earn": "2.00"}, {"at_least": "0.5", "earn": "0.75"}],
}
DEDUCT: dict[str, Any] = {"deduct": [{"each": HELD, "lose": "0.75"}], "floor": "0.25"}
ONCE: dict[str, Any] = {"deduct": [{"once": IN_POST | {"at_most": "5"}, "lose": "1.00"}]}
GIVES_BACK: dict[str, Any] = {"deduct": [{"each": HOURS, "lose": "0.25"}]}
DEADLINE: dict[str, Any] = {"deadline": ON, "by": "implementation", "lose": "0.50", "days": "calendar"}
WORTH = {"satisfied": "1", "fairly": "0.5", "dissatisfied": "0"}
SURVEY: dict[str, Any] = {"survey": {"survey": "all"}, "least": "10", "worth": WORTH}
MEAN: dict[str, Any] = {"mean": HOURS | {"measure": {"mean": "hours"}}, "full_at": "8"}
JUDGEMENT: dict[str, Any] = {"judgement": {"step": "0.25"}}

Row = tuple[str, dict[str, Any], Dossier, str]
EDGES: Mapping[str, tuple[Row, ...]] = {
    "present": (
        ("nothing", THREE, dossier(), "0"),
        ("just under", THREE, meetings(2), "0"),
        ("exactly at", THREE, meetings(3), "2"),
        ("over the cap", THREE, meetings(9), "2"),
        ("withdrawn", THREE, WITHDRAWN, "0"),
        ("refused", THREE, REFUSED, "0"),
        ("outside the window", THREE, dossier(*(meeting(n, "2015-02-01") for n in (1, 2, 3))), "0"),
        ("below nothing", {"present": HOURS | {"at_least": "-2"}}, BELOW_NOTHING, "0"),
        ("above a bound below nothing", {"present": HOURS | {"at_least": "-5"}}, BELOW_NOTHING, "2"),
        ("nothing stated is no zero", {"present": IN_POST | {"at_most": "5"}}, dossier(), "0"),
    ),
    "levels": (
        ("nothing", LEVELS, dossier(), "0"),
        ("just under", LEVELS, meetings(1), "0"),
        ("exactly at the lower", LEVELS, meetings(2), "5/4"),
        ("exactly at", LEVELS, meetings(3), "2"),
        ("over the cap", LEVELS, meetings(9), "2"),
        ("withdrawn", LEVELS, WITHDRAWN, "0"),
        ("refused", LEVELS, REFUSED, "0"),
        ("one of three refused", LEVELS, dossier(meeting(1), meeting(2), meeting(3), refused=("E-002",)), "5/4"),
    ),
    "count": (
        ("nothing", COUNT, dossier(), "0"),
        ("one of three", COUNT, meetings(1), "2/3"),
        ("just under", COUNT, meetings(2), "4/3"),
        ("exactly at", COUNT, meetings(3), "2"),
        ("over the cap", COUNT, meetings(9), "2"),
        ("withdrawn", COUNT, WITHDRAWN, "0"),
        ("refused", COUNT, REFUSED, "0"),
        ("a total below nothing", {"count": HOURS, "full_at": "3"}, BELOW_NOTHING, "0"),
    ),
    "share": (
        ("nothing", SHARE, dossier(roster(1, 0)), "0"),
        ("just under", SHARE, dossier(roster(1, 89)), "89/45"),
        ("exactly at", SHARE, dossier(roster(1, 90)), "2"),
        ("over the cap", SHARE, dossier(roster(1, 130)), "2"),
        ("withdrawn", SHARE, dossier(roster(1, 45), roster(2, 90, **GONE)), "1"),
        ("refused", SHARE, dossier(roster(1, 45), roster(2, 90), refused=("E-002",)), "1"),
        ("not applicable: nothing to divide by", SHARE, dossier(roster(1, 0, 0)), ASIDE),
        ("nothing on record", SHARE, dossier(), ASIDE),
        ("zero where the rubric says so", SHARE | {"empty": "zero"}, dossier(), "0"),
        ("a total below nothing", SHARE | {"share": HOURS}, BELOW_NOTHING, "0"),
    ),
    "bands": (
        ("nothing", BANDS, dossier(roster(1, 0)), "0"),
        ("just under the lowest", BANDS, dossier(roster(1, 49)), "0"),
        ("exactly at the lowest", BANDS, dossier(roster(1, 50)), "3/4"),
        ("just under", BANDS, dossier(roster(1, 89)), "3/4"),
        ("exactly at", BANDS, dossier(roster(1, 90)), "2"),
        ("over the cap", BANDS, dossier(roster(1, 130)), "2"),
        ("withdrawn", BANDS, dossier(roster(1, 50), roster(2, 90, **GONE)), "3/4"),
        ("refused", BANDS, dossier(roster(1, 50), roster(2, 90), refused=("E-002",)), "3/4"),
        ("not applicable: nothing to divide by", BANDS, dossier(roster(1, 0, 0)), ASIDE),
    ),
    "deduct": (
        ("nothing", DEDUCT, dossier(), "2"),
        ("one", DEDUCT, meetings(1), "5/4"),
        ("just above the floor", DEDUCT, meetings(2), "1/2"),
        ("exactly at the floor", DEDUCT | {"floor": "0.50"}, meetings(2), "1/2"),
        ("over the cap", DEDUCT, meetings(9), "1/4"),
        ("withdrawn", DEDUCT, WITHDRAWN, "2"),
        ("refused", DEDUCT, REFUSED, "2"),
        ("once where nothing was stated", ONCE, dossier(), "2"),
        ("a total below nothing gives nothing back", GIVES_BACK, BELOW_NOTHING, "2"),
    ),
    "deadline": (
        ("nothing", DEADLINE, dossier(), "0"),
        ("a day early", DEADLINE, dossier(meeting(1, "2015-01-30")), "2"),
        ("exactly at", DEADLINE, dossier(meeting(1, "2015-01-31")), "2"),
        ("just over", DEADLINE, dossier(meeting(1, "2015-02-01")), "3/2"),
        ("exactly down to nothing", DEADLINE, dossier(meeting(1, "2015-02-04")), "0"),
        ("over the cap", DEADLINE, dossier(meeting(1, "2015-03-01")), "0"),
        ("withdrawn", DEADLINE, dossier(meeting(1, **GONE), meeting(2, "2015-02-01")), "3/2"),
        ("refused", DEADLINE, dossier(meeting(1), meeting(2, "2015-02-01"), refused=("E-001",)), "3/2"),
    ),
    "survey": (
        ("nothing", SURVEY, dossier(), ASIDE),
        ("just under the least", SURVEY, surveyed(9), ASIDE),
        ("exactly at the least", SURVEY, surveyed(10), "2"),
        ("all dissatisfied", SURVEY, surveyed(0, 0, 10), "0"),
        ("all fairly satisfied", SURVEY, surveyed(0, 10), "1"),
        ("mixed", SURVEY, surveyed(5, 4, 1), "7/5"),
        ("thirds", SURVEY, surveyed(4, 0, 8), "2/3"),
        ("many", SURVEY, surveyed(9000, 0, 1000), "9/5"),
    ),
    "mean": (
        ("nothing", MEAN, dossier(), ASIDE),
        ("a mean of nothing", MEAN, dossier(training(1, "0")), "0"),
        ("just under", MEAN, dossier(training(1, "7.999999")), "7999999/4000000"),
        ("exactly at", MEAN, dossier(training(1, "8")), "2"),
        ("over the cap", MEAN, dossier(training(1, "80")), "2"),
        ("withdrawn", MEAN, dossier(training(1, "4"), training(2, "8", **GONE)), "1"),
        ("refused", MEAN, dossier(training(1, "4"), training(2, "8"), refused=("E-002",)), "1"),
        ("a mean of thirds", MEAN, dossier(training(1, "1"), training(2, "0"), training(3, "0")), "1/12"),
    ),
    "judgement": (
        ("nothing", JUDGEMENT, dossier(), AWAITED),
        ("facts change nothing", JUDGEMENT, meetings(9), AWAITED),
        ("withdrawn", JUDGEMENT, WITHDRAWN, AWAITED),
        ("refused", JUDGEMENT, REFUSED, AWAITED),
        ("without a step", {"judgement": {}}, dossier(), AWAITED),
        ("the smallest step", {"judgement": {"step": "0.01"}}, dossier(), AWAITED),
        ("a step of all", {"judgement": {"step": "2.00"}}, dossier(), AWAITED),
        ("with a survey", JUDGEMENT, surveyed(10), AWAITED),
    ),
}
ROWS = [row for rows in EDGES.values() for row in rows]
IDS = [f"{key}: {row[0]}" for key, rows in EDGES.items() for row in rows]


def award(rule: dict[str, Any], facts: Dossier) -> Award:
    parsed: Rule = TypeAdapter(AnyRule).validate_python(rule)
    return parsed.award(POINTS, Facts(facts, {}))


@pytest.mark.parametrize(("rule", "facts", "earned"), [row[1:] for row in ROWS], ids=IDS)
def test_edge(rule: dict[str, Any], facts: Dossier, earned: str) -> None:
    found = award(rule, facts)
    if earned in (AWAITED, ASIDE):
        assert (found.points, found.arithmetic, found.awaits_mark) == (None, "", earned == AWAITED)
    else:
        assert found.points == Fraction(earned)
        assert Reader(found.arithmetic).value() == found.points  # and a reader gets the same from what is printed


@pytest.mark.parametrize("key", RULES)
def test_every_rule_type_has_a_table_of_eight_edges_or_more(key: str) -> None:
    edges = [edge for edge, *_ in EDGES[key]]
    assert len(set(edges)) == len(edges) >= 8
    assert "nothing" in edges
    if key != "survey":  # the office's own survey is neither withdrawn nor refused
        assert {"withdrawn", "refused"} <= set(edges)
    if key not in {"survey", "judgement"}:
        assert "over the cap" in edges
