"""The rubric and the templates that come with the program: the repository's own, or their copies in the wheel."""

from __future__ import annotations

from pathlib import Path

from integrity_cli.sources.working_tree import WorkingTree

_PACKAGE = Path(__file__).resolve().parent.parent
_SHIPPED = _PACKAGE / "builtin"

BUILTIN = WorkingTree(_SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent)
