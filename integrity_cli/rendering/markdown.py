"""Data inside Markdown: shown as it is, and never a link, a picture, a mention, an issue's number or a tag."""

from __future__ import annotations

import html
import re

from integrity_cli.rendering.page import one_line

_APART = "&#8203;"  # a blank without width: what stands on both its sides is no longer one word
_SIGNS = re.compile(r"[\\`*_{}\[\]#|~^]")
# What forges look for in the text itself, after Markdown was read: @name, #1, !1, ~label, GH-1, www. and schemes.
_SEEN_BY_FORGES = re.compile(r"[@#!~$%&^*](?=[\w\"'])|:(?=//)|\bwww(?=\.)|\bGH(?=-\d)|(?<=\w)@", re.IGNORECASE)
_PLACE = "\x00"


def prose(text: str) -> str:
    """Words of a message, in which a pair of backticks sets off what is quoted from a record."""
    pieces = one_line(text).split("`")
    if not len(pieces) % 2:
        pieces[-2:] = ["`".join(pieces[-2:])]  # the last one has no partner
    return "".join(code(piece) if place % 2 and piece.strip() else _plain(piece) for place, piece in enumerate(pieces))


def code(text: str) -> str:
    """Data as a span of code, where nothing is looked for; the fence is longer than any run of backticks inside."""
    kept = one_line(text)
    fence = "`" * (1 + max(map(len, re.findall("`+", kept)), default=0))
    space = " " if kept.startswith("`") or kept.endswith("`") or kept != kept.strip() else ""
    return f"{fence}{space}{kept}{space}{fence}"


def html_code(text: str) -> str:
    """Data as code inside HTML, where Markdown is not read."""
    return f"<code>{html.escape(one_line(text))}</code>"


def _plain(text: str) -> str:
    apart = _SEEN_BY_FORGES.sub(lambda found: found[0] + _PLACE, text)
    escaped = _SIGNS.sub(r"\\\g<0>", html.escape(apart, quote=False)).replace("$", "&#36;")
    return escaped.replace(_PLACE, _APART)
