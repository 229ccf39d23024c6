"""`validate`: load, check, select, order, render."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from integrity_cli.checks import check
from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.lang import Text, Words
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.loader import load
from integrity_cli.reading.locate import Located, Locator, shown_path
from integrity_cli.rendering import findings_markdown
from integrity_cli.rendering.formats import CLOSED_BY_THEMSELVES, DOCUMENTS, FINDINGS_FORMATS
from integrity_cli.rendering.page import Page
from integrity_cli.rendering.report import FindingsReport
from integrity_cli.sources import Changes, GitProblem, Lines, Source
from integrity_cli.tasks.outcome import CLEAN, FINDINGS, NOTHING, USAGE, FailLevel, Manner, Outcome
from integrity_cli.tasks.selection import selection

NO_RECORDS = Text("这里没有记录：records/ 下没有一个记录文件", "no records here: records/ holds no record file")
_NO_CHANGES = Text(
    "认不出哪些行有改动，按文件次序列出：git 找不到 {base} 与这里的共同提交（{reason}）",
    "which lines changed cannot be told, so findings come in the order of files: "
    "git finds no commit that {base} and this one share ({reason})",
)
_NO_REASON = Text("历史可能没有取全", "the history may not have been fetched in full")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which findings are told and which of them fail the run; what is new since `changes` comes first.

    `summary_room` is how many bytes a forge takes for the summary of the step, if it takes one.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_level: FailLevel = FailLevel.ERROR
    quiet: bool = False
    changes: Changes | None = None
    summary_room: int | None = None


def validate(source: Source, format_: str, manner: Manner, asked: Asked = Asked()) -> Outcome:
    """Everything that is wrong with a campaign. Errors are exit 1; warnings alone are not, unless asked for."""
    campaign = load(source)
    lang = manner.language(campaign.language)
    selected = selection(asked.select, asked.ignore)
    if problem := selected.problem():
        return Outcome(USAGE, lang, talk=problem)
    lines, talk = _changed(asked.changes)
    told = report_of(campaign, (one for one in check(campaign) if selected.holds(one.code)), lines)
    report = replace(told, summarised=asked.summary_room is not None)
    page = Page(lang, manner.width, manner.color, closing=not asked.quiet)
    is_told = bool(report.findings) or not campaign.is_empty
    if not is_told:
        talk += (NO_RECORDS,)
    elif format_ not in CLOSED_BY_THEMSELVES:
        talk += (report.closing,)
    return Outcome(
        _exit_code(campaign, report, asked.fail_level),
        lang,
        FINDINGS_FORMATS[format_](report, page) if is_told or format_ in DOCUMENTS else "",
        () if asked.quiet else talk,
        _summary(report, page, asked.summary_room) if is_told else "",
    )


def report_of(campaign: Campaign, findings: Iterable[Diagnostic], changed: Lines | None = None) -> FindingsReport:
    """The findings with their places, those on changed lines first, and how much was looked at."""
    located = Locator(campaign.source_of).locate(findings)
    flagged = {one.path for one in located}
    new = {shown_path(path): lines for path, lines in (changed or {}).items()}
    return FindingsReport(
        findings=tuple(sorted(located, key=lambda one: not _is_new(one, new))),
        units=len(campaign.dossiers),
        files=len(campaign.read),
        entries=campaign.entries,
        clean=tuple(path for path in map(shown_path, campaign.read) if path not in flagged),
    )


def _is_new(one: Located, changed: Lines) -> bool:
    return any(one.position.line in lines for lines in changed.get(one.path, ()))


def _changed(changes: Changes | None) -> tuple[Lines, tuple[Words, ...]]:
    if changes is None:
        return {}, ()
    try:
        return changes.lines(), ()
    except GitProblem as problem:
        reason = " ".join(str(problem).split()) or _NO_REASON
        return {}, (_NO_CHANGES.of(base=changes.base, reason=reason),)


def _exit_code(campaign: Campaign, report: FindingsReport, level: FailLevel) -> int:
    failing = {FailLevel.ERROR: report.errors, FailLevel.WARNING: len(report.findings), FailLevel.NEVER: 0}
    if failing[level]:
        return FINDINGS
    return NOTHING if campaign.is_empty else CLEAN


def _summary(report: FindingsReport, page: Page, room: int | None) -> str:
    return "" if room is None else findings_markdown.render(report, replace(page, closing=True), room)
