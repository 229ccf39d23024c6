"""Help and complaints about a command line: in the language asked for, on any console, within 80 cells."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from tests.tools import integrity

PAGES = [[], *([command] for command in re.findall(r"^  ([a-z]+) ", integrity("--help").out, re.MULTILINE))]
CLICKS_OWN = re.compile(
    r"Usage|Options|Arguments|Commands|Show this|default|No such|Missing|Invalid|Got unexpected|Try "
)
CHINESE = re.compile("[\u4e00-\u9fff]")

COMPLAINTS = [
    (["--bogus"], "没有选项 --bogus", "there is no option --bogus"),
    (["scor"], "没有命令 scor，拼写最接近的是 score", "there is no command scor; the nearest spelling is score"),
    (
        ["score", "--al"],
        "没有选项 --al，拼写最接近的是 --all",
        "there is no option --al; the nearest spelling is --all",
    ),
    (
        ["score", "--format", "xml"],
        "--format 的值是这几个之一：text、json",
        "the value of --format is one of text, json",
    ),
    (["show"], "缺少 ENTRY", "ENTRY is missing"),
    (["validate", "--root"], "选项 --root 后面缺一个值", "the option --root needs a value"),
    (["score", "--all=3"], "选项 --all 后面不带值", "the option --all takes no value"),
    (["validate", "甲", "b"], "多写了 甲 b", "甲 b is more than this command takes"),
    (["score"], "写一个单位编号，或用 --all", "name a unit, or use --all"),
    (["validate", "--root", "没有"], "没有这个文件夹：没有", "no such folder: 没有"),
]


def shown(*arguments: str, lang: str) -> tuple[int, str, str]:
    ran = integrity(*arguments, INTEGRITY_LANG=lang, COLUMNS="80")
    return ran.code, ran.out, ran.err


def test_there_are_pages_of_every_command() -> None:
    assert ["validate"] in PAGES
    assert ["report"] in PAGES


@pytest.mark.parametrize("command", PAGES, ids=" ".join)
def test_a_help_page_speaks_one_language_within_80_cells(command: list[str]) -> None:
    for lang in ("zh", "en"):
        code, page, talk = shown(*command, "--help", lang=lang)
        assert (code, talk) == (0, "")
        assert max(map(cell_len, page.splitlines())) <= 80
        assert (CLICKS_OWN.search(page) is None) if lang == "zh" else (CHINESE.search(page) is None), page


def test_a_help_page_names_every_option_with_what_it_takes() -> None:
    _, page, _ = shown("score", "--help", lang="en")
    assert page.splitlines()[0] == "Usage: integrity score [options] [UNIT]"
    assert "--format text|json|markdown" in page
    assert re.search(r"^  -h, --help +Show this page\.$", page, re.MULTILINE)
    assert re.search(r"^  \[UNIT\] +The unit's id", page, re.MULTILINE)


@pytest.mark.parametrize("arguments", [["--lang", "en", "score", "--help"], ["score", "--help", "--lang", "en"]])
def test_the_language_may_stand_before_or_behind_the_command(arguments: list[str]) -> None:
    assert integrity(*arguments).out.startswith("Usage: integrity score")
    assert "nothing found" in integrity("--lang", "en", "validate").out


def test_no_command_shows_the_help_and_is_wrong_usage() -> None:
    code, page, _ = shown(lang="zh")
    assert (code, page.splitlines()[0]) == (2, "用法：integrity [选项] 命令 ...")


@pytest.mark.parametrize(("arguments", "chinese", "english"), COMPLAINTS, ids=[" ".join(one[0]) for one in COMPLAINTS])
def test_a_complaint_is_told_in_the_language_asked_for(arguments: list[str], chinese: str, english: str) -> None:
    for lang, words in (("zh", chinese), ("en", english)):
        code, out, talk = shown(*arguments, lang=lang)
        assert (code, out) == (2, "")
        assert words in talk.splitlines()[0]
        assert lang == "en" or CLICKS_OWN.search(talk) is None


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb18030"])
def test_a_chinese_console_shows_chinese(encoding: str) -> None:
    ran = integrity("validate", "--help", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (ran.code, ran.err) == (0, "")
    assert "用法" in ran.out
    assert "用法" in integrity("scor", PYTHONIOENCODING=encoding, PYTHONUTF8="0").err


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("arguments", [["--help"], ["scor"], ["validate"]], ids=" ".join)
def test_a_console_without_chinese_says_how_to_get_english(encoding: str, arguments: list[str]) -> None:
    ran = integrity(*arguments, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert ran.code == (2 if arguments == ["scor"] else 0)
    assert (
        ran.err.splitlines()[0] == f"this console ({encoding}) cannot show Chinese: say --lang en, or set PYTHONUTF8=1"
    )
    asked = integrity(*arguments, "--lang", "en", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert "cannot show" not in asked.err
    assert "?" not in asked.out + asked.err
