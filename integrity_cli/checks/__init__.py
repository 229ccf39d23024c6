"""What a campaign is checked for after it was read, and a change: one class a check, listed by hand.

To add a check: its class in the file of its family, its line in `CHECKS`, an example under `tests/examples/flagged/`.
"""

from __future__ import annotations

from dataclasses import dataclass

from integrity_cli.checks import (
    attachments,
    contradictions,
    counted,
    course,
    decisions,
    figures,
    ledger,
    leftovers,
    marks,
    office,
    powers,
    privacy,
    redactions,
    references,
    repeats,
    results,
    reviewers,
    rubric,
    rubric_conditions,
    rubric_facts,
    rubric_not_applicable,
    rubric_ratios,
    rubric_result,
    rubric_rules,
    snapshots,
    times,
)
from integrity_cli.checks.base import Check
from integrity_cli.checks.change import CHANGE_KINDS, CHANGE_WORDINGS, COVERED, of_change
from integrity_cli.domain.diagnostic import Diagnostic, Kind, errors
from integrity_cli.reading import dialect_kinds, shape_kinds
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.change import Change
from integrity_cli.reading.loader import NO_PLACE

CHECKS: tuple[type[Check], ...] = (
    office.OfficeRecordMissing,
    office.UnitWrittenTwice,
    office.UnknownUnit,
    office.UnknownParent,
    office.FiledTwice,
    ledger.EntryIdReused,
    ledger.UnknownBody,
    ledger.UnknownEntry,
    ledger.ReplacedNotWithdrawn,
    ledger.SealIncomplete,
    ledger.DeclaredTotalDiffers,
    attachments.AttachmentMissing,
    attachments.AttachmentDiffers,
    attachments.AttachmentWithoutDigest,
    attachments.AttachmentUnnamed,
    attachments.AttachmentTooLarge,
    marks.UnknownRow,
    marks.RowNotJudged,
    marks.MarkOutOfBounds,
    marks.MarkInWrongForm,
    marks.MarkedTwice,
    ledger.ElementOfAnotherSubject,
    ledger.PublishedBodiesDiffer,
    powers.PowerNotHeld,
    powers.PowerWrittenTwice,
    powers.GradeOutsideLegalRange,
    powers.UnknownPower,
    powers.CaseOutsideItsGrade,
    powers.CaseWrittenTwice,
    powers.UnknownCase,
    reviewers.ReviewerNotOfTheTeam,
    reviewers.ReviewerInConflict,
    decisions.ClaimForbidden,
    decisions.OpenedWithoutSeal,
    figures.FigureNotAsked,
    figures.FigureInWrongForm,
    contradictions.PartsExceedWhole,
    contradictions.AnswersDoNotAddUp,
    contradictions.PublishedBeforeClosed,
    times.SpanReversed,
    times.DaysWithoutCalendar,
    powers.LawNotInForce,
    decisions.NoticeDaysDiffer,
    times.SpanImplausible,
    contradictions.DaysOutOfOrder,
    times.StagesOutOfOrder,
    times.DeadlineOutsideStages,
    decisions.VetoWithoutBasis,
    decisions.VetoWithoutHearing,
    decisions.UnknownVeto,
    decisions.ToldTooLate,
    decisions.PeriodNotRun,
    rubric.PointsDoNotAddUp,
    rubric.IdReused,
    rubric.ClauseNotInNotice,
    rubric_rules.RuleCannotEarnItsPoints,
    rubric_facts.UnknownFact,
    rubric_facts.FactWithoutOneSource,
    rubric_facts.UnknownField,
    rubric_facts.UnknownValue,
    rubric_facts.UnknownWindow,
    rubric_ratios.ShareIncomplete,
    rubric_result.GradesOutOfOrder,
    rubric_facts.FactUnused,
    rubric_result.UnknownGrade,
    rubric_rules.ChargeWithoutPrice,
    rubric_rules.RowNeverMet,
    rubric_facts.UnknownFigure,
    rubric_result.BlockBeyondItsCap,
    rubric_facts.FieldDoesNotFit,
    rubric_rules.ZeroOutOfReach,
    rubric_rules.StepsNotRising,
    rubric_rules.ChargesBeyondPoints,
    rubric_not_applicable.TreatmentMissing,
    rubric_result.VetoHoldsPoints,
    rubric_result.SameMatterUnsaid,
    rubric_conditions.ConditionSettledBeforehand,
    rubric_conditions.BoundWithoutEffect,
    rubric_result.RowAboveCap,
    rubric_ratios.RatioOutOfReach,
    rubric_conditions.ValueRepeated,
    rubric_rules.NobodyCanMark,
    rubric_conditions.ChoicesDoNotFit,
    rubric_conditions.WindowIdReused,
    rubric_not_applicable.ConversionElsewhere,
    rubric_result.ClauseWithoutEffect,
    rubric_result.VetoWithoutOneEffect,
    rubric_conditions.GapWithoutWindow,
    rubric_conditions.MoreThanThereAre,
    repeats.WrittenTwice,
    references.NotInOwnList,
    references.SiteOfAnotherUnit,
    references.BodyIsAUnit,
    attachments.SealedAndPublic,
    references.AccountOfTwo,
    references.InACircle,
    course.OfficersUncertified,
    references.WithdrawnEntryCited,
    counted.EntryNotCounted,
    counted.SelfScoreWithoutFacts,
    counted.ClaimAgainstFacts,
    repeats.CopiedWords,
    repeats.EnteredTwice,
    leftovers.TemplateLeftover,
    course.AfterTheReport,
    counted.OutsideItsWindows,
    course.AppointmentRunOut,
    course.StageWithoutGoal,
    course.ChangedAfterFiling,
    snapshots.SnapshotNotHere,
    snapshots.SnapshotDiffers,
    snapshots.AdmissionWithoutOneSubject,
    snapshots.StageFrozenTwice,
    snapshots.AdmissionOfNothing,
    results.NoticedTwice,
    results.ResultWithoutAssessment,
    results.AcceptedAgainstVeto,
    *privacy.PERSONAL,
    privacy.WaiverUnused,
    redactions.RedactionLeadsNowhere,
    redactions.RedactedStillThere,
)

