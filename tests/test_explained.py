"""What `score UNIT --explain ID` prints can be redone by a stranger: the arithmetic gives the points, row by row."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from fractions import Fraction

import pytest

from integrity_cli.lang import Lang
from integrity_cli.reading.loader import load
from integrity_cli.rendering.page import Page
from integrity_cli.rendering.score import explained as explain_text
from integrity_cli.tasks.outcome import CLEAN, Manner
from integrity_cli.tasks.score import Asked, score
from tests.tools import SAMPLE, sample_cards, scored_units

TOKEN = re.compile(r"\s*(\d+(?:\.\d+)?|min|max|floor|ceil|[+−×÷(),\[\]≥≤=])")
ROW = re.compile(r"^(\S+)  (—|\d+\.\d\d) / (\d+\.\d\d)(?:  |$)")
ARITHMETIC = re.compile(r"^  ([0-9max(].*) = (\d+\.\d\d)$")
CONVERSION = re.compile(r"^(?:折算：|conversion: )(.+) = (\d+\.\d\d)$")
CAMPAIGN = load(SAMPLE)
UNITS = scored_units()
CARDS = sample_cards()


class Reader:
    """Reads one printed expression: sums of products of numbers, functions and conditions in brackets."""

    def __init__(self, text: str) -> None:
        self.tokens = TOKEN.findall(text)
        assert "".join(self.tokens) == text.replace(" ", ""), f"something else is printed: {text}"
        self.place = 0

    def value(self) -> Fraction:
        result = self.sum()
        assert self.place == len(self.tokens)
        return result

    def take(self, *wanted: str) -> str | None:
        if self.place < len(self.tokens) and self.tokens[self.place] in wanted:
            self.place += 1
            return str(self.tokens[self.place - 1])
        return None

    def sum(self) -> Fraction:
        result = self.product()
        while sign := self.take("+", "−"):
            result += self.product() if sign == "+" else -self.product()
        return result

    def product(self) -> Fraction:
        result = self.atom()
        while sign := self.take("×", "÷"):
            factor = self.atom()
            result = result * factor if sign == "×" else result / factor
        return result

    def atom(self) -> Fraction:
        if self.take("["):
            left, sign, right = self.sum(), self.take("≥", "≤", "="), self.sum()
            assert self.take("]")
            return Fraction({"≥": left >= right, "≤": left <= right, "=": left == right}[str(sign)])
        if self.take("−"):
            return -self.atom()
        if self.take("("):
            result = self.sum()
            assert self.take(")")
            return result
        if name := self.take("min", "max", "floor", "ceil"):
            return self.called(name)
        self.place += 1
        return Fraction(self.tokens[self.place - 1])

    def called(self, name: str) -> Fraction:
        assert self.take("(")
        arguments = [self.sum()]
        while self.take(","):
            arguments.append(self.sum())
        assert self.take(")")
        if name in {"floor", "ceil"}:
            return Fraction(math.floor(*arguments) if name == "floor" else math.ceil(*arguments))
        return min(arguments) if name == "min" else max(arguments)


def half_up(exact: Fraction) -> str:
    """Two decimals, half up: what a citizen with a pencil writes."""
    hundredths = math.floor(exact * 100 + Fraction(1, 2))
    return f"{hundredths // 100}.{hundredths % 100:02}"


def printed(unit: str, lang: Lang) -> Iterator[tuple[str, list[str]]]:
    """The explanation of every requirement of a unit, on a sheet wide enough for any arithmetic."""
    for one in CARDS[unit].requirements:
        yield one.id, explain_text.render(one, CAMPAIGN.by_unit[unit], Page(lang, width=120)).split("\n")


@pytest.mark.parametrize("id_", ["A1.3", "A3.8", "B3.1", "C2.SAT", "S4.4"])
@pytest.mark.parametrize("unit", UNITS)
def test_the_command_prints_just_that(unit: str, id_: str) -> None:
    outcome = score(SAMPLE, unit, "text", Manner(lang=Lang.EN, width=120), Asked(explain=id_))
    assert outcome.exit_code == CLEAN
    assert outcome.data.split("\n") == dict(printed(unit, Lang.EN))[id_]


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("unit", UNITS)
def test_every_printed_arithmetic_gives_the_printed_points(unit: str, lang: Lang) -> None:
    redone = {}
    for id_, lines in printed(unit, lang):
        row = ""
        for line in lines:
            if head := ROW.match(line):
                row = head[1]
            elif found := ARITHMETIC.match(line):
                assert half_up(Reader(found[1]).value()) == found[2], f"{unit} {row}: {line}"
                redone[row] = found[2]
            elif found := CONVERSION.match(line):
                assert half_up(Reader(found[1]).value()) == found[2], f"{unit} {id_}: {line}"
    computed = {row.id: str(row.computed) for row in CARDS[unit].rows if row.computed is not None}
    assert redone == computed
    assert len(redone) > 100


@pytest.mark.parametrize("unit", UNITS)
def test_every_entry_a_row_rests_on_is_printed_with_it(unit: str) -> None:
    held = {placed.entry.id for placed in CAMPAIGN.by_unit[unit].ledger}
    for one in CARDS[unit].requirements:
        data = explain_text.render(one, CAMPAIGN.by_unit[unit], Page(Lang.ZH))
        shown = set(re.findall(r"· (E-\d+) ", data))
        assert shown == {entry for row in one.rows for fact in row.facts for entry in fact.entries}
        assert shown <= held


@pytest.mark.parametrize("unit", UNITS)
def test_conversions_and_rows_of_the_result_can_be_redone_too(unit: str) -> None:
    card = CARDS[unit]
    assert card.sum is not None
    sums = [card.sum, *(one.sum for one in card.requirements)]
    for system in card.systems:
        sums += [system.sum, *(item.sum for item in system.items)]
    lines = [one.conversion.arithmetic for one in sums if one.conversion and one.conversion.points is not None]
    blocks = [block for block in (card.outcome.bonus, card.outcome.penalty) if block is not None]
    lines += [row.arithmetic for block in blocks for row in block.rows]
    assert lines
    for line in lines:
        expression, _, points = line.rpartition(" = ")
        assert half_up(Reader(expression).value()) == points, line
