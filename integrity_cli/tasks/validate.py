"""`validate`: load, check, render."""

from __future__ import annotations

from integrity_cli.checks import check
from integrity_cli.domain.diagnostic import Diagnostic, errors
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.loader import load
from integrity_cli.reading.locate import Locator
from integrity_cli.rendering import FINDINGS_FORMATS, FindingsReport, Page
from integrity_cli.sources import Source
from integrity_cli.tasks.outcome import CLEAN, FINDINGS, NOTHING, Manner, Outcome

NO_RECORDS = Text("这里没有记录：records/ 下没有一个记录文件", "no records here: records/ holds no record file")


def validate(source: Source, format_: str, manner: Manner) -> Outcome:
    """Everything that is wrong with a campaign. Errors are exit 1; warnings alone are not."""
    campaign = load(source)
    findings = check(campaign)
    lang = manner.language(campaign.language)
    rendered = FINDINGS_FORMATS[format_](report_of(campaign, findings), Page(lang, manner.width, manner.color))
    if errors(findings):
        return Outcome(FINDINGS, lang, rendered)
    if campaign.is_empty:
        return Outcome(NOTHING, lang, rendered if format_ != "text" else "", (NO_RECORDS,))
    return Outcome(CLEAN, lang, rendered)


def report_of(campaign: Campaign, findings: tuple[Diagnostic, ...]) -> FindingsReport:
    """The findings with their places, and how much was looked at."""
    return FindingsReport(
        findings=tuple(Locator(campaign.source_of).locate(findings)),
        units=len(campaign.dossiers),
        files=len(campaign.read),
        entries=campaign.entries,
    )
