"""Changes in real repositories: a campaign on `main`, and a branch `work` that hands something in.

A folder of `examples/changes/` is a change to the small campaign. Below `main/` lie the files that its base has
otherwise, below `work/` those that the branch changes, below `later/` what has come into the base since.
`change.json` names the accounts, the files that go (`removed`), modes, files of so many MB (`large`), and what is odd
about the history (`history`). With `push` it is no pull request but a push to that branch of a plain server.
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from integrity_cli.checks.change.pushes import MOST_REFS
from integrity_cli.lang import Lang
from integrity_cli.sources import Proposed, Source, WorkingTree
from integrity_cli.sources.landing import MOST_COMMITS
from integrity_cli.sources.pushed import BRANCHES, Receiving, Update
from integrity_cli.tasks.outcome import Manner, Outcome
from integrity_cli.tasks.receive import Push, receive
from integrity_cli.tasks.validate import HandedIn, validate_change

EXAMPLES = Path(__file__).parent.parent / "examples"
SMALL = WorkingTree(EXAMPLES / "clean" / "small")

_IDENTITY = {
    "GIT_AUTHOR_NAME": "unit", "GIT_AUTHOR_EMAIL": "unit@example.org", "GIT_COMMITTER_NAME": "unit",
    "GIT_COMMITTER_EMAIL": "unit@example.org", "GIT_AUTHOR_DATE": "@1417651200 +0800",
    "GIT_COMMITTER_DATE": "@1417651200 +0800", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull,
}  # fmt: skip
"""Who commits, and when: the same on every machine, so that ids are the same."""


def git(root: Path, *arguments: str, stdin: bytes = b"", otherwise: Mapping[str, str] | None = None) -> str:
    """What a Git command prints in a repository of the test's own."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", *arguments],
        cwd=root,
        env={**outside, **_IDENTITY, **(otherwise or {})},
        input=stdin,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, f"git {' '.join(arguments)}: {done.stderr.decode('utf-8', 'replace')}"
    return done.stdout.decode("utf-8", "replace").strip()


@dataclass(frozen=True)
class Repository:
    """A repository in a folder, with an open branch."""

    root: Path

    def write(self, files: Mapping[str, bytes | str | None]) -> None:
        """Lays files into the folder, and takes away those that are None."""
        for path, content in files.items():
            place = self.root / path
            if content is None:
                place.unlink()
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    def commit(self, message: str = "改动", otherwise: Mapping[str, str] | None = None) -> str:
        """Commits everything in the folder; the id of the commit."""
        git(self.root, "add", "-A")
        git(self.root, "commit", "-q", "--allow-empty", "-m", message, otherwise=otherwise)
        return git(self.root, "rev-parse", "HEAD")

    def branch(self, name: str) -> None:
        """Starts a branch where the repository stands."""
        git(self.root, "checkout", "-q", "-b", name)

    def switch(self, name: str) -> None:
        """Goes to a branch."""
        git(self.root, "checkout", "-q", name)

    def judged(
        self, *actors: str, base: str = "main", head: str = "work", branch: str = "", format_: str = "json"
    ) -> Outcome:
        """What `validate` says of the branch, handed in by accounts."""
        return judged(HandedIn(Proposed(self.root, base, head), actors, branch), Lang.EN, format_)


def repository_of(source: Source, root: Path) -> Repository:
    """A campaign as the one commit of a new repository, on the branch `main`."""
    root.mkdir(parents=True)
    git(root, "init", "-q", "-b", "main")
    git(root, "config", "core.autocrlf", "false")
    repository = Repository(root)
    repository.write({path: source.read(path) for path in source.paths()})
    repository.commit("活动")
    return repository


def judged(handed_in: HandedIn, lang: Lang, format_: str = "text") -> Outcome:
    """What `validate` says of a change at 80 columns."""
    return validate_change(handed_in, format_, Manner(lang, width=80, color=False))


def findings(outcome: Outcome) -> list[dict[str, Any]]:
    """The findings of a run in JSON."""
    found: list[dict[str, Any]] = json.loads(outcome.data)["findings"]
    return found


@dataclass(frozen=True)
class Recipe:
    """What `change.json` says of an example."""

    actors: tuple[str, ...]
    removed: tuple[str, ...] = ()
    modes: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    large: Mapping[str, int] = field(default_factory=dict)
    history: str = "plain"
    push: str = ""


