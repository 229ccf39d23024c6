"""Family T: days that contradict each other, or that nobody can count."""

from __future__ import annotations

from integrity_cli.explanations.base import Explanation
from integrity_cli.lang import Text

TIMES = {
    "T301": Explanation(
        why=Text(
            "结束在开始之前的期间里一天也没有，凡是只计这段时间的规则都数不到东西：做了的事全部不计，"
            "每个单位这一行都是 0 分。",
            "A span that ends before it starts holds no day. Every rule that looks into it finds nothing, and what "
            "the units did in that time earns them 0 points.",
        ),
        basis=Text(
            "docs/records/campaign.md：「起止两天都算在内」；阶段的起止由通知第四部分规定。",
            "docs/records/campaign.md: both days of a stage belong to it; part four of the notice lays down the "
            "stages.",
        ),
        wrong="  - {stage: implementation, starts_on: 2014-11-01, ends_on: 2014-01-31}\n",
        right="  - {stage: implementation, starts_on: 2014-11-01, ends_on: 2015-01-31}\n",
    ),
    "T302": Explanation(
        why=Text(
            "没有放假安排，就数不清有几个工作日。把假日当工作日，按时的单位会成了超期；反过来，超期的成了按时。",
            "Without the holidays nobody can count working days. Counting a holiday as one would make a unit late "
            "that was in time, or the reverse.",
        ),
        basis=Text(
            "docs/records/calendar.md：「放假和调休照录国务院办公厅的通知，不推算」",
            "docs/records/calendar.md: holidays and make-up days are recorded as the State Council announced them "
            "and never guessed.",
        ),
        wrong="starts_on: 2015-01-01\nends_on: 2015-03-31\n",
        right="starts_on: 2014-10-01\nends_on: 2015-03-31\n",
    ),
    "T303": Explanation(
        why=Text(
            "依据还没有施行或已经废止，这项职权在活动期间就没有依据。照样计分并公布，等于替没有依据的执法作证。",
            "A power that rests on a law not yet in force, or no longer, has no basis during the campaign. To score "
            "and publish it would vouch for enforcement without one.",
        ),
        basis=Text(
            "通知 B2.4：「行政执法职权的依据」；"
            "docs/rubric.md：「权力清单所据的法律，写在这里的，须在活动期间施行，否则不计分（T303）」",
            "B2.4 of the notice: the legal basis of each power; docs/rubric.md: a law that the rubric lists is in "
            "force during the campaign.",
        ),
        wrong="  - {name: 水行政处罚实施办法, from_day: 2023-05-01}\n",
        right="  - {name: 水行政处罚实施办法, from_day: 1997-12-26, to_day: 2023-04-30}\n",
    ),
    "T304": Explanation(
        why=Text(
            "公示写七个工作日，实际只有五个，公众就少了两天提异议；有人照公告的天数来，窗口已经关了。",
            "Where a notice says seven working days and there are only five, the public loses two days to object, and "
            "somebody who trusts the number comes too late.",
        ),
        basis=Text(
            "通知 S5.4：「并在市相关媒体和网站上公示」；docs/records/notice.md：「公示期含几个工作日，须与日历相符」",
            "S5.4 of the notice: results are publicly noticed; docs/records/notice.md: the working days of a notice "
            "are those of the calendar.",
        ),
        wrong="ends_on: 2015-03-13\nworking_days: 7\n",
        right="ends_on: 2015-03-13\nworking_days: 5\n",
    ),
    "T306": Explanation(
        why=Text(
            "年份写错一位，这个期间就延到几十年以后：迟交的材料永远不迟，早该结束的阶段一直开着，"
            "别的单位按时交的等于白赶。",
            "With one digit of the year wrong a span runs on for decades: nothing is ever late, a stage that is over "
            "stays open, and those who kept the deadline hurried for nothing.",
        ),
        basis=Text(
            "docs/notice.zh.md：「第三阶段:组织实施(2014年11月-2015年1月)。」一次活动从动员到验收不过几个月。",
            "Part four of the notice (docs/notice.zh.md): from mobilisation to acceptance the campaign takes months, "
            "not years.",
        ),
        wrong="  - {filing: plan, due_on: 2041-11-30}\n",
        right="  - {filing: plan, due_on: 2014-11-30}\n",
    ),
    "T307": Explanation(
        why=Text(
            "还没有收到就已经答复，总有一个日期不是实际的；而超期没有超期正是用这两个日期算的，写错一个，"
            "迟的就成了及时的。",
            "An answer from before the matter was received means that one of the days is not the real one. Lateness "
            "is counted between just these two, so that a late answer would pass for a prompt one.",
        ),
        basis=Text(
            "通知 C3.7：「要及时听取意见、提出答复」；docs/records/evidence.md：「一条写一件事：发生过的事，"
            "或施行中的文件。」",
            "C3.7 of the notice: views are heard and answers given in time; docs/records/evidence.md: an entry "
            "states one thing that happened.",
        ),
        wrong="    due_on: 2014-12-23\n    answered_on: 2014-11-19\n",
        right="    due_on: 2014-12-23\n    answered_on: 2014-12-19\n",
    ),
    "T308": Explanation(
        why=Text(
            "规则按阶段数事实。实施先于动员，动员以前的事也算进去；哪件事归哪个阶段，单位和考核组会各有各的算法。",
            "Rules count facts by stage. With implementation before mobilisation, what happened earlier counts too, "
            "and units and reviewers will differ over which stage a fact belongs to.",
        ),
        basis=Text(
            "docs/records/campaign.md：「通知规定的五个阶段」；相邻的阶段可以重叠，先后不能颠倒。",
            "docs/records/campaign.md: the five stages of the notice; they may overlap, and they follow one another.",
        ),
        wrong="  - {stage: implementation, starts_on: 2014-10-01, ends_on: 2015-01-31}\n",
        right="  - {stage: implementation, starts_on: 2014-11-01, ends_on: 2015-01-31}\n",
    ),
    "T309": Explanation(
        why=Text(
            "期限落在各阶段之外，多半是日期写错：单位还没有动员就要交方案，或者验收都结束了还没有到期。按它判断迟报，"
            "对单位不公。",
            "A deadline outside every stage is most often a slip: plans would be due before anybody was asked for "
            "one, or after all is assessed. To call a unit late by it would be unfair.",
        ),
        basis=Text(
            "通知 S2.5：「并于11月底前报送市政府法制办行政执法监督处备案。」方案的期限在制定方案阶段之内。",
            "S2.5 of the notice: the plan is filed by the end of November, within the stage of planning.",
        ),
        wrong="  - {filing: plan, due_on: 2014-10-10}\n",
        right="  - {filing: plan, due_on: 2014-11-30}\n",
    ),
}
