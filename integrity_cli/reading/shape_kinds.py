"""Family S: records that are YAML but not in shape, each kind with its words."""

from __future__ import annotations

from integrity_cli.domain.diagnostic import Kind, Severity
from integrity_cli.lang import Text


def _error(
    code: str, name: str, message: Text, label: Text | None = None, help_: Text | None = None, **more: Text
) -> Kind:
    return Kind(code, name, Severity.ERROR, message, label, help_, **more)


MISSING = _error(
    "S101",
    "missing-field",
    Text("缺少 `{field}`（{label}）", "`{field}` ({label}) is missing"),
    Text("这里少一项", "it belongs here"),
)
UNKNOWN_KEY = _error(
    "S102",
    "unknown-key",
    Text("这里没有这个键", "no such key here"),
    Text("不认识的键", "unknown key"),
    note=Text("这里可以写：{choices}", "keys known here: {choices}"),
)
UNKNOWN_KEY_NEAR = _error(
    "S102",
    "unknown-key",
    UNKNOWN_KEY.message,
    UNKNOWN_KEY.label,
    Text("拼写最接近的是 `{nearest}`", "the nearest spelling is `{nearest}`"),
    note=Text("这里可以写：{choices}", "keys known here: {choices}"),
)
UNKNOWN_KIND = _error(
    "S103",
    "unknown-kind",
    Text("没有这种证据类型", "no such evidence kind"),
    Text("不在 {count} 种类型之内", "not one of the {count} kinds"),
    note=Text("证据类型有：{choices}", "the kinds are: {choices}"),
)
UNKNOWN_KIND_NEAR = _error(
    "S103",
    "unknown-kind",
    UNKNOWN_KIND.message,
    UNKNOWN_KIND.label,
    Text("拼写最接近的是 `{nearest}`", "the nearest spelling is `{nearest}`"),
    note=Text("证据类型有：{choices}", "the kinds are: {choices}"),
)
NOT_IN_LIST = _error(
    "S104",
    "not-in-list",
    Text("这个值不在可选范围内", "the value is not one of those that may stand here"),
    Text("不在 {count} 个可选值之内", "not one of the {count} values"),
    note=Text("可选值有：{choices}", "the values are: {choices}"),
)
NOT_IN_LIST_NEAR = _error(
    "S104",
    "not-in-list",
    NOT_IN_LIST.message,
    NOT_IN_LIST.label,
    Text("拼写最接近的是 `{nearest}`", "the nearest spelling is `{nearest}`"),
    note=Text("可选值有：{choices}", "the values are: {choices}"),
)
DATE_FORM = _error(
    "S105",
    "date-form",
    Text("日期的写法是 2014-11-30", "a date is written as 2014-11-30"),
)
NO_SUCH_DAY = _error(
    "S106",
    "no-such-day",
    Text("日历上没有这一天", "no calendar has this day"),
    None,
    Text("对照原件核实日期", "establish the day from the original"),
)
COUNT_FORM = _error(
    "S107",
    "count-form",
    Text("这里应当是整数，用半角数字", "a whole number in ordinary digits belongs here"),
)
NUMBER_FORM = _error(
    "S108",
    "number-form",
    Text("这里应当是数字，用半角数字", "a number in ordinary digits belongs here"),
)
POINTS_FORM = _error(
    "S109",
    "points-form",
    Text("分值是不带负号的数，至多两位小数", "points are not negative and have at most two decimals"),
)
YES_NO_FORM = _error(
    "S110",
    "yes-no-form",
    Text("这里应当是 yes 或 no（是、否）", "`yes` or `no` belongs here"),
)
URL_FORM = _error(
    "S111",
    "url-form",
    Text(
        "网址以 http:// 或 https:// 开头，中间不含空格",
        "a web address begins with http:// or https:// and holds no blank",
    ),
)
DIGEST_FORM = _error(
    "S112",
    "digest-form",
    Text("校验值是 64 位小写十六进制数", "a digest is 64 hexadecimal digits in lower case"),
)
SLUG_FORM = _error(
    "S113",
    "id-form",
    Text(
        "编号用小写字母、数字和连字符，如 urban-management",
        "an id is lower-case letters, digits and hyphens, such as urban-management",
    ),
)
ENTRY_ID_FORM = _error(
    "S114",
    "entry-id-form",
    Text("条目编号的写法是 E-014", "the id of an entry is written as E-014"),
)
ATTACHMENT_FORM = _error(
    "S115",
    "attachment-path",
    Text(
        "附件路径以 attachments/ 开头，不出本单位文件夹",
        "the path of an attachment begins with attachments/ and stays in the unit's folder",
    ),
)
TEXT_EXPECTED = _error(
    "S116",
    "value-expected",
    Text("这里应当是一个值，不是一组", "one value belongs here, not a group"),
)
MAP_EXPECTED = _error(
    "S117",
    "map-expected",
    Text("这里应当由「键: 值」组成", "this should be made of `key: value`"),
)
LIST_EXPECTED = _error(
    "S118",
    "list-expected",
    Text("这里应当是列表，每项以「- 」开头", "a list belongs here, each item after `- `"),
)
TEXT_EMPTY = _error(
    "S119",
    "empty-text",
    Text("引号里没有内容", "nothing stands between the quotes"),
)
LINE_EXPECTED = _error(
    "S120",
    "one-line",
    Text("这里只能写一行", "only one line belongs here"),
)
TEXT_TOO_LONG = _error(
    "S121",
    "too-long",
    Text("{length} 个字符，超过 {longest}", "{length} characters, over {longest}"),
)
UNKNOWN_RULE = _error(
    "S122",
    "unknown-rule",
    Text("应当写明一种、且只一种计分规则", "exactly one rule should be named here"),
    None,
    None,
    note=Text(
        "规则有：present、levels、count、share、bands、deduct、deadline、survey、mean、judgement、parts",
        "the rules are: present, levels, count, share, bands, deduct, deadline, survey, mean, judgement, parts",
    ),
)
MEASURE_FORM = _error(
    "S123",
    "measure-form",
    Text(
        "这种计量方式要写成「方式: 字段」，或不带字段",
        "this measure is written with a field, as `measure: field`, or without one",
    ),
)
TEST_FORM = _error(
    "S124",
    "test-form",
    Text(
        "条件写 present、一个值、几个值的列表、min 和 max，或 in、reaches 加期间",
        "a condition is `present`, a value, a list of values, min and max, or a window with `in` or `reaches`",
    ),
)

ABOVE_ZERO = _error(
    "S126",
    "above-zero",
    Text("这里应当大于 0", "a number above 0 belongs here"),
)
COMMIT_FORM = _error(
    "S127",
    "commit-form",
    Text(
        "提交编号写全，是 40 位或 64 位小写十六进制数",
        "the id of a commit is written in full: 40 or 64 hexadecimal digits in lower case",
    ),
)

WORDINGS = tuple(value for value in globals().values() if isinstance(value, Kind))
"""Every kind as it may be worded: kinds for different causes may share a code."""

KINDS = tuple({kind.code: kind for kind in reversed(WORDINGS)}.values())[::-1]
"""Every kind of family S, in the order of their codes; of those that share one, the first."""
