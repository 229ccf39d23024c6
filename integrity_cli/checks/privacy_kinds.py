"""Family P: the words for what is personal; none of them ever holds the datum."""

from __future__ import annotations

from integrity_cli.domain.diagnostic import Kind, Severity
from integrity_cli.lang import Text

_STAYS = Text(
    "Git 保留每个已推送的版本，事后删行并不能清除；见 docs/leak.md",
    "Git keeps every version that was pushed; deleting the line later does not remove it, see docs/leak.md",
)
_WITHHELD = Text("此处不显示", "withheld here")


def _error(code: str, name: str, message: Text, help_: Text) -> Kind:
    return Kind(code, name, Severity.ERROR, message, _WITHHELD, help_, _STAYS)


def _warning(code: str, name: str, message: Text, help_: Text) -> Kind:
    return Kind(code, name, Severity.WARNING, message, _WITHHELD, help_)


IDENTITY_NUMBER = _error(
    "P701",
    "identity-number",
    Text("{where}有居民身份证号码", "{where} holds a resident identity number"),
    Text(
        "先不合并，改写分支使它从未出现；所指的人用案号、人数或岗位代替",
        "hold the merge and rewrite the branch so that it was never there; "
        "a case number, a count or a post stands for the person",
    ),
)
OLD_IDENTITY_NUMBER = _warning(
    "P702",
    "old-identity-number",
    Text("{where}有十五位数字，像旧式身份证号码", "{where} holds fifteen digits in the form of an old identity number"),
    Text(
        "查明是不是身份证号码；是的，改写分支使它从未出现",
        "establish whether it is one; if so, rewrite the branch so that it was never there",
    ),
)
MOBILE_NUMBER = _error(
    "P703",
    "mobile-number",
    Text("{where}有手机号码", "{where} holds a mobile number"),
    Text(
        "查明是谁的号码：私人的改写分支使它从未出现；对外公布的值班手机由主办单位豁免",
        "establish whose number it is: rewrite the branch if it is private; "
        "a published duty phone is waived by the office",
    ),
)
BANK_CARD = _error(
    "P704",
    "bank-card",
    Text("{where}有银行卡号", "{where} holds the number of a bank card"),
    Text(
        "先不合并，改写分支使它从未出现；记录里不需要任何卡号",
        "hold the merge and rewrite the branch so that it was never there; no record needs a card number",
    ),
)
PASSPORT = _error(
    "P705",
    "passport-number",
    Text("{where}有护照或通行证号码", "{where} holds the number of a passport or travel permit"),
    Text(
        "先不合并，改写分支使它从未出现；所指的人用案号、人数或岗位代替",
        "hold the merge and rewrite the branch so that it was never there; "
        "a case number, a count or a post stands for the person",
    ),
)
MAILBOX = _warning(
    "P706",
    "private-mailbox",
    Text("{where}有邮箱，不是任何单位公布的", "{where} holds a mailbox that no office publishes"),
    Text(
        "查明是谁的邮箱：单位公布的写进单位概况或公示，个人的改写分支使它从未出现",
        "establish whose it is: a published one belongs in the profile or the notice; "
        "if it is a person's, rewrite the branch",
    ),
)
ADDRESS = _warning(
    "P707",
    "address-below-the-street",
    Text(
        "{where}有门牌以下的地址，不是任何单位公布的",
        "{where} holds an address down to the door that no office publishes",
    ),
    Text(
        "查明是不是住址：是的只写到街道、乡镇；办公地址写进单位概况或公示",
        "establish whether somebody lives there: a home is named by its street or township; "
        "an office's address belongs in its profile or the notice",
    ),
)
NUMBER_PLATE = _warning(
    "P708",
    "number-plate",
    Text("{where}有车牌号码", "{where} holds a number plate"),
    Text(
        "查明是谁的车：当事人的用案号代替；确有必要写的公务车由主办单位豁免",
        "establish whose vehicle it is: a case number stands for a party's; "
        "an official car that must be named is waived by the office",
    ),
)
NAME = _warning(
    "P709",
    "name-after-its-label",
    Text("{where}有称谓后面的姓名", "{where} holds a name after the word that announces one"),
    Text(
        "查明是不是人名：当事人写案号，办理人员写岗位或人数，不写姓名",
        "establish whether it names a person: a case number stands for a party, a post or a count for an officer",
    ),
)
PICTURE_PLACE = _warning(
    "P710",
    "place-of-a-picture",
    Text("照片里记着拍摄地点的经纬度", "the picture tells the latitude and longitude where it was taken"),
    Text(
        "查明拍的是不是住处；不需要位置的，清除属性后再提交",
        "establish whether it shows a home; where the place is not needed, remove the properties before submitting",
    ),
)
NOT_READ = _warning(
    "P711",
    "attachment-not-read",
    Text("附件没有读全：{reason}", "the attachment was not read in full: {reason}"),
    Text(
        "由人逐页看过，确认没有个人信息；看过的由主办单位豁免，写明是哪个岗位看的",
        "let a person look at every page for personal data; "
        "what was looked at is waived by the office, with the post that did it",
    ),
)
WAIVER_UNUSED = Kind(
    "P721",
    "waiver-unused",
    Severity.WARNING,
    Text(
        "{file} 豁免 {code} {count} 处，实有 {found} 处",
        "{count:finding|findings} of {code} in {file} waived, {found} found",
    ),
    None,
    Text(
        "查明当初看过的是哪几处；已经不在的，减去处数或删去这条豁免",
        "establish which ones were looked at; for those that are gone, lower the count or remove the waiver",
    ),
)
REDACTION_LEADS_NOWHERE = Kind(
    "P731",
    "redaction-leads-nowhere",
    Severity.ERROR,
    Text("删除登记所指的{what}不存在", "the redaction points to {what} that is not there"),
    None,
    Text(
        "查明删的是哪个文件、哪一条、哪个字段；整个文件删去的，不写条目和字段",
        "establish which file, entry and field were removed; a file removed whole names neither entry nor field",
    ),
)
REDACTED_STILL_THERE = Kind(
    "P732",
    "redacted-still-there",
    Severity.ERROR,
    Text("登记已删除的{what}还在", "{what} said to be removed is still there"),
    None,
    Text(
        "查明删除是不是真的做了；没有做的，照决定删去，并按 docs/leak.md 处理历史",
        "establish whether the removal was carried out; if not, carry it out as decided; "
        "docs/leak.md says what to do about the history",
    ),
)
