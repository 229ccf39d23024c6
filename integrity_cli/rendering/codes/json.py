"""Codes for programs: one JSON object with a version, whether one code was asked for or all."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from integrity_cli.explanations import Explanation
from integrity_cli.lang import Text
from integrity_cli.rendering.codes.words import Code
from integrity_cli.rendering.page import Page

FORMAT = "integrity-codes/1"


def render(code: Code, explanation: Explanation, page: Page) -> str:
    """One code with its explanation."""
    explained = {
        name: page.say(words) if isinstance(words, Text) else words
        for name, words in (
            ("why", explanation.why),
            ("basis", explanation.basis),
            ("wrong", explanation.wrong),
            ("right", explanation.right),
        )
    }
    return _whole([_code(code, page) | explained | {"read_more": list(code.read_more(page.lang))}], page)


def render_list(codes: Iterable[Code], page: Page) -> str:
    """Every code, without the explanations."""
    return _whole([_code(code, page) for code in codes], page)


def _whole(codes: list[dict[str, Any]], page: Page) -> str:
    data = {"format": FORMAT, "language": page.lang.value, "codes": codes}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _code(code: Code, page: Page) -> dict[str, Any]:
    return {
        "code": code.id,
        "name": code.name,
        "severity": code.severity.value,
        "family": code.letter,
        "messages": [page.say(one) for one in code.messages],
        "notes": [page.say(one) for one in code.notes],
        "help": [page.say(one) for one in code.help],
    }
