"""How a unit looks at itself: surveys, visits, inspections, appraisals, case reviews, dossiers, consequences."""

from __future__ import annotations

from typing import Annotated

from integrity_cli.domain.evidence.base import SUBJECT, Entry
from integrity_cli.domain.office import CASE_KIND
from integrity_cli.domain.scalars import Count, Line, Number, OneOf
from integrity_cli.lang import Text

INSPECTION_METHOD = OneOf(
    Text("考评方法", "method of assessment"),
    {
        "daily": Text("日常检查", "daily checks"),
        "random": Text("随机抽查", "random checks"),
        "online": Text("网上调查", "online survey"),
        "interview": Text("行政相对人访谈", "interviews with parties"),
        "other": Text("其他方法", "another method"),
    },
)
INSPECTED_BY = OneOf(
    Text("检查者", "inspected by"),
    {
        "own": Text("本单位", "the unit itself"),
        "deputies": Text("人大代表", "deputies"),
        "cppcc_members": Text("政协委员", "CPPCC members"),
        "other": Text("其他", "other"),
    },
)
DOSSIER_SUBJECT = OneOf(
    Text("建档对象", "subject of the dossiers"),
    {
        "bodies": Text("执法机构", "enforcement bodies"),
        "officers": Text("执法人员", "officers"),
        "acts": Text("执法行为", "acts of enforcement"),
    },
)
SIDE = OneOf(
    Text("奖惩类别", "side"),
    {
        "honour": Text("精神奖励", "honour reward"),
        "economic": Text("经济惩戒", "economic penalty"),
        "administrative": Text("行政惩戒", "administrative penalty"),
    },
)


class Survey(Entry):
    """An opinion survey that the unit ran itself, as totals."""

    kind_label = Text("民意测评", "survey")

    sent: Annotated[Count, Text("发出份数", "sent")]
    returned: Annotated[Count, Text("收回份数", "returned")]
    valid: Annotated[Count, Text("有效份数", "valid")]


class Visit(Entry):
    """Return visits to parties of closed cases, as totals."""

    kind_label = Text("回访", "return visit")

    cases: Annotated[Count, Text("回访案件数", "cases visited")]
    views: Annotated[Count, Text("意见建议数", "views recorded")]
    handled: Annotated[Count, Text("已办理数", "views handled")]


class Inspection(Entry):
    """A check by which bodies or officers were assessed."""

    kind_label = Text("检查考评", "inspection")

    method: Annotated[str, INSPECTION_METHOD, Text("方法", "method")]
    by: Annotated[str, INSPECTED_BY, Text("检查者", "by")] = "own"
    subject: Annotated[Annotated[str, SUBJECT] | None, Text("对象", "subject")] = None
    covered: Annotated[Count, Text("覆盖数", "covered")]
    total: Annotated[Count, Text("应覆盖数", "total")]


class Appraisal(Entry):
    """评议考核: how many were appraised, how many poorly, and who was held to account for it."""

    kind_label = Text("评议考核", "appraisal")

    subject: Annotated[str, SUBJECT, Text("对象", "subject")]
    covered: Annotated[Count, Text("已考核数", "covered")]
    total: Annotated[Count, Text("应考核数", "total")]
    poor: Annotated[Count, Text("结果差的数", "poor results")]
    held_to_account: Annotated[Count, Text("已追究数", "held to account")]


class CaseReview(Entry):
    """案卷评查: how many case files of one kind were reviewed by the numeric standard."""

    kind_label = Text("案卷评查", "case review")

    file_kind: Annotated[str, CASE_KIND, Text("案卷种类", "kind of file")]
    reviewed: Annotated[Count, Text("评查数", "reviewed")]
    total: Annotated[Count, Text("案卷总数", "total")]
    mean: Annotated[Number, Text("平均分", "mean")]
    vetoed: Annotated[Count, Text("否决数", "vetoed")]


class DossierSummary(Entry):
    """How many integrity dossiers 诚信档案 are kept, and how many acts of enforcement are graded in them."""

    kind_label = Text("诚信档案统计", "dossier summary")
    day_label = Text("统计日期", "counted on")

    subject: Annotated[str, DOSSIER_SUBJECT, Text("建档对象", "subject")]
    scale: Annotated[Line | None, Text("等级标准", "scale")] = None
    subjects: Annotated[Count | None, Text("应建档数", "subjects")] = None
    with_dossier: Annotated[Count | None, Text("已建档数", "with a dossier")] = None
    top: Annotated[Count | None, Text("最高等级数", "in the top grade")] = None
    low: Annotated[Count | None, Text("最低等级数", "in the lowest grade")] = None
    acts_closed: Annotated[Count | None, Text("办结执法行为数", "acts closed")] = None
    acts_graded: Annotated[Count | None, Text("已评等级数", "acts graded")] = None


class Consequence(Entry):
    """奖惩: what followed from a grade, counted by subjects."""

    kind_label = Text("奖惩", "consequence")

    side: Annotated[str, SIDE, Text("类别", "side")]
    count: Annotated[Count, Text("涉及数", "how many")]
