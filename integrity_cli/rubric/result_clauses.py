"""Clauses outside the base: figures, laws, vetoes, bars, bonus, penalty, recognition."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from integrity_cli.domain.record import Both, Record
from integrity_cli.domain.scalars import Day, Line, OneOf, Points
from integrity_cli.lang import Text
from integrity_cli.rubric.facts import FactRef
from integrity_cli.rubric.rules import AnyRule

FIGURE_FORM = OneOf(
    Text("指标形式", "form of a figure"),
    {
        "number": Text("数字", "number"),
        "date": Text("日期", "day"),
        "yes_no": Text("是否", "yes or no"),
        "choice": Text("选项", "choice"),
    },
)
FIGURE_BY = OneOf(
    Text("指标陈述者", "who states a figure"),
    {"unit": Text("单位", "the unit"), "office": Text("主办单位", "the office")},
)


class FigureForm(Record):
    """A figure that a record states and no kind foresaw: its label, its form, and who states it."""

    label: Annotated[Both, Text("名称", "name")]
    form: Annotated[str, FIGURE_FORM, Text("形式", "form")]
    stated_by: Annotated[str, FIGURE_BY, Text("陈述者", "stated by")]
    choices: Annotated[tuple[Line, ...], Text("可选值", "choices")] = ()


class Law(Record):
    """A law that powers may rest on, and the time it is in force."""

    name: Annotated[Line, Text("名称", "name")]
    from_day: Annotated[Day, Text("施行日期", "in force from")]
    to_day: Annotated[Day | None, Text("失效日期", "in force to")] = None


class Effect(Record):
    """What a veto does: a part to zero, all to zero, or the grade fixed. Exactly one is stated."""

    zero: Annotated[Line | None, Text("归零", "to zero")] = None
    fix_grade: Annotated[Line | None, Text("定为等次", "fixed grade")] = None


class Veto(Record):
    """一票否决: it acts only from a decision with its basis and the day on which the unit was heard."""

    id: Annotated[Line, Text("编号", "id")]
    label: Annotated[Both, Text("情形", "what")]
    when: Annotated[FactRef, Text("条件", "when")]
    effect: Annotated[Effect, Text("后果", "effect")]
    basis: Annotated[Line, Text("依据", "basis")]


class Bar(Record):
    """一票否优: a condition that closes the grades above one."""

    id: Annotated[Line, Text("编号", "id")]
    label: Annotated[Both, Text("情形", "what")]
    when: Annotated[FactRef, Text("条件", "when")]
    highest_grade: Annotated[Line, Text("最高等次", "highest grade")]


class ResultRule(Record):
    """A row of bonus or penalty. Rows of one `matter` count once, at the highest."""

    id: Annotated[Line, Text("编号", "id")]
    label: Annotated[Both, Text("事项", "what")]
    requirement: Annotated[Line | None, Text("考核项", "requirement")] = None
    matter: Annotated[Line | None, Text("同一事项", "matter")] = None
    points: Annotated[Points, Text("分值", "points")]
    rule: Annotated[AnyRule, Text("计分规则", "rule")]


def _result_rule(value: Any) -> Any:
    """A row of bonus or penalty is written flat too."""
    own = {"id", "label", "requirement", "matter", "points"}
    if not isinstance(value, dict):
        return value
    rest = {key: one for key, one in value.items() if key not in own}
    return {key: one for key, one in value.items() if key in own} | {"rule": rest}


class Block(Record):
    """加分 or 减分 outside the base, up to its cap."""

    cap: Annotated[Points, Text("上限", "cap")]
    rows: Annotated[tuple[Annotated[ResultRule, BeforeValidator(_result_rule)], ...], Text("事项", "rows")]


class Recognition(Record):
    """What recognition as an integrity enforcement unit asks for."""

    at_least: Annotated[Line, Text("最低等次", "at least")]
