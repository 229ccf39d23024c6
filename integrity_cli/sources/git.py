"""Git as a program that is asked: the only place that starts one, and no repository's settings have a say in it."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

SECONDS = 60
"""One question to Git may take so long."""

MOST_LISTED = 64_000_000
"""More bytes than any honest list of files has; a few small trees that hold each other can list for ever."""

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


class SaysTooMuch(GitProblem):
    """Git was about to answer more than it was to."""


@dataclass(frozen=True, slots=True)
class Git:
    """One repository, asked in its folder. `objects` keeps what was read, by object id, for as long as this lives."""

    root: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    objects: dict[str, bytes] = field(default_factory=dict, repr=False)

    def run(self, *arguments: str, stdin: bytes = b"", most: int | None = None) -> bytes:
        """What one command prints. Raises `GitProblem`."""
        return self.answer(*arguments, stdin=stdin, good=(0,), most=most)[1]

    def answer(
        self, *arguments: str, stdin: bytes = b"", good: Iterable[int], most: int | None = None
    ) -> tuple[int, bytes]:
        """The exit code, one of `good`, and what one command prints. Raises `GitProblem` for any other code.

        With `most` it is stopped as soon as it has printed more bytes than that. Raises `SaysTooMuch`.
        """
        with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as complaint:
            asked.write(stdin)
            asked.seek(0)
            try:
                process = subprocess.Popen(
                    ["git", *_DEFENSIVE, "-C", str(self.root), *arguments],
                    stdin=asked, stdout=subprocess.PIPE, stderr=complaint, env=self._environment(),
                )  # fmt: skip
            except FileNotFoundError:
                raise GitProblem("git is not installed") from None
            said = _heard(process, arguments[0], most)
            if process.returncode not in good:
                complaint.seek(0)
                raise GitProblem(complaint.read().decode("utf-8", "replace").strip())
        return process.returncode, said

    def _environment(self) -> dict[str, str]:
        outside = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        return {**outside, **_ENVIRONMENT, **self.settings}

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


def _heard(process: subprocess.Popen[bytes], command: str, most: int | None) -> bytes:
    """What a command prints until it ends; it is ended where it takes too long or says too much."""
    late = threading.Event()

    def end() -> None:
        late.set()
        process.kill()

    clock = threading.Timer(SECONDS, end)
    clock.daemon = True
    clock.start()
    try:
        said = process.stdout.read(-1 if most is None else most + 1) if process.stdout else b""
        if most is not None and len(said) > most:
            raise SaysTooMuch(f"git {command} said more than {most} bytes")
        process.wait()
    finally:
        clock.cancel()
        if process.poll() is None:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()
    if late.is_set():
        raise GitProblem(f"git {command} took more than {SECONDS} s")
    return said


def received_at(root: Path) -> Git:
    """A repository without a working tree, whose folder is itself, as on a server; whose folder it is does not matter.

    Git has taken the push in by then, and nothing is looked for in the folders above.
    """
    return Git(root, {"GIT_DIR": str(root.absolute())})


@contextmanager
def apart(git: Git, quarantine: Iterable[Path] = ()) -> Iterator[Git]:
    """A bare repository of its own that borrows the objects of another, and of folders beside it, for a while.

    What is made in it is not written into the other, and no merge driver, filter or attribute of the other runs.
    """
    asked = ("--show-object-format", "--path-format=absolute", "--git-path", "objects")
    shape, there = git.line("rev-parse", *asked).split("\n", 1)
    with tempfile.TemporaryDirectory(prefix="integrity-") as folder:
        bare = Path(folder)
        Git(bare).run("init", "--quiet", "--bare", "--template=", f"--object-format={shape}", ".")
        borrowed = "".join(f"{path}\n" for path in (*quarantine, there))
        (bare / "objects" / "info").mkdir(exist_ok=True)
        (bare / "objects" / "info" / "alternates").write_bytes(os.fsencode(borrowed))
        yield Git(bare, {"GIT_DIR": str(bare), "GIT_CONFIG_GLOBAL": os.devnull})
