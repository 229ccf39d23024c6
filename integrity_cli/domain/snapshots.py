"""What was frozen at a deadline, what the office admits of what came later, and what came later at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from integrity_cli.domain.office import STAGE
from integrity_cli.domain.record import Record
from integrity_cli.domain.scalars import CommitId, Day, Digest, EntryId, OneOf, Prose, Slug
from integrity_cli.lang import Sentence, Text, verbatim

FROZEN_STAGE = OneOf(
    Text("冻结的阶段", "stage that is frozen"), {name: STAGE.values[name] for name in ("planning", "self_check")}
)
"""The stages that end with something due: the plan at the first, everything else of a unit at the second."""

UNIT_RECORD = OneOf(
    Text("单位的记录", "record of a unit"),
    {
        "plan": Text("创建方案", "plan"),
        "self_report": Text("自查报告", "self-report"),
        "evidence": Text("台账", "evidence ledger"),
        "powers": Text("权力清单", "power list"),
        "cases": Text("案件登记", "case register"),
        "profile": Text("单位概况", "profile"),
    },
)
ARRIVED = OneOf(
    Text("怎样到的", "how it came"),
    {"added": Text("新增", "added"), "changed": Text("改动", "changed"), "removed": Text("删去", "removed")},
)

_ARRIVED = Text("{name}（{change}）", "{name} ({change})")


class Admission(Record):
    """准予计入: one entry or one record of a unit that came late, and that counts as a commit has it."""

    unit: Annotated[Slug, Text("单位", "unit")]
    entry: Annotated[EntryId | None, Text("台账条目", "ledger entry")] = None
    record: Annotated[Annotated[str, UNIT_RECORD] | None, Text("整份记录", "whole record")] = None
    commit: Annotated[CommitId, Text("所在提交", "commit that holds it")]
    decided_on: Annotated[Day, Text("决定日期", "decided on")]
    reason: Annotated[Prose, Text("理由", "reason")]


class Snapshot(Record):
    """快照: the commit of the protected branch whose content counts for a stage, and the digest of its manifest."""

    stage: Annotated[str, FROZEN_STAGE, Text("阶段", "stage")]
    commit: Annotated[CommitId, Text("提交", "commit")]
    manifest: Annotated[Digest, Text("文件清单校验值", "digest of the manifest")]
    taken_on: Annotated[Day, Text("冻结日期", "taken on")]
    admitted: Annotated[tuple[Admission, ...], Text("准予计入", "admitted")] = ()


class Snapshots(Record):
    """快照登记: what was frozen at each deadline."""

    snapshots: Annotated[tuple[Snapshot, ...], Text("快照", "snapshots")] = ()

    def of(self, stage: str) -> Snapshot | None:
        """The snapshot of a stage; of two the first, as everywhere."""
        return next((one for one in self.snapshots if one.stage == stage), None)


@dataclass(frozen=True, slots=True)
class Arrival:
    """截止后才到: an entry, a record or a file of a unit that is not as the snapshot of its stage has it.

    `sort` is entry, record or file; `name` its id, its name in `UNIT_RECORD`, or its path below the unit's folder.
    """

    snapshot: Snapshot
    sort: str
    name: str
    change: str
    admission: Admission | None = None

    @property
    def words(self) -> Sentence:
        """What came, and how."""
        name = UNIT_RECORD.values[self.name] if self.sort == "record" else verbatim(self.name)
        return _ARRIVED.of(name=name, change=ARRIVED.values[self.change])


@dataclass(frozen=True, slots=True)
class Late:
    """What came late from one unit: what does not count, and what the office admitted."""

    uncounted: tuple[Arrival, ...] = ()
    admitted: tuple[Arrival, ...] = ()

    def of_entry(self, id_: str) -> Late:
        """What of this concerns one ledger entry."""
        uncounted, admitted = (
            tuple(one for one in several if (one.sort, one.name) == ("entry", id_))
            for several in (self.uncounted, self.admitted)
        )
        return Late(uncounted, admitted)

    def has(self, sort: str, name: str) -> bool:
        """Whether something of this name came late and does not count."""
        return any((one.sort, one.name) == (sort, name) for one in self.uncounted)
