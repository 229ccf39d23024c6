"""What is personal on the way to a tree: in messages, in the name of a ref, in files that only passed through."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from integrity_cli.lang import Text
from integrity_cli.privacy import find
from integrity_cli.reading.gathered import Gathered
from integrity_cli.reading.personal import Found, Personal, bare, look_through
from integrity_cli.sources.base import belongs
from integrity_cli.sources.landing import CommitSaid

Held = dict[str, dict[str, bytes]]
"""The files of commits, by the ids of the commits and by path."""

_MESSAGE = Text("提交说明", "the message of a commit")
_AUTHOR = Text("提交的署名", "the author of a commit")
_BRANCH = Text("分支名称", "the name of the branch")
_TRAILER = re.compile(r"^[A-Za-z-]+-by: .*$", re.MULTILINE)
_SHORT = 12


def of_concern(passing: Mapping[str, Mapping[str, bytes]], *, is_by_office: bool) -> Held:
    """The files on the way that are looked into: those of the campaign, and whatever the office does not bring."""
    return {
        id_: {path: content for path, content in files.items() if belongs(path) or not is_by_office}
        for id_, files in passing.items()
    }


def personal_on_the_way(commits: tuple[CommitSaid, ...], ref: str, held: Held, known: Personal) -> Personal:
    """Each datum where it comes first, but those known: they stand in files that are looked through for themselves.

    Files of commits go by the names that Git gives them, `commit:path`.
    """
    data = {(one.sort, bare(one.said)) for one in known.found}
    found = [*_in_messages(commits, ref)]
    places: list[str] = []
    unread: list[tuple[str, Text]] = []
    for id_, files in held.items():
        personal = look_through(Gathered(files))
        found += _once((replace(one, path=_named(id_, one.path)) for one in personal.found), data)
        places += [_named(id_, path) for path in personal.places]
        unread += [(_named(id_, path), reason) for path, reason in personal.unread]
    return Personal(tuple(found), tuple(places), tuple(unread))


def _named(id_: str, path: str) -> str:
    return f"{id_[:_SHORT]}:{path}"


def _once(found: Iterator[Found], known: set[tuple[str, str]]) -> Iterator[Found]:
    for one in found:
        if (datum := (one.sort, bare(one.said))) not in known:
            known.add(datum)
            yield one


def _in_messages(commits: tuple[CommitSaid, ...], ref: str) -> Iterator[Found]:
    texts = [(ref, _BRANCH, ref.removeprefix("refs/heads/"))]
    for one in commits:
        # The mailbox in a trailer is that of an author, and stands in the commit all the same.
        texts.append((one.id[:_SHORT], _MESSAGE, _TRAILER.sub("", one.message)))
        texts.append((one.id[:_SHORT], _AUTHOR, one.by))
    for path, where, text in texts:
        for datum in find(text):
            if where is not _AUTHOR or datum.sort != "mailbox":
                yield Found(datum.sort, path, where, said=text[datum.start : datum.end])
