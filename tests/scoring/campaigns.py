"""Small whole campaigns in memory: a rubric of every rule type, and one unit with whatever a test gives it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from integrity_cli.checks import check
from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.loader import load
from integrity_cli.scoring import Scorecard, score
from tests.tools import InMemory

Engine = Callable[[Campaign, str, tuple[Diagnostic, ...]], Scorecard]
Files = dict[str, Any]
"""Plain data of text by path. JSON is YAML, so it is written down as it is."""

RUBRIC = "rubric.yaml"
LEDGER = "records/units/a/evidence.yaml"
CASES = "records/units/a/cases.yaml"
POWERS = "records/units/a/powers.yaml"
REPORT = "records/units/a/self_report.yaml"
DECISIONS = "records/office/decisions/a.yaml"
SURVEYS = "records/office/surveys.yaml"
FILINGS = "records/office/filings.yaml"

PROGRAMME = {"entries": "meeting", "where": {"topic": "programme"}, "within": "implementation"}
OTHER = {"entries": "meeting", "where": {"topic": "other"}}
CERTIFIED = {"entries": "roster", "measure": {"latest": "certified"}}
IN_POST = {"entries": "roster", "measure": {"latest": "in_post"}}
REASONED = {"cases": "all", "where": {"reasoned": "yes"}}


def both(words: str) -> dict[str, str]:
    return {"zh": words, "en": words}


def row(id_: str, points: str, rule: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A requirement."""
    return {
        "id": id_, "clause": f"第 {id_} 条", "gloss": both(f"要点{id_}"), "duty": "must", "points": points, "rule": rule
    } | more  # fmt: skip


def item(id_: str, points: str, *requirements: dict[str, Any]) -> dict[str, Any]:
    return {"id": id_, "name": both(f"项目{id_}"), "points": points, "requirements": list(requirements)}