KINDS: tuple[Kind, ...] = tuple(
    sorted(
        (*dialect_kinds.KINDS, *shape_kinds.KINDS, NO_PLACE, *(check.kind for check in CHECKS), *CHANGE_KINDS),
        key=lambda kind: ("YSLTVRPG".index(kind.code[0]), kind.code),
    )
)
"""Every kind of finding there is, by family and code; kinds that differ in their words alone share a code."""

WORDINGS: tuple[Kind, ...] = tuple(
    dict.fromkeys((*KINDS, *dialect_kinds.WORDINGS, *shape_kinds.WORDINGS, *CHANGE_WORDINGS))
)
"""Every kind in every wording; the first of a code is the one in `KINDS`."""


def check(campaign: Campaign) -> tuple[Diagnostic, ...]:
    """Every finding on a campaign, those of reading included, in the order of paths and codes."""
    found = list(campaign.findings)
    for one in CHECKS:
        if any(finding.code.startswith(one.trusts) for finding in errors(found)):
            continue
        causes = [finding for finding in found if finding.code in {other.kind.code for other in one.requires}]
        found += [finding for finding in one().run(campaign) if not any(map(finding.is_part_of, causes))]
    return tuple(sorted(found, key=lambda finding: finding.sort_key))


@dataclass(frozen=True, slots=True)
class Judged:
    """What is found of a change: the findings it answers for, and all those on the campaigns on either side.

    `known` counts what is left out of `findings`, because the base has it too, in a file that the change leaves alone.
    """

    findings: tuple[Diagnostic, ...]
    before: tuple[Diagnostic, ...]
    after: tuple[Diagnostic, ...]
    known: int


def check_change(change: Change) -> Judged:
    """Every finding on a change, in the order of paths and codes."""
    before, after = check(change.before), check(change.after)
    earlier = {(one.sort_key, one.position) for one in before}
    touched = change.paths - change.refused
    new = [one for one in after if one.path in touched or (one.sort_key, one.position) not in earlier]
    of_itself = tuple(of_change(change))
    covered = {(one.path, code) for one in of_itself for code in COVERED.get(one.code, ())}
    found = (*(one for one in new if (one.path, one.code) not in covered), *of_itself)
    return Judged(tuple(sorted(found, key=lambda one: one.sort_key)), before, after, len(after) - len(new))
