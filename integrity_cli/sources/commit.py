"""The files of one Git commit, read without a checkout: the only place that starts another program."""

from __future__ import annotations

import os
import subprocess
from functools import cached_property
from pathlib import Path

from integrity_cli.sources.base import Unreadable, belongs

_SECONDS = 60
_REGULAR = {"100644", "100755"}
# A repository may carry settings that run programs; none of them is to have a say.
_DEFENSIVE = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false")


class GitProblem(Exception):
    """Git is missing, took too long, or refused; the argument is what it said."""


def run_git(root: Path, *arguments: str, stdin: bytes | None = None) -> bytes:
    """What one Git command prints. Raises `GitProblem`."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_TERMINAL_PROMPT": "0", "GIT_CONFIG_NOSYSTEM": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", *_DEFENSIVE, "-C", str(root), *arguments],
            input=stdin if stdin is not None else b"",
            capture_output=True,
            env=environment,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise GitProblem("git is not installed") from None
    except subprocess.TimeoutExpired:
        raise GitProblem(f"git {arguments[0]} took more than {_SECONDS} s") from None
    if done.returncode != 0:
        raise GitProblem(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout


class Commit:
    """One commit of a repository: one `git ls-tree` for the list, one `git cat-file --batch` for the bytes."""

    def __init__(self, root: Path, revision: str) -> None:
        self.root = root
        named = run_git(root, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
        self.id = named.decode("ascii").strip()

    def paths(self) -> tuple[str, ...]:
        return tuple(sorted(self._blobs))

    def read(self, path: str) -> bytes:
        mode, blob = self._blobs[path]
        if mode not in _REGULAR:
            raise Unreadable("symlink" if mode == "120000" else "submodule")
        return self._contents[blob]

    @cached_property
    def _blobs(self) -> dict[str, tuple[str, str]]:
        listing = run_git(self.root, "ls-tree", "-r", "-z", "--full-tree", self.id)
        blobs = {}
        for line in listing.split(b"\0")[:-1]:
            described, name = line.split(b"\t", 1)
            mode, _, blob = described.decode("ascii").split()
            path = name.decode("utf-8", "surrogateescape")
            if belongs(path):
                blobs[path] = (mode, blob)
        return blobs

    @cached_property
    def _contents(self) -> dict[str, bytes]:
        wanted = sorted({blob for mode, blob in self._blobs.values() if mode in _REGULAR})
        answer = run_git(self.root, "cat-file", "--batch", stdin="".join(f"{blob}\n" for blob in wanted).encode())
        contents, start = {}, 0
        for blob in wanted:
            header_end = answer.index(b"\n", start)
            size = int(answer[start:header_end].split()[2])
            contents[blob] = answer[header_end + 1 : header_end + 1 + size]
            start = header_end + 1 + size + 1
        return contents
