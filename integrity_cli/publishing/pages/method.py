"""The page of the method 办法, made from the rubric: nothing in it is written a second time."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.checks import check
from integrity_cli.domain.diagnostic import errors
from integrity_cli.lang import Lang
from integrity_cli.publishing import depth, speaking
from integrity_cli.publishing.pages import method_clauses as clauses
from integrity_cli.publishing.pages.unit_rows import anchor
from integrity_cli.publishing.places import unit_page
from integrity_cli.publishing.views.base import Link
from integrity_cli.publishing.views.method import (
    MethodItem,
    MethodRequirement,
    MethodRow,
    MethodSystem,
    MethodView,
    NamedFact,
    WorkedExample,
)
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.answers import Facts
from integrity_cli.rubric.facts import DUTY, Fact
from integrity_cli.rubric.model import Item, Requirement, Row, Rubric, System
from integrity_cli.rubric.rules import RULES
from integrity_cli.rubric.words import meaning_words, measured_words
from integrity_cli.scoring.engine import facts_of
from integrity_cli.scoring.scorecard import ZERO, RowScore, Scorecard


def method_view(campaign: Campaign, rubric: Rubric, cards: tuple[Scorecard, ...], deep: str, lang: Lang) -> MethodView:
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
        grades=speaking.grade_lines(rubric, lang),
        tolerance=clauses.tolerance(rubric, lang),
        recognition=clauses.recognition(rubric, lang),
        blocks=clauses.blocks(rubric, facts, lang),
        vetoes=clauses.vetoes(rubric, facts, lang),
        bars=clauses.bars(rubric, facts, lang),
        figures=clauses.figures(rubric, lang),
        laws=clauses.laws(rubric),
        examples=tuple(_examples(rubric, cards, lang)) if is_sound and depth.reaches(deep, depth.FULL) else (),
    )


def _examples(rubric: Rubric, cards: tuple[Scorecard, ...], lang: Lang) -> Iterator[WorkedExample]:
    """For each type of rule one row that it settled, of a unit of this campaign; one that earned a part if any did."""
    types = {row.id: row.rule.key for row in rubric.rows()}
    settled = [
        (card, row)
        for card in sorted(cards, key=lambda card: card.unit)
        for row in card.rows
        if row.points is not None and row.points == row.computed and row.maximum and row.arithmetic
    ]
    for key, rule in RULES.items():
        shown = [(card, row) for card, row in settled if types[row.id] == key]
        in_part = [(card, row) for card, row in shown if ZERO < (row.points or ZERO) < row.maximum]
        if shown:
            card, row = (in_part or shown)[0]
            yield _example(rule.label.say(lang), card, row, lang)


def _example(rule_type: str, card: Scorecard, row: RowScore, lang: Lang) -> WorkedExample:
    page = f"{unit_page(card.unit)}.html"
    key = f"{card.unit}/{row.id}"
    requirement = next(one for one in card.requirements if row in one.rows)
    return WorkedExample(
        rule_type=rule_type,
        unit=speaking.unit_name(card, lang),
        page=page,
        row=Link(f"{page}#{anchor(row.id)}", row.id),
        gloss=(row.gloss or requirement.gloss).say(lang),
        rule=row.rule.say(lang),
        facts=speaking.facts(row.facts, lang),
        arithmetic=row.arithmetic,
        points=speaking.figure(f"{key}:points", row.points or ZERO),
        maximum=speaking.figure(f"{key}:maximum", row.maximum),
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
