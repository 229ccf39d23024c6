"""A code as it is explained: the wordings that share it, with names where the facts of a finding will stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from integrity_cli.domain.diagnostic import Kind, Severity
from integrity_cli.explanations import FAMILIES, Family
from integrity_cli.lang import Lang, Sentence, Text, placeholders

STYLE = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
TITLES = {
    "why": Text("为什么要紧", "why it matters"),
    "basis": Text("依据", "what it rests on"),
    "wrong": Text("错的写法", "wrong"),
    "right": Text("对的写法", "right"),
    "help": Text("要查明什么", "what to establish"),
    "more": Text("延伸阅读", "where to read more"),
}
"""What each part of the page of a code is called, in their order."""

_CHINESE = {
    "account": "账号", "actual": "实际", "after": "较后日期", "before": "较前日期", "block": "部分", "body": "机构",
    "bound": "界限", "cap": "上限", "case": "案号", "certified": "持证人数", "character": "字符",
    "choices": "可选值", "clause": "条款", "closed_on": "办结日期", "code": "代码", "commit": "提交", "count": "个数",
    "counted": "算得天数", "day": "日期", "days": "天数", "declared": "申报数", "deepest": "层数上限",
    "document": "备案材料", "due_on": "期限", "earlier": "在前的事", "edge": "起止", "element": "要素",
    "elements": "可选要素", "encoding": "编码", "ends_on": "结束日期", "entry": "条目编号", "fact": "事实",
    "field": "字段", "figure": "指标", "file": "文件", "filing": "备案材料", "first": "首次行号", "form": "写法",
    "found": "实有处数", "from_day": "施行日期", "grade": "档次", "high": "上限", "higher": "较高一档",
    "holds": "有无分值", "host": "网站", "id": "编号", "in_post": "在岗人数", "kind": "类型", "label": "名称",
    "largest": "字节上限", "last": "最后日期", "later": "在后的事", "law": "法律名称", "least": "最少分值",
    "legal_high": "法定上限", "legal_low": "法定下限", "length": "字数", "limit": "界限", "longest": "字数上限",
    "low": "下限", "lower": "较低一档", "mark": "评分", "middle": "居中日期", "missing": "缺的一项", "most": "上限",
    "name": "名称", "nearest": "最接近的拼写", "needed": "认定等次", "new": "新值", "notice": "通知", "old": "旧值",
    "on": "撤回日期", "ordinary": "常用字", "other": "另一个", "outcome": "结果", "part": "部分", "points": "分值",
    "power": "职权编号", "reason": "原因", "received_on": "收到日期", "record": "记录", "recorded": "登记的校验值",
    "reported_on": "报告日期", "requirement": "考核项", "reviewer": "考核人员代号", "role": "职务", "row": "行",
    "size": "字节数", "sources": "来源", "stage": "阶段", "stages": "阶段", "starts_on": "开始日期", "stated": "所写数",
    "subject": "主题", "sum": "合计", "target": "目标", "to_day": "失效日期", "told_on": "告知日期",
    "total": "总数", "unit": "单位编号", "until": "到期日期", "valid": "有效份数", "value": "值", "veto": "否决编号",
    "wanted": "应有类型", "way": "经过", "what": "所指", "where": "所在", "whole": "整体", "why": "原因",
    "window": "期间", "words": "所留文字", "written": "写了的一项", "years": "年数",
    "commits": "提交数", "fields": "字段", "how": "怎样", "item": "一项", "items": "各项", "megabytes": "兆数",
    "mode": "模式", "named": "所指提交", "of": "所属", "receipt_no": "回执号",
}  # fmt: skip
"""What a placeholder is called in Chinese; its English name is its own."""


@dataclass(frozen=True, slots=True)
class Code:
    """One code and every kind of finding that carries it; all have its name and severity."""

    kinds: tuple[Kind, ...]

    @property
    def id(self) -> str:
        return self.kinds[0].code

    @property
    def name(self) -> str:
        return self.kinds[0].name

    @property
    def severity(self) -> Severity:
        return self.kinds[0].severity

    @property
    def letter(self) -> str:
        """The letter of its family."""
        return self.id[0]

    @property
    def messages(self) -> tuple[Sentence, ...]:
        """What it may say, each wording once."""
        return _patterns(kind.message for kind in self.kinds)

    @property
    def notes(self) -> tuple[Sentence, ...]:
        """The facts it may add."""
        return _patterns(kind.note for kind in self.kinds)

    @property
    def help(self) -> tuple[Sentence, ...]:
        """What it asks to establish."""
        return _patterns(kind.help for kind in self.kinds)

    @property
    def anchor(self) -> str:
        """The name of its place on the page of its family."""
        return self.id.lower()

    def read_more(self, lang: Lang) -> tuple[str, ...]:
        """The pages of the documents that say more, from the top of the repository."""
        return (f"docs/codes/{self.letter}.{lang}.md#{self.anchor}", *FAMILIES[self.letter].pages)


def codes_of(wordings: Iterable[Kind]) -> tuple[Code, ...]:
    """The codes of some kinds, in the order in which each first comes."""
    by_code: dict[str, list[Kind]] = {}
    for kind in wordings:
        by_code.setdefault(kind.code, []).append(kind)
    return tuple(Code(tuple(kinds)) for kinds in by_code.values())


def by_family(codes: Iterable[Code]) -> dict[str, tuple[Family, list[Code]]]:
    """The codes under the letters of their families."""
    families: dict[str, tuple[Family, list[Code]]] = {}
    for code in codes:
        families.setdefault(code.letter, (FAMILIES[code.letter], []))[1].append(code)
    return families


def pattern(words: Text) -> Sentence:
    """Words with the name of each placeholder in angle brackets, where a finding will have its fact."""
    return words.of(**{name: _named(name) for name in placeholders(words.zh)})


def _named(name: str) -> Text:
    return Text(f"〈{_CHINESE.get(name, name)}〉", f"<{name.replace('_', ' ')}>")


def _patterns(texts: Iterable[Text | None]) -> tuple[Sentence, ...]:
    return tuple(pattern(text) for text in dict.fromkeys(text for text in texts if text is not None))
