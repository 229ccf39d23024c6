"""What the office writes to run the campaign: its terms, calendar, register, filings and team."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

from integrity_cli.domain.record import Record
from integrity_cli.domain.scalars import Count, Day, Digest, EntryId, Line, OneOf, PositiveCount, Prose, Slug
from integrity_cli.lang import Text, Words, both, verbatim

STAGE = OneOf(
    Text("阶段", "stage"),
    {
        "mobilisation": Text("动员部署", "mobilisation"),
        "planning": Text("制定方案", "planning"),
        "implementation": Text("组织实施", "implementation"),
        "self_check": Text("自查自评", "self-check"),
        "acceptance": Text("考核验收", "acceptance assessment"),
    },
)
FILED = OneOf(
    Text("备案材料", "document filed"),
    {"plan": Text("创建方案", "plan"), "self_report": Text("自查报告", "self-report")},
)
LANGUAGE = OneOf(Text("语言", "language"), {"zh": Text("中文", "Chinese"), "en": Text("英文", "English")})
DEPTH = OneOf(
    Text("公布深度", "depth of publication"),
    {
        "list": Text("只列名单和结果", "the list of units and results"),
        "grades": Text("公布到等次", "grades"),
        "scores": Text("公布到各项目得分", "scores by item"),
        "full": Text("全部公布", "everything, down to each fact"),
    },
)
UNIT_KIND = OneOf(
    Text("单位性质", "kind of unit"),
    {
        "agency": Text("行政机关", "administrative agency"),
        "authorised": Text("授权组织", "authorised organisation"),
        "entrusted": Text("受委托组织", "entrusted organisation"),
    },
)
POWER_KIND = OneOf(
    Text("执法职权种类", "kind of power"),
    {
        "licence": Text("行政许可", "licensing"),
        "penalty": Text("行政处罚", "penalties"),
        "coercion": Text("行政强制", "coercion"),
        "inspection": Text("行政检查", "inspection"),
    },
)
CASE_KIND = OneOf(
    Text("案卷种类", "kind of case file"),
    {
        "licence": Text("行政许可", "licence"),
        "penalty": Text("行政处罚", "penalty"),
        "coercion": Text("行政强制", "coercion"),
    },
)


DATUM = OneOf(
    Text("个人信息种类", "sort of personal data"),
    {
        "identity_number": Text("身份证号码", "identity number"),
        "phone": Text("私人电话", "private phone"),
        "bank_card": Text("银行卡号", "bank card"),
        "passport": Text("护照等证件号码", "passport or other certificate"),
        "mailbox": Text("个人邮箱", "private mailbox"),
        "address": Text("家庭住址", "home address"),
        "number_plate": Text("车牌号码", "number plate"),
        "name": Text("姓名", "name"),
        "picture": Text("人像或拍摄地点", "face, or place of a picture"),
        "secret": Text("国家秘密或工作秘密", "state or work secret"),
        "other": Text("其他", "other"),
    },
)
WAIVABLE = OneOf(
    Text("可以豁免的代码", "code that can be waived"),
    {
        "P702": Text("十五位数字", "fifteen digits"),
        "P703": Text("手机号码", "mobile number"),
        "P706": Text("邮箱", "mailbox"),
        "P707": Text("门牌以下地址", "address below the street number"),
        "P708": Text("车牌号码", "number plate"),
        "P709": Text("姓名", "name"),
        "P710": Text("拍摄地点", "place of a picture"),
        "P711": Text("没有读到的附件", "attachment not read inside"),
    },
)
"""What a form alone suggests, and a person may know better; what has a check digit is not here."""

_SATURDAY = 5


class Stage(Record):
    """One of the five stages of the campaign; both its days belong to it."""

    stage: Annotated[str, STAGE, Text("阶段", "stage")]
    starts_on: Annotated[Day, Text("开始日期", "starts on")]
    ends_on: Annotated[Day, Text("结束日期", "ends on")]


class Window(Record):
    """A further span of days that rules refer to by name; both its days belong to it."""

    id: Annotated[Slug, Text("编号", "id")]
    name: Annotated[Line, Text("名称", "name")]
    name_en: Annotated[Line | None, Text("英文名称", "name in English")] = None
    starts_on: Annotated[Day, Text("开始日期", "starts on")]
    ends_on: Annotated[Day, Text("结束日期", "ends on")]


class Deadline(Record):
    """The last day, counted in full, on which a document may be filed."""

    filing: Annotated[str, FILED, Text("备案材料", "document filed")]
    due_on: Annotated[Day, Text("截止日期", "due on")]


class Publication(Record):
    """公布: how much of a result the site and its data show."""

    depth: Annotated[str, DEPTH, Text("公布深度", "depth")]


class Waiver(Record):
    """豁免: findings of one code in one file that a person has looked at, and why they stay."""

    code: Annotated[str, WAIVABLE, Text("代码", "code")]
    path: Annotated[Line, Text("文件", "file")]
    count: Annotated[PositiveCount, Text("处数", "findings waived")]
    reason: Annotated[Prose, Text("理由", "reason")]


class CampaignTerms(Record):
    """活动安排: what campaign this is, who runs it and when."""

    name: Annotated[Line, Text("活动名称", "name")]
    name_en: Annotated[Line | None, Text("英文名称", "name in English")] = None
    organiser: Annotated[Line, Text("主办单位", "organiser")]
    organiser_en: Annotated[Line | None, Text("主办单位英文名称", "organiser in English")] = None
    statement: Annotated[Prose | None, Text("说明", "statement")] = None
    statement_en: Annotated[Prose | None, Text("英文说明", "statement in English")] = None
    rubric_edition: Annotated[Line | None, Text("采用的细则版本", "rubric edition in use")] = None
    language: Annotated[str, LANGUAGE, Text("语言", "language")] = "zh"
    stages: Annotated[tuple[Stage, ...], Text("阶段安排", "stages")]
    windows: Annotated[tuple[Window, ...], Text("其他期间", "windows")] = ()
    deadlines: Annotated[tuple[Deadline, ...], Text("备案期限", "deadlines")]
    reconsideration_days: Annotated[Count | None, Text("复核申请期工作日数", "working days for reconsideration")] = None
    publication: Annotated[Publication | None, Text("公布", "publication")] = None
    waivers: Annotated[tuple[Waiver, ...], Text("豁免", "waivers")] = ()

    @property
    def depth(self) -> str:
        """How much of a result is published: everything, unless the office says less."""
        return self.publication.depth if self.publication else "full"

    def span(self, name: str) -> tuple[date, date] | None:
        """First and last day of a stage or window by its name, or None."""
        for stage in self.stages:
            if stage.stage == name:
                return stage.starts_on, stage.ends_on
        for window in self.windows:
            if window.id == name:
                return window.starts_on, window.ends_on
        return None

    def window_words(self, name: str) -> Words:
        """A stage or window as people call it."""
        called = next((both(one.name, one.name_en) for one in self.windows if one.id == name), verbatim(name))
        return STAGE.values.get(name, called)

    def due(self, filing: str) -> date | None:
        """The general deadline of a document, before any extension."""
        return next((one.due_on for one in self.deadlines if one.filing == filing), None)


class SpecialDay(Record):
    """A day that is not what its weekday says."""

    on: Annotated[Day, Text("日期", "date")]
    name: Annotated[Line, Text("名称", "name")]


class Extension(Record):
    """A later deadline that the office granted to one unit, in advance and with a reason."""

    unit: Annotated[Slug, Text("单位", "unit")]
    filing: Annotated[str, FILED, Text("备案材料", "document filed")]
    until: Annotated[Day, Text("延至", "until")]
    granted_on: Annotated[Day, Text("批准日期", "granted on")]
    reason: Annotated[Prose, Text("理由", "reason")]


class WorkCalendar(Record):
    """节假日安排: public holidays, make-up working days and the extensions granted."""

    starts_on: Annotated[Day, Text("起始日期", "starts on")]
    ends_on: Annotated[Day, Text("终止日期", "ends on")]
    holidays: Annotated[tuple[SpecialDay, ...], Text("放假日", "holidays")] = ()
    working_days: Annotated[tuple[SpecialDay, ...], Text("调休上班日", "make-up working days")] = ()
    extensions: Annotated[tuple[Extension, ...], Text("延期", "extensions")] = ()

    def covers(self, first: date, last: date) -> bool:
        """Whether the holiday arrangement of every day from one to the other is on record here."""
        return self.starts_on <= first and last <= self.ends_on

    def is_working(self, day: date) -> bool:
        """Whether people work on that day; meaningful only on a day the calendar covers."""
        if any(special.on == day for special in self.working_days):
            return True
        return day.weekday() < _SATURDAY and all(special.on != day for special in self.holidays)

    def working_days_after(self, first: date, last: date) -> int:
        """How many working days lie after `first` up to and including `last`; 0 if `last` is not later."""
        return sum(self.is_working(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))

    def working_days_within(self, first: date, last: date) -> int:
        """How many working days there are from one day to another, both counted."""
        return self.working_days_after(first - timedelta(days=1), last)

    def day_after(self, first: date, working_days: int) -> date | None:
        """The last of so many working days after `first`; None where there is none, or it lies beyond what is covered.

        A period that is counted in working days ends on it.
        """
        if working_days <= 0 or not self.covers(first, first):
            return None
        for number in range(1, (self.ends_on - first).days + 1):
            day = first + timedelta(days=number)
            working_days -= self.is_working(day)
            if working_days == 0:
                return day
        return None


class Application(Record):
    """申报: that a unit applied to be assessed, and whether it withdrew."""

    applied_on: Annotated[Day, Text("申报日期", "applied on")]
    withdrawn_on: Annotated[Day | None, Text("撤回申报日期", "withdrawn on")] = None


class Unit(Record):
    """单位: who may take part; what it is and what powers it holds is the office's word."""

    id: Annotated[Slug, Text("编号", "id")]
    name: Annotated[Line, Text("名称", "name")]
    name_en: Annotated[Line | None, Text("英文名称", "name in English")] = None
    kind: Annotated[str, UNIT_KIND, Text("性质", "kind")]
    parent: Annotated[Slug | None, Text("上级单位", "parent")] = None
    peer_group: Annotated[Line, Text("考核组别", "peer group")]
    powers: Annotated[tuple[Annotated[str, POWER_KIND], ...], Text("职权种类", "kinds of power")] = ()
    accounts: Annotated[tuple[Line, ...], Text("平台账号", "forge accounts")] = ()
    application: Annotated[Application | None, Text("申报", "application")] = None

    @property
    def applied(self) -> bool:
        """Whether its application stands."""
        return self.application is not None and self.application.withdrawn_on is None


