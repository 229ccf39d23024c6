"""Every check of a change, listed by hand, in the order they run: may they, does it only grow, is it as filed.

To add one: its class in the file of what it is about, its line in `CHANGE_CHECKS`.
"""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.checks.change import filed, frozen, growth, redaction, scope
from integrity_cli.checks.change.base import ChangeCheck
from integrity_cli.checks.change.landing import KINDS as LANDING_KINDS
from integrity_cli.checks.change.landing import WORDINGS as CHANGE_WORDINGS
from integrity_cli.checks.change.landing import told_of
from integrity_cli.checks.change.pushes import KINDS as PUSH_KINDS
from integrity_cli.checks.privacy import PERSONAL, AttachmentNotRead, PlaceOfAPicture
from integrity_cli.domain.diagnostic import Diagnostic, Kind
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.change import Change
from integrity_cli.reading.personal import Personal

CHANGE_CHECKS: tuple[type[ChangeCheck], ...] = (
    scope.LawNotReadable,
    scope.AccountUnknown,
    scope.FolderOfAnotherUnit,
    scope.FolderOfAUnit,
    scope.ReviewOfAnother,
    scope.ForTheOffice,
    scope.NoOrdinaryFile,
    growth.SaidAndGone,
    growth.SaidAndAltered,
    filed.FiledAndAltered,
    redaction.RemovedOtherwise,
    frozen.SnapshotAside,
)

CHANGE_KINDS: tuple[Kind, ...] = (*(check.kind for check in CHANGE_CHECKS), *LANDING_KINDS, *PUSH_KINDS)
"""Every kind of finding that is about a change, and not about a campaign."""

COVERED = {check.kind.code: check.covers for check in CHANGE_CHECKS if check.covers}
"""Which codes on the campaign that would land a code of a change speaks for as well, in the same file."""


def of_change(change: Change) -> Iterator[Diagnostic]:
    """The findings that are about the change itself."""
    for one in CHANGE_CHECKS:
        yield from one().look(change)
    yield from on_the_way(change.passing, change.after)


def on_the_way(passing: Personal, campaign: Campaign) -> Iterator[Diagnostic]:
    """What is personal in messages, in the name of a ref, and in files that only passed through a commit.

    The campaign is the one it leads to: what its offices publish of themselves may stand on the way too.
    """
    for one in PERSONAL:
        yield from one().among(campaign, passing.found)
    for path in dict.fromkeys(passing.places):
        yield PlaceOfAPicture.kind.at(path)
    yield from AttachmentNotRead().of(passing.unread)


__all__ = ["CHANGE_CHECKS", "CHANGE_KINDS", "CHANGE_WORDINGS", "COVERED", "of_change", "on_the_way", "told_of"]
