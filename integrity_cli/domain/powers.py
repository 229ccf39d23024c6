"""What a unit may do and what it did: the power list 权力清单 and the case register 案件登记."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from integrity_cli.domain.evidence.matters import days_between
from integrity_cli.domain.office import CASE_KIND, POWER_KIND
from integrity_cli.domain.record import Record
from integrity_cli.domain.scalars import Count, Day, Line, Number, Prose, Slug, Url, YesNo
from integrity_cli.lang import Text

END = "end"
"""What a step's `next` says when the procedure ends there."""


class Basis(Record):
    """A legal basis 依据, down to its article, paragraph and item."""

    law: Annotated[Line, Text("法律文件", "law")]
    article: Annotated[Line, Text("条款项目", "article")]


class Step(Record):
    """A step 环节 of a procedure: who is responsible, and what follows."""

    id: Annotated[Slug, Text("编号", "id")]
    name: Annotated[Line, Text("环节", "step")]
    section: Annotated[Line | None, Text("责任科室", "responsible section")] = None
    next: Annotated[tuple[Slug, ...], Text("后续环节", "next steps")] = ()
    interface: Annotated[Line | None, Text("接口", "interface")] = None


class Quality(Record):
    """工作质量标准: the rules, the standard of the work, and the attitude."""

    rules: Annotated[Line | None, Text("执法规定", "rules")] = None
    standard: Annotated[Line | None, Text("办理质量", "standard of the work")] = None
    attitude: Annotated[Line | None, Text("服务态度", "attitude")] = None


class Watch(Record):
    """监督制约环节: the inner body, the outer channel, and how to reach it."""

    internal: Annotated[Line | None, Text("内部监督机构", "internal body")] = None
    external: Annotated[Line | None, Text("外部监督渠道", "external channel")] = None
    contact: Annotated[Line | None, Text("联系方式", "contact")] = None


class Flowchart(Record):
    """权力流程图, with its text: the notice's six contents."""

    text: Annotated[Prose | None, Text("文字说明", "text")] = None
    url: Annotated[Url | None, Text("网址", "web address")] = None
    basis: Annotated[Line | None, Text("依据", "basis")] = None
    steps: Annotated[tuple[Step, ...], Text("环节", "steps")] = ()
    limit_days: Annotated[Count | None, Text("办理时限（天）", "time limit in days")] = None
    legal_limit_days: Annotated[Count | None, Text("法定时限（天）", "legal limit in days")] = None
    quality: Annotated[Quality | None, Text("工作质量标准", "quality")] = None
    watch: Annotated[Watch | None, Text("监督制约", "supervision")] = None

    @classmethod
    def derived(cls) -> Mapping[str, Text]:
        return {
            "connected": Text("各环节衔接完整", "every step leads on"),
            "within_legal_limit": Text("时限不超过法定时限", "limit within the legal one"),
            "posts_named": Text("各环节写明责任科室", "every step names its section"),
        }

    @property
    def connected(self) -> bool:
        """Whether every step leads to a step of this chart or to its end."""
        known = {step.id for step in self.steps} | {END}
        return bool(self.steps) and all(step.next and set(step.next) <= known for step in self.steps)

    @property
    def posts_named(self) -> bool:
        """Whether every step has a responsible section."""
        return bool(self.steps) and all(step.section for step in self.steps)

    @property
    def within_legal_limit(self) -> bool:
        """Whether a limit is stated that is not longer than the law's; where the law sets none, any will do."""
        return self.limit_days is not None and (
            self.legal_limit_days is None or self.limit_days <= self.legal_limit_days
        )


class DiscretionGrade(Record):
    """A grade 裁量档次 of a discretion standard, with the range it allows."""

    name: Annotated[Line, Text("档次", "grade")]
    when: Annotated[Line, Text("情形", "circumstances")]
    low: Annotated[Number, Text("下限", "from")]
    high: Annotated[Number, Text("上限", "to")]


class DiscretionStandard(Record):
    """裁量标准 of a power: the legal range, and grades inside it."""

    url: Annotated[Url | None, Text("网址", "web address")] = None
    unit: Annotated[Line, Text("计量单位", "unit of measure")]
    legal_low: Annotated[Number, Text("法定下限", "legal minimum")]
    legal_high: Annotated[Number, Text("法定上限", "legal maximum")]
    grades: Annotated[tuple[DiscretionGrade, ...], Text("档次", "grades")] = ()
    reviewed_on: Annotated[Day | None, Text("最近梳理日期", "last reviewed on")] = None

    @classmethod
    def derived(cls) -> Mapping[str, Text]:
        return {"inside_legal_range": Text("各档不超出法定幅度", "every grade inside the legal range")}

    @property
    def inside_legal_range(self) -> bool:
        """Whether there are grades and none leaves the legal range."""
        return bool(self.grades) and all(
            self.legal_low <= grade.low <= grade.high <= self.legal_high for grade in self.grades
        )


