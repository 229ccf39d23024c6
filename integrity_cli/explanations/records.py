"""Records against each other and against the campaign: what is said twice, by whom, when, and for what."""

from __future__ import annotations

from integrity_cli.explanations.base import Explanation
from integrity_cli.lang import Text

RECORDS = {
    "L236": Explanation(
        why=Text(
            "两项共用一个编号，程序只认第一项，后一项写了等于没写；如果是决定，一个单位就有了两个结论。",
            "Where two items share an id, only the first is ever looked up and the other might as well not be there; "
            "among decisions, a unit would have two answers to one question.",
        ),
        basis=Text("本工具的约定：一个编号指一件事。", "A rule of this tool: one id stands for one thing."),
        wrong=(
            "  - {id: river-team, name: 河道监察队, capacity: entrusted}\n"
            "  - {id: river-team, name: 水政监察队, capacity: entrusted}\n"
        ),
        right=(
            "  - {id: river-team, name: 河道监察队, capacity: entrusted}\n"
            "  - {id: water-team, name: 水政监察队, capacity: entrusted}\n"
        ),
    ),
    "L237": Explanation(
        why=Text(
            "账号没有列在概况里，公众就无从核对这条微博是不是本单位发的；标准没有写进方案，修订就没有对象。",
            "Where the profile does not hold the account, nobody can tell whether the unit posted it; "
            "where the plan does not hold the standard, there is nothing that was revised.",
        ),
        basis=Text(
            "通知三（四）3；四，第二阶段「个性化的创建标准」。", "The notice, three (4) 3, and four, second stage."
        ),
        wrong="    account: water-wechat\n",
        right="    account: water-weibo\n",
    ),
    "L238": Explanation(
        why=Text(
            "照着别的单位的台账改写时，网址最容易忘了改；公众点开，看到的是另一个单位的公示。",
            "When a ledger is adapted from another unit's, the addresses are what is forgotten; "
            "a citizen who opens one sees what somebody else published.",
        ),
        basis=Text(
            "通知三（二）1：「本单位门户网站予以公布」。", "The notice, three (2) 1: published on the unit's own site."
        ),
        wrong="    url: http://linye.example.org/gongshi/zhuti\n",
        right="    url: http://shuiwu.example.org/gongshi/zhuti\n",
    ),
    "L239": Explanation(
        why=Text(
            "下属机构既并入上级、又单独参加，它的人员和案件就会在两处各算一次，两个单位的分数都不实。",
            "A body that is counted inside its agency and takes part by itself has its officers and cases counted "
            "twice, and neither score is true.",
        ),
        basis=Text("本工具的约定：一件事只计一次。", "A rule of this tool: a fact counts once."),
        wrong="  - {id: river-team, name: 堤防管理处, capacity: authorised}\n",
        right="  - {id: river-team, name: 河道监察队, capacity: entrusted}\n",
    ),
    "L240": Explanation(
        why=Text(
            "封存的意思是内容不公开，只留校验值备查。附件或网址一提交，任何人都看得到，事后删除也留在历史里。",
            "To seal a paper is to keep it back and leave only its digest. An attachment or an address beside the seal "
            "can be read by anyone, and stays in the history when it is deleted later.",
        ),
        basis=Text("本工具的约定：提交的一切都视为公开。", "A rule of this tool: whatever is committed is public."),
        wrong="    url: http://shuiwu.example.org/neican/3\n    stance: neutral\n",
        right="    stance: neutral\n",
    ),
    "L241": Explanation(
        why=Text(
            "谁能改哪个文件夹，由账号决定。单位和考核人员共用账号，被考核的就能自己评分；事后也说不清是谁写的。",
            "The account decides who may change which folder. With one account for a unit and a reviewer, the assessed "
            "could write their own marks, and nobody could tell afterwards who wrote what.",
        ),
        basis=Text(
            "本工具的约定：一个文件夹只由一方写。", "A rule of this tool: a folder holds what one hand may write."
        ),
        wrong="  - {code: r01, accounts: [SL-Shuiwu], reviews: [water]}\n",
        right="  - {code: r01, accounts: [sl-kaohe-r01], reviews: [water]}\n",
    ),
    "L242": Explanation(
        why=Text(
            "甲的上级是乙，乙的上级又是甲；或者两条互相更正，哪一条都不算数，查的人也找不到最后有效的一条。",
            "Each of two units is above the other, or two entries correct each other: then neither counts, "
            "and nobody finds the one that is valid in the end.",
        ),
        basis=Text(
            "本工具的约定：更正另立条目，指向原来的一条。",
            "A rule of this tool: a correction is a new entry that points at the old one.",
        ),
        wrong="    kind: agency\n    parent: dike\n",
        right="    kind: agency\n",
    ),
    "L243": Explanation(
        why=Text(
            "有人没有证件不等于无证执法，但考核组一定会问他们在做什么。备案以前写清楚，免得被当成隐瞒。",
            "An officer without a certificate does not thereby enforce without one, but reviewers will ask what such "
            "officers do. Said before the filing, it cannot be taken for something hidden.",
        ),
        basis=Text(
            "通知三（一）2：「严格执行持证上岗、亮证执法制度」。",
            "The notice, three (1) 2: only certified officers serve.",
        ),
        wrong="    in_post: 22\n    certified: 21\n",
        right="    in_post: 22\n    certified: 21\n    note: 一人新调入，领证前只做内勤，不派出执法。\n",
    ),
    "L244": Explanation(
        why=Text(
            "撤回的条目不再计数，自评还引用它，考核组就要多问一遍；该引用的往往是更正它的那一条。",
            "A withdrawn entry no longer counts, and a self-score that cites it makes reviewers ask again; "
            "what should be cited is mostly the entry that corrects it.",
        ),
        basis=Text("通知四，第四阶段：「自查自评达标」。", "The notice, four, fourth stage: the self-assessment."),
        wrong="    entries: [E-001]\n",
        right="    entries: [E-051]\n",
    ),
    "L245": Explanation(
        why=Text(
            "主题、对象选错一个，做了的工作就一分不得，而且不会有人提醒；备案以前发现还来得及更正。",
            "With one wrong topic or subject, work that was done earns nothing and nobody says so; "
            "before the filing there is time to correct it.",
        ),
        basis=Text(
            "本工具的约定：条目计入哪些考核项，由细则的事实选定。",
            "A rule of this tool: the facts of the rubric select what an entry counts for.",
        ),
        wrong="    place: community\n    people: 120\n",
        right="    place: community\n    named_day: law_day\n    people: 120\n",
    ),
    "L246": Explanation(
        why=Text(
            "自评写得再好，没有事实的那一项计算出来还是零分，公布时两个数并列，公众一眼就看得出差距。",
            "However well a self-score is worded, the row comes to nothing without facts; both figures are published "
            "side by side, and everybody sees the gap.",
        ),
        basis=Text(
            "通知三（一）3、四，第四阶段：台账和自查相符。",
            "The notice, four, fourth stage: ledger first, then report.",
        ),
        wrong="  - {requirement: A1.2, points: 1.00, statement: 每月研究一次创建工作。}\n",
        right="  - {requirement: A1.2, points: 0.00, statement: 没有开过专题会。}\n",
    ),
    "L247": Explanation(
        why=Text(
            "一项不适用，分值就折算给别的项。明明有可考核的事却写作不适用，等于把失分的一项拿掉，对别的单位不公平。",
            "The points of a row that does not apply pass to other rows. Where there was something to assess, that "
            "takes a weak row away, which is unfair to every other unit.",
        ),
        basis=Text(
            "本工具的约定：不适用须经主办单位确认，以记录为准。",
            "A rule of this tool: the office confirms what does not apply, by the records.",
        ),
        wrong="self_total: 18.00\nnot_applicable:\n  - {requirement: B1.4, part: 2, reason: 强制案件已并入处罚。}\n",
        right="self_total: 18.00\n",
    ),
    "L248": Explanation(
        why=Text(
            "各单位的职责不同，长句一字不差，多半是抄的；公布以后也最容易被公众看出来。引用通知原文不在此列。",
            "Units have different tasks; where long sentences agree word for word, one was mostly copied, and the "
            "public finds that first. What quotes the notice is not meant.",
        ),
        basis=Text(
            "通知四，第二阶段：「研究制定本单位个性化的创建标准」。",
            "The notice, four, second stage: standards of the unit's own.",
        ),
        wrong=(
            "summary: 全处参加。针对夜间采砂船只避开白天检查的情况，由监察队和堤防管理处每周联合巡查两次，"
            "巡查日志次日报政策法规科。\n"
        ),
        right="summary: 全处参加。堤顶道路限行和堤脚取土两类案件，每旬抽一段堤防查看，发现问题当场拍照。\n",
    ),
    "L249": Explanation(
        why=Text(
            "一件事登成两条，次数和合计都会多算一份，分数就虚高；考核组发现后还要追问是不是有意。",
            "A fact entered twice is counted twice and the score is too high; "
            "reviewers who find it will ask whether it was meant.",
        ),
        basis=Text(
            "本工具的约定：一条台账只写一件事，一件事只写一条。", "A rule of this tool: one entry, one fact, once."
        ),
        wrong=(
            "  - id: E-051\n    kind: support\n    title: 购置执法记录仪\n    happened_on: 2014-12-10\n"
            "    form: premises\n"
        ),
        right=(
            "  - id: E-051\n    kind: support\n    title: 购置采集站\n    happened_on: 2014-12-17\n    form: premises\n"
        ),
    ),
    "L250": Explanation(
        why=Text(
            "模板里的字原样公布出去，公众只会认为材料是套来的，真做过的工作也跟着失信。",
            "Words of a template that are published as they are make everybody think the rest was copied too, "
            "and work that was really done loses its credit.",
        ),
        basis=Text("通知一：「坚持依法行政、诚实守信」。", "The notice, one: in good faith."),
        wrong="summary: 某某局的评估办法已经施行，尚有一人未持证。\n",
        right="summary: 本局的评估办法已经施行，尚有一人未持证。\n",
    ),
    "T310": Explanation(
        why=Text(
            "月份写错一位，条目就落到考核期间之外，做了的工作不计分；确实在期间之外的，也让单位早些知道。",
            "One wrong digit in a month puts an entry outside the days that count; "
            "and where it truly lies outside, the unit learns so in time.",
        ),
        basis=Text("通知四：各阶段的起止。", "The notice, four: the days of each stage."),
        wrong="    happened_on: 2014-10-29\n    topic: programme\n",
        right="    happened_on: 2014-11-29\n    topic: programme\n",
    ),
    "T311": Explanation(
        why=Text(
            "备案的报告不可能写到备案以后的事；多半是年份写错，也可能是事后补的，考核组要分清。",
            "A report cannot tell of what happened after it was received. Mostly the year is mistyped; "
            "sometimes the fact was made up for later, and reviewers have to tell the two apart.",
        ),
        basis=Text(
            "通知四，第四、第五阶段：先自查，后考核。", "The notice, four: first the report, then the assessment."
        ),
        wrong="    happened_on: 2015-12-10\n",
        right="    happened_on: 2014-12-10\n",
    ),
    "T312": Explanation(
        why=Text(
            "聘期已满没有续聘，后面的监督就没有人做；只看聘请时的条目，会以为一直有人在监督。",
            "When a term has run out and nobody was appointed again, nobody watches any more, "
            "while the old entry looks as if somebody did.",
        ),
        basis=Text(
            "通知三（三）2：「聘请行政执法监督员和行政执法监督信息员」。",
            "The notice, three (3) 2: supervisors and liaisons are appointed.",
        ),
        wrong="    until: 2014-12-31\n",
        right=(
            "    until: 2014-12-31\n  - id: E-053\n    kind: appointment\n    title: 续聘行政执法监督员\n"
            "    happened_on: 2014-12-31\n    role: supervisor\n    people: 4\n    until: 2015-12-31\n"
        ),
    ),
    "T313": Explanation(
        why=Text(
            "漏写一个阶段，到那时没有人知道要做到什么；备案以后方案不再改，缺的就一直缺着。",
            "For a stage that was left out nobody knows what is to be reached; once filed, the plan stays as it is.",
        ),
        basis=Text("通知三（一）1：「确定不同阶段的目标任务」。", "The notice, three (1) 1: goals for each stage."),
        wrong="goals:\n  - {stage: implementation,",
        right=(
            "goals:\n  - {stage: mobilisation, goal: 开好动员会。, due_on: 2014-10-31, owner: 创建办}\n"
            "  - {stage: implementation,"
        ),
    ),
    "T314": Explanation(
        why=Text(
            "备案的意思是定下来给别人看。收到以后再改，考核的就不是备案的那一份，对按时定稿的单位不公平。",
            "To file a document is to fix it for others to see. If it is changed afterwards, what is assessed is not "
            "what was filed, which is unfair to those who were done in time.",
        ),
        basis=Text("通知四，第二、第四阶段：报送备案的期限。", "The notice, four: the days by which both are filed."),
        wrong="office: {name: 创建办, seat: 政策法规科, staff: 3}\n",
        right="office: {name: 创建办, seat: 政策法规科, staff: 2}\n",
    ),
    "V506": Explanation(
        why=Text(
            "同一个单位公示两次，异议期就有两个，公众不知道该在哪一期提出，迟到的异议也没法算。",
            "Noticed twice, a unit has two periods of objection: nobody knows which one holds, "
            "nor whether an objection came too late.",
        ),
        basis=Text(
            "通知四，第五阶段：「在市相关媒体和网站上公示」。", "The notice, four, fifth stage: the public notice."
        ),
        wrong=(
            "    reason: 该处的申报正在补办。\n  - units: [dike]\n    doc_no: 示法公示〔2015〕3号\n"
            "    starts_on: 2015-03-23\n    ends_on: 2015-03-27\n    working_days: 5\n"
            "    reason: 该处的申报已经补办。\n"
        ),
        right="    reason: 该处的申报正在补办。\n",
    ),
    "V507": Explanation(
        why=Text(
            "没有申报、撤回或没有交材料的单位没有被考核过；给它写一个「未通过」，等于公开说它不诚信，却没有依据。",
            "A unit that did not apply, withdrew or handed nothing in was never assessed. To write “not accepted” of "
            "it is to say in public that it failed, with nothing to show for it.",
        ),
        basis=Text(
            "通知四，第五阶段：「根据各参建单位申报情况，组织考核验收」。",
            "The notice, four, fifth stage: those who applied.",
        ),
        wrong="told_on: 2015-03-02\nresult: {result: not_accepted, decided_on: 2015-03-13, reason: 没有申报。}\n",
        right="told_on: 2015-03-02\n",
    ),
    "V508": Explanation(
        why=Text(
            "否决已经定了等次，结果却写通过，公布的两句话互相矛盾；公众会问哪一句算数。",
            "A veto has fixed the grade and the result says accepted: two published sentences contradict each other, "
            "and the public will ask which one holds.",
        ),
        basis=Text("考核细则的否决条款和认定条件。", "The vetoes of the rubric and what its recognition asks for."),
        wrong="result: {result: accepted, decided_on: 2015-03-06, reason: 达到合格。}\n",
        right="result: {result: not_accepted, decided_on: 2015-03-06, reason: 一票否决。}\n",
    ),
}
