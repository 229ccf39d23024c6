"""The files of one Git commit or tree, read without a checkout."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from integrity_cli.sources.base import LARGEST, Source, Unreadable, belongs
from integrity_cli.sources.git import MOST_LISTED, Git, GitProblem

_REGULAR = {"100644", "100755"}
_NO_FILE = {"120000": "symlink", "160000": "submodule"}


class _Listed(NamedTuple):
    mode: str
    blob: str
    size: int


class Tree:
    """The files of a tree: one `git ls-tree` for the list, one `git cat-file --batch` for the bytes."""

    def __init__(self, git: Git, id_: str) -> None:
        self.git = git
        self.id = id_

    def paths(self) -> tuple[str, ...]:
        return tuple(sorted(self._listed))

    def read(self, path: str) -> bytes:
        mode, blob, size = self._listed[path]
        if mode not in _REGULAR:
            raise Unreadable(_NO_FILE[mode])
        if size > LARGEST:
            raise Unreadable("large")
        if blob not in self.git.objects:
            self._read_all()
        return self.git.objects[blob]

    def at(self, commit: str) -> Source:
        """The same campaign as another commit of the repository has it. Raises `GitProblem`."""
        return Tree(self.git, self.git.commit(commit))

    @cached_property
    def _listed(self) -> dict[str, _Listed]:
        # Paths count from the folder that Git is asked in: a campaign may lie below the top of its repository.
        listing = self.git.run("ls-tree", "-r", "-l", "-z", self.id, most=MOST_LISTED)
        listed = {}
        for line in listing.split(b"\0")[:-1]:
            described, name = line.split(b"\t", 1)
            mode, _, blob, size = described.decode("ascii").split()
            path = name.decode("utf-8", "surrogateescape")
            if belongs(path):
                listed[path] = _Listed(mode, blob, _size(size, blob))
        return listed

    def _read_all(self) -> None:
        wanted = {one.blob for one in self._listed.values() if one.mode in _REGULAR and one.size <= LARGEST}
        read_blobs(self.git, wanted - self.git.objects.keys())


def _size(listed: str, blob: str) -> int:
    """The size that Git lists. Raises `GitProblem` for an object that should be here and is not."""
    if listed == "BAD":
        raise GitProblem(f"object {blob} is missing")
    return 0 if listed == "-" else int(listed)


class Commit(Tree):
    """One commit of the repository that a folder lies in. Raises `GitProblem`."""

    def __init__(self, root: Path, revision: str) -> None:
        git = Git(root)
        super().__init__(git, git.commit(revision))


def read_blobs(git: Git, wanted: set[str]) -> None:
    """Reads blobs, all at once, into what a repository keeps of its objects."""
    blobs = sorted(wanted)
    answer = git.run("cat-file", "--batch", stdin="".join(f"{blob}\n" for blob in blobs).encode())
    start = 0
    for blob in blobs:
        header_end = answer.index(b"\n", start)
        size = int(answer[start:header_end].split()[2])
        git.objects[blob] = answer[header_end + 1 : header_end + 1 + size]
        start = header_end + 1 + size + 1
