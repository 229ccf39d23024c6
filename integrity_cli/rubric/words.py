"""Facts and rules said in words, in both languages, from the labels of the fields they name."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from integrity_cli.domain.evidence import KINDS
from integrity_cli.domain.office import STAGE
from integrity_cli.domain.record import Record, find_field
from integrity_cli.lang import Text, Words, verbatim
from integrity_cli.rubric.facts import Fact, Source, Test, source_of
from integrity_cli.rubric.measures import MEASURES

_MOST_DIGITS = 6
_PRESENT = Text("{field}已填写", "{field} given")
_IS = Text("{field}为{values}", "{field} is {values}")
_RANGE = Text("{field}在 {low} 至 {high} 之间", "{field} between {low} and {high}")
_LOW = Text("{field}不小于 {low}", "{field} at least {low}")
_HIGH = Text("{field}不大于 {high}", "{field} at most {high}")
_SELECTED = Text("{source}（{conditions}）", "{source} ({conditions})")
_WITHIN = Text("{window}期间的{selected}", "{selected} in the {window} stage")
_MEASURED = Text("{selected}的{measure}", "{measure} of {selected}")
_BOTH = Text("{first}且{second}", "{first} and {second}")
_ENTRIES = Text("{kinds}", "{kinds} entries")
_INSIDE = Text("{outer}的{inner}", "{inner} of the {outer}")
_SOME = Text("有{selected}", "the records hold {selected}")
_SIGNS = {
    "≥": Text("{measured}不少于 {bound}", "{measured}: at least {bound}"),
    "≤": Text("{measured}不多于 {bound}", "{measured}: at most {bound}"),
    "=": Text("{measured}等于 {bound}", "{measured}: exactly {bound}"),
}


def measured_words(fact: Fact) -> Words:
    """A resolved fact as a noun phrase: by its own name where it has one, else by what it means."""
    return fact.label.text if fact.label else meaning_words(fact)


def meaning_words(fact: Fact) -> Words:
    """What a resolved fact means: what is measured, of which things, in which window."""
    measure = MEASURES[fact.measure.name]
    words: Words = measure.words
    if measure.needs_field:
        source, chosen = _source(fact)
        prefix = "" if source.name == "entries" else chosen
        words = measure.words.of(of=_field_words(source.models(chosen)[0], _joined(prefix, fact.measure.field)))
    return _MEASURED.of(selected=_selected_words(fact), measure=words)


def condition_words(fact: Fact, bounds: tuple[tuple[str, Fraction], ...]) -> Words:
    """A resolved fact as a condition."""
    sign, bound = bounds[0]
    if len(bounds) > 1:
        return _BOTH.of(first=condition_words(fact, bounds[:1]), second=condition_words(fact, bounds[1:]))
    if fact.label is None and fact.measure.name == "count" and (sign, bound) == ("≥", Fraction(1)):
        return _SOME.of(selected=_selected_words(fact))
    return _SIGNS[sign].of(measured=measured_words(fact), bound=number(bound))


def _source(fact: Fact) -> tuple[Source, Any]:
    found = source_of(fact)
    if found is None:
        raise ValueError(f"a fact without a source has no words: {fact!r}")
    return found


def _selected_words(fact: Fact) -> Words:
    source, chosen = _source(fact)
    model = source.models(chosen)[0]
    prefix = "" if source.name == "entries" else chosen
    selected = _source_words(source.name, chosen, model)
    if fact.where:
        conditions = tuple(_test_words(model, _joined(prefix, name), test) for name, test in fact.where.items())
        selected = _SELECTED.of(source=selected, conditions=conditions)
    if fact.within:
        selected = _WITHIN.of(window=STAGE.values.get(fact.within, verbatim(fact.within)), selected=selected)
    return selected


def number(value: Fraction) -> str:
    """A number as short as it is exact; what no short decimal writes is a quotient such as `(1 ÷ 3)`."""
    if value.denominator == 1:
        return str(value.numerator)
    digits = 0
    while digits < _MOST_DIGITS and (value * 10**digits).denominator != 1:
        digits += 1
    scaled = value * 10**digits
    if scaled.denominator == 1:
        return format(Decimal(scaled.numerator).scaleb(-digits), "f")
    return f"({value.numerator} ÷ {value.denominator})"


def _source_words(source: str, chosen: Any, model: type[Record]) -> Words:
    if source == "entries":
        return _ENTRIES.of(kinds=tuple(KINDS[kind].kind_label for kind in chosen))
    words: Words = Fact.model_fields[source].metadata[-1]
    steps = chosen.split(".")
    for depth in range(len(steps)):
        words = _INSIDE.of(outer=words, inner=_field_words(model, ".".join(steps[: depth + 1])))
    return words


def _joined(prefix: str, name: str) -> str:
    return f"{prefix}.{name}" if prefix else name


def _field_words(model: type[Record], dotted: str) -> Words:
    field = find_field(model, dotted)
    return field.label if field else verbatim(dotted)


def _value_words(model: type[Record], dotted: str, value: str) -> Words:
    field = find_field(model, dotted)
    labels: Mapping[str, Text] = field.choices.values if field and field.choices else {}
    return labels.get(value, verbatim(value))


def _test_words(model: type[Record], dotted: str, test: Test) -> Words:
    field = _field_words(model, dotted)
    if test.is_present:
        return _PRESENT.of(field=field)
    if test.any_of:
        return _IS.of(field=field, values=tuple(_value_words(model, dotted, one) for one in test.any_of))
    if test.high is None:
        return _LOW.of(field=field, low=test.low)
    if test.low is None:
        return _HIGH.of(field=field, high=test.high)
    return _RANGE.of(field=field, low=test.low, high=test.high)
