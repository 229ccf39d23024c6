"""Family R: the rubric against itself, the notice and the records it asks about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from integrity_cli.checks.base import Check
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route, Severity
from integrity_cli.domain.record import Field, find_field
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.facts import Fact, source_of
from integrity_cli.rubric.model import Parts, Rubric
from integrity_cli.rubric.rules.deadline import Deadline
from integrity_cli.rubric.rules.share import Share
from integrity_cli.sources import Unreadable

RUBRIC = "rubric.yaml"


class RubricCheck(Check):
    """A check that looks at the rubric alone."""

    needs = ("rubric",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric
        yield from self.look_at(campaign.rubric)

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        """The findings on a rubric."""
        raise NotImplementedError


class PointsDoNotAddUp(RubricCheck):
    """Parts, requirements, items or systems whose points differ from what they are said to add up to."""

    kind = Kind(
        "R601",
        "points-do-not-add-up",
        Severity.ERROR,
        Text(
            "{whole} 各部分合计 {sum} 分，与所列 {stated} 分不符",
            "the parts of {whole} add up to {sum} points, but it says {stated}",
        ),
        Text("下列各项合计 {sum}", "its parts give {sum}"),
        Text("两者一致之前，不对任何单位计分", "no unit is scored until the two agree"),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        """From the inside out: a whole is compared only where everything inside it adds up."""
        for placed, requirement in rubric.placed():
            if isinstance(requirement.rule, Parts):
                parts = [part.points for part in requirement.rule.parts]
                yield from self._compare(requirement.id, placed, requirement.points, parts)
        whole_is_sound = True
        for s, system in enumerate(rubric.systems):
            inside = [
                finding
                for i, item in enumerate(system.items)
                for finding in self._compare(
                    item.id, ("systems", s, "items", i), item.points, [one.points for one in item.requirements]
                )
            ]
            inside = inside or list(
                self._compare(system.id, ("systems", s), system.points, [item.points for item in system.items])
            )
            whole_is_sound = whole_is_sound and not inside
            yield from inside
        if whole_is_sound:
            yield from self._compare(RUBRIC, (), rubric.points, [system.points for system in rubric.systems])

    def _compare(self, whole: str, route: Route, stated: Decimal, parts: list[Decimal]) -> Iterator[Diagnostic]:
        if sum(parts) != stated:
            yield self.at(RUBRIC, *route, "points", whole=whole, sum=sum(parts, Decimal("0.00")), stated=stated)


class IdReused(RubricCheck):
    """Two systems, items or requirements with one id."""

    kind = Kind(
        "R602",
        "rubric-id-reused",
        Severity.ERROR,
        Text("编号 `{id}` 用了两次", "the id `{id}` is used twice"),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        seen: set[str] = set()
        for route, id_ in _ids(rubric):
            if id_ in seen:
                yield self.at(RUBRIC, *route, "id", id=id_)
            seen.add(id_)


def _ids(rubric: Rubric) -> Iterator[tuple[Route, str]]:
    for s, system in enumerate(rubric.systems):
        yield ("systems", s), system.id
        for i, item in enumerate(system.items):
            yield ("systems", s, "items", i), item.id
    for route, requirement in rubric.placed():
        yield route, requirement.id


class ClauseNotInNotice(Check):
    """A clause that the notice does not contain, word for word."""

    kind = Kind(
        "R603",
        "clause-not-in-notice",
        Severity.ERROR,
        Text("{requirement} 的原文在 {notice} 中查不到", "the clause of {requirement} is not in {notice}"),
        None,
        Text(
            "原文须与通知逐字一致，标点在内", "a clause is quoted from the notice word for word, punctuation included"
        ),
    )
    needs = ("rubric",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric
        path = campaign.rubric.notice
        notice = self._notice(campaign, path)
        for route, requirement in campaign.rubric.placed():
            if requirement.clause not in notice:
                yield self.at(RUBRIC, *route, "clause", requirement=requirement.id, notice=path)
                if not notice:
                    return

    def _notice(self, campaign: Campaign, path: str) -> str:
        for source in (campaign.source, campaign.rubric_source):
            if path in source.paths():
                try:
                    return source.read(path).decode("utf-8", "replace")
                except Unreadable:
                    continue
        return ""


class RuleCannotEarnItsPoints(RubricCheck):
    """A row whose rule can never give all of its points, or gives more."""

    kind = Kind(
        "R604",
        "points-out-of-reach",
        Severity.ERROR,
        Text(
            "{row} 共 {points} 分，规则最多得 {most} 分",
            "{row} holds {points} points, and its rule gives at most {most}",
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, row in rubric.placed_rules():
            most = row.rule.reachable(row.points)
            if most != row.points:
                yield self.at(RUBRIC, *route, row=row.id, points=row.points, most=most)


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
                yield self.at(RUBRIC, *route, fact=fact.fact)


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
            "来源有：entries、plan、profile、self_report，或用 fact 引用已声明的事实",
            "the sources are entries, plan, profile, self_report, or `fact` for one declared by name",
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, fact in rubric.placed_facts():
            named = [name for name in ("fact", "entries", "plan", "profile", "self_report") if getattr(fact, name)]
            narrowed = fact.fact is not None and (fact.where or fact.within or fact.measure.name != "count")
            if len(named) != 1 or narrowed:
                yield self.at(RUBRIC, *route)


def _fields(fact: Fact) -> Iterator[tuple[Route, list[Field | None]]]:
    """Every field that a fact names, with its meaning in each of the models it selects from."""
    found = source_of(fact)
    if found is None:
        return
    source, chosen = found
    models = source.models(chosen)
    prefix = "" if source.name == "entries" else f"{chosen}."
    if prefix:
        yield (source.name,), [find_field(models[0], chosen)]
    for name in fact.where or {}:
        yield ("where", name), [find_field(model, prefix + name) for model in models]
    if fact.measure.field:
        yield ("measure", fact.measure.name), [find_field(model, prefix + fact.measure.field) for model in models]


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
            for inner, found in _fields(fact):
                if any(field is None for field in found):
                    name = {"measure": fact.measure.field, "where": inner[-1]}.get(str(inner[0])) or getattr(
                        fact, str(inner[0])
                    )
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
            for inner, found in _fields(fact):
                if inner[0] != "where" or not fact.where:
                    continue
                for value in fact.where[str(inner[-1])].any_of:
                    for field in found:
                        if field and field.choices and value not in field.choices.values:
                            choices = tuple(field.choices.values)
                            yield self.at(RUBRIC, *route, *inner, field=inner[-1], value=value, choices=choices)


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
            if fact.within and fact.fact is None and (campaign.terms.span(fact.within) is None or fact.entries is None):
                yield self.at(RUBRIC, *route, "within", window=fact.within)
        for route, row in campaign.rubric.placed_rules():
            if isinstance(row.rule, Deadline) and campaign.terms.span(row.rule.by) is None:
                yield self.at(RUBRIC, *route, "by", window=row.rule.by)


class ShareIncomplete(RubricCheck):
    """A share with a price that leaves open how the shortfall and its steps are counted."""

    kind = Kind(
        "R610",
        "share-incomplete",
        Severity.ERROR,
        Text(
            "按步扣分须同时写明 lose、per、unit、steps",
            "a price for each step needs all of `lose`, `per`, `unit` and `steps`",
        ),
        None,
        Text(
            "「每低 1% 扣 0.1 分」有三种算法，须选定一种", "「0.1 for each 1% below」 is read in three ways; choose one"
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, row in rubric.placed_rules():
            if isinstance(row.rule, Share):
                rule = row.rule
                stated = [rule.lose, rule.per, rule.unit, rule.steps]
                whole = all(one is None for one in stated) or all(one is not None for one in stated)
                if not whole:
                    yield self.at(RUBRIC, *route, "share")


class GradesOutOfOrder(RubricCheck):
    """Grades that do not fall from high to low down to 0, so that some total would have no grade or two."""

    kind = Kind(
        "R611",
        "grades-out-of-order",
        Severity.ERROR,
        Text(
            "等次须从高到低排列，最低一等从 0 分起，最高一等不超过总分",
            "grades fall from high to low; the lowest begins at 0, the highest within the total",
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        starts = [grade.from_points for grade in rubric.grades]
        ordered = all(higher > lower for higher, lower in pairwise(starts))
        if not starts or not ordered or starts[-1] != 0 or starts[0] > rubric.points:
            yield self.at(RUBRIC, "grades")


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


_SORTS: dict[str, tuple[type, ...]] = {"number": (int, Decimal), "day": (date,)}
_SORT_WORDS = {"number": Text("数字", "number"), "day": Text("日期", "day")}


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
            for inner, found in _fields(fact):
                wanted = self._wanted(fact, inner)
                for field in found:
                    if field and wanted and not _is_sort(field.type, wanted):
                        name = inner[-1] if inner[0] == "where" else fact.measure.field
                        yield self.at(RUBRIC, *route, *inner, field=name, wanted=_SORT_WORDS[wanted])
        for route, row in rubric.placed_rules():
            if isinstance(row.rule, Deadline):
                fact = rubric.facts.get(row.rule.deadline.fact or "", row.rule.deadline)
                if fact.measure.name != "earliest":
                    day = _SORT_WORDS["day"]
                    yield self.at(RUBRIC, *route, "deadline", field=fact.measure.name, wanted=day)

    def _wanted(self, fact: Fact, inner: Route) -> str | None:
        if inner[0] == "where" and fact.where:
            test = fact.where[str(inner[-1])]
            return "number" if test.low is not None or test.high is not None else None
        if inner[0] == "measure" and fact.measure.name != "distinct":
            return "day" if fact.measure.name == "earliest" else "number"
        return None


def _is_sort(type_: object, wanted: str) -> bool:
    return isinstance(type_, type) and issubclass(type_, _SORTS[wanted]) and type_ is not bool
