"""Family G, what is frozen: a snapshot names a commit that the protected branch itself once stood at."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.checks.change.base import ChangeCheck
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Severity
from integrity_cli.domain.office import STAGE
from integrity_cli.lang import Text
from integrity_cli.reading.change import SNAPSHOTS, Change


class SnapshotAside(ChangeCheck):
    """A new snapshot of a commit that a merge brought along, or of none that was merged: somebody chose its content."""

    kind = Kind(
        "G822",
        "snapshot-aside",
        Severity.ERROR,
        Text(
            "{stage}阶段冻结的提交 {commit}，受保护的分支没有到过",
            "the stage of {stage} is frozen at {commit}, where the protected branch never stood",
        ),
        None,
        Text(
            "查明截止时受保护的分支在哪个提交（git log --first-parent）；用 integrity freeze 登记",
            "establish where the protected branch stood at the deadline (git log --first-parent); integrity freeze "
            "writes it down",
        ),
    )
    covers = ("T315", "T316")

    def look(self, change: Change) -> Iterator[Diagnostic]:
        if change.stood_at is None or change.after.snapshots is None:
            return
        earlier = change.before.snapshots.snapshots if change.before.snapshots else ()
        known = {(one.stage, one.commit) for one in earlier}
        for number, one in enumerate(change.after.snapshots.snapshots):
            if (one.stage, one.commit) not in known and one.commit not in change.stood_at:
                facts = {"stage": STAGE.values[one.stage], "commit": one.commit[:12]}
                yield self.at(SNAPSHOTS, "snapshots", number, "commit", **facts)
