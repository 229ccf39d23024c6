"""Who stands where among peers: by total, highest first; equal totals share a rank and are shown as ties."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from integrity_cli.scoring.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit's place in its peer group. Only complete scorecards have a rank."""

    card: Scorecard
    rank: int | None
    tied: bool


def standings(cards: Sequence[Scorecard]) -> Mapping[str, tuple[Standing, ...]]:
    """The standings by peer group, groups by name; within one, ranked units first, then the others by id."""
    groups: dict[str, list[Scorecard]] = defaultdict(list)
    for card in cards:
        groups[card.peer_group].append(card)
    return {group: _ranked(groups[group]) for group in sorted(groups)}


def _ranked(cards: Sequence[Scorecard]) -> tuple[Standing, ...]:
    complete = [card for card in cards if card.state == "final" and card.total is not None]
    totals = Counter(card.total for card in complete)
    ordered = sorted(complete, key=lambda card: (-(card.total or Decimal(0)), card.unit))
    ranked = [
        Standing(card, 1 + sum((other.total or 0) > (card.total or 0) for other in complete), totals[card.total] > 1)
        for card in ordered
    ]
    rest = sorted((card for card in cards if card not in complete), key=lambda card: card.unit)
    return (*ranked, *(Standing(card, None, tied=False) for card in rest))
