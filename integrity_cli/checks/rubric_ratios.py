"""Family R, ratios: how a shortfall is counted, and what one fact divided by another can come to."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.checks.rubric import RUBRIC, RubricCheck, plain
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Severity
from integrity_cli.lang import Text
from integrity_cli.rubric.facts import Fact, source_of
from integrity_cli.rubric.model import Rubric
from integrity_cli.rubric.rules import Rule
from integrity_cli.rubric.rules.bands import Bands
from integrity_cli.rubric.rules.share import Share


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
        Text("缺 {missing}", "no {missing}"),
        Text(
            "「每低 1% 扣 0.1 分」有三种算法，须选定一种", "“0.1 for each 1% below” is read in three ways; choose one"
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, row in rubric.every_rule():
            if isinstance(row.rule, Share):
                options = ("lose", "per", "unit", "steps")
                stated = [name for name in options if getattr(row.rule, name) is not None]
                missing = tuple(name for name in options if name not in stated)
                if stated and missing:
                    yield self.at(RUBRIC, *route, stated[0], missing=missing)


class RatioOutOfReach(RubricCheck):
    """A target or band that no ratio reaches, because the numerator is a selection of the denominator."""

    kind = Kind(
        "R628",
        "ratio-out-of-reach",
        Severity.ERROR,
        Text(
            "分子是分母的一部分，比率最高是 1，达不到 {target}",
            "the numerator is a part of the denominator, so the ratio is 1 at most and never {target}",
        ),
        None,
        Text("核对这个数写的是比率还是百分数", "establish whether the number is a ratio or a percentage"),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, row in rubric.every_rule():
            rule = row.rule
            if isinstance(rule, Share) and rule.target > 1 and _is_part(rule.share, rule.among, rubric):
                yield self.at(RUBRIC, *route, "target", target=plain(rule.target))
            if isinstance(rule, Bands) and _is_part(rule.bands, rule.among, rubric):
                for number, step in enumerate(rule.steps):
                    if step.at_least > 1:
                        yield self.at(RUBRIC, *route, "steps", number, "at_least", target=plain(step.at_least))


def _is_part(part: Fact, whole: Fact, rubric: Rubric) -> bool:
    """Whether one fact counts some of the things that the other counts."""
    part, whole = rubric.resolved(part), rubric.resolved(whole)
    wider, narrower = whole.where or {}, part.where or {}
    return (
        source_of(part) is not None
        and _chosen(part) == _chosen(whole)
        and part.measure == whole.measure
        and part.measure.name == "count"
        and whole.within in (None, part.within)
        and all(narrower.get(name) == test for name, test in wider.items())
    )


def is_of_itself(rule: Rule, rubric: Rubric) -> bool:
    """Whether a ratio divides a fact by the very same fact."""
    if isinstance(rule, Share):
        part, whole = rule.share, rule.among
    elif isinstance(rule, Bands):
        part, whole = rule.bands, rule.among
    else:
        return False
    part, whole = rubric.resolved(part), rubric.resolved(whole)
    return source_of(part) is not None and selection(part) == selection(whole)


def _chosen(fact: Fact) -> object:
    found = source_of(fact)
    return found and (found[0].name, found[1])


def selection(fact: Fact) -> object:
    """What a fact selects and measures, without its name and its condition."""
    return _chosen(fact), fact.where or {}, fact.within, fact.measure
