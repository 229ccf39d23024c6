"""The rubric 考核细则 as `rubric.yaml` states it: systems, items, requirements, and stage duties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Tag

from integrity_cli.domain.diagnostic import Route
from integrity_cli.domain.record import Both, Record
from integrity_cli.domain.scalars import Line, OneOf, Points, PositiveNumber, Prose
from integrity_cli.lang import Text
from integrity_cli.rubric.facts import DUTY, Fact, FactRef, resolved
from integrity_cli.rubric.result_clauses import Bar, Block, FigureForm, Law, Recognition, ResultRule, Veto
from integrity_cli.rubric.rules import AnyRule, Rule, rule_tag

TREATMENT = OneOf(
    Text("不适用的处理", "treatment of what does not apply"),
    {
        "forbid": Text("不得主张", "may not be claimed"),
        "exclude": Text("分值折算", "points converted"),
        "full": Text("给满分", "full points"),
        "zero": Text("不得分", "no points"),
    },
)
FREED_TO = OneOf(
    Text("分值归入", "where the points go"),
    {"item": Text("本项目", "its item"), "system": Text("本体系", "its system")},
)
_OF_THE_PART = ("points", "gloss", "not_applicable")


class NotApplicable(Record):
    """When a row may be said not to apply, and what that costs; it takes effect when the office confirms it."""

    when: Annotated[FactRef | None, Text("情形", "when")] = None
    treatment: Annotated[str, TREATMENT, Text("处理办法", "treatment")] = "exclude"
    to: Annotated[str, FREED_TO, Text("分值归入", "points go to")] = "item"


def _part(value: Any) -> Any:
    """A part is written flat: its points and its rule's options side by side."""
    if not isinstance(value, dict) or "points" not in value:
        return value
    rest = {key: one for key, one in value.items() if key not in _OF_THE_PART}
    return {key: value[key] for key in _OF_THE_PART if key in value} | {"rule": rest}


class Part(Record):
    """A part of a requirement, with points and a rule of its own; it is a row of the score."""

    points: Annotated[Points, Text("分值", "points")]
    gloss: Annotated[Both | None, Text("要点", "gloss")] = None
    not_applicable: Annotated[NotApplicable | None, Text("不适用", "not applicable")] = None
    rule: Annotated[AnyRule, Text("计分规则", "rule")]


class Parts(Record):
    """A rule made of parts whose points add up to the requirement's."""

    parts: Annotated[tuple[Annotated[Part, BeforeValidator(_part)], ...], Text("分项", "parts")]


def _rule_or_parts(value: Any) -> str:
    parts = isinstance(value, Parts) or (isinstance(value, dict) and "parts" in value and rule_tag(value) is None)
    return "=parts" if parts else "=rule"


class Requirement(Record):
    """One clause of the notice, what it is worth, and the rule by which it earns."""

    id: Annotated[Line, Text("编号", "id")]
    clause: Annotated[Line, Text("原文", "clause")]
    gloss: Annotated[Both, Text("要点", "gloss")]
    duty: Annotated[str, DUTY, Text("性质", "duty")]
    points: Annotated[Points, Text("分值", "points")]
    not_applicable: Annotated[NotApplicable | None, Text("不适用", "not applicable")] = None
    ours: Annotated[Prose | None, Text("本项目增设的理由", "why this project adds it")] = None
    rule: Annotated[
        Annotated[Annotated[Parts, Tag("=parts")] | Annotated[AnyRule, Tag("=rule")], Discriminator(_rule_or_parts)],
        Text("计分规则", "rule"),
    ]

    def rows(self) -> tuple[Row, ...]:
        """The rows of the score: its parts, numbered from 1, or the requirement itself."""
        if isinstance(self.rule, Parts):
            return tuple(
                Row(self.id, number, part.points, part.rule, part.gloss, part.not_applicable or self.not_applicable)
                for number, part in enumerate(self.rule.parts, start=1)
            )
        return (Row(self.id, None, self.points, self.rule, None, self.not_applicable),)


@dataclass(frozen=True, slots=True)
class Row:
    """The smallest thing that is scored: a requirement, or its part where it has parts."""

    requirement: str
    part: int | None
    points: Decimal
    rule: Rule
    gloss: Both | None
    not_applicable: NotApplicable | None

    @property
    def id(self) -> str:
        """`A1.3` for a requirement, `A1.3/2` for its second part."""
        return self.requirement if self.part is None else f"{self.requirement}/{self.part}"


class Item(Record):
    """One of the thirteen numbered items, or one of the five stages."""

    id: Annotated[Line, Text("编号", "id")]
    name: Annotated[Both, Text("名称", "name")]
    points: Annotated[Points, Text("分值", "points")]
    requirements: Annotated[tuple[Requirement, ...], Text("考核项", "requirements")]