class Register(Record):
    """单位名册: every unit of the campaign, those that did not apply too."""

    units: Annotated[tuple[Unit, ...], Text("单位", "units")]


class Filing(Record):
    """备案: that a document was received on a day, under a receipt number."""

    unit: Annotated[Slug, Text("单位", "unit")]
    filing: Annotated[str, FILED, Text("备案材料", "document filed")]
    received_on: Annotated[Day, Text("收到日期", "received on")]
    receipt_no: Annotated[Line, Text("回执号", "receipt number")]
    digest: Annotated[Digest | None, Text("内容校验值", "digest of the content")] = None
    reopened_on: Annotated[Day | None, Text("退回修改日期", "reopened on")] = None
    reopened_reason: Annotated[Prose | None, Text("退回修改的理由", "reason for reopening")] = None


class Filings(Record):
    """备案登记: what was filed when; the receipt decides whether it was in time."""

    filings: Annotated[tuple[Filing, ...], Text("备案", "filings")] = ()


class Reviewer(Record):
    """A member of the assessment team 考核组, by code: whom it reviews, and where it must not."""

    code: Annotated[Slug, Text("代码", "code")]
    accounts: Annotated[tuple[Line, ...], Text("平台账号", "forge accounts")] = ()
    reviews: Annotated[tuple[Slug, ...], Text("考核单位", "units reviewed")] = ()
    conflicts: Annotated[tuple[Slug, ...], Text("应回避单位", "units in conflict")] = ()


