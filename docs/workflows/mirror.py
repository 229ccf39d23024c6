"""What is handed in, as data: a bare repository of our own, into which heads are fetched and nothing is checked out."""

from __future__ import annotations

import base64
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from forge_api import Problem


@dataclass(frozen=True)
class Mirror:
    """The repository: where it lies, what it is fetched from and with what secret, and how long Git may take."""

    folder: Path
    remote: str
    secret: Mapping[str, str]
    seconds: float

    def take(self, branch: str, number: int, ref: str) -> tuple[str, str]:
        """Fetches the branch and one head, and gives the ids of their commits. Raises `Problem`."""
        base, head = f"refs/integrity/base/{number}", f"refs/integrity/head/{number}"
        quiet = ("--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--force")
        wanted = (f"+refs/heads/{branch}:{base}", f"+{ref}:{head}")
        self.git("fetch", *quiet, "--", self.remote, *wanted, more=self.secret)
        return self.commit(base), self.commit(head)

    @contextmanager
    def apart(self, base: str, head: str, branch: str) -> Iterator[Path]:
        """A repository that borrows these objects and has one HEAD for as long as it is judged."""
        with tempfile.TemporaryDirectory(prefix="integrity-") as name:
            lent = Mirror(Path(name), "", {}, self.seconds)
            lent.make()
            borrowed = Path(name, "objects", "info", "alternates")
            borrowed.parent.mkdir(exist_ok=True)
            borrowed.write_bytes(os.fsencode(self.folder.resolve() / "objects") + b"\n")
            lent.git("update-ref", f"refs/remotes/origin/{branch}", base)
            lent.git("update-ref", "--no-deref", "HEAD", head)
            yield Path(name)

    def make(self) -> None:
        """Makes the repository, where there is none yet."""
        if not (self.folder / "HEAD").is_file():
            self.folder.mkdir(parents=True, exist_ok=True)
            self.git("init", "--quiet", "--bare", "--template=")

    def commit(self, name: str) -> str:
        """The id of the commit that a name stands for."""
        return self.git("rev-parse", "--verify", f"{name}^{{commit}}")

    def forget(self, still: Sequence[int]) -> None:
        """Lets go of the pull requests that are no longer open."""
        for name in self.git("for-each-ref", "--format=%(refname)", "refs/integrity").split():
            if name.rpartition("/")[2] not in map(str, still):
                self.git("update-ref", "-d", name)

    def git(self, *words: str, more: Mapping[str, str] | None = None) -> str:
        """One command of Git; no setting of the machine has a say in it. Raises `Problem`."""
        settings = ("core.hooksPath=/dev/null", "http.followRedirects=false", "transfer.fsckObjects=true", "gc.auto=0")
        command = ["git", *(word for one in settings for word in ("-c", one)), "-C", str(self.folder), *words]
        fixed = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
        mine = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment = {**mine, **fixed, **(more or {})}
        try:
            done = subprocess.run(
                command,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=self.seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise Problem(f"git {words[0]} 超过 {self.seconds:g} 秒", f"git {words[0]} took too long") from None
        if done.returncode:
            said = " ".join(done.stderr.decode("utf-8", "replace").split())
            raise Problem(f"git {words[0]} 没有成功", f"git {words[0]} failed: {said}")
        return done.stdout.decode("utf-8", "replace").strip()


def secret(remote: str, both: str) -> dict[str, str]:
    """The token for Git, by its environment alone, so that no list of processes shows it."""
    shown = base64.b64encode(both.encode()).decode()
    return {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"http.{remote}.extraHeader",
        "GIT_CONFIG_VALUE_0": f"Authorization: Basic {shown}",
    }
