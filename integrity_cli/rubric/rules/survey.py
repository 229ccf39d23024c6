"""`survey`: answers of a satisfaction survey, each worth a set part of the points."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from integrity_cli.domain.decisions import SatisfactionSurvey
from integrity_cli.domain.diagnostic import Route
from integrity_cli.domain.record import Record, label_of
from integrity_cli.domain.scalars import Points, PositiveCount
from integrity_cli.lang import Text, Words
from integrity_cli.rubric.answers import Facts
from integrity_cli.rubric.facts import FactRef
from integrity_cli.rubric.rules.base import Award, Rule
from integrity_cli.rubric.words import number

_WORTH = Text("{answer}计 {worth}", "{answer} counts {worth}")
_WORDS = Text(
    "满分 {points} 分乘以有效答卷的平均折算值（{answers}）；有效答卷不足 {least} 份的，不适用",
    "{points} points times the mean worth of the valid answers ({answers}); "
    "not applicable with fewer than {least} of them",
)


class Worth(Record):
    """What each answer is worth, from 0 to 1; the best of them is 1, or the rubric is refused."""

    satisfied: Annotated[Points, Text("满意", "satisfied")]
    fairly: Annotated[Points, Text("基本满意", "fairly satisfied")]
    dissatisfied: Annotated[Points, Text("不满意", "dissatisfied")]


class Survey(Rule):
    """The mean worth of the answers; too few of them and the row does not apply."""

    key, label, grows = "survey", Text("按测评得分", "survey"), False

    survey: Annotated[FactRef, Text("测评", "survey")]
    least: Annotated[PositiveCount, Text("最少有效份数", "least valid answers")]
    worth: Annotated[Worth, Text("折算值", "worth of each answer")]

    def reachable(self, points: Decimal) -> Decimal:
        return points * max(self._worths().values())

    def lowest(self, points: Decimal) -> Decimal:
        return points * min(self._worths().values())

    def top(self) -> Route:
        return ("worth", "satisfied")

    def award(self, points: Decimal, facts: Facts) -> Award:
        measured = facts.measure(self.survey)
        surveys = [item.record for item in measured.items if isinstance(item.record, SatisfactionSurvey)]
        answers = {name: sum(getattr(survey, name) for survey in surveys) for name in self._worths()}
        total = sum(answers.values())
        if total < self.least:
            return Award(None, "", (measured,))
        worth = {name: Fraction(value) for name, value in self._worths().items()}
        earned = Fraction(points) * sum(worth[name] * answers[name] for name in answers) / total
        terms = " + ".join(f"{number(worth[name])} × {answers[name]}" for name in answers)
        return Award(earned, f"{points} × ({terms}) ÷ {total}", (measured,))

    def words(self, points: Decimal, facts: Facts) -> Words:
        answers = tuple(
            _WORTH.of(answer=label_of(Worth, name), worth=number(Fraction(value)))
            for name, value in self._worths().items()
        )
        return _WORDS.of(points=points, answers=answers, least=self.least)

    def _worths(self) -> Mapping[str, Decimal]:
        return {name: getattr(self.worth, name) for name in Worth.model_fields}
