"""Family L, reviewers: of the team, sent to the unit, and without a conflict."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.checks.base import Check
from integrity_cli.checks.office import TEAM
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Severity
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign


class ReviewerNotOfTheTeam(Check):
    """A review by somebody who is not on the team, or not for this unit."""

    kind = Kind(
        "L230",
        "reviewer-not-of-the-team",
        Severity.ERROR,
        Text(
            "考核组名单没有让 `{reviewer}` 考核 `{unit}`",
            "the team does not have `{reviewer}` review `{unit}`",
        ),
        None,
        Text(
            "核对 team.yaml；由主办单位派定谁考核哪个单位",
            "compare with team.yaml; the office assigns who reviews which unit",
        ),
    )
    needs = ("team",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.team
        assigned = {one.code: one.reviews for one in campaign.team.reviewers}
        for dossier in campaign.dossiers:
            for by in dossier.reviews:
                if dossier.unit.id not in assigned.get(by.reviewer, ()):
                    yield self.at(by.path, reviewer=by.reviewer, unit=dossier.unit.id)


class ReviewerInConflict(Check):
    """A review of a unit from which the reviewer must stand back, or the assignment of one before it is written."""

    kind = Kind(
        "L231",
        "reviewer-in-conflict",
        Severity.ERROR,
        Text(
            "`{reviewer}` 申报了与 `{unit}` 的回避关系，不能考核它",
            "`{reviewer}` declared a conflict with `{unit}` and cannot review it",
        ),
        None,
        Text("由主办单位另派考核人员", "the office assigns another reviewer"),
    )
    needs = ("team",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.team
        conflicts = {one.code: one.conflicts for one in campaign.team.reviewers}
        written: set[tuple[str, str]] = set()
        for dossier in campaign.dossiers:
            for by in dossier.reviews:
                written.add((by.reviewer, dossier.unit.id))
                if dossier.unit.id in conflicts.get(by.reviewer, ()):
                    yield self.at(by.path, reviewer=by.reviewer, unit=dossier.unit.id)
        for number, one in enumerate(campaign.team.reviewers):
            for place, unit in enumerate(one.reviews):
                if unit in one.conflicts and (one.code, unit) not in written:
                    yield self.at(TEAM, "reviewers", number, "reviews", place, reviewer=one.code, unit=unit)
