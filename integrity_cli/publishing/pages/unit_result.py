"""The result on a unit's page: how the total is made, bonus and penalty, vetoes, bars, and what was decided."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from integrity_cli.domain.decisions import FINDING_KIND, OPENED, RECONSIDERED, RESULT, Decisions
from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.record import as_text
from integrity_cli.lang import Lang, Words
from integrity_cli.publishing import depth, speaking
from integrity_cli.publishing.data import tally
from integrity_cli.publishing.pages.unit_rows import anchor
from integrity_cli.publishing.views.base import Figure, Link
from integrity_cli.publishing.views.result import (
    BarView,
    BlockView,
    DecisionView,
    FindingView,
    OpeningView,
    ResultRowView,
    ResultView,
    Step,
    VetoView,
)
from integrity_cli.publishing.views.unit import Head
from integrity_cli.publishing.words import WORDS
from integrity_cli.rubric.model import Rubric
from integrity_cli.scoring.scorecard import ZERO, ResultBlock, ResultRow, Scorecard, VetoLine


def head(dossier: Dossier, card: Scorecard, lang: Lang, *, shows_all: bool) -> Head | None:
    """The figures at the head of the page; None where no score was made."""
    if card.total is None:
        return None
    unit = card.unit
    sheets = tally.case_files(dossier) if shows_all else ()
    frees = tally.frees(card)
    return Head(
        total=speaking.figure(f"{unit}:total", card.total),
        steps=tuple(_steps(card, lang)),
        settled_maximum=speaking.figure(f"{unit}:settled_maximum", card.settled_maximum),
        open_points=speaking.figure(f"{unit}:open_points", card.open_points),
        maximum=speaking.figure(f"{unit}:maximum", card.maximum),
        open_rows=Figure(f"{unit}:open", str(len(card.open)), str(len(card.open))) if shows_all else None,
        over_claim=speaking.difference(f"{unit}:over_claim", card.over_claim),
        confirmed=_confirmed(card, lang) if shows_all else None,
        converted=speaking.figure(f"{unit}:converted", card.converted) if frees else None,
        zero_total=speaking.maybe(f"{unit}:zero_total", tally.zero_total(card)),
        case_files=_case_files(unit, len(sheets), lang) if sheets else None,
        case_numbers=sheets,
    )


def _steps(card: Scorecard, lang: Lang) -> Iterator[Step]:
    """Base + bonus − penalty − vetoes: what the rubric does not have, or what takes nothing, is no step."""
    outcome = card.outcome
    yield Step("", WORDS["base"].say(lang), speaking.figure(f"{card.unit}:base", card.base or ZERO))
    for sign, name, block in (("+", "bonus", outcome.bonus), ("−", "penalty", outcome.penalty)):
        if block is not None:
            yield Step(sign, WORDS[name].say(lang), speaking.figure(f"{card.unit}:{name}", block.points))
    if any(veto.acts and veto.lost for veto in outcome.vetoes):
        lost = speaking.figure(f"{card.unit}:lost_to_vetoes", outcome.lost_to_vetoes)
        yield Step("−", WORDS["lost_to_vetoes"].say(lang), lost)


def _confirmed(card: Scorecard, lang: Lang) -> Figure | None:
    if not card.points_on_entries:
        return None
    share = (card.confirmed_points * 100 / card.points_on_entries).quantize(Decimal(1), ROUND_HALF_UP)
    words = WORDS["confirmed_words"].of(
        on_entries=card.points_on_entries, confirmed=card.confirmed_points, share=f"{share}%"
    )
    return Figure(f"{card.unit}:confirmed_points", str(card.confirmed_points), words.say(lang))


def _case_files(unit: str, count: int, lang: Lang) -> Figure:
    return Figure(f"{unit}:case_files", str(count), WORDS["case_files_words"].of(count=count).say(lang))


def result_view(dossier: Dossier, card: Scorecard, rubric: Rubric, deep: str, lang: Lang) -> ResultView:
    """What became of the points, and what was told and decided, as deep as the campaign goes."""
    shows_grades, shows_all = depth.reaches(deep, depth.GRADES), depth.reaches(deep, depth.FULL)
    outcome, unit = card.outcome, card.unit
    decisions = (dossier.decisions if card.systems else None) or Decisions()
    told = None if outcome.told_on is None else as_text(outcome.told_on)
    return ResultView(
        eligible=_eligible(card, lang) if shows_grades else None,
        told_on=None if told is None else Figure(f"{unit}:told_on", told, told),
        reconsideration=_reconsideration(unit, decisions, lang, shows_reason=shows_all) if shows_grades else None,
        result=_result(unit, decisions, lang, shows_reason=shows_all),
        bars=tuple(
            BarView(bar.id, WORDS["bar_of"].of(label=bar.label, grade=bar.grade_words).say(lang))
            for bar in outcome.bars
            if shows_grades
        ),
        vetoes=tuple(_veto(unit, veto, rubric, deep, lang) for veto in outcome.vetoes if shows_grades),
        findings=tuple(
            FindingView(FINDING_KIND.values[one.finding].say(lang), as_text(one.found_on), one.basis, one.summary)
            for one in decisions.findings
            if shows_all
        ),
        openings=tuple(
            OpeningView(
                Link(f"#{one.entry}", one.entry),
                as_text(one.opened_on),
                OPENED.values[one.outcome].say(lang),
                one.reason,
            )
            for one in decisions.openings
            if shows_all
        ),
        blocks=tuple(
            _block(unit, name, block, lang)
            for name, block in (("bonus", outcome.bonus), ("penalty", outcome.penalty))
            if block is not None and shows_all
        ),
    )


def _eligible(card: Scorecard, lang: Lang) -> Figure | None:
    eligible = card.outcome.eligible
    if eligible is None:
        return None
    words = WORDS["eligible_yes" if eligible else "eligible_no"]
    return Figure(f"{card.unit}:eligible", as_text(eligible), words.say(lang))


def _reconsideration(unit: str, decisions: Decisions, lang: Lang, *, shows_reason: bool) -> DecisionView | None:
    asked = decisions.reconsideration
    if asked is None:
        return None
    words = WORDS["reconsideration_asked"].of(day=asked.asked_on)
    if asked.outcome is not None:
        words = WORDS["reconsideration_done"].of(
            asked=asked.asked_on, day=asked.decided_on or "—", outcome=RECONSIDERED.values[asked.outcome]
        )
    return DecisionView(
        Figure(f"{unit}:reconsideration", asked.outcome or "asked", words.say(lang)),
        asked.reason if shows_reason else None,
    )


def _result(unit: str, decisions: Decisions, lang: Lang, *, shows_reason: bool) -> DecisionView | None:
    result = decisions.result
    if result is None:
        return None
    words = WORDS["result_on"].of(result=RESULT.values[result.result], day=result.decided_on)
    return DecisionView(
        Figure(f"{unit}:result", result.result, words.say(lang)), result.reason if shows_reason else None
    )


def _veto(unit: str, veto: VetoLine, rubric: Rubric, deep: str, lang: Lang) -> VetoView:
    effect: Words
    if veto.fixes_grade is not None:
        grade = speaking.grade_named(veto.fixes_grade, rubric, lang)
        effect = WORDS["veto_grade" if veto.acts else "veto_would_grade"].of(grade=grade)
    elif not depth.reaches(deep, depth.SCORES):
        effect = WORDS["veto_takes" if veto.acts else "veto_would_take"]
    else:
        effect = WORDS["veto_zero" if veto.acts else "veto_would_zero"].of(points=veto.lost)
    standing = WORDS["veto_acts" if veto.acts else "veto_open"].say(lang)
    return VetoView(
        id=veto.id,
        anchor=anchor(veto.id),
        label=veto.label.say(lang),
        standing=Figure(f"{unit}/{veto.id}:acts", as_text(veto.acts), standing),
        effect=effect.say(lang),
        basis=veto.basis,
        heard_on=None if veto.heard_on is None else as_text(veto.heard_on),
        reason=veto.reason if depth.reaches(deep, depth.FULL) else None,
    )


def _block(unit: str, name: str, block: ResultBlock, lang: Lang) -> BlockView:
    return BlockView(
        anchor=name,
        title=WORDS[name].say(lang),
        points=speaking.figure(f"{unit}:{name}", block.points),
        cap=speaking.figure(f"{unit}:{name}:cap", block.cap),
        rows=tuple(_result_row(unit, row, lang) for row in block.rows),
    )


def _result_row(unit: str, row: ResultRow, lang: Lang) -> ResultRowView:
    key = f"{unit}/{row.id}"
    return ResultRowView(
        id=row.id,
        anchor=anchor(row.id),
        label=row.label.say(lang),
        requirement=Link(f"#{anchor(row.requirement)}", row.requirement) if row.requirement else None,
        points=speaking.figure(f"{key}:points", row.points),
        counted=speaking.figure(f"{key}:counted", row.counted),
        maximum=speaking.figure(f"{key}:maximum", row.maximum),
        dropped=row.counted != row.points,
        rule=row.rule.say(lang),
        arithmetic=row.arithmetic,
        facts=speaking.facts(row.facts, lang),
    )
