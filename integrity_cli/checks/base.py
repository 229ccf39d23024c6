"""What a check is: a kind of finding, the records it needs, and a look at the campaign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route
from integrity_cli.reading.campaign import Campaign


class Check:
    """A check looks and never touches. One cause, one finding.

    Without the records it `needs` it says nothing; nor does it of a place of which a check that it `requires`
    has already spoken, because what that one found is the cause. What it `trusts` are codes, or the first letters
    of codes: where an error of these was found anywhere, it would measure with a bent ruler, and says nothing at all.
    """

    kind: ClassVar[Kind]
    needs: ClassVar[tuple[str, ...]] = ()
    requires: ClassVar[tuple[type[Check], ...]] = ()
    trusts: ClassVar[tuple[str, ...]] = ()

    def run(self, campaign: Campaign) -> Iterator[Diagnostic]:
        """The findings on a campaign, or none where a record that it needs is missing or unreadable."""
        if all(getattr(campaign, name) is not None for name in self.needs):
            yield from self.look(campaign)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        """The findings, given the records it needs."""
        raise NotImplementedError

    def at(self, path: str, *route: str | int, **facts: Any) -> Diagnostic:
        """A finding of this check's kind."""
        return self.kind.at(path, route, **facts)

    def at_key(self, path: str, route: Route, **facts: Any) -> Diagnostic:
        """A finding that points at the key, not the value."""
        return self.kind.at(path, route, key=True, **facts)
