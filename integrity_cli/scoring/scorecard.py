"""The scorecard 得分单: every printed row with its points, its arithmetic, and the facts it rests on.

A printed row is rounded once, half up, to 0.01; every figure above it is the exact sum of printed figures.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.domain.dossier import Timeliness
from integrity_cli.domain.scalars import OneOf
from integrity_cli.lang import Text, Words

ZERO = Decimal("0.00")

STATE = OneOf(
    Text("状态", "state"),
    {
        "not_applied": Text("未申报", "did not apply"),
        "not_assessed": Text("未参加考核", "not assessed"),
        "unscored": Text("未能计分", "could not be scored"),
        "provisional": Text("暂计", "provisional"),
        "final": Text("已完成", "complete"),
    },
)
STATUS = OneOf(
    Text("得分情况", "status"),
    {
        "full": Text("满分", "full"),
        "part": Text("部分得分", "part"),
        "none": Text("未得分", "none"),
        "met": Text("达到", "met"),
        "unmet": Text("未达到", "not met"),
        "open": Text("待定", "open"),
    },
)
STATED_BY = OneOf(
    Text("陈述者", "stated by"),
    {
        "unit": Text("单位", "the unit"),
        "office": Text("主办单位", "the office"),
        "reviewer": Text("考核组", "reviewers"),
    },
)
ACTOR = OneOf(
    Text("待办者", "who must act"),
    {
        "reviewers": Text("考核组", "the reviewers"),
        "office": Text("主办单位", "the office"),
        "unit": Text("单位", "the unit"),
    },
)


def rounded(exact: Fraction) -> Decimal:
    """Exact points as they are printed: half up, to 0.01."""
    return Decimal(math.floor(exact * 100 + Fraction(1, 2))).scaleb(-2)


def total(figures: Iterable[Decimal]) -> Decimal:
    """The exact sum of printed figures."""
    return sum(figures, ZERO)


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact of a row: its name, what it means, its value, who stated it, the entries or places it rests on."""

    words: Words
    meaning: Words
    value: str
    stated_by: str
    entries: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkLine:
    """One reviewer's mark on a row, with its reason."""

    reviewer: str
    points: Decimal | None
    met: bool | None
    reason: str


@dataclass(frozen=True, slots=True)
class Open:
    """What keeps a row open, and who must act."""

    row: str
    actor: str
    words: Words


@dataclass(frozen=True, slots=True)
class RowScore:
    """A printed row: a requirement, or its part.

    `points` is the figure that counts, None while the row is open; `self_score`, `computed` and `reviewed`
    are the three columns it comes from. A row without points is met or not.
    """

    id: str
    part: int | None
    gloss: Words | None
    maximum: Decimal
    points: Decimal | None
    self_score: Decimal | None
    computed: Decimal | None
    reviewed: Decimal | None
    status: str
    rule: Words
    arithmetic: str
    facts: tuple[FactLine, ...]
    marks: tuple[MarkLine, ...]
    statement: str | None
    open: Open | None


@dataclass(frozen=True, slots=True)
class RequirementScore:
    """A requirement: its clause and its rows."""

    id: str
    clause: str
    gloss: Words
    duty: str
    maximum: Decimal
    rows: tuple[RowScore, ...]

    @property
    def points(self) -> Decimal:
        """The sum of its settled rows."""
        return total(row.points for row in self.rows if row.points is not None)

    @property
    def open_points(self) -> Decimal:
        """What its open rows may still bring."""
        return total(row.maximum for row in self.rows if row.points is None)

    @property
    def self_score(self) -> Decimal | None:
        """The unit's own figure, where it has one for every row."""
        figures = [row.self_score for row in self.rows]
        return None if None in figures else total(figure for figure in figures if figure is not None)

    @property
    def computed(self) -> Decimal | None:
        """The figure from facts, where every row has one."""
        figures = [row.computed for row in self.rows]
        return None if None in figures else total(figure for figure in figures if figure is not None)

    @property
    def reviewed(self) -> Decimal | None:
        """The reviewers' figure, where at least one row was marked."""
        figures = [row.reviewed for row in self.rows if row.reviewed is not None]
        return total(figures) if figures else None

    @property
    def status(self) -> str:
        """Open while a row is; else full, part or none; met or unmet where it carries no points."""
        if len(self.rows) == 1:
            return self.rows[0].status
        if any(row.status == "open" for row in self.rows):
            return "open"
        return "full" if self.points == self.maximum else "part" if self.points else "none"


@dataclass(frozen=True, slots=True)
class ItemScore:
    """One of the numbered items."""

    id: str
    name: Words
    maximum: Decimal
    requirements: tuple[RequirementScore, ...]

    @property
    def points(self) -> Decimal:
        return total(one.points for one in self.requirements)

    @property
    def open_points(self) -> Decimal:
        return total(one.open_points for one in self.requirements)


@dataclass(frozen=True, slots=True)
class SystemScore:
    """One of the systems."""

    id: str
    name: Words
    maximum: Decimal
    items: tuple[ItemScore, ...]

    @property
    def points(self) -> Decimal:
        return total(one.points for one in self.items)

    @property
    def open_points(self) -> Decimal:
        return total(one.open_points for one in self.items)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """What one unit scored and why. `systems` is empty where no score was made; `reason` then says why."""

    unit: str
    name: str
    name_en: str | None
    peer_group: str
    state: str
    systems: tuple[SystemScore, ...]
    timeliness: tuple[tuple[str, Timeliness | None], ...]
    grade: Words | None = None
    reason: Words | None = None
    blocking: tuple[Diagnostic, ...] = ()

    @property
    def total(self) -> Decimal | None:
        """The sum of all settled rows; None where no score was made."""
        return total(system.points for system in self.systems) if self.systems else None

    @property
    def maximum(self) -> Decimal:
        return total(system.maximum for system in self.systems)

    @property
    def open_points(self) -> Decimal:
        """What the open rows may still bring."""
        return total(system.open_points for system in self.systems)

    @property
    def settled_maximum(self) -> Decimal:
        """The most that the settled rows could have brought."""
        return self.maximum - self.open_points

    @property
    def requirements(self) -> tuple[RequirementScore, ...]:
        """Every requirement, in the order of the notice."""
        return tuple(one for system in self.systems for item in system.items for one in item.requirements)

    @property
    def open(self) -> tuple[Open, ...]:
        """What is open, in the order of the rows."""
        return tuple(row.open for one in self.requirements for row in one.rows if row.open is not None)
