"""One unit on one day, for people at 80 columns: its days, what it filed, what is lacking, what is next."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.domain.office import FILED
from integrity_cli.lang import Text, verbatim
from integrity_cli.rendering.page import Page, cut, harmless, pad, paragraph
from integrity_cli.rendering.status.text import coverage_bar, head_lines
from integrity_cli.rendering.status.timeline import timeline_lines
from integrity_cli.rendering.status.words import (
    called,
    day_words,
    filing_words,
    lacking_words,
    score_words,
    until_words,
    waiting,
)
from integrity_cli.scoring.progress import APPLICATION, CampaignProgress, Coverage, FilingProgress, ToDo, UnitProgress
from integrity_cli.scoring.scorecard import ACTOR

_NAME = Text("{name}（{unit}）", "{name} ({unit})")
_FILING = Text("{filing}：{words}", "{filing}: {words}")
_DIGEST = Text("  校验值 {digest}", "  digest {digest}")
_DIFFERS = Text(
    "  与备案登记中的校验值不一致：备案以后内容变了",
    "  not the digest beside the receipt: it changed after it was filed",
)
_NO_RECORD = Text("  仓库里还没有这份记录", "  the repository holds no such record yet")
_COVERED = Text("覆盖：{bar} 项应当落实的考核项有依据", "coverage: {bar} requirements rest on something")
_LACKING = Text(
    "覆盖：{bar} 项应当落实的考核项有依据，还没有的 {count} 项：",
    "coverage: {bar} requirements rest on something, {count:does|do} not:",
)
_REST = Text("另有 {count} 项：{ids}", "{count} more: {ids}")
_OPEN = Text("待定", "open")
_WAITS = Text("{actor}：{words}（{count} 项）：{rows}", "{actor}: {words} ({count}): {rows}")
_WAITS_WHOLE = Text("{actor}：{words}", "{actor}: {words}")
_NEXT = Text("接下来要办的", "to do next")
_NOTHING = Text("没有待办的", "nothing is left to do")
_AT_ONCE = Text("先办", "first")
_TO_DO = Text("{when}　{actor}：{words}", "{when}  {actor}: {words}")
_TO_DO_BY = Text("{when}　{actor}：{words}（{left}）", "{when}  {actor}: {words} ({left})")
_MOST_SHOWN = 5
_BAR = 20


def render(progress: CampaignProgress, page: Page) -> str:
    """The one unit that this progress is about."""
    (unit,) = progress.units
    return "\n".join(line.rstrip() for line in _lines(progress, unit, page)) + "\n"


def _lines(progress: CampaignProgress, unit: UnitProgress, page: Page) -> Iterator[str]:
    yield from head_lines(progress, _NAME.of(name=called(unit.unit), unit=unit.unit.id), page)
    yield ""
    yield from timeline_lines(progress.events, progress.day, page)
    yield ""
    if not unit.applied:
        yield page.say(APPLICATION.values[unit.application])
        return
    for one in unit.filings:
        yield from _filing(one, page)
    if unit.coverage is not None:
        yield from _coverage(unit.coverage, page)
    yield from paragraph("", page.say(score_words(unit)), page)
    yield from _open(unit, page)
    yield ""
    yield page.paint(page.say(_NEXT), "bold")
    for one_thing in unit.to_do:
        yield from _to_do(one_thing, progress, page)
    if not unit.to_do:
        yield f"  {page.say(_NOTHING)}"


def _filing(one: FilingProgress, page: Page) -> Iterator[str]:
    said = page.say(_FILING.of(filing=FILED.values[one.filing], words=filing_words(one)))
    style = {"late": "yellow", "overdue": "red"}.get(one.state, "")
    yield from (page.paint(line, style) if style else line for line in paragraph("", said, page))
    if not one.is_written:
        yield page.say(_NO_RECORD)
    if one.digest is None:
        return
    yield page.paint(page.say(_DIGEST.of(digest=one.digest)), "dim")
    if one.filed_digest not in {None, one.digest} and one.reopened_on is None:
        yield page.paint(page.say(_DIFFERS), "red")


def _coverage(coverage: Coverage, page: Page) -> Iterator[str]:
    bar = coverage_bar(coverage, _BAR)
    if not coverage.lacking:
        yield page.say(_COVERED.of(bar=bar))
        return
    yield page.say(_LACKING.of(bar=bar, count=len(coverage.lacking)))
    for one in coverage.lacking[:_MOST_SHOWN]:
        yield f"  {pad(one.requirement, 7)}{cut(lacking_words(one, page.lang), page.width - 9)}"
    rest = coverage.lacking[_MOST_SHOWN:]
    if rest:
        ids = " ".join(one.requirement for one in rest)
        yield from paragraph("  ", page.say(_REST.of(count=len(rest), ids=ids)), page)


def _open(unit: UnitProgress, page: Page) -> Iterator[str]:
    found = waiting(unit, page.lang)
    if found:
        yield page.paint(page.say(_OPEN), "bold")
    for (actor, words), rows in found.items():
        said = {"actor": ACTOR.values[actor], "words": verbatim(words)}
        told = _WAITS.of(**said, count=len(rows), rows=" ".join(rows)) if rows else _WAITS_WHOLE.of(**said)
        yield from paragraph("  ", page.say(told), page)


def _to_do(one: ToDo, progress: CampaignProgress, page: Page) -> Iterator[str]:
    words = verbatim(harmless(page.say(one.words)))
    if one.by is None:
        said = _TO_DO.of(when=_AT_ONCE, actor=ACTOR.values[one.actor], words=words)
    else:
        said = _TO_DO_BY.of(
            when=day_words(one.by), actor=ACTOR.values[one.actor], words=words, left=until_words(progress, one.by)
        )
    yield from paragraph("  ", page.say(said), page)
