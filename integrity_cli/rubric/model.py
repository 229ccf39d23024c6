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
from integrity_cli.domain.scalars import Line, OneOf, Points, Prose
from integrity_cli.lang import Text
from integrity_cli.rubric.facts import Fact
from integrity_cli.rubric.rules import AnyRule, Rule, rule_tag

DUTY = OneOf(
    Text("性质", "duty"),
    {
        "must": Text("应当", "must"),
        "optional": Text("可以", "optional"),
        "goal": Text("目标", "goal"),
        "organiser": Text("主办单位职责", "duty of the organiser"),
    },
)


def _part(value: Any) -> Any:
    """A part is written flat: its points and its rule's options side by side."""
    if not isinstance(value, dict) or "points" not in value:
        return value
    rest = {key: one for key, one in value.items() if key not in {"points", "gloss"}}
    return {key: value[key] for key in ("points", "gloss") if key in value} | {"rule": rest}


class Part(Record):
    """A part of a requirement, with points and a rule of its own; it is a row of the score."""

    points: Annotated[Points, Text("分值", "points")]
    gloss: Annotated[Both | None, Text("要点", "gloss")] = None
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
    ours: Annotated[Prose | None, Text("本项目增设的理由", "why this project adds it")] = None
    rule: Annotated[
        Annotated[Annotated[Parts, Tag("=parts")] | Annotated[AnyRule, Tag("=rule")], Discriminator(_rule_or_parts)],
        Text("计分规则", "rule"),
    ]

    def rows(self) -> tuple[Row, ...]:
        """The rows of the score: its parts, numbered from 1, or the requirement itself."""
        if isinstance(self.rule, Parts):
            return tuple(
                Row(self.id, number, part.points, part.rule, part.gloss)
                for number, part in enumerate(self.rule.parts, start=1)
            )
        return (Row(self.id, None, self.points, self.rule, None),)


@dataclass(frozen=True, slots=True)
class Row:
    """The smallest thing that is scored: a requirement, or its part where it has parts."""

    requirement: str
    part: int | None
    points: Decimal
    rule: Rule
    gloss: Both | None

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

    def placed_facts(self) -> Iterator[tuple[Route, Fact]]:
        """Every fact that the rubric states, by name or in a rule, with its route."""
        for name, fact in self.facts.items():
            yield ("facts", name), fact
        for route, row in self.placed_rules():
            for option, fact in row.rule.facts():
                yield (*route, option), fact
