"""The scorecard 得分单: every printed row with its points, its arithmetic, and the facts it rests on.

A printed row is rounded once, half up, to 0.01; every figure above it is the exact sum of printed figures.
What frees points (a row that does not apply) gives them on in a printed row of its own, the conversion 折算.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.domain.dossier import Timeliness
from integrity_cli.domain.points import rounded
from integrity_cli.domain.scalars import OneOf
from integrity_cli.domain.snapshots import Late
from integrity_cli.lang import Text, Words

ZERO = Decimal("0.00")

STATE = OneOf(
    Text("状态", "state"),
    {
        "not_applied": Text("未申报", "did not apply"),
        "withdrawn": Text("已撤回申报", "withdrew"),
        "not_assessed": Text("未参加考核", "not assessed"),
        "unscored": Text("未能计分", "cannot be scored"),
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
        "not_applicable": Text("不适用", "not applicable"),
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
    """What keeps a row or the result open, and who must act."""

    row: str
    actor: str
    words: Words


@dataclass(frozen=True, slots=True)
class RowScore:
    """A printed row: a requirement, or its part.

    `points` is the figure that counts, None while the row is open or where it does not apply; `self_score`,
    `computed` and `reviewed` are the three columns it comes from. A row without points is met or not.
    `decided` is the reason of the office's decision on the row, `confirmed` whether reviewers confirmed every
    entry it rests on.
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
    decided: str | None = None
    confirmed: bool = False

    @property
    def applies(self) -> bool:
        """Whether its points stay with it."""
        return self.status != "not_applicable"


@dataclass(frozen=True, slots=True)
class Conversion:
    """折算: points freed by what does not apply, given on pro rata: freed × earned ÷ applicable.

    `points` is None while something that it depends on is open.
    """

    freed: Decimal
    earned: Decimal
    applicable: Decimal
    points: Decimal | None

    @property
    def arithmetic(self) -> str:
        """The conversion as a reader redoes it."""
        return "" if self.points is None else f"{self.freed} × {self.earned} ÷ {self.applicable} = {self.points}"


@dataclass(frozen=True, slots=True)
class Sum:
    """What a part of the standard comes to: the figures of all that it holds, and its conversion.

    `freed` are the points that its own parts gave up; `passed_up` those of them that go to the level above.
    """

    maximum: Decimal
    inside: Decimal
    open_inside: Decimal
    passed_up: Decimal
    conversion: Conversion | None

    @property
    def points(self) -> Decimal:
        """The sum of its settled figures, the conversion included."""
        converted = self.conversion.points if self.conversion else None
        return self.inside + (converted or ZERO)

    @property
    def open_points(self) -> Decimal:
        """What may still come: its open rows, and points freed whose conversion is open."""
        waiting = self.conversion.freed if self.conversion and self.conversion.points is None else ZERO
        return self.open_inside + waiting

    @property
    def converted(self) -> Decimal:
        """What its own conversion brought."""
        return (self.conversion.points or ZERO) if self.conversion else ZERO


@dataclass(frozen=True, slots=True)
class RequirementScore:
    """A requirement: its clause and its rows."""

    id: str
    clause: str
    gloss: Words
    duty: str
    rows: tuple[RowScore, ...]
    sum: Sum

    @property
    def maximum(self) -> Decimal:
        return self.sum.maximum

    @property
    def points(self) -> Decimal:
        """The sum of its settled rows and its conversion."""
        return self.sum.points

    @property
    def open_points(self) -> Decimal:
        """What its open rows may still bring."""
        return self.sum.open_points

    @property
    def self_score(self) -> Decimal | None:
        """The unit's own figure, where it has one for every row."""
        return _whole(row.self_score for row in self.rows)

    @property
    def computed(self) -> Decimal | None:
        """The figure from facts, where every row has one."""
        return _whole(row.computed for row in self.rows)

    @property
    def reviewed(self) -> Decimal | None:
        """The reviewers' figure, where at least one row was marked."""
        figures = [row.reviewed for row in self.rows if row.reviewed is not None]
        return total(figures) if figures else None

    @property
    def status(self) -> str:
        """Open while a row is; not applicable where no row applies; else full, part or none, or met or unmet."""
        statuses = {row.status for row in self.rows}
        if len(statuses) == 1:
            return statuses.pop()
        if "open" in statuses:
            return "open"
        return "full" if self.points == self.maximum else "part" if self.points else "none"

    @property
    def applies(self) -> bool:
        return any(row.applies for row in self.rows)


def _whole(figures: Iterable[Decimal | None]) -> Decimal | None:
    known = list(figures)
    return None if None in known else total(figure for figure in known if figure is not None)


@dataclass(frozen=True, slots=True)
class ItemScore:
    """One of the numbered items."""

    id: str
    name: Words
    requirements: tuple[RequirementScore, ...]
    sum: Sum

    @property
    def maximum(self) -> Decimal:
        return self.sum.maximum

    @property
    def points(self) -> Decimal:
        return self.sum.points

    @property
    def open_points(self) -> Decimal:
        return self.sum.open_points

    @property
    def applies(self) -> bool:
        return any(one.applies for one in self.requirements)


