"""The page of one unit: head figures, chart, open matters, filings and evidence."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.evidence import KINDS, Entry
from integrity_cli.domain.office import STAGE, UNIT_KIND
from integrity_cli.domain.record import as_text
from integrity_cli.domain.snapshots import Arrival
from integrity_cli.lang import Lang, Words, verbatim
from integrity_cli.publishing import depth, speaking
from integrity_cli.publishing.data import tally
from integrity_cli.publishing.drawing.chart import Chart, Quantity, chart
from integrity_cli.publishing.pages.unit_result import head, result_view
from integrity_cli.publishing.pages.unit_rows import anchor, part_line, system_view
from integrity_cli.publishing.views.base import Link
from integrity_cli.publishing.views.result import GradeView
from integrity_cli.publishing.views.unit import (
    Blocked,
    ContactView,
    EntryLine,
    LateLine,
    OwnStandardView,
    RevisionView,
    UnitView,
    Waiting,
)
from integrity_cli.publishing.words import WORDS
from integrity_cli.rubric.model import Rubric
from integrity_cli.scoring.scorecard import ACTOR, ZERO, ItemScore, Scorecard, SystemScore


def unit_view(dossier: Dossier, card: Scorecard, rubric: Rubric, deep: str, lang: Lang) -> UnitView:
    """Everything that is published of a unit, as deep as the campaign goes."""
    shows_scores, shows_all = depth.reaches(deep, depth.SCORES), depth.reaches(deep, depth.FULL)
    contact = dossier.profile.contact if dossier.profile else None
    return UnitView(
        id=card.unit,
        name=speaking.unit_name(card, lang),
        original_name=card.name if lang is Lang.EN and card.name_en else None,
        kind=UNIT_KIND.values[dossier.unit.kind].say(lang),
        peer_group=card.peer_group,
        state=speaking.state(card, lang),
        grade=_grade(card, rubric, lang) if depth.reaches(deep, depth.GRADES) else None,
        shows_grades=depth.reaches(deep, depth.GRADES),
        shows_all=shows_all,
        reason=card.reason.say(lang) if card.reason else None,
        blocked=tuple(sorted({Blocked(one.code, one.path) for one in card.blocking}, key=_blocked_order)),
        head=head(dossier, card, lang, shows_all=shows_all) if shows_scores else None,
        contact=ContactView(contact.office, contact.phone, contact.mailbox) if contact else None,
        filings=speaking.filings(card, lang),
        late=tuple(_late(one, lang) for one in (*card.late.uncounted, *card.late.admitted)) if shows_all else (),
        chart=_chart(card, lang) if shows_scores else None,
        parts=tuple(part_line(card.unit, part, lang) for part in _scored_parts(card)) if shows_scores else (),
        base=speaking.maybe(f"{card.unit}:base", card.base) if shows_scores else None,
        conversion=speaking.conversion(card.unit, card.sum.conversion, lang) if card.sum and shows_scores else None,
        result=result_view(dossier, card, rubric, deep, lang),
        systems=tuple(system_view(card.unit, system, lang) for system in card.systems) if shows_all else (),
        waiting=_waiting(card, lang) if shows_all else (),
        entries=tuple(_entry(one, dossier, lang) for one in _in_order(dossier)) if shows_all else (),
        own_standards=tuple(_own_standards(dossier, card)) if shows_all else (),
        notice=speaking.period(notice, lang) if (notice := tally.notice_of(dossier.notice, card)) else None,
    )


def _late(one: Arrival, lang: Lang) -> LateLine:
    by, stage = one.admission, STAGE.values[one.snapshot.stage]
    snapshot = WORDS["snapshot_of"].of(stage=stage, day=speaking.day(one.snapshot.taken_on, lang))
    standing = WORDS["admitted_on"].of(day=speaking.day(by.decided_on, lang)) if by else WORDS["uncounted"]
    return LateLine(one.words.say(lang), snapshot.say(lang), standing.say(lang), by.reason if by else None)


def _blocked_order(one: Blocked) -> tuple[str, str]:
    return one.path, one.code


def _grade(card: Scorecard, rubric: Rubric, lang: Lang) -> GradeView | None:
    figure = speaking.grade(card, lang)
    return None if figure is None else GradeView(figure, speaking.grade_mark(figure.value, rubric))


def _scored_parts(card: Scorecard) -> list[SystemScore | ItemScore]:
    """The systems that carry points, each followed by its items, in the order of the notice."""
    parts: list[SystemScore | ItemScore] = []
    for system in card.systems:
        if system.maximum:
            parts += [system, *system.items]
    return parts


def _chart(card: Scorecard, lang: Lang) -> Chart | None:
    if not card.systems:
        return None
    quantities, described = [], []
    for part in _scored_parts(card):
        label = f"{part.id} {part.name.say(lang)}"
        strong = isinstance(part, SystemScore)
        if part.applies:
            quantities.append(Quantity(label, part.points, part.open_points, part.maximum, strong))
        else:
            quantities.append(Quantity(label, ZERO, ZERO, ZERO, strong, said="—"))
        words = {"name": verbatim(label), "points": part.points, "open": part.open_points, "maximum": part.maximum}
        described.append(WORDS["bar_words"].of(**words).say(lang))
    separator = "；" if lang is Lang.ZH else "; "
    return chart(WORDS["chart_title"].say(lang), separator.join(described), quantities)


def _waiting(card: Scorecard, lang: Lang) -> tuple[Waiting, ...]:
    """What is open, by who must act; what waits for the same thing stands together."""
    rows: dict[tuple[str, str], list[Link]] = {}
    for one in sorted(card.open, key=lambda one: tuple(ACTOR.values).index(one.actor)):
        link = Link(f"#{anchor(one.row)}", WORDS["result"].say(lang) if one.row == "result" else one.row)
        rows.setdefault((one.actor, one.words.say(lang)), []).append(link)
    return tuple(Waiting(ACTOR.values[actor].say(lang), words, tuple(links)) for (actor, words), links in rows.items())


def _in_order(dossier: Dossier) -> list[Entry]:
    """Entries by their ids: their dates would betray that of a sealed one."""
    return sorted((one.entry for one in dossier.ledger), key=_by_number)


def _by_number(entry: Entry) -> tuple[str, int, str]:
    series, _, number = entry.id.partition("-")
    return series, int(number), entry.id


def _entry(entry: Entry, dossier: Dossier, lang: Lang) -> EntryLine:
    kind = KINDS[entry.kind].kind_label.say(lang)
    standing = _standing(entry, dossier)
    if entry.disclosure != "public":
        opened = standing if _was_opened(entry, dossier) else None
        return EntryLine(entry.id, kind, entry.title, sealed=True, standing=opened.say(lang) if opened else None)
    return EntryLine(
        entry.id,
        kind,
        entry.title,
        sealed=False,
        date=entry.happened_on.isoformat(),
        url=entry.url,
        standing=standing.say(lang) if standing else None,
    )


def _was_opened(entry: Entry, dossier: Dossier) -> bool:
    return any(one.entry == entry.id for one in (dossier.decisions.openings if dossier.decisions else ()))


def _own_standards(dossier: Dossier, card: Scorecard) -> Iterator[OwnStandardView]:
    """The unit's own standards, each with what became of it."""
    revisions = dossier.self_report.standard_revisions if dossier.self_report else ()
    for one in dossier.plan.own_standards if dossier.plan else ():
        changes = tuple(
            RevisionView(as_text(change.revised_on), change.change, change.result)
            for change in revisions
            if change.standard == one.id
        )
        yield OwnStandardView(
            one.id, one.refines, f"#{anchor(one.refines)}" if card.systems else None, one.standard, changes
        )


def _standing(entry: Entry, dossier: Dossier) -> Words | None:
    if entry.withdrawn is not None:
        return WORDS["withdrawn"]
    if entry.id in dossier.refused:
        return WORDS["refused"]
    if entry.id in dossier.unproved:
        return WORDS["unproved"]
    return WORDS["confirmed"] if entry.id in dossier.confirmed else None
