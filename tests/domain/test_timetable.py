"""The timetable: days left and periods counted, against plain counting on the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.office import WorkCalendar
from integrity_cli.domain.timetable import Event, days_left, events_of_campaign, events_of_unit
from integrity_cli.lang import Lang
from integrity_cli.reading.loader import load
from tests.tools import CALENDAR, SAMPLE, TERMS, UNIT

FIRST, LAST = date(2014, 10, 1), date(2015, 3, 31)
DAYS = st.dates(FIRST, LAST)


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    """A calendar of half a year with holidays and make-up days anywhere in it."""
    special = draw(st.lists(DAYS, unique=True, max_size=40))
    rest = draw(st.integers(0, len(special)))
    named = [{"on": day.isoformat(), "name": "特殊日"} for day in special]
    return WorkCalendar.model_validate(
        {
            "starts_on": FIRST.isoformat(),
            "ends_on": LAST.isoformat(),
            "holidays": named[:rest],
            "working_days": named[rest:],
        }
    )


def working(calendar: WorkCalendar, first: date, last: date) -> list[date]:
    """The working days from one day to another, one after the other."""
    holidays = {one.on for one in calendar.holidays}
    made_up = {one.on for one in calendar.working_days}
    found, day = [], first
    while day <= last:
        if day in made_up or (day.isoweekday() <= 5 and day not in holidays):
            found.append(day)
        day += timedelta(days=1)
    return found


@given(calendars(), DAYS, DAYS)
def test_days_left_are_those_of_plain_counting(calendar: WorkCalendar, day: date, last: date) -> None:
    left = days_left(day, last, calendar)
    if last < day:
        assert left is None
    else:
        assert left is not None
        assert left.calendar == len([day + timedelta(days=n) for n in range((last - day).days + 1)])
        assert left.working == len(working(calendar, day, last))


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_beyond_the_calendar_working_days_are_unknown_and_calendar_days_are_not(day: date, last: date) -> None:
    left = days_left(day, last, CALENDAR)
    if left is not None:
        assert left.calendar == (last - day).days + 1
        assert (left.working is None) == (day < CALENDAR.starts_on or last > CALENDAR.ends_on)
        assert days_left(day, last, None) == type(left)(left.calendar, None)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_time_are_days_like_others(day: date) -> None:
    whole = CALENDAR.model_copy(update={"starts_on": day, "ends_on": day})
    left = days_left(day, day, whole)
    assert left is not None
    assert (left.calendar, left.working) == (1, int(day.isoweekday() <= 5))
    assert whole.day_after(day, 1) is None


@given(calendars(), DAYS, st.integers(-1, 60))
def test_a_period_of_working_days_ends_on_the_last_of_them(calendar: WorkCalendar, first: date, days: int) -> None:
    counted = working(calendar, first + timedelta(days=1), LAST)
    expected = counted[days - 1] if 0 < days <= len(counted) else None
    assert calendar.day_after(first, days) == expected


@given(DAYS, st.integers(0, 100), DAYS)
def test_an_event_is_ahead_under_way_or_over(first: date, length: int, day: date) -> None:
    event = Event("e", "stage", TERMS.window_words("implementation"), first, first + timedelta(days=length))
    phase = "ahead" if day < event.first else "over" if day > event.last else "under_way"
    assert event.phase(day) == phase
    assert event.days == length + 1


# -- the sample's own


def days_of(events: tuple[Event, ...]) -> dict[str, tuple[str, str]]:
    return {one.id: (one.first.isoformat(), one.last.isoformat()) for one in events}


def test_the_timetable_of_the_sample_on_the_day_before_its_last_notice_ends() -> None:
    campaign = load(SAMPLE)
    assert campaign.terms is not None
    events = events_of_campaign(campaign.terms, campaign.notice, campaign.dossiers, date(2015, 3, 9))
    assert days_of(events) == {
        "stage-mobilisation": ("2014-10-23", "2014-10-31"),
        "stage-planning": ("2014-10-23", "2014-11-30"),
        "stage-implementation": ("2014-11-01", "2015-01-31"),
        "stage-self_check": ("2015-02-01", "2015-02-10"),
        "stage-acceptance": ("2015-02-11", "2015-02-28"),
        "deadline-plan": ("2014-11-30", "2014-11-30"),
        "deadline-self_report": ("2015-02-10", "2015-02-10"),
        "deadline-plan.quality": ("2014-12-10", "2014-12-10"),
        "notice": ("2015-02-16", "2015-02-27"),
        "supplementary-1": ("2015-03-04", "2015-03-10"),
        # two working days after the day it was told: Friday and the make-up Sunday; over Spring Festival for harbour
        "reconsideration-2015-02-13": ("2015-02-13", "2015-02-15"),
        "reconsideration-2015-02-18": ("2015-02-18", "2015-02-26"),
    }
    assert {one.id: one.units for one in events if one.id.startswith(("supp", "reconsideration-2015-02-18"))} == {
        "supplementary-1": ("harbour",),
        "reconsideration-2015-02-18": ("harbour",),
    }


@pytest.mark.parametrize(
    ("unit", "own"),
    [
        ("quality", {"deadline-plan.quality": ("2014-12-10", "2014-12-10"), "notice": ("2015-02-16", "2015-02-27")}),
        (
            "harbour",
            {
                "deadline-plan.harbour": ("2014-11-30", "2014-11-30"),
                "supplementary-1": ("2015-03-04", "2015-03-10"),
                "reconsideration.harbour": ("2015-02-18", "2015-02-26"),
            },
        ),
    ],
)
def test_a_unit_has_its_own_deadlines_notice_and_period(unit: str, own: dict[str, tuple[str, str]]) -> None:
    events = days_of(events_of_unit(load(SAMPLE).by_unit[unit], date(2015, 3, 1)))
    assert events.items() >= own.items()
    assert ("notice" in events) is ("notice" in own)


def test_a_unit_told_later_has_no_period_yet() -> None:
    dossier = load(SAMPLE).by_unit["harbour"]
    assert "reconsideration.harbour" not in days_of(events_of_unit(dossier, date(2015, 2, 16)))
    assert "reconsideration.harbour" in days_of(events_of_unit(dossier, date(2015, 2, 17)))


def test_a_notice_that_was_withdrawn_is_no_event_any_more() -> None:
    campaign = load(SAMPLE)
    assert campaign.terms is not None
    assert campaign.notice is not None
    notice = campaign.notice.model_copy(update={"withdrawn_on": date(2015, 2, 20), "supplementary": ()})
    for day, there in ((date(2015, 2, 19), True), (date(2015, 2, 20), False)):
        assert ("notice" in days_of(events_of_campaign(campaign.terms, notice, (), day))) is there


def test_without_a_calendar_nothing_but_the_period_is_missing() -> None:
    dossier = load(SAMPLE).by_unit["harbour"]
    bare = Dossier(**{**vars(dossier), "calendar": None})
    day = date(2015, 3, 1)
    events, left_out = days_of(events_of_unit(bare, day)), days_of(events_of_unit(dossier, day))
    assert left_out.items() - events.items() == {("reconsideration.harbour", ("2015-02-18", "2015-02-26"))}


def test_a_campaign_with_one_stage_and_one_deadline_has_those() -> None:
    events = events_of_unit(Dossier(unit=UNIT, terms=TERMS), date(2014, 11, 1))
    assert days_of(events) == {
        "stage-implementation": ("2014-11-01", "2015-01-31"),
        "deadline-plan.a": ("2014-11-30", "2014-11-30"),
    }
    assert [one.name.say(Lang.EN) for one in events] == ["implementation", "plan due"]
