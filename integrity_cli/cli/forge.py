"""What a forge says of the run it has started; `--ci` asks, and nothing else does."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

_SUMMARY_LIMIT = 1024 * 1024
"""In bytes; GitHub drops the summary of a step that is larger."""

_LEAST_ROOM = 1000
"""With less, not even the heading and the number of what was left out have a place."""


@dataclass(frozen=True, slots=True)
class Forge:
    """The format that a forge reads, the revision a change starts from, and the file of the step's summary."""

    format: str
    base: str | None = None
    summary: Path | None = None

    @property
    def summary_room(self) -> int | None:
        """How many bytes the summary may still take; other programs of the step may have written to it."""
        if self.summary is None:
            return None
        written = self.summary.stat().st_size if self.summary.is_file() else 0
        left = _SUMMARY_LIMIT - 1 - written
        return left if left >= _LEAST_ROOM else None


def forge() -> Forge:
    """The forge whose variables are set. Gitee and all others read the log as it is, so they get text."""
    if os.environ.get("GITLAB_CI"):
        return Forge("gitlab", os.environ.get("CI_MERGE_REQUEST_DIFF_BASE_SHA") or None)
    # Gitea and Forgejo set GitHub's variables beside their own, and show no annotations.
    if os.environ.get("GITEA_ACTIONS") or os.environ.get("FORGEJO_ACTIONS"):
        return Forge("concise", _base_branch(), _summary())
    if os.environ.get("GITHUB_ACTIONS"):
        return Forge("github", _base_branch(), _summary())
    return Forge("text")


def _base_branch() -> str | None:
    branch = os.environ.get("GITHUB_BASE_REF")
    return f"refs/remotes/origin/{branch}" if branch else None


def _summary() -> Path | None:
    named = os.environ.get("GITHUB_STEP_SUMMARY")
    return Path(named) if named else None
