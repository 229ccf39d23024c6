"""Numbers that name one person: each known by its form and, where it has one, by its check digit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from integrity_cli.privacy.base import Datum, stands_after
from integrity_cli.privacy.digits import Group, is_inside_digest, is_numbered, runs, spans, touches_letter

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_IDENTITY_LABELS = ("身份证", "身份号码", "证件号", "idcard", "id card", "id no", "sfz")
_PROVINCES = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|99")
"""Where old numbers were issued; 99 is no place, and what invented numbers begin with."""

_EARLIEST, _LATEST = 1800, 2099
_NEW_LENGTH, _OLD_LENGTH, _MOBILE_LENGTH = 18, 15, 11
_SHORTEST_CARD, _LONGEST_CARD = 16, 19

_MOBILE = re.compile("1[3-9][0-9]{9}")
_MOBILE_GROUPS = {(11,), (3, 4, 4), (3, 8), (7, 4), (4, 3, 4), (3, 3, 5), (4, 4, 3)}
_COUNTRY = {"86", "086", "0086"}
_FUSED = re.compile("(?:0{0,2}86)(1[3-9][0-9]{9})")
_PHONE_WORDS = re.compile(r"(?:tel|phone|mobile|mob|shouji|sj|dianhua|dh|wechat|weixin|wx)\Z", re.IGNORECASE)

_CARD_LABELS = ("银行卡", "卡号", "账号", "帐号", "开户", "储蓄卡", "信用卡", "card no", "card number")
_UNION_PAY = re.compile("62[0-9]{14,17}|955[89][0-9]{12,15}")
_OTHER_CARD = re.compile("(?:4|5[1-5]|35)[0-9]{14,15}")


def identity_numbers(text: str) -> Iterator[Datum]:
    """Resident identity numbers (GB 11643): region, day of birth, order, check digit.

    The region is not looked up: the list changes, and a number without it would be let through. A label such as
    身份证 stands for the check digit where one was mistyped, and for the eighteen where the form is the old one.
    """
    for groups in runs(text):
        for first, after, digits in spans(groups, _OLD_LENGTH, _NEW_LENGTH):
            start, end = groups[first].start, groups[after - 1].end
            if not _is_identity(digits) or is_inside_digest(text, start, end):
                continue
            if _has_check_digit(digits) or stands_after(text, start, _IDENTITY_LABELS, within=12):
                yield Datum("identity_number", start, end)


def old_identity_numbers(text: str) -> Iterator[Datum]:
    """Fifteen digits in the form of the identity numbers issued up to 1999, which had no check digit."""
    for groups in runs(text):
        for first, after, digits in spans(groups, _OLD_LENGTH, _OLD_LENGTH):
            start, end = groups[first].start, groups[after - 1].end
            sizes = tuple(len(group.digits) for group in groups[first:after])
            if sizes not in {(15,), (6, 6, 3)} or not _is_old_identity(digits):
                continue
            if _stands_alone(groups, first, after) and not _is_marked(text, start, end):
                yield Datum("old_identity_number", start, end)


def mobile_numbers(text: str) -> Iterator[Datum]:
    """Mobile numbers of the mainland, with or without the country's code, in one piece or in groups."""
    for groups in runs(text):
        for first, after, digits in spans(groups, _MOBILE_LENGTH, _MOBILE_LENGTH + 4):
            number = _FUSED.fullmatch(digits) if after - first == 1 else None
            begins = first + (groups[first].digits in _COUNTRY and after - first > 1)
            if number is None and not _is_mobile(groups[begins:after]):
                continue
            start, end = groups[first].start, groups[after - 1].end
            if _stands_alone(groups, first, after) and _is_no_part(text, start, end):
                yield Datum("mobile_number", start, end)


def bank_cards(text: str) -> Iterator[Datum]:
    """Numbers of bank cards: a known beginning and Luhn's check digit.

    Beginnings that regions and years share with cards count only in groups of four or after a label.
    """
    for groups in runs(text):
        for first, after, digits in spans(groups, _SHORTEST_CARD, _LONGEST_CARD):
            sizes = [len(group.digits) for group in groups[first:after]]
            grouped = set(sizes[:-1]) == {4}
            if not (grouped or len(sizes) == 1) or not digits.isdigit() or not _has_luhn(digits):
                continue
            start, end = groups[first].start, groups[after - 1].end
            said = grouped or stands_after(text, start, _CARD_LABELS, within=12)
            of_union_pay = _UNION_PAY.fullmatch(digits) and (said or not _is_day(digits[6:14]))
            known = of_union_pay or (said and _OTHER_CARD.fullmatch(digits))
            if known and _stands_alone(groups, first, after) and not _is_marked(text, start, end):
                yield Datum("bank_card", start, end)


def _is_marked(text: str, start: int, end: int) -> bool:
    """Whether what stands around digits says that they are something else: an identifier, a document's number."""
    return touches_letter(text, start, end) or is_numbered(text, start, end)


def _is_identity(digits: str) -> bool:
    """Region, day and order, in the new form or the old; the check digit is another matter."""
    if len(digits) == _OLD_LENGTH:
        return _is_old_identity(digits)
    return len(digits) == _NEW_LENGTH and digits[:17].isdigit() and digits[0] != "0" and _is_day(digits[6:14])


def _is_old_identity(digits: str) -> bool:
    return (
        len(digits) == _OLD_LENGTH
        and digits.isdigit()
        and _PROVINCES.match(digits) is not None
        and digits[2:6] != "0000"
        and _is_day(f"19{digits[6:12]}")
    )


def _is_day(digits: str) -> bool:
    if not digits.isdigit() or not _EARLIEST <= int(digits[:4]) <= _LATEST:
        return False
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def _has_check_digit(number: str) -> bool:
    if len(number) != _NEW_LENGTH or not number[:17].isdigit():
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True))
    return _CHECKS[total % 11] == number[17]


def _has_luhn(number: str) -> bool:
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in number[-2::-2])
    return (sum(map(int, number[-1::-2])) + sum(doubled)) % 10 == 0


def _is_mobile(groups: list[Group]) -> bool:
    return (
        tuple(len(group.digits) for group in groups) in _MOBILE_GROUPS
        and _MOBILE.fullmatch("".join(group.digits for group in groups)) is not None
        and len({group.gap for group in groups[1:]}) <= 1
        and all("\n" not in group.gap and "/" not in group.gap for group in groups)
    )


def _is_no_part(text: str, start: int, end: int) -> bool:
    """Whether digits are a number by themselves: no part of an identifier, no amount, no document's number."""
    before = text[max(0, start - 8) : start]
    fused = re.match("[A-Za-z]", text[end : end + 1]) or (
        re.search(r"[A-Za-z]\Z", before) and not _PHONE_WORDS.search(before)
    )
    return not fused and re.match(" ?[元万亿%]", text[end : end + 2]) is None and not is_numbered(text, start, end)


def _stands_alone(groups: list[Group], first: int, after: int) -> bool:
    """Whether no other digits are tied to these by a dash, a dot or a stroke; a line or a blank does not tie."""
    gaps = [groups[first].gap if first else "", groups[after].gap if after < len(groups) else ""]
    return not any(set(gap) & set("-._/·") and "\n" not in gap for gap in gaps)
