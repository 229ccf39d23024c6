"""What a campaign is checked for after it was read: one class a check, listed by hand.

To add a check: its class in the file of its family, its line in `CHECKS`, an example under `tests/examples/flagged/`.
"""

from __future__ import annotations

from integrity_cli.checks import attachments, ledger, marks, office, rubric, times
from integrity_cli.checks.base import Check
from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.reading.campaign import Campaign

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
    marks.UnknownRow,
    marks.RowNotJudged,
    marks.MarkOutOfBounds,
    marks.MarkInWrongForm,
    marks.MarkedTwice,
    times.SpanReversed,
    times.DaysWithoutCalendar,
    rubric.PointsDoNotAddUp,
    rubric.IdReused,
    rubric.ClauseNotInNotice,
    rubric.RuleCannotEarnItsPoints,
    rubric.UnknownFact,
    rubric.FactWithoutOneSource,
    rubric.UnknownField,
    rubric.UnknownValue,
    rubric.UnknownWindow,
    rubric.ShareIncomplete,
    rubric.GradesOutOfOrder,
    rubric.FactUnused,
    rubric.FieldDoesNotFit,
)


def check(campaign: Campaign) -> tuple[Diagnostic, ...]:
    """Every finding on a campaign, those of reading included, in the order of paths and codes."""
    found = [*campaign.findings, *(finding for one in CHECKS for finding in one().run(campaign))]
    return tuple(sorted(found, key=lambda finding: finding.sort_key))
