"""Finders of situations in the result, in what the office decided, and in what reviewers saw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import groupby

from integrity_cli.domain.decisions import SettledMark
from integrity_cli.domain.dossier import Dossier, Timeliness
from integrity_cli.domain.evidence.matters import Litigation
from integrity_cli.domain.office import WorkCalendar
from integrity_cli.domain.unit_records import NotApplicableClaim
from integrity_cli.rubric.model import Rubric
from integrity_cli.rubric.rules.present import Present
from integrity_cli.rubric.rules.survey import Survey
from integrity_cli.scoring import Scorecard, score
from tests.sample.places import (
    CALENDAR,
    NOTICE,
    OBJECTIONS,
    SCORE,
    SURVEYS,
    TEAM,
    Finder,
    Place,
    Shown,
    decisions_file,
    outcome_words,
    own_file,
    row_id,
)

SPRING_FESTIVAL = 7
"""Days of rest in a row."""


# -- the result


def grade_by_points(rubric: Rubric, points: Decimal) -> str:
    """The grade that points reach where nothing else acts."""
    return next(one.name.zh for one in rubric.grades if points >= one.from_points)


def result(grade: str, *, accepted: bool) -> Finder:
    """Units of a grade, whatever became of them or only those accepted."""

    def find(at: Shown) -> Iterator[Place]:
        for dossier, card in at.scored:
            if card.outcome.grade == grade and (not accepted or card.outcome.result == "accepted"):
                yield Place(dossier.unit.id, SCORE, outcome_words(card))

    return find


def failed_by_points(at: Shown) -> Iterator[Place]:
    for dossier, card in at.scored:
        if card.outcome.grade == at.rubric.grades[-1].name.zh and not any(one.acts for one in card.outcome.vetoes):
            yield Place(dossier.unit.id, SCORE, outcome_words(card))


def lifted_by_the_bonus(at: Shown) -> Iterator[Place]:
    for dossier, card in at.scored:
        if card.outcome.grade is None or card.base is None or card.total is None:
            continue
        if grade_by_points(at.rubric, card.base) != grade_by_points(at.rubric, card.total) == card.outcome.grade:
            yield Place(dossier.unit.id, SCORE, f"{card.base} → {outcome_words(card)}")


def vetoed_with_points_for_better(at: Shown) -> Iterator[Place]:
    """Heard before, decided, the points left to be seen; they would be enough for a better grade."""
    for dossier, card in at.scored:
        for veto in card.outcome.vetoes:
            if veto.acts and veto.heard_on and veto.fixes_grade == card.outcome.grade and card.total is not None:
                better = grade_by_points(at.rubric, card.total)
                if better != veto.fixes_grade:
                    yield Place(dossier.unit.id, decisions_file(dossier), f"vetoes {veto.id}")
                    yield Place(dossier.unit.id, SCORE, f"{card.total} ({better}) → {veto.fixes_grade}")


def barred_from_the_top(at: Shown) -> Iterator[Place]:
    top = at.rubric.grades[0]
    for dossier, card in at.scored:
        for bar in card.outcome.bars:
            if card.total is not None and card.total >= top.from_points and card.outcome.grade == bar.highest_grade:
                yield Place(dossier.unit.id, SCORE, f"{bar.id} {outcome_words(card)}")


def deferred_to_a_supplementary_notice(at: Shown) -> Iterator[Place]:
    for notice in at.campaign.notice.supplementary if at.campaign.notice else ():
        for unit in notice.units:
            if unit in at.cards and at.cards[unit].outcome.result == "deferred":
                yield Place(unit, NOTICE, f"supplementary {notice.starts_on} to {notice.ends_on}")


def limit_met_to_the_day(at: Shown) -> Iterator[Place]:
    """A condition with a limit that the measured figure meets exactly."""
    for dossier, card in at.scored:
        for row in card.rows:
            rule = at.rubric.by_row[row.id].rule
            if isinstance(rule, Present) and rule.present.at_most and row.facts[0].value == str(rule.present.at_most):
                yield Place(dossier.unit.id, SCORE, f"{row.id} {row.points}")


# -- filings


def late_after_a_rest_day(one: Timeliness, calendar: WorkCalendar) -> bool:
    """Due on a rest day and late: the days are counted from that day itself, which the rest did not move."""
    from_due = (one.received_on - one.due_on).days
    return not calendar.is_working(one.due_on) and not one.extended and one.days_late == from_due > 0


def on_the_rest_day_it_was_due(one: Timeliness, calendar: WorkCalendar) -> bool:
    return one.in_time and one.received_on == one.due_on and not calendar.is_working(one.due_on)


def extension_used(at: Shown) -> Iterator[Place]:
    """Granted before the general deadline, and needed: the plan came after it."""
    for granted in at.calendar.extensions:
        dossier = at.campaign.by_unit.get(granted.unit)
        if dossier is None:
            continue
        general, filed = dossier.terms.due(granted.filing), dossier.timeliness(granted.filing)
        if general is None or filed is None or not filed.in_time:
            continue
        if granted.granted_on <= general < filed.received_on:
            yield Place(granted.unit, CALENDAR, f"extensions {granted.filing} until {granted.until}")


# -- reviewers


def marks_of(dossier: Dossier, requirement: str, part: int | None) -> set[Decimal | bool | None]:
    return {
        mark.met if mark.points is None else mark.points
        for by in dossier.reviews
        for mark in by.review.marks
        if (mark.requirement, mark.part) == (requirement, part)
    }


def lowest(dossier: Dossier, one: SettledMark) -> Decimal | None:
    """The lowest points that a reviewer gave to a row, or what was settled where none gave any."""
    given = marks_of(dossier, one.requirement, one.part)
    return min((points for points in given if isinstance(points, Decimal)), default=one.points)


def with_lower_marks(at: Shown, dossier: Dossier) -> Scorecard:
    """The unit's score if every mark in dispute were settled at the lowest that a reviewer gave."""
    assert dossier.decisions is not None
    lower = tuple(one.model_copy(update={"points": lowest(dossier, one)}) for one in dossier.decisions.settled)
    changed = replace(dossier, decisions=dossier.decisions.model_copy(update={"settled": lower}))
    dossiers = tuple(changed if one is dossier else one for one in at.campaign.dossiers)
    return score(replace(at.campaign, dossiers=dossiers), dossier.unit.id, ())


