"""A reader with a pencil: evaluates arithmetic as the program prints it, and knows nothing else of the program."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

_TOKEN = re.compile(r"\s*(?:([0-9]+(?:\.[0-9]+)?)|(min|max|floor|ceil)\b|([-−+×÷()\[\],≥≤=]))")
_FUNCTIONS: dict[str, Callable[[list[Fraction]], Fraction]] = {
    "min": min,
    "max": max,
    "floor": lambda values: Fraction(math.floor(values[0])),
    "ceil": lambda values: Fraction(math.ceil(values[0])),
}
_SIGNS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "≥": lambda left, right: left >= right,
    "≤": lambda left, right: left <= right,
    "=": lambda left, right: left == right,
}


class NotArithmetic(ValueError):
    """What is printed cannot be reckoned."""


def value_of(text: str) -> Fraction:
    """The exact value of an expression: numbers, + − × ÷, brackets, min, max, floor, ceil, and [a ≥ b] as 1 or 0."""
    reader = _Reader(text)
    value = reader.sum()
    reader.end()
    return value


def half_up(exact: Fraction) -> Decimal:
    """To a hundredth, a half upwards; written here a second time on purpose."""
    doubled = exact * 200
    return Decimal((math.floor(doubled) + 1) // 2) / 100


def sides(line: str) -> tuple[str, Decimal]:
    """The two sides of a printed equation. The last `=` outside brackets parts them."""
    left, sign, right = line.strip().rpartition(" = ")
    if not sign or left.count("[") != left.count("]"):
        raise NotArithmetic(line)
    return left, Decimal(right)


class _Reader:
    def __init__(self, text: str) -> None:
        self.text, self.at, self.tokens = text, 0, self._split(text)

    @staticmethod
    def _split(text: str) -> list[str]:
        tokens, at = [], 0
        while at < len(text.rstrip()):
            match = _TOKEN.match(text, at)
            if match is None:
                raise NotArithmetic(text)
            tokens.append(match[0].strip().replace("−", "-"))
            at = match.end()
        return tokens

    def end(self) -> None:
        if self.at != len(self.tokens):
            raise NotArithmetic(self.text)

    def next(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self, *wanted: str) -> str:
        token = self.next()
        if token == "" or (wanted and token not in wanted):
            raise NotArithmetic(self.text)
        self.at += 1
        return token

    def sum(self) -> Fraction:
        value = self.product()
        while self.next() in ("+", "-"):
            value = value + self.product() if self.take() == "+" else value - self.product()
        return value

    def product(self) -> Fraction:
        value = self.single()
        while self.next() in ("×", "÷"):
            value = value * self.single() if self.take() == "×" else value / self.single()
        return value

    def single(self) -> Fraction:
        piece = self.take()
        if piece == "-":
            return -self.single()
        if piece == "(":
            value = self.sum()
            self.take(")")
            return value
        if piece == "[":
            left, sign, right = self.sum(), self.take(*_SIGNS), self.sum()
            self.take("]")
            return Fraction(_SIGNS[sign](left, right))
        if piece in _FUNCTIONS:
            self.take("(")
            values = [self.sum()]
            while self.next() == ",":
                self.take(",")
                values.append(self.sum())
            self.take(")")
            return _FUNCTIONS[piece](values)
        if not piece[0].isdigit():
            raise NotArithmetic(self.text)
        return Fraction(piece)
