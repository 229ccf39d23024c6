"""The words of the site for the result: rank, bonus, vetoes, bars, conversions, dates; and for its rules."""

from __future__ import annotations

from collections.abc import Mapping

from integrity_cli.lang import Text

RESULT_WORDS: Mapping[str, Text] = {
    # results
    "rank": Text("名次", "Rank"),
    "rank_of": Text("{rank} / {among}", "{rank} of {among}"),
    "rank_tied": Text("并列 {rank} / {among}", "tied {rank} of {among}"),
    "no_rank": Text("暂不排名", "not ranked yet"),
    "result": Text("考核结果", "Result"),
    "no_result": Text("尚未决定", "not decided yet"),
    "bonus": Text("加分", "Bonus"),
    "penalty": Text("减分", "Penalty"),
    "lost_to_vetoes": Text("一票否决归零", "Taken by vetoes"),
    "base": Text("基础分", "Base"),
    # how a total comes about
    "made_of": Text("总分怎样得来", "How the total is made"),
    "converted": Text("折算得分", "Points from conversions"),
    "zero_total": Text("不适用各项按零分计的总分", "Total if what does not apply earned nothing"),
    "confirmed_points": Text("以台账为据的得分中已经核实的", "Of the points that rest on the ledger, confirmed"),
    "confirmed_words": Text(
        "{on_entries} 分中的 {confirmed} 分，占 {share}", "{confirmed} of {on_entries}, which is {share}"
    ),
    "self_difference": Text("自评与核定之差", "Self-score less what counts"),
    "case_files": Text("考核组查阅案卷", "Case files read by reviewers"),
    "case_files_words": Text("{count} 份", "{count:file|files}"),
    "conversion": Text("折算", "Conversion"),
    "conversion_open": Text(
        "让出 {freed} 分，有关各项定下来以后折算",
        "{freed} points given up; converted once the rows concerned are settled",
    ),
    "weight": Text("权重", "Weight"),
    "passed_on": Text("分值让出，由其他各项折算", "its points go to the others by conversion"),
    # what the office decided
    "decided": Text("考核结论", "Outcome"),
    "eligible": Text("认定条件", "Recognition"),
    "eligible_yes": Text("符合", "met"),
    "eligible_no": Text("不符合", "not met"),
    "told_on": Text("告知单位日期", "Unit told on"),
    "reconsideration": Text("复核", "Reconsideration"),
    "reconsideration_asked": Text("{day} 申请，尚未决定", "asked on {day}, not decided yet"),
    "reconsideration_done": Text(
        "{asked} 申请，{day} 决定：{outcome}", "asked on {asked}, decided on {day}: {outcome}"
    ),
    "result_on": Text("{result}（{day} 决定）", "{result} (decided on {day})"),
    "bars_title": Text("一票否优", "Bars from the top grade"),
    "bar_of": Text("{label}，最高只能定为{grade}", "{label}; the grade is at most {grade}"),
    "vetoes_title": Text("一票否决", "Vetoes"),
    "veto_acts": Text("已决定", "decided"),
    "veto_open": Text("已查实，尚未决定，不影响得分", "found but not decided; it takes nothing yet"),
    "veto_zero": Text("归零 {points} 分", "takes {points} points"),
    "veto_would_zero": Text("决定后将归零 {points} 分", "would take {points} points"),
    "veto_grade": Text("等次定为{grade}", "fixes the grade at {grade}"),
    "veto_would_grade": Text("决定后等次将定为{grade}", "would fix the grade at {grade}"),
    "effect": Text("后果", "Effect"),
    "basis": Text("依据", "Basis"),
    "heard_on": Text("听取意见日期", "Unit heard on"),
    "findings_title": Text("查实情形", "What the office found"),
    "finding": Text("情形", "Finding"),
    "found_on": Text("查实日期", "Found on"),
    "summary_of": Text("摘要", "Summary"),
    "matter_once": Text(
        "同一事项只计最高的一行，这一行不计。", "One matter counts once, at its highest; this row does not count."
    ),
    "counted": Text("计入", "Counted"),
    "for_requirement": Text("对应考核项", "For requirement"),
    "na_reason": Text("不适用的理由", "Why it does not apply"),
    "settled_reason": Text("裁定理由", "Why it was settled so"),
    "all_confirmed": Text("所据条目均已核实", "every entry it rests on was confirmed"),
    "places_count": Text("共 {count} 处", "{count:place|places}"),
    # the method
    "how_not_applicable": Text(
        "某一行不适用，须经主办单位确认，不计零分也不计满分。除另有写明的以外，它的分值让给同一考核项的其他分项，"
        "整个考核项不适用的让给同一项目的其他考核项；折算得分 = 让出分值 × 其他各项得分 ÷ 其他各项满分，单列一行。",
        "A row does not apply only once the office confirms it; then it is neither zero nor full. Unless said "
        "otherwise, its points go to the other parts of the requirement, those of a whole requirement to the rest of "
        "its item: points given up × what the others earned ÷ their maximum, printed as a row of its own (conversion).",
    ),
    "how_result": Text(
        "总分 = 基础分 + 加分 − 减分 − 一票否决归零的分，最低为 0。加分、减分各有上限，同一事项只计最高的一行。"
        "名次只在组内按总分排，总分相同的并列；没有评定完毕的不排名。",
        "Total = base + bonus − penalty − what vetoes take, and never below 0. Bonus and penalty have caps; one matter "
        "counts once, at its highest. Ranks go by total within a group, equal totals share one; a score that is not "
        "complete has none.",
    ),
    "how_veto": Text(
        "一票否决只有经主办单位书面决定，写明依据，并听取过单位意见，才发生效力；只查实而没有决定的，总分和等次待定。",
        "A veto acts only from a written decision with its basis, after the unit was heard; while something is found "
        "but not decided, the result stays open.",
    ),
    "tolerance": Text(
        "考核人员评分允许相差 {points} 分，在此范围内取平均。", "Marks may differ by {points}; their mean counts."
    ),
    "no_tolerance": Text(
        "考核人员评分须一致，否则由书面决定裁定。", "Marks must agree; else a written decision settles them."
    ),
    "recognition": Text(
        "认定为诚信执法单位，等次须不低于{grade}，且没有生效的一票否决。",
        "Recognition asks for a grade of at least {grade} and for no veto in force.",
    ),
    "result_title": Text("加分、减分和一票否决、否优", "Bonus, penalty, vetoes and bars"),
    "capped": Text("上限 {cap} 分", "at most {cap}"),
    "what": Text("事项", "Matter"),
    "condition": Text("条件", "Condition"),
    "highest_grade": Text("最高等次", "Highest grade"),
    "effect_zero_all": Text("全部得分归零", "all points to zero"),
    "effect_zero": Text("{part} 得分归零", "points of {part} to zero"),
    "figures_title": Text("本活动另设的指标", "Figures that this campaign adds"),
    "figure": Text("指标", "Figure"),
    "form": Text("形式", "Form"),
    "laws_title": Text("法律的施行时间", "Laws and when they are in force"),
    "law": Text("法律", "Law"),
    "in_force_from": Text("施行日期", "In force from"),
    "in_force_to": Text("失效日期", "In force to"),
    "not_applicable": Text("不适用", "Not applicable"),
    "na_treatment": Text("{treatment}", "{treatment}"),
    "na_to_system": Text("{treatment}，分值归入本体系", "{treatment}, its points go to its system"),
    "na_when": Text("{condition}时可以主张；{treatment}", "may be claimed when {condition}; {treatment}"),
}