@dataclass(frozen=True, slots=True)
class SystemScore:
    """One of the systems."""

    id: str
    name: Words
    items: tuple[ItemScore, ...]
    sum: Sum
    weight: Decimal | None = None

    @property
    def maximum(self) -> Decimal:
        return self.sum.maximum

    @property
    def points(self) -> Decimal:
        return self.sum.points

    @property
    def open_points(self) -> Decimal:
        return self.sum.open_points

    @property
    def applies(self) -> bool:
        return any(one.applies for one in self.items)

    def weighted(self, figure: Decimal) -> Decimal:
        """A figure of this system as it enters the total: times the weight, a printed row of its own."""
        return figure if self.weight is None else rounded(Fraction(figure) * Fraction(self.weight))


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A row of bonus or penalty; `counted` is what is left of its points where one matter counts once."""

    id: str
    label: Words
    requirement: str | None
    maximum: Decimal
    points: Decimal
    counted: Decimal
    rule: Words
    arithmetic: str
    facts: tuple[FactLine, ...]


@dataclass(frozen=True, slots=True)
class ResultBlock:
    """加分 or 减分: its rows, and their sum up to the cap."""

    cap: Decimal
    rows: tuple[ResultRow, ...]

    @property
    def points(self) -> Decimal:
        return min(self.cap, total(row.counted for row in self.rows))


@dataclass(frozen=True, slots=True)
class VetoLine:
    """A veto whose condition was found or that was decided. It acts only when decided, with basis and hearing."""

    id: str
    label: Words
    acts: bool
    lost: Decimal
    fixes_grade: str | None
    basis: str
    heard_on: date | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class BarLine:
    """A bar in force, and the highest grade it leaves open."""

    id: str
    label: Words
    highest_grade: str
    grade_words: Words


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of the points: bonus, penalty, vetoes, bars, the grade, and what the office decided."""

    bonus: ResultBlock | None = None
    penalty: ResultBlock | None = None
    vetoes: tuple[VetoLine, ...] = ()
    bars: tuple[BarLine, ...] = ()
    open: tuple[Open, ...] = ()
    grade: str | None = None
    grade_words: Words | None = None
    eligible: bool | None = None
    told_on: date | None = None
    reconsideration: str | None = None
    result: str | None = None

    @property
    def lost_to_vetoes(self) -> Decimal:
        return total(veto.lost for veto in self.vetoes if veto.acts)

    def on_top_of(self, base: Decimal) -> Decimal:
        """The total: base, bonus, penalty and vetoes; never below 0."""
        bonus = self.bonus.points if self.bonus else ZERO
        penalty = self.penalty.points if self.penalty else ZERO
        return max(ZERO, base + bonus - penalty - self.lost_to_vetoes)


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
    sum: Sum | None = None
    outcome: Outcome = field(default_factory=Outcome)
    reason: Words | None = None
    blocking: tuple[Diagnostic, ...] = ()
    late: Late = field(default_factory=Late)

    @property
    def base(self) -> Decimal | None:
        """The sum of all settled rows before bonus, penalty and vetoes; None where no score was made."""
        return self.sum.points if self.sum else None

    @property
    def total(self) -> Decimal | None:
        """Base, bonus, penalty and vetoes together; None where no score was made."""
        return None if self.base is None else self.outcome.on_top_of(self.base)

    @property
    def maximum(self) -> Decimal:
        """The most that the base can bring."""
        return self.sum.maximum if self.sum else ZERO

    @property
    def open_points(self) -> Decimal:
        """What the open rows may still bring."""
        return self.sum.open_points if self.sum else ZERO

    @property
    def settled_maximum(self) -> Decimal:
        """The most that the settled rows could have brought."""
        return self.maximum - self.open_points

    @property
    def grade(self) -> Words | None:
        """The grade, once nothing is open."""
        return self.outcome.grade_words

    @property
    def requirements(self) -> tuple[RequirementScore, ...]:
        """Every requirement, in the order of the notice."""
        return tuple(one for system in self.systems for item in system.items for one in item.requirements)

    @property
    def rows(self) -> tuple[RowScore, ...]:
        """Every row, in the order of the notice."""
        return tuple(row for system in self.systems for row in rows_of(system))

    @property
    def open(self) -> tuple[Open, ...]:
        """What is open, in the order of the rows, then of the result."""
        return (*(row.open for row in self.rows if row.open is not None), *self.outcome.open)

    @property
    def converted(self) -> Decimal:
        """What all conversions brought: the difference to the base if what does not apply earned nothing."""
        bare = (
            system.weighted(total(row.points for row in rows_of(system) if row.points is not None))
            for system in self.systems
        )
        return ZERO if self.base is None else self.base - total(bare)

    @property
    def confirmed_points(self) -> Decimal:
        """Points of computed rows whose every entry a reviewer confirmed."""
        return total(row.points for row in self.rows if row.confirmed and row.points is not None)

    @property
    def points_on_entries(self) -> Decimal:
        """Points of computed rows that rest on ledger entries."""
        return total(
            row.points
            for row in self.rows
            if row.points is not None and any(fact.entries for fact in row.facts) and row.computed is not None
        )

    @property
    def over_claim(self) -> Decimal:
        """Self-score minus the figure that counts, over the settled rows that the unit scored itself."""
        return total(
            row.self_score - row.points for row in self.rows if row.self_score is not None and row.points is not None
        )


def rows_of(system: SystemScore) -> Iterable[RowScore]:
    """The rows of one system, in the order of the notice."""
    return (row for item in system.items for one in item.requirements for row in one.rows)
