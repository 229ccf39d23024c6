"""Family L, second part: marks, powers, cases, reviewers, claims and figures that other records must bear out."""

from __future__ import annotations

from integrity_cli.explanations.base import Explanation
from integrity_cli.lang import Text

_BY_THE_RUBRIC = Text(
    "通知 S5.1：「市政府法制办按照本意见要求,依据“2014年“诚信行政执法单位”创建工作考核细则(详见附件)」",
    "S5.1 of the notice: the office assesses by the rubric of the campaign.",
)

MARKS_AND_POWERS = {
    "L216": Explanation(
        why=Text(
            "细则里没有这一行，评的分就没有地方放：考核组以为评过了，结果里却没有，该行一直待定或按别的分算。",
            "A mark for a row that the rubric does not hold goes nowhere: the reviewers think it was given, and the "
            "row stays open or is filled by something else.",
        ),
        basis=_BY_THE_RUBRIC,
        wrong="  - {requirement: A1.3, points: 0.75, reason: 抽看三份评估表，结果均已通报。}\n",
        right="  - {requirement: A1.3, part: 2, points: 0.75, reason: 抽看三份评估表，结果均已通报。}\n",
    ),
    "L217": Explanation(
        why=Text(
            "能按事实计算的行，谁算都一样。由人改分，公众就算不出公布的数，单位也不知道是哪一条材料没有被承认。",
            "A row that is computed comes out the same for everybody. A mark in its place could not be recomputed by "
            "the public, and the unit would not know which of its entries was not accepted.",
        ),
        basis=Text(
            "docs/records/review.md：「按事实计算的行不改分：事实有误的，对有关条目不予采信，分数随之改变。」",
            "docs/records/review.md: a computed row moves by refusing an entry, not by a mark.",
        ),
        wrong="  - {requirement: A1.1, points: 0.75, reason: 抽看三份评估表，结果均已通报。}\n",
        right="  - {requirement: A1.3, part: 2, points: 0.75, reason: 抽看三份评估表，结果均已通报。}\n",
    ),
    "L218": Explanation(
        why=Text(
            "规则写明最多几分、按多少一档。超出的分一家有、别家没有，各单位就不是用一把尺子量的。",
            "The rule says how many points there are and in which steps they are given. A mark beyond it would "
            "measure one unit by another ruler than the rest.",
        ),
        basis=Text(
            "docs/records/review.md：「有分值的行写分数，按细则规定的间隔」",
            "docs/records/review.md: a row with points is marked in the steps that the rubric lays down.",
        ),
        wrong="part: 2, points: 0.80, reason: 抽看三份评估表，结果均已通报。}\n",
        right="part: 2, points: 0.75, reason: 抽看三份评估表，结果均已通报。}\n",
    ),
    "L219": Explanation(
        why=Text(
            "有分值的行只说达到，算不出几分；没有分值的行给了分，会让人以为总分里有它。两样都写又不一致，"
            "没有人知道以哪个为准。",
            "“Met” alone earns no certain number on a row with points, and points on a row without any look as if they "
            "entered the total. With both, nobody knows which of them holds.",
        ),
        basis=Text(
            "docs/records/review.md：「没有分值的行写达到或未达到」",
            "docs/records/review.md: a row with points takes points, a row without them takes met or not met.",
        ),
        wrong="part: 2, met: yes, reason: 抽看三份评估表，结果均已通报。}\n",
        right="part: 2, points: 0.75, reason: 抽看三份评估表，结果均已通报。}\n",
    ),
    "L220": Explanation(
        why=Text(
            "同一行有两个分，取哪一个，结果就不同。单位申请复核时，也说不清要复核的是哪一个。",
            "With two marks for one row the result depends on which of them is taken, and a unit that asks for "
            "reconsideration cannot say which one it means.",
        ),
        basis=Text(
            "docs/records/review.md：「须由人评定的行，一行一条；能按事实计算的行不评」",
            "docs/records/review.md: one mark for each row that people judge.",
        ),
        wrong="  - {requirement: A1.3, part: 2, points: 1.00, reason: 举报电话当场拨通。}\n",
        right="  - {requirement: A2.3, met: yes, reason: 举报电话当场拨通。}\n",
    ),
    "L221": Explanation(
        why=Text(
            "要素是规则要数的。一份评估办法写成有晋升挂钩的内容，没有建立的制度就算建立了，要查的人翻开原件却找不到。",
            "Elements are what the rule counts. If a paper on evaluation could claim one on promotion, a mechanism "
            "that does not exist would earn points, and whoever opens the original would not find it.",
        ),
        basis=Text(
            "docs/records/evidence.md：「同一份文件管几件事的，按主要的一件登记一次，其余用 `elements` 写明。」",
            "docs/records/evidence.md: a paper is entered once, under its main subject, and its elements say what it "
            "lays down.",
        ),
        wrong="    elements: [scope, promotion]\n",
        right="    elements: [scope, method]\n",
    ),
    "L222": Explanation(
        why=Text(
            "应公示几个，是公示率的分母。少写一个，没有公示的机构就看不出来，来办事的人也不知道它有没有执法权。",
            "How many bodies are due is what the share published is measured by. One too few, and a body that was "
            "left out does not show; the people who deal with it cannot tell whether it holds powers at all.",
        ),
        basis=Text(
            "通知 B1.1：「将本单位及其下属执法机构具有执法权的执法主体向社会进行公示」",
            "B1.1 of the notice: a unit makes public every enforcing body, its own and those below it.",
        ),
        wrong="    covered: 2\n    total: 3\n",
        right="    covered: 2\n    total: 2\n",
    ),
    "L223": Explanation(
        why=Text(
            "没有这类职权却写进权力清单并公布，等于告诉公众它可以这样做；真的做了，相对人就受了没有依据的处理。",
            "A published power that a unit does not hold tells the public that it may act so; if it did, somebody "
            "would be dealt with on no basis.",
        ),
        basis=Text(
            "《行政处罚法》（2009 年修正）第十五条：行政处罚由具有行政处罚权的行政机关在法定职权范围内实施。"
            "单位有哪些职权，以名册为准（docs/records/register.md）。",
            "Article 15 of the Administrative Penalty Law (as amended in 2009): a penalty is imposed by an organ "
            "that holds the power, within its legal powers. Which powers a unit holds is what the register says "
            "(docs/records/register.md).",
        ),
        wrong="    name: 未经批准采砂的处罚\n    kind: coercion\n",
        right="    name: 未经批准采砂的处罚\n    kind: penalty\n",
    ),
    "L224": Explanation(
        why=Text(
            "案件按职权编号找裁量标准。两项职权一个编号，案件就可能用另一项的标准去衡量，合规的显得违规，或者反过来。",
            "A case finds its discretion standard by the id of its power. With one id for two powers it may be held "
            "against the standard of the other, and what was lawful looks unlawful, or the reverse.",
        ),
        basis=Text(
            "通知 B2.1：「分解执法职权,明晰执法责任。」一项职权一条，各有编号（docs/records/powers.md）。",
            "B2.1 of the notice: powers are taken apart and duties made clear; each power is one entry with an id of "
            "its own (docs/records/powers.md).",
        ),
        wrong="  - id: water-intake-licence\n    name: 河道内建设项目审批\n",
        right="  - id: river-works-licence\n    name: 河道内建设项目审批\n",
    ),
    "L225": Explanation(
        why=Text(
            "档次超出法定幅度，按它办的每一个案件都可能违法，相对人多交了钱或少受了罚；"
            "而按标准办案的执法人员还以为没有错。",
            "Every case decided by a grade beyond the law may be unlawful: somebody pays too much, or too little, "
            "while officers who keep to the standard believe that all is right.",
        ),
        basis=Text(
            "通知 B4.3：「在法定幅度和范围内区分不同情况予以界定」",
            "B4.3 of the notice: grades are drawn within the range that the law allows.",
        ),
        wrong="when: 五十立方米以上, low: 30000, high: 120000}\n",
        right="when: 五十立方米以上, low: 30000, high: 90000}\n",
    ),
    "L226": Explanation(
        why=Text(
            "案件所用的职权不在清单里，就查不到依据和裁量标准，公众无从知道凭什么作出这个决定。",
            "Where a case rests on a power that is not on the list, its legal basis and standard cannot be found, "
            "and the public cannot know on what the decision stands.",
        ),
        basis=Text(
            "通知 B1.2：「将本单位及其下属执法机构的执法事项、执法依据进行梳理」",
            "B1.2 of the notice: a unit goes through its matters of enforcement and their legal bases.",
        ),
        wrong="    power: sand-mining\n    closed_on: 2014-12-12\n",
        right="    power: sand-mining-penalty\n    closed_on: 2014-12-12\n",
    ),
    "L227": Explanation(
        why=Text(
            "公布的标准写一个幅度，决定给的是另一个数。同样情形的人得到不同的处理，而统计里这个案件还算按标准办的。",
            "The published standard says one range and the decision another figure. People in the same situation are "
            "treated differently, while the case counts as decided by the standard.",
        ),
        basis=Text(
            "通知 B4.2：「同类情形的执法标准予以细化并明确标准」",
            "B4.2 of the notice: for like situations the standard is refined and made clear.",
        ),
        wrong="    grade: 较轻\n    amount: 8000\n",
        right="    grade: 较轻\n    amount: 18000\n",
    ),
    "L228": Explanation(
        why=Text(
            "一个案件登记两次，办结数就多一件，公开率、备案率都跟着变；若是案号写错，另一个真案件就不在登记里。",
            "A case entered twice adds one to the cases closed and moves every share; if a number is wrong, another "
            "real case is missing from the register.",
        ),
        basis=Text(
            "docs/records/cases.md：「期间内办结、立卷的案件一件不漏，件数要在自查报告里申报（L211）」",
            "docs/records/cases.md: every case closed with a file is there once, and the self-report declares how "
            "many.",
        ),
        wrong=(
            "  - case_no: 示水罚〔2014〕7号\n    kind: penalty\n"
            "    power: sand-mining-penalty\n    closed_on: 2015-01-21\n"
        ),
        right=(
            "  - case_no: 示水罚〔2015〕1号\n    kind: penalty\n"
            "    power: sand-mining-penalty\n    closed_on: 2015-01-21\n"
        ),
    ),
    "L229": Explanation(
        why=Text(
            "查阅表上的案号登记里没有，要么抄错了号，别的案件被当作查过；要么单位漏登了这个案件，它就不算在办结数里。",
            "Where the register lacks the number of a sheet, either it was copied wrongly and another case passes "
            "for read, or the unit left the case out, and it is missing from every count.",
        ),
        basis=Text(
            "docs/records/review.md：「案号，须在单位的案件登记里」",
            "docs/records/review.md: the number of a sheet stands in the case register of the unit.",
        ),
        wrong="  - case_no: 示水罚〔2014〕17号\n",
        right="  - case_no: 示水罚〔2014〕7号\n",
    ),
    "L230": Explanation(
        why=Text(
            "没有派去考核这个单位的人评了分，单位就不知道自己由谁考核，也没有机会要求回避。",
            "If somebody who was not sent to a unit could mark it, the unit would not know who judges it and could "
            "not ask that a reviewer stand back.",
        ),
        basis=Text(
            "docs/records/team.md：「不在名单上、或没有派去考核这个单位的，评分不作数（L230）」",
            "docs/records/team.md: a review by somebody who is not on the team for the unit does not stand.",
        ),
        wrong="  - {code: r01, accounts: [sl-kaohe-r01], reviews: [dike]}\n",
        right="  - {code: r01, accounts: [sl-kaohe-r01], reviews: [water, dike]}\n",
    ),
    "L231": Explanation(
        why=Text(
            "申报了回避又参加评分，分高了别的单位不服，分低了本单位不服，评得再公道也没有人信。",
            "With a mark by somebody who declared a conflict, a high score is doubted by the other units and a low "
            "one by the unit itself, however fair it was.",
        ),
        basis=Text(
            "docs/records/team.md：「应当回避的不能评（L231）。」",
            "docs/records/team.md: whoever has to stand back from a unit does not review it.",
        ),
        wrong=Text(
            "名单写 r01 应回避 water，records/office/reviews/water/r01.yaml 里却有它的评分。",
            "The team says that r01 stands back from water, and records/office/reviews/water/r01.yaml holds its marks.",
        ),
        right=Text(
            "主办单位另派没有回避关系的人，名单写明，评分写在那个代号的文件里。",
            "The office sends somebody without a conflict, the team says so, and the marks stand in the file of that "
            "code.",
        ),
    ),
    "L232": Explanation(
        why=Text(
            "不适用的行不失分。哪一行都能说不适用，做不到的就都不用做，做到的单位反而吃亏。",
            "A row that does not apply costs nothing. If any row could be called so, whatever was not done would "
            "need no doing, at the cost of those who did it.",
        ),
        basis=Text(
            "docs/rubric.md：「没有写 `not_applicable` 的行不能主张（L232）」",
            "docs/rubric.md: a row without `not_applicable` may not be claimed.",
        ),
        wrong="  - {requirement: A1.4, confirmed: yes, decided_on: 2015-02-16,",
        right="  - {requirement: B1.4, part: 2, confirmed: yes, decided_on: 2015-02-16,",
    ),
    "L233": Explanation(
        why=Text(
            "细则没有要的数，没有规则会读它：单位以为填了，得分里却没有。该由主办单位填的由单位填，"
            "等于自己给自己出证明。",
            "No rule reads a figure that the rubric does not ask for: the unit believes it was counted. And a figure "
            "that the office should state, stated by the unit, is a certificate written by oneself.",
        ),
        basis=Text(
            "docs/rubric.md：「没有声明的不能填（L233），形式不对的也不行（L234）。」",
            "docs/rubric.md: only a figure that the rubric declares is stated, by whom it says.",
        ),
        wrong="  - {figure: patrol, value: '48', note: 按巡查日志清点。}\n",
        right="  - {figure: patrols, value: '48', note: 按巡查日志清点。}\n",
    ),
    "L234": Explanation(
        why=Text(
            "`48次`读不成数，规则就没有可比的数，这一行只能空着；猜一个数，别人照着重算又会不同。",
            "`48次` cannot be read as a number, so the rule has nothing to compare and the row stays empty; were it "
            "guessed, somebody else's calculation would differ.",
        ),
        basis=Text(
            "docs/records/decisions.md：「数值，写法依细则声明的形式」",
            "docs/records/decisions.md: a value is written in the form that the rubric declares.",
        ),
        wrong="  - {figure: patrols, value: 48次, note: 按巡查日志清点。}\n",
        right="  - {figure: patrols, value: '48', note: 按巡查日志清点。}\n",
    ),
    "L235": Explanation(
        why=Text(
            "公开的条目没有封存值，开封核验就没有对照。多半是编号抄错：抽中的那一条没有核，却留下了核对一致的结论。",
            "A public entry has no seal to compare with. Most often the id was copied wrongly, and the entry that "
            "was drawn stays unopened while a result stands in its place.",
        ),
        basis=Text(
            "docs/records/decisions.md：「抽中的封存条目开封后，结论写在 `openings`」",
            "docs/records/decisions.md: `openings` holds what came of a sealed entry that was drawn and opened.",
        ),
        wrong="  - {entry: E-041, opened_on: 2015-02-16, outcome: matches, reason: 当场算出的值与台账一致。}\n",
        right="  - {entry: E-043, opened_on: 2015-02-16, outcome: matches, reason: 当场算出的值与台账一致。}\n",
    ),
}
