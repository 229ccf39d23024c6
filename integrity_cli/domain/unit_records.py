"""What a unit writes of itself besides its ledger: profile, plan and self-report."""

from __future__ import annotations

from typing import Annotated

from integrity_cli.domain.decisions import Figure
from integrity_cli.domain.evidence.base import Original
from integrity_cli.domain.office import STAGE, UNIT_KIND
from integrity_cli.domain.record import Record
from integrity_cli.domain.scalars import Count, Day, EntryId, Line, OneOf, Points, Prose, Slug, Url
from integrity_cli.lang import Text

GROUP_ROLE = OneOf(
    Text("组内职务", "role in the group"),
    {
        "leader": Text("组长", "leader"),
        "deputy_leader": Text("副组长", "deputy leader"),
        "member": Text("成员", "member"),
    },
)
POST = OneOf(
    Text("职务类别", "class of post"),
    {
        "head": Text("主要负责人", "head"),
        "deputy": Text("分管负责人", "deputy in charge"),
        "section": Text("科室、下属机构负责人", "head of a section or body"),
    },
)
CHANNEL = OneOf(
    Text("监督渠道", "channel"),
    {
        "hotline": Text("监督举报电话", "hotline"),
        "mailbox": Text("网上信箱", "web mailbox"),
        "other": Text("其他", "other"),
    },
)
PLATFORM = OneOf(
    Text("平台", "platform"),
    {"weibo": Text("微博", "Weibo"), "wechat": Text("微信", "WeChat"), "other": Text("其他", "other")},
)


class Body(Record):
    """A subordinate enforcement body inside its agency; a fact is counted once, where it stands."""

    id: Annotated[Slug, Text("编号", "id")]
    name: Annotated[Line, Text("名称", "name")]
    capacity: Annotated[str, UNIT_KIND, Text("执法资格", "capacity")]


class Contact(Record):
    """An office that can be reached; never a person."""

    office: Annotated[Line, Text("科室", "office")]
    phone: Annotated[Line, Text("办公电话", "office phone")]
    mailbox: Annotated[Line | None, Text("公开邮箱", "public mailbox")] = None


class Channel(Record):
    """监督渠道: a way in which people can complain or report, and where it is published."""

    channel: Annotated[str, CHANNEL, Text("渠道", "channel")]
    address: Annotated[Line, Text("号码或地址", "number or address")]
    url: Annotated[Url | None, Text("公布网址", "published at")] = None


class Account(Record):
    """A Weibo or WeChat account of the unit."""

    id: Annotated[Slug, Text("编号", "id")]
    platform: Annotated[str, PLATFORM, Text("平台", "platform")]
    name: Annotated[Line, Text("账号名称", "name")]
    opened_on: Annotated[Day, Text("开通日期", "opened on")]


class Profile(Record):
    """单位概况: site, contacts, channels, accounts and bodies."""

    site: Annotated[Url | None, Text("门户网站", "site")] = None
    address: Annotated[Line | None, Text("办公地址", "office address")] = None
    contact: Annotated[Contact | None, Text("联系科室", "contact office")] = None
    bodies: Annotated[tuple[Body, ...], Text("下属执法机构", "bodies")] = ()
    channels: Annotated[tuple[Channel, ...], Text("监督渠道", "channels")] = ()
    accounts: Annotated[tuple[Account, ...], Text("微博微信账号", "accounts")] = ()


class GroupMember(Record):
    """A seat in the leading group, by post; never a name."""

    role: Annotated[str, GROUP_ROLE, Text("组内职务", "role")]
    post: Annotated[str, POST, Text("职务类别", "class of post")]
    title: Annotated[Line, Text("行政职务", "title")]


class LeadingGroup(Record):
    """创建工作领导小组."""

    doc_no: Annotated[Line | None, Text("成立文号", "document number")] = None
    established_on: Annotated[Day | None, Text("成立日期", "established on")] = None
    members: Annotated[tuple[GroupMember, ...], Text("成员", "members")] = ()


class Office(Record):
    """The office that coordinates the programme, its staff counted."""

    name: Annotated[Line, Text("名称", "name")]
    seat: Annotated[Line | None, Text("设在", "seated in")] = None
    staff: Annotated[Count, Text("工作人员数", "staff")]


class Goal(Record):
    """What is to be reached in one stage, by when, by which section."""

    stage: Annotated[str, STAGE, Text("阶段", "stage")]
    goal: Annotated[Prose | None, Text("目标任务", "goal")] = None
    due_on: Annotated[Day | None, Text("完成日期", "due on")] = None
    owner: Annotated[Line | None, Text("责任科室", "owner")] = None


