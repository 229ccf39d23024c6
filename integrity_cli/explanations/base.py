"""What the page of one code says beyond its message."""

from __future__ import annotations

from dataclasses import dataclass

from integrity_cli.lang import Text


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a kind of finding exists, what it rests on, and the same lines wrong and right.

    `why` says in one to three sentences what would go wrong, and for whom, if it were let pass.
    `basis` names the clause, law or promise that it rests on.
    `wrong` and `right` are lines of a record, the same in both languages; a text where no line can show it.
    Put in place of `wrong` in the flagged example of the code, `right` leaves no finding: a test does just that.
    """

    why: Text
    basis: Text
    wrong: str | Text
    right: str | Text
