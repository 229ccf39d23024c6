"""Values of the score as views show them: in one language, under the key by which they can be compared."""

from __future__ import annotations

from decimal import Decimal

from integrity_cli.domain.dossier import Timeliness
from integrity_cli.domain.office import FILED
from integrity_cli.lang import Lang, Words
from integrity_cli.publishing.places import LANG_TAG
from integrity_cli.publishing.view import Figure, FilingLine, Named
from integrity_cli.publishing.words import WORDS
from integrity_cli.scoring.scorecard import STATE, Scorecard, total


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


def over_claim(card: Scorecard) -> Decimal | None:
    """By how much the unit's own figures exceed the settled ones, over rows that have both; None if they do not."""
    rows = [row for one in card.requirements for row in one.rows]
    gap = total(row.self_score - row.points for row in rows if row.self_score is not None and row.points is not None)
    return gap if gap > 0 else None


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
