"""What facts come to for one unit: each is measured once, with the items it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from integrity_cli.domain.decisions import NotApplicableDecision
from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.record import values_at
from integrity_cli.domain.scalars import parse_date, parse_number, parse_text, parse_yes_no
from integrity_cli.rubric.facts import DUTY, Fact, resolved, source_of
from integrity_cli.rubric.measures import MEASURES, Item, Span, Value
from integrity_cli.rubric.sources_of_facts import Context, Source, Stated, Supported

FIGURE_FORMS: dict[str, Callable[[str], Any]] = {
    "number": parse_number,
    "date": parse_date,
    "yes_no": parse_yes_no,
    "choice": parse_text,
}


@dataclass(frozen=True, slots=True)
class Measured:
    """A fact's answer for one unit: the value, the items it rests on, and the fact itself."""

    fact: Fact
    value: Value
    items: tuple[Item, ...]

    @property
    def stated_by(self) -> str:
        """Who would state such a fact, when there is none on record."""
        office = ("unit", "filing", "survey", "finding", "office")
        if any(getattr(self.fact, name) for name in office):
            return "office"
        return "reviewer" if self.fact.sheets else "unit"

    @property
    def number(self) -> Fraction:
        """The value as a number; a day or nothing counts as 0."""
        return self.value if isinstance(self.value, Fraction) else Fraction(0)

    @property
    def holds(self) -> bool:
        """Whether the condition that the fact states is met; where nothing could be measured, it is not."""
        return self.value is not None and all(_COMPARE[sign](self.number, bound) for sign, bound in self.bounds)

    @property
    def bounds(self) -> tuple[tuple[str, Fraction], ...]:
        """The signs and bounds of the condition; at least 1 where none is stated."""
        stated = tuple(
            (sign, Fraction(bound))
            for sign, bound in (("≥", self.fact.at_least), ("≤", self.fact.at_most), ("=", self.fact.equals))
            if bound is not None
        )
        return stated or (("≥", Fraction(1)),)


_COMPARE: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "≥": lambda value, bound: value >= bound,
    "≤": lambda value, bound: value <= bound,
    "=": lambda value, bound: value == bound,
}


class Facts:
    """Answers facts for one unit; each is measured once.

    `named` are the facts that the rubric declares, `figures` the forms of the figures it declares,
    `rules` the rules of every requirement by duty, for `coverage`.
    """

    def __init__(
        self,
        dossier: Dossier,
        named: Mapping[str, Fact],
        figures: Mapping[str, str] | None = None,
        rules: Iterable[tuple[str, str, tuple[Fact, ...]]] = (),
    ) -> None:
        self.dossier = dossier
        self._named = named
        self._figures = figures or {}
        self._rules = tuple(rules)
        self._answers: dict[int, tuple[Fact, Measured]] = {}
        self._context = Context(dossier, self._stated, self._supported)

    def resolve(self, fact: Fact) -> Fact:
        """A reference by name becomes the fact it names, keeping the reference's own condition."""
        return resolved(fact, self._named)

    def measure(self, fact: Fact) -> Measured:
        """The value of a fact and the items it rests on. The rubric's own checks must have passed."""
        if id(fact) not in self._answers:
            # The fact is kept beside its answer, so that its id stays its own.
            self._answers[id(fact)] = (fact, self._measured(self.resolve(fact)))
        return self._answers[id(fact)][1]

    def supported(self) -> frozenset[str]:
        """The requirements that rest on facts of which at least one holds something."""
        found = (item for duty in DUTY.values for item in self._supported(duty))
        return frozenset(item.label for item in found if item.record.supported)

    def span(self, window: str | None) -> Span | None:
        """First and last day of a window of the campaign."""
        return self.dossier.terms.span(window) if window else None

    def _measured(self, fact: Fact) -> Measured:
        source, chosen = source_of(fact) or _no_source(fact)
        span = self.span(fact.within)
        items = tuple(
            item
            for item in source.items(self._context, chosen)
            if (span is None or (item.day is not None and span[0] <= item.day <= span[1]))
            and all(
                test.holds(values_at(item.record, name), self.span(test.window))
                for name, test in (fact.where or {}).items()
            )
        )
        measure = MEASURES[fact.measure.name]
        items = tuple(sorted(measure.rests_on(items), key=lambda item: item.label)) if source.has_days else items
        return Measured(fact, measure.run(items, fact.measure.field, span), items)

    def _stated(self, name: str) -> Iterator[Item]:
        """A figure as the self-report or a decision states it, read in its declared form."""
        report, decisions = self.dossier.self_report, self.dossier.decisions
        for file, stated_by, figures in (
            ("self_report.yaml", "unit", report.figures if report else ()),
            ("decisions", "office", decisions.figures if decisions else ()),
        ):
            for figure in figures:
                if figure.figure == name:
                    value = FIGURE_FORMS[self._figures[name]](figure.value)
                    yield Item(f"{file}:{name}", Stated.model_construct(value=value), None, stated_by)

    def _supported(self, duty: str) -> Iterator[Item]:
        """Every requirement of a duty whose rules rest on facts, and whether one of them holds anything."""
        decided = self.dossier.decisions.not_applicable if self.dossier.decisions else ()
        aside = {one.requirement for one in decisions_on_whole(decided)}
        for requirement, its_duty, stated in self._rules:
            # What rests on coverage itself is no support: it would ask for its own answer.
            facts = tuple(fact for fact in stated if self.resolve(fact).coverage is None)
            if its_duty == duty and facts and requirement not in aside:
                supported = any(self.measure(fact).items for fact in facts)
                record = Supported.model_construct(requirement=requirement, supported=supported)
                yield Item(requirement, record, None, "unit")


def decisions_on_whole(decided: Iterable[NotApplicableDecision]) -> Iterator[NotApplicableDecision]:
    """The decisions by which a whole requirement does not apply."""
    return (one for one in decided if one.confirmed and one.part is None)


def _no_source(fact: Fact) -> tuple[Source, Any]:
    raise ValueError(f"a fact without a source reached the score: {fact!r}")
