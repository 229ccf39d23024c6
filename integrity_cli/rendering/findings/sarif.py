"""Findings as SARIF 2.1.0, which code scanning services read; columns count characters, as everywhere here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from integrity_cli import __version__
from integrity_cli.checks import KINDS
from integrity_cli.domain.diagnostic import Kind
from integrity_cli.explanations import EXPLANATIONS, Explanation
from integrity_cli.lang import Lang, Text, placeholders
from integrity_cli.reading.locate import Located
from integrity_cli.rendering.findings.fingerprint import fingerprints
from integrity_cli.rendering.findings.report import FindingsReport
from integrity_cli.rendering.findings.words import in_full
from integrity_cli.rendering.json_text import as_json
from integrity_cli.rendering.page import Page

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LANGUAGE = {Lang.ZH: "zh-CN", Lang.EN: "en-US"}
_BASIS = Text("依据：{basis}", "basis: {basis}")
_WRONG = Text("错的写法：", "wrong:")
_RIGHT = Text("对的写法：", "right:")


def render(report: FindingsReport, page: Page) -> str:
    """One run; the rules are those that a finding names."""
    codes = {one.finding.code for one in report.findings}
    kinds = {kind.code: kind for kind in reversed(KINDS) if kind.code in codes}
    places = {code: place for place, code in enumerate(reversed(kinds))}
    named = zip(report.findings, fingerprints(report.findings), strict=True)
    run = {
        "tool": {
            "driver": {
                "name": "integrity",
                "version": __version__,
                "rules": [_rule(kinds[code], page) for code in places],
            }
        },
        "language": _LANGUAGE[page.lang],
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, fingerprint, places, page) for one, fingerprint in named],
    }
    return as_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _result(one: Located, fingerprint: str, places: Mapping[str, int], page: Page) -> dict[str, Any]:
    position = one.position
    region = {"startLine": position.line, "startColumn": position.column, "endColumn": position.end}
    artifact = {"uri": quote(one.path), "uriBaseId": "%SRCROOT%"}
    return {
        "ruleId": one.finding.code,
        "ruleIndex": places[one.finding.code],
        "level": one.finding.severity.value,
        "message": {"text": _message(in_full(one.finding, page))},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "partialFingerprints": {"integrityPlace/v1": fingerprint},
    }


def _message(text: str) -> str:
    """Plain text in which nothing is a placeholder and nothing a link (SARIF 3.11.5 and 3.11.6)."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _rule(kind: Kind, page: Page) -> dict[str, Any]:
    explained = EXPLANATIONS.get(kind.code)
    rule: dict[str, Any] = {
        "id": kind.code,
        "name": kind.name,
        "shortDescription": {"text": _message(_unfilled(kind.message, page))},
        "defaultConfiguration": {"level": kind.severity.value},
    }
    if explained is not None:
        rule["fullDescription"] = {"text": _message(page.say(explained.why))}
    help_ = [_unfilled(kind.help, page)] if kind.help is not None else []
    help_ += _lines_of(explained, page) if explained is not None else []
    if help_:
        rule["help"] = {"text": _message("\n".join(help_))}
    return rule


def _lines_of(explained: Explanation, page: Page) -> list[str]:
    said = [page.say(_BASIS.of(basis=explained.basis))]
    for heading, lines in ((_WRONG, explained.wrong), (_RIGHT, explained.right)):
        said += [page.say(heading), lines.rstrip("\n") if isinstance(lines, str) else page.say(lines)]
    return said


def _unfilled(text: Text, page: Page) -> str:
    """The words of every finding of a kind: a dash of dots for each fact that differs."""
    return page.say(text.of(**dict.fromkeys(placeholders(text.zh), "…")))
