"""What the office decides and publishes: findings, vetoes, settled marks, results, surveys, notice, objections."""

from __future__ import annotations

from typing import Annotated

from integrity_cli.domain.record import Record
from integrity_cli.domain.scalars import Count, Day, EntryId, Line, OneOf, Points, Prose, Slug, Url, YesNo
from integrity_cli.lang import Text

FINDING_KIND = OneOf(
    Text("查实情形", "what was found"),
    {
        "unqualified_enforcement": Text("无资格人员执法", "an officer without qualification enforcing"),
        "grave_unlawful_act": Text("严重违法行为", "a grave unlawful act"),
        "forged_material": Text("弄虚作假", "forged material"),
        "falsified_review": Text("评查结果造假", "a falsified result of review"),
        "notice_of_criticism": Text("通报批评", "notice of criticism"),
        "discipline_case": Text("执法人员违纪", "discipline case of an officer"),
        "certificate_not_shown": Text("未亮证执法", "certificate not shown"),
        "false_news": Text("虚假新闻或宣传", "false news or publicity"),
        "decision_corrected": Text("决定被责令改正", "a decision ordered to be corrected"),
        "other": Text("其他", "other"),
    },
)
RECONSIDERED = OneOf(
    Text("复核结论", "outcome of reconsideration"),
    {
        "granted": Text("采纳", "granted"),
        "part": Text("部分采纳", "granted in part"),
        "refused": Text("维持", "refused"),
    },
)
RESULT = OneOf(
    Text("考核结果", "result"),
    {
        "accepted": Text("通过验收", "accepted"),
        "deferred": Text("暂缓", "deferred"),
        "not_accepted": Text("未通过验收", "not accepted"),
    },
)
OPENED = OneOf(
    Text("开封核验结论", "outcome of the opening"),
    {
        "matches": Text("核对一致", "matches its seal"),
        "differs": Text("核对不符", "differs from its seal"),
        "unverifiable": Text("无法核验", "cannot be verified"),
        "admitted": Text("无法核验，经决定仍予采信", "cannot be verified, admitted by decision"),
    },
)
OBJECTION_OUTCOME = OneOf(
    Text("处理结果", "outcome"),
    {"upheld": Text("成立", "upheld"), "not_upheld": Text("不成立", "not upheld"), "open": Text("办理中", "open")},
)


class Finding(Record):
    """An adverse fact that a unit will not report itself, stated by the office with its basis."""

    id: Annotated[Slug, Text("编号", "id")]
    finding: Annotated[str, FINDING_KIND, Text("情形", "finding")]
    found_on: Annotated[Day, Text("查实日期", "found on")]
    basis: Annotated[Line, Text("依据", "basis")]
    summary: Annotated[Prose, Text("摘要", "summary")]


class VetoDecision(Record):
    """一票否决的决定: it acts only with its basis and the day on which the unit was heard."""

    veto: Annotated[Line, Text("否决条款", "veto")]
    finding: Annotated[Slug | None, Text("所据情形", "finding")] = None
    decided_on: Annotated[Day, Text("决定日期", "decided on")]
    basis: Annotated[Line | None, Text("依据", "basis")] = None
    heard_on: Annotated[Day | None, Text("听取意见日期", "heard on")] = None
    reason: Annotated[Prose, Text("理由", "reason")]


class NotApplicableDecision(Record):
    """The office's word on whether a row does not apply."""

    requirement: Annotated[Line, Text("考核项", "requirement")]
    part: Annotated[Count | None, Text("分项", "part")] = None
    confirmed: Annotated[YesNo, Text("是否确认", "confirmed")]
    decided_on: Annotated[Day, Text("决定日期", "decided on")]
    reason: Annotated[Prose, Text("理由", "reason")]


class SettledMark(Record):
    """A mark settled by a written decision, where reviewers differ or a computed row has to move."""

    requirement: Annotated[Line, Text("考核项", "requirement")]
    part: Annotated[Count | None, Text("分项", "part")] = None
    points: Annotated[Points | None, Text("考核分", "points")] = None
    met: Annotated[YesNo | None, Text("是否达到", "met")] = None
    decided_on: Annotated[Day, Text("决定日期", "decided on")]
    reason: Annotated[Prose, Text("理由", "reason")]


class SealOpening(Record):
    """开封核验: what became of a sealed entry that was drawn to be opened.

    What differs from its seal, or cannot be verified because the salt was lost, is unproved and counts nowhere;
    the office may admit what cannot be verified, and says why.
    """

    entry: Annotated[EntryId, Text("台账条目", "ledger entry")]
    opened_on: Annotated[Day, Text("开封日期", "opened on")]
    outcome: Annotated[str, OPENED, Text("结论", "outcome")]
    reason: Annotated[Prose, Text("理由", "reason")]


class Reconsideration(Record):
    """复核: asked by the unit after it was told its result."""

    asked_on: Annotated[Day, Text("申请日期", "asked on")]
    grounds: Annotated[Prose, Text("理由", "grounds")]
    decided_on: Annotated[Day | None, Text("决定日期", "decided on")] = None
    outcome: Annotated[Annotated[str, RECONSIDERED] | None, Text("结论", "outcome")] = None
    reason: Annotated[Prose | None, Text("决定理由", "reason")] = None


