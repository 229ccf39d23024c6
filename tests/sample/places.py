"""The sample campaign, read and scored once; and finders, which tell where in a campaign something is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from integrity_cli.checks import check
from integrity_cli.domain.decisions import Decisions, NotApplicableDecision, SettledMark
from integrity_cli.domain.dossier import Dossier, Timeliness
from integrity_cli.domain.evidence import Entry
from integrity_cli.domain.office import Unit, WorkCalendar
from integrity_cli.domain.powers import Case, LawChange, Power
from integrity_cli.domain.unit_records import Body
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.loader import load
from integrity_cli.rubric.model import Rubric
from integrity_cli.scoring import Scorecard, score
from integrity_cli.scoring.scorecard import Conversion, RowScore
from integrity_cli.sources import Source
from tests.tools import SAMPLE

REGISTER = "records/office/register.yaml"
CALENDAR = "records/office/calendar.yaml"
FILINGS = "records/office/filings.yaml"
SURVEYS = "records/office/surveys.yaml"
TEAM = "records/office/team.yaml"
NOTICE = "records/office/notice.yaml"
OBJECTIONS = "records/office/objections.yaml"
SCORE = "score"
"""Stands for the file where what is shown is a line of the scorecard."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is shown: a unit ("" for the whole campaign), a file or the scorecard, and what in it."""

    unit: str
    file: str
    where: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A campaign and the scorecards of its units."""

    campaign: Campaign
    cards: Mapping[str, Scorecard]

    @property
    def rubric(self) -> Rubric:
        assert self.campaign.rubric is not None
        return self.campaign.rubric

    @property
    def calendar(self) -> WorkCalendar:
        assert self.campaign.calendar is not None
        return self.campaign.calendar

    @property
    def scored(self) -> tuple[tuple[Dossier, Scorecard], ...]:
        """The units that have a score, provisional or complete."""
        both = ((dossier, self.cards[dossier.unit.id]) for dossier in self.campaign.dossiers)
        return tuple((dossier, card) for dossier, card in both if card.systems)


Finder = Callable[[Shown], Iterator[Place]]
E = TypeVar("E", bound=Entry)


def shown(source: Source) -> Shown:
    campaign = load(source)
    findings = check(campaign)
    return Shown(campaign, {unit: score(campaign, unit, findings) for unit in campaign.by_unit})


@cache
def sample() -> Shown:
    return shown(SAMPLE)


def own_file(dossier: Dossier, name: str) -> str:
    return f"{dossier.folder}/{name}.yaml"


def decisions_file(dossier: Dossier) -> str:
    return f"records/office/decisions/{dossier.unit.id}.yaml"


def row_id(requirement: str, part: int | None) -> str:
    return requirement if part is None else f"{requirement}/{part}"


# -- finders of what the office holds on units


def units(holds: Callable[[Unit], bool]) -> Finder:
    """Units of the register."""

    def find(at: Shown) -> Iterator[Place]:
        for dossier in at.campaign.dossiers:
            if holds(dossier.unit):
                yield Place(dossier.unit.id, REGISTER, dossier.unit.name)

    return find


def filings(name: str, holds: Callable[[Timeliness, WorkCalendar], bool]) -> Finder:
    """Receipts of plans or self-reports."""

    def find(at: Shown) -> Iterator[Place]:
        for dossier in at.campaign.dossiers:
            one = dossier.timeliness(name)
            if one is not None and holds(one, at.calendar):
                yield Place(dossier.unit.id, FILINGS, f"{name} {one.received_on}")

    return find


def decided(holds: Callable[[Dossier, Decisions], Iterable[str]]) -> Finder:
    """What a decision file holds, in the words that the function gives."""

    def find(at: Shown) -> Iterator[Place]:
        for dossier in at.campaign.dossiers:
            if dossier.decisions is not None:
                for where in holds(dossier, dossier.decisions):
                    yield Place(dossier.unit.id, decisions_file(dossier), where)

    return find


def settled(holds: Callable[[Dossier, SettledMark], bool]) -> Finder:
    """Marks settled by a written decision."""
    return decided(
        lambda dossier, made: (
            f"settled {row_id(one.requirement, one.part)}" for one in made.settled if holds(dossier, one)
        )
    )


def not_applicable(holds: Callable[[Dossier, NotApplicableDecision], bool]) -> Finder:
    """The office's words on rows that may not apply."""
    return decided(
        lambda dossier, made: (
            f"not_applicable {row_id(one.requirement, one.part)}" for one in made.not_applicable if holds(dossier, one)
        )
    )


