"""`score`: load, check, score, render — one unit, one requirement of it, or all units."""

from __future__ import annotations

from dataclasses import dataclass

from integrity_cli.checks import check
from integrity_cli.domain.canonical import canonical_json
from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.loader import load_for_score
from integrity_cli.rendering.findings.text import render as render_findings
from integrity_cli.rendering.formats import SCORE_FORMATS
from integrity_cli.rendering.page import Page
from integrity_cli.rendering.score import explained as explain_text
from integrity_cli.rendering.score import standings as standings_text
from integrity_cli.rendering.score import text as score_text
from integrity_cli.scoring import Scorecard
from integrity_cli.scoring import score as score_unit
from integrity_cli.scoring.data import as_data, requirement_data
from integrity_cli.sources import Source
from integrity_cli.tasks.outcome import CLEAN, FINDINGS, NOTHING, USAGE, Manner, Outcome
from integrity_cli.tasks.unknown import unknown, unknown_unit
from integrity_cli.tasks.validate import NO_RECORDS, report_of

_UNKNOWN_REQUIREMENT = Text("考核细则中没有考核项 `{asked}`", "the rubric holds no requirement `{asked}`")
_NOTHING_TO_EXPLAIN = Text(
    "这个单位没有得分，没有可以说明的考核项", "this unit has no score, so nothing can be explained"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be shown of a scorecard: in full, or one requirement explained."""

    full: bool = False
    explain: str | None = None


def score(source: Source, unit: str, format_: str, manner: Manner, asked: Asked = Asked()) -> Outcome:
    """The scorecard of one unit. A unit with an error in what its score reads has no total: exit 1."""
    campaign, findings, early = _loaded(source, manner)
    if early is not None:
        return early
    lang = manner.language(campaign.language)
    if unit not in campaign.by_unit:
        return Outcome(USAGE, lang, talk=unknown_unit(campaign, unit))
    card = score_unit(campaign, unit, findings)
    exit_code = FINDINGS if card.state == "unscored" else CLEAN
    page = Page(lang, manner.width, manner.color)
    if asked.explain is not None:
        if not card.systems:
            return Outcome(exit_code, lang, SCORE_FORMATS[format_](card, page), talk=(_NOTHING_TO_EXPLAIN,))
        return _explained(campaign, card, asked.explain, format_, page)
    if asked.full and format_ == "text":
        return Outcome(exit_code, lang, score_text.render(card, page, full=True))
    return Outcome(exit_code, lang, SCORE_FORMATS[format_](card, page))


def score_all(source: Source, format_: str, manner: Manner) -> Outcome:
    """Every unit of the register: a table by peer group, or the data of all scorecards."""
    campaign, findings, early = _loaded(source, manner)
    if early is not None:
        return early
    lang = manner.language(campaign.language)
    cards = [score_unit(campaign, dossier.unit.id, findings) for dossier in campaign.dossiers]
    exit_code = FINDINGS if any(card.state == "unscored" for card in cards) else CLEAN
    page = Page(lang, manner.width, manner.color)
    if format_ == "text":
        return Outcome(exit_code, lang, standings_text.render(cards, page))
    if format_ == "json":
        data = {"format": "integrity-scores/1", "units": [as_data(card) for card in cards]}
        return Outcome(exit_code, lang, canonical_json(data).decode("utf-8"))
    return Outcome(exit_code, lang, "\n".join(SCORE_FORMATS[format_](card, page) for card in cards))


def _loaded(source: Source, manner: Manner) -> tuple[Campaign, tuple[Diagnostic, ...], Outcome | None]:
    """The campaign and every finding on it; and how the command ends where nothing can be scored."""
    campaign = load_for_score(source)
    lang = manner.language(campaign.language)
    if campaign.is_empty:
        return campaign, (), Outcome(NOTHING, lang, talk=(NO_RECORDS,))
    findings = check(campaign)
    if not campaign.by_unit and findings:
        shared = tuple(one for one in findings if one.path.startswith(("records/office/", "rubric.yaml")))
        page = Page(lang, manner.width, manner.color)
        return campaign, findings, Outcome(FINDINGS, lang, render_findings(report_of(campaign, shared), page))
    return campaign, findings, None


def _explained(campaign: Campaign, card: Scorecard, asked: str, format_: str, page: Page) -> Outcome:
    known = {one.id: one for one in card.requirements}
    wanted = asked.partition("/")[0]
    if wanted not in known:
        return Outcome(USAGE, page.lang, talk=unknown(_UNKNOWN_REQUIREMENT, asked, list(known)))
    if format_ == "json":
        return Outcome(CLEAN, page.lang, canonical_json(requirement_data(known[wanted])).decode("utf-8"))
    return Outcome(CLEAN, page.lang, explain_text.render(known[wanted], campaign.by_unit[card.unit], page))
