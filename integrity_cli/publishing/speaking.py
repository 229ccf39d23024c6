"""Values of the score as views show them: in one language, under the key by which they can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from integrity_cli.domain.decisions import RESULT, Notice, SupplementaryNotice
from integrity_cli.domain.dossier import Timeliness
from integrity_cli.domain.office import FILED
from integrity_cli.lang import Lang, Words
from integrity_cli.publishing.places import LANG_TAG
from integrity_cli.publishing.views.base import Figure, FilingLine, GradeLine, Named
from integrity_cli.publishing.views.result import ConversionView, FactView
from integrity_cli.publishing.words import WORDS
from integrity_cli.rubric.model import Rubric
from integrity_cli.scoring.scorecard import STATE, STATED_BY, Conversion, FactLine, Scorecard

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MANY = 8
"""From here on the places of a fact are folded away, to be opened by a reader."""


def figure(key: str, points: Decimal) -> Figure:
    """Points as they are printed everywhere."""
    return Figure(key, str(points), str(points))


def maybe(key: str, points: Decimal | None) -> Figure | None:
    """Points that may be absent."""
    return None if points is None else figure(key, points)


def named(chinese: str, english: str | None, lang: Lang) -> Named:
    """A name in the page's language where it has one, else in Chinese."""
    if lang is Lang.EN and english is not None:
        return Named(english, LANG_TAG[Lang.EN])
    return Named(chinese, LANG_TAG[Lang.ZH])


def unit_name(card: Scorecard, lang: Lang) -> Named:
    """The unit's name for a page."""
    return named(card.name, card.name_en, lang)


def state(card: Scorecard, lang: Lang) -> Figure:
    """How far the score has come."""
    return Figure(f"{card.unit}:state", card.state, STATE.values[card.state].say(lang))


def grade(card: Scorecard, lang: Lang) -> Figure | None:
    """The grade, once there is one; its value is the Chinese word in every language."""
    if card.grade is None:
        return None
    return Figure(f"{card.unit}:grade", card.grade.say(Lang.ZH), card.grade.say(lang))


def grade_mark(name: str, rubric: Rubric) -> str:
    """A grade by shape: as many full circles as there are grades below it, of as many as there can be."""
    names = [grade.name.zh for grade in rubric.grades]
    if name not in names:
        return ""
    below = len(names) - 1 - names.index(name)
    return "●" * below + "○" * (len(names) - 1 - below)


def grade_lines(rubric: Rubric, lang: Lang) -> tuple[GradeLine, ...]:
    """Every grade of the rubric, the best first, with its mark and where it begins."""
    return tuple(
        GradeLine(one.name.text.say(lang), grade_mark(one.name.zh, rubric), str(one.from_points))
        for one in rubric.grades
    )


def grade_named(name: str, rubric: Rubric, lang: Lang) -> str:
    """A grade that a clause names by its Chinese word."""
    return next((grade.name.text.say(lang) for grade in rubric.grades if grade.name.zh == name), name)


def day(one: date, lang: Lang) -> str:
    """A day as it is written in a notice."""
    if lang is Lang.ZH:
        return f"{one.year}年{one.month}月{one.day}日"
    return f"{one.day} {_MONTHS[one.month - 1]} {one.year}"


def short_day(one: date, lang: Lang) -> str:
    """A day of a known year."""
    return f"{one.month}月{one.day}日" if lang is Lang.ZH else f"{one.day} {_MONTHS[one.month - 1]}"


def period(notice: Notice | SupplementaryNotice, lang: Lang) -> str:
    """From when to when a notice runs, as it is said in a sentence."""
    first, last = day(notice.starts_on, lang), day(notice.ends_on, lang)
    return WORDS["period"].of(first=first, last=last).say(lang)


def count(name: str, number: int) -> Figure:
    """A count over the whole campaign."""
    return Figure(f"counts:{name}", str(number), str(number))


def result(card: Scorecard, lang: Lang) -> Figure | None:
    """What the office decided on the whole, once it did."""
    if card.outcome.result is None:
        return None
    return Figure(f"{card.unit}:result", card.outcome.result, RESULT.values[card.outcome.result].say(lang))


def difference(key: str, points: Decimal) -> Figure:
    """Points that may be more or less than nothing, with their sign."""
    sign = "+" if points > 0 else "−" if points < 0 else ""
    return Figure(key, str(points), f"{sign}{abs(points)}")


def conversion(key: str, one: Conversion | None, lang: Lang) -> ConversionView | None:
    """A conversion with its arithmetic, or with what it waits for."""
    if one is None:
        return None
    if one.points is None:
        return ConversionView(None, WORDS["conversion_open"].of(freed=one.freed).say(lang))
    return ConversionView(figure(f"{key}:conversion", one.points), one.arithmetic)


def facts(lines: Iterable[FactLine], lang: Lang) -> tuple[FactView, ...]:
    """The facts of a row."""
    return tuple(_fact(one, lang) for one in lines)


def _fact(fact: FactLine, lang: Lang) -> FactView:
    words, meaning = fact.words.say(lang), fact.meaning.say(lang)
    count = len(fact.entries) + len(fact.places)
    return FactView(
        words=words,
        meaning=meaning if meaning != words else None,
        value=fact.value or WORDS["no_record"].say(lang),
        stated_by=STATED_BY.values[fact.stated_by].say(lang),
        entries=fact.entries,
        places=fact.places,
        many=WORDS["places_count"].of(count=count).say(lang) if count > _MANY else None,
    )


def filings(card: Scorecard, lang: Lang) -> tuple[FilingLine, ...]:
    """How each document stands against its deadline."""
    return tuple(_filing(card.unit, name, when, lang) for name, when in card.timeliness)


def _filing(unit: str, name: str, when: Timeliness | None, lang: Lang) -> FilingLine:
    label = FILED.values[name].say(lang)
    if when is None:
        return FilingLine(label, None, None, None, None, extended=False)
    words: Words = WORDS["in_time"] if when.in_time else WORDS["late"].of(days=when.days_late)
    return FilingLine(
        label,
        Figure(f"{unit}/{name}:days_late", str(when.days_late), words.say(lang)),
        when.received_on.isoformat(),
        when.due_on.isoformat(),
        when.receipt_no,
        when.extended,
    )
