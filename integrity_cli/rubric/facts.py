"""Facts: one source, a selection, one measure. No expressions, no and/or/not.

`Fact` is what a rubric writes; `Facts` answers it for one unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from integrity_cli.domain.decisions import FINDING_KIND
from integrity_cli.domain.evidence import KINDS
from integrity_cli.domain.office import CASE_KIND, FILED
from integrity_cli.domain.record import Both, Record, as_text
from integrity_cli.domain.scalars import (
    Line,
    Number,
    OneOf,
    Scalar,
    parse_text,
)
from integrity_cli.lang import Text
from integrity_cli.rubric.measures import MEASURES, Span
from integrity_cli.rubric.sources_of_facts import ALL, SOURCES, Source

BOUNDS = ("at_least", "at_most", "equals")
DUTY = OneOf(
    Text("性质", "duty"),
    {
        "must": Text("应当", "must"),
        "optional": Text("可以", "optional"),
        "goal": Text("目标", "goal"),
        "organiser": Text("主办单位职责", "duty of the organiser"),
    },
)
WHOLE = OneOf(Text("全部", "all"), {ALL: Text("全部", "all")})
CASES = OneOf(Text("案件种类", "kind of case"), {ALL: Text("全部", "all"), **CASE_KIND.values})

NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Measuring:
    """Which measure a fact takes, and of which field."""

    name: str = "count"
    field: str = ""


@dataclass(frozen=True, slots=True)
class Test:
    """What one field must be: present, one of some texts, a number between two ends, or a day in a window.

    Ends are included. `inside` asks for a day of the window, `reaches` for its last day or a later one.
    """

    __test__ = False

    any_of: tuple[str, ...] = ()
    low: str | None = None
    high: str | None = None
    inside: str | None = None
    reaches: str | None = None

    @property
    def is_present(self) -> bool:
        return self == Test()

    @property
    def window(self) -> str | None:
        """The window that the test names, if it does."""
        return self.inside or self.reaches

    def holds(self, values: Iterable[Any], span: Span | None) -> bool:
        """Whether at least one of the values passes; `span` is the window that the test names."""
        return any(self._passes(value, span) for value in values)

    def _passes(self, value: Any, span: Span | None) -> bool:
        if self.any_of:
            return any(_is_same(value, text) for text in self.any_of)
        if self.window is not None:
            return (
                span is not None
                and value >= (span[0] if self.inside else span[1])
                and not (self.inside and value > span[1])
            )
        return (self.low is None or _plain(value, self.low) <= value) and (
            self.high is None or value <= _plain(value, self.high)
        )


def _is_same(value: Any, text: str) -> bool:
    """Whether a value is what a rubric wrote: numbers by what they come to, `22` as well as `22.0`."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool) and NUMBER.fullmatch(text):
        return value == Decimal(text)
    return as_text(value) == text


def _plain(like: Any, text: str) -> Any:
    """A bound read in the way of the value it is compared with."""
    return date.fromisoformat(text) if isinstance(like, date) else Decimal(text)


def parse_kinds(value: object) -> tuple[str, ...]:
    """One evidence kind or a list of several."""
    return _one_or_more(value, KINDS)


def _one_or_more(value: object, choices: Mapping[str, object]) -> tuple[str, ...]:
    chosen = tuple(value) if isinstance(value, list) and value else (parse_text(value),)
    for one in chosen:
        if not isinstance(one, str) or one not in choices:
            raise PydanticCustomError("not_in_list", "not in the list", {"choices": tuple(choices)})
    return chosen


def parse_measuring(value: object) -> Measuring:
    """`count`, `longest_gap`, or a measure with its field as `{latest: in_post}`."""
    name, field = value, ""
    if isinstance(value, dict) and len(value) == 1:
        (name, field), *_ = value.items()
    if not isinstance(name, str) or name not in MEASURES:
        raise PydanticCustomError("not_in_list", "not in the list", {"choices": tuple(MEASURES)})
    if MEASURES[name].needs_field is not bool(field) or not isinstance(field, str):
        raise PydanticCustomError("measure_form", "a field where one is needed", {"measure": name})
    return Measuring(name, field)


