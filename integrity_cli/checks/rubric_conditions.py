"""Family R, conditions: those that are settled before anything is recorded, and what they are held against."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from integrity_cli.checks.base import Check
from integrity_cli.checks.rubric import RUBRIC, RubricCheck, plain
from integrity_cli.checks.rubric_facts import FactWithoutOneSource, UnknownFact, UnknownValue, choices_of, fields_of
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route, Severity
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.facts import BOUNDS, Fact, Test
from integrity_cli.rubric.model import Rubric
from integrity_cli.rubric.rules.count import Count
from integrity_cli.rubric.rules.levels import Levels

CONDITIONS = ("present", "once", "range", "when")
"""The options that ask whether a fact holds; every other one asks how much it comes to."""
COUNTING = ("count", "distinct", "longest_gap")
"""The measures that give a whole number from 0, whatever is on record."""

_NEVER, _ALWAYS = Text("永远不会成立", "can never hold"), Text("永远成立", "always holds")


class ConditionSettledBeforehand(RubricCheck):
    """A condition that holds, or fails, whatever anybody records."""

    kind = Kind(
        "R625",
        "condition-settled-beforehand",
        Severity.ERROR,
        Text("不论记录怎样，这个条件{outcome}", "whatever is on record, this condition {outcome}"),
        None,
        Text("查明这一条要问的是什么，对照两端的数", "establish what is being asked, and compare the two ends"),
    )
    requires = (UnknownFact, FactWithoutOneSource)

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, fact in rubric.placed_facts():
            for name, test in (fact.where or {}).items():
                if _is_empty(test):
                    yield self.at(RUBRIC, *route, "where", name, "min", outcome=_NEVER)
            if route[-1] in CONDITIONS:
                whole = rubric.resolved(fact)
                for bound in _impossible(whole):
                    yield self._at_bound(rubric, route, fact, bound, _NEVER)
                    break
                else:
                    if _is_sure(whole):
                        yield self._at_bound(rubric, route, fact, "at_least", _ALWAYS)

    def _at_bound(self, rubric: Rubric, route: Route, fact: Fact, bound: str, outcome: Text) -> Diagnostic:
        """A bound that the reference does not state itself stands with the fact it names."""
        place = route if fact.fact is None or getattr(fact, bound) is not None else ("facts", fact.fact)
        return self.at(RUBRIC, *place, bound, outcome=outcome)


def _is_empty(test: Test) -> bool:
    """Whether no number lies between the two ends."""
    return test.low is not None and test.high is not None and Decimal(test.low) > Decimal(test.high)


def _impossible(fact: Fact) -> Iterator[str]:
    """The bounds that no value meets, given the other bounds and the measure."""
    counts = fact.measure.name in COUNTING
    low, high, equal = fact.at_least, fact.at_most, fact.equals
    if low is not None and high is not None and low > high:
        yield "at_most"
    if high is not None and counts and high < 0:
        yield "at_most"
    if equal is not None and (
        (low is not None and equal < low)
        or (high is not None and equal > high)
        or (counts and (equal < 0 or equal != equal.to_integral_value()))
    ):
        yield "equals"


def _is_sure(fact: Fact) -> bool:
    """Whether a number is asked to be at least 0 that can be nothing else."""
    return (
        fact.measure.name in COUNTING
        and fact.at_least is not None
        and fact.at_least <= 0
        and fact.at_most is None
        and fact.equals is None
    )


class BoundWithoutEffect(RubricCheck):
    """A condition on a fact of which only the quantity is asked, so that the condition is passed over."""

    kind = Kind(
        "R626",
        "bound-without-effect",
        Severity.ERROR,
        Text(
            "这里只问数量，`{bound}` 不起作用",
            "only the quantity is asked here, so `{bound}` has no effect",
        ),
        None,
        Text(
            "查明这一行是按数量得分，还是达到某个数才得分",
            "establish whether the row earns by quantity, or only from a certain number on",
        ),
    )
    requires = (UnknownFact, FactWithoutOneSource)

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, fact in rubric.placed_facts():
            if route[0] == "facts" or route[-1] in CONDITIONS:
                continue
            whole = rubric.resolved(fact)
            bound = next((name for name in BOUNDS if getattr(whole, name) is not None), None)
            if bound is not None:
                yield self.at(RUBRIC, *route, bound, bound=bound)


class GapWithoutWindow(RubricCheck):
    """The longest gap asked of no window: with nothing on record there is no gap, and silence meets the condition."""

    kind = Kind(
        "R636",
        "gap-without-window",
        Severity.ERROR,
        Text(
            "最长间隔没有写看哪个期间，一次也没有的反而算没有间隔",
            "the longest gap is asked of no window, so that a unit with nothing on record has no gap",
        ),
        None,
        Text("查明间隔从哪一天量到哪一天", "establish from which day to which the gap is measured"),
    )
    requires = (UnknownFact, FactWithoutOneSource)

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, fact in rubric.placed_facts():
            if fact.measure.name == "longest_gap" and fact.within is None:
                yield self.at(RUBRIC, *route, "measure")


class MoreThanThereAre(RubricCheck):
    """A number of different values asked of a closed list that does not hold so many."""

    kind = Kind(
        "R637",
        "more-than-there-are",
        Severity.ERROR,
        Text(
            "`{field}` 至多有 {most} 种，达不到 {wanted}",
            "there are {most} kinds of `{field}` at most, so {wanted} is never reached",
        ),
        None,
        Text("对照可选值，查明要达到几种", "see the closed list, and establish how many kinds are asked for"),
    )
    requires = (UnknownFact, FactWithoutOneSource, UnknownValue)

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, fact, wanted in self._asked(rubric):
            most = _most_kinds(rubric.resolved(fact), rubric)
            if most is not None and wanted > most:
                field = rubric.resolved(fact).measure.field
                yield self.at(RUBRIC, *route, field=field, most=most, wanted=plain(wanted))

    def _asked(self, rubric: Rubric) -> Iterator[tuple[Route, Fact, Decimal]]:
        """Every number that a fact has to come to, with the route to it."""
        for route, row in rubric.every_rule():
            if isinstance(row.rule, Count):
                yield (*route, "full_at"), row.rule.count, Decimal(row.rule.full_at)
            if isinstance(row.rule, Levels):
                for number, step in enumerate(row.rule.steps):
                    yield (*route, "steps", number, "at_least"), row.rule.levels, step.at_least
        for route, fact in rubric.placed_facts():
            for name in ("at_least", "equals"):
                if route[-1] in CONDITIONS and (bound := getattr(fact, name)) is not None:
                    yield (*route, name), fact, bound


def _most_kinds(fact: Fact, rubric: Rubric) -> int | None:
    """How many different values a fact can count, if its field has a closed list everywhere."""
    if fact.measure.name != "distinct":
        return None
    found = next((fields for inner, fields in fields_of(fact) if inner[0] == "measure"), [])
    lists = [set(choices_of(field, fact, rubric)) if field else set() for field in found]
    if not lists or not all(lists):
        return None
    asked = (fact.where or {}).get(fact.measure.field)
    kinds = set().union(*lists)
    return len(kinds & set(asked.any_of)) if asked and asked.any_of else len(kinds)


class ValueRepeated(RubricCheck):
    """A value that stands twice in a list of which one is enough, where perhaps another was meant."""

    kind = Kind(
        "R629",
        "value-repeated",
        Severity.WARNING,
        Text("`{value}` 在这里写了两次", "`{value}` stands here twice"),
        None,
        Text("查明第二处原来要写的是哪一个", "establish which value the second was meant to be"),
    )
    requires = (UnknownValue,)

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, values in _lists(rubric):
            for number, value in enumerate(values):
                if value in values[:number]:
                    yield self.at(RUBRIC, *route, number, value=value)


def _lists(rubric: Rubric) -> Iterator[tuple[Route, tuple[str, ...]]]:
    """Every list of values of which one is enough."""
    for route, fact in rubric.placed_facts():
        yield (*route, "entries"), fact.entries or ()
        yield (*route, "finding"), fact.finding or ()
        for name, test in (fact.where or {}).items():
            yield (*route, "where", name), test.any_of
    for name, form in rubric.figures.items():
        yield ("figures", name, "choices"), form.choices


class ChoicesDoNotFit(RubricCheck):
    """A figure to choose without anything to choose from, or with choices for what is no choice."""

    kind = Kind(
        "R631",
        "choices-do-not-fit",
        Severity.ERROR,
        Text(
            "指标 `{figure}` 的可选值与形式不符：选项要写可选值，别的形式不写",
            "the choices of `{figure}` do not fit its form: a choice has some, and nothing else has any",
        ),
        None,
        Text(
            "查明这个指标是从几个值里选，还是另有写法",
            "establish whether the figure is chosen from some values or stated in another form",
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for name, form in rubric.figures.items():
            if (form.form == "choice") is not bool(form.choices):
                yield self.at(RUBRIC, "figures", name, "form" if not form.choices else "choices", figure=name)


class WindowIdReused(Check):
    """A stage or window called by the name of another, so that a rule would look at the wrong days."""

    kind = Kind(
        "R632",
        "window-id-reused",
        Severity.ERROR,
        Text("`{window}` 已经是另一个阶段或期间的名称", "`{window}` is already the name of another stage or window"),
        None,
        Text(
            "查明细则里用到这个名称的规则看的是哪几天",
            "establish at which days the rules that use the name are meant to look",
        ),
    )
    needs = ("terms",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.terms
        seen: set[str] = set()
        placed: list[tuple[Route, str]] = [
            (("stages", number, "stage"), stage.stage) for number, stage in enumerate(campaign.terms.stages)
        ]
        placed += [(("windows", number, "id"), window.id) for number, window in enumerate(campaign.terms.windows)]
        for route, name in placed:
            if name in seen:
                yield self.at("records/office/campaign.yaml", *route, window=name)
            seen.add(name)
