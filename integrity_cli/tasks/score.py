"""`score UNIT`: load, check, score, render."""

from __future__ import annotations

from difflib import get_close_matches

from integrity_cli.checks import check
from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.lang import Text, Words
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.loader import load
from integrity_cli.rendering import SCORE_FORMATS, Page
from integrity_cli.rendering.findings_text import render as render_findings
from integrity_cli.scoring import score as score_unit
from integrity_cli.sources import Source
from integrity_cli.tasks.outcome import CLEAN, FINDINGS, NOTHING, USAGE, Manner, Outcome
from integrity_cli.tasks.validate import NO_RECORDS, report_of

_UNKNOWN = Text("名册中没有单位 `{unit}`", "the register knows no unit `{unit}`")
_NEAREST = Text("拼写最接近的是：{nearest}", "the nearest spellings are: {nearest}")
_ALL = Text("名册中的单位有：{units}", "the units of the register are: {units}")


def score(source: Source, unit: str, format_: str, manner: Manner) -> Outcome:
    """The scorecard of one unit. A unit with an error in what its score reads has no total: exit 1."""
    campaign = load(source)
    lang = manner.language(campaign.language)
    page = Page(lang, manner.width, manner.color)
    if campaign.is_empty:
        return Outcome(NOTHING, lang, talk=(NO_RECORDS,))
    findings = check(campaign)
    if not campaign.by_unit and findings:
        return Outcome(FINDINGS, lang, render_findings(report_of(campaign, _of_office(findings)), page))
    if unit not in campaign.by_unit:
        return Outcome(USAGE, lang, talk=_unknown(campaign, unit))
    card = score_unit(campaign, unit, findings)
    return Outcome(FINDINGS if card.state == "unscored" else CLEAN, lang, SCORE_FORMATS[format_](card, page))


def _of_office(findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return tuple(one for one in findings if one.path.startswith("records/office/") or one.path == "rubric.yaml")


def _unknown(campaign: Campaign, unit: str) -> tuple[Words, ...]:
    known = sorted(campaign.by_unit)
    names = {dossier.unit.name: dossier.unit.id for dossier in campaign.dossiers}
    near = get_close_matches(unit, known, 3, 0.5) or [names[name] for name in get_close_matches(unit, names, 3, 0.5)]
    hint = _NEAREST.of(nearest=near) if near else _ALL.of(units=known)
    return (_UNKNOWN.of(unit=unit), hint)
