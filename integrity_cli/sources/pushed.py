"""What a push would do to a repository: the refs it moves, and what it brings that no ref leads to yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from integrity_cli.sources.commit import Tree
from integrity_cli.sources.git import Git, GitProblem, SaysTooMuch, apart, received_at
from integrity_cli.sources.landing import (
    CommitSaid,
    Landing,
    NotLanding,
    files_on_the_way,
    keep_within_bounds,
    landing_of,
    read_within_bounds,
    said_on_the_way,
    span_of,
)

BRANCHES = "refs/heads/"
_LARGEST_TAG = 100_000


class Update(NamedTuple):
    """One ref that a push would move, from an object to another; None is no object: it would be made, or deleted."""

    old: str | None
    new: str | None
    ref: str

    @property
    def branch(self) -> str:
        """The name of the branch, or of any other ref in full."""
        return self.ref.removeprefix(BRANCHES)


@dataclass(frozen=True, slots=True)
class Brought:
    """What comes with a ref: commits that no ref of the repository leads to, what they say, and the files in them.

    `passing` holds the files by commit and path; `tip` is the tree that the ref would show.
    """

    head: str
    tip: Tree
    commits: tuple[CommitSaid, ...]
    passing: Mapping[str, Mapping[str, bytes]]

    @property
    def files(self) -> int:
        """How many files the commits bring, each once."""
        return len({path for files in self.passing.values() for path in files})


@dataclass(frozen=True, slots=True)
class Receiving:
    """A repository while a push is looked at: `quarantine` names the folders of the objects that are pushed."""

    root: Path
    quarantine: tuple[Path, ...] = ()

    @contextmanager
    def opened(self) -> Iterator[Opened]:
        """The repository, for as long as the push is looked at. Raises `NotLanding`."""
        try:
            here = received_at(self.root)
            if here.line("rev-parse", "--is-shallow-repository") == "true":
                raise NotLanding("shallow")
            listed = here.line("for-each-ref", "--format=%(objectname) %(refname)").splitlines()
            refs = {ref: id_ for id_, ref in (line.split(" ", 1) for line in listed)}
            with apart(here, self.quarantine) as git:
                yield Opened(git, refs)
        except GitProblem as problem:
            raise NotLanding("git", str(problem)) from None


@dataclass(frozen=True, slots=True)
class Opened:
    """The objects of a repository and of a push to it, and where its refs stand."""

    git: Git
    refs: Mapping[str, str]

    def tree(self, ref: str) -> Tree | None:
        """The files that a ref shows, if there is one."""
        return Tree(self.git, self.refs[ref]) if ref in self.refs else None

    def dropped(self, old: str, new: str) -> int:
        """How many commits a ref has that it would no longer lead to. Raises `NotLanding`."""
        return int(self.git.run("rev-list", "--count", "--stdin", stdin=span_of(old, self._commit(new))))

    def landing(self, old: str, new: str) -> Landing:
        """What would land where a push goes on from a commit. Raises `NotLanding`."""
        with _in_bounds():
            return landing_of(self.git, old, self._commit(new))

    def brought(self, new: str) -> Brought:
        """What comes with an object. Raises `NotLanding`."""
        self.git.objects.clear()  # of one ref at a time, so that many are no more than one
        with _in_bounds():
            tags = tuple(self._tags(new))
            head = self._commit(new)
            span = span_of(head, *sorted(set(self.refs.values())))
            keep_within_bounds(self.git, span)
            on_the_way = files_on_the_way(self.git, span)
            read_within_bounds(self.git, {blob: path for files in on_the_way.values() for path, blob in files.items()})
            commits = (*tags, *said_on_the_way(self.git, span))
        passing = {
            commit: {path: self.git.objects[blob] for path, blob in files.items()}
            for commit, files in on_the_way.items()
        }
        return Brought(head, Tree(self.git, head), commits, passing)

    def _commit(self, id_: str) -> str:
        try:
            return self.git.commit(id_)
        except GitProblem:
            raise NotLanding("no_head", id_) from None

    def _tags(self, id_: str) -> Iterator[CommitSaid]:
        """What the tag says that a ref would name; a tag of a tag leads to no commit that a ref is to have."""
        described = self.git.run("cat-file", "--batch-check=%(objecttype) %(objectsize)", stdin=id_.encode("ascii"))
        kind, size = described.decode("ascii").split()
        if kind != "tag":
            return
        if int(size) > _LARGEST_TAG:
            raise NotLanding("too_much")
        head, _, message = self.git.run("cat-file", "tag", id_).decode("utf-8", "replace").partition("\n\n")
        fields = dict(line.partition(" ")[::2] for line in head.split("\n"))
        if fields.get("type") != "commit":
            raise NotLanding("no_head", id_)
        yield CommitSaid(
            id_, f"{fields.get('tag', '')}\n\n{message}".strip(), fields.get("tagger", "").rpartition(" <")[0]
        )


@contextmanager
def _in_bounds() -> Iterator[None]:
    """Where Git is about to say too much, what it looks at is too much."""
    try:
        yield
    except SaysTooMuch:
        raise NotLanding("too_much") from None
