"""Family R, first half: why a rubric that does not add up, or asks for what is not there, scores nobody."""

from __future__ import annotations

from integrity_cli.explanations.base import Explanation
from integrity_cli.lang import Text

_SUMS = Text(
    "docs/rubric.md「结构」：每一层的分值等于下一层之和，差一分都不计分。",
    "docs/rubric.md: every level holds what the level below adds up to, or nobody is scored.",
)
_FACTS = Text(
    "docs/rubric.md「事实」：一个事实只有一个来源、一组条件、一种计量方式。",
    "docs/rubric.md: a fact has one source, one set of conditions and one measure.",
)
_ONE_READING = Text(
    "docs/rubric.md「规则」：每种规则只有一种算法，公众拿铅笔可以重算。",
    "docs/rubric.md: a rule is read in one way only, so that anybody can redo it with a pencil.",
)

RUBRIC = {
    "R601": Explanation(
        why=Text(
            "总分写 100 而各项加起来是 109，或者 60 分的一块只有 50 分可得，真实的评分表里都有。"
            "这样的表怎样打分都不公平，公布以后人人算得出来。",
            "Real tables print 100 where the rows come to 109, or 60 for a block in which 50 can be earned. "
            "No score on such a table is fair, and once it is published everybody can see it.",
        ),
        basis=_SUMS,
        wrong="name: {zh: 领导, en: leadership}\n        points: 5.00\n",
        right="name: {zh: 领导, en: leadership}\n        points: 6.00\n",
    ),
    "R602": Explanation(
        why=Text(
            "评分、裁定、否决都凭编号找到那一行。两行同号，考核人员写的分数就落到别的行上；两条否决同号，"
            "一个决定会算成两个。",
            "Marks, settled marks and vetoes find their row by its id. With two rows of one id a mark lands on the "
            "wrong one; with two vetoes of one id a single decision acts twice.",
        ),
        basis=Text("docs/rubric.md：编号全表不重复。", "docs/rubric.md: an id is not used twice."),
        wrong="    effect: {fix_grade: 不合格}\n    basis: 示例市诚信执法单位创建活动通知\n  - id: V1\n",
        right="    effect: {fix_grade: 不合格}\n    basis: 示例市诚信执法单位创建活动通知\n  - id: V2\n",
    ),
    "R603": Explanation(
        why=Text(
            "单位是照通知干的。考核项引的话和通知差一个字，就可能在考一件通知没有要求的事，单位也无从对照。",
            "Units work by the notice. A requirement that differs from it by one word may assess what nobody was asked "
            "to do, and a unit cannot compare the two.",
        ),
        basis=Text(
            "docs/rubric.md：clause 照录通知原文，标点在内。", "docs/rubric.md: `clause` quotes the notice exactly."
        ),
        wrong="clause: 定期研究、创建工作\n",
        right="clause: 定期研究创建工作\n",
    ),
    "R604": Explanation(
        why=Text(
            "规则最多给 0.80 分的一行写着 1.00 分，谁做得再好也丢 0.20 分；反过来，规则能给出比分值还多的分。",
            "Where a row holds 1.00 and its rule gives 0.80 at most, the best unit still loses 0.20; the other way "
            "round, a rule hands out more than there is.",
        ),
        basis=_SUMS,
        wrong="{at_least: 2, earn: 0.80}",
        right="{at_least: 2, earn: 1.00}",
    ),
    "R605": Explanation(
        why=Text(
            "规则依据的事实没有声明，这一行就没有东西可数，不论单位做了什么都算不出分。",
            "A rule whose fact is not declared has nothing to count, whatever the unit did.",
        ),
        basis=_FACTS,
        wrong="{once: not_shown, lose: 0.50}",
        right="{once: {finding: certificate_not_shown}, lose: 0.50}",
    ),
    "R606": Explanation(
        why=Text(
            "一个事实写了两个来源，读的人不知道数的是哪一个，程序只会取其中一个；引用的事实又另加条件，"
            "得分单上的名称就与所数的不符。",
            "A fact with two sources leaves its reader to guess which one is counted, and the program takes only one; "
            "a reference narrowed on the spot is printed under a name that means something else.",
        ),
        basis=_FACTS,
        wrong="entries: inspection, plan: goals, measure",
        right="entries: inspection, measure",
    ),
    "R607": Explanation(
        why=Text(
            "条件里的字段拼错了，就没有一条记录满足它：单位明明开了会，却一次也不算。",
            "Where the field of a condition is misspelt, no record meets it: the unit held its meetings, and none "
            "counts.",
        ),
        basis=Text("docs/records/：各种记录的字段表。", "docs/records/: the fields of every record."),
        wrong="where: {subject: programme}",
        right="where: {topic: programme}",
    ),
    "R608": Explanation(
        why=Text(
            "条件要的值是记录里不会有的，例如等级「优」写成「优秀」、是否写成「是」以外的话，这一行就谁也得不到分。",
            "A condition on a value that no record can hold, such as a grade spelt otherwise or a yes in other words, "
            "gives the row to nobody.",
        ),
        basis=Text(
            "docs/records/ 各字段的可选值，和细则自己声明的指标；是否一律写 yes、no。",
            "The closed lists of docs/records/ and the figures that the rubric declares; yes and no are written so.",
        ),
        wrong="where: {value: 优秀}",
        right="where: {value: 优}",
    ),
    "R609": Explanation(
        why=Text(
            "期间的名称 campaign.yaml 里没有，规则就不知道看哪几天，开过的会全落在期间以外。",
            "A window that campaign.yaml does not name leaves the rule without days, and everything falls outside it.",
        ),
        basis=Text(
            "docs/rubric.md：细则里不写日期，期间由 campaign.yaml 给出。",
            "docs/rubric.md: a rubric holds no dates; campaign.yaml gives the windows.",
        ),
        wrong="within: spring",
        right="within: implementation",
    ),
    "R610": Explanation(
        why=Text(
            "目标 100%、实际 98.6%，「每低 1% 扣 0.1 分」按实际比例扣 0.14 分，每满一步扣 0.10 分，每起一步扣 0.20 分。"
            "没有选定，两个考核人员会算出两个分数。",
            "With a target of 100% and 98.6% reached, “0.1 for each 1% below” is 0.14 in proportion, 0.10 by full "
            "steps and 0.20 by steps begun. Unless one is chosen, two reviewers arrive at two scores.",
        ),
        basis=_ONE_READING,
        wrong="lose: 0.10, per: 0.01, unit: point, empty: zero",
        right="lose: 0.10, per: 0.01, unit: point, steps: started, empty: zero",
    ),
    "R611": Explanation(
        why=Text(
            "等次有空档，89.5 分哪一等也不是；有重叠，90 分既是优秀又是良好。评上哪一等就凭谁来定了。",
            "With a gap between grades 89.5 has none, with an overlap 90 has two; the grade depends on who decides.",
        ),
        basis=Text(
            "docs/rubric.md「等次」：等于起点分就算达到，到上一等的起点为止。",
            "docs/rubric.md: a grade is reached at its first point and ends where the next higher one begins.",
        ),
        wrong="  - {name: {zh: 良, en: good}, from_points: 90.00}\n",
        right="  - {name: {zh: 良, en: good}, from_points: 80.00}\n",
    ),
    "R612": Explanation(
        why=Text(
            "声明了却没有规则用到的事实，多半是规则写漏了一处：读的人以为它计分，其实不计。",
            "A fact that no rule uses was probably forgotten by one: its reader takes it to count, and it does not.",
        ),
        basis=_FACTS,
        wrong="  trainings: {label: {zh: 培训次数, en: trainings}, entries: training}\n",
        right="  # 培训次数不计分\n",
    ),
    "R613": Explanation(
        why=Text(
            "否优限到一个没有的等次，就什么也限不了；否决归零一个没有的部分，就一分也扣不掉。",
            "A bar at a grade that does not exist closes none, and a veto on a part that does not exist takes nothing.",
        ),
        basis=Text(
            "docs/rubric.md「一票否优」「一票否决」：只用本细则的等次和编号。",
            "docs/rubric.md: vetoes and bars use the grades and ids of this rubric.",
        ),
        wrong="highest_grade: 差\n",
        right="highest_grade: 不合格\n",
    ),
    "R614": Explanation(
        why=Text(
            "「酌情扣分」不写幅度，同一件事有人扣 1 分、有人扣 6 分；「不得分或者酌情扣分」两种后果任人挑一种。"
            "被扣的单位无从申辩。",
            "“Points may be taken off” without bounds costs one unit 1 point and another 6; “none, or less at "
            "discretion” leaves the choice to whoever marks. The unit has nothing to argue from.",
        ),
        basis=_ONE_READING,
        wrong="- {once: {finding: certificate_not_shown}}\n",
        right="- {once: {finding: certificate_not_shown}, lose: 0.50}\n",
    ),
    "R615": Explanation(
        why=Text(
            "没有分值的行只说达到没有。用计数的规则，零乘以什么都是零，永远说不出「达到」。",
            "A row without points says met or not met. A rule that counts gives nothing of nothing, and never says "
            "“met”.",
        ),
        basis=Text(
            "docs/rubric.md「考核项」：0 分的考核项只显示达到或未达到。",
            "docs/rubric.md: a requirement of 0 points shows met or not met.",
        ),
        wrong="rule: {count: {entries: survey}, full_at: 1}",
        right="rule: {present: {entries: survey}}",
    ),
    "R616": Explanation(
        why=Text(
            "指标先声明才有人填写。没有声明的指标谁也填不了（L233），依据它的行永远没有分。",
            "Only a declared figure can be stated (L233), so a row on an undeclared one never earns.",
        ),
        basis=Text(
            "docs/rubric.md「指标」：细则声明，记录填写，规则读取。",
            "docs/rubric.md: the rubric declares a figure, a record states it, a rule reads it.",
        ),
        wrong="present: {figure: water_grade, where: {value: 优}}",
        right="present: {figure: water_quality, where: {value: 优}}",
    ),
    "R617": Explanation(
        why=Text(
            "上限写 5 分，各行加起来只有 1 分，上限等于没有写；多半是漏了一行，或者抄错了一个数。",
            "Where the cap is 5 and the rows come to 1, the cap says nothing; a row is missing or a number miscopied.",
        ),
        basis=Text("docs/rubric.md「加分、减分」。", "docs/rubric.md on bonus and penalty."),
        wrong="penalty:\n  cap: 5.00\n",
        right="penalty:\n  cap: 1.00\n",
    ),
    "R618": Explanation(
        why=Text(
            "题目不能求和，日期不能当数量。这样写的事实或者得不出数，或者悄悄当作 0，单位白白丢分。",
            "A title has no sum and a day is no quantity. Such a fact comes to nothing, or passes for 0 unnoticed, and "
            "the unit loses its points.",
        ),
        basis=_FACTS,
        wrong="measure: {latest: title}",
        right="measure: {latest: in_post}",
    ),
}
