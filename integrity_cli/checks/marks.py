"""Family L, marks and self-scores: on rows that exist, by people where people judge, within their bounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from integrity_cli.checks.base import Check
from integrity_cli.checks.decisions import path_of
from integrity_cli.domain.decisions import SettledMark
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route, Severity
from integrity_cli.domain.reviews import Mark
from integrity_cli.domain.unit_records import SelfScore
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.model import Rubric
from integrity_cli.rubric.rules import Judgement
from integrity_cli.rubric.rules.deduct import Deduct


@dataclass(frozen=True, slots=True)
class _Given:
    """A mark or a self-score, the row it names, and its place."""

    path: str
    route: Route
    row: str
    mark: Mark | SelfScore | SettledMark


def _row_id(one: Mark | SelfScore | SettledMark) -> str:
    return one.requirement if one.part is None else f"{one.requirement}/{one.part}"


def _marks(campaign: Campaign) -> Iterator[_Given]:
    for dossier in campaign.dossiers:
        for by in dossier.reviews:
            for number, mark in enumerate(by.review.marks):
                yield _Given(by.path, ("marks", number), _row_id(mark), mark)


def _self_scores(campaign: Campaign) -> Iterator[_Given]:
    for dossier in campaign.dossiers:
        for number, score in enumerate(dossier.self_report.self_scores if dossier.self_report else ()):
            yield _Given(f"{dossier.folder}/self_report.yaml", ("self_scores", number), _row_id(score), score)


def _settled(campaign: Campaign) -> Iterator[_Given]:
    for dossier in campaign.dossiers:
        for number, mark in enumerate(dossier.decisions.settled if dossier.decisions else ()):
            yield _Given(path_of(dossier), ("settled", number), _row_id(mark), mark)


class UnknownRow(Check):
    """A mark or self-score for a row, or a standard that refines a requirement, which the rubric does not hold."""

    kind = Kind(
        "L216",
        "unknown-row",
        Severity.ERROR,
        Text("考核细则中没有 `{row}`", "the rubric holds no row `{row}`"),
        Text("对照 rubric.yaml 核对", "compare with rubric.yaml"),
        Text("有分项的考核项要写明 part（从 1 起）", "a requirement with parts is marked by part, from 1"),
    )
    needs = ("rubric",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric
        for given in (*_marks(campaign), *_self_scores(campaign), *_settled(campaign)):
            if given.row not in campaign.rubric.by_row:
                yield self.at(given.path, *given.route, "requirement", row=given.row)
        requirements = {requirement.id for _, requirement in campaign.rubric.placed()}
        for dossier in campaign.dossiers:
            for number, standard in enumerate(dossier.plan.own_standards if dossier.plan else ()):
                if standard.refines not in requirements:
                    yield self.at(
                        f"{dossier.folder}/plan.yaml", "own_standards", number, "refines", row=standard.refines
                    )


class RowNotJudged(Check):
    """A reviewer's mark on a row that is computed from facts."""

    kind = Kind(
        "L217",
        "row-not-judged",
        Severity.ERROR,
        Text("`{row}` 由事实计算，不由考核组评分", "`{row}` is computed from facts and takes no mark"),
        None,
        Text("事实有误的，对有关条目不予采信并写明理由", "where a fact is wrong, refuse its entry with a reason"),
    )
    needs = ("rubric",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric
        for given in _marks(campaign):
            row = campaign.rubric.by_row.get(given.row)
            if row is not None and not isinstance(row.rule, Judgement | Deduct):
                yield self.at(given.path, *given.route, "requirement", row=given.row)


class MarkOutOfBounds(Check):
    """A mark above the row's points or between its steps, or a self-score above the row's points or the whole."""

    kind = Kind(
        "L218",
        "mark-out-of-bounds",
        Severity.ERROR,
        Text("`{row}` 满分 {points}，按其规则不能给 {mark}", "`{row}` holds {points}; its rule does not allow {mark}"),
        None,
        Text(
            "可给的分值见 rubric.yaml 中该项的规则", "the rule of the row in rubric.yaml says which marks may be given"
        ),
    )
    needs = ("rubric",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric
        for given in (*_marks(campaign), *_self_scores(campaign), *_settled(campaign)):
            row = campaign.rubric.by_row.get(given.row)
            points = given.mark.points
            if row is None or points is None:
                continue
            if isinstance(given.mark, SelfScore | SettledMark):
                allowed = points <= row.points
            elif isinstance(row.rule, Judgement | Deduct) and row.points:
                allowed = row.rule.allows(points, row.points)
            else:
                continue  # a mark that does not belong here is another check's finding
            if not allowed:
                yield self.at(given.path, *given.route, "points", row=given.row, points=row.points, mark=points)
        yield from self._totals(campaign, campaign.rubric)

    def _totals(self, campaign: Campaign, rubric: Rubric) -> Iterator[Diagnostic]:
        """Self-scores in all that are above the whole standard, its bonus included."""
        most = rubric.points + (rubric.bonus.cap if rubric.bonus else 0)
        for dossier in campaign.dossiers:
            total = dossier.self_report.self_total if dossier.self_report else None
            if total is not None and total > most:
                path = f"{dossier.folder}/self_report.yaml"
                yield self.at(path, "self_total", row="self_total", points=most, mark=total)


class MarkInWrongForm(Check):
    """Points on a row without points, met-or-not on a row with points, or neither or both."""

    kind = Kind(
        "L219",
        "mark-in-wrong-form",
        Severity.ERROR,
        Text("`{row}` {holds}，评分只写 `{wanted}`", "`{row}` {holds}, so that its mark is `{wanted}` alone"),
        None,
        Text("对照细则，看这一行有没有分值", "see in the rubric whether the row holds points"),
    )
    needs = ("rubric",)

    _POINTS = Text("有分值", "holds points")
    _NONE = Text("没有分值", "holds no points")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric
        for given in (*_marks(campaign), *_settled(campaign)):
            row, mark = campaign.rubric.by_row.get(given.row), given.mark
            if row is None or isinstance(mark, SelfScore):
                continue
            if isinstance(mark, Mark) and not isinstance(row.rule, Judgement | Deduct):
                continue
            wanted, other = ("points", "met") if row.points else ("met", "points")
            facts = {"row": given.row, "holds": self._POINTS if row.points else self._NONE, "wanted": wanted}
            if getattr(mark, other) is not None:
                yield self.at_key(given.path, (*given.route, other), **facts)
            elif getattr(mark, wanted) is None:
                yield self.at_key(given.path, (*given.route, "requirement"), **facts)


class MarkedTwice(Check):
    """Two marks of one reviewer, or two self-scores, for one row."""

    kind = Kind(
        "L220",
        "marked-twice",
        Severity.ERROR,
        Text("`{row}` 在同一份记录里评了两次", "`{row}` is marked twice in one record"),
        None,
        Text("确认哪一次是定下来的评分，只留一条", "establish which mark stands and keep that one"),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        seen: set[tuple[str, str]] = set()
        for given in (*_marks(campaign), *_self_scores(campaign), *_settled(campaign)):
            if (given.path, given.row) in seen:
                yield self.at(given.path, *given.route, "requirement", row=given.row)
            seen.add((given.path, given.row))
