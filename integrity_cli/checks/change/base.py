"""What a check of a change is: it looks at both campaigns, and at who hands the change in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from integrity_cli.domain.diagnostic import Diagnostic, Kind
from integrity_cli.reading.change import Change


class ChangeCheck:
    """A check of a change. It looks and never touches; its findings point into the tree that would land.

    What it finds in a file `covers` findings of these codes on the campaign that would land: one cause, one finding.
    """

    kind: ClassVar[Kind]
    covers: ClassVar[tuple[str, ...]] = ()

    def look(self, change: Change) -> Iterator[Diagnostic]:
        """The findings on a change."""
        raise NotImplementedError

    def at(self, path: str, *route: str | int, **facts: Any) -> Diagnostic:
        """A finding of this check's kind."""
        return self.kind.at(path, route, **facts)
