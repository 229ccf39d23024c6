"""Facts and rules said in words, in both languages, from the labels of the fields they name."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from integrity_cli.domain.decisions import FINDING_KIND
from integrity_cli.domain.evidence import KINDS
from integrity_cli.domain.office import STAGE, CampaignTerms
from integrity_cli.domain.record import find_field, label_of
from integrity_cli.lang import Text, Words, verbatim
from integrity_cli.rubric.facts import Fact, Test, source_of
from integrity_cli.rubric.measures import MEASURES
from integrity_cli.rubric.sources_of_facts import ALL, Source

_MOST_DIGITS = 6
_PRESENT = Text("{field}已填写", "{field} given")
_IS = Text("{field}为{values}", "{field} is {values}")
_RANGE = Text("{field}在 {low} 至 {high} 之间", "{field} between {low} and {high}")
_LOW = Text("{field}不小于 {low}", "{field} at least {low}")
_HIGH = Text("{field}不大于 {high}", "{field} at most {high}")
_SELECTED = Text("{source}（{conditions}）", "{source} ({conditions})")
_WITHIN = Text("{window}的{selected}", "{selected} within {window}")
_MEASURED = Text("{selected}的{measure}", "{measure} of {selected}")
_IN = Text("{field}在{window}", "{field} within {window}")
_REACHES = Text("{field}不早于{window}结束", "{field} not before the end of {window}")
_STAGE = Text("{name}期间", "the {name} stage")
_WINDOW = Text("{name}内", "{name}")
_OF_KIND = Text("{source}（{kind}）", "{source} ({kind})")
_YES_NO = {"yes": Text("是", "yes"), "no": Text("否", "no")}
_BOTH = Text("{first}且{second}", "{first} and {second}")
_ENTRIES = Text("{kinds}", "{kinds} entries")
_INSIDE = Text("{outer}的{inner}", "{inner} of the {outer}")
_SOME = Text("有{selected}", "the records hold {selected}")
_SIGNS = {
    "≥": Text("{measured}不少于 {bound}", "{measured}: at least {bound}"),
    "≤": Text("{measured}不多于 {bound}", "{measured}: at most {bound}"),
    "=": Text("{measured}等于 {bound}", "{measured}: exactly {bound}"),
}


def measured_words(fact: Fact, terms: CampaignTerms) -> Words:
    """A resolved fact as a noun phrase: by its own name where it has one, else by what it means."""
    return fact.label.text if fact.label else meaning_words(fact, terms)


def meaning_words(fact: Fact, terms: CampaignTerms) -> Words:
    """What a resolved fact means: what is measured, of which things, in which window."""
    measure = MEASURES[fact.measure.name]
    words: Words = measure.words
    if measure.needs_field:
        source, chosen = _source(fact)
        words = measure.words.of(of=_field_words(source, chosen, fact.measure.field))
    return _MEASURED.of(selected=_selected_words(fact, terms), measure=words)


def condition_words(fact: Fact, bounds: tuple[tuple[str, Fraction], ...], terms: CampaignTerms) -> Words:
    """A resolved fact as a condition."""
    sign, bound = bounds[0]
    if len(bounds) > 1:
        return _BOTH.of(first=condition_words(fact, bounds[:1], terms), second=condition_words(fact, bounds[1:], terms))
    if fact.label is None and fact.measure.name == "count" and (sign, bound) == ("≥", Fraction(1)):
        return _SOME.of(selected=_selected_words(fact, terms))
    return _SIGNS[sign].of(measured=measured_words(fact, terms), bound=number(bound))


def _source(fact: Fact) -> tuple[Source, Any]:
    found = source_of(fact)
    if found is None:
        raise ValueError(f"a fact without a source has no words: {fact!r}")
    return found


def _selected_words(fact: Fact, terms: CampaignTerms) -> Words:
    source, chosen = _source(fact)
    selected = _source_words(source, chosen)
    if fact.where:
        conditions = tuple(_test_words(source, chosen, name, test, terms) for name, test in fact.where.items())
        selected = _SELECTED.of(source=selected, conditions=conditions)
    if fact.within:
        selected = _WITHIN.of(window=span_words(fact.within, terms), selected=selected)
    return selected


def span_words(window: str, terms: CampaignTerms) -> Words:
    """The days of a stage or window, as a phrase."""
    return (_STAGE if window in STAGE.values else _WINDOW).of(name=terms.window_words(window))


def number(value: Fraction) -> str:
    """A number as short as it is exact; what no short decimal writes is a quotient such as `(1 ÷ 3)`."""
    if value < 0:
        return f"−{number(-value)}"
    if value.denominator == 1:
        return str(value.numerator)
    digits = 0
    while digits < _MOST_DIGITS and (value * 10**digits).denominator != 1:
        digits += 1
    scaled = value * 10**digits
    if scaled.denominator == 1:
        return format(Decimal(scaled.numerator).scaleb(-digits), "f")
    return f"({value.numerator} ÷ {value.denominator})"


def _source_words(source: Source, chosen: Any) -> Words:
    if source.name == "entries":
        return _ENTRIES.of(kinds=tuple(KINDS[kind].kind_label for kind in chosen))
    words: Words = label_of(Fact, source.name)
    if source.dotted:
        model, steps = source.models(chosen)[0], source.place(chosen).split(".")
        for depth in range(len(steps)):
            field = find_field(model, ".".join(steps[: depth + 1]))
            words = _INSIDE.of(outer=words, inner=field.label if field else verbatim(steps[depth]))
        return words
    choices = _choices_of(source.name)
    named = tuple(choices.get(one, verbatim(one)) for one in (chosen if isinstance(chosen, tuple) else (chosen,)))
    return words if chosen == ALL else _OF_KIND.of(source=words, kind=named)


def _choices_of(source: str) -> Mapping[str, Text]:
    if source == "finding":
        return FINDING_KIND.values
    field = find_field(Fact, source)
    return field.choices.values if field and field.choices else {}


def _field_words(source: Source, chosen: Any, name: str) -> Words:
    field = find_field(source.models(chosen)[0], source.field_name(chosen, name))
    return field.label if field else verbatim(name)


def _value_words(source: Source, chosen: Any, name: str, value: str) -> Words:
    field = find_field(source.models(chosen)[0], source.field_name(chosen, name))
    if field and field.choices:
        return field.choices.values.get(value, verbatim(value))
    return _YES_NO.get(value, verbatim(value)) if field and field.type is bool else verbatim(value)


def _test_words(source: Source, chosen: Any, name: str, test: Test, terms: CampaignTerms) -> Words:
    field = _field_words(source, chosen, name)
    if test.is_present:
        return _PRESENT.of(field=field)
    if test.any_of:
        values = tuple(_value_words(source, chosen, name, one) for one in test.any_of)
        return _IS.of(field=field, values=values)
    if test.window is not None:
        if test.inside:
            return _IN.of(field=field, window=span_words(test.window, terms))
        return _REACHES.of(field=field, window=terms.window_words(test.window))
    return _range_words(field, test)


def _range_words(field: Words, test: Test) -> Words:
    if test.high is None:
        return _LOW.of(field=field, low=test.low)
    if test.low is None:
        return _HIGH.of(field=field, high=test.high)
    return _RANGE.of(field=field, low=test.low, high=test.high)
