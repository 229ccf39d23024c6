"""People as counts and what they do together: meetings, rosters, trainings, support, appointments, activities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from integrity_cli.domain.evidence.base import Entry
from integrity_cli.domain.scalars import Count, Day, Number, OneOf
from integrity_cli.lang import Text

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
AUDIENCE = OneOf(
    Text("对象", "audience"),
    {
        "officers": Text("执法人员", "officers"),
        "party_members": Text("党员干部", "party members"),
        "parties": Text("行政相对人", "parties to enforcement"),
        "public": Text("社会公众", "the public"),
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
APPOINTED_ROLE = OneOf(
    Text("聘任职务", "role"),
    {
        "supervisor": Text("行政执法监督员", "enforcement supervisor"),
        "liaison": Text("行政执法监督信息员", "supervision information liaison"),
    },
)
ACTIVITY_THEME = OneOf(
    Text("活动主题", "theme of the activity"),
    {
        "law_publicity": Text("法律法规宣传", "publicity of the law"),
        "integrity": Text("诚信宣传教育", "integrity education"),
        "moral_person": Text("做一个有道德的人", "be a moral person"),
        "civility": Text("讲文明、树新风", "civility and a new spirit"),
        "other": Text("其他", "other"),
    },
)
NAMED_DAY = OneOf(
    Text("主题日", "named day"),
    {
        "law_day": Text("法制宣传日", "legal publicity day"),
        "law_week": Text("法制文明周", "week of law and civility"),
        "moral_day": Text("道德宣传日", "moral publicity day"),
        "other": Text("其他主题日", "another named day"),
    },
)
ACTIVITY_PLACE = OneOf(
    Text("活动地点", "place of the activity"),
    {
        "community": Text("小区村居", "communities and villages"),
        "park": Text("园区", "industrial parks"),
        "firm": Text("企业", "firms"),
        "school": Text("学校", "schools"),
        "premises": Text("本单位", "the unit's premises"),
        "other": Text("其他", "other"),
    },
)
ACTIVITY_FORM = OneOf(
    Text("活动形式", "form of the activity"),
    {
        "lecture": Text("讲座", "lecture"),
        "consultation": Text("现场咨询", "consultation on the spot"),
        "display": Text("展板资料", "display and leaflets"),
        "broadcast": Text("广播电视网络", "broadcast or online"),
        "case_contest": Text("优秀案例征集", "contest of good cases"),
        "essay_contest": Text("优秀论文征集", "contest of essays"),
        "speech_contest": Text("文明执法演讲比赛", "speech contest"),
        "photo_show": Text("诚信执法摄影展", "photo show"),
        "other": Text("其他", "other"),
    },
)


class Meeting(Entry):
    """A meeting that was held."""

    kind_label = Text("会议", "meeting")

    topic: Annotated[str, MEETING_TOPIC, Text("主题", "topic")]
    chaired_by: Annotated[str, CHAIR, Text("主持人", "chaired by")]
    people: Annotated[Count, Text("到会人数", "people present")]


class Roster(Entry):
    """Enforcement officers as counts on one day; no officer is named anywhere."""

    kind_label = Text("人员统计", "roster")
    day_label = Text("统计日期", "counted on")

    in_post: Annotated[Count, Text("在岗执法人员", "officers in post")]
    certified: Annotated[Count, Text("持有效证件", "certified")]
    examined: Annotated[Count | None, Text("参加考核", "examined")] = None
    passed: Annotated[Count | None, Text("考核合格", "passed")] = None


class Training(Entry):
    """A training that was held."""

    kind_label = Text("培训", "training")

    topic: Annotated[str, TRAINING_TOPIC, Text("主题", "topic")]
    audience: Annotated[str, AUDIENCE, Text("对象", "audience")]
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


class Appointment(Entry):
    """People appointed to watch over enforcement, counted."""

    kind_label = Text("聘请", "appointment")
    day_label = Text("聘请日期", "appointed on")

    role: Annotated[str, APPOINTED_ROLE, Text("职务", "role")]
    people: Annotated[Count, Text("人数", "people")]
    until: Annotated[Day, Text("聘期至", "until")]


class Activity(Entry):
    """An activity for officers, party members, parties to enforcement or the public."""

    kind_label = Text("活动", "activity")

    theme: Annotated[str, ACTIVITY_THEME, Text("主题", "theme")]
    audience: Annotated[str, AUDIENCE, Text("对象", "audience")]
    form: Annotated[str, ACTIVITY_FORM, Text("形式", "form")]
    place: Annotated[str, ACTIVITY_PLACE, Text("地点", "place")]
    named_day: Annotated[Annotated[str, NAMED_DAY] | None, Text("主题日", "named day")] = None
    people: Annotated[Count | None, Text("参加人数", "people")] = None
