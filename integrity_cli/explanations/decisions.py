"""Family V: what a veto and a public notice owe the unit before they take effect."""

from __future__ import annotations

from integrity_cli.explanations.base import Explanation
from integrity_cli.lang import Text

_BEFORE_THE_NOTICE = Text(
    "docs/records/notice.md：「每个要公示结果的单位都已告知，复核都已决定（V504）。」",
    "docs/records/notice.md: before the notice every unit whose result it shows was told, and every reconsideration is "
    "decided.",
)

DECISIONS = {
    "V501": Explanation(
        why=Text(
            "一票否决不看得分就定结果。没有文件为据，单位无从反驳，公众也无从知道凭什么否决。",
            "A veto decides the result whatever the score. Without a paper behind it the unit cannot answer it, and "
            "the public cannot know what it rests on.",
        ),
        basis=Text(
            "docs/records/decisions.md：「一票否决写明依据（V501）、听取过单位意见（V502）才生效」",
            "docs/records/decisions.md: a veto acts only with its basis and the day on which the unit was heard.",
        ),
        wrong="    finding: forged-log\n    decided_on: 2015-02-25\n    heard_on: 2015-02-20\n",
        right=(
            "    finding: forged-log\n    decided_on: 2015-02-25\n"
            "    basis: 示法监〔2015〕3号\n    heard_on: 2015-02-20\n"
        ),
    ),
    "V502": Explanation(
        why=Text(
            "先决定、后听取，单位说什么都改变不了结果；查实时弄错的一件事，就这样定了等次。",
            "Where the decision comes first, nothing the unit says can change it, and a mistake in the finding "
            "settles its grade.",
        ),
        basis=Text(
            "docs/records/decisions.md：「哪天听取单位意见，不晚于决定之日」",
            "docs/records/decisions.md: the unit is heard no later than the day of the decision.",
        ),
        wrong="    decided_on: 2015-02-25\n    basis: 示法监〔2015〕3号\n    heard_on: 2015-02-26\n",
        right="    decided_on: 2015-02-27\n    basis: 示法监〔2015〕3号\n    heard_on: 2015-02-26\n",
    ),
    "V503": Explanation(
        why=Text(
            "细则里没有这一条，否决就没有后果可言，或者是考核开始以后另加的；所据的情形没有写明，"
            "单位不知道因为什么事被否决。",
            "A veto that the rubric does not hold has no effect, or was invented after the assessment began; where the "
            "finding is not on record, the unit does not know for what it is refused.",
        ),
        basis=Text(
            "docs/rubric.md：「查实了情形，得分单就列出来；主办单位写出决定，写明依据和听取意见的日期，才生效。」",
            "docs/rubric.md: what calls for a veto stands in the rubric and is found first; only then comes the "
            "decision.",
        ),
        wrong="  - veto: V1\n    finding: forged-logs\n",
        right="  - veto: V1\n    finding: forged-log\n",
    ),
    "V504": Explanation(
        why=Text(
            "单位从报纸上才知道自己的结果，或复核还没有决定结果就公布了：即使后来改过来，名声已经受了影响。",
            "A unit would learn its result from the newspaper, or see it published while its request is still open; "
            "even if it is corrected later, its name has suffered.",
        ),
        basis=_BEFORE_THE_NOTICE,
        wrong="told_on: 2015-03-09\n",
        right="told_on: 2015-02-27\n",
    ),
    "V505": Explanation(
        why=Text(
            "今天告知、明天公示，单位来不及看、来不及申请复核，复核就成了一句空话。",
            "Told today and published tomorrow, a unit has no time to read its result, let alone to ask for "
            "reconsideration, which would exist on paper only.",
        ),
        basis=Text(
            "docs/records/campaign.md：「告知单位以后，至少隔几个工作日才能公示（V505）」",
            "docs/records/campaign.md: between the day a unit is told and the first day of the notice lie the working "
            "days in which it may ask for reconsideration.",
        ),
        wrong="told_on: 2015-03-06\n",
        right="told_on: 2015-02-27\n",
    ),
}
