"""`freeze STAGE`: the commit that counts for a stage, written down at its deadline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from integrity_cli.domain.office import FILED, STAGE
from integrity_cli.domain.snapshots import FROZEN_STAGE, Snapshot, Snapshots
from integrity_cli.lang import Lang, Text, Words, verbatim
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.frozen import manifest_digest, units_of
from integrity_cli.reading.loader import load, record_of
from integrity_cli.reading.snapshot_text import PATH, appended, written
from integrity_cli.sources import GitProblem, NotOnBranch, ProtectedBranch, Source, Unreadable
from integrity_cli.tasks.outcome import CLEAN, NOTHING, USAGE, Manner, Outcome
from integrity_cli.tasks.unknown import unknown
from integrity_cli.tasks.validate import NO_RECORDS

DUE = {"planning": "plan", "self_check": "self_report"}
"""What is due at the end of each stage that can be frozen."""

_UNKNOWN = Text("没有阶段 `{asked}`", "there is no stage `{asked}`")
_NOTHING_DUE = Text(
    "{stage}阶段没有到期要交的材料，不能冻结；能冻结的有：{known}",
    "nothing is due at the end of the stage of {stage}, so it cannot be frozen; those that can: {known}",
)
_TOO_EARLY = Text(
    "{filing}的期限是 {due}，当天全天有效，{on} 还不能冻结",
    "the {filing} is due on {due}, and that day counts in full; it is too early to freeze on {on}",
)
_FROZEN_ALREADY = Text(
    "{stage}阶段已在 {day} 冻结（提交 {commit}），只冻结一次；之后才到的，在 admitted 下准予计入",
    "the stage of {stage} was frozen on {day} (commit {commit}), and is frozen once; what came later is admitted "
    "under `admitted`",
)
_UNREADABLE = Text("读不出 {path}，见 integrity validate", "{path} cannot be read; see integrity validate")
_BY_HAND = Text(
    "{path} 的写法不能接着写，把下面几行加到 snapshots 之下：\n{lines}",
    "{path} is written in a way that cannot be continued; add these lines under `snapshots`:\n{lines}",
)
_NO_UNITS = Text("提交 {commit} 里没有单位的记录", "the commit {commit} holds no record of any unit")
_WHY_NOT = {
    "git": Text("这里不是能用的 Git 仓库：{told}", "no Git repository that can be used is here: {told}"),
    "shallow": Text(
        "这个克隆没有取全历史，不能冻结；先运行 git fetch --unshallow",
        "this clone is shallow, and nothing can be frozen in it; run `git fetch --unshallow` first",
    ),
    "no_branch": Text("没有分支 {told}", "there is no branch {told}"),
    "no_commit": Text("没有提交 {told}", "there is no commit {told}"),
    "aside": Text(
        "提交 {told} 不是受保护的分支到过的地方（git rev-list --first-parent），只能冻结合并以后的提交",
        "the protected branch never stood at the commit {told} (git rev-list --first-parent); only what was merged "
        "can be frozen",
    ),
}
_DONE = Text(
    "冻结{stage}阶段：\n  提交　　　　{commit}\n  清单校验值　{manifest}\n  文件　　　　{count}\n  日期　　　　{day}\n",
    "frozen, the stage of {stage}:\n  commit    {commit}\n  manifest  {manifest}\n  files     {count}\n"
    "  day       {day}\n",
)
_NEXT = Text(
    "已写入 {path}：由主办单位提合并请求，并入受保护的分支后生效；此后才到的不计分，除非在 admitted 下准予计入",
    "written to {path}: it takes effect once the office has merged it into the protected branch; what comes later does "
    "not count unless it is admitted under `admitted`",
)
_EXTENDED = Text(
    "延期未满的单位，交来以后须准予计入：{units}",
    "these units have an extension that still runs; what they hand in has to be admitted: {units}",
)
_UNTIL = Text("{unit}（至 {day}）", "{unit} (until {day})")
_RECEIVED_NOT_THERE = Text(
    "按时备案而快照里没有{filing}的单位：{units}；查明合并了没有",
    "in time by their receipt, and yet their {filing} is not in the snapshot: {units}; establish whether it was merged",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The stage to freeze, the revision if one was named, and the day that is written down."""

    stage: str
    revision: str | None
    on: date