class System(Record):
    """One of the four systems, or the stage duties, which carry no points."""

    id: Annotated[Line, Text("编号", "id")]
    name: Annotated[Both, Text("名称", "name")]
    points: Annotated[Points, Text("分值", "points")]
    weight: Annotated[PositiveNumber | None, Text("权重", "weight")] = None
    items: Annotated[tuple[Item, ...], Text("项目", "items")]


class Grade(Record):
    """A grade and the total from which it is reached; it ends where the next higher one begins."""

    name: Annotated[Both, Text("等次", "grade")]
    from_points: Annotated[Points, Text("起点分", "from")]


class Rubric(Record):
    """考核细则: the one published standard of a campaign."""

    title: Annotated[Both, Text("名称", "title")]
    edition: Annotated[Line, Text("版本", "edition")]
    notice: Annotated[Line, Text("通知原文", "file of the notice")]
    proposal: Annotated[Both, Text("分值说明", "where the points come from")]
    points: Annotated[Points, Text("总分", "points")]
    facts: Annotated[Mapping[str, Fact], Text("事实", "facts")]
    systems: Annotated[tuple[System, ...], Text("体系", "systems")]
    grades: Annotated[tuple[Grade, ...], Text("等次", "grades")]
    figures: Annotated[Mapping[str, FigureForm], Text("指标", "figures")] = {}
    laws: Annotated[tuple[Law, ...], Text("法律", "laws")] = ()
    tolerance: Annotated[Points, Text("评分允许差", "tolerance of marks")] = Decimal("0.00")
    vetoes: Annotated[tuple[Veto, ...], Text("一票否决", "vetoes")] = ()
    bars: Annotated[tuple[Bar, ...], Text("一票否优", "bars")] = ()
    bonus: Annotated[Block | None, Text("加分", "bonus")] = None
    penalty: Annotated[Block | None, Text("减分", "penalty")] = None
    recognition: Annotated[Recognition | None, Text("认定条件", "recognition")] = None

    def placed(self) -> Iterator[tuple[Route, Requirement]]:
        """Every requirement with the route to it, in the order of the notice."""
        for s, system in enumerate(self.systems):
            for i, item in enumerate(system.items):
                for r, requirement in enumerate(item.requirements):
                    yield ("systems", s, "items", i, "requirements", r), requirement

    def rows(self) -> Iterator[Row]:
        """Every row of the score."""
        for _, requirement in self.placed():
            yield from requirement.rows()

    @cached_property
    def by_row(self) -> Mapping[str, Row]:
        """The rows by their ids."""
        return {row.id: row for row in self.rows()}

    def placed_rules(self) -> Iterator[tuple[Route, Row]]:
        """Every row with the route to its rule."""
        for route, requirement in self.placed():
            for row in requirement.rows():
                inside = () if row.part is None else ("parts", row.part - 1)
                yield (*route, "rule", *inside), row

    def placed_results(self) -> Iterator[tuple[Route, ResultRule]]:
        """Every row of bonus and penalty with the route to it, which is that to its rule as well."""
        for name, block in (("bonus", self.bonus), ("penalty", self.penalty)):
            for number, row in enumerate(block.rows if block else ()):
                yield (name, "rows", number), row

    def every_rule(self) -> Iterator[tuple[Route, Row | ResultRule]]:
        """Every row of the base, of bonus and of penalty with the route to its rule."""
        yield from self.placed_rules()
        yield from self.placed_results()

    def resolved(self, fact: Fact) -> Fact:
        """The fact that a reference by name stands for; one whose name is not declared stands for itself."""
        return resolved(fact, self.facts)

    def placed_facts(self) -> Iterator[tuple[Route, Fact]]:
        """Every fact that the rubric states, by name or in a rule or clause, with its route."""
        for name, fact in self.facts.items():
            yield ("facts", name), fact
        for route, row in self.placed_rules():
            for option, fact in row.rule.facts():
                yield (*route, *option), fact
        for route, claim in self.placed_claims():
            if claim.when is not None:
                yield (*route, "when"), claim.when
        yield from self.facts_of_the_result()

    def placed_claims(self) -> Iterator[tuple[Route, NotApplicable]]:
        """What the rubric says of rows that may not apply, with its route."""
        for route, requirement in self.placed():
            if requirement.not_applicable is not None:
                yield (*route, "not_applicable"), requirement.not_applicable
            if isinstance(requirement.rule, Parts):
                for number, part in enumerate(requirement.rule.parts):
                    if part.not_applicable is not None:
                        yield (*route, "rule", "parts", number, "not_applicable"), part.not_applicable

    def facts_of_the_result(self) -> Iterator[tuple[Route, Fact]]:
        """The facts of vetoes, bars, bonus and penalty, with their routes."""
        for number, veto in enumerate(self.vetoes):
            yield ("vetoes", number, "when"), veto.when
        for number, bar in enumerate(self.bars):
            yield ("bars", number, "when"), bar.when
        for route, row in self.placed_results():
            for option, fact in row.rule.facts():
                yield (*route, *option), fact
