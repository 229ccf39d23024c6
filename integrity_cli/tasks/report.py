"""`report`: load, check, score every unit, publish the site."""

from __future__ import annotations

from pathlib import Path

from integrity_cli.checks import check
from integrity_cli.domain.diagnostic import errors
from integrity_cli.lang import Text
from integrity_cli.publishing import TemplateBroken, WriteRefused, publish, write
from integrity_cli.reading.loader import load_for_score
from integrity_cli.reading.locate import Locator
from integrity_cli.scoring import score
from integrity_cli.sources import Source
from integrity_cli.tasks.outcome import CLEAN, FINDINGS, NOTHING, USAGE, Manner, Outcome
from integrity_cli.tasks.validate import NO_RECORDS

_WRITTEN = Text("已生成 {count} 个文件：{index}", "{count:file|files} written: {index}")
_UNREADABLE = Text(
    "考核细则、活动安排或单位名册读不出来，没有生成网站；逐条见 integrity validate",
    "the rubric, the campaign's terms or the register cannot be read, so no site was written; see integrity validate",
)
_PERSONAL = Text(
    "仓库里有不得公开的个人信息，没有生成网站；逐条见 integrity validate：{places}",
    "the repository holds personal data that must not be published, so no site was written; "
    "see integrity validate: {places}",
)
_UNSCORED = Text(
    "有错误的单位没有总分，网站上已注明：{units}",
    "units with errors have no total, and the site says so: {units}",
)


def report(source: Source, output: Path, manner: Manner, root: Path | None = None) -> Outcome:
    """The published site in a folder, replaced as a whole. Units that could not be scored are exit 1, and shown.

    While an error of family P stands anywhere, nothing is written: what is published cannot be taken back.
    """
    campaign = load_for_score(source)
    lang = manner.language(campaign.language)
    if campaign.is_empty:
        return Outcome(NOTHING, lang, talk=(NO_RECORDS,))
    findings = check(campaign)
    personal = [finding for finding in errors(findings) if finding.family == "P"]
    if personal:
        located = Locator(campaign.source_of).locate(personal)
        places = [f"{one.finding.code} {one.finding.path}:{one.position.line}" for one in located]
        return Outcome(FINDINGS, lang, talk=(_PERSONAL.of(places=list(dict.fromkeys(places))),))
    if campaign.rubric is None or campaign.terms is None or not campaign.dossiers:
        return Outcome(FINDINGS, lang, talk=(_UNREADABLE,))
    cards = tuple(score(campaign, dossier.unit.id, findings) for dossier in campaign.dossiers)
    try:
        files = publish(campaign, cards)
        write(files, output, root)
    except (TemplateBroken, WriteRefused) as refused:
        return Outcome(USAGE, lang, talk=(refused.words,))
    talk = [_WRITTEN.of(count=len(files), index=str(output / "index.html"))]
    unscored = [card.unit for card in cards if card.state == "unscored"]
    if unscored:
        talk.append(_UNSCORED.of(units=unscored))
    return Outcome(FINDINGS if unscored or errors(findings) else CLEAN, lang, talk=tuple(talk))
