"""What is personal in a text is found in every form in which people write it, and what only looks like it is not."""

from __future__ import annotations

import hashlib
import re
import time

import pytest

from integrity_cli.privacy import CERTAIN, MASK, find, masked
from tests.privacy.numbers import MOBILE, card_number, full_width, identity_number, with_x
from tests.tools import ROOT, SAMPLE

ID, X = identity_number(), with_x()
OLD = ID[:6] + ID[8:17]
CARD = card_number("6222", 19)
VISA = card_number("4", 16)


def fours(number: str, by: str) -> str:
    return by.join(number[start : start + 4] for start in range(0, len(number), 4))


FOUND = {
    "identity_number": [
        (ID, ID),
        (X.lower(), X.lower()),
        (f"经查{ID}，", ID),
        (full_width(X), full_width(X)),
        (X[:-1] + "Ⅹ", X[:-1] + "Ⅹ"),
        (X[:-1] + "Х", X[:-1] + "Х"),
        (f"{ID[:6]} {ID[6:14]} {ID[14:]}", f"{ID[:6]} {ID[6:14]} {ID[14:]}"),
        (f"{ID[:6]}-{ID[6:14]}-{ID[14:]}", f"{ID[:6]}-{ID[6:14]}-{ID[14:]}"),
        (f"{ID[:6]}.{ID[6:14]}.{ID[14:]}", f"{ID[:6]}.{ID[6:14]}.{ID[14:]}"),
        (f"{ID[:6]}　{ID[6:14]}—{ID[14:]}", f"{ID[:6]}　{ID[6:14]}—{ID[14:]}"),
        (f"{ID[:9]}\u200b{ID[9:]}", f"{ID[:9]}\u200b{ID[9:]}"),
        (" ".join(ID), " ".join(ID)),
        (f"note: {ID[:9]}\n    {ID[9:]}", f"{ID[:9]}\n    {ID[9:]}"),
        (f"# {ID[:9]}\n# {ID[9:]}", f"{ID[:9]}\n# {ID[9:]}"),
        (f"2014 {ID}", ID),
        (f"第3号 {ID} 共2页", ID),
        (f"sfz{ID}", ID),
        (f"e{ID}", ID),
        (f"{ID}.yaml", ID),
        (f"a_{ID}_b", ID),
        (f"身份证号：{ID[:17]}{(int(ID[17]) + 1) % 10}", f"{ID[:17]}{(int(ID[17]) + 1) % 10}"),
        (f"身份证号码 {OLD}", OLD),
    ],
    "old_identity_number": [(OLD, OLD), (f"{OLD[:6]} {OLD[6:12]} {OLD[12:]}", f"{OLD[:6]} {OLD[6:12]} {OLD[12:]}")],
    "mobile_number": [
        (MOBILE, MOBILE),
        (f"电话{MOBILE}。", MOBILE),
        (full_width(MOBILE), full_width(MOBILE)),
        (f"{MOBILE[:3]}-{MOBILE[3:7]}-{MOBILE[7:]}", f"{MOBILE[:3]}-{MOBILE[3:7]}-{MOBILE[7:]}"),
        (f"{MOBILE[:3]} {MOBILE[3:7]} {MOBILE[7:]}", f"{MOBILE[:3]} {MOBILE[3:7]} {MOBILE[7:]}"),
        (f"+86 {MOBILE}", f"86 {MOBILE}"),
        (f"+86-{MOBILE}", f"86-{MOBILE}"),
        (f"86{MOBILE}", f"86{MOBILE}"),
        (f"tel{MOBILE}", MOBILE),
        (f"{MOBILE}/", MOBILE),
        (f"a\n{MOBILE}\nb", MOBILE),
    ],
    "bank_card": [
        (CARD, CARD),
        (fours(CARD, " "), fours(CARD, " ")),
        (full_width(CARD), full_width(CARD)),
        (f"卡号：{VISA}", VISA),
        (fours(VISA, "-"), fours(VISA, "-")),
    ],
    "passport": [
        ("护照号码：E00000000", "E00000000"),
        ("护照 EA0000000", "EA0000000"),
        ("往来港澳通行证（C00000000）", "C00000000"),
        ("passport no. G00000000", "G00000000"),
        ("E000000000CHN9912310M9912310<<<<<<<<<<<<<<00", "E000000000CHN9912310M9912310<<<<<<<<<<<<<<00"),
    ],
    "number_plate": [
        ("京A00000", "京A00000"),
        ("示例市的苏B·0000A", "苏B·0000A"),
        ("京AD00000", "京AD00000"),
        ("京A00000D", "京A00000D"),
        ("京A0000警", "京A0000警"),
        ("京Ａ０００００", "京Ａ０００００"),
    ],
    "mailbox": [
        ("邮箱zhang@example.org。", "zhang@example.org"),
        ("a.b-c@mail.example.org.cn", "a.b-c@mail.example.org.cn"),
    ],
    "address": [
        ("家住3栋2单元501室", "3栋2单元501室"),
        ("五号楼三单元六〇二室", "五号楼三单元六〇二室"),
        ("12弄5号", "12弄5号"),
        ("2单元1201室", "2单元1201室"),
        ("住址：示例市清河路8号", "示例市清河路8号"),
        ("户籍地址: 示例县甲镇乙村三组", "示例县甲镇乙村三组"),
    ],
    "name": [
        ("姓名：张三", "张三"),
        ("姓　名：张三".replace("　", ""), "张三"),
        ("联系人: 李四", "李四"),
        ("经办人 王小五", "王小五"),
        ("当事人：欧阳锋", "欧阳锋"),
        ("当事人：阿卜杜拉·买买提", "阿卜杜拉·买买提"),
        ("“负责人”：“赵六”".replace("“", '"').replace("”", '"'), "赵六"),
        ("身份证：钱七", "钱七"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("sort", "text", "said"), [(sort, *one) for sort, listed in FOUND.items() for one in listed], ids=repr
)
def test_a_datum_is_found_where_it_stands(sort: str, text: str, said: str) -> None:
    assert [(one.sort, text[one.start : one.end]) for one in find(text)] == [(sort, said)]


NEAR_MISSES = [
    ID[:17] + str((int(ID[17]) + 1) % 10 if ID[17].isdigit() else 0),  # another check digit
    identity_number(born="18991331"),  # no such month
    identity_number(born="21500101"),  # no such year yet
    f"0{identity_number()}",
    f"{identity_number()}0",
    f"{'a' * 20}{ID}{'b' * 26}",
    OLD + "1",
    f"〔2014〕{OLD}号",
    f"SN{OLD}",
    "330106000013456",  # the number of a business licence: its fourteenth of month 00
    f"{MOBILE}0",
    f"2{MOBILE}",
    f"{MOBILE}元",
    f"{MOBILE} 万元",
    f"0.{MOBILE}",
    f"{MOBILE}.5",
    f"示罚字〔2014〕{MOBILE}号",
    f"第{MOBILE}号",
    f"E{MOBILE}",
    f"2014-{MOBILE}",
    f"{MOBILE}-2",
    "12000000000",
    "0511-86662322",
    "055 13900001",
    "400-810-0000",
    "12345、12365、12369",
    "电话55870001",
    "55870108-8012",
    VISA,
    CARD[:-1] + str((int(CARD[-1]) + 1) % 10),
    card_number("62010220141201", 18),  # a region and a day
    f"第{CARD}号" if not CARD.startswith("0") else "",
    "E00000000",
    "护照法第十二条",
    "通行证 E-014",
    "示水罚〔2014〕7号",
    "（2014）示行初字第00012号",
    "GB 11643-1999、DB32/T 1234-2014",
    "SW-1、E-031、A1.3/2",
    "最新E2014",
    "新A类20141号",
    "京A1234",
    "京A123456",
    "@media (min-width: 62rem)",
    "git@forge.example.org:office/campaign.git",
    "node@16.2.0",
    "市民中心3号楼二层会议室",
    "305室",
    "拆除违章12栋30户",
    "三个小区六个单元",
    "清河路8号",
    "联系人：办公室",
    "负责人 主任",
    "经办人: 王府井街道办事处",
    "当事人：高新区",
    "当事人：李某",
    "当事人：张某某",
    "当事人，高兴地签收",
    "承办人：法规科",
    "负责人：分管局长",
    "作者：示例市法制办",
    "姓名、住址、电话均不公开",
    "当事人对处罚没有异议",
    "证人 某",
    "2014-11-30T08:00:00+08:00",
    "1417305600",
    "1,390,000,000.00",
    "3.14159265358979323846",
    "58 2 55 5 61 7 80 61 60 22 21 20",
    "《中华人民共和国水法》第四十八条",
]  # fmt: skip


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_only_looks_like_a_datum_is_not_found(text: str) -> None:
    assert [(one.sort, text[one.start : one.end]) for one in find(text)] == []


def test_the_last_column_of_a_table_of_names_is_found_line_by_line() -> None:
    text = "序号,姓名,部门\n1,张三,法规科\n2,办公室,\n3,李四,执法队\n\n4,王五,法规科\n"
    assert [text[one.start : one.end] for one in find(text)] == ["张三", "李四"]


def test_two_numbers_on_one_line_are_two() -> None:
    text = f"{ID} {X}\t{ID}"
    assert [text[one.start : one.end] for one in find(text)] == [ID, X, ID]


def test_digests_are_never_taken_for_anything() -> None:
    digests = [hashlib.new(name, str(n).encode()).hexdigest() for n in range(700) for name in ("sha256", "sha1", "md5")]
    assert find("\n".join(digests)) == ()
    assert find(" ".join(digests).upper()) == ()


def test_decimals_and_amounts_are_never_taken_for_anything_certain() -> None:
    text = " ".join(f"{n / 7919:.17f} {n * 1237:,}元" for n in range(1, 4000))
    assert find(text, CERTAIN) == ()


@pytest.mark.parametrize("path", [*SAMPLE.paths()])
def test_the_sample_holds_nothing_personal_but_mailboxes_of_offices(path: str) -> None:
    text = SAMPLE.read(path).decode("utf-8")
    assert {one.sort for one in find(text)} <= {"mailbox"}


def test_the_documents_hold_nothing_personal_but_mailboxes_of_offices_and_the_plate_that_is_waived() -> None:
    """But for the gallery of the family, whose wrong lines are its examples."""
    for page in sorted(ROOT.glob("docs/**/*.md")):
        if not page.name.startswith("P."):
            waived = {"number_plate"} if page.name == "evidence.md" else set()
            assert {one.sort for one in find(page.read_text(encoding="utf-8"))} <= {"mailbox"} | waived, page


def test_masking_keeps_lines_and_columns() -> None:
    text = f"甲 {ID[:9]}\n    {ID[9:]} 乙\n手机{MOBILE}丙"
    hidden = masked(text)
    assert len(hidden) == len(text)
    assert [len(line) for line in hidden.split("\n")] == [len(line) for line in text.split("\n")]
    assert re.sub(f"[{MASK}]", "", hidden) == "甲 \n     乙\n手机丙"


def test_a_digit_spelt_out_in_escapes_is_masked() -> None:
    spelt = "".join(f"\\u{ord(one):04x}" for one in ID)
    assert set(masked(spelt)) == {MASK}


HOSTILE = [
    "1" * 200_000,
    "1 " * 40_000,
    "1\n" * 40_000,
    "a" * 200_000 + "@",
    "a@" * 100_000,
    "a." * 100_000,
    "姓名 " * 70_000,
    "姓名," * 70_000,
    "姓名,\n" * 50_000,
    "姓名：张、" * 40_000,
    "住址：" + "甲" * 200_000,
    "护照" * 100_000,
    "一" * 200_000,
    "12栋" * 70_000,
    "·" * 200_000,
    "张" * 200_000,
    "E" * 200_000,
    "\n" * 200_000,
    "-" * 200_000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:8]))
def test_a_text_made_to_be_slow_is_not_slow(text: str) -> None:
    begun = time.process_time()
    find(text)
    assert time.process_time() - begun < 5
