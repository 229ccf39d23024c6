"""Family L, last part: figures and days of one record that cannot all be so."""

from __future__ import annotations

from integrity_cli.explanations.base import Explanation
from integrity_cli.lang import Text

FIGURES_AND_DAYS = {
    "L251": Explanation(
        why=Text(
            "部分比整体还多，比率就超过百分之百：持证的比在岗的多，没有持证的人就看不出来。"
            "两个数里总有一个不是实际的，照它算出的分也不是。",
            "A part above its whole makes a share of more than one: with more certificates than officers, those "
            "without one do not show. One of the two numbers is not the real one, nor is the score that rests on it.",
        ),
        basis=Text(
            "docs/records/evidence.md：「其中持有效执法证件的人数」；通知 A2.3：「严格执行持证上岗、亮证执法制度」",
            "docs/records/evidence.md: of the officers in post, those who hold a valid certificate; A2.3 of the "
            "notice: officers serve with a certificate.",
        ),
        wrong="    in_post: 22\n    certified: 23\n",
        right="    in_post: 22\n    certified: 21\n",
    ),
    "L252": Explanation(
        why=Text(
            "满意度按三种答案算，有效份数印在旁边给人核对。两边不等，公众一加就对不上，不知道是多算了满意的，"
            "还是漏了不满意的。",
            "Satisfaction is computed from the three answers, and the number of valid papers stands beside it to be "
            "checked. Where they differ, anybody who adds them up must ask whether content was added or discontent "
            "left out.",
        ),
        basis=Text(
            "docs/records/surveys.md：「三种答案合计等于有效份数」",
            "docs/records/surveys.md: the three answers add up to the valid papers.",
        ),
        wrong="valid: 60, satisfied: 41, fairly: 15, dissatisfied: 5}\n",
        right="valid: 60, satisfied: 40, fairly: 15, dissatisfied: 5}\n",
    ),
    "L253": Explanation(
        why=Text(
            "公开用时从办结那天数起，公开在前就成了负数，怎样都算及时。日期写错的，超期的案件会显得按时。",
            "The time to publish runs from the day of closing; where it comes out below zero the case always counts "
            "as in time. If a day is wrong, a case that was late looks prompt.",
        ),
        basis=Text(
            "docs/records/cases.md：「办结到公开的自然日数」；通知 B1.5："
            "「公开执法结果,定期依照本单位公布的行政执法职权及运行流程的要求将行政执法结果,在行政执法单位的办公场所公"
            "示」",
            "docs/records/cases.md: the days from closing to publication; B1.5 of the notice: results of enforcement "
            "are regularly made public.",
        ),
        wrong="    published_on: 2014-12-02\n",
        right="    published_on: 2014-12-22\n",
    ),
}
