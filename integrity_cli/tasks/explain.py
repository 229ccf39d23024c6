"""`explain CODE`: what a code means, why it matters, and the same lines wrong and right."""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches

from integrity_cli.checks import WORDINGS
from integrity_cli.explanations import EXPLANATIONS
from integrity_cli.lang import Text, Words
from integrity_cli.reading.loader import language_of
from integrity_cli.rendering.codes.words import Code, codes_of
from integrity_cli.rendering.formats import CODE_FORMATS, CODE_LISTS
from integrity_cli.rendering.page import Page
from integrity_cli.sources import Source
from integrity_cli.tasks.outcome import CLEAN, USAGE, Manner, Outcome

CODES = codes_of(WORDINGS)
"""Every code there is, in their order."""

_UNKNOWN = Text("没有代码 `{asked}`", "there is no code `{asked}`")
_NEAREST = Text("最接近的是：{nearest}", "the nearest are: {nearest}")
_ALL = Text("全部代码：integrity explain --list", "all codes: integrity explain --list")


def explain(source: Source, asked: str, format_: str, manner: Manner) -> Outcome:
    """The page of a code, asked for by itself or by its name; for the letter of a family, its list."""
    lang = manner.language(language_of(source))
    page = Page(lang, manner.width, manner.color)
    wanted = unicodedata.normalize("NFKC", asked).strip().upper()
    if family := [code for code in CODES if code.letter == wanted]:
        return Outcome(CLEAN, lang, CODE_LISTS[format_](family, page))
    for code in CODES:
        if wanted in {code.id, code.name.upper()}:
            return Outcome(CLEAN, lang, CODE_FORMATS[format_](code, EXPLANATIONS[code.id], page))
    return Outcome(USAGE, lang, talk=_unknown(asked, wanted))


def explain_all(source: Source, format_: str, manner: Manner) -> Outcome:
    """Every code with its name, severity and message."""
    lang = manner.language(language_of(source))
    return Outcome(CLEAN, lang, CODE_LISTS[format_](CODES, Page(lang, manner.width, manner.color)))


def _unknown(asked: str, wanted: str) -> tuple[Words, ...]:
    known: dict[str, Code] = {name.upper(): code for code in CODES for name in (code.id, code.name)}
    near = [f"{known[name].id} ({known[name].name})" for name in get_close_matches(wanted, known, 3, 0.6)]
    return (_UNKNOWN.of(asked=asked), _NEAREST.of(nearest=near) if near else _ALL)