def parse_test(value: object) -> Test:
    """`present`, a text, a list of texts of which one must match, or `{min: 1, max: 5}`."""
    if isinstance(value, str):
        return Test() if value == "present" else Test(any_of=(value,))
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return Test(any_of=tuple(value))
    if isinstance(value, dict) and value and all(isinstance(one, str) for one in value.values()):
        if value.keys() <= {"min", "max"} and all(NUMBER.fullmatch(one) for one in value.values()):
            return Test(low=value.get("min"), high=value.get("max"))
        if value.keys() in ({"in"}, {"reaches"}):
            return Test(inside=value.get("in"), reaches=value.get("reaches"))
    raise PydanticCustomError("test_form", "present, a value, a list of values, min and max, or a window")


def parse_findings(value: object) -> tuple[str, ...]:
    """One kind of finding of the office or a list of several."""
    return _one_or_more(value, FINDING_KIND.values)


class Fact(Record):
    """A fact as the rubric states it, inline or by the name of one it declares.

    With `at_least`, `at_most` or `equals` it is a condition; alone it means at least one.
    """

    label: Annotated[Both | None, Text("名称", "name")] = None
    fact: Annotated[Line | None, Text("引用的事实", "named fact")] = None
    entries: Annotated[Annotated[tuple[str, ...], Scalar(parse_kinds)] | None, Text("台账条目", "ledger entries")] = (
        None
    )
    powers: Annotated[Line | None, Text("权力清单", "power list")] = None
    cases: Annotated[Annotated[str, CASES] | None, Text("案件登记", "case register")] = None
    plan: Annotated[Line | None, Text("创建方案", "plan")] = None
    profile: Annotated[Line | None, Text("单位概况", "profile")] = None
    self_report: Annotated[Line | None, Text("自查报告", "self-report")] = None
    unit: Annotated[Line | None, Text("单位名册", "register")] = None
    filing: Annotated[Annotated[str, FILED] | None, Text("备案", "filing")] = None
    sheets: Annotated[Annotated[str, WHOLE] | None, Text("案卷查阅表", "sheets of case files")] = None
    survey: Annotated[Annotated[str, WHOLE] | None, Text("满意度测评", "satisfaction survey")] = None
    finding: Annotated[
        Annotated[tuple[str, ...], Scalar(parse_findings)] | None, Text("查实情形", "finding of the office")
    ] = None
    office: Annotated[Line | None, Text("主办单位记录", "records of the office")] = None
    figure: Annotated[Line | None, Text("指标", "figure")] = None
    coverage: Annotated[Annotated[str, DUTY] | None, Text("覆盖情况", "coverage")] = None
    where: Annotated[Mapping[str, Annotated[Test, Scalar(parse_test)]] | None, Text("条件", "conditions")] = None
    within: Annotated[Line | None, Text("期间", "window")] = None
    measure: Annotated[Annotated[Measuring, Scalar(parse_measuring)], Text("计量方式", "measure")] = Measuring()
    at_least: Annotated[Number | None, Text("不少于", "at least")] = None
    at_most: Annotated[Number | None, Text("不多于", "at most")] = None
    equals: Annotated[Number | None, Text("等于", "equals")] = None


FactRef = Annotated[Fact, BeforeValidator(lambda value: {"fact": value} if isinstance(value, str) else value)]
"""A fact written in place, or the name of one."""


def resolved(fact: Fact, named: Mapping[str, Fact]) -> Fact:
    """A reference by name becomes the fact it names, keeping the reference's own condition."""
    if fact.fact is None or fact.fact not in named:
        return fact
    own = {name: getattr(fact, name) for name in BOUNDS}
    return named[fact.fact].model_copy(update={name: value for name, value in own.items() if value is not None})


def source_of(fact: Fact) -> tuple[Source, Any] | None:
    """The one source a fact names and what it selects there; None if it names none."""
    return next(
        ((source, chosen) for name, source in SOURCES.items() if (chosen := getattr(fact, name)) is not None), None
    )
