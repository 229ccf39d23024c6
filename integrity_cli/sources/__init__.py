"""Where bytes come from. Nothing above knows whether they stand in a folder, a commit or an overlay."""

from integrity_cli.sources.base import Source, Unreadable, manifest
from integrity_cli.sources.builtin import BUILTIN
from integrity_cli.sources.changes import Changes, Lines
from integrity_cli.sources.commit import Commit, Tree
from integrity_cli.sources.git import Git, GitProblem, TooShallow
from integrity_cli.sources.landing import Changed, Landing, NotLanding, Proposed
from integrity_cli.sources.overlay import Overlay, Restored
from integrity_cli.sources.protected import NotOnBranch, ProtectedBranch
from integrity_cli.sources.working_tree import WorkingTree

__all__ = [
    "BUILTIN",
    "Changed",
    "Changes",
    "Commit",
    "Git",
    "GitProblem",
    "Landing",
    "Lines",
    "NotLanding",
    "NotOnBranch",
    "Overlay",
    "Proposed",
    "ProtectedBranch",
    "Restored",
    "Source",
    "TooShallow",
    "Tree",
    "Unreadable",
    "WorkingTree",
    "manifest",
]
