"""Family T, the snapshots: their commits are here and hold what was recorded, and each admission admits something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from integrity_cli.checks.base import Check
from integrity_cli.checks.office import SNAPSHOTS
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Severity
from integrity_cli.domain.office import STAGE
from integrity_cli.lang import Text, Words
from integrity_cli.reading.campaign import Campaign
from integrity_cli.sources import GitProblem, TooShallow

SHOWN = 12
"""Digits of a commit's id or of a digest that a person compares."""


class SnapshotNotHere(Check):
    """A commit that snapshots.yaml names and that this repository does not hold."""

    kind = Kind(
        "T315",
        "snapshot-not-here",
        Severity.ERROR,
        Text(
            "这里没有提交 {commit}，冻结的内容读不到：{reason}",
            "there is no commit {commit} here, so what was frozen cannot be read: {reason}",
        ),
        None,
        Text(
            "补全历史再看；历史确实改写过的，由主办单位查明改写后是哪个提交，更正并说明",
            "fetch the whole history and look again; where history was rewritten, the office establishes which commit "
            "it is now, corrects it and says why",
        ),
    )
    needs = ("snapshots",)

    _SHALLOW = Text(
        "这个克隆没有取全历史，用 git fetch --unshallow 补全",
        "this clone is shallow; `git fetch --unshallow` brings the rest",
    )
    _GONE = Text("历史里没有它", "no history holds it")
    _SAID = Text("git 说 {said}", "git says {said}")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for one in campaign.frozen.not_here:
            yield self.at(SNAPSHOTS, *one.route, commit=one.commit[:SHOWN], reason=self._because(one.problem))

    def _because(self, problem: GitProblem) -> Words:
        if isinstance(problem, TooShallow):
            return self._SHALLOW
        said = " ".join(str(problem).split())
        return self._SAID.of(said=said) if said else self._GONE


class SnapshotDiffers(Check):
    """A commit whose files are not those of which the manifest was taken."""

    kind = Kind(
        "T316",
        "snapshot-differs",
        Severity.ERROR,
        Text(
            "提交 {commit} 的文件清单与登记的校验值不符",
            "the files of the commit {commit} are not those whose manifest was recorded",
        ),
        None,
        Text(
            "查明登记的提交或校验值是不是抄错；都没有错的，查明仓库被谁改过",
            "establish whether the commit or the digest was copied wrongly; if neither was, establish who altered the "
            "repository",
        ),
        Text("这个提交的清单校验值以 {actual} 开头", "the digest of its manifest begins with {actual}"),
    )
    needs = ("snapshots",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.snapshots
        for number, actual in campaign.frozen.not_the_same:
            commit = campaign.snapshots.snapshots[number].commit[:SHOWN]
            yield self.at(SNAPSHOTS, "snapshots", number, "manifest", commit=commit, actual=actual[:SHOWN])


class AdmissionOfNothing(Check):
    """An admission that admits nothing: it names what is not there, did not come late, or another stage freezes."""

    kind = Kind(
        "T317",
        "admission-of-nothing",
        Severity.WARNING,
        Text("这里没有准予计入任何内容：{reason}", "nothing is admitted here: {reason}"),
        None,
        Text(
            "核对单位、条目或记录，以及它进入哪个提交",
            "establish the unit, the entry or record, and the commit that brought it",
        ),
    )
    needs = ("snapshots", "register")

    _WHY: ClassVar = {
        "stage": Text("它由另一个阶段的快照冻结", "the snapshot of another stage freezes it"),
        "absent": Text("所写的提交里没有它", "that commit does not hold it"),
        "same": Text("快照里就是这样，不是后来才到的", "the snapshot has it just so, and it did not come late"),
    }

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.snapshots and campaign.register
        known = {unit.id for unit in campaign.register.units}
        for route, reason in campaign.frozen.idle:
            _, number, _, place, _ = route
            if campaign.snapshots.snapshots[int(number)].admitted[int(place)].unit in known:  # else this is L203
                yield self.at(SNAPSHOTS, *route, reason=self._WHY[reason])


class AdmissionWithoutOneSubject(Check):
    """An admission of neither an entry nor a record, or of both."""

    kind = Kind(
        "T318",
        "admission-without-one-subject",
        Severity.ERROR,
        Text(
            "`entry` 和 `record` 写一个，且只写一个",
            "exactly one of `entry` and `record` says what is admitted",
        ),
        None,
        Text("查明决定准予计入的是哪一条，还是整份记录", "establish whether one entry or a whole record was admitted"),
    )
    needs = ("snapshots",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.snapshots
        for number, snapshot in enumerate(campaign.snapshots.snapshots):
            for place, one in enumerate(snapshot.admitted):
                if (one.entry is None) == (one.record is None):
                    yield self.at(SNAPSHOTS, "snapshots", number, "admitted", place)


class StageFrozenTwice(Check):
    """Two snapshots of one stage, so that two contents might count."""

    kind = Kind(
        "T319",
        "stage-frozen-twice",
        Severity.ERROR,
        Text("{stage}阶段冻结了不止一次", "the stage of {stage} is frozen more than once"),
        None,
        Text(
            "查明哪一个快照是截止时冻结的；之后才到的，逐条准予计入",
            "establish which snapshot was taken at the deadline; what came later is admitted by name",
        ),
    )
    needs = ("snapshots",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.snapshots
        seen: set[str] = set()
        for number, snapshot in enumerate(campaign.snapshots.snapshots):
            if snapshot.stage in seen:
                yield self.at(SNAPSHOTS, "snapshots", number, "stage", stage=STAGE.values[snapshot.stage])
            seen.add(snapshot.stage)
