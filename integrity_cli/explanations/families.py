"""The families of codes: what each is about, and the pages that say more."""

from __future__ import annotations

from dataclasses import dataclass

from integrity_cli.lang import Text


@dataclass(frozen=True, slots=True)
class Family:
    """The codes of one letter; `pages` are paths from the top of the repository."""

    name: Text
    about: Text
    pages: tuple[str, ...]


FAMILIES = {
    "Y": Family(
        Text("读取", "reading YAML"),
        Text(
            "文件读不出 YAML，或用了记录不接受的写法。一个文件里有 Y 类错误，它的内容一概不用。",
            "The file cannot be read as YAML, or uses what records do not. Nothing in a file with an error of this "
            "family is believed.",
        ),
        ("docs/dialect.md",),
    ),
    "S": Family(
        Text("格式", "shape"),
        Text(
            "读得出 YAML，但不是这种记录该有的样子：缺字段、多字段、写法不对。",
            "It is YAML but not a record of its kind: a field is missing, unknown, or written in another form.",
        ),
        ("docs/records/README.md", "docs/rubric.md"),
    ),
    "L": Family(
        Text("关联", "links"),
        Text(
            "一份记录说的，另一份对不上：查无此编号、附件不符、总数不等、评分越界。",
            "What one record says, another does not bear out: an unknown id, another attachment, totals that differ, "
            "marks out of bounds.",
        ),
        ("docs/records/README.md",),
    ),
    "T": Family(
        Text("时间", "time"),
        Text("日期和期限自己对不上。", "Days and deadlines do not agree with each other."),
        ("docs/records/campaign.md", "docs/records/calendar.md"),
    ),
    "V": Family(
        Text("否决和决定", "vetoes and decisions"),
        Text(
            "否决和公示的程序没有走完。分数照算，有这类错误的单位不计总分，公示也不能开始。",
            "The procedure of a veto or of the notice is not complete. Rows are scored, but a unit with such an error "
            "has no total and the notice cannot begin.",
        ),
        ("docs/records/decisions.md", "docs/records/notice.md"),
    ),
    "R": Family(
        Text("考核细则", "the rubric"),
        Text(
            "细则自己有错，或问了记录里没有的东西；改正之前不对任何单位计分。",
            "The rubric contradicts itself or asks for what no record holds; no unit is scored until it is mended.",
        ),
        ("docs/rubric.md",),
    ),
    "P": Family(
        Text("个人信息", "personal data"),
        Text(
            "写进了不该公开的内容。进了仓库的一切都当作已经公开，所以在合并之前就要拦下。",
            "Something stands here that must not become public. Every commit counts as public, so it is stopped "
            "before it is merged.",
        ),
        ("docs/leak.md",),
    ),
    "G": Family(
        Text("改动", "changes"),
        Text(
            "这次改动不能合并：改了不归自己改的、动了已经说过的、或者合不进去。只在用 --base "
            "查改动和推送到自己的服务器时出现，不影响计分。",
            "The change cannot be merged: it touches what others write, alters what was said, or does not fit. Told "
            "only where a change is checked with --base or pushed to a server of one's own; no score depends on it.",
        ),
        ("docs/changes.md", "docs/hooks/README.md"),
    ),
}
"""By letter, in the order in which codes are listed."""
