"""The words of the site for the campaign as a whole: overview, progress, notice, objections, accessibility."""

from __future__ import annotations

from collections.abc import Mapping

from integrity_cli.lang import Text

CAMPAIGN_WORDS: Mapping[str, Text] = {
    "list_separator": Text("；", "; "),
    # the overview of results
    "tile_units": Text("名册中的单位", "units on the register"),
    "tile_scored": Text("参加考核", "assessed"),
    "tile_accepted": Text("通过验收", "accepted"),
    "tile_deferred": Text("暂缓", "deferred"),
    "tile_not_accepted": Text("未通过", "not accepted"),
    "to_object": Text("怎样提出异议", "How to object"),
    "notice_runs": Text("公示期", "Public notice"),
    "overview_title": Text("各组总分一览", "Totals at a glance"),
    "overview_note": Text(
        "横条是总分，竖线是各等次的起点分。数字和下面的表相同。",
        "Each bar is a total; the lines mark where grades begin. The figures are those of the tables below.",
    ),
    "chart_of_group": Text("{group}各单位总分", "Totals of the group {group}"),
    "total_words": Text("{name}：总分 {points}，待定 {open}，{grade}", "{name}: total {points}, {open} open, {grade}"),
    "bonus_key": Text("加分", "bonus"),
    "grade_line": Text("等次起点", "grade begins"),
    "tables_title": Text("分组结果", "Results by peer group"),
    "heat_title": Text("各单位、各项目得分", "Units by items"),
    "heat_note": Text(
        "颜色越深，得到的分占该项目满分的比例越高；格子里是得分，表头是满分。带星号和虚线框的，该项目还有待定的分。",
        "The darker a cell, the larger the share of the item's points that was earned; the cell shows the points, "
        "the head the maximum. A star and a dashed frame mark an item with open points.",
    ),
    "heat_shares": Text("占满分的比例", "share of the maximum"),
    "sort_by": Text("排序", "Sort by"),
    "search": Text("在表中查找", "Search the tables"),
    "search_shown": Text("显示的行数", "Rows shown"),
    "not_published": Text("本次活动不公布分数。", "This campaign publishes no scores."),
    # progress
    "progress": Text("进程", "Progress"),
    "progress_title": Text("活动进程", "Progress of the campaign"),
    "progress_note": Text(
        "阶段和期限以活动安排为准；是否按时以主办单位的回执为准，不看单位自己写的日期。",
        "Stages and deadlines are those of the campaign's terms. Whether a document came in time is decided "
        "by the organiser's receipt, never by the date that a unit wrote.",
    ),
    "timeline_title": Text("阶段和期限", "Stages and deadlines"),
    "stage": Text("阶段、期限", "Stage or deadline"),
    "first_day": Text("开始", "First day"),
    "last_day": Text("结束", "Last day"),
    "deadline_of": Text("{filing}截止", "{filing} due"),
    "on_day": Text("{name} {day}", "{name} {day}"),
    "from_to": Text("{name} {first} 至 {last}", "{name} {first} to {last}"),
    "months": Text("横轴是月份", "The axis shows months"),
    "receipts_title": Text("申报和备案", "Applications and receipts"),
    "applied_on": Text("申报日期", "Applied on"),
    "not_applied": Text("未申报", "did not apply"),
    "application_withdrawn": Text("撤回申报", "withdrew"),
    "extensions_title": Text("批准的延期", "Extensions granted"),
    "until": Text("延至", "Until"),
    "granted_on": Text("批准日期", "Granted on"),
    "duties_title": Text("主办单位自己的职责", "The organiser's own duties"),
    "duties_note": Text(
        "通知对主办单位的要求，逐单位核对；对所有参加考核的单位都做到了才算完成。",
        "What the notice asks of the organiser, checked unit by unit; done when it holds for every unit assessed.",
    ),
    "done": Text("已完成", "done"),
    "not_done": Text("未完成", "not done yet"),
    "for_units": Text("做到的单位数 / 参加考核的单位数", "units for which it holds / units assessed"),
    # the notice
    "notice_title": Text("公示", "Public notice"),
    "no_notice": Text("考核结果尚未公示。", "The results have not been put on public notice yet."),
    "notice_list": Text("拟认定的单位", "Units to be recognised"),
    "notice_count": Text("单位数", "units"),
    "notice_others": Text("其他单位的考核结果", "Results of the other units"),
    "period_title": Text("公示期", "Period"),
    "period": Text("{first}至{last}", "{first} to {last}"),
    "calendar_days": Text("个自然日", "calendar days"),
    "working_days": Text("个工作日", "working days"),
    "working_dates": Text("工作日为", "the working days are"),
    "objecting_title": Text("怎样提出异议", "How to object"),
    "accepts": Text("受理科室", "Office in charge"),
    "address": Text("来信来访地址", "Letters and visits"),
    "media": Text("公示媒体", "Published in"),
    "notice_url": Text("公示网址", "Web address"),
    "supplementary": Text("补充公示", "Supplementary notice"),
    "withdrawn_notice": Text("本公示已撤回", "This notice was withdrawn"),
    "issuer": Text("发布单位", "Issued by"),
    "no_accepted": Text("没有通过验收的单位。", "No unit was accepted."),
    # objections
    "objections": Text("异议", "Objections"),
    "objections_title": Text("异议和处理结果", "Objections and what came of them"),
    "objections_note": Text(
        "公示期内收到的异议逐条登记。只公布事项和处理结果，从不公布是谁提出的。",
        "Every objection received during the notice is listed: what it was about and what came of it, never who "
        "raised it.",
    ),
    "received_count": Text("收到", "received"),
    "no_objections": Text("没有收到异议。", "No objection was received."),
    "grounds": Text("理由", "Grounds"),
    "decision": Text("处理", "Decision"),
    "decided_on": Text("处理日期", "Decided on"),
    # a unit's page
    "on_this_page": Text("本页内容", "On this page"),
    "back": Text("返回全部结果", "All results"),
    "unproved": Text("开封核验未通过，不计", "opened and not proved, not counted"),
    "openings_title": Text("封存条目的开封核验", "Sealed entries that were opened"),
    "opened_on": Text("开封日期", "Opened on"),
    "outcome": Text("结论", "Outcome"),
    "own_standards": Text("个性化创建标准", "The unit's own standards"),
    "own_standard": Text("标准", "Standard"),
    "refines": Text("细化的考核项", "Refines"),
    "revised": Text("修订", "revised"),
    "standard_result": Text("实施结果", "result"),
    "veto_takes": Text("归零相应得分", "takes the points concerned"),
    "veto_would_take": Text("决定后将归零相应得分", "would take the points concerned"),
    # worked examples
    "examples_title": Text("算给你看", "Worked examples"),
    "examples_note": Text(
        "按事实计算的每种规则取本次活动的一行，照着算一遍。",
        "For each type of rule that computes, one row of this campaign, worked out.",
    ),
    "rule_type": Text("规则", "Rule"),
    "how_computed": Text("怎样算", "How it is computed"),
    # accessibility
    "accessibility_title": Text("无障碍声明", "Accessibility statement"),
    "accessible_aim": Text(
        "本网站按照《Web 内容无障碍指南》（WCAG）2.2 的 AA 级制作。",
        "This site is made to meet level AA of the Web Content Accessibility Guidelines (WCAG) 2.2.",
    ),
    "accessible_how": Text("怎样做到", "How"),
    "accessible_keys": Text(
        "全部内容只用键盘就能到达，焦点看得见，每页第一个链接跳到正文。",
        "Everything can be reached with the keyboard alone, with a visible focus; the first link of every page skips "
        "to the content.",
    ),
    "accessible_charts": Text(
        "每张图都有同样数字的表，也有给读屏软件的标题和说明；等次、状态都写成文字，不只靠颜色。",
        "Every chart has a table with the same figures, and a title and description for screen readers; grades and "
        "states stand in words, never in colour alone.",
    ),
    "accessible_contrast": Text(
        "文字与背景的对比度不低于 7:1，支持深色模式、系统高对比度、放大和打印；320 像素宽也不用左右拖动。",
        "Text has a contrast of at least 7:1; dark mode, forced colours, zoom and print are supported; at 320 pixels "
        "nothing needs scrolling sideways.",
    ),
    "accessible_script": Text(
        "脚本只用来排序和查找，关掉脚本不缺任何内容；网页不向别处请求任何东西，也不记录访问者。",
        "A script only sorts and searches; without it nothing is missing. Pages request nothing from elsewhere and "
        "record nothing about their readers.",
    ),
    "accessible_text": Text(
        "每个主要页面另有同样内容的 Markdown 文本，可以用任何编辑器打开。",
        "The main pages also exist as Markdown with the same content, which any editor opens.",
    ),
    "accessible_tested": Text("怎样检查", "How it is tested"),
    "accessible_tests": Text(
        "每次改动都用真实的浏览器和 axe 检查每一种页面，中英文，宽窄屏，浅色深色，有无脚本。",
        "At every change each kind of page is checked in a real browser and with axe, in both languages, wide and "
        "narrow, light and dark, with and without script.",
    ),
    "accessible_limits": Text("还做不到的", "Known limits"),
    "accessible_limit": Text(
        "各单位的记录、理由和意见只有中文；没有手语和语音版本；没有请残障人士试用过。",
        "What units, reviewers and the office wrote exists in Chinese only; there is no sign language or audio "
        "version; no people with disabilities have tried the site yet.",
    ),
    "accessible_contact": Text("遇到障碍，请告诉受理科室", "If something stands in your way, tell"),
}