class Power(Record):
    """One power 职权 of the unit."""

    id: Annotated[Slug, Text("编号", "id")]
    name: Annotated[Line, Text("名称", "name")]
    kind: Annotated[str, POWER_KIND, Text("种类", "kind")]
    basis: Annotated[tuple[Basis, ...], Text("依据", "legal bases")] = ()
    body: Annotated[Slug | None, Text("执法机构", "body")] = None
    post: Annotated[Line | None, Text("岗位", "post")] = None
    flowchart: Annotated[Flowchart | None, Text("流程图", "flowchart")] = None
    discretionary: Annotated[YesNo, Text("有自由裁量", "discretionary")]
    discretion: Annotated[DiscretionStandard | None, Text("裁量标准", "discretion standard")] = None


class LawChange(Record):
    """A change of a law on which powers rest, and when the published list followed it on each site."""

    law: Annotated[Line, Text("法律文件", "law")]
    changed_on: Annotated[Day, Text("变更日期", "changed on")]
    government_site_on: Annotated[Day | None, Text("政府网站更新日期", "government site updated on")] = None
    own_site_on: Annotated[Day | None, Text("门户网站更新日期", "own site updated on")] = None

    @classmethod
    def derived(cls) -> Mapping[str, Text]:
        return {"days_to_update": Text("更新用时（天）", "days to update")}

    @property
    def days_to_update(self) -> int | None:
        """Calendar days until both sites followed; None while one has not."""
        if self.government_site_on is None or self.own_site_on is None:
            return None
        return days_between(self.changed_on, max(self.government_site_on, self.own_site_on))


class Powers(Record):
    """权力清单."""

    powers: Annotated[tuple[Power, ...], Text("职权", "powers")]
    law_changes: Annotated[tuple[LawChange, ...], Text("法律变更", "law changes")] = ()


class Case(Record):
    """One closed case, by its number; no party and no name."""

    case_no: Annotated[Line, Text("案号", "case number")]
    kind: Annotated[str, CASE_KIND, Text("种类", "kind")]
    power: Annotated[Slug, Text("职权", "power")]
    closed_on: Annotated[Day, Text("办结日期", "closed on")]
    reasoned: Annotated[YesNo, Text("使用说理式文书", "reasoned document")]
    public: Annotated[YesNo, Text("结果应公开", "result to be public")]
    published_on: Annotated[Day | None, Text("结果公开日期", "published on")] = None
    discretionary: Annotated[YesNo, Text("存在裁量", "discretionary")]
    grade: Annotated[Line | None, Text("裁量档次", "grade")] = None
    amount: Annotated[Number | None, Text("裁量结果", "amount")] = None
    reason_in_minutes: Annotated[YesNo | None, Text("讨论记录说明理由", "reason in the minutes")] = None
    reason_in_decision: Annotated[YesNo | None, Text("决定文书说明理由", "reason in the decision")] = None
    major: Annotated[YesNo, Text("重大案件", "major case")]
    deliberated: Annotated[YesNo | None, Text("已集体审理", "collectively deliberated")] = None
    investigator_voted: Annotated[YesNo | None, Text("承办人参加表决", "investigator voted")] = None
    filed_on: Annotated[Day | None, Text("向上级备案日期", "filed upward on")] = None

    @classmethod
    def derived(cls) -> Mapping[str, Text]:
        return {
            "days_to_publish": Text("公开用时（天）", "days to publish"),
            "days_to_file": Text("备案用时（天）", "days to file"),
        }

    @property
    def days_to_publish(self) -> int | None:
        """Calendar days from closing to publication."""
        return days_between(self.closed_on, self.published_on)

    @property
    def days_to_file(self) -> int | None:
        """Calendar days from closing to filing with the superior."""
        return days_between(self.closed_on, self.filed_on)

    @property
    def window_day(self) -> date:
        """The day that decides whether the case falls into a window."""
        return self.closed_on


class CaseRegister(Record):
    """案件登记: every case with a file that was closed in the window; on-the-spot penalties have none."""

    cases: Annotated[tuple[Case, ...], Text("案件", "cases")] = ()
