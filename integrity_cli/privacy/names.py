"""Names of persons after the word that says whose name follows: 姓名, 当事人, 经办人 and so on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from integrity_cli.privacy.base import Datum

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭"
    "陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪季安"
    "倪樊殷颜庄章鲁岳翟申梅兰焦俞牛温芦葛柴窦聂耿关甘屈尚舒洛穆霍梅凌祝童詹柳管岑鲍费喻卞符柯成游靳路齐伍阮欧纪项"
)
_COMPOUND = "欧阳|司马|诸葛|上官|司徒|东方|夏侯|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|司空|端木|轩辕|南宫|独孤|呼延|完颜"
_LABELS = (
    "姓名|当事人|联系人|经办人|承办人|申请人|投诉人|举报人|信访人|来访人|被处罚人|违法行为人|被执行人|法定代表人|委托代理人"
    "|代理人|负责人|主办人|协办人|执法人员|检查人员|调查人员|记录人|证人|收件人|签收人|受送达人|被询问人|原告|第三人|作者"
    "|持证人|身份证|户主|填表人|审核人|签发人"
)
_HAN = "\u3400-\u9fff"
_NAME = (
    rf"(?:(?:{_COMPOUND})[{_HAN}]{{1,2}}|[{_SURNAMES}][{_HAN}]{{1,2}}|[{_HAN}]{{1,6}}(?:·[{_HAN}]{{1,6}}){{1,3}})"
    rf"(?![{_HAN}·])"
)
_LABELLED = re.compile(
    rf"(?:{_LABELS})(?:\([^()\n]{{0,8}}\))?[\"']? ?[:=|\t ][:=|\t ]{{0,4}}[\"']?(?P<names>{_NAME}(?:[、, ]{_NAME})*)"
)
_ONE = re.compile(_NAME)
_MARKS = "\t,;|"
_HEAD = re.compile(rf"^.*(?:^|[{_MARKS}])[\"' ]*(?:{_LABELS})[\"' ]*(?=[{_MARKS}]|$).*$", re.MULTILINE)
_LABEL = re.compile(rf"[\"' ]*(?:{_LABELS})[\"' ]*")
_NO_NAME = re.compile(
    # posts and departments, and what is said in their stead
    "(?:办公室|办|局|科|处|股|室|所|队|部|委|院|厅|站|组|会|区|县|市|省|镇|乡|村|街道|街|路|中心|窗口|公司|企业|单位|岗|厂|店"
    "|主任|科长|局长|处长|所长|队长|组长|院长|部长|站长|书记|科员|律师|法官|干部|委员|代表|人员|专员|职工|群众|人|员|者|户|方"
    "|[某×])$"
    "|某"
    # words that begin with a surname
    "|^(?:高度|高新|方案|方便|方式|方可|张贴|张榜|严格|严重|常年|常务|常委|万元|金额|金融|陈述|任何|任务|任期|成立|成员|成功|向"
    "|管理|管辖|许可|白天|路线|路政|安全|安排|安监|申请|申报|申诉|明确|于|应当|温馨|关于|关系|单位|单独|游客|项目|程序|武装|和|何"
    "|周边|周期|周知|文字|文件|文书|文化|文旅|施工|施行|章程|石油|石材|田间|林业|林权|水务|龙头|易燃|季度|江苏|江西|江南|江北|黄河|马上"
    "|牛奶|余下|余款|梁上|段落|钟点|毛利|许多|许久|温度|甘愿|尚未|尚无|费用|符合|路面|齐全|纪律|纪检|纪委|项下|童工|祝贺)"
)


def names_after_labels(text: str) -> Iterator[Datum]:
    """A label, a colon or a blank, and what begins with a surname and is no post, department or common word."""
    for match in _LABELLED.finditer(text):
        for name in _ONE.finditer(text, match.start("names"), match.end("names")):
            if _NO_NAME.search(name[0]) is None:
                yield Datum("name", name.start(), name.end())


def names_in_columns(text: str) -> Iterator[Datum]:
    """The column of a table under such a word: a CSV, a table in Markdown, the rows of a workbook."""
    read_to = 0
    for head in _HEAD.finditer(text):
        mark = next((one for one in _MARKS if one in head[0]), None)
        if mark is None or head.start() < read_to:
            continue
        columns = {n for n, cell in enumerate(head[0].split(mark)) if _LABEL.fullmatch(cell)}
        read_to = head.end() + 1
        while read_to < len(text):
            end = _end_of_line(text, read_to)
            if mark not in text[read_to:end]:
                break
            yield from _in_row(text[read_to:end], mark, columns, read_to)
            read_to = end + 1


def _in_row(row: str, mark: str, columns: set[int], start: int) -> Iterator[Datum]:
    for number, cell in enumerate(row.split(mark)):
        name = cell.strip("\"' ")
        if number in columns and _ONE.fullmatch(name) and _NO_NAME.search(name) is None:
            begins = start + cell.index(name)
            yield Datum("name", begins, begins + len(name))
        start += len(cell) + 1


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
