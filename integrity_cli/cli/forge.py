"""What a forge says of the run it has started, where `--ci` asks; and what Git says to a hook of the push it holds."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

_SUMMARY_LIMIT = 1024 * 1024
"""In bytes; GitHub drops the summary of a step that is larger."""

_LEAST_ROOM = 1000
"""With less, not even the heading and the number of what was left out have a place."""


@dataclass(frozen=True, slots=True)
class Forge:
    """The format that a forge reads, what it says of the change it runs for, and the file of the step's summary.

    `base` is the revision that a change starts from, None where the run is for no change; `actors` are the accounts
    that hand it in, and `branch` is the name of theirs.
    """

    format: str
    base: str | None = None
    summary: Path | None = None
    actors: tuple[str, ...] = ()
    branch: str = ""

    @property
    def summary_room(self) -> int | None:
        """How many bytes the summary may still take; other programs of the step may have written to it."""
        if self.summary is None:
            return None
        written = self.summary.stat().st_size if self.summary.is_file() else 0
        left = _SUMMARY_LIMIT - 1 - written
        return left if left >= _LEAST_ROOM else None


def forge() -> Forge:
    """The forge whose variables are set; all others read the log as it is, so they get text."""
    if os.environ.get("GITLAB_CI"):
        return _gitlab()
    # Gitea and Forgejo set GitHub's variables beside their own, and show no annotations.
    if os.environ.get("GITEA_ACTIONS") or os.environ.get("FORGEJO_ACTIONS"):
        return _like_github("concise")
    if os.environ.get("GITHUB_ACTIONS"):
        return _like_github("github")
    if os.environ.get("giteeTargetBranch") and os.environ.get("giteePullRequestIid"):
        return _gitee_in_jenkins()
    if os.environ.get("GITEE_PULL_ID"):
        # Gitee Go tells who started the pipeline, which may be the office, and not whose the pull request is.
        return Forge("text", _remote(os.environ.get("GITEE_BRANCH")), branch=os.environ.get("GITEE_SOURCE_BRANCH", ""))
    return Forge("text")


def _like_github(format_: str) -> Forge:
    base = _remote(os.environ.get("GITHUB_BASE_REF"))
    return Forge(format_, base, _summary(), _github_actors() if base else (), os.environ.get("GITHUB_HEAD_REF", ""))


def _github_actors() -> tuple[str, ...]:
    """Whose pull request it is, and whose fork it comes from; who started the run may be anybody."""
    named = os.environ.get("GITHUB_EVENT_PATH")
    try:
        event = json.loads(Path(named).read_bytes()) if named else {}
        request = event["pull_request"]
        head, base = request["head"]["repo"], request["base"]["repo"]
        fork = [head["owner"]["login"]] if head["full_name"] != base["full_name"] else []
        return _accounts(request["user"]["login"], *fork)
    except (OSError, ValueError, KeyError, TypeError):
        return ()  # then `--actor` is asked for


def _gitlab() -> Forge:
    """A merge request from a fork is its owner's; GitLab names no author, and any member may start a run."""
    target = os.environ.get("CI_MERGE_REQUEST_TARGET_BRANCH_NAME")
    source = os.environ.get("CI_MERGE_REQUEST_SOURCE_PROJECT_PATH", "")
    is_fork = source != os.environ.get("CI_MERGE_REQUEST_PROJECT_PATH")
    actor = source.rpartition("/")[0] if is_fork else os.environ.get("GITLAB_USER_LOGIN", "")
    branch = os.environ.get("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "")
    return Forge("gitlab", _remote(target), None, _accounts(actor) if target else (), branch)


def _gitee_in_jenkins() -> Forge:
    """What Gitee's plugin for Jenkins tells: a pull request from a fork is its owner's."""
    source = os.environ.get("giteeSourceNamespace", "")
    is_fork = source != os.environ.get("giteeTargetNamespace")
    actors = _accounts(source) if is_fork else ()
    return Forge(
        "text", _remote(os.environ.get("giteeTargetBranch")), None, actors, os.environ.get("giteeSourceBranch", "")
    )


def _accounts(*named: str) -> tuple[str, ...]:
    """The accounts, each once; one that is not told is none at all."""
    return tuple(dict.fromkeys(named)) if all(named) else ()


def _remote(branch: str | None) -> str | None:
    return f"refs/remotes/origin/{branch}" if branch else None


def _summary() -> Path | None:
    named = os.environ.get("GITHUB_STEP_SUMMARY")
    return Path(named) if named else None


def quarantine(root: Path) -> tuple[Path, ...]:
    """Where Git keeps the objects of a push until it is taken in; names that are no full paths begin at the root."""
    named = (
        os.environ.get("GIT_QUARANTINE_PATH", ""),
        os.environ.get("GIT_OBJECT_DIRECTORY", ""),
        *_listed(os.environ.get("GIT_ALTERNATE_OBJECT_DIRECTORIES", "")),
    )
    folders = ((root / one).absolute() for one in named if one)
    return tuple(dict.fromkeys(folder for folder in folders if folder.is_dir()))


_ONE_OF_A_LIST = re.compile(rf'"((?:[^"\\]|\\.)*)"|([^{os.pathsep}]+)')
_ESCAPED = re.compile(rb"\\([0-7]{3}|.)")
_SPELT = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}


def _listed(folders: str) -> tuple[str, ...]:
    """The folders of a list as Git writes it: one that holds what parts them is quoted, as in C."""
    return tuple(_unquoted(quoted) if quoted else plain for quoted, plain in _ONE_OF_A_LIST.findall(folders))


def _unquoted(quoted: str) -> str:
    def meant(escape: re.Match[bytes]) -> bytes:
        said = escape[1]
        return bytes([int(said, 8)]) if len(said) > 1 else _SPELT.get(said, said)

    return os.fsdecode(_ESCAPED.sub(meant, os.fsencode(quoted)))
