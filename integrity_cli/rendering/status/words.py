"""What every format says of progress in words: names, days, days left, filings, and what waits for whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from integrity_cli.domain.office import CampaignTerms, Unit
from integrity_cli.domain.timetable import DaysLeft, Event
from integrity_cli.lang import Lang, Text, Words, both, verbatim
from integrity_cli.rendering.page import one_line
from integrity_cli.scoring.progress import CampaignProgress, FilingProgress, Lacking, UnitProgress
from integrity_cli.scoring.scorecard import STATE

_COMMAND = re.compile(r"^\s*::")
_WEEKDAYS = (
    Text("星期一", "Monday"),
    Text("星期二", "Tuesday"),
    Text("星期三", "Wednesday"),
    Text("星期四", "Thursday"),
    Text("星期五", "Friday"),
    Text("星期六", "Saturday"),
    Text("星期日", "Sunday"),
)
_DAY = Text("{day} {weekday}", "{day} {weekday}")
_LEFT = Text("还有 {calendar} 天，其中工作日 {working} 天", "{calendar:day|days} left, {working} working")
_LEFT_UNKNOWN = Text(
    "还有 {calendar} 天，工作日数不清（节假日安排没有排到）",
    "{calendar:day|days} left, working days unknown (the calendar does not reach so far)",
)
_LAST_DAY = Text("今天是最后一天", "today is the last day")
_AHEAD = Text("{count} 天以后", "in {count:day|days}")
_AGO = Text("已过 {count} 天", "{count:day|days} ago")
_STAGE = Text("{stage}：第 {number} 天，共 {days} 天，{left}", "{stage}: day {number} of {days}, {left}")
_NOT_BEGUN = Text(
    "各阶段都还没有开始：{day} 开始{stage}，{count} 天以后",
    "no stage has begun: {stage} begins on {day}, in {count:day|days}",
)
_BETWEEN = Text(
    "今天不在任何阶段：{day} 开始{stage}，{count} 天以后",
    "today lies in no stage: {stage} begins on {day}, in {count:day|days}",
)
_ALL_OVER = Text(
    "各阶段都已结束：最后一天是 {day}，已过 {count} 天",
    "all stages are over: the last day was {day}, {count:day|days} ago",
)
_BEGINS = Text("{name}开始", "{name} begins")
_ENDS = Text("{name}结束", "{name} ends")
_OF_UNITS = Text("{name}（{units}）", "{name} ({units})")
_EXTENDED = Text("{name}（延期：{units}）", "{name} (extended: {units})")
_IN_TIME = Text(
    "{day} 收到，按时（期限 {due}），回执 {receipt}", "received on {day}, in time (due {due}), receipt {receipt}"
)
_LATE = Text(
    "{day} 收到，迟 {days} 天（期限 {due}），回执 {receipt}",
    "received on {day}, {days:day|days} late (due {due}), receipt {receipt}",
)
_RECEIVED = Text("{day} 收到，回执 {receipt}", "received on {day}, receipt {receipt}")
_OVERDUE = Text("期限 {due}，逾期 {days} 天，尚未收到", "due {due}, {days:day|days} overdue, not received")
_AWAITED = Text("期限 {due}，尚未收到", "due {due}, not received yet")
_NOT_RECEIVED = Text("尚未收到", "not received yet")
_BY_EXTENSION = Text("{words}；已批准延期", "{words}; an extension was granted")
_REOPENED = Text("{words}；{day} 退回修改，等重新报送", "{words}; sent back on {day}, to be filed again")
_GRADED = Text("{state}，总分 {points} 分，等次：{grade}", "{state}, {points} points, grade: {grade}")
_RANGE = Text(
    "{state} {points} 分，待定 {open} 分，最多 {most} 分", "{state}, {points} points, {open} still open, at most {most}"
)
_NOT_YET = Text("还没有计分：方案和自查报告都有了才计分", "no score yet: it takes both the plan and the self-report")
_NO_SCORE = Text("{state}：{reason}", "{state}: {reason}")
OF_THE_WHOLE = {"told_on", "reconsideration", "result"}
"""What is open of a unit as a whole, and of no row."""

_MANY_UNITS = 3
_AND_MORE = Text("{units} 等 {count} 个单位", "{units} and others, {count:unit|units}")


def title(terms: CampaignTerms) -> Words:
    """What the campaign is called."""
    return _name(terms.name, terms.name_en)


def called(unit: Unit) -> Words:
    """What a unit is called."""
    return _name(unit.name, unit.name_en)


def _name(chinese: str, english: str | None) -> Words:
    """A name, which may stand at the beginning of a line, where the log of a GitHub workflow obeys `::`."""
    tame = [_COMMAND.sub("·:", one_line(one)) for one in (chinese, english or "")]
    return both(tame[0], tame[1] or None)


def day_words(day: date) -> Words:
    """A day with its weekday."""
    return _DAY.of(day=day, weekday=_WEEKDAYS[day.weekday()])


def left_words(left: DaysLeft) -> Words:
    """The days left; the last day says so."""
    if left.calendar == 1:
        return _LAST_DAY
    if left.working is None:
        return _LEFT_UNKNOWN.of(calendar=left.calendar)
    return _LEFT.of(calendar=left.calendar, working=left.working)


def until_words(progress: CampaignProgress, day: date) -> Words:
    """How far off a last day is, or how long ago it was."""
    left = progress.days_left(day)
    return left_words(left) if left else _AGO.of(count=(progress.day - day).days)


def event_words(event: Event, named: Iterable[Words] = ()) -> Words:
    """What an event is, and whom it concerns, where that is not everybody."""
    return _of_units(event.name, event, tuple(named))


def happening_words(event: Event, progress: CampaignProgress, named: Iterable[Words] = ()) -> Words:
    """What happens next of an event: it begins, it ends, or its one day comes."""
    name = event.name
    if event.days != 1:
        name = (_BEGINS if event.phase(progress.day) == "ahead" else _ENDS).of(name=name)
    return _of_units(name, event, tuple(named))


def _of_units(name: Words, event: Event, units: tuple[Words, ...]) -> Words:
    if not units:
        return name
    many = _AND_MORE.of(units=units[:_MANY_UNITS], count=len(units)) if len(units) > _MANY_UNITS else units
    return (_EXTENDED if event.extended else _OF_UNITS).of(name=name, units=many)


def off_words(event: Event, progress: CampaignProgress) -> Words:
    """How far off what happens next of an event is."""
    if event.days != 1 and event.phase(progress.day) == "ahead":
        return _AHEAD.of(count=(event.first - progress.day).days)
    return until_words(progress, event.last)


def stage_words(progress: CampaignProgress) -> tuple[Words, ...]:
    """Where the campaign stands today, a sentence for each stage under way."""
    if progress.current:
        return tuple(
            _STAGE.of(
                stage=one.name,
                number=(progress.day - one.first).days + 1,
                days=one.days,
                left=until_words(progress, one.last),
            )
            for one in progress.current
        )
    ahead = [one for one in progress.stages if one.phase(progress.day) == "ahead"]
    if ahead:
        nearest = min(ahead, key=lambda one: one.first)
        text = _NOT_BEGUN if len(ahead) == len(progress.stages) else _BETWEEN
        count = (nearest.first - progress.day).days
        return (text.of(day=nearest.first, stage=nearest.name, count=count),)
    last = max((one.last for one in progress.stages), default=None)
    return () if last is None else (_ALL_OVER.of(day=last, count=(progress.day - last).days),)


def filing_words(one: FilingProgress) -> Words:
    """How one document stands, in a sentence."""
    receipt = {"day": one.received_on, "receipt": verbatim(one_line(one.receipt_no or ""))}
    words: Words = _NOT_RECEIVED
    if one.state == "received":
        words = _RECEIVED.of(**receipt)
    elif one.state == "in_time":
        words = _IN_TIME.of(**receipt, due=one.due_on)
    elif one.state == "late":
        words = _LATE.of(**receipt, due=one.due_on, days=one.days)
    elif one.state == "overdue":
        words = _OVERDUE.of(due=one.due_on, days=one.days)
    elif one.due_on is not None:
        words = _AWAITED.of(due=one.due_on)
    if one.extended:
        words = _BY_EXTENSION.of(words=words)
    return _REOPENED.of(words=words, day=one.reopened_on) if one.reopened_on else words


def lacking_words(one: Lacking, lang: Lang) -> str:
    """What a requirement asks for: its clause, which is Chinese, or for readers of English its gloss."""
    return one_line(one.clause if lang is Lang.ZH else one.gloss.say(lang))


def score_words(unit: UnitProgress) -> Words:
    """The score as far as it goes: its grade, what it is at least and at most, or why there is none."""
    card, state = unit.card, STATE.values[unit.card.state]
    if card.state == "not_assessed" and not any(one.state == "overdue" for one in unit.filings):
        return _NOT_YET
    if card.base is None:
        return state if card.reason is None else _NO_SCORE.of(state=state, reason=card.reason)
    if card.grade is not None:
        return _GRADED.of(state=state, points=card.total, grade=card.grade)
    most = card.outcome.on_top_of(card.base + card.open_points)
    return _RANGE.of(state=state, points=card.total, open=card.open_points, most=most)


def waiting(unit: UnitProgress, lang: Lang) -> dict[tuple[str, str], list[str]]:
    """What is open of one unit: who must act and what is said of it, with the rows it is said of, if any."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in (*(unit.marks or ()), *unit.decisions):
        rows = found.setdefault((one.actor, one_line(one.words.say(lang))), [])
        rows += [] if one.row in OF_THE_WHOLE else [one_line(one.row)]
    return found


def to_decide(units: Iterable[UnitProgress], lang: Lang) -> dict[str, Counter[str]]:
    """What waits for the office: what is said of it, with the units and how often it is said of each."""
    found: dict[str, Counter[str]] = {}
    for unit in units:
        for one in unit.decisions:
            found.setdefault(one_line(one.words.say(lang)), Counter())[unit.unit.id] += 1
    return found
