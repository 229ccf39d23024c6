"""Facts: one source, a selection, one measure. No expressions, no and/or/not.

`Fact` is what a rubric writes; `Facts` answers it for one unit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.evidence import KINDS
from integrity_cli.domain.record import Both, Record, as_text, values_at
from integrity_cli.domain.scalars import Line, Number, Scalar, parse_text
from integrity_cli.domain.unit_records import Plan, Profile, SelfReport
from integrity_cli.lang import Text
from integrity_cli.rubric.measures import MEASURES, Item, Value

_NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Measuring:
    """Which measure a fact takes, and of which field."""

    name: str = "count"
    field: str = ""


@dataclass(frozen=True, slots=True)
class Test:
    """What one field must be: present, one of some texts, or a number or day between two ends, ends included."""

    __test__ = False

    any_of: tuple[str, ...] = ()
    low: str | None = None
    high: str | None = None

    @property
    def is_present(self) -> bool:
        return not self.any_of and self.low is None and self.high is None

    def holds(self, values: Iterable[Any]) -> bool:
        """Whether at least one of the values passes."""
        return any(self._passes(value) for value in values)

    def _passes(self, value: Any) -> bool:
        if self.any_of:
            return as_text(value) in self.any_of
        return (self.low is None or _plain(value, self.low) <= value) and (
            self.high is None or value <= _plain(value, self.high)
        )


def _plain(like: Any, text: str) -> Any:
    """A bound read in the way of the value it is compared with."""
    return date.fromisoformat(text) if isinstance(like, date) else Decimal(text)


def parse_kinds(value: object) -> tuple[str, ...]:
    """One evidence kind or a list of several."""
    kinds = tuple(value) if isinstance(value, list) and value else (parse_text(value),)
    for kind in kinds:
        if not isinstance(kind, str) or kind not in KINDS:
            raise PydanticCustomError("not_in_list", "not in the list", {"choices": tuple(KINDS)})
    return kinds


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
    if isinstance(value, dict) and value and value.keys() <= {"min", "max"}:
        bounds = [one for one in value.values() if isinstance(one, str) and _NUMBER.fullmatch(one)]
        if len(bounds) == len(value):
            return Test(low=value.get("min"), high=value.get("max"))
    raise PydanticCustomError("test_form", "present, a value, a list of values, or min and max")


class Fact(Record):
    """A fact as the rubric states it, inline or by the name of one it declares.

    With `at_least`, `at_most` or `equals` it is a condition; alone it means at least one.
    """

    label: Annotated[Both | None, Text("名称", "name")] = None
    fact: Annotated[Line | None, Text("引用的事实", "named fact")] = None
    entries: Annotated[Annotated[tuple[str, ...], Scalar(parse_kinds)] | None, Text("台账条目", "ledger entries")] = (
        None
    )
    plan: Annotated[Line | None, Text("创建方案", "plan")] = None
    profile: Annotated[Line | None, Text("单位概况", "profile")] = None
    self_report: Annotated[Line | None, Text("自查报告", "self-report")] = None
    where: Annotated[Mapping[str, Annotated[Test, Scalar(parse_test)]] | None, Text("条件", "conditions")] = None
    within: Annotated[Line | None, Text("期间", "window")] = None
    measure: Annotated[Annotated[Measuring, Scalar(parse_measuring)], Text("计量方式", "measure")] = Measuring()
    at_least: Annotated[Number | None, Text("不少于", "at least")] = None
    at_most: Annotated[Number | None, Text("不多于", "at most")] = None
    equals: Annotated[Number | None, Text("等于", "equals")] = None


FactRef = Annotated[Fact, BeforeValidator(lambda value: {"fact": value} if isinstance(value, str) else value)]
"""A fact written in place, or the name of one."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the items of a fact come from: the records to choose in, and the choosing."""

    name: str
    models: Callable[[Any], tuple[type[Record], ...]]
    items: Callable[[Dossier, Any], Iterable[Item]]


def _entries(dossier: Dossier, kinds: tuple[str, ...]) -> Iterable[Item]:
    for entry in dossier.standing:
        if entry.kind in kinds:
            yield Item(entry.id, entry, entry.window_day, "unit", is_entry=True)


