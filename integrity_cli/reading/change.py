"""A change: two campaigns, what lies between them, and what its commits say, in the light of who hands it in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from integrity_cli.domain.office import Redaction, Redactions
from integrity_cli.lang import Text
from integrity_cli.privacy import find
from integrity_cli.reading import layout
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.loader import load, read_record
from integrity_cli.reading.personal import Found, Personal, bare, look_through
from integrity_cli.reading.scope import Scope, scope_of
from integrity_cli.sources import Changed, GitProblem, Landing, Restored, Source, Unreadable
from integrity_cli.sources.base import belongs
from integrity_cli.sources.landing import ORDINARY, CommitSaid

REDACTIONS = "records/office/redactions.yaml"

_MESSAGE = Text("提交说明", "the message of a commit")
_AUTHOR = Text("提交的署名", "the author of a commit")
_BRANCH = Text("分支名称", "the name of the branch")
_TRAILER = re.compile(r"^[A-Za-z-]+-by: .*$", re.MULTILINE)
_SHORT = 12


@dataclass(frozen=True)
class Change:
    """What one or several accounts hand in together; each of them must be allowed to.

    `after` is the campaign as it would land, but with every file that they may not change as `before` has it:
    what is refused has no say in what else is found. `law` says who may change what; None where the base has no
    readable register and team, and nobody may change anything. `redacted` are the redactions that the change adds.
    """

    actors: tuple[str, ...]
    before: Campaign
    after: Campaign
    scopes: tuple[Scope, ...] | None
    changed: tuple[Changed, ...]
    refused: frozenset[str]
    redacted: tuple[Redaction, ...]
    passing: Personal

    @property
    def is_by_office(self) -> bool:
        """Whether every account is one of the office's."""
        return bool(self.scopes) and all(scope.is_office for scope in self.scopes or ())

    @property
    def paths(self) -> frozenset[str]:
        """Every path that differs."""
        return frozenset(one.path for one in self.changed)

    def concerns(self, path: str) -> bool:
        """Whether a file on the way is looked into: those of the campaign, and whatever is not theirs to change."""
        return belongs(path) or not self.is_by_office


def change_of(landing: Landing, actors: tuple[str, ...], branch: str) -> Change:
    """The change that would land, as these accounts hand it in from a branch; its name may be empty."""
    change = change_between(landing.base, landing.tree, landing.changed, actors)
    refused = {one.path: landing.brought(one) for one in change.changed if one.path in change.refused}
    held = {
        id_: {path: files[path] for path in files if change.concerns(path)} for id_, files in landing.passing.items()
    }
    held.setdefault(landing.head_commit, {}).update(
        {path: content for path, content in refused.items() if content is not None}
    )
    known = {(one.sort, bare(one.said)) for one in change.after.personal.found}
    looked = {id_[:_SHORT]: look_through(_Held(files)) for id_, files in held.items()}
    found = (*_in_messages(landing.commits, branch), *_once(_on_the_way(looked), known))
    places = tuple(f"{id_}:{path}" for id_, personal in looked.items() for path in personal.places)
    return replace(change, passing=Personal(found, places, ()))


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


@dataclass(frozen=True, slots=True)
class _Held:
    """A source of a few files in memory."""

    files: Mapping[str, bytes]

    def paths(self) -> tuple[str, ...]:
        return tuple(sorted(self.files))

    def read(self, path: str) -> bytes:
        return self.files[path]

    def at(self, commit: str) -> Source:
        raise GitProblem(commit)


def _on_the_way(looked: Mapping[str, Personal]) -> Iterator[Found]:
    """What is personal in the files of commits, under the names that Git gives them: `commit:path`."""
    for id_, personal in looked.items():
        yield from (replace(one, path=f"{id_}:{one.path}") for one in personal.found)


def _once(found: Iterator[Found], known: set[tuple[str, str]]) -> Iterator[Found]:
    """Each datum where it comes first; what stands in the files that would land is told there."""
    for one in found:
        if (datum := (one.sort, bare(one.said))) not in known:
            known.add(datum)
            yield one


def _in_messages(commits: tuple[CommitSaid, ...], branch: str) -> Iterator[Found]:
    texts = [(f"refs/heads/{branch}", _BRANCH, branch)]
    for one in commits:
        # The mailbox in a trailer is that of an author, and stands in the commit all the same.
        texts.append((one.id[:_SHORT], _MESSAGE, _TRAILER.sub("", one.message)))
        texts.append((one.id[:_SHORT], _AUTHOR, one.by))
    for path, where, text in texts:
        for datum in find(text):
            if where is not _AUTHOR or datum.sort != "mailbox":
                yield Found(datum.sort, path, where, said=text[datum.start : datum.end])


def unit_of_change(path: str) -> str | None:
    """The unit that a changed file is about: whose folder it lies in, or whom it judges."""
    return layout.unit_of(path) or layout.judged_unit_of(path)
