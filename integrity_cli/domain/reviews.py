"""What reviewers 考核组 write: marks with reasons, ledger entries confirmed or refused, sheets of case files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from integrity_cli.domain.record import Record
from integrity_cli.domain.scalars import Count, Day, EntryId, Line, OneOf, Points, Prose, YesNo
from integrity_cli.lang import Text

ENTRY_OUTCOME = OneOf(
    Text("核实结论", "outcome"), {"confirmed": Text("确认", "confirmed"), "refused": Text("不予采信", "refused")}
)
FACTS_EXPLAINED = OneOf(
    Text("事理的说明", "how the facts were explained"),
    {
        "kinds": Text("证据种类", "kinds of evidence"),
        "proves": Text("证明对象", "what each proves"),
        "authenticity": Text("真实性", "authenticity"),
        "legality": Text("取得程序合法性", "legality of how it was obtained"),
        "relevance": Text("与案件的关联性", "relevance to the case"),
    },
)
LAW_EXPLAINED = OneOf(
    Text("法理的说明", "how the law was explained"),
    {
        "article": Text("条款项目", "article, paragraph and item"),
        "body": Text("执法主体", "enforcing body"),
        "procedure": Text("程序", "procedure"),
        "limit": Text("期限", "time limit"),
        "consequences": Text("法律后果", "legal consequences"),
        "rights": Text("权利和义务", "rights and duties"),
    },
)
PROCEDURE_EXPLAINED = OneOf(
    Text("道理的说明", "how the procedure was explained"),
    {
        "steps": Text("处理程序", "steps of the procedure"),
        "time": Text("所需时间", "time it takes"),
        "cooperation": Text("配合工作", "cooperation asked for"),
        "remedies": Text("救济途径", "remedies"),
    },
)


class Mark(Record):
    """A reviewer's mark for one judged row, always with its reason.

    A row with points gets `points`; a row without points is `met` or not.
    """

    requirement: Annotated[Line, Text("考核项", "requirement")]
    part: Annotated[Count | None, Text("分项", "part")] = None
    points: Annotated[Points | None, Text("考核分", "points")] = None
    met: Annotated[YesNo | None, Text("是否达到", "met")] = None
    reason: Annotated[Prose, Text("理由", "reason")]


class EntryReview(Record):
    """A reviewer's word on one ledger entry: confirmed, or refused and then counted nowhere."""

    entry: Annotated[EntryId, Text("台账条目", "ledger entry")]
    outcome: Annotated[str, ENTRY_OUTCOME, Text("结论", "outcome")]
    reason: Annotated[Prose | None, Text("理由", "reason")] = None


class Sheet(Record):
    """案卷查阅表: what a reviewer saw in one drawn case file; ticks of closed lists, no party and no name."""

    case_no: Annotated[Line, Text("案号", "case number")]
    certificate_shown: Annotated[YesNo, Text("记载亮证执法", "showing of the certificate recorded")]
    reasoned: Annotated[YesNo, Text("使用说理式文书", "reasoned document")]
    facts: Annotated[tuple[Annotated[str, FACTS_EXPLAINED], ...], Text("事理", "facts explained")] = ()
    law: Annotated[tuple[Annotated[str, LAW_EXPLAINED], ...], Text("法理", "law explained")] = ()
    procedure: Annotated[tuple[Annotated[str, PROCEDURE_EXPLAINED], ...], Text("道理", "procedure explained")] = ()

    @classmethod
    def derived(cls) -> Mapping[str, Text]:
        return {
            "facts_ticked": Text("已说明的事理项", "points of fact explained"),
            "facts_due": Text("应说明的事理项", "points of fact due"),
            "law_ticked": Text("已告知的法理项", "points of law explained"),
            "law_due": Text("应告知的法理项", "points of law due"),
            "procedure_ticked": Text("已告知的程序项", "points of procedure explained"),
            "procedure_due": Text("应告知的程序项", "points of procedure due"),
        }

    @property
    def facts_ticked(self) -> int:
        return len(set(self.facts))

    @property
    def facts_due(self) -> int:
        return len(FACTS_EXPLAINED.values)

    @property
    def law_ticked(self) -> int:
        return len(set(self.law))

    @property
    def law_due(self) -> int:
        return len(LAW_EXPLAINED.values)

    @property
    def procedure_ticked(self) -> int:
        return len(set(self.procedure))

    @property
    def procedure_due(self) -> int:
        return len(PROCEDURE_EXPLAINED.values)


class Review(Record):
    """考核记录: what one reviewer found of one unit. The reviewer is a code, never a name."""

    reviewed_on: Annotated[Day, Text("考核日期", "reviewed on")]
    marks: Annotated[tuple[Mark, ...], Text("评分", "marks")] = ()
    entries: Annotated[tuple[EntryReview, ...], Text("条目核实", "entries")] = ()
    sheets: Annotated[tuple[Sheet, ...], Text("案卷查阅表", "sheets")] = ()
