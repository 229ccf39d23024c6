"""`status`: load, check, score, see how far it is on a day, render — the whole campaign or one unit."""

from __future__ import annotations

from datetime import date

from integrity_cli.checks import check
from integrity_cli.domain.diagnostic import errors
from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.office import FILED, CampaignTerms
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.digests import record_digest
from integrity_cli.reading.late import read_all
from integrity_cli.reading.loader import load_for_score
from integrity_cli.rendering.findings.text import render as render_findings
from integrity_cli.rendering.formats import STATUS_DOCUMENTS, STATUS_FORMATS, UNIT_STATUS_FORMATS
from integrity_cli.rendering.page import Page
from integrity_cli.scoring import score
from integrity_cli.scoring.overview import progress_of_campaign, progress_of_unit
from integrity_cli.scoring.progress import CampaignProgress
from integrity_cli.sources import Source
from integrity_cli.tasks.outcome import CLEAN, FINDINGS, NOTHING, USAGE, Manner, Outcome
from integrity_cli.tasks.unknown import unknown_unit
from integrity_cli.tasks.validate import NO_RECORDS, report_of

_SHARED = tuple(
    f"records/office/{name}.yaml" for name in ("campaign", "calendar", "register", "filings", "notice", "objections")
)
"""What every unit's progress is read from; while one of them cannot be read, who is late cannot be told."""

_UNREADABLE = Text(
    "主办单位的记录读不了，说不出进度：{paths}；逐条见 integrity validate",
    "records of the office cannot be read, so progress cannot be told: {paths}; `integrity validate` shows each",
)


def status(source: Source, unit: str | None, format_: str, manner: Manner, day: date) -> Outcome:
    """How far the campaign is on a day, or one unit of it. Nobody's lateness is a failure of this command."""
    campaign = load_for_score(source)
    lang = manner.language(campaign.language)
    page = Page(lang, manner.width, manner.color)
    if campaign.is_empty:
        return Outcome(NOTHING, lang, talk=(NO_RECORDS,))
    terms = campaign.terms
    if terms is None or campaign.register is None or campaign.unreadable.intersection(_SHARED):
        return _not_told(campaign, format_, page)
    if unit is not None and unit not in campaign.by_unit:
        return Outcome(USAGE, lang, talk=unknown_unit(campaign, unit))
    if unit is not None:
        progress = _of_unit(campaign, campaign.by_unit[unit], day)
        return Outcome(CLEAN, lang, UNIT_STATUS_FORMATS[format_](progress, page))
    return Outcome(CLEAN, lang, STATUS_FORMATS[format_](_of_campaign(campaign, terms, day), page))


def _of_unit(campaign: Campaign, dossier: Dossier, day: date) -> CampaignProgress:
    card = score(campaign, dossier.unit.id, check(campaign))
    return progress_of_unit(campaign, dossier, card, _digests(campaign, dossier), day)


def _of_campaign(campaign: Campaign, terms: CampaignTerms, day: date) -> CampaignProgress:
    findings = check(campaign)
    cards = [score(campaign, dossier.unit.id, findings) for dossier in campaign.dossiers]
    return progress_of_campaign(campaign, terms, cards, _digests(campaign, *campaign.dossiers), day)


def _digests(campaign: Campaign, *dossiers: Dossier) -> dict[str, str]:
    """The digests of what units file as it stands today, by path, where it can be read."""
    paths = (f"{one.folder}/{name}.yaml" for one in dossiers for name in FILED.values if getattr(one, name) is not None)
    there = frozenset(campaign.current.paths())
    contents = read_all(campaign.current, [path for path in paths if path in there])
    digests = {path: record_digest(path, one) for path, one in contents.items() if isinstance(one, bytes)}
    return {path: digest for path, digest in digests.items() if digest is not None}


def _not_told(campaign: Campaign, format_: str, page: Page) -> Outcome:
    """The findings of the office's own records, as `score --all` shows them; a document for programs stays empty."""
    shared = tuple(one for one in errors(check(campaign)) if one.path in _SHARED)
    talk = (_UNREADABLE.of(paths=sorted({one.path for one in shared})),)
    data = "" if format_ in STATUS_DOCUMENTS else render_findings(report_of(campaign, shared), page)
    return Outcome(FINDINGS, page.lang, data, talk)
