"""Rules that invented records keep so that they can be believed. Each rule names what breaks it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations, pairwise
from typing import NamedTuple

from integrity_cli.domain.office import WorkCalendar

NUMERAL = r"[〇零一二三四五六七八九十百千两\d]+"
NUMBER = re.compile(r"(?P<series>示[^〔〕，。、；：\s]*)〔(?P<year>\d{4})〕第?(?P<number>\d+)号")
"""A document or case number: its series, its year, and its place in both."""

REST_WORDS = ("星期六", "星期日", "周末", "休息日", "调休", "放假")
PLACEHOLDERS = re.compile(
    r"某某|某单位|[×xX]{3,}|××|(?<![A-Za-z])(?:XX|xx)(?![A-Za-z])|TODO|(?i:lorem ipsum)|示例文本|(?<![规示模])范文"
)
EMPTY_VALUES = {"待定", "同上", "略"}
LONG = 20
"""Characters of a sentence that two hands do not write alike by chance."""

ALONE = r"(?<![0-9A-Za-z])(?:{})(?![0-9A-Za-z])"
"""Not inside a digest or a longer number."""

PRIVATE = {
    "identity number": ALONE.format(r"\d{17}[\dXx]|\d{15}"),
    "mobile number": ALONE.format(r"1[3-9]\d{9}"),
    "bank card": ALONE.format(r"\d{16,19}"),
    "licence plate": r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]·?[A-Z0-9]{5}(?![A-Z0-9])",
}
PHONE = re.compile(r"(?<![0-9A-Za-z-])(?:0\d{2,3}-)?\d{7,8}(?![0-9A-Za-z])")
FICTIONAL_PHONE = re.compile(r"55\d{6}")
HOST = re.compile(r"(?:https?://|@|\bwww\.)([A-Za-z0-9.-]+)")
WRITES = re.compile(r"\.write|open\([^)]*[\"'][wax]b?[\"']|copy|mkdir|\btee\b|>>?\s*\S*records")


class Said(NamedTuple):
    """A text and where it stands."""

    place: str
    text: str


class Dated(NamedTuple):
    """Something done on a day, and what is said of it."""

    place: str
    day: date
    words: str


class Numbered(NamedTuple):
    """A document or case number and the day on which it was given or closed."""

    place: str
    number: str
    day: date


# -- words


def digitless(text: str) -> str:
    """A text with every numeral, Arabic or Chinese, made the same."""
    return re.sub(NUMERAL, "#", text)


def alike(said: Iterable[Said], form: Callable[[str], str], allowed: Collection[frozenset[str]] = ()) -> list[str]:
    """Texts that have the same form in two places, but for the pairs of places allowed."""
    by_form: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_form[form(one.text)].append(one)
    return [
        f"{first.place}, {second.place}: {first.text}"
        for same in by_form.values()
        for first, second in combinations(same, 2)
        if frozenset({first.place, second.place}) not in allowed
    ]


def sentences(text: str) -> Iterator[str]:
    """The long Chinese sentences of a text."""
    for one in re.split(r"[。！？；\n]", text):
        if len(one.strip()) >= LONG and re.search("[\u4e00-\u9fff]", one):
            yield one.strip()


def said_twice(by_unit: Mapping[str, Iterable[str]], quoted: Collection[str] = ()) -> list[str]:
    """Long sentences that stand in the records of two units, whatever their figures, and are no quotation."""
    units: dict[str, set[str]] = defaultdict(set)
    for unit, texts in by_unit.items():
        for text in texts:
            for one in sentences(text):
                if one not in quoted:
                    units[digitless(one)].add(unit)
    return [f"{', '.join(sorted(found))}: {one}" for one, found in units.items() if len(found) > 1]


def placeholders(said: Iterable[Said], meant: Collection[str] = ()) -> list[str]:
    """Words that stand where a real one should, but for phrases that mean what they say."""
    found = []
    for one in said:
        text = one.text
        for phrase in meant:
            text = text.replace(phrase, "")
        if text.strip() in EMPTY_VALUES or PLACEHOLDERS.search(text):
            found.append(f"{one.place}: {one.text.strip()[:60]}")
    return found


# -- days


def on_rest_days(dated: Iterable[Dated], calendar: WorkCalendar) -> list[str]:
    """Work on a day of rest that does not say so; before the calendar begins, its weekday decides."""
    return [
        f"{one.place}: {one.day}"
        for one in dated
        if not calendar.is_working(one.day) and not any(word in one.words for word in REST_WORDS)
    ]


# -- numbers


def numbers_out_of_order(papers: Iterable[Numbered], same_paper: Collection[frozenset[str]] = ()) -> list[str]:
    """Numbers of one series that do not rise with their days, are given twice, or belong to another year."""
    found = []
    series: dict[tuple[str, str], list[tuple[int, date, str]]] = defaultdict(list)
    for one in papers:
        match = NUMBER.fullmatch(one.number)
        if match is None:
            found.append(f"{one.place}: {one.number} is no number")
        elif int(match["year"]) != one.day.year:
            found.append(f"{one.place}: {one.number} on {one.day}")
        else:
            series[match["series"], match["year"]].append((int(match["number"]), one.day, one.place))
    for (name, year), given in series.items():
        for (number, day, place), (next_number, next_day, next_place) in pairwise(sorted(given)):
            twice = number == next_number and frozenset({place, next_place}) not in same_paper
            if twice or day > next_day:
                found.append(f"{place}, {next_place}: {name}〔{year}〕{number}, {next_number} on {day}, {next_day}")
    return found


def case_numbers_amiss(closed: Iterable[Numbered]) -> list[str]:
    """Case numbers given twice, or of neither the year of closing nor the year before.

    A number is given when a case is opened, so numbers need not rise with the days of closing.
    """
    found, seen = [], set()
    for one in closed:
        match = NUMBER.fullmatch(one.number)
        if match is None:
            found.append(f"{one.place}: {one.number} is no number")
            continue
        if match.groups() in seen:
            found.append(f"{one.place}: {one.number} given twice")
        if not 0 <= one.day.year - int(match["year"]) <= 1:
            found.append(f"{one.place}: {one.number} closed on {one.day}")
        seen.add(match.groups())
    return found


def numbers_of(text: str) -> Iterator[tuple[str, ...]]:
    """The full document and case numbers that a text cites."""
    for match in NUMBER.finditer(text):
        yield match.groups()


def numbers_unknown(said: Iterable[Said], known: Collection[str]) -> list[str]:
    """Numbers cited that no record and no paper listed bears."""
    held = {number for one in known for number in numbers_of(one)}
    return [
        f"{one.place}: {match.group()}"
        for one in said
        for match in NUMBER.finditer(one.text)
        if match.groups() not in held
    ]


# -- nothing private, nothing real


def private(said: Iterable[Said]) -> list[str]:
    """Identity numbers, mobile numbers, bank cards and plates; the finding never repeats them."""
    return [f"{one.place}: {name}" for one in said for name, form in PRIVATE.items() if re.search(form, one.text)]


def reachable(said: Iterable[Said]) -> list[str]:
    """Phones that are not of the fictional form, and hosts outside example.org."""
    found = []
    for one in said:
        found += [f"{one.place}: {no}" for no in PHONE.findall(one.text) if not FICTIONAL_PHONE.fullmatch(no)]
        found += [f"{one.place}: {host}" for host in HOST.findall(one.text) if not f".{host}".endswith(".example.org")]
    return found


def writers_of_records(scripts: Iterable[Said]) -> list[str]:
    """Lines of scripts that write where records stand."""
    return [
        f"{one.place}: {line.strip()}"
        for one in scripts
        for line in one.text.splitlines()
        if "records" in line and WRITES.search(line)
    ]
