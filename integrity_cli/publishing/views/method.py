"""What the templates may see of the rubric: its requirements, its facts, and the clauses of the result."""

from __future__ import annotations

from dataclasses import dataclass

from integrity_cli.publishing.views.base import Figure, GradeLine, Link, Named
from integrity_cli.publishing.views.result import FactView


@dataclass(frozen=True, slots=True)
class MethodRow:
    """A row of the rubric; `rule` is None while the rubric has errors and no rule can be said."""

    id: str
    gloss: str | None
    points: str
    rule: str | None
    not_applicable: str | None


@dataclass(frozen=True, slots=True)
class MethodRequirement:
    """A requirement of the rubric; `ours` where this project added it, and why."""

    id: str
    anchor: str
    gloss: str
    clause: str
    duty: str
    points: str
    ours: str | None
    rows: tuple[MethodRow, ...]


@dataclass(frozen=True, slots=True)
class MethodItem:
    """An item of the rubric."""

    id: str
    anchor: str
    name: str
    points: str
    requirements: tuple[MethodRequirement, ...]


@dataclass(frozen=True, slots=True)
class MethodSystem:
    """A system of the rubric."""

    id: str
    anchor: str
    name: str
    points: str
    weight: str | None
    items: tuple[MethodItem, ...]


@dataclass(frozen=True, slots=True)
class NamedFact:
    """A fact that the rubric names; `meaning` as for a row's rule."""

    name: str
    words: str
    meaning: str | None


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """A row of a unit of this campaign, worked out: its kind of rule, its facts, its arithmetic, what it earned."""

    rule_type: str
    unit: Named
    page: str
    row: Link
    gloss: str
    rule: str
    facts: tuple[FactView, ...]
    arithmetic: str
    points: Figure
    maximum: Figure


@dataclass(frozen=True, slots=True)
class MethodClause:
    """A row of bonus or penalty, a veto or a bar; `rule` is None while no rule can be said."""

    id: str
    label: str
    rule: str | None
    value: str
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class MethodBlock:
    """Bonus or penalty with its cap."""

    id: str
    title: str
    capped: str
    rows: tuple[MethodClause, ...]


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure that the rubric declares."""

    name: str
    label: str
    form: str
    stated_by: str


@dataclass(frozen=True, slots=True)
class LawLine:
    """A law and the time it is in force."""

    name: str
    from_day: str
    to_day: str | None


@dataclass(frozen=True, slots=True)
class MethodView:
    """The page of the method, made from the rubric."""

    title: str
    points: str
    is_sound: bool
    systems: tuple[MethodSystem, ...]
    facts: tuple[NamedFact, ...]
    grades: tuple[GradeLine, ...]
    tolerance: str
    recognition: str | None
    blocks: tuple[MethodBlock, ...]
    vetoes: tuple[MethodClause, ...]
    bars: tuple[MethodClause, ...]
    figures: tuple[FigureLine, ...]
    laws: tuple[LawLine, ...]
    examples: tuple[WorkedExample, ...]
