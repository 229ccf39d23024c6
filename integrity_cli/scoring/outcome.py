"""What becomes of the points: bonus and penalty, vetoes and bars, the grade and what it entitles to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from integrity_cli.domain.decisions import Decisions, VetoDecision
from integrity_cli.domain.points import rounded
from integrity_cli.lang import Text, Words, verbatim
from integrity_cli.rubric.answers import Facts
from integrity_cli.rubric.model import Rubric
from integrity_cli.rubric.result_clauses import Block, Veto
from integrity_cli.scoring.rows import fact_line
from integrity_cli.scoring.scorecard import (
    ZERO,
    BarLine,
    Open,
    Outcome,
    ResultBlock,
    ResultRow,
    RowScore,
    SystemScore,
    VetoLine,
    total,
)

_VETO_OPEN = Text(
    "{veto}：已查实，尚未在听取单位意见后作出决定", "{veto}: found, but not yet decided after hearing the unit"
)
_GIVEN = Text("{reviewer} {grade}", "{reviewer} {grade}")
_GRADES_DIFFER = Text(
    "按各考核人员的评分，等次不同（{grades}），须书面决定",
    "the reviewers' marks lead to different grades ({grades}); a written decision is needed",
)


def outcome_of(
    rubric: Rubric,
    facts: Facts,
    systems: Sequence[SystemScore],
    rows: Sequence[RowScore],
    base: Decimal,
    *,
    is_open: bool,
) -> Outcome:
    """The result. Without anything open it has a grade."""
    decisions = facts.dossier.decisions or Decisions()
    bonus = _block(rubric.bonus, facts)
    everything = base + (bonus.points if bonus else ZERO)
    draft = Outcome(
        bonus=bonus,
        penalty=_block(rubric.penalty, facts),
        vetoes=tuple(_vetoes(rubric, facts, decisions, systems, everything)),
        bars=tuple(
            BarLine(bar.id, bar.label.text, bar.highest_grade, _grade_words(rubric, bar.highest_grade))
            for bar in rubric.bars
            if facts.measure(bar.when).holds
        ),
        told_on=decisions.told_on,
        reconsideration=decisions.reconsideration.outcome if decisions.reconsideration else None,
        result=decisions.result.result if decisions.result else None,
    )
    waiting = tuple(_open(rubric, draft, rows, base, decisions))
    grade = None if is_open or waiting else _grade(rubric, draft, draft.on_top_of(base))
    return Outcome(
        bonus=draft.bonus,
        penalty=draft.penalty,
        vetoes=draft.vetoes,
        bars=draft.bars,
        open=waiting,
        grade=grade,
        grade_words=None if grade is None else _grade_words(rubric, grade),
        eligible=None if grade is None else _is_eligible(rubric, draft, grade),
        told_on=draft.told_on,
        reconsideration=draft.reconsideration,
        result=draft.result,
    )


def _grade_words(rubric: Rubric, name: str) -> Words:
    """A grade in both languages; one that the rubric does not have is another check's finding."""
    return next((one.name.text for one in rubric.grades if one.name.zh == name), verbatim(name))


def _block(block: Block | None, facts: Facts) -> ResultBlock | None:
    """Rows of bonus or penalty; of one matter only the highest counts, the first of equals."""
    if block is None:
        return None
    rows = []
    best: dict[str, tuple[str, Decimal]] = {}
    for rule in block.rows:
        award = rule.rule.award(rule.points, facts)
        points = ZERO if award.points is None else rounded(award.points)
        rows.append((rule, award, points))
        if rule.matter is not None and (rule.matter not in best or points > best[rule.matter][1]):
            best[rule.matter] = (rule.id, points)
    return ResultBlock(
        block.cap,
        tuple(
            ResultRow(
                id=rule.id,
                label=rule.label.text,
                requirement=rule.requirement,
                maximum=rule.points,
                points=points,
                counted=points if rule.matter is None or best[rule.matter][0] == rule.id else ZERO,
                rule=rule.rule.words(rule.points, facts),
                arithmetic=f"{award.arithmetic or f'{rule.points} × 0'} = {points}",
                facts=tuple(fact_line(measured, facts.dossier.terms) for measured in award.facts),
            )
            for rule, award, points in rows
        ),
    )


