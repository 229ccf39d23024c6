"""Family R, second half: what a rubric says against itself, though every line of it can be read."""

from __future__ import annotations

from integrity_cli.explanations.base import Explanation
from integrity_cli.lang import Text

_TWELVE = Text(
    "docs/rubric.md「十二种说不通的话」：真实的评分表里有过。",
    "docs/rubric.md, the twelve mistakes of real scoring tables.",
)
_NOT_APPLICABLE = Text(
    "docs/rubric.md「不适用」：细则说什么情形下可以不适用、怎样处理，经主办单位确认才生效。",
    "docs/rubric.md: the rubric says when a row may not apply and what follows; the office confirms it.",
)
_BONUS = Text(
    "docs/rubric.md「加分、减分」：超过上限的只算上限，同一事项只计最高的一行。",
    "docs/rubric.md: bonus and penalty end at their cap, and one matter counts once, at the highest.",
)
_CONDITIONS = Text(
    "docs/rubric.md「判断条件」：带上 at_least、at_most、equals 的事实才是判断。",
    "docs/rubric.md: a fact becomes a condition by `at_least`, `at_most` or `equals`.",
)

CONTRADICTIONS = {
    "R619": Explanation(
        why=Text(
            "2 分的一项最多只能扣 1 分，另外 1 分人人都有，等于没有考；各单位的差距也就比表上写的小。",
            "Where a row of 2 points can lose 1 at most, the other is everybody's, and assesses nothing; units differ "
            "by less than the table says.",
        ),
        basis=_TWELVE,
        wrong="{once: {figure: mixed_file, where: {value: yes}}, lose: 1.00}",
        right="{once: {figure: mixed_file, where: {value: yes}}, lose: 2.00}",
    ),
    "R620": Explanation(
        why=Text(
            "做得多的反而得分少，第三次违法比第二次扣得轻，或者两档起点相同、取哪一档要看次序：单位照着做，"
            "分数却往下掉。",
            "Where more earns less, or a third offence costs less than the second, or two steps begin at one number "
            "and their order decides, a unit that does better is scored worse.",
        ),
        basis=_TWELVE,
        wrong="steps: [{at_least: 1, earn: 1.00}, {at_least: 2, earn: 0.50}]",
        right="steps: [{at_least: 1, earn: 0.50}, {at_least: 2, earn: 1.00}]",
    ),
    "R621": Explanation(
        why=Text(
            "1.5 分的一项一次扣 2 分，多扣的 0.5 分是扣到负数还是扣完为止，表上没有说，考核人员只好各按各的办。写出 "
            "floor，就说定了。",
            "A row of 1.5 points that loses 2 at once may go below 0 or stop there; where the table is silent, "
            "reviewers each do as they think. Stating `floor` settles it.",
        ),
        basis=_TWELVE,
        wrong="{deduct: [{once: {figure: found_short, where: {value: yes}}, lose: 2.00}]}",
        right="{deduct: [{once: {figure: found_short, where: {value: yes}}, lose: 2.00}], floor: 0.00}",
    ),
    "R622": Explanation(
        why=Text(
            "没有办过许可的单位，按比率的一行分母是零，只能待定；细则没有写怎样处理，主办单位又确认不了（L232），"
            "这个单位就一直没有总分。",
            "For a unit that granted no licence the denominator is 0 and the row stays open; where the rubric does not "
            "say what follows, the office cannot confirm it (L232), and the unit never gets a final total.",
        ),
        basis=_NOT_APPLICABLE,
        wrong="            points: 1.50\n            rule: {share: {cases: licence",
        right="            points: 1.50\n            not_applicable: {treatment: exclude}\n"
        "            rule: {share: {cases: licence",
    ),
    "R623": Explanation(
        why=Text(
            "一票否决管的事又占着分值，出了事扣两次，没有出事的白得几分；这几分往往只为凑足 100。",
            "Where a veto's own matter holds points too, it is punished twice where it happens and rewarded where it "
            "does not; often the points are there only to make 100.",
        ),
        basis=_TWELVE,
        wrong="rule: {present: {finding: forged_material, equals: 0}}",
        right="rule: {judgement: {step: 0.50}}",
    ),
    "R624": Explanation(
        why=Text(
            "同一项荣誉先得省级、再得国家级，写成同一事项的只计最高，没有写的两次都加。一个单位凭一件事加两次分，"
            "别的单位不服。",
            "An honour won in the province and then in the country counts once if the rows are one matter, and twice "
            "if nothing says so. Others will not accept that one matter is counted twice.",
        ),
        basis=_BONUS,
        wrong="""      label: {zh: 国家级荣誉, en: national honour}
      points: 2.00
      present: {figure: honour, where: {value: 国家级}}
    - id: J4
      label: {zh: 省级荣誉, en: provincial honour}
""",
        right="""      label: {zh: 国家级荣誉, en: national honour}
      matter: 荣誉
      points: 2.00
      present: {figure: honour, where: {value: 国家级}}
    - id: J4
      label: {zh: 省级荣誉, en: provincial honour}
      matter: 荣誉
""",
    ),
    "R625": Explanation(
        why=Text(
            "不少于 3 又不多于 1 的条件谁也不满足，这条否决形同虚设；不少于 0 的条件谁都满足，每个单位都被否优。",
            "At least 3 and at most 1 is met by nobody, so that the veto is a dead letter; at least 0 is met by all, "
            "so that every unit is barred.",
        ),
        basis=_CONDITIONS,
        wrong="when: {finding: forged_material, at_least: 3, at_most: 1}",
        right="when: {finding: forged_material, at_least: 1}",
    ),
    "R626": Explanation(
        why=Text(
            "按数量得分的地方写「不少于 2」，读的人以为不到两次不得分，实际照样按比例给：细则和得分单说的不是一回事。",
            "“At least 2” where points go by quantity reads as if fewer earned nothing, while each still earns its "
            "share: the rubric says one thing and the score another.",
        ),
        basis=_CONDITIONS,
        wrong="rule: {count: {fact: meetings, at_least: 2}, full_at: 2}",
        right="rule: {count: meetings, full_at: 2}",
    ),
    "R627": Explanation(
        why=Text(
            "上限 1 分，一行就写 3 分，这一行怎样也加减不到 3 分；公布的分值和实际能得的不一样。",
            "With a cap of 1, a row of 3 never comes to 3; what is published is not what can happen.",
        ),
        basis=_BONUS,
        wrong="      label: {zh: 被通报批评, en: criticised by notice}\n      points: 3.00\n",
        right="      label: {zh: 被通报批评, en: criticised by notice}\n      points: 1.00\n",
    ),
    "R628": Explanation(
        why=Text(
            "目标 90% 写成 90，按期答复率最高是 1，做得再好也只有九十分之一；这一行等于对谁都不给分。",
            "With 90 written for 90%, a rate that is 1 at most earns a ninetieth of the points, and the row is as good "
            "as lost to everybody.",
        ),
        basis=Text("docs/rubric.md：目标是比率，90% 写 0.9。", "docs/rubric.md: a target is a ratio; 90% is 0.9."),
        wrong="among: {entries: matter}, target: 90}",
        right="among: {entries: matter}, target: 0.9}",
    ),
    "R629": Explanation(
        why=Text(
            "同一个值写两次，第二处多半是要写另一个：该算进去的那一种情形，一件也没有算。",
            "Where a value stands twice, another was probably meant, and cases of that other kind are not counted at "
            "all.",
        ),
        basis=Text("docs/rubric.md「选择条件」：等于其中之一。", "docs/rubric.md: a list means any one of its values."),
        wrong="finding: [notice_of_criticism, notice_of_criticism]",
        right="finding: [decision_corrected, notice_of_criticism]",
    ),
    "R630": Explanation(
        why=Text(
            "加分、减分的行没有人评分，写成由人评定就永远是 0 分。一行有两处酌情，一个评分分不清各扣多少，"
            "其中一处就白写了。",
            "Rows of bonus and penalty take no marks, so one left to reviewers stays at 0. In a row with two losses at "
            "discretion one mark cannot tell them apart, and one of the two is never taken.",
        ),
        basis=Text("docs/rubric.md「由人评定的行」。", "docs/rubric.md on rows that people judge."),
        wrong="judgement: {step: 0.10}",
        right="present: {figure: water_quality, where: {value: 优}}",
    ),
    "R631": Explanation(
        why=Text(
            "要从几个值里选，却没有写可选哪些，填什么都算写错（L234），单位因此没有总分。",
            "A figure to choose without choices makes every answer wrong (L234), and the unit gets no total.",
        ),
        basis=Text("docs/rubric.md「指标」。", "docs/rubric.md on figures."),
        wrong="form: choice, stated_by: office}",
        right="form: choice, choices: [优, 良], stated_by: office}",
    ),
    "R632": Explanation(
        why=Text(
            "两个期间同名，规则只认前一个：在后一个期间办的事都落在外面，却没有一句提示。",
            "Of two windows with one name rules see the first only; what was done in the other falls outside, and "
            "nothing says so.",
        ),
        basis=Text(
            "docs/records/ 的活动安排：期间凭名称引用。", "docs/records/ on the campaign: windows go by their names."
        ),
        wrong="{id: winter, name: 入冬,",
        right="{id: early-winter, name: 入冬,",
    ),
    "R633": Explanation(
        why=Text(
            "分项不适用，分值总是折给同一考核项的其他分项。写了归入体系而不起作用，公布的说法和算出来的就不一样。",
            "Points of a part always go to the other parts of its requirement. A place stated in vain makes what is "
            "published differ from what is computed.",
        ),
        basis=Text("docs/rubric.md「折算」。", "docs/rubric.md on conversion."),
        wrong="not_applicable: {to: system}, share",
        right="not_applicable: {treatment: exclude}, share",
    ),
    "R634": Explanation(
        why=Text(
            "否优写的是最高等次，什么也没有限制；否决归零的部分没有分值，什么也没有扣。有这一条和没有一样，"
            "公众却以为管住了。",
            "A bar at the highest grade closes none, and a veto on a part without points takes none. The clause is as "
            "good as absent, while the public relies on it.",
        ),
        basis=Text("docs/rubric.md「一票否决」「一票否优」。", "docs/rubric.md on vetoes and bars."),
        wrong="highest_grade: 合格\n",
        right="highest_grade: 不合格\n",
    ),
    "R635": Explanation(
        why=Text(
            "一条否决又归零又定等次，或者什么也没有写，作出决定的时候就要临时挑一种；被否决的单位事先无从知道后果。",
            "A veto with two effects, or none, leaves the choice to the moment of decision, and the unit could not "
            "know beforehand what would follow.",
        ),
        basis=Text(
            "docs/rubric.md「一票否决」：后果两种写一种。", "docs/rubric.md: of its two effects a veto states one."
        ),
        wrong="effect: {zero: A2, fix_grade: 不合格}",
        right="effect: {zero: A2}",
    ),
    "R636": Explanation(
        why=Text(
            "量最长间隔，要从期间的第一天量到最后一天。没有写期间，一次会也没有开过的单位间隔是 0 天，反而得满分。",
            "The longest gap runs from the first day of a window to its last. With no window, a unit that never met "
            "has a gap of 0 days and earns everything.",
        ),
        basis=Text(
            "docs/rubric.md「计量方式」：期间的首尾两天也算作相邻的两端。",
            "docs/rubric.md: the first and last day of the window count as neighbours.",
        ),
        wrong="rule: {present: {entries: meeting, measure: longest_gap, at_most: 31}}",
        right="rule: {present: {entries: meeting, within: implementation, measure: longest_gap, at_most: 90}}",
    ),
    "R637": Explanation(
        why=Text(
            "可选的方法只有几种，却要达到九种才得满分，做得再全也丢分；多半是把次数当成了种数。",
            "Where a closed list holds a few methods and nine are asked for, the fullest work still loses points; a "
            "number of times was probably taken for a number of kinds.",
        ),
        basis=_TWELVE,
        wrong="{at_least: 9, earn: 1.00}",
        right="{at_least: 2, earn: 1.00}",
    ),
}
