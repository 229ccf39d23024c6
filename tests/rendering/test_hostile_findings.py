"""What records and file names may say stays data in every format: no command, no markup, no control character."""

from __future__ import annotations

import html
import json
import os
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt

from integrity_cli.lang import Lang
from integrity_cli.rendering.formats import FINDINGS_FORMATS
from integrity_cli.sources import WorkingTree
from integrity_cli.tasks.outcome import Manner
from integrity_cli.tasks.validate import Asked, validate
from tests.rendering.readers import READERS, commands
from tests.rendering.tools import broken_campaign, one_finding, printed, report_on
from tests.test_examples import written_to

HOSTILE = [
    "::error file=x,line=1::forged",
    "::stop-commands::token",
    "line\n::add-mask::x",
    "line\r\n  ::set-output name=a::b",
    "##[add-mask]x and ##[error]y",
    "%0A::error::x%25 a,b:c",
    "</script><script>alert(1)</script>",
    "]]> <![CDATA[ &amp; &lt;",
    "nul \x00 esc \x1b[31m bell \x07 c1 \x9b31m",
    "not utf-8 \udcff\udc80",
    "no xml \ufffe \uffff",
    "a|b | c `d` ``e``` \\` \\",
    "@team/people and @octocat, a@b",
    "#12 GH-34 !5 ~bug %milestone $1 &2",
    "[text](https://example.org) ![x](y) <https://example.org> https://example.org www.example.org",
    "<img src=x onerror=alert(1)> <!-- <details>",
    "\u202egnp.exe \u2066x\u2069 \ufeff",
    "* a _b_ ~~c~~ **d** # e\n# f\n- g\n> h",
    "`unpaired",
    "```\nfence\n```",
    "a very long " + "词" * 300 + " ::notice::x",
    "x " * 40 + "::error::wrapped",
]
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@pytest.mark.parametrize("said", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("format_", FINDINGS_FORMATS)
def test_hostile_words_and_lines_stay_data(format_: str, said: str) -> None:
    for lang in Lang:
        report = report_on(one_finding(said, line=said.replace("\n", " "), column=3, end=9), summarised=True)
        output = printed(report, format_, lang)
        assert not CONTROLS.search(output)
        output.encode("utf-8")
        assert READERS[format_](output) == [("records/units/water/plan.yaml", 1, 3, "L203")]
        obeyed = [one.name for one in commands(output)]
        assert obeyed == (["error"] if format_ == "github" else [])


@pytest.mark.parametrize("format_", FINDINGS_FORMATS)
@pytest.mark.parametrize("said", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_paths_stay_data(format_: str, said: str) -> None:
    path = f"records/{said}"
    report = report_on(
        one_finding("x", path, line=None), clean=(f"records/clean {said.encode('utf-8', 'replace').decode()}",)
    )
    output = printed(report, format_)
    assert not CONTROLS.search(output)
    assert [one.name for one in commands(output)] == (["error"] if format_ == "github" else [])
    if format_ in {"json", "sarif", "gitlab"}:
        ((told, *_),) = READERS[format_](output)
        assert told == re.sub("[\ud800-\udfff]", "\ufffd", path), "a program gets the path itself"
    else:
        assert len(READERS[format_](output)) == 1


@pytest.mark.parametrize("said", HOSTILE, ids=range(len(HOSTILE)))
def test_markdown_makes_nothing_of_data_but_text_and_code(said: str) -> None:
    """As a CommonMark reader sees it: nothing but the page's own list, bold words, breaks, code and folds."""
    report = report_on(one_finding(said, line=said.replace("\n", " ")), one_finding("x", f"records/{said}"))
    tokens = MarkdownIt("commonmark", {"linkify": False}).enable("strikethrough").parse(printed(report, "markdown"))
    inline = [inner for token in tokens for inner in token.children or ()]
    kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in [*tokens, *inline]}
    assert kinds <= {
        *("heading", "paragraph", "bullet_list", "list_item", "inline", "html_block"),
        *("text", "strong", "code_inline", "html_inline", "softbreak", "text_special"),
    }
    tags = {token.content for token in inline if token.type == "html_inline"}
    assert tags <= {"<br>"}
    for token in tokens:
        if token.type == "html_block":
            assert set(re.findall("<[^>]*>", token.content)) <= {
                *("<details open>", "<details>", "</details>", "<summary>", "</summary>", "<code>", "</code>")
            }
    seen = "".join(token.content for token in inline if token.type in {"text", "text_special"})
    assert not re.search(r"[@#!~%&](?=\w)|://|www\.|GH-\d", seen), "a forge looks for these in the text itself"


def test_a_message_keeps_its_quoted_words_as_code() -> None:
    output = printed(report_on(one_finding("no unit `water_works` here")), "markdown")
    assert "here is no unit `water_works` here<br>" in output


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="file names here are always Unicode")
@pytest.mark.parametrize("format_", FINDINGS_FORMATS)
def test_a_file_name_that_is_no_utf_8_is_told_in_every_format(tmp_path: Path, format_: str) -> None:
    written_to(tmp_path)
    odd = os.fsencode(tmp_path / "records/units/water") + b"/\xff\xfe::error::x.yaml"
    Path(os.fsdecode(odd)).write_bytes(b"a: b\n")
    outcome = validate(WorkingTree(tmp_path), format_, Manner(Lang.EN))
    outcome.data.encode("utf-8")
    places = READERS[format_](outcome.data)
    assert {path for path, *_ in places} == {"records/units/water/\ufffd\ufffd::error::x.yaml"}
    json_places = READERS["json"](validate(WorkingTree(tmp_path), "json", Manner(Lang.EN)).data)
    assert places == json_places
    if format_ == "json":
        assert json.loads(outcome.data)["errors"] == len(places)


@pytest.mark.parametrize("ignore", [(), ("P",)], ids=["told", "not told"])
@pytest.mark.parametrize("format_", FINDINGS_FORMATS)
def test_an_identity_number_in_a_file_name_is_in_no_format(format_: str, ignore: tuple[str, ...]) -> None:
    """Left out of the list it is still masked, as in the clean files that JUnit names."""
    (number,) = {found for path in broken_campaign().paths() for found in re.findall(r"\d{17}[\dX]", path)}
    for lang in Lang:
        outcome = validate(broken_campaign(), format_, Manner(lang), Asked(ignore=ignore, summary_room=100_000))
        said = outcome.data + outcome.summary + "".join(line.say(lang) for line in outcome.talk)
        assert number not in unquote(html.unescape(said))
        assert ("P701" in outcome.data + outcome.summary) == (not ignore)