def freeze(source: Source, branch: ProtectedBranch, asked: Asked, manner: Manner) -> tuple[Outcome, bytes | None]:
    """What is said, and the new bytes of snapshots.yaml; None where nothing is frozen, because it must not be."""
    campaign = load(source)
    lang = manner.language(campaign.language)
    if campaign.is_empty:
        return Outcome(NOTHING, lang, talk=(NO_RECORDS,)), None
    if problem := _refused(campaign, asked.stage, asked.on):
        return Outcome(USAGE, lang, talk=problem), None
    try:
        tip, commit = source.at(branch.tip()), branch.commit(asked.revision)
        there = source.at(commit)
        files = units_of(there)
        problem = _frozen_already(record_of(tip, "snapshots", Snapshots), asked.stage)
    except NotOnBranch as why:
        problem = (_WHY_NOT[why.reason].of(told=" ".join(why.told.split())),)
    except GitProblem as why:
        problem = (_WHY_NOT["git"].of(told=" ".join(str(why).split())),)
    else:
        problem = problem or (() if files else (_NO_UNITS.of(commit=commit),))
    if problem:
        return Outcome(USAGE, lang, talk=problem), None
    snapshot = Snapshot(
        stage=asked.stage, commit=commit, manifest=manifest_digest(there), taken_on=asked.on.isoformat()
    )
    return _written(campaign, snapshot, files, lang)


def _refused(campaign: Campaign, stage: str, on: date) -> tuple[Words, ...]:
    """Why a stage is not frozen, whatever commit is named; empty where it may be."""
    if stage not in STAGE.values:
        return unknown(_UNKNOWN, stage, list(FROZEN_STAGE.values))
    if stage not in FROZEN_STAGE.values:
        return (_NOTHING_DUE.of(stage=STAGE.values[stage], known=tuple(FROZEN_STAGE.values)),)
    if PATH in campaign.unreadable:
        return (_UNREADABLE.of(path=PATH),)
    filing = DUE[stage]
    due = campaign.terms.due(filing) if campaign.terms else None
    if due is not None and on <= due:
        return (_TOO_EARLY.of(filing=FILED.values[filing], due=due, on=on),)
    return _frozen_already(campaign.snapshots, stage)


def _frozen_already(snapshots: Snapshots | None, stage: str) -> tuple[Words, ...]:
    taken = snapshots.of(stage) if snapshots else None
    if taken is None:
        return ()
    return (_FROZEN_ALREADY.of(stage=STAGE.values[stage], day=taken.taken_on, commit=taken.commit),)


def _written(
    campaign: Campaign, snapshot: Snapshot, files: tuple[str, ...], lang: Lang
) -> tuple[Outcome, bytes | None]:
    content = appended(_content(campaign.source), snapshot)
    if content is None:
        by_hand = _BY_HAND.of(path=PATH, lines=verbatim(written(snapshot).rstrip("\n")))
        return Outcome(USAGE, lang, talk=(by_hand,)), None
    facts = {"commit": snapshot.commit, "manifest": snapshot.manifest, "day": snapshot.taken_on}
    done = _DONE.of(stage=STAGE.values[snapshot.stage], count=len(files), **facts)
    talk = (_NEXT.of(path=PATH), *_worth_knowing(campaign, snapshot, files))
    return Outcome(CLEAN, lang, done.say(lang), talk), content


def _content(source: Source) -> bytes | None:
    try:
        return source.read(PATH)
    except (KeyError, Unreadable):
        return None


def _worth_knowing(campaign: Campaign, snapshot: Snapshot, files: tuple[str, ...]) -> Iterator[Words]:
    """Which units may still hand in by right, and which handed in what the snapshot does not hold."""
    filing = DUE[snapshot.stage]
    running = tuple(
        _UNTIL.of(unit=one.unit, day=one.until)
        for one in (campaign.calendar.extensions if campaign.calendar else ())
        if one.filing == filing and one.until >= snapshot.taken_on
    )
    if running:
        yield _EXTENDED.of(units=running)
    not_there = tuple(
        dossier.unit.id
        for dossier in campaign.dossiers
        if (received := dossier.timeliness(filing)) is not None
        and received.in_time
        and f"{dossier.folder}/{filing}.yaml" not in files
    )
    if not_there:
        yield _RECEIVED_NOT_THERE.of(filing=FILED.values[filing], units=not_there)
