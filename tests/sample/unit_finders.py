"""Finders of situations in what units write: ledgers, standards of their own, days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.evidence import Entry, Roster
from integrity_cli.domain.evidence.papers import Document
from integrity_cli.domain.evidence.people import Meeting
from integrity_cli.domain.record import Record
from tests.sample.places import Finder, Place, Shown, decisions_file, own_file

FRIDAY = 4

# -- the ledger


def several_rosters(at: Shown) -> Iterator[Place]:
    """Rosters of several bodies, whose newest counts are added up."""
    for dossier in at.campaign.dossiers:
        rosters = [one for one in dossier.standing if isinstance(one, Roster)]
        if len({one.body for one in rosters}) > 1:
            for one in rosters:
                yield Place(dossier.unit.id, own_file(dossier, "evidence"), one.id)


def refused_and_corrected(dossier: Dossier, entry: Entry) -> bool:
    """Refused by a reviewer, withdrawn by the unit, and stated anew."""
    replaced = {held.entry.replaces for held in dossier.ledger}
    return entry.id in dossier.refused and entry.withdrawn is not None and entry.id in replaced


def opened(outcome: str) -> Finder:
    """Sealed entries drawn and opened, with this outcome."""

    def find(at: Shown) -> Iterator[Place]:
        for dossier in at.campaign.dossiers:
            for one in dossier.decisions.openings if dossier.decisions else ():
                if one.outcome == outcome:
                    yield Place(dossier.unit.id, decisions_file(dossier), f"openings {one.entry}")

    return find


def unverifiable_and_counted_nowhere(at: Shown) -> Iterator[Place]:
    for place in opened("unverifiable")(at):
        entry = place.where.removeprefix("openings ")
        facts = [fact for row in at.cards[place.unit].rows for fact in row.facts]
        if not any(entry in fact.entries for fact in facts):
            yield place


def sealed_and_not_drawn(dossier: Dossier, entry: Entry) -> bool:
    drawn = {one.entry for one in dossier.decisions.openings} if dossier.decisions else set()
    return entry.disclosure == "sealed" and entry.id not in drawn


def mobilised_in_the_days_of_grace(at: Shown) -> Iterator[Place]:
    """Meetings after the stage of mobilisation that still count for it."""
    for dossier in at.campaign.dossiers:
        stage, grace = dossier.terms.span("mobilisation"), dossier.terms.span("mobilisation-grace")
        for held in dossier.ledger:
            one = held.entry
            if not isinstance(one, Meeting) or one.topic != "mobilisation" or not stage or not grace:
                continue
            if stage[1] < one.happened_on <= grace[1]:
                yield Place(dossier.unit.id, held.path, one.id)


def older_rules(at: Shown) -> Iterator[Place]:
    """Papers in force since before the first stage."""
    for dossier in at.campaign.dossiers:
        begins = min(stage.starts_on for stage in dossier.terms.stages)
        for held in dossier.ledger:
            if isinstance(held.entry, Document) and held.entry.happened_on < begins:
                yield Place(dossier.unit.id, held.path, held.entry.id)


def own_standards(at: Shown) -> Iterator[Place]:
    for dossier in at.campaign.dossiers:
        for one in dossier.plan.own_standards if dossier.plan else ():
            yield Place(dossier.unit.id, own_file(dossier, "plan"), one.id)


def standards_revised(at: Shown) -> Iterator[Place]:
    for dossier in at.campaign.dossiers:
        for one in dossier.self_report.standard_revisions if dossier.self_report else ():
            if one.result is not None:
                yield Place(dossier.unit.id, own_file(dossier, "self_report"), f"{one.standard} {one.revised_on}")


# -- days


def days_in(record: Record, route: str = "") -> Iterator[tuple[str, date]]:
    """Every day that a record names, with a route a reader can follow."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, date):
                yield f"{route}{name}", one
            elif isinstance(one, Record):
                yield from days_in(one, f"{route}{name}{named(one)} ")


def named(record: Record) -> str:
    """What tells a record from its neighbours in a list."""
    known = [getattr(record, name, None) for name in ("id", "case_no", "requirement", "part", "standard", "law")]
    return "".join(f" {one}" for one in known if one is not None)


def on_day(day: date) -> Finder:
    """What units and the office did on a day that a make-up made a working one."""

    def find(at: Shown) -> Iterator[Place]:
        if not (at.calendar.is_working(day) and day.weekday() > FRIDAY):
            return
        for dossier in at.campaign.dossiers:
            for held in dossier.ledger:
                if any(one == day for _, one in days_in(held.entry)):
                    yield Place(dossier.unit.id, held.path, held.entry.id)
            for file, record in (
                (own_file(dossier, "powers"), dossier.powers),
                (own_file(dossier, "cases"), dossier.cases),
                (decisions_file(dossier), dossier.decisions),
            ):
                for where, one in days_in(record) if record else ():
                    if one == day:
                        yield Place(dossier.unit.id, file, where)

    return find


def rest_day_activity(at: Shown) -> Iterator[Place]:
    """Activities on a Saturday, Sunday or holiday, which their note says."""
    for dossier in at.campaign.dossiers:
        for held in dossier.ledger:
            one = held.entry
            if one.kind == "activity" and one.note and not at.calendar.is_working(one.happened_on):
                yield Place(dossier.unit.id, held.path, one.id)
