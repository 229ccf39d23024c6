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
}
