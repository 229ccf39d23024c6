"""Git as a program that is asked: the only place that starts one, and no repository's settings have a say in it."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

SECONDS = 60
"""One question to Git may take so long."""

# A repository may carry settings that run programs or fetch what is missing; none of them is to have a say.
# So it may also belong to somebody else, as it does in the containers of many forges.
_DEFENSIVE = (
    *("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false"),
    *("-c", "safe.directory=*"),
)
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


class GitProblem(Exception):
    """Git is missing, took too long, or refused; the argument is what it said."""


class TooShallow(GitProblem):
    """A clone whose history was not fetched in full does not hold what was asked for."""


@dataclass(frozen=True, slots=True)
class Git:
    """One repository, asked in its folder. `objects` keeps what was read, by object id, for as long as this lives."""

    root: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    objects: dict[str, bytes] = field(default_factory=dict, repr=False)

    def run(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """What one command prints. Raises `GitProblem`."""
        return self.answer(*arguments, stdin=stdin, good=(0,))[1]

    def answer(self, *arguments: str, stdin: bytes = b"", good: Iterable[int]) -> tuple[int, bytes]:
        """The exit code, one of `good`, and what one command prints. Raises `GitProblem` for any other code."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        try:
            done = subprocess.run(
                ["git", *_DEFENSIVE, "-C", str(self.root), *arguments],
                input=stdin,
                capture_output=True,
                env={**environment, **_ENVIRONMENT, **self.settings},
                timeout=SECONDS,
                check=False,
            )
        except FileNotFoundError:
            raise GitProblem("git is not installed") from None
        except subprocess.TimeoutExpired:
            raise GitProblem(f"git {arguments[0]} took more than {SECONDS} s") from None
        if done.returncode not in good:
            raise GitProblem(done.stderr.decode("utf-8", "replace").strip())
        return done.returncode, done.stdout

    def line(self, *arguments: str) -> str:
        """The one line that a command prints. Raises `GitProblem`."""
        return self.run(*arguments).decode("utf-8", "replace").strip()

    def commit(self, revision: str) -> str:
        """The id of the commit that a revision names. Raises `GitProblem`, `TooShallow` where that may be why."""
        try:
            return self.line("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except GitProblem as problem:
            if self.is_shallow():
                raise TooShallow(*problem.args) from None
            raise

    def is_shallow(self) -> bool:
        """Whether this is a clone whose history was not fetched in full; no repository is none."""
        try:
            return self.line("rev-parse", "--is-shallow-repository") == "true"
        except GitProblem:
            return False


@contextmanager
def apart(git: Git, quarantine: Iterable[Path] = ()) -> Iterator[Git]:
    """A bare repository of its own that borrows the objects of another, and of folders beside it, for a while.

    What is made in it is not written into the other, and no merge driver, filter or attribute of the other runs.
    """
    there = Path(git.line("rev-parse", "--path-format=absolute", "--git-path", "objects"))
    shape = git.line("rev-parse", "--show-object-format")
    with tempfile.TemporaryDirectory(prefix="integrity-") as folder:
        bare = Path(folder)
        Git(bare).run("init", "--quiet", "--bare", "--template=", f"--object-format={shape}", ".")
        borrowed = "".join(f"{path}\n" for path in (*quarantine, there))
        (bare / "objects" / "info").mkdir(exist_ok=True)
        (bare / "objects" / "info" / "alternates").write_bytes(os.fsencode(borrowed))
        yield Git(bare, {"GIT_DIR": str(bare), "GIT_CONFIG_GLOBAL": os.devnull})
