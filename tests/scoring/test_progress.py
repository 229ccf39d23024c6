"""Progress on a day against the records themselves, counted here from the YAML without the program's models."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
import yaml

from integrity_cli.checks import check
from integrity_cli.lang import Lang
from integrity_cli.reading.loader import load
from integrity_cli.scoring import score
from integrity_cli.scoring.overview import progress_of_campaign, progress_of_unit
from integrity_cli.scoring.progress import CampaignProgress, FilingProgress, UnitProgress
from integrity_cli.sources import Overlay, Source
from tests.tools import ROOT, SAMPLE, cards_of, changed, sample_cards

DAYS = (
    date(2014, 10, 20),  # before
    date(2014, 11, 20),  # a unit withdraws
    date(2014, 11, 28),  # the Friday before the deadline
    date(2014, 12, 1),  # the Monday after it
    date(2015, 2, 10),  # the deadline of the self-reports
    date(2015, 2, 11),  # the assessment begins
    date(2015, 2, 13),  # units ask for reconsideration
    date(2015, 2, 20),  # Spring Festival
    date(2015, 3, 15),  # after
)
FILINGS = "records/office/filings.yaml"


@cache
def written(path: str) -> Any:
    """A record as PyYAML reads it, dates and all; nothing where there is no such file."""
    file = ROOT / path
    return yaml.safe_load(file.read_text(encoding="utf-8")) if file.is_file() else None


@cache
def sample_progress(day: date) -> CampaignProgress:
    campaign = load(SAMPLE)
    assert campaign.terms is not None
    return progress_of_campaign(campaign, campaign.terms, sample_cards().values(), {}, day)


def progress_in(source: Source, unit: str, day: date) -> UnitProgress:
    campaign = load(source)
    card = score(campaign, unit, check(campaign))
    (one,) = progress_of_unit(campaign, campaign.by_unit[unit], card, {}, day).units
    return one


def application_on(unit: dict[str, Any], day: date) -> str:
    application = unit.get("application")
    if application is None or application["applied_on"] > day:
        return "not_applied"
    return "withdrawn" if application.get("withdrawn_on", date.max) <= day else "applied"


def due_on(unit: str, filing: str) -> date:
    (due,) = (one["due_on"] for one in written("records/office/campaign.yaml")["deadlines"] if one["filing"] == filing)
    extended = [
        one["until"]
        for one in written("records/office/calendar.yaml")["extensions"]
        if (one["unit"], one["filing"]) == (unit, filing)
    ]
    latest: date = max([due, *extended])
    return latest


def state_on(unit: str, filing: str, day: date) -> tuple[str, int]:
    """How a document stands on a day, and by how many days it is late or overdue."""
    received = [
        one["received_on"]
        for one in written(FILINGS)["filings"]
        if (one["unit"], one["filing"]) == (unit, filing) and one["received_on"] <= day
    ]
    due = due_on(unit, filing)
    if not received:
        return ("overdue", (day - due).days) if day > due else ("awaited", 0)
    return ("late", (received[0] - due).days) if received[0] > due else ("in_time", 0)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_who_applied_and_who_filed_what_is_what_the_office_wrote(day: date) -> None:
    units = written("records/office/register.yaml")["units"]
    progress = sample_progress(day)
    assert [one.unit.id for one in progress.units] == [one["id"] for one in units]
    for one, unit in zip(progress.units, units, strict=True):
        assert one.application == application_on(unit, day)
        for filing in ("plan", "self_report"):
            found = one.filing(filing)
            assert (found.state, found.days) == state_on(unit["id"], filing, day), (unit["id"], filing)
            assert found.due_on == due_on(unit["id"], filing)


def test_the_counts_of_each_day() -> None:
    """By hand from the register and the receipts, so that a mistake common to both of the above would show."""
    found = {}
    for day in DAYS:
        progress = sample_progress(day)
        states = [
            {
                state: len(progress.filed(filing, state))
                for state in ("in_time", "late", "overdue", "awaited")
                if progress.filed(filing, state)
            }
            for filing in ("plan", "self_report")
        ]
        found[day.isoformat()] = (len(progress.applying("applied")), *states)
    assert found == {
        "2014-10-20": (0, {}, {}),
        "2014-11-20": (14, {"in_time": 2, "awaited": 12}, {"awaited": 14}),
        "2014-11-28": (14, {"in_time": 11, "awaited": 3}, {"awaited": 14}),
        "2014-12-01": (14, {"in_time": 12, "late": 1, "awaited": 1}, {"awaited": 14}),
        "2015-02-10": (14, {"in_time": 13, "late": 1}, {"in_time": 12, "awaited": 2}),
        "2015-02-11": (14, {"in_time": 13, "late": 1}, {"in_time": 12, "overdue": 2}),
        "2015-02-13": (14, {"in_time": 13, "late": 1}, {"in_time": 12, "late": 1, "overdue": 1}),
        "2015-02-20": (14, {"in_time": 13, "late": 1}, {"in_time": 12, "late": 1, "overdue": 1}),
        "2015-03-15": (14, {"in_time": 13, "late": 1}, {"in_time": 12, "late": 1, "overdue": 1}),
    }


# -- what the office has still to do


def waiting_on(unit: str, day: date) -> Iterator[str]:
    """What the office has not told, answered, decided or settled on a day, by the dates it wrote itself."""
    decisions = written(f"records/office/decisions/{unit}.yaml") or {}
    if day >= date(2015, 2, 11) and decisions.get("told_on", date.max) > day:
        yield "told_on"
    asked = decisions.get("reconsideration", {"asked_on": date.max})
    if asked["asked_on"] <= day and asked.get("decided_on", date.max) > day:
        yield "reconsideration"
    is_assessed = (ROOT / f"records/units/{unit}/self_report.yaml").is_file()
    if day >= date(2015, 2, 11) and is_assessed and decisions.get("result", {}).get("decided_on", date.max) > day:
        yield "result"
    for one in written("records/office/objections.yaml")["objections"]:
        if one["unit"] == unit and one["received_on"] <= day and one.get("decided_on", date.max) > day:
            yield one["id"]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_what_waits_for_the_office_is_what_it_has_not_dated_yet_and_what_the_score_says(day: date) -> None:
    for one in sample_progress(day).units:
        unit = one.unit.id
        is_reported = state_on(unit, "self_report", day)[0] in {"in_time", "late"} or day >= date(2015, 2, 11)
        of_the_score = [waits.row for waits in sample_cards()[unit].open if waits.actor == "office" and is_reported]
        expected = [*of_the_score, *waiting_on(unit, day)] if one.applied else []
        assert [waits.row for waits in one.decisions] == expected, unit
        assert {waits.actor for waits in one.decisions} <= {"office"}


def test_an_objection_and_a_reconsideration_are_open_between_their_days() -> None:
    rows = {
        (unit, day): [waits.row for one in sample_progress(day).units if one.unit.id == unit for waits in one.decisions]
        for unit, day in (("urban-management", date(2015, 2, 20)), ("land", date(2015, 2, 13)))
    }
    assert rows == {
        ("urban-management", date(2015, 2, 20)): ["night-market-certificates"],
        ("land", date(2015, 2, 13)): ["reconsideration", "result"],
    }


def judged_rows() -> set[tuple[str, int | None]]:
    """The rows of the rubric that only people can mark."""
    found: set[tuple[str, int | None]] = set()
    for system in written("rubric.yaml")["systems"]:
        for requirement in (one for item in system["items"] for one in item["requirements"]):
            for number, part in enumerate(requirement["rule"].get("parts", [])):
                if "judgement" in part:
                    found.add((requirement["id"], number + 1))
            if "judgement" in requirement["rule"]:
                found.add((requirement["id"], None))
    return found


def marked_rows(unit: str) -> set[tuple[str, int | None]]:
    """The rows of a unit that a reviewer marked or the office settled or set aside."""
    files = sorted(ROOT.glob(f"records/office/reviews/{unit}/*.yaml"))
    marks = [one for file in files for one in yaml.safe_load(file.read_text(encoding="utf-8")).get("marks", [])]
    decisions = written(f"records/office/decisions/{unit}.yaml") or {}
    marks += decisions.get("settled", [])
    return {(one["requirement"], one.get("part")) for one in marks}


def test_open_marks_are_the_judged_rows_that_nobody_marked() -> None:
    assert len(judged_rows()) == 12
    for one in sample_progress(date(2015, 2, 20)).units:
        unmarked = {requirement if part is None else f"{requirement}/{part}"
                    for requirement, part in judged_rows() - marked_rows(one.unit.id)}  # fmt: skip
        if one.marks is None:
            assert one.card.systems == (), one.unit.id
            continue
        by_words = {waits.row for waits in one.marks if "mark" in waits.words.say(Lang.EN)}
        assert by_words == unmarked, one.unit.id
        assert len({waits.row for waits in one.marks} - by_words) == (5 if one.unit.id == "culture" else 0)


def test_nothing_waits_for_reviewers_before_there_is_a_report_to_look_at() -> None:
    assert all(one.marks is None for one in sample_progress(date(2014, 11, 28)).units)
    having = {one.unit.id for one in sample_progress(date(2015, 2, 10)).units if one.marks is not None}
    assert having == {one["unit"] for one in written(FILINGS)["filings"] if one["filing"] == "self_report"} - {
        "harbour"  # received on the 13th
    }


# -- coverage


def test_coverage_is_the_figure_that_the_rubric_itself_counts() -> None:
    """S4.4 sets the requirements with facts to rest on against those that are due."""
    seen = 0
    for one in sample_progress(date(2015, 2, 20)).units:
        rows = [row for row in one.card.rows if row.id == "S4.4" or row.id.startswith("S4.4/")]
        facts = {fact.words.say(Lang.EN): fact.value for row in rows for fact in row.facts}
        if not facts:
            continue
        seen += 1
        assert one.coverage is not None
        assert str(one.coverage.supported) == facts["requirements with facts to rest on"]
        assert str(one.coverage.of) == facts["requirements due"]
        assert one.coverage.of - one.coverage.supported == len(one.coverage.lacking)
    assert seen == 13


def test_what_is_lacking_is_named_with_its_clause_in_the_order_of_the_notice() -> None:
    clauses = {
        one["id"]: one["clause"]
        for system in written("rubric.yaml")["systems"]
        for item in system["items"]
        for one in item["requirements"]
    }
    (water,) = (one for one in sample_progress(date(2015, 2, 20)).units if one.unit.id == "water")
    assert water.coverage is not None
    named = [one.requirement for one in water.coverage.lacking]
    assert named == [id_ for id_ in clauses if id_ in named]
    assert {one.requirement: one.clause for one in water.coverage.lacking} == {id_: clauses[id_] for id_ in named}
    assert {"A1.3", "C2.SAT"} <= set(named)  # no meeting in its ledger, and no survey was held


def test_coverage_is_known_before_there_is_a_self_report() -> None:
    (water,) = (one for one in sample_progress(date(2014, 11, 28)).units if one.unit.id == "water")
    assert water.coverage is not None
    assert (water.card.state, water.coverage.supported, water.coverage.of) == ("not_assessed", 26, 78)


def test_a_unit_whose_records_hold_an_error_has_no_coverage_and_is_told_first_of_all() -> None:
    plan = "records/units/culture/plan.yaml"
    broken = Overlay(SAMPLE, {plan: SAMPLE.read(plan) + b"nonsense: 1\n"})
    one = progress_in(broken, "culture", date(2014, 11, 28))
    assert (one.coverage, one.marks, one.card.state) == (None, None, "unscored")
    assert (one.to_do[0].actor, one.to_do[0].by) == ("unit", None)
    assert "1 error" in one.to_do[0].words.say(Lang.EN)
    assert one.filing("plan").state == "in_time"
    assert progress_in(broken, "land", date(2014, 11, 28)).coverage is not None


def test_an_error_of_the_office_is_for_the_office_to_mend() -> None:
    broken = changed("rubric.yaml", "  - {name: {zh: 良好, en: good}, from_points: 80.00}", "  - {}")
    one = progress_in(broken, "culture", date(2014, 11, 28))
    assert one.card.state == "unscored"
    assert one.to_do[0].actor == "office"


# -- receipts


def filing_in(source: Source, unit: str, day: date) -> FilingProgress:
    return progress_in(source, unit, day).filing("plan")


def test_a_receipt_that_has_no_deadline_is_neither_in_time_nor_late() -> None:
    terms = "records/office/campaign.yaml"
    text = SAMPLE.read(terms).decode("utf-8").replace("  - {filing: plan, due_on: 2014-11-30}\n", "")
    source = Overlay(SAMPLE, {terms: text.encode("utf-8")})
    assert filing_in(source, "land", date(2014, 12, 1)).state == "received"
    assert filing_in(source, "quality", date(2014, 12, 1)).state == "awaited"


def test_a_document_that_was_sent_back_is_to_be_filed_again_and_stays_as_late_as_it_was() -> None:
    filings = SAMPLE.read(FILINGS).decode("utf-8")
    receipt = "    receipt_no: 示法监备〔2014〕19号\n"
    assert filings.count(receipt) == 1
    reopened = receipt + "    reopened_on: 2014-12-05\n    reopened_reason: 缺配套措施。\n"
    again = (
        reopened
        + "  - unit: agriculture\n    filing: plan\n    received_on: 2014-12-09\n    receipt_no: 示法监备〔2014〕22号\n"
    )
    sent_back = Overlay(SAMPLE, {FILINGS: filings.replace(receipt, reopened).encode("utf-8")})
    filed_again = Overlay(SAMPLE, {FILINGS: filings.replace(receipt, again).encode("utf-8")})
    seen = {
        (name, day.isoformat()): (one.state, one.days, one.receipt_no, one.reopened_on)
        for name, source in (("back", sent_back), ("again", filed_again))
        for day in (date(2014, 12, 4), date(2014, 12, 5), date(2014, 12, 9))
        for one in [filing_in(source, "agriculture", day)]
    }
    old, new, on = "示法监备〔2014〕19号", "示法监备〔2014〕22号", date(2014, 12, 5)
    assert seen == {
        ("back", "2014-12-04"): ("late", 1, old, None),
        ("back", "2014-12-05"): ("late", 1, old, on),
        ("back", "2014-12-09"): ("late", 1, old, on),
        ("again", "2014-12-04"): ("late", 1, old, None),
        ("again", "2014-12-05"): ("late", 1, old, on),
        ("again", "2014-12-09"): ("late", 1, new, None),
    }
    to_do = [one.words.say(Lang.EN) for one in progress_in(sent_back, "agriculture", date(2014, 12, 9)).to_do]
    assert to_do[0] == "mend the plan and file it again"


# -- what is next


def said(unit: str, day: date) -> list[tuple[str | None, str, str]]:
    (one,) = (one for one in sample_progress(day).units if one.unit.id == unit)
    return [(thing.by.isoformat() if thing.by else None, thing.actor, thing.words.say(Lang.EN)) for thing in one.to_do]


def test_what_is_next_comes_in_the_order_of_its_days() -> None:
    assert said("quality", date(2014, 11, 28)) == [
        ("2014-12-10", "unit", "file the plan"),
        ("2015-01-31", "unit", "9 requirements have nothing to rest on yet; what was done goes into the ledger"),
        ("2015-02-10", "unit", "file the self-report"),
    ]
    assert said("water", date(2015, 2, 11)) == [
        ("2015-02-10", "unit", "file the self-report"),
        ("2015-02-28", "office", "decide 1 matter"),
    ]
    assert said("culture", date(2015, 2, 20)) == [
        ("2015-02-28", "reviewers", "mark 17 rows"),
        ("2015-02-28", "office", "decide 20 matters"),
    ]
    may_ask = "reconsideration of the result may be asked for"
    assert said("harbour", date(2015, 2, 20)) == [("2015-02-26", "unit", may_ask)]
    assert said("harbour", date(2015, 2, 27)) == []
    assert said("housing", date(2015, 2, 20)) == []
    for day in DAYS:
        for one in sample_progress(day).units:
            days = [thing.by or date.min for thing in one.to_do]
            assert days == sorted(days)


def test_who_asked_for_reconsideration_is_not_told_again_that_it_may() -> None:
    assert said("quality", date(2015, 2, 13)) == [
        ("2015-02-15", "unit", "reconsideration of the result may be asked for"),
        ("2015-02-28", "office", "decide 1 matter"),
    ]
    assert said("land", date(2015, 2, 13)) == [("2015-02-28", "office", "decide 2 matters")]


def test_one_unit_is_the_same_alone_and_among_all() -> None:
    campaign = load(SAMPLE)
    for day in (date(2014, 11, 28), date(2015, 2, 20)):
        for one in sample_progress(day).units:
            alone = progress_of_unit(campaign, campaign.by_unit[one.unit.id], one.card, {}, day)
            assert alone.units == (one,)


def test_without_a_calendar_working_days_are_unknown_and_the_rest_is_told() -> None:
    source = Overlay(SAMPLE, {"records/office/calendar.yaml": None})
    campaign = load(source)
    assert campaign.terms is not None
    progress = progress_of_campaign(campaign, campaign.terms, cards_of(campaign).values(), {}, date(2014, 11, 28))
    left = progress.days_left(date(2014, 11, 30))
    assert left is not None
    assert (left.calendar, left.working) == (3, None)
    assert len(progress.filed("plan", "in_time")) == 11
    assert all(thing.left is None or thing.left.working is None for one in progress.units for thing in one.to_do)


@pytest.mark.parametrize(
    ("day", "current", "upcoming"),
    [
        (date(2014, 10, 20), [], ["stage-mobilisation", "stage-planning", "stage-implementation", "deadline-plan"]),
        (date(2014, 10, 25), ["stage-mobilisation", "stage-planning"], ["stage-implementation", "deadline-plan"]),
        (date(2015, 2, 20), ["stage-acceptance"], ["reconsideration-2015-02-18", "notice", "supplementary-1"]),
        (date(2015, 3, 15), [], []),
    ],
    ids=str,
)
def test_where_the_campaign_stands_and_what_comes_next(day: date, current: list[str], upcoming: list[str]) -> None:
    progress = sample_progress(day)
    assert [one.id for one in progress.current] == current
    assert [one.id for one in progress.upcoming][: len(upcoming)] == upcoming
    assert bool(progress.upcoming) is bool(upcoming)
