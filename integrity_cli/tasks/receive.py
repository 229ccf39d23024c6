"""`receive`: look at each ref that a push moves, by what it is; one refusal refuses the push."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from integrity_cli.checks import check
from integrity_cli.checks.change import on_the_way, told_of
from integrity_cli.checks.change.pushes import (
    MOST_REFS,
    TOO_MANY_REFS,
    deletion_of,
    of_another_ref,
    of_founding,
    of_the_protected,
)
from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.lang import Text, Words
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.loader import load
from integrity_cli.reading.locate import shown_path
from integrity_cli.reading.passing import of_concern, personal_on_the_way
from integrity_cli.reading.personal import Personal
from integrity_cli.reading.scope import is_of_office
from integrity_cli.rendering.findings.report import FindingsReport
from integrity_cli.rendering.findings.text import MORE
from integrity_cli.rendering.formats import FINDINGS_FORMATS
from integrity_cli.rendering.page import Page, one_line
from integrity_cli.sources import NotLanding, Source
from integrity_cli.sources.pushed import BRANCHES, Brought, Opened, Receiving, Update
from integrity_cli.tasks.outcome import CLEAN, FINDINGS, NOTHING, USAGE, Manner, Outcome
from integrity_cli.tasks.validate import (
    NO_RECORDS,
    git_says,
    report_of,
    report_of_change,
    report_of_refusal,
)

_TAKEN = Text("查过了，可以收下", "looked through, and nothing speaks against it")
_REFUSED = Text("推送没有收下，服务器上什么都没有变", "the push is refused, and nothing has changed on the server")
_ALL_REFUSED = Text(
    "推送没有收下：{count} 个引用一处不收，全部不收，服务器上什么都没有变",
    "the push is refused: where one of {count:ref|refs} is not taken none is, and nothing has changed on the server",
)
_DRAFT = Text(
    "{ref}：只查了个人信息，看过 {commits} 个提交、{files} 个文件",
    "{ref}: looked through for personal data only, {commits:commit|commits} with {files:file|files}",
)
_NOTHING_PUSHED = Text(
    "标准输入里没有推送的引用；这个命令由服务器的 pre-receive 钩子调用",
    "standard input names no ref that is pushed; this command is for the pre-receive hook of a server",
)


@dataclass(frozen=True, slots=True)
class Push:
    """What an account pushes to a repository, and which of its branches is the protected one."""

    to: Receiving
    updates: tuple[Update, ...]
    actor: str
    branch: str = "main"

    @property
    def protected(self) -> str:
        """The protected branch in full."""
        return f"{BRANCHES}{self.branch}"


class _Law:
    """The campaign that the protected branch shows, read when it is first asked for."""

    def __init__(self, shown: Source | None) -> None:
        self._shown = shown

    @cached_property
    def campaign(self) -> Campaign | None:
        """None where the protected branch is not there yet."""
        return load(self._shown) if self._shown else None

    @property
    def language(self) -> str | None:
        """The language of the campaign."""
        return self.campaign.language if self.campaign else None

    @property
    def personal(self) -> Personal:
        """What is personal in it: public already, and told or waived where it stands."""
        return self.campaign.personal if self.campaign else Personal((), (), ())

    def names_as_office(self, account: str) -> bool:
        """Whether an account is one of the office's."""
        team = self.campaign.team if self.campaign else None
        return team is not None and is_of_office(account, team)


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is found of one ref; `is_whole` where a campaign was looked at as a whole, and not what a draft brings."""

    report: FindingsReport
    language: str | None
    talk: tuple[Words, ...] = ()
    is_whole: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether a campaign was to be looked at, and none is there."""
        return self.is_whole and not self.report.files and not self.report.findings