def _vetoes(
    rubric: Rubric, facts: Facts, decisions: Decisions, systems: Sequence[SystemScore], everything: Decimal
) -> Iterable[VetoLine]:
    taken: set[str] = set()
    around = _around(systems)
    decided = {one.veto: one for one in reversed(decisions.vetoes)}
    # The widest first, so that what one veto takes no other takes again.
    for veto in sorted(rubric.vetoes, key=lambda veto: len(around.get(veto.effect.zero or "", ()))):
        decision = decided.get(veto.id)
        if decision is None and not facts.measure(veto.when).holds:
            continue
        acts = decision is not None and decision.basis is not None and decision.heard_on is not None
        is_taken = not taken.isdisjoint({"all", *around.get(veto.effect.zero or "", ())})
        if acts and veto.effect.zero is not None:
            taken.add(veto.effect.zero)
        yield VetoLine(
            id=veto.id,
            label=veto.label.text,
            acts=acts,
            lost=ZERO if is_taken else _lost(veto, systems, everything),
            fixes_grade=veto.effect.fix_grade,
            basis=_basis(veto, decision),
            heard_on=decision.heard_on if decision else None,
            reason=decision.reason if decision else None,
        )


def _basis(veto: Veto, decision: VetoDecision | None) -> str:
    return decision.basis if decision and decision.basis else veto.basis


def _around(systems: Sequence[SystemScore]) -> dict[str, tuple[str, ...]]:
    """Every part of the standard with what it lies in, itself included."""
    found: dict[str, tuple[str, ...]] = {}
    for system in systems:
        found[system.id] = (system.id,)
        for item in system.items:
            found[item.id] = (system.id, item.id)
            found |= {one.id: (system.id, item.id, one.id) for one in item.requirements}
    return found


def _lost(veto: Veto, systems: Sequence[SystemScore], everything: Decimal) -> Decimal:
    """The points that the veto takes: of everything (the bonus too), of a system, an item or a requirement."""
    zero = veto.effect.zero
    if zero is None:
        return ZERO
    if zero == "all":
        return everything
    for system in systems:
        if system.id == zero:
            return system.weighted(system.points)
        for item in system.items:
            if item.id == zero:
                return system.weighted(item.points)
            for one in item.requirements:
                if one.id == zero:
                    return system.weighted(one.points)
    return ZERO


def _open(
    rubric: Rubric, draft: Outcome, rows: Sequence[RowScore], base: Decimal, decisions: Decisions
) -> Iterable[Open]:
    for veto in draft.vetoes:
        if not veto.acts:
            yield Open(veto.id, "office", _VETO_OPEN.of(veto=veto.label))
    grades = {
        reviewer: _grade(rubric, draft, draft.on_top_of(base + _difference(rows, reviewer)))
        for reviewer in sorted({mark.reviewer for row in rows for mark in row.marks})
    }
    if len(set(grades.values())) > 1 and decisions.result is None:
        given = tuple(_GIVEN.of(reviewer=one, grade=_grade_words(rubric, grade)) for one, grade in grades.items())
        yield Open("result", "office", _GRADES_DIFFER.of(grades=given))


def _difference(rows: Sequence[RowScore], reviewer: str) -> Decimal:
    """How the base would differ if this reviewer's marks alone counted."""
    return total(
        mark.points - row.points
        for row in rows
        for mark in row.marks
        if mark.reviewer == reviewer
        and mark.points is not None
        and row.points is not None
        and row.reviewed is not None
        and row.decided is None
    )


def _grade(rubric: Rubric, draft: Outcome, points: Decimal) -> str:
    """The grade of a total, lowered by bars, fixed by a veto that acts."""
    names = [grade.name.zh for grade in rubric.grades]
    reached = next(place for place, grade in enumerate(rubric.grades) if points >= grade.from_points)
    barred = [names.index(bar.highest_grade) for bar in draft.bars if bar.highest_grade in names]
    fixed = [names.index(veto.fixes_grade) for veto in draft.vetoes if veto.acts and veto.fixes_grade in names]
    return names[max([reached, *barred, *fixed])]


def _is_eligible(rubric: Rubric, draft: Outcome, grade: str) -> bool:
    """Whether recognition is open: the grade asked for, and no veto that acts."""
    names = [one.name.zh for one in rubric.grades]
    asked = rubric.recognition.at_least if rubric.recognition else names[-1]
    return names.index(grade) <= names.index(asked) and not any(veto.acts for veto in draft.vetoes)
