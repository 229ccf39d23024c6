"""What a change would come to: the tree that would land, what it alters, and what its commits say on the way."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from integrity_cli.sources.base import LARGEST, belongs
from integrity_cli.sources.commit import Tree, read_blobs
from integrity_cli.sources.git import MOST_LISTED, Git, GitProblem, SaysTooMuch, apart

ORDINARY = "100644"
"""The mode of an ordinary file, as Git writes it."""

MOST_COMMITS = 1000
MOST_BYTES = 200_000_000
"""More than any honest change has: commits, and bytes of files that it brings."""

_NOTHING = {"000000", "0" * 40, "0" * 64}
_FILES = {ORDINARY, "100755"}
_WITH_TEXT = {*_FILES, "120000"}


class NotLanding(Exception):
    """A change that cannot land.

    `reason` is git, no_base, no_head, shallow, unrelated, conflict, too_much or too_large.
    """

    def __init__(self, reason: str, told: str = "", paths: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.told = told
        self.paths = paths


@dataclass(frozen=True, slots=True)
class Changed:
    """One file that differs between two trees: its mode and its blob on either side, None where it is not there."""

    path: str
    before: str | None
    after: str | None
    blob: str | None


class CommitSaid(NamedTuple):
    """The id of a commit, its message, and whom it names as its author and committer: anybody can write anything."""

    id: str
    message: str
    by: str


@dataclass(frozen=True)
class Landing:
    """A change as a whole: the base, the head, the tree that would land, and every file that differs from the base.

    `passing` holds, by commit and path, the files of commits on the way that are not in the tree that would land:
    they enter the history all the same.
    """

    base: Tree
    head: Tree
    tree: Tree
    base_commit: str
    head_commit: str
    changed: tuple[Changed, ...]
    commits: tuple[CommitSaid, ...]
    passing: Mapping[str, Mapping[str, bytes]]

    def where_the_base_stood(self) -> frozenset[str]:
        """The commits that the base itself once stood at, by what it merged; not those that a merge brought along."""
        told = self.base.git.run("rev-list", "--first-parent", self.base_commit)
        return frozenset(told.decode("ascii").split())

    def brought(self, one: Changed) -> bytes | None:
        """The bytes of a changed file as they would land, of any file; None where it is no file, or a giant."""
        return self.tree.git.objects.get(one.blob) if one.blob and one.after in _FILES else None


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is handed in: the commits that lead from `base` to `head` in the repository that a folder lies in."""

    root: Path
    base: str
    head: str = "HEAD"

    @contextmanager
    def landing(self) -> Iterator[Landing]:
        """What would land, for as long as it is looked at. Raises `NotLanding`."""
        try:
            here = Git(self.root)
            named = {"no_base": self._id(here, self.base, "no_base"), "no_head": self._id(here, self.head, "no_head")}
            if here.line("rev-parse", "--is-shallow-repository") == "true":
                raise NotLanding("shallow")
            with apart(here) as git:
                yield landing_of(git, *(_commit(git, id_, reason) for reason, id_ in named.items()))
        except SaysTooMuch:
            raise NotLanding("too_much") from None
        except GitProblem as problem:
            raise NotLanding("git", str(problem)) from None

    def _id(self, git: Git, revision: str, reason: str) -> str:
        """The id that a name stands for; whether there is such a commit is asked where its objects are."""
        git.line("rev-parse", "--git-dir")  # whatever is wrong with the repository itself is no fault of the name
        try:
            return git.line("rev-parse", "--verify", "--quiet", "--end-of-options", revision)
        except GitProblem:
            raise NotLanding(reason, revision) from None


def _commit(git: Git, id_: str, reason: str) -> str:
    try:
        return git.commit(id_)
    except GitProblem:
        raise NotLanding(reason, id_) from None


def landing_of(git: Git, base: str, head: str) -> Landing:
    """What would land of two commits whose objects a repository apart has or borrows.

    Raises `NotLanding`, and `GitProblem` where Git itself fails.
    """
    commons = _commons(git, base, head)
    span = span_of(head, base)
    keep_within_bounds(git, span)
    tree = _merged(git, base, head, commons)
    changed = tuple(_changed(git, base, tree))
    on_the_way = files_on_the_way(git, span)
    lasting = {one.blob: one.path for one in changed if one.blob and one.after in _FILES}
    passing = {blob: path for files in on_the_way.values() for path, blob in files.items() if blob not in lasting}
    told = {blob for blob, path in lasting.items() if belongs(path)}
    read_within_bounds(git, passing | lasting, told)
    return Landing(
        base=Tree(git, base),
        head=Tree(git, head),
        tree=Tree(git, tree),
        base_commit=base,
        head_commit=head,
        changed=changed,
        commits=tuple(said_on_the_way(git, span)),
        passing={
            commit: {path: git.objects[blob] for path, blob in files.items() if blob in passing}
            for commit, files in on_the_way.items()
        },
    )


