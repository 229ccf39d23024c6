"""Who may change which file: what the register and the team of the office say of one account."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from integrity_cli.domain.office import Register, Team
from integrity_cli.reading import layout


class Seat(NamedTuple):
    """One reviewer's place: a code, and the units that it may write of."""

    code: str
    units: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scope:
    """What one account may change: folders of units, review files of its own, and what is the office's."""

    account: str
    units: frozenset[str] = frozenset()
    seats: tuple[Seat, ...] = ()
    is_office: bool = False

    @property
    def is_known(self) -> bool:
        """Whether the office has named the account at all."""
        return bool(self.units or self.seats or self.is_office)

    def may_change(self, path: str) -> bool:
        """Whether a file is for this account to change."""
        if unit := writing_unit_of(path):
            return unit in self.units
        if placed := review_at(path):
            return any(placed.reviewer == seat.code and placed.unit in seat.units for seat in self.seats)
        return self.is_office


def scope_of(account: str, register: Register, team: Team) -> Scope:
    """The scope of an account; forges tell accounts apart without regard to capital letters."""
    return Scope(
        account,
        units=frozenset(unit.id for unit in register.units if _among(account, unit.accounts)),
        seats=tuple(
            Seat(one.code, frozenset(one.reviews) - frozenset(one.conflicts))
            for one in team.reviewers
            if _among(account, one.accounts)
        ),
        is_office=is_of_office(account, team),
    )


def is_of_office(account: str, team: Team) -> bool:
    """Whether an account is one of the office's."""
    return _among(account, team.office_accounts)


def writing_unit_of(path: str) -> str | None:
    """The unit whose accounts may write a file: that of its folder, unless Git or a forge would obey the file."""
    return None if any(step.lower().startswith(".git") for step in path.split("/")) else layout.unit_of(path)


def review_at(path: str) -> layout.Placed | None:
    """The place of a review, or None for any other file."""
    placed = layout.recognise(path)
    return placed if placed and placed.place.name == "review" else None


def _among(account: str, accounts: Iterable[str]) -> bool:
    return account.lower() in {one.lower() for one in accounts}
