"""Family P: why nothing personal enters, and why what is found is never shown."""

from __future__ import annotations

from integrity_cli.explanations.base import Explanation
from integrity_cli.lang import Text

_LAW = Text(
    "个人信息保护法第二十五条、第二十八条；SECURITY：进了仓库的一切都当作已经公开。",
    "Personal Information Protection Law, articles 25 and 28; SECURITY: assume that every commit becomes public.",
)
_NOT_SHOWN = Text(
    "（这里不举例：例子也是个人信息的样子）", "(no example here: it would look like personal data itself)"
)
_CASE_NUMBER = Text(
    "以案号、人数、岗位代替：`示水罚〔2014〕7号`", "a case number, a count or a post: `示水罚〔2014〕7号`"
)


def _number(why: Text) -> Explanation:
    return Explanation(why=why, basis=_LAW, wrong=_NOT_SHOWN, right=_CASE_NUMBER)


PRIVACY = {
    "P701": _number(
        Text(
            "身份证号一个人一辈子只有一个，换不了；推送以后在每一份克隆里，收不回来。"
            "所以先不合并，改写分支；补一个删除的提交没有用。",
            "A person has one identity number for life and cannot change it; once pushed it is in "
            "every clone for good. "
            "So the merge is held and the branch rewritten; a later commit that deletes it does nothing.",
        )
    ),
    "P702": _number(
        Text(
            "1999 年以前的身份证号十五位，没有校验位，别的编号也可能长成这样；由人看一眼，比放过一个强。",
            "Identity numbers issued before 1999 had fifteen digits and no check digit, and other "
            "numbers may look like them; "
            "a look by a person costs less than one that slipped through.",
        )
    ),
    "P703": _number(
        Text(
            "手机号码连着一个人的各种账户，公开以后骚扰和诈骗就来了。单位对外公布的值班手机另当别论，由主办单位豁免。",
            "A mobile number leads to all of a person's accounts, and calls and fraud follow its publication. "
            "A duty phone that an office publishes is another matter, and is waived by the office.",
        )
    ),
    "P704": _number(
        Text(
            "银行卡号连着一个人的钱；没有一种记录需要它。",
            "The number of a bank card leads to somebody's money, and no record needs one.",
        )
    ),
    "P705": _number(
        Text(
            "护照和通行证号码只属于一个人，来信来访的登记里常常带进来。",
            "The number of a passport or permit belongs to one person; it often comes in with letters and visits.",
        )
    ),
    "P706": Explanation(
        why=Text(
            "单位的邮箱写在单位概况和公示里，写过的在哪里都可以提；别的邮箱多半是哪个人的。",
            "An office's mailbox stands in its profile or in the notice, and may then be named anywhere; "
            "any other is most likely somebody's own.",
        ),
        basis=_LAW,
        wrong="subject: 夜间采砂查处，来件邮箱 zhangsan@mail.example.org\n",
        right="subject: 夜间采砂查处\n",
    ),
    "P707": Explanation(
        why=Text(
            "写到几栋几室，就知道谁住在哪里；住址只写到街道、乡镇，够说明事情了。",
            "Down to the door an address says who lives where; the street or township is enough to say what happened.",
        ),
        basis=_LAW,
        wrong="title: 回访清河花园3栋2单元501室取水户\n",
        right="title: 回访清河街道取水户\n",
    ),
    "P708": Explanation(
        why=Text(
            "车牌号码能查到车主；案件用案号就说清了。",
            "A number plate leads to the owner of the vehicle; a case number says which case is meant.",
        ),
        basis=_LAW,
        wrong="title: 京A00000运砂车非法采砂案移送公安机关\n",
        right="title: 非法采砂案移送公安机关\n",
    ),
    "P709": Explanation(
        why=Text(
            "当事人、举报人的姓名公开，会伤到他本人；执法人员只记岗位和人数。"
            "程序只认得写在称谓后面的名字，正文里的要人自己看。",
            "The name of a party or of someone who complained hurts that person; officers are "
            "counted, or named by post. "
            "Only a name after its label is recognised; those in the middle of a text need a reader.",
        ),
        basis=_LAW,
        wrong="reason: 当场算出的值与台账一致。经办人：张三}\n",
        right="reason: 当场算出的值与台账一致。}\n",
    ),
    "P710": Explanation(
        why=Text(
            "手机拍的照片带着经纬度，公开一张住处的照片，等于公开住址。",
            "A photograph from a phone holds latitude and longitude: to publish one of a home is to "
            "publish the address.",
        ),
        basis=_LAW,
        wrong=Text("照片属性里有 GPS 纬度、经度", "a photograph with GPS latitude and longitude among its properties"),
        right=Text("清除属性以后的照片", "the photograph with its properties removed"),
    ),
    "P711": Explanation(
        why=Text(
            "扫描件、图片、加密的文件里写着什么，程序看不到；说「没有读」，是为了让人去看，而不是当作没有问题。",
            "What a scan, a picture or a protected file says cannot be seen; it is said to be unread "
            "so that a person looks, "
            "instead of being taken for clean.",
        ),
        basis=Text(
            "SECURITY：个人信息一律不提交；附件是例外，不是常例。",
            "SECURITY: nothing personal in Git; an attachment is the exception, not the rule.",
        ),
        wrong=Text(
            "附件是扫描的 PDF、图片、旧式 .doc", "an attachment that is a scanned PDF, a picture or an old .doc"
        ),
        right=Text(
            "逐页看过，由主办单位豁免；或者改交文字", "every page looked at and waived by the office; or text instead"
        ),
    ),
    "P721": Explanation(
        why=Text(
            "豁免比实有的多，多出来的名额会把以后进来的一处也放过去。",
            "A waiver for more than there is would let a later leak pass under it.",
        ),
        basis=Text("campaign.yaml 的 waivers：写明处数。", "`waivers` of campaign.yaml: each states its number."),
        wrong=Text("豁免两处，文件里只有一处", "two waived, and one in the file"),
        right=Text("豁免的处数等于看过的处数", "as many waived as were looked at"),
    ),
    "P731": Explanation(
        why=Text(
            "删除登记要让公众知道动过哪里；指错了地方，等于没有登记，被删的字段又会按缺少来报。",
            "The record of removals tells the public where something was changed; pointing to the "
            "wrong place it tells nothing, "
            "and what was removed is reported as missing.",
        ),
        basis=Text(
            "records/office/redactions.yaml：恰好删去登记的这些。",
            "redactions.yaml: exactly what is entered is removed.",
        ),
        wrong="entry: E-109\n",
        right="entry: E-001\n",
    ),
    "P732": Explanation(
        why=Text(
            "登记写着已经删去，内容却还在，公众会以为危险过去了。",
            "Where the record says that something was removed and it is still there, everybody "
            "believes the danger is over.",
        ),
        basis=Text(
            "records/office/redactions.yaml：恰好删去登记的这些。",
            "redactions.yaml: exactly what is entered is removed.",
        ),
        wrong=Text(
            "登记了 title 已删去，条目里还写着 title", "`title` is entered as removed, and the entry still has one"
        ),
        right=Text("照决定删去这一行", "the line removed as decided"),
    ),
}