def receive(push: Push, format_: str, manner: Manner) -> Outcome:
    """Whether a push may be taken: exit 0 says so, and nothing else does."""
    lang = manner.language(None)
    if not push.updates:
        return Outcome(USAGE, lang, talk=(_NOTHING_PUSHED,))
    try:
        with push.to.opened() as server:
            looked = tuple(_looked_at(push, server))
    except NotLanding as refusal:
        return Outcome(USAGE, lang, talk=(git_says(refusal), _REFUSED))
    lang = manner.language(next((one.language for one in looked if one.language), None))
    report = _together(one.report for one in looked)
    code = FINDINGS if report.errors else NOTHING if any(one.is_empty for one in looked) else CLEAN
    talk = tuple(line for one in looked for line in one.talk)
    if code == NOTHING:
        talk += (NO_RECORDS,)
    if report.findings and not report.files:
        talk += (MORE.of(code=report.findings[0].finding.code),)
    page = Page(lang, manner.width, manner.color, closing=bool(report.files))
    return Outcome(code, lang, FINDINGS_FORMATS[format_](report, page), (*talk, _verdict(code, push.updates)))


def _verdict(code: int, updates: tuple[Update, ...]) -> Words:
    if code == CLEAN:
        return _TAKEN
    return _REFUSED if len(updates) == 1 else _ALL_REFUSED.of(count=len(updates))


def _looked_at(push: Push, server: Opened) -> Iterator[_Looked]:
    law = _Law(server.tree(push.protected))
    if len(push.updates) > MOST_REFS:
        yield _refused((TOO_MANY_REFS.at("HEAD", count=len(push.updates), most=MOST_REFS),), law)
        return
    for update in push.updates:
        try:
            if update.ref == push.protected:
                yield _at_the_protected(push, server, update, law)
            else:
                yield _at_another(push, server, update, law)
        except NotLanding as refusal:
            if not (why := told_of(refusal)):
                raise
            yield _refused(why, law)


def _at_the_protected(push: Push, server: Opened, update: Update, law: _Law) -> _Looked:
    if update.new is None:
        return _refused((deletion_of(update.ref),), law)
    stands = server.refs.get(update.ref)
    dropped = server.dropped(update.old, update.new) if update.old and update.old == stands else 0
    if why := tuple(of_the_protected(update, stands, dropped)):
        return _refused(why, law)
    if update.old is None:
        return _at_the_first(push, server.brought(update.new), update.ref)
    report, language = report_of_change(server.landing(update.old, update.new), (push.actor,))
    return _Looked(report, language, is_whole=True)


def _at_the_first(push: Push, brought: Brought, ref: str) -> _Looked:
    """There is no law yet: a campaign comes that has to be sound, and the office that it names brings it."""
    campaign = load(brought.tip)
    founded = tuple(of_founding(push.actor, campaign))
    held = of_concern(brought.passing, is_by_office=not founded)
    passing = personal_on_the_way(brought.commits, ref, held, campaign.personal)
    report = report_of(campaign, (*check(campaign), *founded, *on_the_way(passing, campaign)))
    return _Looked(report, campaign.language, is_whole=True)


def _at_another(push: Push, server: Opened, update: Update, law: _Law) -> _Looked:
    """Of a draft or a tag: whether it is the account's to move, and what it brings that is personal."""
    if why := tuple(of_another_ref(update, push.actor, push.protected, law.campaign)):
        return _refused(why, law)
    if update.new is None:
        return _refused((), law)
    brought = server.brought(update.new)
    held = of_concern(brought.passing, is_by_office=law.names_as_office(push.actor))
    # What the offices in the draft itself publish may stand in it.
    passing = personal_on_the_way(brought.commits, update.ref, held, law.personal)
    report = report_of_refusal(on_the_way(passing, load(brought.tip)))
    ref = one_line(shown_path(update.branch))
    talk = _DRAFT.of(ref=ref, commits=len(brought.commits), files=brought.files)
    return _Looked(report, law.language, (talk,))


def _refused(why: Iterable[Diagnostic], law: _Law) -> _Looked:
    return _Looked(report_of_refusal(why), law.language)


def _together(reports: Iterable[FindingsReport]) -> FindingsReport:
    """One report of everything that is pushed; only the protected branch has a campaign to be counted."""
    told = tuple(reports)
    whole = next((one for one in told if one.files), FindingsReport((), 0, 0, 0))
    return replace(whole, findings=tuple(finding for one in told for finding in one.findings))
