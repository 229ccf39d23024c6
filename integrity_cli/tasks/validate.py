"""`validate`: load, check, select, order, render; of a change: load both sides, check, score both, render."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from integrity_cli.checks import Judged, check, check_change
from integrity_cli.checks.change import told_of
from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.lang import Text, Words
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.change import Change, change_of
from integrity_cli.reading.loader import load, load_for_score
from integrity_cli.reading.locate import Located, Locator, shown_path
from integrity_cli.rendering.findings import markdown as findings_markdown
from integrity_cli.rendering.findings.report import Feedback, FindingsReport
from integrity_cli.rendering.formats import CLOSED_BY_THEMSELVES, DOCUMENTS, FINDINGS_FORMATS
from integrity_cli.rendering.page import Page
from integrity_cli.scoring.moves import Side, moves
from integrity_cli.sources import Changes, GitProblem, Landing, Lines, NotLanding, Proposed, Source, Unreadable
from integrity_cli.tasks.outcome import CLEAN, FINDINGS, NOTHING, USAGE, FailLevel, Manner, Outcome
from integrity_cli.tasks.selection import EVERYTHING, Selection, selection

NO_RECORDS = Text("这里没有记录：records/ 下没有一个记录文件", "no records here: records/ holds no record file")
_NO_CHANGES = Text(
    "认不出哪些行有改动，按文件次序列出：git 找不到 {base} 与这里的共同提交（{reason}）",
    "which lines changed cannot be told, so findings come in the order of files: "
    "git finds no commit that {base} and this one share ({reason})",
)
_NOT_COMMITTED = Text(
    "没有提交、不在其内的改动：{count} 个文件", "not committed, and not looked at: {count:file|files}"
)
_GIT_SAYS = Text("看不了改动，git 说：{reason}", "the change cannot be looked at; git says: {reason}")
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


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A change, the accounts that hand it in, and the name of its branch, empty where nobody tells it.

    `folder` is what lies beside the repository, where a person works in it: what is not committed is not handed in.
    """

    proposed: Proposed
    actors: tuple[str, ...]
    branch: str = ""
    folder: Source | None = None


def validate(source: Source, format_: str, manner: Manner, asked: Asked = Asked()) -> Outcome:
    """Everything that is wrong with a campaign. Errors are exit 1; warnings alone are not, unless asked for."""
    campaign = load(source)
    lang = manner.language(campaign.language)
    selected = selection(asked.select, asked.ignore)
    if problem := selected.problem():
        return Outcome(USAGE, lang, talk=problem)
    lines, talk = _changed(asked.changes)
    report = report_of(campaign, (one for one in check(campaign) if selected.holds(one.code)), lines)
    return _told(report, format_, Page(lang, manner.width, manner.color), asked, talk, is_empty=campaign.is_empty)


def validate_change(handed_in: HandedIn, format_: str, manner: Manner, asked: Asked = Asked()) -> Outcome:
    """Everything that is wrong with what a change would come to, and with who hands in what; and what it does."""
    lang = manner.language(None)
    selected = selection(asked.select, asked.ignore)
    if problem := selected.problem():
        return Outcome(USAGE, lang, talk=problem)
    lines, talk = _changed(asked.changes)
    try:
        with handed_in.proposed.landing() as landing:
            report, language = report_of_change(landing, handed_in.actors, handed_in.branch, selected, lines)
            talk += _left_out(landing.head, handed_in.folder)
    except NotLanding as refusal:
        if not (why := told_of(refusal)):
            return Outcome(USAGE, lang, talk=(git_says(refusal),))
        report, language, talk = report_of_refusal(why), None, ()
    lang = manner.language(language)
    is_empty = report.files == 0 and not report.findings
    return _told(report, format_, Page(lang, manner.width, manner.color), asked, talk, is_empty=is_empty)


def report_of_change(
    landing: Landing,
    actors: tuple[str, ...],
    branch: str = "",
    selected: Selection = EVERYTHING,
    lines: Lines | None = None,
) -> tuple[FindingsReport, str | None]:
    """What is found of a change and what it does, and the language of its base."""
    change = change_of(landing, actors, branch)
    judged = check_change(change)
    told = report_of(change.after, (one for one in judged.findings if selected.holds(one.code)), lines)
    return replace(told, feedback=_feedback(landing, change, judged)), change.before.language


def report_of_refusal(why: Iterable[Diagnostic]) -> FindingsReport:
    """The findings on what was not even looked at."""
    return FindingsReport(tuple(Locator(_nowhere).locate(why)), 0, 0, 0)


def git_says(refusal: NotLanding) -> Words:
    """What Git itself had to say."""
    return _GIT_SAYS.of(reason=" ".join(refusal.told.split()))


def _feedback(landing: Landing, change: Change, judged: Judged) -> Feedback:
    return Feedback(
        actors=change.actors,
        base=landing.base_commit,
        head=landing.head_commit,
        files=len(change.changed),
        refused=len(change.refused),
        units=moves(change, _scored(change.before, judged.before), _scored(change.after, judged.after)),
        known=judged.known,
    )


def _scored(campaign: Campaign, findings: tuple[Diagnostic, ...]) -> Side:
    """The campaign as `score` would load it: with snapshots, what they froze."""
    if campaign.snapshots is None or not campaign.snapshots.snapshots:
        return Side(campaign, findings)
    frozen = load_for_score(campaign.source)
    return Side(frozen, check(frozen))


def _left_out(head: Source, folder: Source | None) -> tuple[Words, ...]:
    """What is said where a folder differs from the commit that is handed in, apart from the ends of lines."""
    paths = folder.paths() if folder is not None else ()
    if folder is None or not paths:
        return ()
    differing = [path for path in {*paths, *head.paths()} if _text(head, path) != _text(folder, path)]
    return (_NOT_COMMITTED.of(count=len(differing)),) if differing else ()


def _text(source: Source, path: str) -> bytes | None:
    try:
        return source.read(path).replace(b"\r\n", b"\n")
    except (KeyError, Unreadable):
        return None


def _nowhere(path: str) -> Source:
    """No file has a text where nothing could be read."""
    raise KeyError(path)


def _told(
    told: FindingsReport, format_: str, page: Page, asked: Asked, talk: tuple[Words, ...], *, is_empty: bool
) -> Outcome:
    report = replace(told, summarised=asked.summary_room is not None)
    page = replace(page, closing=not asked.quiet)
    is_told = bool(report.findings) or not is_empty
    if not is_told:
        talk += (NO_RECORDS,)
    elif format_ not in CLOSED_BY_THEMSELVES:
        talk += (report.closing,)
    return Outcome(
        _exit_code(report, asked.fail_level, is_empty=is_empty),
        page.lang,
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


def _exit_code(report: FindingsReport, level: FailLevel, *, is_empty: bool) -> int:
    failing = {FailLevel.ERROR: report.errors, FailLevel.WARNING: len(report.findings), FailLevel.NEVER: 0}
    if failing[level]:
        return FINDINGS
    return NOTHING if is_empty else CLEAN


def _summary(report: FindingsReport, page: Page, room: int | None) -> str:
    return "" if room is None else findings_markdown.render(report, replace(page, closing=True), room)
