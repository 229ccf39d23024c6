"""Family L, what a template leaves behind: words that stand where a name, a number or a day belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from integrity_cli.checks.base import Check
from integrity_cli.checks.whole import records_of
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Severity
from integrity_cli.domain.texts import texts_in
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign

# Each form is one that honest text does not take. A reviewer may write that a row is 待定, a plan may not that its
# 时间 is; 规范文明 holds no 范文, and a sentence may speak of a 范文, while a title does not end in one; 示例市 is the
# city of the example, and （示例） says of a thing what it is; XXL is a size and 3×2 a product.
# Every form begins with a character of its own and looks back afterwards, so that a search skips from one to the next.
# None takes in a digit, because a finding says the words again and must never say a number of somebody's.
_FORMS = (
    r"某某|某年某月|某月某日|某市某",
    r"[×✕╳]{2,}",
    r"[XＸ](?<![A-Za-z0-9Ｘｘ].)[XＸ]+(?![A-Za-z0-9Ｘｘ])|[xｘ](?<![A-Za-z0-9Ｘｘ].)[xｘ]+(?![A-Za-z0-9Ｘｘ])",
    r"待定(?<=\A待定)\Z|[：:（(]待定|(?:时间|地点|日期|人员|人选|名称|金额|文号|单位|科室|负责人)待定",
    r"待填|待补充|待完善(?=[）)】]|\Z)",
    r"范文(?<![规示典模师防]范文)(?=[:：]|\Z)|[（(【\[](?:范文|样文|模板)[)）】\]]",
    r"示例(?=[:：]|文[字本])|【(?:示例|样例)】|填写(?:示例|说明)|点击输入",
    r"请(?:在此)?(?:填写|填入|输入|插入)|(?:此处|这里|在此)(?:填写|填入|输入|插入|粘贴)",
    r"T(?<![A-Za-z].)(?:ODO|BD|BC)(?![A-Za-z])|F(?<![A-Za-z].)IXME(?![A-Za-z])",
    r"【\s*】|〔\s*〕|（\s+）|《\s*》|“\s*”",
    r"【[^】0-9]{0,12}(?:名称|姓名|日期|单位|填写)[^】0-9]{0,6}】",
    r"_{3,}|＿{2,}",
    r"年 +月|月 +日",
    r"[Ll]orem ipsum|\[(?:[Ii]nsert|[Yy]our)\b|\[(?:name|date) here\]|[Ii]nsert [a-z ]{0,20}here\b",
    r"\{\{|\$\{",
)
_LEFTOVER = re.compile("|".join(_FORMS))


class TemplateLeftover(Check):
    """A text that still holds what a template or a model text left to be filled in."""

    kind = Kind(
        "L250",
        "template-leftover",
        Severity.WARNING,
        Text(
            "这里还留着「{words}」，像是模板或范文里没有填的字",
            "“{words}” looks like what a template left to be filled in",
        ),
        None,
        Text("查明这里应当是什么，据实写", "establish what belongs here, and say that"),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for path, above, record in records_of(campaign):
            for route, text in texts_in(record, above):
                if (match := _LEFTOVER.search(text)) is not None:
                    yield self.at(path, *route, words=match[0])