def system(id_: str, points: str, *items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": id_, "name": both(f"体系{id_}"), "points": points, "items": list(items)} | more


def rubric(points: str, *systems: dict[str, Any], **clauses: Any) -> dict[str, Any]:
    """A rubric as plain data: four grades, and the clauses of the result that a test adds."""
    return {
        "title": both("试验细则"), "edition": "1", "notice": "docs/notice.md", "proposal": both("试验"),
        "points": points, "facts": {}, "systems": list(systems),
        "grades": [
            {"name": both("优"), "from_points": "90"}, {"name": both("良"), "from_points": "80"},
            {"name": both("中"), "from_points": "60"}, {"name": both("差"), "from_points": "0"},
        ],
    } | clauses  # fmt: skip


STEPS = [{"at_least": "1", "earn": "0.70"}, {"at_least": "3", "earn": "2.00"}]
WORTH = {"satisfied": "1", "fairly": "0.7", "dissatisfied": "0"}
PRICED = {"share": CERTIFIED, "among": IN_POST, "lose": "0.07", "per": "0.01", "unit": "point", "steps": "started"}
EVERY_RULE = rubric(
    "100.00",
    system(
        "P", "55.00",
        item(
            "P1", "25.00",
            row("P1.1", "5.00", {"present": PROGRAMME | {"at_least": "2"}}),
            row("P1.2", "2.00", {"levels": PROGRAMME, "steps": STEPS}),
            row("P1.3", "10.00", {"count": PROGRAMME, "full_at": "7"}, not_applicable={}),
            row("P1.4", "8.00", {"parts": [
                {"points": "1.55", "share": REASONED, "among": {"cases": "all"}, "not_applicable": {}},
                {"points": "3.45", "deduct": [{"each": OTHER, "lose": "0.35"}, {"once": OTHER, "lose": "0.10"}]},
                {"points": "3.00", "count": PROGRAMME, "full_at": "11", "not_applicable": {}},
            ]}),
        ),
        item(
            "P2", "30.00",
            row("P2.1", "7.00", PRICED | {"empty": "zero"}),
            row("P2.2", "2.00", {"bands": CERTIFIED, "among": IN_POST, "steps": [
                {"at_least": "0.98", "earn": "1.25"}, {"at_least": "1", "earn": "2.00"}]}),
            row("P2.3", "1.00", {"deadline": {"entries": "meeting", "measure": {"earliest": "happened_on"}},
                                 "by": "implementation", "lose": "0.03", "days": "calendar"}),
            row("P2.4", "10.00", {"survey": {"survey": "all"}, "least": "30", "worth": WORTH},
                not_applicable={"to": "system"}),
            row("P2.5", "7.00", {"mean": {"entries": "training", "measure": {"mean": "hours"}}, "full_at": "9"},
                not_applicable={}),
            row("P2.6", "3.00", {"judgement": {"step": "0.25"}}),
        ),
        weight="0.8",
    ),
    system(
        "Q", "56.00",
        item("Q1", "44.00",
             row("Q1.1", "31.00", {"count": PROGRAMME, "full_at": "3"}, not_applicable={"treatment": "full"}),
             row("Q1.2", "13.00", {"count": PROGRAMME, "full_at": "9"}, not_applicable={"treatment": "zero"})),
        item("Q2", "12.00",
             row("Q2.1", "12.00", {"share": REASONED, "among": {"cases": "all"}, "target": "0.8"}, not_applicable={})),
    ),
    system(
        "S", "0.00",
        item("S1", "0.00",
             row("S1.1", "0.00", {"present": PROGRAMME}), row("S1.2", "0.00", {"judgement": {}})),
    ),
    tolerance="0.50",
    bonus={"cap": "2.00", "rows": [
        {"id": "B1", "label": both("甲"), "matter": "m", "points": "1.30", "count": PROGRAMME, "full_at": "7"},
        {"id": "B2", "label": both("乙"), "matter": "m", "points": "1.00", "present": PROGRAMME | {"at_least": "2"}},
        {"id": "B3", "label": both("丙"), "points": "1.50", "present": OTHER},
    ]},
    penalty={"cap": "3.00", "rows": [
        {"id": "M1", "label": both("丁"), "points": "4.00",
         "count": {"finding": "notice_of_criticism"}, "full_at": "2"},
    ]},
    vetoes=[
        {"id": "V1", "label": both("戊"), "when": {"finding": "forged_material"}, "effect": {"fix_grade": "差"},
         "basis": "依据"},
        {"id": "V2", "label": both("己"), "when": {"finding": "falsified_review"}, "effect": {"zero": "P1"},
         "basis": "依据"},
    ],
    bars=[{"id": "X1", "label": both("庚"), "when": {"filing": "plan", "where": {"in_time": "yes"}, "at_most": "0"},
           "highest_grade": "良"}],
    recognition={"at_least": "良"},
)  # fmt: skip

OFFICE: Files = {
    "docs/notice.md": "\n".join(f"第 {a}{n}.{m} 条" for a in "PQS" for n in (1, 2) for m in range(1, 7)),
    "records/office/campaign.yaml": {
        "name": "试验活动",
        "organiser": "试验主办单位",
        "stages": [{"stage": "implementation", "starts_on": "2014-11-01", "ends_on": "2015-01-31"}],
        "deadlines": [{"filing": "plan", "due_on": "2014-11-30"}, {"filing": "self_report", "due_on": "2015-02-10"}],
    },
    "records/office/calendar.yaml": {"starts_on": "2014-10-01", "ends_on": "2015-03-31"},
    "records/office/register.yaml": {
        "units": [
            {
                "id": "a", "name": "甲单位", "kind": "agency", "peer_group": "一组", "powers": ["penalty"],
                "application": {"applied_on": "2014-10-28"},
            },
            {"id": "b", "name": "乙单位", "kind": "agency", "peer_group": "一组"},
        ]
    },
    "records/office/team.yaml": {"reviewers": [{"code": code, "reviews": ["a"]} for code in ("r01", "r02", "r03")]},
    FILINGS: {
        "filings": [
            {"unit": "a", "filing": "plan", "received_on": "2014-11-20", "receipt_no": "回执1"},
            {"unit": "a", "filing": "self_report", "received_on": "2015-02-09", "receipt_no": "回执2"},
        ]
    },
    "records/units/a/plan.yaml": {"title": "方案", "decided_on": "2014-11-19"},
    REPORT: {"title": "自查报告", "reported_on": "2015-02-08", "summary": "概述"},
    POWERS: {"powers": [{"id": "p1", "name": "职权", "kind": "penalty", "discretionary": "no"}]},
}  # fmt: skip


def files(rubric_: Mapping[str, Any] = EVERY_RULE, **given: Any) -> Files:
    """A campaign of one unit. `given`: entries, cases, surveys, reviews (by code), decisions, report."""
    made = deepcopy(OFFICE) | {RUBRIC: dict(rubric_), LEDGER: {"entries": list(given.get("entries", ()))}}
    if given.get("cases"):
        made[CASES] = {"cases": list(given["cases"])}
    if given.get("surveys"):
        made[SURVEYS] = {"surveys": list(given["surveys"])}
    if given.get("decisions"):
        made[DECISIONS] = given["decisions"]
    if given.get("report"):
        made[REPORT] |= given["report"]
    for code, review in given.get("reviews", {}).items():
        made[f"records/office/reviews/a/{code}.yaml"] = {"reviewed_on": "2015-02-12"} | review
    return made


def source(made: Mapping[str, Any]) -> InMemory:
    """The campaign as files."""
    written = {
        path: data if isinstance(data, str) else json.dumps(data, ensure_ascii=False) for path, data in made.items()
    }
    return InMemory({path: text.encode() for path, text in written.items()})


def card_of(made: Mapping[str, Any], engine: Engine = score) -> Scorecard:
    """The scorecard of the unit, by the way every command takes: load, check, score."""
    campaign = load(source(made))
    return engine(campaign, "a", check(campaign))


def meetings(count: int, topic: str = "programme") -> list[dict[str, Any]]:
    """So many meetings inside the window, their ids by the topic."""
    letter = topic[0].upper()
    return [
        {"id": f"{letter}-{n:03}", "kind": "meeting", "title": f"会议{n}", "happened_on": f"2014-12-{n % 28 + 1:02}",
         "topic": topic, "chaired_by": "head", "people": "9"}
        for n in range(1, count + 1)
    ]  # fmt: skip


def case(number: int, *, reasoned: bool) -> dict[str, Any]:
    return {
        "case_no": f"案{number}", "kind": "penalty", "power": "p1", "closed_on": "2014-12-05",
        "reasoned": "yes" if reasoned else "no", "public": "no", "discretionary": "no", "major": "no",
    }  # fmt: skip


def finding(kind: str, number: int = 1) -> dict[str, Any]:
    return {"id": f"f{number}", "finding": kind, "found_on": "2015-01-10", "basis": "依据", "summary": "摘要"}


def veto(id_: str, *, basis: bool = True, heard: bool = True) -> dict[str, Any]:
    """A decision on a veto, with its basis and hearing or without."""
    return (
        {"veto": id_, "decided_on": "2015-02-13", "reason": "理由"}
        | ({"basis": "依据"} if basis else {})
        | ({"heard_on": "2015-02-12"} if heard else {})
    )


def set_aside(requirement: str, part: int | None = None, *, confirmed: bool = True) -> dict[str, Any]:
    """The office's word that a row does not apply."""
    place = {"requirement": requirement} | ({} if part is None else {"part": str(part)})
    return place | {"confirmed": "yes" if confirmed else "no", "decided_on": "2015-02-13", "reason": "理由"}


def mark(requirement: str, points: str | None = None, *, met: bool | None = None) -> dict[str, Any]:
    """A reviewer's mark."""
    given = {"points": points} if points is not None else {"met": "yes" if met else "no"}
    return {"requirement": requirement, **given, "reason": "理由"}
