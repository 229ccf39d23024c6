"""`deadline`: all points up to the last day of a window, then a price for each day late."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from integrity_cli.domain.scalars import Line, OneOf, PositivePoints
from integrity_cli.lang import Text, Words
from integrity_cli.rubric.answers import Facts
from integrity_cli.rubric.facts import FactRef
from integrity_cli.rubric.rules.base import Award, Rule
from integrity_cli.rubric.words import measured_words

DAYS = OneOf(
    Text("日的算法", "kind of days"),
    {"calendar": Text("自然日", "calendar days"), "working": Text("工作日", "working days")},
)


_WORDS = Text(
    "{measured}不迟于{window}截止日得 {points} 分，每迟一日（{days}）扣 {lose} 分，扣完为止",
    "{points} points when the {measured} is no later than the end of {window}; each day late ({days}) "
    "costs {lose}, down to 0",
)


class Deadline(Rule):
    """Points for a day that is not too late. The window's last day counts in full; with no day at all, none."""

    key, label, grows = "deadline", Text("按时限得分", "deadline"), False

    deadline: Annotated[FactRef, Text("所计日期", "day measured")]
    by: Annotated[Line, Text("期间", "window whose last day is the deadline")]
    lose: Annotated[PositivePoints, Text("每迟一日扣分", "lost for each day late")]
    days: Annotated[str, DAYS, Text("日的算法", "kind of days")]

    def award(self, points: Decimal, facts: Facts) -> Award:
        measured = facts.measure(self.deadline)
        span = facts.dossier.terms.span(self.by)
        if not isinstance(measured.value, date) or span is None:
            return Award(Fraction(0), f"{points} × 0", (measured,))
        late = self._days_late(span[1], measured.value, facts)
        earned = max(Fraction(0), Fraction(points) - Fraction(self.lose) * late)
        return Award(earned, f"max(0, {points} − {self.lose} × {late})", (measured,))

    def words(self, points: Decimal, facts: Facts) -> Words:
        return _WORDS.of(
            measured=measured_words(facts.measure(self.deadline).fact, facts.dossier.terms),
            window=facts.dossier.terms.window_words(self.by),
            points=points,
            lose=self.lose,
            days=DAYS.values[self.days],
        )

    def _days_late(self, due: date, done: date, facts: Facts) -> int:
        calendar = facts.dossier.calendar
        if self.days == "working" and calendar is not None:
            return calendar.working_days_after(due, done)
        return max(0, (done - due).days)
