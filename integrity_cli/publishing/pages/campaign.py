"""The pages of the campaign as a whole: progress 活动进程, the public notice 公示, objections 异议."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from integrity_cli.domain.decisions import OBJECTION_OUTCOME, Notice, SupplementaryNotice
from integrity_cli.domain.office import FILED, STAGE, CampaignTerms, Unit, WorkCalendar
from integrity_cli.domain.record import as_text
from integrity_cli.lang import Lang, Words, verbatim
from integrity_cli.publishing import depth, speaking
from integrity_cli.publishing.data import tally
from integrity_cli.publishing.drawing.timeline import Span, timeline
from integrity_cli.publishing.pages.unit_rows import anchor
from integrity_cli.publishing.places import unit_page
from integrity_cli.publishing.views.base import Figure, Named, Tile
from integrity_cli.publishing.views.campaign import (
    DutyLine,
    ExtensionLine,
    NoticedGroup,
    NoticedUnit,
    NoticeView,
    ObjectionLine,
    ObjectionsView,
    ProgressView,
    ReceiptLine,
    SpanLine,
    SupplementaryView,
    UnitLink,
)
from integrity_cli.publishing.words import WORDS
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.model import Rubric
from integrity_cli.scoring.scorecard import Scorecard

_ACCEPTED = "accepted"


def progress_view(campaign: Campaign, terms: CampaignTerms, cards: tuple[Scorecard, ...], lang: Lang) -> ProgressView:
    """Stages and deadlines as days, what every unit filed, and whether the organiser did its own part."""
    by_unit = {card.unit: card for card in cards}
    spans = tuple(_spans(terms, campaign.notice, lang))
    lines = tuple(SpanLine(name, as_text(one.first), None if one.point else as_text(one.last)) for name, one in spans)
    described = (_dated(name, one.first, one.last, as_text).say(lang) for name, one in spans)
    return ProgressView(
        drawing=timeline(
            WORDS["timeline_title"].say(lang),
            WORDS["list_separator"].say(lang).join(described),
            [one for _, one in spans],
        ),
        spans=lines,
        receipts=tuple(_receipt(one.unit, by_unit[one.unit.id], lang) for one in campaign.dossiers),
        filings=tuple(FILED.values[name].say(lang) for name in FILED.values),
        extensions=tuple(_extensions(campaign, lang)),
        duties=tuple(_duty(one, lang) for one in tally.duties(cards)),
    )  # fmt: skip


def _spans(terms: CampaignTerms, notice: Notice | None, lang: Lang) -> Iterator[tuple[str, Span]]:
    """Every span by its bare name; in the drawing its days stand beside the name, in short, to fit a phone."""
    for stage in terms.stages:
        yield _span(STAGE.values[stage.stage], stage.starts_on, stage.ends_on, lang)
    for due in terms.deadlines:
        yield _span(WORDS["deadline_of"].of(filing=FILED.values[due.filing]), due.due_on, due.due_on, lang)
    if notice is not None:
        yield _span(WORDS["notice_title"], notice.starts_on, notice.ends_on, lang)
        for one in notice.supplementary:
            yield _span(WORDS["supplementary"], one.starts_on, one.ends_on, lang)


def _span(name: Words, first: date, last: date, lang: Lang) -> tuple[str, Span]:
    said = name.say(lang)
    return said, Span(_dated(said, first, last, _month_and_day).say(lang), first, last, point=first == last)


def _dated(name: str, first: date, last: date, written: Callable[[date], str]) -> Words:
    if first == last:
        return WORDS["on_day"].of(name=verbatim(name), day=written(first))
    return WORDS["from_to"].of(name=verbatim(name), first=written(first), last=written(last))


def _month_and_day(day: date) -> str:
    return f"{day.month:02d}-{day.day:02d}"


def _receipt(unit: Unit, card: Scorecard, lang: Lang) -> ReceiptLine:
    application = unit.application
    return ReceiptLine(
        page=unit_page(unit.id),
        name=speaking.unit_name(card, lang),
        applied_on=as_text(application.applied_on) if application else None,
        withdrawn_on=as_text(application.withdrawn_on) if application and application.withdrawn_on else None,
        filings=speaking.filings(card, lang),
    )


def _extensions(campaign: Campaign, lang: Lang) -> Iterator[ExtensionLine]:
    for one in campaign.calendar.extensions if campaign.calendar else ():
        if one.unit in campaign.by_unit:
            unit = campaign.by_unit[one.unit].unit
            yield ExtensionLine(
                _said(unit, lang),
                FILED.values[one.filing].say(lang),
                as_text(one.until),
                as_text(one.granted_on),
                one.reason,
            )


def _duty(one: tally.Duty, lang: Lang) -> DutyLine:
    return DutyLine(
        id=one.id,
        anchor=anchor(one.id),
        gloss=one.gloss.say(lang),
        clause=one.clause,
        done=one.met == one.of,
        met=Figure(f"{one.id}:met", str(one.met), str(one.met)),
        of=Figure(f"{one.id}:of", str(one.of), str(one.of)),
    )


def notice_view(
    campaign: Campaign, terms: CampaignTerms, rubric: Rubric, cards: tuple[Scorecard, ...], lang: Lang
) -> NoticeView | None:
    """The notice with its list; None before there is one. What came too late or is deferred stands below."""
    notice = campaign.notice
    if notice is None:
        return None
    later = tally.supplemented(notice)
    noticed = [(card, _noticed(card, rubric, terms, lang)) for card in cards if card.unit not in later]
    groups: dict[str, list[NoticedUnit]] = {}
    for card, one in noticed:
        if card.outcome.result == _ACCEPTED and one is not None:
            groups.setdefault(card.peer_group, []).append(one)
    numbers = tally.counts(campaign, cards)
    return NoticeView(
        title=notice.title,
        doc_no=notice.doc_no,
        basis=notice.basis,
        purpose=notice.purpose,
        accepted=tuple(NoticedGroup(name, tuple(groups[name])) for name in sorted(groups)),
        accepted_count=speaking.count("notice_accepted", numbers["notice_accepted"]),
        others=tuple(one for card, one in noticed if card.outcome.result != _ACCEPTED and one is not None),
        period=speaking.period(notice, lang),
        days=speaking.count("notice_days", numbers["notice_days"]),
        working_days=speaking.count("notice_working_days", numbers["notice_working_days"]),
        working_dates=_working_dates(notice, campaign.calendar, lang),
        objecting=notice.objecting,
        contact=notice.contact,
        address=notice.address,
        mailbox=notice.mailbox,
        media="、".join(notice.media),
        url=notice.url,
        supplementary=tuple(_supplementary(one, campaign, lang) for one in notice.supplementary),
        issuer=speaking.named(terms.organiser, terms.organiser_en, lang),
        issued_on=speaking.day(notice.issued_on, lang) if notice.issued_on else None,
        withdrawn_on=as_text(notice.withdrawn_on) if notice.withdrawn_on else None,
        withdrawn_reason=notice.withdrawn_reason,
    )


def _noticed(card: Scorecard, rubric: Rubric, terms: CampaignTerms, lang: Lang) -> NoticedUnit | None:
    result = speaking.result(card, lang)
    if result is None:
        return None
    grade = speaking.grade(card, lang) if depth.reaches(terms.depth, depth.GRADES) else None
    mark = speaking.grade_mark(grade.value, rubric) if grade else ""
    return NoticedUnit(unit_page(card.unit), speaking.unit_name(card, lang), grade, mark, result)


def _working_dates(notice: Notice, calendar: WorkCalendar | None, lang: Lang) -> str:
    """Each working day of the notice, so that anyone can count them; empty where the calendar does not reach."""
    if calendar is None or not calendar.covers(notice.starts_on, notice.ends_on):
        return ""
    days = (notice.ends_on - notice.starts_on).days + 1
    every = (notice.starts_on + timedelta(days=number) for number in range(days))
    separator = "、" if lang is Lang.ZH else ", "
    return separator.join(speaking.short_day(day, lang) for day in every if calendar.is_working(day))


def _supplementary(one: SupplementaryNotice, campaign: Campaign, lang: Lang) -> SupplementaryView:
    units = (campaign.by_unit[name].unit for name in one.units if name in campaign.by_unit)
    links = tuple(UnitLink(unit_page(unit.id), _said(unit, lang)) for unit in units)
    return SupplementaryView(links, one.doc_no, speaking.period(one, lang), one.reason)


def _said(unit: Unit, lang: Lang) -> Named:
    return speaking.named(unit.name, unit.name_en, lang)


def objections_view(campaign: Campaign, cards: tuple[Scorecard, ...], lang: Lang) -> ObjectionsView:
    """Every objection received during the notice, what it said, and what came of it."""
    numbers = tally.counts(campaign, cards)
    lines = tuple(
        ObjectionLine(
            anchor=one.id,
            page=unit_page(one.unit),
            name=_said(campaign.by_unit[one.unit].unit, lang),
            received_on=as_text(one.received_on),
            subject=one.subject,
            grounds=one.grounds,
            outcome=OBJECTION_OUTCOME.values[one.outcome].say(lang),
            outcome_value=one.outcome,
            decided_on=as_text(one.decided_on) if one.decided_on else None,
            reason=one.reason,
        )
        for one in (campaign.objections.objections if campaign.objections else ())
        if one.unit in campaign.by_unit
    )
    named = {"objections": WORDS["received_count"], **OBJECTION_OUTCOME.values}
    return ObjectionsView(
        tuple(Tile(words.say(lang), speaking.count(name, numbers[name])) for name, words in named.items()), lines
    )
