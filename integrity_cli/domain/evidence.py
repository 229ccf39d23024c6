"""The evidence ledger 台账 and every kind of entry it may hold: one entry states one fact, once.

An entry names no requirement; the rubric says what it counts for.
To add a kind: a model here, its name in `KINDS` at the foot.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import Discriminator, Tag

from integrity_cli.domain.record import Record
from integrity_cli.domain.scalars import (
    AttachmentPath,
    Count,
    Day,
    Digest,
    EntryId,
    Line,
    Number,
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
DOCUMENT_SUBJECT = OneOf(
    Text("文件主题", "subject of the document"),
    {
        "programme_measures": Text("创建配套措施", "supporting measures of the programme"),
        "work_support": Text("工作保障", "support of the work"),
        "entry_qualification": Text("执法资格准入制度", "entry qualification of officers"),
        "certificates": Text("持证上岗、亮证执法制度", "carrying and showing certificates"),
        "training_and_examination": Text("业务培训和考核机制", "training and examination mechanism"),
        "professional_ethics": Text("职业道德教育", "professional ethics education"),
        "evaluation_mechanism": Text("诚信执法评估机制", "integrity evaluation mechanism"),
        "integrity_dossiers": Text("诚信档案管理", "keeping of integrity dossiers"),
        "rewards_and_penalties": Text("诚信奖惩机制", "reward and penalty mechanism"),
        "promotion_link": Text("与职务晋升挂钩的人事规定", "personnel rule linked to promotion"),
        "other": Text("其他", "other"),
    },
)
DOCUMENT_ELEMENT = OneOf(
    Text("文件要素", "element of the document"),
    {
        "scope": Text("评估范围", "scope of evaluation"),
        "method": Text("评估方法", "method of evaluation"),
        "cycle": Text("评估周期", "cycle of evaluation"),
        "use": Text("结果运用", "use of the results"),
        "training": Text("培训安排", "training"),
        "examination": Text("考核安排", "examination"),
        "honour_rewards": Text("精神奖励", "honour rewards"),
        "economic_penalties": Text("经济惩戒", "economic penalties"),
        "administrative_penalties": Text("行政惩戒", "administrative penalties"),
        "promotion": Text("与职务晋升挂钩", "link to promotion"),
    },
)
MEETING_TOPIC = OneOf(
    Text("会议主题", "topic of the meeting"),
    {
        "mobilisation": Text("动员部署", "mobilisation"),
        "programme": Text("研究部署创建工作", "study and deployment of the programme"),
        "other": Text("其他", "other"),
    },
)
CHAIR = OneOf(
    Text("主持人职务", "post of the chair"),
    {
        "head": Text("主要负责人", "head"),
        "deputy": Text("分管负责人", "deputy in charge"),
        "other": Text("其他负责人", "other"),
    },
)
TRAINING_TOPIC = OneOf(
    Text("培训主题", "topic of the training"),
    {
        "law": Text("法律知识", "law"),
        "ethics": Text("职业道德与法治理念", "professional ethics and the rule of law"),
        "practice": Text("执法业务", "enforcement practice"),
        "other": Text("其他", "other"),
    },
)
TRAINING_AUDIENCE = OneOf(
    Text("培训对象", "audience of the training"),
    {
        "officers": Text("执法人员", "officers"),
        "party_members": Text("党员干部", "party members"),
        "parties": Text("行政相对人", "parties to enforcement"),
    },
)
SUPPORT_FORM = OneOf(
    Text("保障形式", "form of support"),
    {
        "funds": Text("经费", "funds"),
        "staff": Text("人员", "staff"),
        "premises": Text("场所设备", "premises and equipment"),
    },
)
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
DOSSIER_SUBJECT = OneOf(
    Text("建档对象", "subject of the dossiers"),
    {
        "bodies": Text("执法机构", "enforcement bodies"),
        "officers": Text("执法人员", "officers"),
        "acts": Text("执法行为", "acts of enforcement"),
    },
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


class Document(Entry):
    """A rule or paper in force."""

    kind_label = Text("制度文件", "document")

    doc_no: Annotated[Line | None, Text("文号", "document number")] = None
    subject: Annotated[str, DOCUMENT_SUBJECT, Text("主题", "subject")]
    elements: Annotated[tuple[Annotated[str, DOCUMENT_ELEMENT], ...], Text("要素", "elements")] = ()
    in_force_until: Annotated[Day | None, Text("有效期至", "in force until")] = None


class Meeting(Entry):
    """A meeting that was held."""

    kind_label = Text("会议", "meeting")

    topic: Annotated[str, MEETING_TOPIC, Text("主题", "topic")]
    chaired_by: Annotated[str, CHAIR, Text("主持人", "chaired by")]
    people: Annotated[Count, Text("到会人数", "people present")]


class Roster(Entry):
    """Enforcement officers as counts on one day; no officer is named anywhere."""

    kind_label = Text("人员统计", "roster")

    in_post: Annotated[Count, Text("在岗执法人员", "officers in post")]
    certified: Annotated[Count, Text("持有效证件", "certified")]
    examined: Annotated[Count | None, Text("参加考核", "examined")] = None
    passed: Annotated[Count | None, Text("考核合格", "passed")] = None


class Training(Entry):
    """A training that was held."""

    kind_label = Text("培训", "training")

    topic: Annotated[str, TRAINING_TOPIC, Text("主题", "topic")]
    audience: Annotated[str, TRAINING_AUDIENCE, Text("对象", "audience")]
    hours: Annotated[Number, Text("学时", "hours")]
    people: Annotated[Count, Text("参加人数", "people")]

    @classmethod
    def derived(cls) -> Mapping[str, Text]:
        return {"person_hours": Text("人学时", "person-hours")}

    @property
    def person_hours(self) -> Number:
        """Hours times people."""
        return self.hours * self.people


class Support(Entry):
    """Something given to the work: money, people, rooms."""

    kind_label = Text("工作保障", "support")

    form: Annotated[str, SUPPORT_FORM, Text("形式", "form")]


class Survey(Entry):
    """An opinion survey that the unit ran itself, as totals."""

    kind_label = Text("民意测评", "survey")

    sent: Annotated[Count, Text("发出份数", "sent")]
    returned: Annotated[Count, Text("收回份数", "returned")]
    valid: Annotated[Count, Text("有效份数", "valid")]


class Inspection(Entry):
    """A check by which bodies or officers were assessed."""

    kind_label = Text("检查考评", "inspection")

    method: Annotated[str, INSPECTION_METHOD, Text("方法", "method")]
    covered: Annotated[Count, Text("覆盖数", "covered")]
    total: Annotated[Count, Text("应覆盖数", "total")]


class DossierSummary(Entry):
    """How many integrity dossiers 诚信档案 are kept, and how many acts of enforcement are graded in them."""

    kind_label = Text("诚信档案统计", "dossier summary")

    subject: Annotated[str, DOSSIER_SUBJECT, Text("建档对象", "subject")]
    scale: Annotated[Line | None, Text("等级标准", "scale")] = None
    subjects: Annotated[Count | None, Text("应建档数", "subjects")] = None
    with_dossier: Annotated[Count | None, Text("已建档数", "with a dossier")] = None
    acts_closed: Annotated[Count | None, Text("办结执法行为数", "acts closed")] = None
    acts_graded: Annotated[Count | None, Text("已评等级数", "acts graded")] = None


KINDS: dict[str, type[Entry]] = {
    "document": Document,
    "meeting": Meeting,
    "roster": Roster,
    "training": Training,
    "support": Support,
    "survey": Survey,
    "inspection": Inspection,
    "dossier_summary": DossierSummary,
}


def kind_tag(value: Any) -> str | None:
    """The tag of the model that reads an entry, or None where its kind is missing or unknown."""
    kind = value.get("kind") if isinstance(value, dict) else getattr(value, "kind", None)
    return f"={kind}" if isinstance(kind, str) and kind in KINDS else None


AnyEntry = Annotated[
    Annotated[Document, Tag("=document")]
    | Annotated[Meeting, Tag("=meeting")]
    | Annotated[Roster, Tag("=roster")]
    | Annotated[Training, Tag("=training")]
    | Annotated[Support, Tag("=support")]
    | Annotated[Survey, Tag("=survey")]
    | Annotated[Inspection, Tag("=inspection")]
    | Annotated[DossierSummary, Tag("=dossier_summary")],
    Discriminator(kind_tag, custom_error_type="unknown_kind", custom_error_message="unknown kind"),
]


class EvidenceLedger(Record):
    """台账: the entries of one unit, in one file or in several read as one."""

    entries: Annotated[tuple[AnyEntry, ...], Text("条目", "entries")]
