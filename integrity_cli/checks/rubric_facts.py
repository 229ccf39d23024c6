"""Family R, facts: each names one source, fields that exist, values that can be, windows that there are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from integrity_cli.checks.base import Check
from integrity_cli.checks.rubric import RUBRIC, RubricCheck
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route, Severity
from integrity_cli.domain.record import Field, find_field
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.facts import Fact, source_of
from integrity_cli.rubric.model import Rubric
from integrity_cli.rubric.rules.deadline import Deadline
from integrity_cli.rubric.rules.survey import Survey
from integrity_cli.rubric.sources_of_facts import SOURCES


class UnknownFact(RubricCheck):
    """A rule that rests on a named fact which the rubric does not declare."""

    kind = Kind(
        "R605",
        "unknown-fact",
        Severity.ERROR,
        Text("facts 中没有 `{fact}`", "no fact `{fact}` is declared"),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, fact in rubric.placed_facts():
            if fact.fact is not None and (fact.fact not in rubric.facts or route[0] == "facts"):
                yield self.at(RUBRIC, *route, "fact", fact=fact.fact)


class FactWithoutOneSource(RubricCheck):
    """A fact that names no source or several, or narrows a fact that it only refers to."""

    kind = Kind(
        "R606",
        "fact-without-one-source",
        Severity.ERROR,
        Text("一个事实只写一个来源", "a fact names exactly one source"),
        None,
        None,
        Text(
            "来源有：{sources}，或用 fact 引用已声明的事实",
            "the sources are {sources}, or `fact` for one declared by name",
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, fact in rubric.placed_facts():
            named = [name for name in ("fact", *SOURCES) if getattr(fact, name)]
            narrowing = [name for name in ("where", "within", "measure") if name in fact.model_fields_set]
            if len(named) > 1:
                yield self.at_key(RUBRIC, (*route, named[1]), sources=tuple(SOURCES))
            elif not named:
                yield self.at(RUBRIC, *route, sources=tuple(SOURCES))
            elif fact.fact is not None and narrowing:
                yield self.at_key(RUBRIC, (*route, narrowing[0]), sources=tuple(SOURCES))


def fields_of(fact: Fact) -> Iterator[tuple[Route, list[Field | None]]]:
    """Every field that a fact names, with its meaning in each of the models it selects from."""
    found = source_of(fact)
    if found is None:
        return
    source, chosen = found
    models = source.models(chosen)
    if source.dotted:
        yield (source.name,), [find_field(models[0], source.place(chosen))]
    for name in fact.where or {}:
        yield ("where", name), [find_field(model, source.field_name(chosen, name)) for model in models]
    if fact.measure.field:
        name = fact.measure.field
        yield (
            ("measure", fact.measure.name),
            [find_field(model, source.field_name(chosen, name)) for model in models],
        )


class UnknownField(RubricCheck):
    """A fact that asks for a field which the records it selects do not have."""

    kind = Kind(
        "R607",
        "unknown-field",
        Severity.ERROR,
        Text("所选记录没有 `{field}` 这个字段", "the records selected have no field `{field}`"),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, fact in rubric.placed_facts():
            for inner, found in fields_of(fact):
                if any(field is None for field in found):
                    name = {"measure": fact.measure.field, "where": inner[-1]}.get(str(inner[0])) or getattr(
                        fact, str(inner[0])
                    )
                    if inner[0] == "where":
                        yield self.at_key(RUBRIC, (*route, *inner), field=name)
                    else:
                        yield self.at(RUBRIC, *route, *inner, field=name)


class UnknownValue(RubricCheck):
    """A condition on a value that its closed list does not hold, so that it could never be met."""

    kind = Kind(
        "R608",
        "unknown-value",
        Severity.ERROR,
        Text("`{field}` 不会是 `{value}`", "`{field}` is never `{value}`"),
        None,
        None,
        Text("可选值有：{choices}", "the values are: {choices}"),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, fact in rubric.placed_facts():
            for inner, found in fields_of(fact):
                if inner[0] != "where" or not fact.where:
                    continue
                for number, value in enumerate(fact.where[str(inner[-1])].any_of):
                    for field in found:
                        choices = choices_of(field, fact, rubric) if field else ()
                        if choices and value not in choices:
                            place = (*route, *inner, number)
                            yield self.at(RUBRIC, *place, field=inner[-1], value=value, choices=choices)


def choices_of(field: Field, fact: Fact, rubric: Rubric) -> tuple[str, ...]:
    """The values that a field can have as a rubric writes them; none for one that may hold anything."""
    form = rubric.figures.get(fact.figure or "")
    if form is not None and form.form == "choice":
        return form.choices
    if _type_of(field, fact, rubric) is bool:
        return ("yes", "no")
    return tuple(field.choices.values) if field.choices else ()


class UnknownWindow(Check):
    """A window that campaign.yaml does not name, or one asked of facts that have no day."""

    kind = Kind(
        "R609",
        "unknown-window",
        Severity.ERROR,
        Text(
            "`{window}` 不是 campaign.yaml 中的阶段或期间，或所选事实没有日期",
            "`{window}` is no stage or window of campaign.yaml, or the facts selected have no day",
        ),
    )
    needs = ("rubric", "terms")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric and campaign.terms
        for route, fact in campaign.rubric.placed_facts():
            found = source_of(fact)
            if (
                fact.within
                and fact.fact is None
                and (campaign.terms.span(fact.within) is None or not (found and found[0].has_days))
            ):
                yield self.at(RUBRIC, *route, "within", window=fact.within)
            for name, test in (fact.where or {}).items():
                if test.window and campaign.terms.span(test.window) is None:
                    side = "in" if test.inside else "reaches"
                    yield self.at(RUBRIC, *route, "where", name, side, window=test.window)
        for route, row in campaign.rubric.every_rule():
            if isinstance(row.rule, Deadline) and campaign.terms.span(row.rule.by) is None:
                yield self.at(RUBRIC, *route, "by", window=row.rule.by)


class FactUnused(RubricCheck):
    """A declared fact on which no rule rests."""

    kind = Kind(
        "R612",
        "fact-unused",
        Severity.WARNING,
        Text("没有规则用到 `{fact}`", "no rule rests on `{fact}`"),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        used = {fact.fact for _, fact in rubric.placed_facts()}
        for name in rubric.facts:
            if name not in used:
                yield self.at_key(RUBRIC, ("facts", name), fact=name)


class UnknownFigure(RubricCheck):
    """A fact on a figure that the rubric does not declare."""

    kind = Kind(
        "R616",
        "unknown-figure",
        Severity.ERROR,
        Text("figures 中没有声明 `{figure}`", "no figure `{figure}` is declared"),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, fact in rubric.placed_facts():
            if fact.figure is not None and fact.figure not in rubric.figures:
                yield self.at(RUBRIC, *route, "figure", figure=fact.figure)


_SORTS: dict[str, tuple[type, ...]] = {"number": (int, Decimal), "day": (date,)}
_SORT_WORDS = {
    "number": Text("数字", "number"),
    "day": Text("日期", "day"),
    "survey": Text("满意度测评", "satisfaction survey of the office"),
}


class FieldDoesNotFit(RubricCheck):
    """A bound or a measure on a field of another sort: a number asked of a text, a sum of days."""

    kind = Kind(
        "R618",
        "field-does-not-fit",
        Severity.ERROR,
        Text(
            "`{field}` 不是{wanted}，不能这样比较或计量",
            "`{field}` is no {wanted} and cannot be compared or measured so",
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, fact in rubric.placed_facts():
            for inner, found in fields_of(fact):
                wanted = self._wanted(fact, inner)
                for field in found:
                    if field and wanted and not _is_sort(_type_of(field, fact, rubric), wanted):
                        called = inner[-1] if inner[0] == "where" else fact.measure.field
                        yield self.at(RUBRIC, *route, *inner, field=called, wanted=_SORT_WORDS[wanted])
        yield from self._days_and_numbers(rubric)
        yield from self._surveys(rubric)

    def _days_and_numbers(self, rubric: Rubric) -> Iterator[Diagnostic]:
        """A deadline looks at a day, and nothing else does."""
        for route, fact in rubric.placed_facts():
            measure = rubric.resolved(fact).measure.name
            if route[0] == "facts" or (fact.fact is not None and fact.fact not in rubric.facts):
                continue
            if (route[-1] == "deadline") is not (measure == "earliest"):
                sort = _SORT_WORDS["day" if route[-1] == "deadline" else "number"]
                yield self.at(RUBRIC, *route, "measure", field=measure, wanted=sort)

    def _surveys(self, rubric: Rubric) -> Iterator[Diagnostic]:
        """Answers are weighed in the office's own survey only."""
        for route, row in rubric.every_rule():
            if isinstance(row.rule, Survey) and not rubric.resolved(row.rule.survey).survey:
                named = [one for one in ("fact", *SOURCES) if getattr(row.rule.survey, one)]
                for source in named[:1]:
                    yield self.at_key(RUBRIC, (*route, "survey", source), field=source, wanted=_SORT_WORDS["survey"])

    def _wanted(self, fact: Fact, inner: Route) -> str | None:
        if inner[0] == "where" and fact.where:
            test = fact.where[str(inner[-1])]
            if test.window is not None:
                return "day"
            return "number" if test.low is not None or test.high is not None else None
        if inner[0] == "measure" and fact.measure.name != "distinct":
            return "day" if fact.measure.name == "earliest" else "number"
        return None


_FIGURE_TYPES: dict[str, type] = {"number": Decimal, "date": date, "yes_no": bool, "choice": str}


def _type_of(field: Field, fact: Fact, rubric: Rubric) -> object:
    """The type of a field; a figure holds what its declared form says."""
    form = rubric.figures.get(fact.figure or "")
    return field.type if form is None else _FIGURE_TYPES[form.form]


def _is_sort(type_: object, wanted: str) -> bool:
    return isinstance(type_, type) and issubclass(type_, _SORTS[wanted]) and type_ is not bool
