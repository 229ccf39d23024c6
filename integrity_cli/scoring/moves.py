"""What a change does to scores: two scorings, and the lines in which they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.evidence import Entry
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
    """What a change does to one unit: its scorecards before and after, its lines, entries and requirements."""

    before: Scorecard | None
    after: Scorecard
    lines: tuple[Moved, ...]
    added: tuple[Entry, ...]
    withdrawn: tuple[Entry, ...]
    supported: tuple[Requirement, ...]

    @property
    def is_still(self) -> bool:
        """Whether nothing of it moved."""
        before = self.before
        same = before is not None and (before.state, before.total) == (self.after.state, self.after.total)
        return same and not (self.lines or self.added or self.withdrawn)


def moves(change: Change, before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> tuple[UnitMoved, ...]:
    """Every unit that a change concerns, in the order of the register, given the findings on both campaigns.

    A change of what all scores rest on concerns every unit, and those that it leaves as they were are left out.
    """
    concerned = {unit_of_change(path) for path in change.paths - change.refused}
    found = tuple(before), tuple(after)
    told = (_moved(change, unit, *found) for unit in change.after.by_unit if unit in concerned or None in concerned)
    return tuple(one for one in told if one.after.unit in concerned or not one.is_still)


def _moved(change: Change, unit: str, before: tuple[Diagnostic, ...], after: tuple[Diagnostic, ...]) -> UnitMoved:
    earlier = score(change.before, unit, before) if unit in change.before.by_unit else None
    later = score(change.after, unit, after)
    dossiers = change.before.by_unit.get(unit), change.after.by_unit[unit]
    entries = [{one.entry.id: one.entry for one in dossier.ledger} if dossier else {} for dossier in dossiers]
    supported = _supported(change.after, dossiers[1]) - _supported(change.before, dossiers[0])
    return UnitMoved(
        before=earlier,
        after=later,
        lines=tuple(_lines_moved(earlier, later)),
        added=tuple(entry for id_, entry in sorted(entries[1].items()) if id_ not in entries[0]),
        withdrawn=tuple(
            entry
            for id_, entry in sorted(entries[1].items())
            if entry.withdrawn is not None and (id_ not in entries[0] or entries[0][id_].withdrawn is None)
        ),
        supported=tuple(one for one in _requirements(change.after) if one.id in supported),
    )


def _requirements(campaign: Campaign) -> Iterator[Requirement]:
    """Every requirement of the rubric, whether or not a score could be made."""
    if campaign.rubric is not None:
        yield from (requirement for _, requirement in campaign.rubric.placed())


def _supported(campaign: Campaign, dossier: Dossier | None) -> frozenset[str]:
    if dossier is None or campaign.rubric is None:
        return frozenset()
    return facts_of(dossier, campaign.rubric).supported()


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
