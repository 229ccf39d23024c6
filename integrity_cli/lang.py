"""The two languages of the product, and sentences that exist in both or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from string import Formatter
from typing import Any

_formatter = Formatter()
_NO_CHARACTER = re.compile("[\ud800-\udfff]")


class Lang(StrEnum):
    """A language of messages and pages; Chinese is the original."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence, written by hand in Chinese and in English, with the same placeholders.

    `{n:day|days}` in the English half prints the number and the noun that agrees with it.
    A text whose halves name different placeholders refuses to exist (ValueError).
    """

    zh: str
    en: str

    def __post_init__(self) -> None:
        if placeholders(self.zh) != placeholders(self.en):
            raise ValueError(f"the two languages use different placeholders: {self.zh!r}, {self.en!r}")

    def of(self, **facts: Any) -> Sentence:
        """This text with its facts filled in, still in both languages."""
        return Sentence(self, facts)

    def say(self, lang: Lang) -> str:
        """The words in one language; a text with placeholders needs `of` first (KeyError)."""
        return self.of().say(lang)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text and the named facts that fill it; a fact may itself be a text or a sentence."""

    text: Text
    facts: Mapping[str, Any] = field(default_factory=dict)

    def say(self, lang: Lang) -> str:
        """The words in one language."""
        pattern = self.text.zh if lang is Lang.ZH else self.text.en
        return "".join(
            literal + ("" if name is None else _fill(self.facts[name], spec or "", lang))
            for literal, name, spec, _ in _formatter.parse(pattern)
        )


Words = Text | Sentence
"""Anything that can be said in either language."""


def verbatim(words: str) -> Text:
    """Words that are the same in both languages: a title, an identifier, a quoted clause."""
    return both(words, None)


def both(zh: str, en: str | None) -> Text:
    """Words that a record gives in both languages, or in one for both; braces in them stand for themselves."""
    first, second = (words.replace("{", "{{").replace("}", "}}") for words in (zh, en or zh))
    return Text(first, second)


def placeholders(pattern: str) -> frozenset[str]:
    """The names of the placeholders in a pattern."""
    return frozenset(name for _, name, _, _ in _formatter.parse(pattern) if name is not None)


def said(value: Any, lang: Lang) -> str:
    """A fact as it is printed: texts in their language, lists joined by the language's comma."""
    if isinstance(value, Text | Sentence):
        return value.say(lang)
    if isinstance(value, tuple | list):
        return ("、" if lang is Lang.ZH else ", ").join(said(one, lang) for one in value)
    return str(value)


def well_formed(text: str) -> str:
    """The text with U+FFFD for what is no character, as the bytes of a file name that is no UTF-8 are read."""
    return _NO_CHARACTER.sub("\ufffd", text)


def _fill(value: Any, spec: str, lang: Lang) -> str:
    words = said(value, lang)
    if not spec:
        return words
    one, _, many = spec.partition("|")
    return f"{words} {one if words == '1' else many}"
