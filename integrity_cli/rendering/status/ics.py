"""The timetable for calendars: RFC 5545, an event of whole days for everything dated.

Written here and not by a library: fifty lines give the same bytes for the same records and day, everywhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta

from integrity_cli.domain.timetable import Event
from integrity_cli.lang import Text
from integrity_cli.privacy import CERTAIN, masked
from integrity_cli.rendering.page import Page, one_line
from integrity_cli.rendering.status.words import called, filing_words, title
from integrity_cli.scoring.progress import CampaignProgress

_OCTETS = 75
_EXTENDED = Text("{name}（已延期）", "{name} (extended)")


def render(progress: CampaignProgress, page: Page) -> str:
    """The calendar. An event keeps its identity when its days move, so that importing again moves it."""
    # Masked before it is folded: a datum that runs over two lines would be missed at the edge.
    lines = (_folded(masked(line, CERTAIN)) for line in _lines(progress, page))
    return "".join(f"{line}\r\n" for line in lines)


def _lines(progress: CampaignProgress, page: Page) -> Iterator[str]:
    name = page.say(title(progress.terms))
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//integrity//status//EN", "CALSCALE:GREGORIAN")
    yield f"X-WR-CALNAME:{_escaped(name)}"
    campaign = hashlib.sha256(progress.terms.name.encode("utf-8", "replace")).hexdigest()[:16]
    for one in progress.events:
        yield from ("BEGIN:VEVENT", f"UID:{one.id}.{campaign}@integrity", f"DTSTAMP:{_written(progress.day)}T000000Z")
        yield f"DTSTART;VALUE=DATE:{_written(one.first)}"
        if one.first <= one.last < date.max:
            yield f"DTEND;VALUE=DATE:{_written(one.last + timedelta(days=1))}"  # the day after, by the standard
        summary = _EXTENDED.of(name=one.name) if one.extended else one.name
        yield f"SUMMARY:{_escaped(page.say(summary))}"
        yield f"DESCRIPTION:{_escaped(_described(one, progress, page))}"
        yield f"CATEGORIES:{one.kind.upper()}"
        yield from ("TRANSP:TRANSPARENT", "END:VEVENT")
    yield "END:VCALENDAR"


def _described(event: Event, progress: CampaignProgress, page: Page) -> str:
    """Whom it concerns, a line each; a unit's own deadline says how its document stands."""
    lines = [page.say(title(progress.terms))]
    for one in progress.units:
        if one.unit.id in event.units:
            filings = (filing for filing in one.filings if event.id == f"deadline-{filing.filing}.{one.unit.id}")
            said = [page.say(called(one.unit)), *(page.say(filing_words(filing)) for filing in filings if one.applied)]
            lines.append("　".join(said))
    return "\n".join(lines)


def _written(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    r"""A text value: `\` before what has a meaning, `\n` for a new line; no fold brings `::` to the start of one."""
    lines = (one_line(line).replace("::", "·:") for line in text.split("\n"))
    return "\\n".join(line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for line in lines)


def _folded(line: str) -> str:
    """A content line in pieces of at most 75 octets, none of which cuts a character."""
    pieces, size = [""], 0
    for character in line:
        octets = len(character.encode("utf-8"))
        if size + octets > _OCTETS:
            pieces.append(" ")
            size = 1
        pieces[-1] += character
        size += octets
    return "\r\n".join(pieces)