class OwnStandard(Record):
    """个性化创建标准: a standard of the unit's own that refines a requirement."""

    id: Annotated[Line, Text("编号", "id")]
    refines: Annotated[Line, Text("细化的考核项", "requirement refined")]
    standard: Annotated[Prose, Text("标准内容", "standard")]


class Plan(Record):
    """创建方案."""

    title: Annotated[Line, Text("名称", "title")]
    doc_no: Annotated[Line | None, Text("文号", "document number")] = None
    decided_on: Annotated[Day, Text("印发日期", "decided on")]
    summary: Annotated[Prose | None, Text("概述", "summary")] = None
    leading_group: Annotated[LeadingGroup | None, Text("领导小组", "leading group")] = None
    office: Annotated[Office | None, Text("工作机构", "office")] = None
    goals: Annotated[tuple[Goal, ...], Text("分阶段目标", "staged goals")] = ()
    own_standards: Annotated[tuple[OwnStandard, ...], Text("个性化标准", "own standards")] = ()


class DeclaredTotals(Record):
    """Totals that the unit declares, each to equal what its records count."""

    officers_in_post: Annotated[Count | None, Text("在岗执法人员数", "officers in post")] = None
    cases_closed: Annotated[Count | None, Text("办结案件数", "cases closed")] = None
    lawsuits: Annotated[Count | None, Text("行政诉讼案件数", "lawsuits")] = None
    matters_received: Annotated[Count | None, Text("受理事项数", "matters received")] = None
    transfers_due: Annotated[Count | None, Text("应移送案件数", "transfers due")] = None


class Volume(Record):
    """资料汇编: the bound volume of papers, and who holds it."""

    title: Annotated[Line, Text("名称", "title")]
    pages: Annotated[Count, Text("页数", "pages")]
    held_by: Annotated[Line, Text("保管部门", "held by")]


class StandardRevision(Record):
    """A dated revision of one of the unit's own standards, and what came of it."""

    standard: Annotated[Line, Text("标准编号", "standard")]
    revised_on: Annotated[Day, Text("修订日期", "revised on")]
    change: Annotated[Prose, Text("修订内容", "change")]
    result: Annotated[Prose | None, Text("实施结果", "result")] = None


class NotApplicableClaim(Record):
    """A row that, the unit says, does not apply to it; it takes effect when the office confirms it."""

    requirement: Annotated[Line, Text("考核项", "requirement")]
    part: Annotated[Count | None, Text("分项", "part")] = None
    reason: Annotated[Prose, Text("理由", "reason")]


class Weakness(Record):
    """A weak point the unit found itself, with its measure and date."""

    weakness: Annotated[Prose, Text("薄弱环节", "weakness")]
    measure: Annotated[Prose, Text("整改措施", "measure")]
    due_on: Annotated[Day, Text("完成日期", "due on")]


class SelfScore(Record):
    """自评分 for one row, where it differs from the computed one or is judged by people."""

    requirement: Annotated[Line, Text("考核项", "requirement")]
    part: Annotated[Count | None, Text("分项", "part")] = None
    points: Annotated[Points, Text("自评分", "points")]
    statement: Annotated[Prose, Text("自评说明", "statement")]
    entries: Annotated[tuple[EntryId, ...], Text("引用条目", "entries cited")] = ()


class SelfReport(Record):
    """自查报告."""

    title: Annotated[Line, Text("名称", "title")]
    doc_no: Annotated[Line | None, Text("文号", "document number")] = None
    reported_on: Annotated[Day, Text("报告日期", "reported on")]
    summary: Annotated[Prose, Text("总体情况", "summary")]
    declared: Annotated[DeclaredTotals | None, Text("申报总数", "declared totals")] = None
    weaknesses: Annotated[tuple[Weakness, ...], Text("薄弱环节", "weaknesses")] = ()
    experiences: Annotated[tuple[Prose, ...], Text("经验做法", "experiences")] = ()
    self_scores: Annotated[tuple[SelfScore, ...], Text("自评分", "self-scores")] = ()
    self_total: Annotated[Points | None, Text("自评总分", "self-score in all")] = None
    not_applicable: Annotated[tuple[NotApplicableClaim, ...], Text("不适用项", "not applicable")] = ()
    standard_revisions: Annotated[
        tuple[StandardRevision, ...], Text("个性化标准修订", "revisions of own standards")
    ] = ()
    volume: Annotated[Volume | None, Text("资料汇编", "bound volume")] = None
    original: Annotated[Original | None, Text("盖章原件", "sealed original")] = None
    figures: Annotated[tuple[Figure, ...], Text("指标", "figures")] = ()
