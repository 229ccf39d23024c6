"""The clauses of the rubric outside its rows, in words: bonus, penalty, vetoes, bars, figures, laws, recognition."""

from __future__ import annotations

from integrity_cli.domain.record import as_text
from integrity_cli.lang import Lang, Words
from integrity_cli.publishing import speaking
from integrity_cli.publishing.views.method import FigureLine, LawLine, MethodBlock, MethodClause
from integrity_cli.publishing.words import WORDS
from integrity_cli.rubric.answers import Facts, Measured
from integrity_cli.rubric.facts import Fact
from integrity_cli.rubric.model import TREATMENT, Row, Rubric
from integrity_cli.rubric.result_clauses import FIGURE_BY, FIGURE_FORM, Veto
from integrity_cli.rubric.words import condition_words


def condition(fact: Fact, facts: Facts) -> Words:
    """A fact of the rubric as a condition; nothing is measured for it."""
    resolved = facts.resolve(fact)
    return condition_words(resolved, Measured(resolved, None, ()).bounds, facts.dossier.terms)


def not_applicable(row: Row, facts: Facts, lang: Lang) -> str | None:
    """When a row may be said not to apply, and what that costs; None where the rubric says nothing of it."""
    claim = row.not_applicable
    if claim is None:
        return None
    treatment = TREATMENT.values[claim.treatment]
    words = WORDS["na_to_system" if claim.to == "system" else "na_treatment"].of(treatment=treatment)
    if claim.when is not None:
        words = WORDS["na_when"].of(condition=condition(claim.when, facts), treatment=words)
    return words.say(lang)


def blocks(rubric: Rubric, facts: Facts | None, lang: Lang) -> tuple[MethodBlock, ...]:
    """Bonus and penalty, where the rubric has them."""
    return tuple(
        MethodBlock(
            id=name,
            title=WORDS[name].say(lang),
            capped=WORDS["capped"].of(cap=block.cap).say(lang),
            rows=tuple(
                MethodClause(
                    id=row.id,
                    label=row.label.text.say(lang),
                    rule=row.rule.words(row.points, facts).say(lang) if facts else None,
                    value=str(row.points),
                )
                for row in block.rows
            ),
        )
        for name, block in (("bonus", rubric.bonus), ("penalty", rubric.penalty))
        if block is not None
    )


def vetoes(rubric: Rubric, facts: Facts | None, lang: Lang) -> tuple[MethodClause, ...]:
    """What may be vetoed, by which effect, on which basis."""
    return tuple(
        MethodClause(
            id=veto.id,
            label=veto.label.text.say(lang),
            rule=condition(veto.when, facts).say(lang) if facts else None,
            value=_effect(veto, rubric, lang),
            basis=veto.basis,
        )
        for veto in rubric.vetoes
    )


def _effect(veto: Veto, rubric: Rubric, lang: Lang) -> str:
    if veto.effect.fix_grade is not None:
        grade = speaking.grade_named(veto.effect.fix_grade, rubric, lang)
        return WORDS["veto_grade"].of(grade=grade).say(lang)
    if veto.effect.zero == "all":
        return WORDS["effect_zero_all"].say(lang)
    return WORDS["effect_zero"].of(part=veto.effect.zero).say(lang)


def bars(rubric: Rubric, facts: Facts | None, lang: Lang) -> tuple[MethodClause, ...]:
    """What closes the grades above one."""
    return tuple(
        MethodClause(
            id=bar.id,
            label=bar.label.text.say(lang),
            rule=condition(bar.when, facts).say(lang) if facts else None,
            value=speaking.grade_named(bar.highest_grade, rubric, lang),
        )
        for bar in rubric.bars
    )


def figures(rubric: Rubric, lang: Lang) -> tuple[FigureLine, ...]:
    """The figures that the rubric declares."""
    return tuple(
        FigureLine(
            name=name,
            label=one.label.text.say(lang),
            form=FIGURE_FORM.values[one.form].say(lang),
            stated_by=FIGURE_BY.values[one.stated_by].say(lang),
        )
        for name, one in rubric.figures.items()
    )


def laws(rubric: Rubric) -> tuple[LawLine, ...]:
    """The laws that powers may rest on; their names are Chinese."""
    return tuple(
        LawLine(law.name, as_text(law.from_day), None if law.to_day is None else as_text(law.to_day))
        for law in rubric.laws
    )


def tolerance(rubric: Rubric, lang: Lang) -> str:
    """By how much reviewers' marks may differ."""
    if not rubric.tolerance:
        return WORDS["no_tolerance"].say(lang)
    return WORDS["tolerance"].of(points=rubric.tolerance).say(lang)


def recognition(rubric: Rubric, lang: Lang) -> str | None:
    """What recognition asks for."""
    if rubric.recognition is None:
        return None
    grade = speaking.grade_named(rubric.recognition.at_least, rubric, lang)
    return WORDS["recognition"].of(grade=grade).say(lang)
