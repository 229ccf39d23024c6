"""Family L, first part: units, filings, ledger entries and attachments that other records name."""

from __future__ import annotations

from integrity_cli.explanations.base import Explanation
from integrity_cli.lang import Text

LINKS = {
    "L201": Explanation(
        why=Text(
            "没有活动安排，就没有阶段和期限；没有名册，就不知道哪些单位参加。"
            "放过去，每个单位都会按没有期限、没有名单算，结果谁也没法核对。",
            "Without the arrangement of the campaign there are no stages and deadlines, and without the register "
            "nobody knows who takes part. Every unit would be judged without a calendar, and no reader could check "
            "it.",
        ),
        basis=Text(
            "docs/records/campaign.md：「考核细则里没有日期：规则只说「组织实施阶段」，阶段从哪天到哪天由这里决定。」",
            "docs/records/campaign.md: the rubric holds no dates; the arrangement of the campaign says from which "
            "day to which a stage runs.",
        ),
        wrong=Text(
            "records/office/ 下没有 campaign.yaml，或没有 register.yaml。",
            "records/office/ holds no campaign.yaml, or no register.yaml.",
        ),
        right=Text(
            "两个文件都在：活动安排写阶段和期限，名册列出全部单位，没有申报的也列。",
            "Both files are there: one states the stages and deadlines, the other lists every unit, those that did not "
            "apply too.",
        ),
    ),
    "L202": Explanation(
        why=Text(
            "单位的文件夹、回执、评分和决定都按编号归属。两个单位同一个编号，"
            "后一个单位交的材料、得的分都会记到前一个单位名下。",
            "Folders, receipts, marks and decisions belong to a unit by its id. With one id for two units, what the "
            "second files and earns would be put down to the first.",
        ),
        basis=Text(
            "docs/records/register.md：「单位编号，也是 `records/units/` 下的文件夹名，活动期间不改」",
            "docs/records/register.md: the id of a unit is the name of its folder and stays during the campaign.",
        ),
        wrong="  - id: water\n    name: 示例市水务执法支队\n",
        right="  - id: water-squad\n    name: 示例市水务执法支队\n",
    ),
    "L203": Explanation(
        why=Text(
            "名册里没有的编号，程序不知道是谁。写错一个字母，单位的备案就等于没有交，"
            "公示里会写它迟报或未报；放过去，单位要到结果出来才知道。",
            "Nobody stands behind an id that the register does not hold. With one letter wrong, a plan that was "
            "filed would be published as never filed, and the unit would learn of it from the result.",
        ),
        basis=Text(
            "通知 S5.2：「根据各参建单位申报情况」；哪些单位参加，以主办单位的名册为准（docs/records/register.md）。",
            "S5.2 of the notice: units are assessed as they applied; who they are is the office's word, in the "
            "register (docs/records/register.md).",
        ),
        wrong="  - {unit: shuiwu, filing: self_report, received_on: 2015-02-11, receipt_no: 示法备〔2015〕1号}\n",
        right="  - {unit: water, filing: self_report, received_on: 2015-02-11, receipt_no: 示法备〔2015〕1号}\n",
    ),
    "L204": Explanation(
        why=Text(
            "下属机构单独参加时，要看得出它属于哪个机关，机关的概况里就不再算它。"
            "上级单位查不到，公众分不清两家的关系，同一件事也可能在两家各算一次。",
            "A subordinate body that takes part by itself must be seen to belong to its agency, which then does not "
            "count it again. With no such parent, readers cannot tell the two apart, and one fact may count for both.",
        ),
        basis=Text(
            "docs/notice.zh.md：「市级各行政执法机关及其下属执法机构。」",
            "Part two of the notice (docs/notice.zh.md): the enforcement agencies of the city and the bodies below "
            "them take part.",
        ),
        wrong="    kind: authorised\n    parent: shuiwu\n",
        right="    kind: authorised\n    parent: water\n",
    ),
    "L205": Explanation(
        why=Text(
            "是否按时只看收到日期。同一份材料有两个收到日期，先到的按时、后到的迟，取哪一个都说得通；"
            "两份材料用一个回执号，单位拿着回执也证明不了交的是哪一份。",
            "The day of receipt alone decides whether a filing was in time. With two days for one document the "
            "answer is open; with one receipt number for two, a unit cannot prove which of them it filed.",
        ),
        basis=Text(
            "docs/records/filings.md：「是否按时只看这里的收到日期，不看文件自己写的日期，也不看 Git 的提交时间。」",
            "docs/records/filings.md: only the day of receipt says whether a filing was in time.",
        ),
        wrong="  - {unit: water, filing: plan, received_on: 2015-02-11, receipt_no: 示法备〔2015〕1号}\n",
        right="  - {unit: water, filing: self_report, received_on: 2015-02-11, receipt_no: 示法备〔2015〕1号}\n",
    ),
    "L206": Explanation(
        why=Text(
            "考核组按编号确认条目或不予采信。两条用一个编号，对一条不予采信，另一条也跟着不计；"
            "公布的得分引用这个编号，读的人也不知道指哪一件事。",
            "Reviewers confirm or refuse entries by their ids. With one id for two entries, refusing the one drops "
            "the other as well, and a reader of the score cannot tell which fact is meant.",
        ),
        basis=Text(
            "docs/records/evidence.md：「在本单位内不重复，用过不再用」",
            "docs/records/evidence.md: an id stands once within a unit and is never used again.",
        ),
        wrong="  - id: E-008\n    kind: support\n    title: 购置采样箱\n",
        right="  - id: E-009\n    kind: support\n    title: 购置采样箱\n",
    ),
    "L207": Explanation(
        why=Text(
            "人员统计按机构各取最近一次再合计。机构编号写错，同一个机构会被当成两个，"
            "人数多算一遍，持证率和覆盖率都不对，公众还会看到一个不存在的机构。",
            "Officers are counted body by body, the latest count of each, and then summed. With a wrong id one body "
            "becomes two: people count twice, shares come out wrong, and the public reads of a body that does not "
            "exist.",
        ),
        basis=Text(
            "通知 B2.1：「将本单位的行政执法职权分解到具体的执法机构、岗位」；"
            "有哪些机构，以单位概况为准（docs/records/profile.md）。",
            "B2.1 of the notice: powers are assigned to a body and a post; which bodies there are is what the "
            "profile says (docs/records/profile.md).",
        ),
        wrong="    body: riverteam\n    topic: law\n",
        right="    body: river-team\n    topic: law\n",
    ),
    "L208": Explanation(
        why=Text(
            "编号查不到，说的是哪一件事就没有人知道：不予采信会落空，本不该算的继续算；"
            "自查报告引用的材料也没有人能核对。",
            "Where no entry has the id, nobody knows which fact is meant: a refusal would miss and the entry would "
            "go on counting, and what a self-report cites could not be checked.",
        ),
        basis=Text(
            "通知 S4.4：「收集整理台账」；条目只增不删，引用的编号就查得到（docs/records/evidence.md）。",
            "S4.4 of the notice: the ledger is collected and put in order; entries are never deleted, so that an id "
            "can always be found (docs/records/evidence.md).",
        ),
        wrong="  - {entry: E-060, outcome: refused, reason: 没有问卷原件可查。}\n",
        right="  - {entry: E-006, outcome: refused, reason: 没有问卷原件可查。}\n",
    ),
    "L209": Explanation(
        why=Text(
            "更正的和被更正的说的是同一件事。旧的一条不撤回，这件事就算了两次，得分会偏高，对照实登记的单位不公平。",
            "A correction and the entry that it corrects state the same fact. Unless the old one is withdrawn the "
            "fact counts twice, and the score is too high beside those of other units.",
        ),
        basis=Text(
            "docs/records/evidence.md：「登记错的加 `withdrawn` 撤回，条目留着；更正另立一条，用 `replaces` 指明。」",
            "docs/records/evidence.md: a wrong entry is withdrawn and stays; its correction is a new entry that "
            "`replaces` it.",
        ),
        wrong="    form: funds\n  - id: E-010\n",
        right="    form: funds\n    withdrawn: {on: 2015-01-17, reason: 形式写成了经费。}\n  - id: E-010\n",
    ),
    "L210": Explanation(
        why=Text(
            "封存的内容公众看不到，只有封存值能证明开封时拿出来的还是当初那份，保管处写明了才找得到。"
            "缺一样就只能听单位自己说；公开的条目带封存值，读的人弄不清到底能不能看。",
            "What is sealed nobody can read; only the seal proves that the paper opened later is the one of that "
            "day, and only the holder says where it lies. Without both it is the unit's word alone, and on a public "
            "entry a seal leaves readers unsure whether they may see it.",
        ),
        basis=Text(
            "docs/records/evidence.md：「不宜公开、又要计入的材料封存：`disclosure: sealed`，名称写得中性，"
            "写明由谁保管、共几页，并写 `seal`。」",
            "docs/records/evidence.md: a sealed entry has a neutral title, its holder, its pages and its `seal`.",
        ),
        wrong="    disclosure: sealed\n    original: {held_by: 办公室, pages: 3}\n",
        right=(
            "    disclosure: sealed\n"
            "    seal: 9f86d081884c7d659f86d081884c7d659f86d081884c7d659f86d081884c7d65\n"
            "    original: {held_by: 办公室, pages: 3}\n"
        ),
    ),
    "L211": Explanation(
        why=Text(
            "申报的总数是单位自己作的陈述。放过不等的数，漏登一件败诉或一名未持证人员就能换来高分，"
            "而公众看不出少了什么。",
            "A declared total is the unit's own statement. If it could differ from the records, leaving out a lost "
            "lawsuit or an officer without a certificate would raise a score, and the public could not see what is "
            "missing.",
        ),
        basis=Text(
            "通知 S4.1：「对创建“诚信执法单位”情况进行自查和全面总结」；"
            "docs/records/self_report.md：「与台账不符就是错误，漏报一件坏事因此是不实陈述，不是空白。」",
            "S4.1 of the notice: a unit examines itself and sums up in full; docs/records/self_report.md: a fact "
            "left out is a false statement and not a gap.",
        ),
        wrong="declared: {officers_in_post: 20}\n",
        right="declared: {officers_in_post: 22}\n",
    ),
    "L212": Explanation(
        why=Text(
            "条目说有一份公开的材料，点开却没有：公众核对不了，考核组也不知道是漏交还是本来就没有。",
            "The entry speaks of a public paper and there is none: the public cannot check it, and reviewers cannot "
            "tell whether it was forgotten or never existed.",
        ),
        basis=Text(
            "docs/records/evidence.md：「确要公开一份材料时，放进 `records/units/<unit>/attachments/`，"
            "由一个条目写明路径和校验值，两样同时写。」",
            "docs/records/evidence.md: a paper that is to be public lies in `records/units/<unit>/attachments/`, and "
            "one entry states its path and digest.",
        ),
        wrong=Text(
            "条目写 attachment: attachments/survey.csv，单位的 attachments/ 下没有这个文件。",
            "An entry says `attachment: attachments/survey.csv`, and the unit's attachments/ holds no such file.",
        ),
        right=Text(
            "文件与条目同时提交；不公开的材料不写 attachment，用 original 写明由哪个科室保管。",
            "The file comes with its entry; a paper that is not public has no `attachment`, and `original` says which "
            "section holds it.",
        ),
    ),
    "L213": Explanation(
        why=Text(
            "校验值证明考核时看的和现在放着的是同一份。文件换过而校验值没有变，考核组核实过的就不是公众看到的这一份。",
            "The digest proves that the paper seen by the reviewers is the one that lies there now. Had the file "
            "been changed beneath it, the public would read something that nobody has confirmed.",
        ),
        basis=Text(
            "docs/records/evidence.md：「条目只增不删。」已经登记的内容不换，有变化另立一条。",
            "docs/records/evidence.md: entries are never deleted; what was entered stays, and a change is a new entry.",
        ),
        wrong=Text(
            "台账写的是原来那份汇总的校验值；提交以后，survey.csv 里有一行数字改了。",
            "The ledger states the digest of the summary as it was; a figure in survey.csv was changed after it was "
            "entered.",
        ),
        right=Text(
            "放回条目所指的那一份；数字确要更正的，旧条目撤回，另立一条，写新文件的路径和校验值。",
            "The file that the entry means is put back; where the figure has to be corrected, the old entry is "
            "withdrawn and a new one states the path and digest of the new file.",
        ),
    ),
    "L214": Explanation(
        why=Text(
            "只有路径，文件以后换掉也看不出来；只有校验值，不知道是哪个文件的。两种情形下，谁也不能证明材料没有动过。",
            "With a path alone the file may be exchanged unseen; with a digest alone nobody knows whose it is. "
            "Either way nobody can show that the paper is untouched.",
        ),
        basis=Text(
            "docs/records/evidence.md：「由一个条目写明路径和校验值，两样同时写。」",
            "docs/records/evidence.md: one entry states both the path and the digest of a file.",
        ),
        wrong="    attachment: attachments/list.csv\n",
        right=(
            "    attachment: attachments/list.csv\n"
            "    sha256: 50b261e0db5e11737bea484c9a3bda578858d3be75003d88ef8c0e64f116001f\n"
        ),
    ),
    "L215": Explanation(
        why=Text(
            "没有条目提到的文件，说不清是什么、要不要公开，却跟着仓库一起公开，每一份克隆里都有。"
            "多半是顺手放进来的扫描件，里面可能有人的姓名和证件号。",
            "A file that no entry names is public all the same, in every clone, and nobody has said what it is. "
            "It is often a scan put there in passing, with somebody's name or number in it.",
        ),
        basis=Text(
            "docs/records/README.md：「写进仓库的一切都当作公开的。」附件是例外，由条目逐个写明。",
            "docs/records/README.md: everything that enters the repository counts as public; an attachment is the "
            "exception, and an entry names it.",
        ),
        wrong=Text(
            "单位的 attachments/ 下有一份扫描件.csv，台账里没有一条提到它。",
            "The unit's attachments/ holds 扫描件.csv, and no entry of the ledger names it.",
        ),
        right=Text(
            "要公开的，登入台账，写明路径和校验值；不要公开的，这个文件不提交。",
            "If it is to be public, an entry states its path and digest; if not, the file is not submitted.",
        ),
    ),
    "L261": Explanation(
        why=Text(
            "附件跟着每一份克隆走，删了也还在历史里。几百兆的扫描件会让经办人克隆不动、公众打不开，还藏得下没有人看过的内容。",
            "An attachment travels with every clone and stays in the history. Hundreds of megabytes of scans keep "
            "clerks from cloning and the public from reading, and hold what nobody has looked at.",
        ),
        basis=Text(
            "docs/records/README.md：「写进仓库的一切都当作公开的。」附件是例外，由条目逐个写明。",
            "docs/records/README.md: everything that enters the repository counts as public; an attachment is the "
            "exception, and an entry names it.",
        ),
        wrong=Text("超过 2,000,000 字节的附件", "an attachment of more than 2,000,000 bytes"),
        right=Text(
            "不放附件，`original` 写明谁保管、在哪一卷、多少页",
            "no attachment; `original` says who holds it, in which volume, and how many pages",
        ),
    ),
}
