"""Calendars: what `status --format ics` writes, read back by a library that knows calendars and not this program."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from integrity_cli.lang import Lang
from integrity_cli.rendering.page import Page, one_line
from tests.rendering.test_status import FAR, named, printed, sample, units
from tests.scoring.test_progress import DAYS


def parsed(text: str) -> dict[str, dict[str, Any]]:
    """The events of a calendar by their UIDs, as a library for calendars reads them."""
    calendar: Any = Calendar.from_ical(text)
    assert calendar.errors == []
    found = {}
    for event in calendar.walk("VEVENT"):
        assert event.errors == []
        uid = str(event["UID"])
        assert uid not in found
        found[uid] = {
            "summary": str(event["SUMMARY"]),
            "description": str(event["DESCRIPTION"]),
            "first": event["DTSTART"].dt,
            "after": event["DTEND"].dt if "DTEND" in event else None,
            "stamp": event["DTSTAMP"].dt.isoformat(),
        }
    return found


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_calendar_is_read_back_as_the_timetable(day: date, lang: Lang) -> None:
    for progress in (sample(day), *units(day)):
        text = printed(progress, "ics", Page(lang))
        found = parsed(text)
        assert [(one["first"], one["after"]) for one in found.values()] == [
            (one.first, one.last + timedelta(days=1)) for one in progress.events
        ]
        assert {one["stamp"] for one in found.values()} == {f"{day}T00:00:00+00:00"}
        for one, event in zip(found.values(), progress.events, strict=True):
            assert one["summary"].startswith(event.name.say(lang))
        assert_well_formed(text)


def assert_well_formed(text: str) -> None:
    """Lines of at most 75 octets that end in CR LF, with no character cut."""
    data = text.encode("utf-8")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r") == data.count(b"\r\n")
    for line in data.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")


def test_an_extension_and_a_period_stand_in_the_unit_s_own_calendar() -> None:
    found = {}
    for progress in units(date(2015, 2, 20)):
        summaries = {one["summary"] for one in parsed(printed(progress, "ics", Page(Lang.EN))).values()}
        found[progress.units[0].unit.id] = summaries
    assert "plan due (extended)" in found["quality"]
    assert "plan due" in found["land"]
    assert {"period for reconsideration", "supplementary notice"} <= found["harbour"]
    assert "period for reconsideration" not in found["culture"]


def test_a_calendar_says_how_a_unit_s_document_stands_and_whom_an_event_of_all_concerns() -> None:
    (quality,) = (one for one in units(date(2014, 12, 8)) if one.units[0].unit.id == "quality")
    mine = {one["summary"]: one["description"] for one in parsed(printed(quality, "ics", Page(Lang.ZH))).values()}
    assert "2014-12-08 收到，按时（期限 2014-12-10），回执 示法监备〔2014〕21号" in mine["创建方案备案截止（已延期）"]
    all_units = parsed(printed(sample(date(2015, 2, 20)), "ics", Page(Lang.ZH)))
    (asked,) = (one for uid, one in all_units.items() if uid.startswith("reconsideration-2015-02-13"))
    assert asked["description"].count("\n") == 12  # the campaign's name, and the twelve units told on the 12th
    assert "示例市水利局" in asked["description"]


def test_an_event_keeps_its_identity_when_its_days_move_and_another_campaign_has_its_own() -> None:
    progress = sample(date(2014, 11, 28))
    moved = replace(progress, events=tuple(replace(one, last=one.last + timedelta(days=9)) for one in progress.events))
    renamed = replace(progress, terms=progress.terms.model_copy(update={"name": "2016年活动"}))
    first, second, third = (set(parsed(printed(one, "ics", Page(Lang.ZH)))) for one in (progress, moved, renamed))
    assert first == second
    assert not first & third


@pytest.mark.parametrize("day", FAR, ids=str)
def test_a_calendar_on_any_day_can_be_read(day: date) -> None:
    found = parsed(printed(sample(day), "ics", Page(Lang.ZH)))
    assert {one["stamp"] for one in found.values()} == {f"{day.isoformat()}T00:00:00+00:00"}


def test_an_event_on_the_last_day_there_is_has_no_day_after() -> None:
    progress = sample(date(2014, 11, 28))
    events = (replace(progress.events[0], last=date.max), replace(progress.events[1], first=date.max, last=date.max))
    found = parsed(printed(replace(progress, events=events), "ics", Page(Lang.ZH)))
    assert [one["after"] for one in found.values()] == [None, None]
    assert "9999-12-31" in printed(replace(progress, events=events), "text", Page(Lang.ZH))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
@example("a,b;c\\n\\,d\\;e")
@example("换\n行" * 30)
@example("𠮷" * 60)
def test_whatever_a_campaign_is_called_comes_back_from_its_calendar(name: str) -> None:
    progress = named(name, date(2014, 11, 28))
    text = printed(progress, "ics", Page(Lang.ZH))
    assert_well_formed(text)
    calendar: Any = Calendar.from_ical(text)
    kept = re.sub(r"^\s*::", "·:", one_line(name)).replace("::", "·:")
    assert re.sub(r"\\(.)", r"\1", str(calendar["X-WR-CALNAME"])) == kept
    assert {str(event["DESCRIPTION"]).split("\n")[0] for event in calendar.walk("VEVENT")} == {kept}


def test_odd_days_can_be_read_back_too() -> None:
    progress = sample(date(2014, 11, 28))
    first, second, *others = progress.events
    reversed_ = replace(first, first=first.last, last=first.first)
    for_ever = replace(second, first=date.min, last=date.max)
    found = parsed(printed(replace(progress, events=(reversed_, for_ever, *others)), "ics", Page(Lang.EN)))
    assert [one["after"] for one in found.values()][:2] == [None, None]
