"""`integrity explain`: a page for every code, a list of all, and the gallery in docs/codes/ made of the same words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from integrity_cli.checks import KINDS, WORDINGS
from integrity_cli.cli.words import CodeFormat
from integrity_cli.explanations import EXPLANATIONS, FAMILIES
from integrity_cli.lang import Lang, Text, Words
from integrity_cli.rendering.codes.words import TITLES, pattern
from integrity_cli.rendering.formats import CODE_FORMATS, CODE_LISTS
from integrity_cli.sources import Overlay
from integrity_cli.tasks.explain import CODES, explain, explain_all
from integrity_cli.tasks.outcome import CLEAN, USAGE, Manner
from tests.gallery import families, family_page, place
from tests.pages import sections
from tests.test_examples import UPDATING
from tests.tools import ROOT, SAMPLE, InMemory, integrity

NOWHERE = InMemory({})
BY_ID = {code.id: code for code in CODES}


def printed(asked: str, lang: Lang, format_: str = "text") -> str:
    outcome = explain(NOWHERE, asked, format_, Manner(lang))
    assert (outcome.exit_code, outcome.talk) == (CLEAN, ()), asked
    return outcome.data


def flowing(text: str) -> str:
    """A text without the breaks and indents that the width of a page gave it."""
    return re.sub(r"\s+", "", text)


# -- the page of a code


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("code", EXPLANATIONS)
def test_the_page_of_a_code_holds_all_that_is_known_of_it_within_80_cells(code: str, lang: Lang) -> None:
    page = printed(code, lang)
    assert max(map(cell_len, page.split("\n"))) <= 80
    explanation = EXPLANATIONS[code]
    kinds = [kind for kind in WORDINGS if kind.code == code]
    words: list[Words] = [
        pattern(text) for kind in kinds for text in (kind.message, kind.note, kind.help) if text is not None
    ]
    for said in (*words, explanation.why, explanation.basis):
        assert flowing(said.say(lang)) in flowing(page)
    assert all(title.say(lang) in page for name, title in TITLES.items() if name != "help" or BY_ID[code].help)
    assert page.startswith(f"{code} {kinds[0].name}")
    assert f"docs/codes/{code[0]}.{lang}.md#{code.lower()}" in page


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_every_format_shows_the_wrong_lines_and_the_right_ones(code: str) -> None:
    explanation = EXPLANATIONS[code]
    for format_ in CODE_FORMATS:
        page = printed(code, Lang.EN, format_)
        for shown in (explanation.wrong, explanation.right):
            lines = shown.say(Lang.EN) if isinstance(shown, Text) else shown.replace("\t", "→").replace("\x0c", "·")
            if format_ == "json":
                (data,) = json.loads(page)["codes"]
                assert shown in (data["wrong"], data["right"]) or lines in (data["wrong"], data["right"])
            else:
                bare = re.sub(r"^ *\| ", "", page, flags=re.MULTILINE).replace("\\", "")
                assert flowing(lines) in flowing(bare), format_


def test_a_page_is_found_by_its_code_or_its_name_however_they_are_typed() -> None:
    page = printed("Y005", Lang.ZH)
    for asked in ("y005", "duplicate-key", "DUPLICATE-KEY", "Ｙ００５", " Y005 "):
        assert printed(asked, Lang.ZH) == page


def test_a_placeholder_is_shown_by_its_name_and_not_in_braces() -> None:
    assert "缺少 `〈字段〉`（〈名称〉）" in printed("S101", Lang.ZH)
    assert "`<field>` (<label>) is missing" in printed("S101", Lang.EN)
    counted = Text("{n} 天", "{n:day|days}")
    assert [pattern(counted).say(lang) for lang in Lang] == ["〈n〉 天", "<n> days"]


def test_a_tab_and_a_control_character_are_made_visible() -> None:
    assert "→ office: 政策法规科" in printed("Y010", Lang.ZH)
    for format_ in ("text", "markdown"):
        pages = "".join(printed(code, Lang.ZH, format_) for code in EXPLANATIONS)
        assert [one for one in pages if ord(one) < ord(" ") and one != "\n"] == []


def test_colour_changes_no_word() -> None:
    coloured = explain(NOWHERE, "Y005", "text", Manner(Lang.ZH, color=True)).data
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == printed("Y005", Lang.ZH) != coloured


def test_a_code_that_does_not_exist_is_wrong_usage_and_the_nearest_are_named() -> None:
    for asked, nearest in (("Y015x", "Y015 (full-width-colon)"), ("duplicat-key", "Y005 (duplicate-key)")):
        outcome = explain(NOWHERE, asked, "text", Manner(Lang.EN))
        assert (outcome.exit_code, outcome.data) == (USAGE, "")
        assert nearest in outcome.talk[1].say(Lang.EN)
    outcome = explain(NOWHERE, "没有这个", "text", Manner(Lang.ZH))
    assert (outcome.exit_code, outcome.talk[1].say(Lang.ZH)) == (USAGE, "全部代码：integrity explain --list")


# -- the list


@pytest.mark.parametrize("lang", Lang)
def test_the_list_names_every_code_with_name_severity_and_message_within_80_cells(lang: Lang) -> None:
    listed = explain_all(NOWHERE, "text", Manner(lang)).data
    assert max(map(cell_len, listed.split("\n"))) <= 80
    assert re.findall(r"^  ([A-Z]\d{3}) ", listed, re.MULTILINE) == [kind.code for kind in KINDS]
    severities = {"zh": {"error": "错误", "warning": "警告"}, "en": {"error": "error", "warning": "warning"}}[lang]
    for kind in KINDS:
        head = rf"^  {kind.code} {severities[kind.severity]} +{kind.name}  "
        assert re.search(head, listed, re.MULTILINE), kind.code
        assert flowing(pattern(kind.message).say(lang)) in flowing(listed)


@pytest.mark.parametrize("lang", Lang)
def test_every_format_lists_the_same_codes(lang: Lang) -> None:
    for format_ in CODE_LISTS:
        listed = explain_all(NOWHERE, format_, Manner(lang)).data
        assert list(dict.fromkeys(re.findall(r"\b[A-Z]\d{3}\b", listed))) == list(BY_ID), format_
    assert list(CODE_LISTS) == list(CODE_FORMATS) == [one.value for one in CodeFormat]


@pytest.mark.parametrize("letter", dict.fromkeys(code.letter for code in CODES))
def test_the_letter_of_a_family_prints_its_part_of_the_list(letter: str) -> None:
    listed = json.loads(printed(letter.lower(), Lang.EN, "json"))["codes"]
    assert [one["code"] for one in listed] == [code.id for code in CODES if code.letter == letter]


# -- language and command line


def test_the_language_is_the_campaigns_where_none_is_asked_for() -> None:
    path = "records/office/campaign.yaml"
    english = Overlay(SAMPLE, {path: SAMPLE.read(path).replace(b"language: zh", b"language: en")})
    assert SAMPLE.read(path) != english.read(path)
    assert [explain(source, "Y005", "text", Manner()).lang for source in (NOWHERE, english)] == [Lang.ZH, Lang.EN]
    assert explain(english, "Y005", "text", Manner(Lang.ZH)).lang is Lang.ZH
    assert explain(Overlay(SAMPLE, {path: b"\xff"}), "Y005", "text", Manner()).lang is Lang.ZH


def test_it_works_where_there_is_no_campaign(tmp_path: Path) -> None:
    ran = integrity("explain", "y005", "--lang", "en", cwd=tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, printed("Y005", Lang.EN), "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [[], ["Y005", "--list"], ["Y099"], ["--format", "xml"]], ids=" ".join)
def test_wrong_usage_is_told_in_the_language_asked_for(arguments: list[str]) -> None:
    for lang, words in ((Lang.ZH, "[\u4e00-\u9fff]"), (Lang.EN, "^[^\u4e00-\u9fff]+$")):
        ran = integrity("explain", *arguments, "--lang", lang)
        assert (ran.code, ran.out) == (2, "")
        assert re.search(words, ran.err.strip())


# -- families and the gallery


def test_the_families_are_those_of_the_overview() -> None:
    shown = {one.title for one in sections("docs/codes.md")[2:]}
    letters = dict.fromkeys(code.letter for code in CODES)
    assert shown == {f"{one} {FAMILIES[one].name.zh} / {FAMILIES[one].name.en}" for one in letters}


def test_what_a_family_points_at_exists() -> None:
    assert [path for family in FAMILIES.values() for path in family.pages if not (ROOT / path).is_file()] == []


def test_every_placeholder_has_a_chinese_name() -> None:
    texts = [text for kind in WORDINGS for text in (kind.message, kind.note, kind.help) if text is not None]
    said = "".join(pattern(text).say(Lang.ZH) for text in texts)
    assert re.findall(r"〈[^〉\u4e00-\u9fff]*〉", said) == []


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("letter", families())
def test_the_gallery_shows_what_the_program_says(letter: str, lang: Lang) -> None:
    """`INTEGRITY_UPDATE_GOLDEN=1` writes the page anew; read its diff before you keep it."""
    page = family_page(letter, families()[letter], lang)
    if UPDATING:
        place(letter, lang).parent.mkdir(exist_ok=True)
        place(letter, lang).write_text(page, encoding="utf-8", newline="\n")
    assert place(letter, lang).read_text(encoding="utf-8") == page


def test_the_gallery_holds_no_other_page() -> None:
    there = {path.name for path in (ROOT / "docs" / "codes").iterdir()}
    assert there == {place(letter, lang).name for letter in families() for lang in Lang}


def test_the_overview_leads_to_every_page_of_the_gallery() -> None:
    text = (ROOT / "docs" / "codes.md").read_text(encoding="utf-8")
    for letter in families():
        for lang in Lang:
            assert f"](codes/{letter}.{lang}.md)" in text
