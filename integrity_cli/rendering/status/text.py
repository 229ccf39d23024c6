"""The office's view of a campaign on one day, for people at 80 columns: where it stands, who filed, what waits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from integrity_cli.domain.office import FILED
from integrity_cli.lang import Text, Words, verbatim
from integrity_cli.rendering.page import Page, cut, pad, paragraph
from integrity_cli.rendering.status.timeline import timeline_lines
from integrity_cli.rendering.status.words import (
    called,
    day_words,
    happening_words,
    off_words,
    stage_words,
    title,
    to_decide,
)
from integrity_cli.scoring.progress import (
    APPLICATION,
    FILING_STATE,
    CampaignProgress,
    Coverage,
    FilingProgress,
    UnitProgress,
)
from integrity_cli.scoring.scorecard import STATE

_TITLE = Text("{name}　{day}", "{name}  {day}")
_NEXT = Text("接下来", "next")
_UPCOMING = Text("{day}　{event}，{off}", "{day}  {event}, {off}")
_FILED_LINE = Text("{filing}：应交 {count}，{states}", "{filing}: {count:unit|units} to file, {states}")
_STATE_COUNT = Text("{state} {count}", "{count} {state}")
_WHO = Text("{filing}{state}：{units}", "{filing} {state}: {units}")
_BY_DAYS = Text("{unit} {days} 天", "{unit} {days:day|days}")
_APPLICATIONS = Text("名册 {count} 个单位：{states}", "{count:unit|units} on the register: {states}")
_HEAD = (
    Text("单位", "unit"),
    FILED.values["plan"],
    FILED.values["self_report"],
    Text("覆盖", "coverage"),
    Text("待评", "mark"),
    Text("待决", "decide"),
)
_CELLS = {
    "in_time": Text("{day} 按时", "{day} in time"),
    "late": Text("{day} 迟 {days} 天", "{day} late {days}d"),
    "received": Text("{day} 已收到", "{day} received"),
    "overdue": Text("逾期 {days} 天", "overdue {days}d"),
    "awaited": Text("待交", "awaited"),
}
_STYLES = {"late": "yellow", "overdue": "red"}
_STAR = Text("* 已批准延期", "* extended")
_HOW_COUNTED = Text(
    "剩余天数含今天和最后一天；待评等考核组，待决等主办单位",
    "days left include today and the last day; reviewers mark, the office decides",
)
_DECIDE = Text("待主办单位决定", "for the office to decide")
_WAITS = Text("{words}（{count} 项）：{units}", "{words} ({count}): {units}")
_TIMES = Text("{unit} {count} 项", "{unit} {count}")
_UNSCORED = Text("{state}：{units}（逐条见 integrity validate）", "{state}: {units} (`integrity validate` shows each)")
_MOST_UPCOMING = 4
_FIXED = 53
"""The cells of all columns but the first, with the blanks between them."""
_NARROWEST = 12
_BAR = 5


def render(progress: CampaignProgress, page: Page) -> str:
    """The whole campaign."""
    return "\n".join(line.rstrip() for line in _lines(progress, page)) + "\n"


def _lines(progress: CampaignProgress, page: Page) -> Iterator[str]:
    yield from head_lines(progress, title(progress.terms), page)
    yield ""
    yield from timeline_lines([one for one in progress.events if one.kind in {"stage", "notice"}], progress.day, page)
    yield from _upcoming(progress, page)
    yield ""
    yield from _filings(progress, page)
    yield ""
    yield from _table(progress, page)
    yield from _open(progress, page)


def head_lines(progress: CampaignProgress, name: Words, page: Page) -> Iterator[str]:
    """Whose progress it is, on which day, and where the campaign stands then."""
    said = page.say(_TITLE.of(name=verbatim(page.say(name)), day=day_words(progress.day)))
    yield from (page.paint(line, "bold") for line in paragraph("", said, page))
    for words in stage_words(progress):
        yield from paragraph("", page.say(words), page)


def _upcoming(progress: CampaignProgress, page: Page) -> Iterator[str]:
    events = progress.upcoming[:_MOST_UPCOMING]
    if events:
        yield ""
        yield page.paint(page.say(_NEXT), "bold")
    for one in events:
        named = [called(unit.unit) for unit in progress.units if unit.unit.id in one.units]
        words = _UPCOMING.of(
            day=day_words(progress.next_day(one)),
            event=happening_words(one, progress, named),
            off=off_words(one, progress),
        )
        yield from paragraph("  ", page.say(words), page)


def _filings(progress: CampaignProgress, page: Page) -> Iterator[str]:
    """How many applied, how many filed what, and by name who is late."""
    counts = [(APPLICATION.values[name], len(progress.applying(name))) for name in APPLICATION.values]
    said = _counted(counts)
    yield from paragraph("", page.say(_APPLICATIONS.of(count=len(progress.units), states=said)), page)
    for filing, what in FILED.values.items():
        counts = [(FILING_STATE.values[name], len(progress.filed(filing, name))) for name in FILING_STATE.values]
        if count := sum(count for _, count in counts):
            words = _FILED_LINE.of(filing=what, count=count, states=_counted(counts))
            yield from paragraph("", page.say(words), page)
        for state, style in _STYLES.items():
            units = progress.filed(filing, state)
            if units:
                named = tuple(_BY_DAYS.of(unit=called(one.unit), days=one.filing(filing).days) for one in units)
                said_who = page.say(_WHO.of(filing=what, state=FILING_STATE.values[state], units=named))
                yield from (page.paint(line, style) for line in paragraph("  ", said_who, page))


def _counted(counts: Sequence[tuple[Text, int]]) -> tuple[Words, ...]:
    return tuple(_STATE_COUNT.of(state=state, count=count) for state, count in counts if count)


def _table(progress: CampaignProgress, page: Page) -> Iterator[str]:
    widths = (max(_NARROWEST, page.width - _FIXED - 1), 14, 14, 11, 4, 6)
    yield page.paint(_row([page.say(text) for text in _HEAD], widths, [""] * len(widths), page), "bold")
    for one, name in zip(progress.units, _names(progress.units, widths[0], page), strict=True):
        yield _unit_line(one, name, widths, page)
    if any(filing.extended for one in progress.units for filing in one.filings):
        yield page.paint(page.say(_STAR), "dim")
    yield from (page.paint(line, "dim") for line in paragraph("", page.say(_HOW_COUNTED), page))


def _names(units: Sequence[UnitProgress], width: int, page: Page) -> list[str]:
    """The units by name, or all by their ids where a name is too long: cut off, names often look alike."""
    names = [page.say(called(one.unit)) for one in units]
    if any(cell_len(name) > width for name in names):
        names = [cut(one.unit.id, width) for one in units]
    return names


def _unit_line(one: UnitProgress, name: str, widths: Sequence[int], page: Page) -> str:
    if not one.applied:
        cells = [name, page.say(APPLICATION.values[one.application]), "—", "—", "—", "—"]
        return _row(cells, widths, ["dim"] * len(cells), page)
    filings = [cut(_filing_cell(filing, page), widths[1]) for filing in one.filings]
    marks = "—" if one.marks is None else str(len(one.marks))
    coverage = page.say(STATE.values["unscored"]) if one.card.state == "unscored" else "—"
    if one.coverage is not None:
        coverage = coverage_bar(one.coverage, _BAR)
    cells = [name, *filings, cut(coverage, widths[3]), marks, str(len(one.decisions))]
    styles = ["", *(_STYLES.get(filing.state, "") for filing in one.filings), "", "", ""]
    return _row(cells, widths, styles, page)


def _filing_cell(one: FilingProgress, page: Page) -> str:
    day = f"{one.received_on.month:02}-{one.received_on.day:02}" if one.received_on else ""
    words = _CELLS[one.state]
    facts = {"day": day, "days": one.days}
    return page.say(words.of(**facts)) + ("*" if one.extended else "")


def coverage_bar(coverage: Coverage, cells: int) -> str:
    """Coverage as a bar and two figures; the bar is full only where nothing is lacking."""
    filled = coverage.supported * cells // coverage.of if coverage.of else 0
    return f"{'#' * filled}{'.' * (cells - filled)} {coverage.supported}/{coverage.of}"


def _row(cells: Sequence[str], widths: Sequence[int], styles: Sequence[str], page: Page) -> str:
    """Cells in their columns, the last two to the right."""
    last = len(cells) - 1
    padded = (
        pad(cell, width, right=place >= last - 1) for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return " ".join(page.paint(cell, style) if style else cell for cell, style in zip(padded, styles, strict=True))


def _open(progress: CampaignProgress, page: Page) -> Iterator[str]:
    unscored = [one.unit.id for one in progress.units if one.applied and one.card.state == "unscored"]
    if unscored:
        told = page.say(_UNSCORED.of(units=unscored, state=STATE.values["unscored"]))
        yield from ("", *(page.paint(line, "red") for line in paragraph("", told, page)))
    found = to_decide(progress.units, page.lang)
    if found:
        yield from ("", page.paint(page.say(_DECIDE), "bold"))
    for words, units in found.items():
        named = [_TIMES.of(unit=unit, count=count) if count > 1 else unit for unit, count in units.items()]
        said = page.say(_WAITS.of(words=verbatim(words), count=units.total(), units=named))
        yield from paragraph("  ", said, page)
