"""Family R: the rubric against itself and the notice: its points, its ids, its clauses."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from integrity_cli.checks.base import Check
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route, Severity
from integrity_cli.domain.points import rounded
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.model import Parts, Rubric
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


def plain(number: Decimal) -> str:
    """A number without zeros that say nothing."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


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
            entering = [
                system.points if system.weight is None else rounded(Fraction(system.points) * Fraction(system.weight))
                for system in rubric.systems
            ]
            yield from self._compare(RUBRIC, (), rubric.points, entering)

    def _compare(self, whole: str, route: Route, stated: Decimal, parts: list[Decimal]) -> Iterator[Diagnostic]:
        if sum(parts) != stated:
            yield self.at(RUBRIC, *route, "points", whole=whole, sum=sum(parts, Decimal("0.00")), stated=stated)


class IdReused(RubricCheck):
    """Two parts of the standard, or two clauses, laws or grades of one sort, with one id or name."""

    kind = Kind(
        "R602",
        "rubric-id-reused",
        Severity.ERROR,
        Text("编号或名称 `{id}` 用了两次", "`{id}` is used twice as an id or name"),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for named in (self._parts(rubric), *self._clauses(rubric)):
            seen: set[str] = set()
            for route, id_ in named:
                if id_ in seen:
                    yield self.at(RUBRIC, *route, id=id_)
                seen.add(id_)

    def _parts(self, rubric: Rubric) -> Iterator[tuple[Route, str]]:
        return (((*route, "id"), id_) for route, id_ in ids(rubric))

    def _clauses(self, rubric: Rubric) -> Iterator[Iterator[tuple[Route, str]]]:
        """What is called by its id or name, sort by sort."""
        yield ((("vetoes", number, "id"), veto.id) for number, veto in enumerate(rubric.vetoes))
        yield ((("bars", number, "id"), bar.id) for number, bar in enumerate(rubric.bars))
        yield (((*route, "id"), row.id) for route, row in rubric.placed_results())
        yield ((("laws", number, "name"), law.name) for number, law in enumerate(rubric.laws))
        yield ((("grades", number, "name", "zh"), grade.name.zh) for number, grade in enumerate(rubric.grades))


def ids(rubric: Rubric) -> Iterator[tuple[Route, str]]:
    """The ids of systems, items and requirements with the routes to those."""
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