def recipe_of(folder: Path) -> Recipe:
    """The recipe of an example."""
    return Recipe(**json.loads((folder / "change.json").read_text(encoding="utf-8")))


def is_push(folder: Path) -> bool:
    """Whether an example is a push to a server."""
    return (folder / "change.json").is_file() and bool(recipe_of(folder).push)


def files_below(folder: Path, part: str) -> Iterator[tuple[str, bytes]]:
    """The files of one part of an example, by their paths in the campaign."""
    for file in sorted((folder / part).rglob("*")):
        if file.is_file():
            yield file.relative_to(folder / part).as_posix(), file.read_bytes()


def handed_in(folder: Path, otherwise: Mapping[str, bytes] | None = None) -> HandedIn:
    """The change of an example, with some of its files otherwise."""
    recipe = recipe_of(folder)
    here = Path(tempfile.mkdtemp(prefix="integrity-change-"))
    atexit.register(shutil.rmtree, here, ignore_errors=True)
    repository = repository_of(SMALL, here / "r")
    repository.write(dict(files_below(folder, "main")))
    git(repository.root, "add", "-A")
    git(repository.root, "commit", "-q", "--amend", "--no-edit")
    git(repository.root, "checkout", "-q", *(["--orphan"] if recipe.history == "orphan" else ["-b"]), "work")
    repository.write({**dict(files_below(folder, "work")), **dict.fromkeys(recipe.removed), **(otherwise or {})})
    for path, target in recipe.links.items():
        (repository.root / path).symlink_to(target)
    repository.write({path: bytes(megabytes * 1_000_000) for path, megabytes in recipe.large.items()})
    git(repository.root, "add", "-A")
    for path in recipe.modes:
        git(repository.root, "update-index", "--chmod=+x", path)
    git(repository.root, "commit", "-q", "--allow-empty", "-m", "改动")
    if recipe.history == "long":
        lengthen(repository)
    if (folder / "later").is_dir():
        git(repository.root, "checkout", "-q", "-f", "main")
        repository.write(dict(files_below(folder, "later")))
        repository.commit("后来")
    root, base, head = repository.root, "no-such-branch" if recipe.history == "no-base" else "main", "work"
    if recipe.history == "shallow":
        git(here, "clone", "-q", "--depth=1", "--no-single-branch", "--branch=work", root.as_uri(), "shallow")
        root, base, head = here / "shallow", "origin/main", "HEAD"
    return HandedIn(Proposed(root, base, head), tuple(recipe.actors))


def lengthen(repository: Repository) -> None:
    """More commits on the branch than a change may have."""
    commit = "commit refs/heads/work\ncommitter t <t@example.org> 0 +0000\ndata 1\nx\n"
    stream = commit + "from refs/heads/work^0\n" + commit * MOST_COMMITS
    git(repository.root, "checkout", "-q", "-f", "main")
    git(repository.root, "fast-import", "--quiet", "--force", stdin=stream.encode())


@cache
def judged_example(folder: Path, lang: Lang, format_: str = "text") -> Outcome:
    """What `validate` says of an example, or `receive` of a push; several tests look at the same answer."""
    change = _handed_in(folder)
    if is_push(folder):
        return receive(_push(folder, change), format_, Manner(lang, width=80, color=False))
    return judged(change, lang, format_)


def _push(folder: Path, change: HandedIn) -> Push:
    """The branch of an example pushed to a server that holds its base."""
    recipe, root = recipe_of(folder), change.proposed.root
    ref = f"{BRANCHES}{recipe.push}"
    stands = git(root, "for-each-ref", "--format=%(objectname)", ref) or None
    new = git(root, "rev-parse", change.proposed.head)
    updates = [Update(stands, new, ref)]
    if recipe.history == "late":
        updates = [Update(git(root, "rev-parse", f"{ref}~1"), new, ref)]
    if recipe.history == "first":
        git(root, "update-ref", "-d", ref)
        updates = [Update(None, new, ref)]
    if recipe.history == "many":
        updates = [Update(None, new, f"{ref}-{number}") for number in range(MOST_REFS + 1)]
    return Push(Receiving(root / ".git"), tuple(updates), *recipe.actors)


@cache
def _handed_in(folder: Path) -> HandedIn:
    return handed_in(folder)
