"""A change: two campaigns, what lies between them, and what its commits say, in the light of who hands it in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from integrity_cli.domain.office import Redaction, Redactions
from integrity_cli.reading import layout
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.loader import load, read_record
from integrity_cli.reading.passing import of_concern, personal_on_the_way
from integrity_cli.reading.personal import Personal
from integrity_cli.reading.scope import Scope, scope_of
from integrity_cli.sources import Changed, Landing, Restored, Source, Unreadable
from integrity_cli.sources.landing import ORDINARY

REDACTIONS = "records/office/redactions.yaml"
SNAPSHOTS = "records/office/snapshots.yaml"


@dataclass(frozen=True)
class Change:
    """What one or several accounts hand in together; each of them must be allowed to.

    `after` is the campaign as it would land, but with every file that they may not change as `before` has it:
    what is refused has no say in what else is found. `scopes` say who may change what; None where the base has no
    readable register and team, and nobody may change anything. `redacted` are the redactions that the change adds;
    `stood_at` the commits that the base once stood at, known where the change touches the snapshots.
    """

    actors: tuple[str, ...]
    before: Campaign
    after: Campaign
    scopes: tuple[Scope, ...] | None
    changed: tuple[Changed, ...]
    refused: frozenset[str]
    redacted: tuple[Redaction, ...]
    passing: Personal
    stood_at: frozenset[str] | None = None

    @property
    def is_by_office(self) -> bool:
        """Whether every account is one of the office's."""
        return bool(self.scopes) and all(scope.is_office for scope in self.scopes or ())

    @property
    def paths(self) -> frozenset[str]:
        """Every path that differs."""
        return frozenset(one.path for one in self.changed)


def change_of(landing: Landing, actors: tuple[str, ...], branch: str) -> Change:
    """The change that would land, as these accounts hand it in from a branch; its name may be empty."""
    change = change_between(landing.base, landing.tree, landing.changed, actors)
    refused = {one.path: landing.brought(one) for one in change.changed if one.path in change.refused}
    held = of_concern(landing.passing, is_by_office=change.is_by_office)
    held[landing.head_commit] = {
        **held.get(landing.head_commit, {}),
        **{path: content for path, content in refused.items() if content is not None},
    }
    ref = f"refs/heads/{branch}" if branch else ""
    return replace(
        change,
        passing=personal_on_the_way(landing.commits, ref, held, change.after.personal),
        stood_at=landing.where_the_base_stood() if SNAPSHOTS in change.paths - change.refused else None,
    )


def change_between(before: Source, after: Source, changed: tuple[Changed, ...], actors: tuple[str, ...]) -> Change:
    """The change from one source to another, without what only its commits say."""
    base = load(before)
    scopes = None
    if base.register is not None and base.team is not None:
        scopes = tuple(scope_of(actor, base.register, base.team) for actor in actors)
    redacted = tuple(_added_redactions(base, after, changed, scopes or ()))
    refused = frozenset(one.path for one in changed if not _is_permitted(one, scopes, redacted))
    landed = load(Restored(after, before, refused))
    return Change(actors, base, landed, scopes, changed, refused, redacted, Personal((), (), ()))


def _is_permitted(one: Changed, scopes: tuple[Scope, ...] | None, redacted: tuple[Redaction, ...]) -> bool:
    if not scopes or one.after not in {None, ORDINARY}:
        return False
    if all(scope.may_change(one.path) for scope in scopes):
        return True
    # What the office takes out of a file that others write, it enters in its own.
    return all(scope.is_office for scope in scopes) and any(one.path == each.path for each in redacted)


def _added_redactions(
    base: Campaign, after: Source, changed: tuple[Changed, ...], scopes: tuple[Scope, ...]
) -> Iterator[Redaction]:
    """What the landing record of redactions holds beyond the base's, where these accounts may write it."""
    if any(one.path == REDACTIONS for one in changed) and all(scope.may_change(REDACTIONS) for scope in scopes):
        try:
            record, _ = read_record(REDACTIONS, after.read(REDACTIONS), Redactions)
        except (KeyError, Unreadable):
            return  # told by reading
        earlier = base.redactions.redactions if base.redactions else ()
        yield from (one for one in (record.redactions if record else ()) if one not in earlier)


def unit_of_change(path: str) -> str | None:
    """The unit that a changed file is about: whose folder it lies in, or whom it judges."""
    return layout.unit_of(path) or layout.judged_unit_of(path)
