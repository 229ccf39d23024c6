"""The page of the method 办法, made from the rubric: nothing in it is written a second time."""

from __future__ import annotations

from integrity_cli.checks import check
from integrity_cli.domain.diagnostic import errors
from integrity_cli.lang import Lang
from integrity_cli.publishing.unit_rows import anchor
from integrity_cli.publishing.view import (
    GradeLine,
    MethodItem,
    MethodRequirement,
    MethodRow,
    MethodSystem,
    MethodView,
    NamedFact,
)
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.facts import Fact, Facts
from integrity_cli.rubric.model import DUTY, Item, Requirement, Row, Rubric
from integrity_cli.rubric.words import meaning_words, measured_words
from integrity_cli.scoring.scorecard import Scorecard


def method_view(campaign: Campaign, rubric: Rubric, cards: tuple[Scorecard, ...], lang: Lang) -> MethodView:
    """The rubric in words. While it has errors its rules have none, and the page says so."""
    is_sound = bool(campaign.dossiers) and _is_sound(campaign, cards)
    # Words resolve named facts through `Facts`, which belongs to a unit; which one makes no difference.
    facts = Facts(campaign.dossiers[0], rubric.facts) if is_sound else None
    return MethodView(
        title=rubric.title.text.say(lang),
        points=str(rubric.points),
        is_sound=is_sound,
        systems=tuple(
            MethodSystem(
                system.id,
                anchor(system.id),
                system.name.text.say(lang),
                str(system.points),
                tuple(_item(item, facts, lang) for item in system.items),
            )
            for system in rubric.systems
        ),
        facts=tuple(_fact(name, fact, lang) for name, fact in rubric.facts.items()) if is_sound else (),
        grades=tuple(GradeLine(grade.name.text.say(lang), str(grade.from_points)) for grade in rubric.grades),
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
    )


def _fact(name: str, fact: Fact, lang: Lang) -> NamedFact:
    words, meaning = measured_words(fact).say(lang), meaning_words(fact).say(lang)
    return NamedFact(name, words, meaning if meaning != words else None)
