"""What every ledger entry has: an id, a title, a day, and where its original is."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from integrity_cli.domain.record import Record
from integrity_cli.domain.scalars import (
    AttachmentPath,
    Count,
    Day,
    Digest,
    EntryId,
    Line,
    OneOf,
    Prose,
    Slug,
    Url,
)
from integrity_cli.lang import Text

DISCLOSURE = OneOf(
    Text("公开程度", "disclosure"),
    {"public": Text("公开", "public"), "sealed": Text("封存", "sealed")},
)
SUBJECT = OneOf(
    Text("对象", "subject"),
    {"bodies": Text("执法机构", "enforcement bodies"), "officers": Text("执法人员", "officers")},
)


class Original(Record):
    """Where the paper original is and who holds it; it stays there."""

    held_by: Annotated[Line, Text("保管部门", "held by")]
    where: Annotated[Line | None, Text("存放位置", "where")] = None
    pages: Annotated[Count | None, Text("页数", "pages")] = None


class Withdrawn(Record):
    """That an entry was wrong and no longer counts; it stays in the ledger."""

    on: Annotated[Day, Text("撤回日期", "withdrawn on")]
    reason: Annotated[Prose, Text("撤回原因", "reason")]


class Entry(Record):
    """The fields that entries of every kind share."""

    kind_label: ClassVar[Text]
    day_label: ClassVar[Text] = Text("日期", "date")

    id: Annotated[EntryId, Text("编号", "id")]
    kind: Annotated[Line, Text("类型", "kind")]
    title: Annotated[Line, Text("名称", "title")]
    happened_on: Annotated[Day, Text("日期", "date")]
    body: Annotated[Slug | None, Text("执法机构", "body")] = None
    url: Annotated[Url | None, Text("网址", "web address")] = None
    original: Annotated[Original | None, Text("原件", "original")] = None
    attachment: Annotated[AttachmentPath | None, Text("附件", "attachment")] = None
    sha256: Annotated[Digest | None, Text("附件校验值", "digest of the attachment")] = None
    disclosure: Annotated[str, DISCLOSURE, Text("公开程度", "disclosure")] = "public"
    seal: Annotated[Digest | None, Text("封存校验值", "seal")] = None
    note: Annotated[Prose | None, Text("说明", "note")] = None
    withdrawn: Annotated[Withdrawn | None, Text("撤回", "withdrawn")] = None
    replaces: Annotated[EntryId | None, Text("更正的条目", "replaces")] = None

    @property
    def window_day(self) -> date:
        """The day that decides whether the entry falls into a stage or window."""
        return self.happened_on
