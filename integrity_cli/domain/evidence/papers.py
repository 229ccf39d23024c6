"""Papers and what is made public: documents in force, publications, media reports, posts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from integrity_cli.domain.evidence.base import Entry
from integrity_cli.domain.scalars import Count, Day, Line, OneOf, Slug, YesNo
from integrity_cli.lang import Text

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
        "reasoned_enforcement": Text("说理式执法", "reasoned enforcement"),
        "return_visits": Text("行政执法回访制度", "return visits"),
        "deliberation_committee": Text("重大案件集体审理委员会", "collective deliberation committee"),
        "major_case_standard": Text("重大案件标准", "standard of major cases"),
        "collective_deliberation": Text("重大案件集体审理规定", "rules of collective deliberation"),
        "accountability": Text("执法责任追究制度", "accountability for enforcement"),
        "emergency_news": Text("突发事件新闻报道机制", "emergency news mechanism"),
        "inspection_invitations": Text("邀请代表委员检查计划", "plan of inviting deputies and CPPCC members"),
        "criminal_justice_link": Text("行政执法与刑事司法衔接程序", "procedure of the criminal-justice link"),
        "file_contest": Text("案卷评比标准", "standard of the case-file contest"),
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
        "amount": Text("数额标准", "an amount"),
        "listed_cases": Text("列举情形", "listed cases"),
        "content": Text("审理内容", "what is deliberated"),
        "procedure": Text("审理程序", "procedure"),
        "people": Text("参加人员", "who takes part"),
        "final_opinion": Text("最终意见的确定", "how the final opinion is fixed"),
        "results_linked": Text("考核结果与责任追究挂钩", "results linked to accountability"),
        "integrity_item": Text("诚信执法评比项目", "integrity as a contest item"),
        "other": Text("其他", "other"),
    },
)
ELEMENTS: Mapping[str, frozenset[str]] = {
    "evaluation_mechanism": frozenset({"scope", "method", "cycle", "use"}),
    "training_and_examination": frozenset({"training", "examination"}),
    "rewards_and_penalties": frozenset({"honour_rewards", "economic_penalties", "administrative_penalties"}),
    "promotion_link": frozenset({"promotion"}),
    "major_case_standard": frozenset({"amount", "listed_cases"}),
    "collective_deliberation": frozenset({"content", "procedure", "people", "final_opinion"}),
    "accountability": frozenset({"results_linked"}),
    "file_contest": frozenset({"integrity_item"}),
}
"""The elements that a paper on a subject may hold; a subject without an entry has none but `other`."""
PUBLICATION_SUBJECT = OneOf(
    Text("公开内容", "what is made public"),
    {
        "bodies": Text("执法主体", "enforcing bodies"),
        "bases": Text("执法事项和依据", "powers and their legal bases"),
        "results": Text("执法结果", "enforcement results"),
        "discretion": Text("裁量标准", "discretion standards"),
        "statement_right": Text("陈述权的行使途径", "how to make a statement"),
        "defence_right": Text("申辩权的行使途径", "how to make a defence"),
        "hearing_right": Text("申请听证的途径", "how to ask for a hearing"),
        "other": Text("其他", "other"),
    },
)
PUBLICATION_PLACE = OneOf(
    Text("公开载体", "where it is made public"),
    {
        "government_site": Text("政府网站", "government site"),
        "own_site": Text("本单位门户网站", "own site"),
        "premises": Text("办公场所", "premises"),
        "press": Text("报刊等媒体", "press"),
        "other": Text("其他", "other"),
    },
)
STANCE = OneOf(
    Text("报道倾向", "stance of the report"),
    {
        "favourable": Text("正面", "favourable"),
        "neutral": Text("中性", "neutral"),
        "critical": Text("批评", "critical"),
    },
)


class Document(Entry):
    """A rule or paper in force."""

    kind_label = Text("制度文件", "document")

    doc_no: Annotated[Line | None, Text("文号", "document number")] = None
    subject: Annotated[str, DOCUMENT_SUBJECT, Text("主题", "subject")]
    elements: Annotated[tuple[Annotated[str, DOCUMENT_ELEMENT], ...], Text("要素", "elements")] = ()
    members: Annotated[Count | None, Text("组成人数", "members")] = None
    in_force_until: Annotated[Day | None, Text("有效期至", "in force until")] = None


class Publication(Entry):
    """Something made public; `covered` of `total` says how much of what was due is there."""

    kind_label = Text("公开", "publication")
    day_label = Text("公开日期", "published on")

    subject: Annotated[str, PUBLICATION_SUBJECT, Text("内容", "subject")]
    place: Annotated[str, PUBLICATION_PLACE, Text("载体", "place")]
    covered: Annotated[Count | None, Text("已公开数", "covered")] = None
    total: Annotated[Count | None, Text("应公开数", "total")] = None
    until: Annotated[Day | None, Text("公开至", "until")] = None

    @classmethod
    def derived(cls) -> Mapping[str, Text]:
        return {"month": Text("月份", "month")}

    @property
    def month(self) -> str:
        """The month of publication, such as `2014-11`."""
        return f"{self.happened_on:%Y-%m}"


class Media(Entry):
    """A report in the media about the unit."""

    kind_label = Text("媒体报道", "media report")
    day_label = Text("报道日期", "reported on")

    stance: Annotated[str, STANCE, Text("倾向", "stance")]


class Post(Entry):
    """A post on one of the unit's Weibo or WeChat accounts."""

    kind_label = Text("微博微信", "post")
    day_label = Text("发布日期", "posted on")

    account: Annotated[Slug, Text("账号", "account")]
    typical_case: Annotated[YesNo, Text("是否典型事例", "typical case")]
    comments: Annotated[Count | None, Text("评论数", "comments")] = None
    answered: Annotated[Count | None, Text("已回应数", "answered")] = None
