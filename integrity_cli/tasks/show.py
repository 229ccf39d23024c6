"""`show ENTRY`: one ledger entry, and what it counts for."""

from __future__ import annotations

from integrity_cli.checks import check
from integrity_cli.lang import Text
from integrity_cli.reading.loader import load_for_score
from integrity_cli.rendering.page import Page, paragraph
from integrity_cli.rendering.score import entry as entry_text
from integrity_cli.rendering.score.late import late_lines
from integrity_cli.scoring import score
from integrity_cli.sources import Source
from integrity_cli.tasks.outcome import CLEAN, NOTHING, USAGE, Manner, Outcome
from integrity_cli.tasks.unknown import unknown_unit
from integrity_cli.tasks.validate import NO_RECORDS

_UNKNOWN = Text("没有一个单位的台账有条目 `{entry}`", "no unit's ledger holds an entry `{entry}`")


def show(source: Source, entry: str, unit: str | None, manner: Manner) -> Outcome:
    """Every entry with that id, in one unit or in all."""
    campaign = load_for_score(source)
    lang = manner.language(campaign.language)
    if campaign.is_empty:
        return Outcome(NOTHING, lang, talk=(NO_RECORDS,))
    if unit is not None and unit not in campaign.by_unit:
        return Outcome(USAGE, lang, talk=unknown_unit(campaign, unit))
    findings = check(campaign)
    page = Page(lang, manner.width, manner.color)
    shown = [
        entry_text.render(placed, dossier, score(campaign, dossier.unit.id, findings), page)
        for dossier in campaign.dossiers
        if unit in (None, dossier.unit.id)
        for placed in dossier.ledger
        if placed.entry.id == entry
    ]
    for dossier in campaign.dossiers:
        if unit in (None, dossier.unit.id) and dossier.unit.id in campaign.late:
            for words in late_lines(campaign.late[dossier.unit.id].of_entry(entry)):
                lines = paragraph("", f"{dossier.unit.id} {page.say(words)}", page)
                shown += ["".join(f"{line}\n" for line in lines)]
    if not shown:
        return Outcome(USAGE, lang, talk=(_UNKNOWN.of(entry=entry),))
    return Outcome(CLEAN, lang, "\n".join(shown))