class Team(Record):
    """考核组名单: reviewers by code, their conflicts, and the office's own accounts."""

    reviewers: Annotated[tuple[Reviewer, ...], Text("考核人员", "reviewers")]
    office_accounts: Annotated[tuple[Line, ...], Text("主办单位账号", "the office's accounts")] = ()


class Redaction(Record):
    """删除: what had to be taken out of one file, when, why and by which decision; never what it was."""

    path: Annotated[Line, Text("文件", "file")]
    entry: Annotated[EntryId | None, Text("台账条目", "ledger entry")] = None
    fields: Annotated[tuple[Line, ...], Text("删去的字段", "fields removed")] = ()
    datum: Annotated[str, DATUM, Text("个人信息种类", "sort of personal data")]
    removed_on: Annotated[Day, Text("删除日期", "removed on")]
    reason: Annotated[Prose, Text("理由", "reason")]
    decision: Annotated[Line, Text("依据的决定", "decision")]


class Redactions(Record):
    """删除登记: everything that had to be removed; without fields, the whole file."""

    redactions: Annotated[tuple[Redaction, ...], Text("删除", "redactions")] = ()

    @property
    def files(self) -> frozenset[str]:
        """The files that were removed whole."""
        return frozenset(one.path for one in self.redactions if not one.fields and one.entry is None)
