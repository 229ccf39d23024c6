"""Family S: why a record that can be read is still no record of its kind."""

from __future__ import annotations

from integrity_cli.explanations.base import Explanation
from integrity_cli.lang import Text, verbatim


def _forms(zh: str, en: str) -> Text:
    """The table of forms as the basis, and the row of it that matters."""
    return Text(
        f"本项目的约定：写法{zh}（docs/records/README.md）。",
        f"A promise of this project: the form {en} in docs/records/README.md.",
    )


SHAPE = {
    "S101": Explanation(
        why=Text(
            "必填的一项不在，这一条就说不清是什么事、在哪一天，考核的人没有可看的，规则也没有可数的；"
            "程序从不替单位补一个值。",
            "Without a required field it is not known what happened or when: reviewers have nothing to look at and "
            "rules nothing to count. The program never fills in a value for a unit.",
        ),
        basis=Text(
            "本项目的约定：字段表中「必填」一栏写「是」的都要写（docs/records/README.md 所列各页）。",
            "A promise of this project: what the field tables mark as required is always there (the pages that "
            "docs/records/README.md lists).",
        ),
        wrong="  - id: E-009\n    kind: support\n    happened_on: 2015-01-15\n",
        right="  - id: E-009\n    kind: support\n    title: 购置采样箱\n    happened_on: 2015-01-15\n",
    ),
    "S102": Explanation(
        why=Text(
            "拼错的键如果放过，写的人以为写了，程序当作没写，该得的分没有得，谁也不知道为什么。",
            "Were a misspelt key let pass, its writer would think that it was stated and the program that it was not: "
            "points would be lost and nobody would know why.",
        ),
        basis=Text(
            "本项目的约定：记录只有字段表里的键，多一个也不接受（docs/records/README.md）。",
            "A promise of this project: a record has the keys of its field table and no others "
            "(docs/records/README.md).",
        ),
        wrong="decide_on: 2014-11-18\n",
        right="decided_on: 2014-11-18\n",
    ),
    "S103": Explanation(
        why=Text(
            "类型决定一条台账有哪些字段、计入哪些考核项；没有这种类型，这一条就计不到任何地方。",
            "The kind decides which fields an entry has and what it counts for; an entry of a kind that does not "
            "exist counts for nothing.",
        ),
        basis=Text(
            "本项目的约定：台账条目的类型是一张定死的表（docs/records/evidence.md）。",
            "A promise of this project: the kinds of ledger entries are a closed list (docs/records/evidence.md).",
        ),
        wrong="    kind: suport\n",
        right="    kind: support\n",
    ),
    "S104": Explanation(
        why=Text(
            "规则按列出的值去选记录，「房屋」「办公用房」「premisses」各写各的，就有的选中、有的选不中，同样的事不同分。",
            "Rules select records by the values listed. Where everybody uses a word of their own, some are selected "
            "and some are not, and equal facts score unequally.",
        ),
        basis=_forms("「选一」", "“one of the values listed”"),
        wrong="    form: premisses\n",
        right="    form: premises\n",
    ),
    "S105": Explanation(
        why=Text(
            "期限差一天，结果就可能不同；「14.11.8」「11/8」有几种读法，只有一种写法才人人读成同一天。",
            "A day more or less may decide a result; “11/8” is read in two ways, and only with one form do all "
            "readers see the same day.",
        ),
        basis=Text(
            "GB/T 7408（ISO 8601）的扩展格式，年、月、日之间用连字符；写法「日期」见 docs/records/README.md。",
            "The extended format of ISO 8601 (GB/T 7408), with hyphens; the form “a day” in docs/records/README.md.",
        ),
        wrong="decided_on: 2014年11月18日\n",
        right="decided_on: 2014-11-18\n",
    ),
    "S106": Explanation(
        why=Text(
            "不存在的日子算不出是否按时，有的程序会悄悄挪到下一天；期限的一天之差，得由原件决定，不由程序决定。",
            "Whether a day that does not exist was in time cannot be said, and some programs quietly move it to the "
            "next one; a difference of one day is for the original to decide, not for a program.",
        ),
        basis=_forms("「日期」，日历上要有这一天", "“a day”: one that the calendar has"),
        wrong="  - {id: winter, name: 冬季, starts_on: 2014-12-01, ends_on: 2015-02-29}\n",
        right="  - {id: winter, name: 冬季, starts_on: 2014-12-01, ends_on: 2015-02-28}\n",
    ),
    "S107": Explanation(
        why=Text(
            "带单位的、全角的、写成汉字的数，程序读不成数，也就加不起来；单位由字段写明，各条才能相加。",
            "A number with a unit, in full-width digits or in words is no number to the program and cannot be added "
            "up; the field says the unit, so that entries can be added.",
        ),
        basis=_forms("「整数」", "“a whole number”"),
        wrong="office: {name: 创建办, seat: 政策法规科, staff: 2人}\n",
        right="office: {name: 创建办, seat: 政策法规科, staff: 2}\n",
    ),
    "S108": Explanation(
        why=Text(
            "学时、比率要拿来相加和比较；「两小时」「85%」人看得懂，算的时候却要猜。",
            "Hours and rates are added and compared; people understand “two hours” or “85%”, but reckoning with them "
            "takes a guess.",
        ),
        basis=_forms("「数」", "“a decimal number”"),
        wrong="    hours: 两小时\n",
        right="    hours: 2\n",
    ),
    "S109": Explanation(
        why=Text(
            "每一行印到 0.01 分，各层由印出来的数相加；多出来的小数位加不进去，拿铅笔重算就对不上。",
            "Every row is printed to 0.01 and the figures above it are sums of what is printed; further decimals "
            "would be lost, and whoever redoes the sum with a pencil would get another.",
        ),
        basis=Text(
            "docs/rubric.md「舍入」；写法「分值」见 docs/records/README.md。",
            "How figures are rounded, in docs/rubric.md, and the form “points” in docs/records/README.md.",
        ),
        wrong="    points: -1.00\n",
        right="    points: 1.00\n",
    ),
    "S110": Explanation(
        why=Text(
            "「达到」「基本达到」「√」各有各的分寸；是或否只有两个答案，拿不准就还没有答案。",
            "“Reached”, “mostly reached” and a tick each have shades of their own; yes and no are two answers, and "
            "whoever is not sure has none yet.",
        ),
        basis=_forms("「是否」", "“yes or no”"),
        wrong="  - {requirement: A2.3, met: 达到, reason: 举报电话当场拨通。}\n",
        right="  - {requirement: A2.3, met: yes, reason: 举报电话当场拨通。}\n",
    ),
    "S111": Explanation(
        why=Text(
            "公开了没有，要点开网址才知道；不完整的网址在公布的页面上点不开，公众无从查看。",
            "Whether something was made public is seen by opening its address; an incomplete one cannot be opened "
            "from the published page, and the public sees nothing.",
        ),
        basis=Text(
            "RFC 3986 第 3 节：网址以方案名开头，不含空格；写法「网址」见 docs/records/README.md。",
            "RFC 3986, section 3: an address begins with its scheme and holds no blank; the form “a web address” in "
            "docs/records/README.md.",
        ),
        wrong="site: www.shuiwu.example.org\n",
        right="site: http://shuiwu.example.org\n",
    ),
    "S112": Explanation(
        why=Text(
            "校验值证明公开的附件、封存的原件没有换过；少一位或抄错一位，就永远核对不上，好像有人动过原件。",
            "A digest proves that an attachment or a sealed original was not exchanged; with a digit too few or "
            "copied wrongly it never agrees, as if somebody had touched the original.",
        ),
        basis=Text(
            "FIPS 180-4：SHA-256 的结果是 256 位，写成十六进制为 64 位；写法「校验值」见 docs/records/README.md。",
            "FIPS 180-4: a SHA-256 has 256 bits, which are 64 hexadecimal digits; the form “a SHA-256 digest” in "
            "docs/records/README.md.",
        ),
        wrong="    seal: 9F86D081884C7D659A2FEAA0C55AD015\n",
        right="    seal: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\n",
    ),
    "S113": Explanation(
        why=Text(
            "编号同时是文件夹名和网址的一部分，在各种系统上都要写得出、分得清；大小写混用的，有的系统当作同一个。",
            "An id is the name of a folder and a part of web addresses, and has to be written and told apart on every "
            "system; some take capital and small letters for the same.",
        ),
        basis=_forms("「编号」", "“an id”"),
        wrong="  - id: Dike_Office\n",
        right="  - id: dike\n",
    ),
    "S114": Explanation(
        why=Text(
            "自查报告、考核记录、得分单都用这个编号指认同一件事；`009` 和 `9` 是不是同一条，各人看法不同。",
            "The self-report, the reviewers and the score all name a fact by this id; whether `009` and `9` are the "
            "same entry is seen differently by different readers.",
        ),
        basis=_forms("「条目编号」", "“the id of a ledger entry”"),
        wrong="  - id: 009\n",
        right="  - id: E-009\n",
    ),
    "S115": Explanation(
        why=Text(
            "走出本单位文件夹的路径，会拿别的单位的文件当自己的材料，也可能把仓库以外的文件带上公布的网站。",
            "A path that leaves the unit's folder would show another unit's file as its own, and could carry a file "
            "from outside the repository onto the published site.",
        ),
        basis=Text(
            "本项目的约定：单位只写自己的文件夹（docs/records/README.md）；附件的规定见 docs/records/evidence.md。",
            "A promise of this project: a unit writes its own folder only (docs/records/README.md); for attachments "
            "see docs/records/evidence.md.",
        ),
        wrong="    attachment: ../dike/attachments/list.csv\n"
        "    sha256: 0000000000000000000000000000000000000000000000000000000000000000\n",
        right="    attachment: attachments/survey.csv\n"
        "    sha256: e5d828e744dc18dac8e9f56915c6048d8f7611fe571bfe8d1e541a58da0ba76c\n",
    ),
    "S116": Explanation(
        why=Text(
            "一个字段说一件事，写成一组就不知道取哪一个；多半是缩进深了一层，或者名称里的逗号放进了方括号。",
            "A field states one thing, and in a group nobody knows which; most often the indentation is one level too "
            "deep, or a name with a comma was put in brackets.",
        ),
        basis=Text(
            "本项目的约定：字段表「写法」一栏写明一个字段是一个值、一组还是列表（docs/records/README.md）。",
            "A promise of this project: the field tables say whether a field is one value, a group or a list "
            "(docs/records/README.md).",
        ),
        wrong="title: [市水务局, 诚信执法创建方案]\n",
        right="title: 市水务局诚信执法创建方案\n",
    ),
    "S117": Explanation(
        why=Text(
            "写成一句话，程序分不出科室和电话，公示上就缺一个可以联系的地方。",
            "In one sentence the program cannot tell the office from its telephone, and the notice would name nobody "
            "to be reached.",
        ),
        basis=_forms("「一组」", "“a group of keys”"),
        wrong="contact: 政策法规科 55870108\n",
        right="contact: {office: 政策法规科, phone: '55870108'}\n",
    ),
    "S118": Explanation(
        why=Text(
            "这里可以有几项，规则要一项一项地数；不写成列表，就分不清是一项还是几项。",
            "There may be several things here, and rules count them one by one; without a list nobody can tell one "
            "from several.",
        ),
        basis=_forms("「列表」", "“a list”"),
        wrong="experiences: 采砂抽查当场摇号。\n",
        right="experiences:\n  - 采砂抽查当场摇号。\n",
    ),
    "S119": Explanation(
        why=Text(
            "一对空引号看上去填了，其实什么也没说；把它当作有，等于替单位添了一份文号。",
            "A pair of empty quotes looks filled in and says nothing; to take it for something would give the unit a "
            "document number that it does not have.",
        ),
        basis=_forms("「一行文字」「文字」，至少 1 个字符", "“one line of text”: at least 1 character"),
        wrong="doc_no: ''\n",
        right="doc_no: 示水发〔2014〕31号\n",
    ),
    "S120": Explanation(
        why=Text(
            "名称要放进表格、清单和公示，分了行就撑破表格，检索和比对也只看得到第一行。",
            "Names go into tables, lists and the notice; a line break would tear the table, and a search would see "
            "the first line only.",
        ),
        basis=_forms("「一行文字」，不换行", "“one line of text”"),
        wrong="title: |\n  市水务局\n  诚信执法创建方案\n",
        right="title: 市水务局诚信执法创建方案\n",
    ),
    "S121": Explanation(
        why=Text(
            "太长的文字在表格、公示和一屏的得分单里放不下，别人只能看到前半截；整篇原文贴进来，还容易带进个人信息。",
            "Words that long fit neither a table nor the notice nor a score of one screen, and readers would see the "
            "first half only; whole papers pasted in also tend to bring personal data along.",
        ),
        basis=_forms(
            "「一行文字」至多 200 个字符，「文字」至多 4,000 个字符",
            "“one line of text” has at most 200 characters, “text of one or more lines” at most 4,000",
        ),
        wrong=Text(
            "一个 title 写了 210 个字符，把采购清单全抄了进来", "a title of 210 characters, a whole shopping list"
        ),
        right=verbatim("title: 购置采样箱、取样瓶和冷藏箱"),
    ),
    "S122": Explanation(
        why=Text(
            "一行没有规则，分从何来说不清；写了两种，先用哪一种，两个人会算出两个分。",
            "Without a rule nobody can say where the points of a row come from; with two of them, two people would "
            "arrive at two scores.",
        ),
        basis=Text(
            "本项目的约定：一个考核项一种规则（docs/rubric.md「规则」）。",
            "A promise of this project: a requirement has one rule (docs/rubric.md).",
        ),
        wrong="            rule: {counts: meetings, full_at: 2}\n",
        right="            rule: {count: meetings, full_at: 2}\n",
    ),
    "S123": Explanation(
        why=Text(
            "「最近一次」要说明是什么的最近一次；少了字段，程序只能猜在岗人数还是持证人数，比率就变了。",
            "“The latest” has to say the latest of what; without a field the program could only guess between the "
            "officers in post and those certified, and the rate would change.",
        ),
        basis=Text(
            "本项目的约定：「计量方式」一表写明哪种要字段、哪种不要（docs/rubric.md）。",
            "A promise of this project: docs/rubric.md lists which measures need a field.",
        ),
        wrong="  officers: {label: {zh: 在岗人员, en: officers}, entries: roster, measure: latest}\n",
        right="  officers: {label: {zh: 在岗人员, en: officers}, entries: roster, measure: {latest: in_post}}\n",
    ),
    "S124": Explanation(
        why=Text(
            "条件写法不认识，就不知道哪些记录算、哪些不算；放过去，就可能一条都不算，或者全都算。",
            "Where the form of a condition is unknown, so is which records count; let pass, it might select none or "
            "all of them.",
        ),
        basis=Text(
            "本项目的约定：条件只有「选择条件」列出的几种写法，没有公式（docs/rubric.md）。",
            "A promise of this project: a condition has one of the forms in docs/rubric.md; there are no formulas.",
        ),
        wrong="where: {topic: {is: programme}}",
        right="where: {topic: programme}",
    ),
    "S125": Explanation(
        why=Text(
            "放错地方的文件谁也不会去读：单位以为交了自查报告，考核的人看到的是没有交。",
            "Nobody reads a file that lies in the wrong place: the unit thinks that its self-report was handed in, "
            "and reviewers see that it was not.",
        ),
        basis=Text(
            "本项目的约定：每种记录有一个位置（docs/records/README.md「每种记录」）。",
            "A promise of this project: every kind of record has one place, listed in docs/records/README.md.",
        ),
        wrong=verbatim("records/units/water/selfreport.yaml"),
        right=verbatim("records/units/water/self_report.yaml"),
    ),
    "S126": Explanation(
        why=Text(
            "满分数量、目标、步长是 0，要么一件没做也得满分，要么要除以 0，算不出来。",
            "With a target, step or full count of 0 either nothing at all earns full points, or there is a division "
            "by 0 and no points come out.",
        ),
        basis=_forms("「正数」「正整数」「正分值」", "“a number above 0”"),
        wrong="            rule: {count: meetings, full_at: 0}\n",
        right="            rule: {count: meetings, full_at: 2}\n",
    ),
}