def keep_within_bounds(git: Git, span: bytes) -> None:
    """Raises `NotLanding` for more commits than a change may have, and `SaysTooMuch` for more files.

    A few trees that hold each other make thousands of millions of files. Listing them can be stopped; comparing them
    cannot, so that comes later.
    """
    if int(git.run("rev-list", "--count", "--stdin", stdin=span)) > MOST_COMMITS:
        raise NotLanding("too_much")
    trees = git.run("log", "--format=%T", "--stdin", stdin=span).decode("ascii").split()
    for tree in dict.fromkeys(trees):
        git.run("ls-tree", "-r", "-z", "--name-only", "--full-tree", tree, most=MOST_LISTED)


def span_of(head: str, *known: str) -> bytes:
    """The commits that lead to a head and to none of those known, as Git reads them from its standard input."""
    return "".join(f"{one}\n" for one in (head, *(f"^{one}" for one in known))).encode("ascii")


def _commons(git: Git, base: str, head: str) -> list[str]:
    """The commits from which both sides start."""
    code, common = git.answer("merge-base", "--all", base, head, good=(0, 1))
    if code == 1:
        raise NotLanding("unrelated")
    return common.decode("ascii").split()


def _merged(git: Git, base: str, head: str, commons: list[str]) -> str:
    """The tree of a merge; where one side only went on from the other, that side's."""
    if head in commons:
        return git.line("rev-parse", f"{base}^{{tree}}")
    if base in commons:
        return git.line("rev-parse", f"{head}^{{tree}}")
    code, merged = git.answer(
        "merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", base, head, good=(0, 1)
    )
    tree, *paths = merged.decode("utf-8", "surrogateescape").rstrip("\0").split("\0")
    if code == 1:
        raise NotLanding("conflict", paths=tuple(sorted(set(paths))))
    return tree


def _changed(git: Git, base: str, tree: str) -> Iterator[Changed]:
    raw = git.run(
        "diff-tree", "-r", "-z", "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff", base, tree, most=MOST_LISTED
    )
    pieces = iter(raw.decode("utf-8", "surrogateescape").split("\0")[:-1])
    for described, path in zip(pieces, pieces, strict=True):
        before, after, _, blob, _ = described.lstrip(":").split(" ")
        yield Changed(path, *(None if one in _NOTHING else one for one in (before, after, blob)))


def files_on_the_way(git: Git, span: bytes) -> dict[str, dict[str, str]]:
    """By commit, oldest first: the paths and blobs of the files that it brought, which none of its parents has so."""
    raw = git.run(
        "log", "--reverse", "-z", "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff", "-c", "--root",
        "--format=%x01%H", "--stdin", stdin=span, most=MOST_LISTED,
    )  # fmt: skip
    found: dict[str, dict[str, str]] = {}
    commit = ""
    pieces = iter(raw.decode("utf-8", "surrogateescape").split("\0"))
    for piece in pieces:
        said = piece.lstrip("\n")
        if said.startswith("\x01"):
            commit = said[1:]
            found.setdefault(commit, {})
        elif said.startswith(":"):
            # One colon a parent: their modes and the file's own, then their blobs and its own.
            described = said.lstrip(":").split(" ")
            parents = len(said) - len(said.lstrip(":"))
            path = next(pieces)
            if described[parents] in _WITH_TEXT:
                found[commit][path] = described[2 * parents + 1]
    return found


def said_on_the_way(git: Git, span: bytes) -> Iterator[CommitSaid]:
    """What each commit says, oldest first."""
    raw = git.run(
        "log", "--reverse", "-z", "--encoding=UTF-8", "--format=%H%n%an <%ae>%n%cn <%ce>%n%B", "--stdin",
        stdin=span, most=MOST_LISTED,
    )  # fmt: skip
    for one in raw.decode("utf-8", "replace").split("\0"):
        if one:
            id_, author, committer, message = one.split("\n", 3)
            yield CommitSaid(id_, message.strip(), "\n".join(dict.fromkeys((author, committer))))


def read_within_bounds(git: Git, blobs: Mapping[str, str], told: Collection[str] = ()) -> None:
    """Reads files, by their blobs and paths, unless they are more than a change may bring. Raises `NotLanding`.

    A giant is not read at all; it is refused, unless it is among those of which something else tells.
    """
    asked = "".join(f"{blob}\n" for blob in sorted(blobs)).encode()
    sizes = {}
    for line in (
        git.run("cat-file", "--batch-check=%(objectname) %(objectsize)", stdin=asked).decode("ascii").splitlines()
    ):
        blob, size = line.split(" ", 1)
        if size == "missing":
            raise NotLanding("git", f"object {blob} is missing")
        sizes[blob] = int(size)
    giants = {blob for blob, size in sizes.items() if size > LARGEST}
    if untold := giants.difference(told):
        raise NotLanding("too_large", paths=tuple(sorted(blobs[blob] for blob in untold)))
    if sum(sizes.values()) > MOST_BYTES:
        raise NotLanding("too_much")
    read_blobs(git, sizes.keys() - giants)