class Result(Record):
    """考核结果."""

    result: Annotated[str, RESULT, Text("结果", "result")]
    decided_on: Annotated[Day, Text("决定日期", "decided on")]
    reason: Annotated[Prose | None, Text("理由", "reason")] = None


class Figure(Record):
    """A figure that the rubric declares and a record states."""

    figure: Annotated[Line, Text("指标", "figure")]
    value: Annotated[Line, Text("数值", "value")]
    note: Annotated[Prose | None, Text("说明", "note")] = None


class Decisions(Record):
    """决定: everything the office decided on one unit."""

    findings: Annotated[tuple[Finding, ...], Text("查实情形", "findings")] = ()
    vetoes: Annotated[tuple[VetoDecision, ...], Text("一票否决", "vetoes")] = ()
    not_applicable: Annotated[tuple[NotApplicableDecision, ...], Text("不适用", "not applicable")] = ()
    settled: Annotated[tuple[SettledMark, ...], Text("裁定分", "settled marks")] = ()
    openings: Annotated[tuple[SealOpening, ...], Text("开封核验", "openings of sealed entries")] = ()
    figures: Annotated[tuple[Figure, ...], Text("指标", "figures")] = ()
    told_on: Annotated[Day | None, Text("告知日期", "told on")] = None
    reconsideration: Annotated[Reconsideration | None, Text("复核", "reconsideration")] = None
    result: Annotated[Result | None, Text("结果", "result")] = None


class SatisfactionSurvey(Record):
    """满意度测评: the office's own survey of one unit, as totals of its answers."""

    unit: Annotated[Slug, Text("单位", "unit")]
    held_on: Annotated[Day, Text("测评日期", "held on")]
    sent: Annotated[Count, Text("发出份数", "sent")]
    valid: Annotated[Count, Text("有效份数", "valid")]
    satisfied: Annotated[Count, Text("满意", "satisfied")]
    fairly: Annotated[Count, Text("基本满意", "fairly satisfied")]
    dissatisfied: Annotated[Count, Text("不满意", "dissatisfied")]


class Surveys(Record):
    """满意度测评汇总."""

    surveys: Annotated[tuple[SatisfactionSurvey, ...], Text("测评", "surveys")] = ()


class SupplementaryNotice(Record):
    """补充公示: a later notice for units that were not through when the first one began."""

    units: Annotated[tuple[Slug, ...], Text("单位", "units")]
    doc_no: Annotated[Line | None, Text("文号", "document number")] = None
    starts_on: Annotated[Day, Text("公示开始", "starts on")]
    ends_on: Annotated[Day, Text("公示结束", "ends on")]
    working_days: Annotated[Count, Text("工作日数", "working days")]
    reason: Annotated[Prose, Text("理由", "reason")]


class Notice(Record):
    """公示: on what basis and for what purpose, its days, how to object and where, who issued it and when."""

    title: Annotated[Line, Text("标题", "title")]
    doc_no: Annotated[Line | None, Text("文号", "document number")] = None
    issued_on: Annotated[Day | None, Text("发布日期", "issued on")] = None
    basis: Annotated[Prose | None, Text("公示依据", "basis")] = None
    purpose: Annotated[Prose | None, Text("公示目的", "purpose")] = None
    starts_on: Annotated[Day, Text("公示开始", "starts on")]
    ends_on: Annotated[Day, Text("公示结束", "ends on")]
    working_days: Annotated[Count, Text("工作日数", "working days")]
    objecting: Annotated[Prose | None, Text("提出异议的方式", "how to object")] = None
    address: Annotated[Line | None, Text("来信来访地址", "address for letters and visits")] = None
    mailbox: Annotated[Line | None, Text("公开邮箱", "public mailbox")] = None
    url: Annotated[Url | None, Text("网址", "web address")] = None
    media: Annotated[tuple[Line, ...], Text("媒体", "media")] = ()
    contact: Annotated[Line, Text("受理科室和电话", "office and phone for objections")]
    secrecy_reviewed_on: Annotated[Day, Text("保密审查日期", "secrecy reviewed on")]
    privacy_reviewed_on: Annotated[Day, Text("隐私审查日期", "privacy reviewed on")]
    withdrawn_on: Annotated[Day | None, Text("撤回日期", "withdrawn on")] = None
    withdrawn_reason: Annotated[Prose | None, Text("撤回原因", "reason of the withdrawal")] = None
    supplementary: Annotated[tuple[SupplementaryNotice, ...], Text("补充公示", "supplementary notices")] = ()


class ObjectionRecord(Record):
    """异议: what was objected and what came of it; never who."""

    id: Annotated[Slug, Text("编号", "id")]
    unit: Annotated[Slug, Text("单位", "unit")]
    received_on: Annotated[Day, Text("收到日期", "received on")]
    subject: Annotated[Line, Text("事项", "subject")]
    grounds: Annotated[Prose, Text("理由摘要", "grounds")]
    outcome: Annotated[str, OBJECTION_OUTCOME, Text("处理结果", "outcome")]
    decided_on: Annotated[Day | None, Text("处理日期", "decided on")] = None
    reason: Annotated[Prose | None, Text("处理理由", "reason")] = None


class Objections(Record):
    """异议登记."""

    objections: Annotated[tuple[ObjectionRecord, ...], Text("异议", "objections")] = ()
