"""`deduct`: points lost for what is found, each charge at its price, down to a floor."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from integrity_cli.domain.diagnostic import Route
from integrity_cli.domain.record import Record
from integrity_cli.domain.scalars import Points, PositivePoints
from integrity_cli.lang import Text, Words
from integrity_cli.rubric.answers import Facts, Measured
from integrity_cli.rubric.facts import Fact, FactRef
from integrity_cli.rubric.rules.base import Award, Rule, condition, quantity
from integrity_cli.rubric.words import condition_words, measured_words

_ONCE = Text("{condition}，扣 {lose} 分", "{lose} lost if {condition}")
_EACH = Text("{measured}每一件扣 {lose} 分", "{lose} lost for each of: {measured}")
_LADDER = Text("{measured}依次累计扣 {losses} 分", "{losses} lost in all for one, two and more of: {measured}")
_RANGE = Text(
    "{condition}，由考核组在 {least} 至 {most} 分之间酌情扣分",
    "if {condition}, reviewers take off between {least} and {most}",
)
_WORDS = Text("满分 {points} 分；{charges}；扣至 {floor} 分为止", "from {points} points: {charges}; down to {floor}")


class Charge(Record):
    """One price: once when a condition holds, for each one found, growing with repetition, or within a range.

    Exactly one of `once`, `each`, `ladder` and `range` names the fact; the price goes with it:
    `lose` for `once` and `each`, `losses` (what is lost in all at one, two … ) for `ladder`,
    `least`, `most` and `step` for `range`, which a reviewer chooses from.
    """

    once: Annotated[FactRef | None, Text("情形", "condition")] = None
    each: Annotated[FactRef | None, Text("每一件", "each of")] = None
    ladder: Annotated[FactRef | None, Text("递增", "growing with")] = None
    range: Annotated[FactRef | None, Text("酌情", "within a range")] = None
    lose: Annotated[PositivePoints | None, Text("扣分", "lost")] = None
    losses: Annotated[tuple[PositivePoints, ...], Text("累计扣分", "lost in all")] = ()
    least: Annotated[Points | None, Text("最少扣分", "least")] = None
    most: Annotated[PositivePoints | None, Text("最多扣分", "most")] = None
    step: Annotated[PositivePoints | None, Text("分值间隔", "step")] = None

    @property
    def facts(self) -> tuple[tuple[str, Fact], ...]:
        """The facts named, with their options; the rubric is refused unless there is exactly one."""
        named = ((name, getattr(self, name)) for name in ("once", "each", "ladder", "range"))
        return tuple((name, fact) for name, fact in named if fact is not None)

    @property
    def is_priced(self) -> bool:
        """Whether exactly the price that its kind needs is stated."""
        if len(self.facts) != 1:
            return False
        kind = self.facts[0][0]
        given = {
            name
            for name in ("lose", "losses", "least", "most")
            if getattr(self, name) is not None and getattr(self, name) != ()
        }
        if self.step is not None and kind != "range":
            return False
        needed = {"once": {"lose"}, "each": {"lose"}, "ladder": {"losses"}, "range": {"least", "most"}}[kind]
        return given == needed and (kind != "range" or (self.least or 0) <= (self.most or 0))

    @property
    def first_lost(self) -> Decimal:
        """What is lost when it is found once; the most of a range."""
        return self.losses[0] if self.losses else self.lose or self.most or Decimal(0)

    @property
    def most_lost(self) -> Decimal:
        """What is lost when a repetition costs no more; `each` never comes to that."""
        return self.losses[-1] if self.losses else self.first_lost


class Deduct(Rule):
    """A pool of points from which charges are taken. It never goes below its floor.

    Where a range applies, the reviewer's mark is what that one loss leaves; the certain losses come off it.
    """

    key, label, grows = "deduct", Text("扣分", "deduct"), False

    deduct: Annotated[tuple[Charge, ...], Text("扣分项", "charges")]
    floor: Annotated[Points, Text("扣至", "floor")] = Decimal("0.00")

    def facts(self) -> Iterator[tuple[Route, Fact]]:
        for number, charge in enumerate(self.deduct):
            for name, fact in charge.facts:
                yield ("deduct", number, name), fact

    def reachable(self, points: Decimal) -> Decimal:
        return max(points, self.floor)

    def lowest(self, points: Decimal) -> Decimal:
        """The floor, unless everything that can be charged leaves more than that; `each` has no end."""
        if any(charge.each is not None for charge in self.deduct):
            return self.floor
        return max(self.floor, points - sum(charge.most_lost for charge in self.deduct))

    def top(self) -> Route:
        return ("floor",)

    def allows(self, mark: Decimal, points: Decimal) -> bool:
        """A mark stands for the points left after the loss that the reviewer chose."""
        for charge in self.deduct:
            if charge.is_priced and charge.least is not None and charge.most is not None:
                lost, most = points - mark, min(charge.most, points - self.floor)
                steps = Fraction(lost - charge.least) / Fraction(charge.step) if charge.step else Fraction(0)
                if min(charge.least, most) <= lost <= most and (steps.denominator == 1 or lost == most):
                    return True
        return False

    def award(self, points: Decimal, facts: Facts) -> Award:
        lost, terms, rests_on, awaits = Fraction(0), [], [], False
        for charge in self.deduct:
            kind, fact = charge.facts[0]
            measured = facts.measure(fact)
            rests_on.append(measured)
            if kind == "range":
                awaits = awaits or measured.holds
                continue
            loss, term = self._loss(charge, kind, measured)
            lost += loss
            terms.append(term)
        if awaits:
            return Award(None, "", tuple(rests_on), awaits_mark=True, lost=lost, floor=Fraction(self.floor))
        earned = max(Fraction(self.floor), Fraction(points) - lost)
        taken = "".join(f" − {term}" for term in terms)
        return Award(earned, f"max({self.floor}, {points}{taken})", tuple(rests_on))

    def words(self, points: Decimal, facts: Facts) -> Words:
        charges = tuple(self._charge_words(charge, facts) for charge in self.deduct)
        return _WORDS.of(points=points, charges=charges, floor=self.floor)

    def _loss(self, charge: Charge, kind: str, measured: Measured) -> tuple[Fraction, str]:
        if kind == "ladder":
            found = int(measured.number)
            lose = charge.losses[min(found, len(charge.losses)) - 1] if found > 0 else Decimal("0.00")
            return Fraction(lose), f"{lose} × [{quantity(measured)} ≥ {max(1, min(found, len(charge.losses)))}]"
        lose = charge.lose or Decimal(0)
        if kind == "each" and measured.number < 0:
            return Fraction(0), f"{lose} × 0"
        if kind == "each":
            return Fraction(lose) * measured.number, f"{lose} × {quantity(measured)}"
        if measured.value is None:
            return Fraction(0), f"{lose} × 0"
        return Fraction(lose) * measured.holds, f"{lose} × {condition(measured)}"

    def _charge_words(self, charge: Charge, facts: Facts) -> Words:
        kind, fact = charge.facts[0]
        measured = facts.measure(fact)
        if kind == "each":
            return _EACH.of(measured=measured_words(measured.fact, facts.dossier.terms), lose=charge.lose)
        if kind == "ladder":
            return _LADDER.of(measured=measured_words(measured.fact, facts.dossier.terms), losses=charge.losses)
        condition = condition_words(measured.fact, measured.bounds, facts.dossier.terms)
        if kind == "range":
            return _RANGE.of(condition=condition, least=charge.least, most=charge.most)
        return _ONCE.of(condition=condition, lose=charge.lose)
