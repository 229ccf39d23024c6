"""`bands`: a ratio falls into one of several bands, each with its points; a band includes its lower end."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from integrity_cli.domain.diagnostic import Route
from integrity_cli.domain.record import Record
from integrity_cli.domain.scalars import Number, Points
from integrity_cli.lang import Text, Words
from integrity_cli.rubric.answers import Facts
from integrity_cli.rubric.facts import FactRef
from integrity_cli.rubric.rules.base import Award, Rule, quantity
from integrity_cli.rubric.rules.levels import earned_at_nothing, highest
from integrity_cli.rubric.rules.share import EMPTY, of_nothing
from integrity_cli.rubric.words import measured_words, number


class Band(Record):
    """A band begins where it says and ends where the next higher one begins."""

    at_least: Annotated[Number, Text("不低于", "at least")]
    earn: Annotated[Points, Text("得分", "earns")]


_BAND = Text("不低于 {from_} 得 {earn} 分", "{earn} points from {from_}")
_WORDS = Text(
    "{part}与{whole}之比：{bands}，再低不得分；分母为零的，{empty}",
    "{part} divided by {whole}: {bands}, none below; with a denominator of 0, {empty}",
)


class Bands(Rule):
    """Points by the band that a ratio falls into; below the lowest, none."""

    key, label, grows = "bands", Text("按区间得分", "bands"), False

    bands: Annotated[FactRef, Text("分子", "numerator")]
    among: Annotated[FactRef, Text("分母", "denominator")]
    steps: Annotated[tuple[Band, ...], Text("区间", "bands")]
    empty: Annotated[str, EMPTY, Text("分母为零", "when the denominator is 0")] = "not_applicable"

    def reachable(self, points: Decimal) -> Decimal:
        return max((band.earn for band in self.steps), default=Decimal(0))

    def lowest(self, points: Decimal) -> Decimal:
        return earned_at_nothing(self.steps)

    def top(self) -> Route:
        return highest(self.steps)

    def award(self, points: Decimal, facts: Facts) -> Award:
        part, whole = facts.measure(self.bands), facts.measure(self.among)
        if whole.number == 0:
            return of_nothing(self.empty, points, (part, whole))
        ratio = part.number / whole.number
        reached = max(
            (band for band in self.steps if ratio >= Fraction(band.at_least)),
            key=lambda band: band.at_least,
            default=None,
        )
        if reached is None:
            return Award(Fraction(0), f"{points} × 0", (part, whole))
        condition = f"[{quantity(part)} ÷ {quantity(whole)} ≥ {number(Fraction(reached.at_least))}]"
        return Award(Fraction(reached.earn), f"{reached.earn} × {condition}", (part, whole))

    def words(self, points: Decimal, facts: Facts) -> Words:
        return _WORDS.of(
            part=measured_words(facts.measure(self.bands).fact, facts.dossier.terms),
            whole=measured_words(facts.measure(self.among).fact, facts.dossier.terms),
            bands=tuple(_BAND.of(from_=number(Fraction(band.at_least)), earn=band.earn) for band in self.steps),
            empty=EMPTY.values[self.empty],
        )