def grade_settled_by_decision(at: Shown) -> Iterator[Place]:
    """Marks in dispute on which the grade depends: at the lower ones it would be another."""
    for dossier, card in at.scored:
        if dossier.decisions is None or not dossier.decisions.settled or card.outcome.grade is None:
            continue
        lower = with_lower_marks(at, dossier)
        if lower.outcome.grade != card.outcome.grade:
            yield Place(dossier.unit.id, SCORE, f"{outcome_words(card)}, else {outcome_words(lower)}")


def conflicts(at: Shown) -> Iterator[Place]:
    for one in at.campaign.team.reviewers if at.campaign.team else ():
        for unit in one.conflicts:
            if unit in at.cards:
                yield Place(unit, TEAM, f"conflicts {one.code}")


def file_without_certificate(at: Shown) -> Iterator[Place]:
    for dossier in at.campaign.dossiers:
        for by in dossier.reviews:
            for sheet in by.review.sheets:
                if not sheet.certificate_shown:
                    yield Place(dossier.unit.id, by.path, sheet.case_no)


# -- what does not apply


def claims(dossier: Dossier, requirement: str, part: int | None) -> bool:
    """Whether the unit claims that a row does not apply."""
    stated: tuple[NotApplicableClaim, ...] = dossier.self_report.not_applicable if dossier.self_report else ()
    return any(one.requirement == requirement and one.part in (None, part) for one in stated)


def claimed_and_undecided(at: Shown) -> Iterator[Place]:
    for dossier, card in at.scored:
        for one in dossier.self_report.not_applicable if dossier.self_report else ():
            wanted = row_id(one.requirement, one.part)
            if any(row.open and row.id.startswith(wanted) for row in card.rows):
                yield Place(dossier.unit.id, own_file(dossier, "self_report"), f"not_applicable {wanted}")


def no_lawsuit_confirmed(at: Shown) -> Iterator[Place]:
    """Nothing to answer in court, and the office asked the courts before it confirmed so."""
    for dossier, card in at.scored:
        if any(isinstance(one, Litigation) for one in dossier.standing):
            continue
        for row in card.rows:
            if row.status == "not_applicable" and row.id.startswith(court_rows(at.rubric)):
                yield Place(dossier.unit.id, decisions_file(dossier), f"not_applicable {row.id}")


def court_rows(rubric: Rubric) -> tuple[str, ...]:
    """The requirements whose rows count lawsuits."""
    named = {name for name, fact in rubric.facts.items() if fact.entries == ("litigation",)}
    return tuple(
        one.id
        for _, one in rubric.placed()
        for row in one.rows()
        if any(fact.entries == ("litigation",) or fact.fact in named for _, fact in row.rule.facts())
    )


def reconsidered(outcome: str) -> Finder:
    def find(at: Shown) -> Iterator[Place]:
        for dossier in at.campaign.dossiers:
            asked = dossier.decisions.reconsideration if dossier.decisions else None
            if asked is not None and asked.outcome == outcome:
                yield Place(dossier.unit.id, decisions_file(dossier), f"reconsideration {asked.asked_on}")

    return find


# -- the public notice


def told_in_time_for_reconsideration(at: Shown) -> Iterator[Place]:
    """Told with exactly the working days that reconsideration takes, before the notice begins."""
    notice = at.campaign.notice
    for dossier in at.campaign.dossiers:
        told = dossier.decisions.told_on if dossier.decisions else None
        if notice is None or told is None:
            continue
        left = at.calendar.working_days_after(told, notice.starts_on - timedelta(days=1))
        if left == dossier.terms.reconsideration_days:
            yield Place(dossier.unit.id, decisions_file(dossier), f"told_on {told}")


def notice_across_a_long_holiday(at: Shown) -> Iterator[Place]:
    """Seven rest days or more inside the notice, so that its working days are far fewer than its days."""
    notice = at.campaign.notice
    if notice is None:
        return
    span = (notice.ends_on - notice.starts_on).days + 1
    rests = (not at.calendar.is_working(notice.starts_on + timedelta(days=n)) for n in range(span))
    longest = max((len(list(run)) for resting, run in groupby(rests) if resting), default=0)
    if longest >= SPRING_FESTIVAL:
        working = at.calendar.working_days_within(notice.starts_on, notice.ends_on)
        yield Place("", NOTICE, f"{notice.starts_on} to {notice.ends_on}: {span} days, {working} working days")


def objections(outcome: str) -> Finder:
    def find(at: Shown) -> Iterator[Place]:
        for one in at.campaign.objections.objections if at.campaign.objections else ():
            if one.outcome == outcome and one.unit in at.cards:
                yield Place(one.unit, OBJECTIONS, one.id)

    return find


def too_few_answers(at: Shown) -> Iterator[Place]:
    """Fewer valid answers to the organiser's survey than its rule asks for."""
    least = min(int(row.rule.least) for row in at.rubric.rows() if isinstance(row.rule, Survey))
    for one in at.campaign.surveys.surveys if at.campaign.surveys else ():
        if one.valid < least and one.unit in at.cards:
            yield Place(one.unit, SURVEYS, f"valid {one.valid}")
