"""Where bytes come from. Nothing above knows whether they stand in a folder, a commit or an overlay."""

from integrity_cli.sources.base import Source, Unreadable, manifest
from integrity_cli.sources.builtin import BUILTIN
from integrity_cli.sources.changes import Changes, Lines
from integrity_cli.sources.commit import Commit, GitProblem
from integrity_cli.sources.overlay import Overlay
from integrity_cli.sources.working_tree import WorkingTree

__all__ = [
    "BUILTIN",
    "Changes",
    "Commit",
    "GitProblem",
    "Lines",
    "Overlay",
    "Source",
    "Unreadable",
    "WorkingTree",
    "manifest",
]
