"""The page of the method 办法, made from the rubric: nothing in it is written a second time."""

from __future__ import annotations

from integrity_cli.checks import check
from integrity_cli.domain.diagnostic import errors
from integrity_cli.lang import Lang
from integrity_cli.publishing import method_clauses as clauses
from integrity_cli.publishing import speaking
from integrity_cli.publishing.unit_rows import anchor
from integrity_cli.publishing.view_of_method import (
    GradeLine,
    MethodItem,
    MethodRequirement,
    MethodRow,
    MethodSystem,
    MethodView,
    NamedFact,
)
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.answers import Facts
from integrity_cli.rubric.facts import DUTY, Fact
from integrity_cli.rubric.model import Item, Requirement, Row, Rubric, System
from integrity_cli.rubric.words import meaning_words, measured_words
from integrity_cli.scoring.engine import facts_of
from integrity_cli.scoring.scorecard import Scorecard


def method_view(campaign: Campaign, rubric: Rubric, cards: tuple[Scorecard, ...], lang: Lang) -> MethodView:
    """The rubric in words. While it has errors its rules have none, and the page says so."""
    is_sound = bool(campaign.dossiers) and _is_sound(campaign, cards)
    # Words resolve named facts through `Facts`, which belongs to a unit; which one makes no difference.
    facts = facts_of(campaign.dossiers[0], rubric) if is_sound else None
    return MethodView(
        title=rubric.title.text.say(lang),
        points=str(rubric.points),
        is_sound=is_sound,
        systems=tuple(_system(system, facts, lang) for system in rubric.systems),
        facts=tuple(_fact(name, fact, facts, lang) for name, fact in rubric.facts.items()) if facts else (),
        grades=tuple(
            GradeLine(one.name.text.say(lang), speaking.grade_mark(one.name.zh, rubric), str(one.from_points))
            for one in rubric.grades
        ),
        tolerance=clauses.tolerance(rubric, lang),
        recognition=clauses.recognition(rubric, lang),
        blocks=clauses.blocks(rubric, facts, lang),
        vetoes=clauses.vetoes(rubric, facts, lang),
        bars=clauses.bars(rubric, facts, lang),
        figures=clauses.figures(rubric, lang),
        laws=clauses.laws(rubric),
    )


def _system(system: System, facts: Facts | None, lang: Lang) -> MethodSystem:
    return MethodSystem(
        id=system.id,
        anchor=anchor(system.id),
        name=system.name.text.say(lang),
        points=str(system.points),
        weight=None if system.weight is None else str(system.weight),
        items=tuple(_item(item, facts, lang) for item in system.items),
    )


def _is_sound(campaign: Campaign, cards: tuple[Scorecard, ...]) -> bool:
    """Whether the rubric passed its checks; a score shows that it did, and without one they are run again."""
    if any(card.systems for card in cards):
        return True
    return all(finding.path != "rubric.yaml" for finding in errors(check(campaign)))


def _item(item: Item, facts: Facts | None, lang: Lang) -> MethodItem:
    return MethodItem(
        item.id,
        anchor(item.id),
        item.name.text.say(lang),
        str(item.points),
        tuple(_requirement(one, facts, lang) for one in item.requirements),
    )


def _requirement(one: Requirement, facts: Facts | None, lang: Lang) -> MethodRequirement:
    return MethodRequirement(
        id=one.id,
        anchor=anchor(one.id),
        gloss=one.gloss.text.say(lang),
        clause=one.clause,
        duty=DUTY.values[one.duty].say(lang),
        points=str(one.points),
        ours=one.ours,
        rows=tuple(_row(row, facts, lang) for row in one.rows()),
    )


def _row(row: Row, facts: Facts | None, lang: Lang) -> MethodRow:
    return MethodRow(
        id=row.id,
        gloss=row.gloss.text.say(lang) if row.gloss else None,
        points=str(row.points),
        rule=row.rule.words(row.points, facts).say(lang) if facts else None,
        not_applicable=clauses.not_applicable(row, facts, lang) if facts else None,
    )


def _fact(name: str, fact: Fact, facts: Facts, lang: Lang) -> NamedFact:
    terms = facts.dossier.terms
    words, meaning = measured_words(fact, terms).say(lang), meaning_words(fact, terms).say(lang)
    return NamedFact(name, words, meaning if meaning != words else None)
