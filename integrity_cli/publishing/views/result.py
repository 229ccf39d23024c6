"""What the templates may see of a unit's result: how the total is made, and what the office decided."""

from __future__ import annotations

from dataclasses import dataclass

from integrity_cli.publishing.views.base import Figure, Link


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact of a row; `meaning` only where it says more than the words, `many` where the places are many."""

    words: str
    meaning: str | None
    value: str
    stated_by: str
    entries: tuple[str, ...]
    places: tuple[str, ...]
    many: str | None


@dataclass(frozen=True, slots=True)
class GradeView:
    """A grade in words, and its mark: as many full circles as there are grades below it."""

    figure: Figure
    mark: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the sum that makes the total; `sign` is empty at the first."""

    sign: str
    words: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class ConversionView:
    """A conversion: the arithmetic that a reader redoes, or what it waits for; then it has no points."""

    points: Figure | None
    words: str


@dataclass(frozen=True, slots=True)
class ResultRowView:
    """A row of bonus or penalty; `dropped` where another row of the same matter counts in its place."""

    id: str
    anchor: str
    label: str
    requirement: Link | None
    points: Figure
    counted: Figure
    maximum: Figure
    dropped: bool
    rule: str
    arithmetic: str
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """Bonus or penalty with its rows; `words` say its points and its cap."""

    anchor: str
    title: str
    points: Figure
    cap: Figure
    rows: tuple[ResultRowView, ...]


@dataclass(frozen=True, slots=True)
class VetoView:
    """A veto; `heard_on` and `reason` are None while nothing was decided."""

    id: str
    anchor: str
    label: str
    standing: Figure
    effect: str
    basis: str
    heard_on: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class BarView:
    """A bar in force, said with the highest grade it leaves open."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """What the office found, in its published words."""

    kind: str
    found_on: str
    basis: str
    summary: str


@dataclass(frozen=True, slots=True)
class OpeningView:
    """What became of a sealed entry that was drawn to be opened."""

    entry: Link
    opened_on: str
    outcome: str
    reason: str


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A dated word of the office: how it reads, and its reason where it gave one."""

    figure: Figure
    reason: str | None


@dataclass(frozen=True, slots=True)
class ResultView:
    """What became of the points, and what was told and decided."""

    eligible: Figure | None
    told_on: Figure | None
    reconsideration: DecisionView | None
    result: DecisionView | None
    bars: tuple[BarView, ...]
    vetoes: tuple[VetoView, ...]
    findings: tuple[FindingView, ...]
    openings: tuple[OpeningView, ...]
    blocks: tuple[BlockView, ...]
