"""What entries, self-scores and claims come to by the rubric's own facts: to nothing, or to the contrary."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from integrity_cli.checks.base import Check
from integrity_cli.checks.course import AfterTheReport
from integrity_cli.checks.decisions import ClaimForbidden, path_of
from integrity_cli.checks.whole import not_yet_filed
from integrity_cli.domain.decisions import NotApplicableDecision
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route, Severity
from integrity_cli.domain.dossier import Dossier, LedgerEntry
from integrity_cli.domain.evidence import Entry
from integrity_cli.domain.office import CampaignTerms
from integrity_cli.domain.record import values_at
from integrity_cli.domain.unit_records import NotApplicableClaim
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.answers import Facts
from integrity_cli.rubric.facts import Fact
from integrity_cli.rubric.model import Row, Rubric
from integrity_cli.rubric.rules.deduct import Deduct
from integrity_cli.rubric.words import number

_OF_FACTS = ("R605", "R606", "R607", "R608", "R609", "R616", "R618")
"""What is found of the facts of a rubric: while there is one, nothing can be said of what they select."""


class _Selection:
    """Which entries the facts of a rubric select; what only a charge asks for earns nothing."""

    def __init__(self, rubric: Rubric, terms: CampaignTerms) -> None:
        self._rubric, self._terms = rubric, terms

    @cached_property
    def counted(self) -> tuple[Fact, ...]:
        """Every fact about entries that a row, a veto, a bar, a bonus or a penalty rests on."""
        return tuple(self._about_entries(fact for route, fact in self._rubric.placed_facts() if route[0] != "facts"))

    @cached_property
    def earning(self) -> frozenset[str]:
        """The kinds of entries for which a row or a bonus gives points."""
        rules = [row.rule for row in self._rubric.rows() if not isinstance(row.rule, Deduct)]
        rules += [row.rule for row in (self._rubric.bonus.rows if self._rubric.bonus else ())]
        facts = self._about_entries(fact for rule in rules for _, fact in rule.facts())
        return frozenset(kind for fact in facts for kind in fact.entries or ())

    def selects(self, entry: Entry, *, at_any_time: bool = False) -> bool:
        """Whether any fact selects an entry, by its window too unless the time is left aside."""
        return any(
            self._fits(entry, fact, at_any_time=at_any_time)
            for fact in self.counted
            if entry.kind in (fact.entries or ())
        )

    def _fits(self, entry: Entry, fact: Fact, *, at_any_time: bool) -> bool:
        span = None if at_any_time or fact.within is None else self._terms.span(fact.within)
        if span is not None and not span[0] <= entry.window_day <= span[1]:
            return False
        return all(
            (at_any_time and test.window is not None)
            or test.holds(values_at(entry, name), self._terms.span(test.window) if test.window else None)
            for name, test in (fact.where or {}).items()
        )

    def _about_entries(self, facts: Iterator[Fact]) -> Iterator[Fact]:
        named = self._rubric.facts
        return (one for fact in facts if (one := named[fact.fact] if fact.fact else fact).entries)


def _still_open(campaign: Campaign, selection: _Selection) -> Iterator[LedgerEntry]:
    """The entries, of kinds that earn points, of units whose self-report is not filed; those it cites are in use."""
    for dossier in not_yet_filed(campaign, "self_report"):
        scores = dossier.self_report.self_scores if dossier.self_report else ()
        cited = {entry for score in scores for entry in score.entries} | dossier.refused | dossier.unproved
        for one in dossier.ledger:
            if one.entry.withdrawn is None and one.entry.id not in cited and one.entry.kind in selection.earning:
                yield one


class EntryNotCounted(Check):
    """An entry of a kind that earns points which no row counts, whatever its day."""

    kind = Kind(
        "L245",
        "entry-not-counted",
        Severity.WARNING,
        Text("没有一个考核项计入条目 `{id}`", "no row of the rubric counts the entry `{id}`"),
        None,
        Text(
            "对照原件核对主题、对象等各项；确与考核无关的，不必登",
            "establish its topic, subject and the like from the original; what no row asks for need not be entered",
        ),
        Text(
            "这一类条目有考核项计入，这一条的内容却都选不中；自查报告备案以后不再提示",
            "rows do count entries of this kind, but none that says what this one says; "
            "once the self-report is filed, this is not said again",
        ),
    )
    needs = ("rubric", "terms")
    trusts = (*_OF_FACTS, "T301")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric and campaign.terms
        selection = _Selection(campaign.rubric, campaign.terms)
        for one in _still_open(campaign, selection):
            if not selection.selects(one.entry, at_any_time=True):
                yield self.at(one.path, *one.route, "kind", id=one.entry.id)


class OutsideItsWindows(Check):
    """An entry that a row would count, were its day inside the days that the row looks at."""

    kind = Kind(
        "T310",
        "outside-its-windows",
        Severity.WARNING,
        Text(
            "条目 `{id}` 的日期 {day} 不在计入它的任何期间之内",
            "the entry `{id}` has the day {day}, outside every window in which it would count",
        ),
        None,
        Text("对照原件核实日期", "establish the day from the original"),
        Text("自查报告备案以后不再提示", "once the self-report is filed, this is not said again"),
    )
    needs = ("rubric", "terms")
    requires = (AfterTheReport,)
    trusts = (*_OF_FACTS, "T301")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric and campaign.terms
        selection = _Selection(campaign.rubric, campaign.terms)
        for one in _still_open(campaign, selection):
            if not selection.selects(one.entry) and selection.selects(one.entry, at_any_time=True):
                yield self.at(one.path, *one.route, "happened_on", id=one.entry.id, day=one.entry.window_day)


def _facts(dossier: Dossier, rubric: Rubric) -> Facts:
    return Facts(dossier, rubric.facts, {name: form.form for name, form in rubric.figures.items()})


class SelfScoreWithoutFacts(Check):
    """A self-score above zero on a computed row for which no record states anything."""

    kind = Kind(
        "L246",
        "self-score-without-facts",
        Severity.WARNING,
        Text(
            "`{row}` 自评 {points} 分，记录中没有这一项的任何事实",
            "the self-score for `{row}` is {points}, and no record states a fact for it",
        ),
        None,
        Text(
            "查明做过什么、由什么证明，先登入台账；没有做的，如实写",
            "establish what was done and what proves it, and enter that first; what was not done is said to be so",
        ),
        Text(
            "这一项由事实计算；自查报告备案以后不再提示",
            "the row is computed; once the report is filed, this is not said again",
        ),
    )
    needs = ("rubric",)
    trusts = _OF_FACTS

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric
        for dossier in not_yet_filed(campaign, "self_report"):
            facts = _facts(dossier, campaign.rubric)
            for place, score in enumerate(dossier.self_report.self_scores if dossier.self_report else ()):
                name = score.requirement if score.part is None else f"{score.requirement}/{score.part}"
                row = campaign.rubric.by_row.get(name)
                if row is not None and score.points and not score.entries and _rests_on_nothing(row, facts):
                    path = f"{dossier.folder}/self_report.yaml"
                    yield self.at(path, "self_scores", place, "points", row=name, points=score.points)


def _rests_on_nothing(row: Row, facts: Facts) -> bool:
    """Whether the unit itself would state the facts of a row, and no record holds any of them."""
    stated = [fact for _, fact in row.rule.facts() if not isinstance(row.rule, Deduct)]
    if not stated or not all(_is_on_record(fact, facts) for fact in stated):
        return False
    return all(one.stated_by == "unit" and not one.items for one in map(facts.measure, stated))


def _is_on_record(fact: Fact, facts: Facts) -> bool:
    """Whether a fact is selected in records: not a figure, which may be in the wrong form, and not coverage."""
    resolved = facts.resolve(fact)
    return resolved.figure is None and resolved.coverage is None


class ClaimAgainstFacts(Check):
    """A row said not to apply although the records hold what it is measured among."""

    kind = Kind(
        "L247",
        "claim-against-facts",
        Severity.WARNING,
        Text(
            "`{row}` 写作不适用，而记录中的分母是 {counted}，不是零",
            "`{row}` is said not to apply, but the records count {counted} to measure it among",
        ),
        None,
        Text(
            "核对台账和案件登记：确有其事的，这一项就适用",
            "compare with the ledger and the case register; where there is something to measure, the row applies",
        ),
    )
    needs = ("rubric",)
    requires = (ClaimForbidden,)
    trusts = _OF_FACTS

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric
        measured_among: dict[str, list[tuple[Row, Fact]]] = {}
        for row in campaign.rubric.rows():
            if (among := getattr(row.rule, "among", None)) is not None:
                measured_among.setdefault(row.requirement, []).append((row, among))
        for dossier in campaign.dossiers:
            facts = _facts(dossier, campaign.rubric)
            for path, route, claim in _unanswered(dossier) if not dossier.unreadable else ():
                for row, among in measured_among.get(claim.requirement, ()):
                    if claim.part not in (None, row.part) or not _is_on_record(among, facts):
                        continue
                    counted = facts.measure(among).number
                    if counted > 0:
                        yield self.at(path, *route, "requirement", row=row.id, counted=number(counted))


def _unanswered(dossier: Dossier) -> Iterator[tuple[str, Route, NotApplicableClaim | NotApplicableDecision]]:
    """What the office confirmed, and what the unit claims where the office has not decided."""
    decided = dossier.decisions.not_applicable if dossier.decisions else ()
    rows = {(one.requirement, one.part) for one in decided}
    for place, decision in enumerate(decided):
        if decision.confirmed:
            yield path_of(dossier), ("not_applicable", place), decision
    for place, claim in enumerate(dossier.self_report.not_applicable if dossier.self_report else ()):
        if (claim.requirement, claim.part) not in rows and (claim.requirement, None) not in rows:
            yield f"{dossier.folder}/self_report.yaml", ("not_applicable", place), claim