def _inside(file: str, record: Callable[[Dossier], Record | None]) -> Callable[[Dossier, str], Iterable[Item]]:
    def items(dossier: Dossier, dotted: str) -> Iterable[Item]:
        found = tuple(values_at(record(dossier), dotted))
        for number, value in enumerate(found, start=1):
            place = f"{file}:{dotted}" + (f"[{number}]" if len(found) > 1 else "")
            yield Item(place, value, None, "unit")

    return items


SOURCES: dict[str, Source] = {
    source.name: source
    for source in (
        Source("entries", lambda kinds: tuple(KINDS[kind] for kind in kinds), _entries),
        Source("plan", lambda _: (Plan,), _inside("plan.yaml", lambda dossier: dossier.plan)),
        Source("profile", lambda _: (Profile,), _inside("profile.yaml", lambda dossier: dossier.profile)),
        Source(
            "self_report", lambda _: (SelfReport,), _inside("self_report.yaml", lambda dossier: dossier.self_report)
        ),
    )
}


def source_of(fact: Fact) -> tuple[Source, Any] | None:
    """The one source a fact names and what it selects there; None if it names none."""
    return next(
        ((source, chosen) for name, source in SOURCES.items() if (chosen := getattr(fact, name)) is not None), None
    )


@dataclass(frozen=True, slots=True)
class Measured:
    """A fact's answer for one unit: the value, the items it rests on, and the fact itself."""

    fact: Fact
    value: Value
    items: tuple[Item, ...]

    @property
    def number(self) -> Fraction:
        """The value as a number; a day or nothing counts as 0."""
        return self.value if isinstance(self.value, Fraction) else Fraction(0)

    @property
    def holds(self) -> bool:
        """Whether the condition that the fact states is met."""
        return all(_COMPARE[sign](self.number, bound) for sign, bound in self.bounds)

    @property
    def bounds(self) -> tuple[tuple[str, Fraction], ...]:
        """The signs and bounds of the condition; at least 1 where none is stated."""
        stated = tuple(
            (sign, Fraction(bound))
            for sign, bound in (("≥", self.fact.at_least), ("≤", self.fact.at_most), ("=", self.fact.equals))
            if bound is not None
        )
        return stated or (("≥", Fraction(1)),)


_COMPARE: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "≥": lambda value, bound: value >= bound,
    "≤": lambda value, bound: value <= bound,
    "=": lambda value, bound: value == bound,
}


class Facts:
    """Answers facts for one unit; each is measured once."""

    def __init__(self, dossier: Dossier, named: Mapping[str, Fact]) -> None:
        self.dossier = dossier
        self._named = named
        self._answers: dict[int, tuple[Fact, Measured]] = {}

    def resolve(self, fact: Fact) -> Fact:
        """A reference by name becomes the fact it names, keeping the reference's own condition."""
        if fact.fact is None:
            return fact
        own = {name: getattr(fact, name) for name in ("at_least", "at_most", "equals")}
        return self._named[fact.fact].model_copy(
            update={name: value for name, value in own.items() if value is not None}
        )

    def measure(self, fact: Fact) -> Measured:
        """The value of a fact and the items it rests on. The rubric's own checks must have passed."""
        if id(fact) not in self._answers:
            # The fact is kept beside its answer, so that its id stays its own.
            self._answers[id(fact)] = (fact, self._measured(self.resolve(fact)))
        return self._answers[id(fact)][1]

    def _measured(self, fact: Fact) -> Measured:
        source, chosen = source_of(fact) or _no_source(fact)
        span = self.dossier.terms.span(fact.within) if fact.within else None
        items = tuple(
            item
            for item in source.items(self.dossier, chosen)
            if (span is None or (item.day is not None and span[0] <= item.day <= span[1]))
            and all(test.holds(values_at(item.record, dotted)) for dotted, test in (fact.where or {}).items())
        )
        measure = MEASURES[fact.measure.name]
        items = tuple(sorted(measure.rests_on(items), key=lambda item: item.label)) if fact.entries else items
        return Measured(fact, measure.run(items, fact.measure.field, span), items)


def _no_source(fact: Fact) -> tuple[Source, Any]:
    raise ValueError(f"a fact without a source reached the score: {fact!r}")
