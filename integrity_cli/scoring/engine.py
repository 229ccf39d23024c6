"""The engine: rules answer rows, marks and decisions settle them, sums do the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from integrity_cli.domain.diagnostic import Diagnostic, errors
from integrity_cli.domain.dossier import Dossier, Timeliness
from integrity_cli.domain.office import FILED
from integrity_cli.lang import Text, Words
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.answers import Facts
from integrity_cli.rubric.model import Item, Requirement, Rubric, System
from integrity_cli.scoring.outcome import outcome_of
from integrity_cli.scoring.rows import score_row
from integrity_cli.scoring.scorecard import ZERO, ItemScore, RequirementScore, Scorecard, Sum, SystemScore, total
from integrity_cli.scoring.sums import sum_of_parts, sum_of_rows

_SHARED = (
    "rubric.yaml",
    *(
        f"records/office/{name}.yaml"
        for name in ("campaign", "calendar", "register", "filings", "snapshots", "surveys", "notice")
    ),
)

_NOT_APPLIED = Text("没有申报", "it did not apply")
_WITHDRAWN = Text("{day} 撤回申报", "it withdrew its application on {day}")
_NOT_FILED = Text("没有{missing}，不予考核", "there is no {missing}, so it is not assessed")
_BLOCKED = Text(
    "记录中有 {count} 处错误，改正之前不计分",
    "the records hold {count:error|errors}; no score until corrected",
)


def blocking(findings: Iterable[Diagnostic], unit: str) -> tuple[Diagnostic, ...]:
    """The errors in records that the score of a unit reads, and whatever is personal in its files.

    While there is one, the unit has no total: a scorecard repeats what records say, and a total would hurry it out.
    """
    folders = (f"records/units/{unit}/", f"records/office/reviews/{unit}/", f"records/office/decisions/{unit}.yaml")
    return tuple(
        one for one in errors(findings) if one.family != "G" and (one.path in _SHARED or one.path.startswith(folders))
    )


def score(campaign: Campaign, unit: str, findings: Iterable[Diagnostic]) -> Scorecard:
    """The scorecard of one unit of the register (KeyError for another), given every finding on the campaign."""
    card = _card(campaign, unit, findings)
    late = campaign.late.get(unit)
    return card if late is None else replace(card, late=late)


def _card(campaign: Campaign, unit: str, findings: Iterable[Diagnostic]) -> Scorecard:
    dossier = campaign.by_unit[unit]
    application = dossier.unit.application
    if application is None:
        return _without_score(dossier, "not_applied", _NOT_APPLIED)
    if application.withdrawn_on is not None:
        return _without_score(dossier, "withdrawn", _WITHDRAWN.of(day=application.withdrawn_on))
    blocked = blocking(findings, unit)
    if blocked or campaign.rubric is None:
        return _without_score(dossier, "unscored", _BLOCKED.of(count=len(blocked)), blocked)
    missing = [FILED.values[name] for name in FILED.values if getattr(dossier, name) is None]
    if missing:
        return _without_score(dossier, "not_assessed", _NOT_FILED.of(missing=tuple(missing)))
    return _scored(dossier, campaign.rubric)


def facts_of(dossier: Dossier, rubric: Rubric) -> Facts:
    """The facts of one unit, as this rubric asks for them."""
    rules = tuple(
        (one.id, one.duty, tuple(fact for row in one.rows() for _, fact in row.rule.facts()))
        for system in rubric.systems
        if system.points
        for item in system.items
        for one in item.requirements
    )
    return Facts(dossier, rubric.facts, {name: form.form for name, form in rubric.figures.items()}, rules)


@dataclass(frozen=True, slots=True)
class _Entering:
    """A system as it enters the total: its figures times its weight."""

    system: SystemScore

    @property
    def applies(self) -> bool:
        return self.system.applies

    @property
    def sum(self) -> Sum:
        weighted, figures = self.system.weighted, self.system.sum
        return Sum(
            maximum=weighted(figures.maximum),
            inside=weighted(figures.points),
            open_inside=weighted(figures.open_points),
            passed_up=weighted(figures.passed_up),
            conversion=None,
        )


def _without_score(dossier: Dossier, state: str, reason: Words, blocked: tuple[Diagnostic, ...] = ()) -> Scorecard:
    unit = dossier.unit
    return Scorecard(
        unit.id, unit.name, unit.name_en, unit.peer_group, state, (), _timeliness(dossier), reason=reason,
        blocking=blocked,
    )  # fmt: skip


def _timeliness(dossier: Dossier) -> tuple[tuple[str, Timeliness | None], ...]:
    return tuple((name, dossier.timeliness(name)) for name in FILED.values)


def _scored(dossier: Dossier, rubric: Rubric) -> Scorecard:
    facts = facts_of(dossier, rubric)
    systems = tuple(_system(system, facts, rubric) for system in rubric.systems)
    entering = tuple(_Entering(system) for system in systems)
    whole = sum_of_parts(total(one.sum.maximum for one in entering), entering)
    rows = tuple(row for system in systems for item in system.items for one in item.requirements for row in one.rows)
    is_open = any(row.open is not None for row in rows)
    outcome = outcome_of(rubric, facts, systems, rows, whole.points, is_open=is_open)
    unit = dossier.unit
    return Scorecard(
        unit=unit.id,
        name=unit.name,
        name_en=unit.name_en,
        peer_group=unit.peer_group,
        state="provisional" if is_open or outcome.open else "final",
        systems=systems,
        timeliness=_timeliness(dossier),
        sum=whole,
        outcome=outcome,
    )


def _system(system: System, facts: Facts, rubric: Rubric) -> SystemScore:
    items = tuple(_item(item, facts, rubric) for item in system.items)
    return SystemScore(
        system.id, system.name.text, items, sum_of_parts(system.points, items), weight=system.weight
    )  # fmt: skip


def _item(item: Item, facts: Facts, rubric: Rubric) -> ItemScore:
    requirements = tuple(_requirement(one, facts, rubric) for one in item.requirements)
    further = {one.id for one in item.requirements if one.not_applicable and one.not_applicable.to == "system"}
    passing_by = total(one.sum.passed_up for one in requirements if one.id in further) or ZERO
    return ItemScore(item.id, item.name.text, requirements, sum_of_parts(item.points, requirements, passing_by))


def _requirement(one: Requirement, facts: Facts, rubric: Rubric) -> RequirementScore:
    rows = tuple(score_row(row, facts, rubric) for row in one.rows())
    return RequirementScore(one.id, one.clause, one.gloss.text, one.duty, rows, sum_of_rows(one.points, rows))
