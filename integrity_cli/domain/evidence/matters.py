"""Things received and dealt with, each from first to last: matters, lawsuits, transfers to criminal justice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from integrity_cli.domain.evidence.base import Entry
from integrity_cli.domain.scalars import Day, OneOf, Prose, YesNo
from integrity_cli.lang import Text

MATTER_SOURCE = OneOf(
    Text("来源", "source"),
    {
        "complaint": Text("投诉举报", "complaint"),
        "media": Text("媒体监督", "media"),
        "deputies_suggestion": Text("人大建议", "deputies' suggestion"),
        "cppcc_proposal": Text("政协提案", "CPPCC proposal"),
        "superior_review": Text("上级备案审查", "superior review"),
        "case_supervision": Text("个案监督", "case supervision"),
        "other": Text("其他", "other"),
    },
)
IN_COURT = OneOf(
    Text("出庭负责人", "in court"),
    {
        "head": Text("主要负责人", "head"),
        "deputy": Text("副职负责人", "deputy head"),
        "nobody": Text("无负责人出庭", "nobody"),
    },
)
OUTCOME = OneOf(
    Text("结果", "outcome"),
    {
        "upheld": Text("维持或驳回起诉", "upheld"),
        "withdrawn": Text("原告撤诉", "withdrawn by the plaintiff"),
        "corrected": Text("诉讼中自行改正", "corrected during the case"),
        "lost": Text("败诉", "lost"),
        "pending": Text("未审结", "pending"),
    },
)


def days_between(earlier: date | None, later: date | None) -> int | None:
    """Calendar days from one day to another, or None where either is missing."""
    return None if earlier is None or later is None else (later - earlier).days


class Matter(Entry):
    """受理事项: one thing received, from its receipt to its answer and correction."""

    kind_label = Text("受理事项", "matter")
    day_label = Text("收到日期", "received on")

    source: Annotated[str, MATTER_SOURCE, Text("来源", "source")]
    due_on: Annotated[Day | None, Text("办理期限", "due on")] = None
    heard_on: Annotated[Day | None, Text("听取意见日期", "heard on")] = None
    answered_on: Annotated[Day | None, Text("答复日期", "answered on")] = None
    cause: Annotated[Prose | None, Text("原因分析", "cause")] = None
    corrected_on: Annotated[Day | None, Text("改正日期", "corrected on")] = None
    satisfied: Annotated[YesNo | None, Text("是否满意", "satisfied")] = None

    @classmethod
    def derived(cls) -> Mapping[str, Text]:
        return {"answered_in_time": Text("按期答复", "answered in time")}

    @property
    def answered_in_time(self) -> bool:
        """Whether it was answered, and not after its due day where it has one."""
        return self.answered_on is not None and (self.due_on is None or self.answered_on <= self.due_on)


class Litigation(Entry):
    """应诉: one lawsuit against the unit."""

    kind_label = Text("行政应诉", "litigation")
    day_label = Text("收到应诉通知日期", "notified on")

    answer_due: Annotated[Day, Text("答辩期限", "answer due")]
    answered_on: Annotated[Day | None, Text("答辩日期", "answered on")] = None
    in_court: Annotated[Annotated[str, IN_COURT] | None, Text("出庭", "in court")] = None
    outcome: Annotated[str, OUTCOME, Text("结果", "outcome")]

    @classmethod
    def derived(cls) -> Mapping[str, Text]:
        return {"answered_in_time": Text("按期答辩", "answered in time")}

    @property
    def answered_in_time(self) -> bool:
        """Whether the answer was filed by its due day."""
        return self.answered_on is not None and self.answered_on <= self.answer_due


class Transfer(Entry):
    """移送: one case that looked criminal, from its finding to its transfer."""

    kind_label = Text("案件移送", "transfer")
    day_label = Text("发现日期", "found on")

    decided_on: Annotated[Day | None, Text("决定日期", "decided on")] = None
    transferred_on: Annotated[Day | None, Text("移送日期", "transferred on")] = None
    on_platform: Annotated[YesNo, Text("已录入信息平台", "on the platform")]

    @classmethod
    def derived(cls) -> Mapping[str, Text]:
        return {
            "days_to_decide": Text("决定用时（天）", "days to decide"),
            "days_to_transfer": Text("移送用时（天）", "days to transfer"),
        }

    @property
    def days_to_decide(self) -> int | None:
        """Calendar days from the finding to the decision."""
        return days_between(self.happened_on, self.decided_on)

    @property
    def days_to_transfer(self) -> int | None:
        """Calendar days from the decision to the transfer."""
        return days_between(self.decided_on, self.transferred_on)
