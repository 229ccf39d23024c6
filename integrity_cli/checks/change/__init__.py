"""Every check of a change, listed by hand, in the order they run: may they, does it only grow, is it as filed.

To add one: its class in the file of what it is about, its line in `CHANGE_CHECKS`.
"""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.checks.change import filed, growth, redaction, scope
from integrity_cli.checks.change.base import ChangeCheck
from integrity_cli.checks.change.landing import KINDS as LANDING_KINDS
from integrity_cli.checks.change.landing import told_of
from integrity_cli.checks.privacy import PERSONAL, PlaceOfAPicture
from integrity_cli.domain.diagnostic import Diagnostic, Kind
from integrity_cli.reading.change import Change

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
)

CHANGE_KINDS: tuple[Kind, ...] = (*(check.kind for check in CHANGE_CHECKS), *LANDING_KINDS)
"""Every kind of finding that is about a change, and not about a campaign."""


COVERED = {check.kind.code: check.covers for check in CHANGE_CHECKS if check.covers}
"""Which codes on the campaign that would land a code of a change speaks for as well, in the same file."""


def of_change(change: Change) -> Iterator[Diagnostic]:
    """The findings that are about the change itself."""
    for one in CHANGE_CHECKS:
        yield from one().look(change)
    yield from _on_the_way(change)


def _on_the_way(change: Change) -> Iterator[Diagnostic]:
    """What is personal in messages, in the branch's name, and in files that only passed through a commit."""
    for one in PERSONAL:
        yield from one().among(change.after, change.passing.found)
    for path in dict.fromkeys(change.passing.places):
        yield PlaceOfAPicture.kind.at(path)


__all__ = ["CHANGE_CHECKS", "CHANGE_KINDS", "COVERED", "of_change", "told_of"]
