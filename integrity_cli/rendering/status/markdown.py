"""Progress in Markdown, for a pull request, an issue or a wiki: the office's table, or one unit."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.domain.office import FILED
from integrity_cli.lang import Text, verbatim
from integrity_cli.rendering.markdown import code, prose
from integrity_cli.rendering.page import Page
from integrity_cli.rendering.status.words import (
    called,
    day_words,
    event_words,
    filing_words,
    lacking_words,
    off_words,
    score_words,
    stage_words,
    title,
    to_decide,
    until_words,
    waiting,
)
from integrity_cli.scoring.progress import APPLICATION, CampaignProgress, FilingProgress, ToDo, UnitProgress
from integrity_cli.scoring.scorecard import ACTOR

_TITLE = Text("## {name}：{day}", "## {name}: {day}")
_UNIT_TITLE = Text("## {name}（{unit}）：{day}", "## {name} ({unit}): {day}")
_EVENTS = Text("| 日程 | 开始 | 结束 | 剩余 |", "| event | first day | last day | left |")
_TABLE = Text(
    "| 单位 | 申报 | {plan} | {self_report} | 覆盖 | 待评 | 待决 |",
    "| unit | application | {plan} | {self_report} | coverage | mark | decide |",
)
_OPEN = Text("### 待定", "### Open")
_NEXT = Text("### 接下来要办的", "### To do next")
_LACKING = Text("### 没有依据的 {count} 项", "### {count:requirement|requirements} with nothing to rest on")
_COVERAGE = Text("覆盖 {supported} / {of}", "coverage {supported} / {of}")
_WAITS_FOR = Text("- {actor}：{words}（{count} 项）：{rows}", "- {actor}: {words} ({count}): {rows}")
_DECIDE = Text("### 待主办单位决定", "### For the office to decide")
_WAITS = Text("- {words}（{count} 项）：{rows}", "- {words} ({count}): {rows}")
_TIMES = Text("{unit} {count} 项", "{unit} {count}")
_FILING = Text("- {filing}：{words}", "- {filing}: {words}")
_DIGEST = Text("  校验值 {digest}", "  digest {digest}")
_TO_DO = Text("- {actor}：{words}", "- {actor}: {words}")
_TO_DO_BY = Text("- {when} {actor}：{words}（{left}）", "- {when} {actor}: {words} ({left})")


def render(progress: CampaignProgress, page: Page) -> str:
    """The whole campaign; what records say is escaped."""
    return "\n".join(_campaign(progress, page)) + "\n"


def render_unit(progress: CampaignProgress, page: Page) -> str:
    """The one unit that this progress is about."""
    return "\n".join(_unit(progress, progress.units[0], page)) + "\n"


def _campaign(progress: CampaignProgress, page: Page) -> Iterator[str]:
    name = verbatim(prose(page.say(title(progress.terms))))
    yield page.say(_TITLE.of(name=name, day=day_words(progress.day)))
    yield from _days(progress, page)
    yield ""
    yield page.say(_TABLE.of(**FILED.values))
    yield "| --- | --- | --- | --- | ---: | ---: | ---: |"
    for one in progress.units:
        yield _row(one, page)
    found = to_decide(progress.units, page.lang)
    if found:
        yield from ("", page.say(_DECIDE), "")
    for words, units in found.items():
        named = [_TIMES.of(unit=code(unit), count=count) for unit, count in units.items()]
        yield page.say(_WAITS.of(words=verbatim(prose(words)), count=units.total(), rows=named))


def _days(progress: CampaignProgress, page: Page) -> Iterator[str]:
    """Where the campaign stands, and everything dated."""
    yield ""
    for words in stage_words(progress):
        yield f"{prose(page.say(words))}  "
    yield from ("", page.say(_EVENTS), "| --- | --- | --- | --- |")
    for one in progress.events:
        named = [called(unit.unit) for unit in progress.units if unit.unit.id in one.units]
        name = event_words(one, named if len(progress.units) > 1 else ())
        yield f"| {prose(page.say(name))} | {one.first} | {one.last} | {prose(page.say(off_words(one, progress)))} |"


def _row(one: UnitProgress, page: Page) -> str:
    cells = [prose(page.say(called(one.unit))), page.say(APPLICATION.values[one.application])]
    cells += [prose(page.say(filing_words(filing))) if one.applied else "—" for filing in one.filings]
    cells.append(f"{one.coverage.supported} / {one.coverage.of}" if one.coverage else "—")
    cells.append("—" if one.marks is None else str(len(one.marks)))
    cells.append(str(len(one.decisions)) if one.applied else "—")
    return f"| {' | '.join(cells)} |"


def _unit(progress: CampaignProgress, unit: UnitProgress, page: Page) -> Iterator[str]:
    name = verbatim(prose(page.say(called(unit.unit))))
    yield page.say(_UNIT_TITLE.of(name=name, unit=unit.unit.id, day=day_words(progress.day)))
    yield from _days(progress, page)
    yield ""
    if not unit.applied:
        yield page.say(APPLICATION.values[unit.application])
        return
    for filing in unit.filings:
        yield from _filing(filing, page)
    yield ""
    yield prose(page.say(score_words(unit))) + "  "
    if unit.coverage is not None:
        yield page.say(_COVERAGE.of(supported=unit.coverage.supported, of=unit.coverage.of))
        if unit.coverage.lacking:
            yield from ("", page.say(_LACKING.of(count=len(unit.coverage.lacking))), "")
            yield from (f"- {one.requirement} {prose(lacking_words(one, page.lang))}" for one in unit.coverage.lacking)
    found = waiting(unit, page.lang)
    if found:
        yield from ("", page.say(_OPEN), "")
    for (actor, words), rows in found.items():
        said = {"actor": ACTOR.values[actor], "words": verbatim(prose(words))}
        yield page.say(
            _WAITS_FOR.of(**said, count=len(rows), rows=prose(" ".join(rows))) if rows else _TO_DO.of(**said)
        )
    if unit.to_do:
        yield from ("", page.say(_NEXT), "")
        yield from (_to_do(one, progress, page) for one in unit.to_do)


def _filing(one: FilingProgress, page: Page) -> Iterator[str]:
    words = verbatim(prose(page.say(filing_words(one))))
    yield page.say(_FILING.of(filing=FILED.values[one.filing], words=words))
    if one.digest is not None:
        yield page.say(_DIGEST.of(digest=code(one.digest)))


def _to_do(one: ToDo, progress: CampaignProgress, page: Page) -> str:
    facts = {"actor": ACTOR.values[one.actor], "words": verbatim(prose(page.say(one.words)))}
    if one.by is None:
        return page.say(_TO_DO.of(**facts))
    return page.say(_TO_DO_BY.of(**facts, when=day_words(one.by), left=until_words(progress, one.by)))
