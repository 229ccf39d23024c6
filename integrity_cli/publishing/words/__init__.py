"""The words of the site, each written by hand in both languages; templates say `{{ t.total }}`."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace

from integrity_cli.lang import Lang, Text, placeholders
from integrity_cli.publishing.words.campaign import CAMPAIGN_WORDS
from integrity_cli.publishing.words.result import RESULT_WORDS

_PAGES: Mapping[str, Text] = {
    # the frame of every page
    "skip": Text("跳到正文", "Skip to the content"),
    "preview": Text("预览", "Preview"),
    "preview_note": Text(
        "按当前记录生成，供核对使用，不是正式结果，也不对应任何提交。",
        "made from the records as they stand, for checking; it is no official result and names no commit.",
    ),
    "translation": Text(
        "本页为中文原文，英文页仅供参考。",
        "This page is a translation for reference; the Chinese page is the original.",
    ),
    "pages": Text("栏目", "Pages"),
    "results": Text("结果", "Results"),
    "method": Text("办法", "Method"),
    "data": Text("数据", "Data"),
    "organiser": Text("主办单位", "Organiser"),
    "edition": Text("细则版本", "Edition of the rubric"),
    "made_with": Text("生成工具", "Made with"),
    "as_markdown": Text("本页的 Markdown 文本", "This page as Markdown"),
    "missing": Text("没有这一页", "No such page"),
    "missing_note": Text(
        "网址可能有误，或者该页已经撤下。请从结果页重新查找。",
        "The address may be wrong, or the page was taken down. Start again from the results.",
    ),
    "nothing": Text("—", "—"),
    "colon": Text("：", ": "),
    "comma": Text("，", ", "),
    "semicolon": Text("；", "; "),
    # results
    "results_title": Text("考核结果", "Results of the assessment"),
    "unit": Text("单位", "Unit"),
    "state": Text("状态", "Status"),
    "grade": Text("等次", "Grade"),
    "no_grade": Text("未定等次", "no grade yet"),
    "open_points": Text("待定", "Open"),
    "filings": Text("备案", "Filings"),
    "over_claim": Text("自评差", "Self difference"),
    "legend": Text("图例", "Key"),
    "earned": Text("已得", "earned"),
    "still_open": Text("待定", "open"),
    "lost": Text("失分", "lost"),
    "how_to_read": Text(
        "总分是基础分加上加分、减去减分和一票否决归零的分。“待定”是尚未评定的各行满分，不计入总分。"
        "“自评差”是自评分减去核定分，正数为自评偏高。各组单位性质不同，只在组内排名；没有评定完毕的不排名。",
        "The total is the base with the bonus, less the penalty and what vetoes take. Open points are the maximum of "
        "the rows still undecided, and are not counted. The self difference is the unit's own score less what counts: "
        "above zero, it scored itself too high. Ranks are within a group only; a score that is not complete has none.",
    ),
    "unscored_title": Text("没有得分的单位", "Units without a score"),
    "group": Text("考核组别", "Peer group"),
    "reason": Text("原因", "Reason"),
    # one unit
    "original_name": Text("中文名称", "Name in Chinese"),
    "kind": Text("单位性质", "Kind of unit"),
    "total": Text("总分", "Total"),
    "settled_maximum": Text("已定满分", "Settled maximum"),
    "maximum": Text("满分", "Maximum"),
    "open_rows": Text("待定事项", "Open matters"),
    "contact": Text("联系科室", "Contact office"),
    "phone": Text("办公电话", "Phone"),
    "mailbox": Text("公开邮箱", "Mailbox"),
    "blocked_note": Text(
        "下列文件中有错误，改正之前不计分：", "These files hold errors; there is no score until they are corrected:"
    ),
    "filing": Text("备案材料", "Document"),
    "standing": Text("是否按时", "In time"),
    "received_on": Text("收到日期", "Received on"),
    "due_on": Text("截止日期", "Due on"),
    "receipt_no": Text("回执号", "Receipt number"),
    "extended": Text("（经批准延期）", "(extension granted)"),
    "late_title": Text("快照之后才到", "What came after the snapshots"),
    "snapshot": Text("快照", "Snapshot"),
    "snapshot_of": Text("{stage}，{day}", "{stage}, {day}"),
    "uncounted": Text("不计分", "not counted"),
    "admitted_on": Text("{day}准予计入", "admitted on {day}"),
    "waiting": Text("待办事项", "Who must act"),
    "waiting_note": Text(
        "下列各项尚未定下来，点编号可以看到该项。", "These matters are not settled yet; each id leads to its place."
    ),
    "actor": Text("由谁办理", "Who must act"),
    "matter": Text("事项", "Matter"),
    "rows": Text("所涉各行", "Rows"),
    "by_part": Text("各体系和项目得分", "Points by system and item"),
    "part": Text("体系、项目", "System, item"),
    "points": Text("得分", "Points"),
    "details": Text("逐项说明", "Requirement by requirement"),
    "clause": Text("通知原文", "Clause of the notice (Chinese)"),
    "duty": Text("性质", "Duty"),
    "rule": Text("规则", "Rule"),
    "arithmetic": Text("算式", "Arithmetic"),
    "facts": Text("事实", "Facts"),
    "no_record": Text("无记录", "nothing on record"),
    "stated_by": Text("陈述者", "stated by"),
    "rests_on": Text("依据", "rests on"),
    "marks": Text("考核组评定", "Reviewers' marks"),
    "statement": Text("自评说明", "The unit's statement"),
    "still_to_do": Text("待办", "Open"),
    "self_score": Text("自评分", "Self"),
    "computed": Text("计算分", "Computed"),
    "reviewed": Text("考核分", "Reviewed"),
    "counts": Text("定分", "Settled"),
    "evidence": Text("证据台账", "Evidence ledger"),
    "evidence_note": Text(
        "单位登记的全部条目，一条一个事实。原件由单位保管；封存的条目只列编号、类型和名称。",
        "Every entry of the unit, one fact each. Originals stay with the unit; "
        "of a sealed entry only its id, kind and title are shown.",
    ),
    "no_evidence": Text("台账中没有条目。", "The ledger holds no entries."),
    "id": Text("编号", "Id"),
    "entry_kind": Text("类型", "Kind"),
    "title": Text("名称", "Title"),
    "date": Text("日期", "Date"),
    "disclosure": Text("公开情况", "Disclosure"),
    "public": Text("公开", "public"),
    "sealed": Text("封存", "sealed"),
    "url": Text("公开网址", "Web address"),
    # the method
    "method_title": Text("考核办法", "Method of assessment"),
    "points_title": Text("分值从哪里来", "Where the points come from"),
    "how_title": Text("分数怎样得出", "How a score is made"),
    "how_rows": Text(
        "考核项（有分项的，为其分项）是计分的最小单位，称为一行。每一行按规则精确计算，只在列出时四舍五入一次，"
        "保留两位小数；各级得分都是其下各行所列数字之和，用笔就能复算。",
        "The smallest thing scored is a row: a requirement, or its part where it has parts. A row is computed exactly "
        "and rounded once, half up, to two decimals, when it is printed; every figure above it is the sum of the "
        "printed figures, so that anyone can redo it with a pencil.",
    ),
    "how_columns": Text(
        "每一行有三个数字：自评分由单位填报，未填的与计算分相同；计算分由事实按规则得出；考核分由考核组评定，只用于须由人评定的行。",
        "A row has three figures. Self is the unit's own, and equals the computed one where the unit says nothing "
        "else; computed comes from facts by the rule; reviewed is the reviewers' mark, on rows that only people can "
        "judge.",
    ),
    "how_open": Text(
        "须由人评定的行，考核组意见一致的以其评定为准，意见不一的由主办单位书面裁定；尚未定下来的为待定，不计入得分。"
        "有待定的行，总分只是暂计，没有等次。",
        "Where people judge, the reviewers' mark counts if they agree; where they differ, the office settles it in "
        "writing. A row that is not settled is open and counts nothing; while there is one, the total is provisional "
        "and there is no grade.",
    ),
    "how_blocked": Text(
        "计分所读的记录有错误的，该单位不计分；没有创建方案或自查报告的，不予考核。",
        "A unit with an error in a record that its score reads gets no score; one without a plan or a self-report "
        "is not assessed.",
    ),
    "grades_title": Text("等次", "Grades"),
    "from_points": Text("起点分", "From"),
    "requirements_title": Text("考核项和规则", "Requirements and rules"),
    "requirement": Text("考核项", "Requirement"),
    "value": Text("分值", "Points"),
    "ours": Text("本项目增设的理由（中文）", "Why this project adds it (Chinese)"),
    "unsound": Text(
        "评分标准有错误，改正之前不展示规则。", "The rubric holds errors; no rule is shown until they are corrected."
    ),
    "facts_title": Text("规则引用的事实", "Facts that rules refer to"),
    "fact": Text("事实", "Fact"),
    "fact_id": Text("标识", "Identifier"),
    "meaning": Text("含义", "Meaning"),
    # the data
    "data_title": Text("数据和复算", "Data, and how to recompute it"),
    "files_title": Text("可下载的文件", "Files"),
    "file": Text("文件", "File"),
    "contents": Text("内容", "Contents"),
    "sha256": Text("SHA-256 校验值", "SHA-256"),
    "scores_file": Text(
        "所有单位的得分单，含每一行的依据和算式", "Every unit's scorecard, with the grounds of each row"
    ),
    "table_file": Text("一个单位一行的结果表，可用 Excel、WPS 打开", "The results, a unit a line, for a spreadsheet"),
    "manifest_file": Text("计分所读记录文件的校验值清单", "Digests of every record file that was read"),
    "rubric_digest": Text("评分标准 rubric.yaml 的校验值", "Digest of the rubric, rubric.yaml"),
    "recompute_title": Text("怎样复算", "How to recompute"),
    "recompute_note": Text(
        "取得本活动的仓库后，在其顶层文件夹运行下列命令。同样的记录、同样版本的工具，得到的文件逐字节相同。",
        "With a clone of the campaign's repository, run these in its top folder. The same records and the same version "
        "of the tool give the same bytes.",
    ),
    "recompute_records": Text(
        "核对记录与清单是否一致（manifest.txt 在本页下载）：",
        "Compare the records with the list (manifest.txt, from this page):",
    ),
    "recompute_unit": Text(
        "复算一个单位，与 scores.json 中该单位的数字比较：",
        "Recompute one unit and compare it with its figures in scores.json:",
    ),
    "recompute_site": Text("重新生成整个网站：", "Build the whole site again:"),
    "withheld_title": Text("不公布的内容", "What is not published"),
    "withheld": Text(
        "网站只列结果及其依据。平台账号、台账条目的备注和原件存放处不公布；考核人员只列代号；封存的条目只列编号、类型和名称，计入得分的，事实的数值照样公布。",
        "The site shows results and what they rest on. Forge accounts, notes on ledger entries and the places of "
        "originals are not published; reviewers appear by code; of a sealed entry only its id, kind and title appear, "
        "and the value of a fact that counts it.",
    ),
    # sentences with figures, said by the views
    "in_time": Text("按时", "in time"),
    "late": Text("迟 {days} 天", "{days:day|days} late"),
    "not_filed": Text("没有回执", "no receipt"),
    "withdrawn": Text("已撤回", "withdrawn"),
    "refused": Text("不予采信", "refused"),
    "confirmed": Text("已核实", "confirmed"),
    "bar_words": Text(
        "{name}：已得 {points} 分，待定 {open} 分，满分 {maximum} 分",
        "{name}: {points} points earned, {open} open, of {maximum}",
    ),
    "chart_title": Text("各体系和项目的得分", "Points by system and item"),
}

WORDS: Mapping[str, Text] = {**_PAGES, **RESULT_WORDS, **CAMPAIGN_WORDS}
"""Every word of the site by its name."""


def vocabulary(lang: Lang) -> SimpleNamespace:
    """The words without figures, in one language, as templates reach them."""
    return SimpleNamespace(
        **{name: text.say(lang) for name, text in WORDS.items() if not placeholders(text.zh)},
    )