# -- finders of what a unit holds


def entries(kind: type[E], holds: Callable[[E], bool] = lambda _: True) -> Finder:
    """Entries of a kind that count."""

    def find(at: Shown) -> Iterator[Place]:
        for dossier in at.campaign.dossiers:
            counting = {one.id for one in dossier.standing}
            for held in dossier.ledger:
                if held.entry.id in counting and isinstance(held.entry, kind) and holds(held.entry):
                    yield Place(dossier.unit.id, held.path, held.entry.id)

    return find


def ledger(holds: Callable[[Dossier, Entry], bool]) -> Finder:
    """Entries of any kind, those that do not count too."""

    def find(at: Shown) -> Iterator[Place]:
        for dossier in at.campaign.dossiers:
            for held in dossier.ledger:
                if holds(dossier, held.entry):
                    yield Place(dossier.unit.id, held.path, held.entry.id)

    return find


def bodies(holds: Callable[[Body], bool]) -> Finder:
    """Bodies inside an agency."""

    def find(at: Shown) -> Iterator[Place]:
        for dossier in at.campaign.dossiers:
            for one in dossier.profile.bodies if dossier.profile else ():
                if holds(one):
                    yield Place(dossier.unit.id, own_file(dossier, "profile"), one.id)

    return find


def cases(holds: Callable[[Case], bool]) -> Finder:
    """Closed cases."""

    def find(at: Shown) -> Iterator[Place]:
        for dossier in at.campaign.dossiers:
            for one in dossier.cases.cases if dossier.cases else ():
                if holds(one):
                    yield Place(dossier.unit.id, own_file(dossier, "cases"), one.case_no)

    return find


def powers(holds: Callable[[Power], bool]) -> Finder:
    """Powers of a power list."""

    def find(at: Shown) -> Iterator[Place]:
        for dossier in at.campaign.dossiers:
            for one in dossier.powers.powers if dossier.powers else ():
                if holds(one):
                    yield Place(dossier.unit.id, own_file(dossier, "powers"), one.id)

    return find


def law_changes(holds: Callable[[int | None], bool]) -> Finder:
    """Changes of law, by the days until both sites followed."""

    def find(at: Shown) -> Iterator[Place]:
        for dossier in at.campaign.dossiers:
            changes: tuple[LawChange, ...] = dossier.powers.law_changes if dossier.powers else ()
            for one in changes:
                if holds(one.days_to_update):
                    yield Place(dossier.unit.id, own_file(dossier, "powers"), f"{one.law} {one.days_to_update}")

    return find


# -- finders of what a score holds


def cards(holds: Callable[[Scorecard], bool]) -> Finder:
    """Scorecards as a whole."""

    def find(at: Shown) -> Iterator[Place]:
        for unit, card in at.cards.items():
            if holds(card):
                yield Place(unit, SCORE, card.state if card.total is None else outcome_words(card))

    return find


def outcome_words(card: Scorecard) -> str:
    return f"{card.total} {card.outcome.grade or card.state}"


def rows(holds: Callable[[Dossier, RowScore], bool]) -> Finder:
    """Printed rows."""

    def find(at: Shown) -> Iterator[Place]:
        for dossier, card in at.scored:
            for row in card.rows:
                if holds(dossier, row):
                    yield Place(dossier.unit.id, SCORE, f"{row.id} {row.status if row.points is None else row.points}")

    return find


def bonus(row: str) -> Finder:
    """Units that earn something in a row of the bonus."""

    def find(at: Shown) -> Iterator[Place]:
        for dossier, card in at.scored:
            for one in card.outcome.bonus.rows if card.outcome.bonus else ():
                if one.id == row and one.counted:
                    yield Place(dossier.unit.id, SCORE, f"{row} {one.counted}")

    return find


def conversions(level: str, holds: Callable[[Conversion], bool]) -> Finder:
    """Conversions 折算 inside requirements, or inside items."""

    def find(at: Shown) -> Iterator[Place]:
        for dossier, card in at.scored:
            items = [item for system in card.systems for item in system.items]
            for one in items if level == "item" else card.requirements:
                conversion = one.sum.conversion
                if conversion is not None and conversion.points is not None and holds(conversion):
                    yield Place(dossier.unit.id, SCORE, f"{one.id} {conversion.points}")

    return find
