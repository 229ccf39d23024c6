"""Family R, rows that may not apply: what follows then has to be said, and said where it counts."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.checks.rubric import RUBRIC, RubricCheck
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route, Severity
from integrity_cli.lang import Text
from integrity_cli.rubric.model import Row, Rubric
from integrity_cli.rubric.rules import Rule
from integrity_cli.rubric.rules.bands import Bands
from integrity_cli.rubric.rules.mean import Mean
from integrity_cli.rubric.rules.share import Share
from integrity_cli.rubric.rules.survey import Survey


class TreatmentMissing(RubricCheck):
    """A row that can come out as not applicable, where the rubric does not say what follows."""

    kind = Kind(
        "R622",
        "treatment-missing",
        Severity.WARNING,
        Text(
            "{row} 可能不适用，却没有写不适用怎样处理，主办单位无从确认",
            "{row} may turn out not to apply, but nothing says what follows, so the office cannot confirm it",
        ),
        None,
        Text(
            "查明没有这类事项的单位，这一行折算、给满分还是不得分",
            "establish what a unit without such matters gets: its points converted, all of them, or none",
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, row in rubric.placed_rules():
            clause = row.not_applicable
            if clause is None and _may_be_empty(row.rule):
                yield self.at_key(RUBRIC, (*route, row.rule.key), row=row.id)
            elif clause is not None and clause.treatment == "forbid" and (clause.when or _may_be_empty(row.rule)):
                yield self.at(RUBRIC, *_route_of_clause(rubric, route, row), "treatment", row=row.id)


def _may_be_empty(rule: Rule) -> bool:
    """Whether a rule says by itself that it does not apply, when there is nothing to divide by or to measure."""
    return isinstance(rule, Mean | Survey) or (isinstance(rule, Share | Bands) and rule.empty == "not_applicable")


def _route_of_clause(rubric: Rubric, route: Route, row: Row) -> Route:
    """The route to what a row, or the requirement it is part of, says of not applying."""
    own = (*(route if row.part else route[:-1]), "not_applicable")
    placed = {place for place, _ in rubric.placed_claims()}
    return own if own in placed else (*route[: route.index("rule")], "not_applicable")


class ConversionElsewhere(RubricCheck):
    """A place for the points of a row that does not apply, stated where it changes nothing."""

    kind = Kind(
        "R633",
        "conversion-elsewhere",
        Severity.ERROR,
        Text(
            "`to` 在这里不起作用：分项的分值折给同一考核项，不折算的没有分值可归",
            "`to` has no effect here: a part frees its points to its requirement, and without conversion none are free",
        ),
        None,
        Text("查明这些分值应当归到哪里", "establish where these points should go"),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, clause in rubric.placed_claims():
            stated = "to" in clause.model_fields_set
            if stated and ("parts" in route or clause.treatment != "exclude"):
                yield self.at_key(RUBRIC, (*route, "to"))
