"""What a change does to scores: two scorings, and the lines in which they differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.domain.evidence import Entry
from integrity_cli.domain.snapshots import Arrival
from integrity_cli.lang import Text, Words
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.change import Change, unit_of_change
from integrity_cli.rubric.model import Requirement
from integrity_cli.scoring.engine import facts_of, score
from integrity_cli.scoring.scorecard import ZERO, Scorecard, Sum

_CONVERSION = Text("折算", "conversion")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of a scorecard: its figure, None while it has none, and its status."""

    points: Decimal | None
    status: str | None


@dataclass(frozen=True, slots=True)
class Moved:
    """A line that differs between two scorecards of one unit; a side is None where the card has no such line."""

    id: str
    label: Words | None
    before: Line | None
    after: Line | None

    @property
    def is_conversion(self) -> bool:
        """Whether it is a conversion, which goes by the id of the level it stands at."""
        return self.label is _CONVERSION

    @property
    def by(self) -> Decimal:
        """How far its figure moved; what has no figure brings nothing."""
        before, after = (one.points if one and one.points is not None else ZERO for one in (self.before, self.after))
        return after - before


@dataclass(frozen=True, slots=True)
class UnitMoved:
    """What a change does to one unit: its scorecards before and after, its lines, entries and requirements.

    `late` is what comes with the change and does not count, because a snapshot was taken before.
    """

    before: Scorecard | None
    after: Scorecard
    lines: tuple[Moved, ...]
    added: tuple[Entry, ...]
    withdrawn: tuple[Entry, ...]
    supported: tuple[Requirement, ...]
    late: tuple[Arrival, ...]

    @property
    def is_still(self) -> bool:
        """Whether nothing of it moved."""
        before = self.before
        same = before is not None and (before.state, before.total) == (self.after.state, self.after.total)
        return same and not (self.lines or self.added or self.withdrawn or self.late)


class Side(NamedTuple):
    """A campaign as it is scored, before a change or after it, with every finding on it."""

    campaign: Campaign
    findings: tuple[Diagnostic, ...]


def moves(change: Change, before: Side, after: Side) -> tuple[UnitMoved, ...]:
    """Every unit that a change concerns, in the order of the register.

    A change of what all scores rest on concerns every unit, and those that it leaves as they were are left out.
    """
    concerned = {unit_of_change(path) for path in change.paths - change.refused}
    told = (
        _moved(change, unit, before, after) for unit in after.campaign.by_unit if unit in concerned or None in concerned
    )
    return tuple(one for one in told if one.after.unit in concerned or not one.is_still)


def _moved(change: Change, unit: str, before: Side, after: Side) -> UnitMoved:
    earlier = score(before.campaign, unit, before.findings) if unit in before.campaign.by_unit else None
    later = score(after.campaign, unit, after.findings)
    was_late = earlier.late.uncounted if earlier else ()
    old, new = _entries(change.before, unit), _entries(change.after, unit)
    supported = _supported(after.campaign, unit) - _supported(before.campaign, unit)
    return UnitMoved(
        before=earlier,
        after=later,
        lines=tuple(_lines_moved(earlier, later)),
        added=tuple(entry for id_, entry in new.items() if id_ not in old),
        withdrawn=tuple(
            entry
            for id_, entry in new.items()
            if entry.withdrawn is not None and (id_ not in old or old[id_].withdrawn is None)
        ),
        supported=tuple(one for one in _requirements(after.campaign) if one.id in supported),
        late=tuple(one for one in later.late.uncounted if one not in was_late),
    )


def _entries(campaign: Campaign, unit: str) -> dict[str, Entry]:
    """The ledger of a unit by the ids of its entries, in their order."""
    ledger = campaign.by_unit[unit].ledger if unit in campaign.by_unit else ()
    return {one.entry.id: one.entry for one in sorted(ledger, key=lambda one: one.entry.id)}


def _requirements(campaign: Campaign) -> Iterator[Requirement]:
    """Every requirement of the rubric, whether or not a score could be made."""
    if campaign.rubric is not None:
        yield from (requirement for _, requirement in campaign.rubric.placed())


def _supported(campaign: Campaign, unit: str) -> frozenset[str]:
    if unit not in campaign.by_unit or campaign.rubric is None:
        return frozenset()
    return facts_of(campaign.by_unit[unit], campaign.rubric).supported()


def _lines_moved(before: Scorecard | None, after: Scorecard) -> Iterator[Moved]:
    """Lines are compared only between two cards that have a score: without one there is nothing to subtract."""
    if before is None or before.total is None or after.total is None:
        return
    earlier, later = dict(_lines(before)), dict(_lines(after))
    for id_ in dict.fromkeys((*later, *earlier)):
        label = (later.get(id_) or earlier[id_])[0]
        sides = [card[id_][1] if id_ in card else None for card in (earlier, later)]
        if sides[0] != sides[1]:
            yield Moved(id_, label, *sides)


def _lines(card: Scorecard) -> Iterator[tuple[str, tuple[Words | None, Line]]]:
    """Every printed line of a scorecard that enters its total, by a name of its own."""
    for system in card.systems:
        for item in system.items:
            for one in item.requirements:
                for row in one.rows:
                    yield row.id, (row.gloss or one.gloss, Line(row.points, row.status))
                yield from _conversion(one.id, one.sum)
            yield from _conversion(item.id, item.sum)
        yield from _conversion(system.id, system.sum)
    if card.sum is not None:
        yield from _conversion("", card.sum)
    for block, sign in ((card.outcome.bonus, 1), (card.outcome.penalty, -1)):
        for of_result in block.rows if block else ():
            yield of_result.id, (of_result.label, Line(sign * of_result.counted, None))
    for veto in card.outcome.vetoes:
        yield veto.id, (veto.label, Line(-veto.lost if veto.acts else ZERO, None))


def _conversion(id_: str, figures: Sum) -> Iterator[tuple[str, tuple[Words | None, Line]]]:
    if figures.conversion is not None:
        yield f"{id_}~", (_CONVERSION, Line(figures.conversion.points, None))
