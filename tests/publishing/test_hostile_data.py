"""Whatever a record says comes out as text, and what is not to be published does not come out at all."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from integrity_cli.publishing.typesetting import markdown
from integrity_cli.reading.loader import load
from integrity_cli.sources import Overlay
from tests.publishing.tools import SMALL, Site, page, read, sample, site_of
from tests.tools import SAMPLE

HOSTILE = [
    "<script>alert(1)</script>",
    "</title></style></data><b onclick=alert(1)>x",
    "\"><svg onload=alert(1)> ' onmouseover='x",
    "[x](javascript:alert(1)) ![x](data:x) <javascript:alert(1)> <https://evil.example.org>",
    "a | b || c *d* **e** _f_ ~~g~~ `h` $i$ \\",
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "{{ 7*7 }} {% raw %} {# x #}",
    "&lt;b&gt; &amp;",
    "line one\nline two\n\n---\n\n# three",
]
CALM = "平常的文字"
RECEIPT = "示法备〔2014〕1号"
CALM_PROSE = "平常的文字\n第二行"

LINES = {
    "records/office/campaign.yaml": {"name", "name_en", "organiser", "organiser_en"},
    "records/office/register.yaml": {"name", "name_en", "peer_group"},
    "records/units/water/profile.yaml": {"office", "phone", "mailbox"},
    "records/units/water/evidence.yaml": {"title"},
    "records/office/decisions/water.yaml": {"basis"},
    "rubric.yaml": {"edition"},
}
PROSE = {
    "records/office/campaign.yaml": {"statement", "statement_en"},
    "records/office/reviews/water/r01.yaml": {"reason"},
    "records/office/decisions/water.yaml": {"reason", "summary"},
    "records/units/water/self_report.yaml": {"statement"},
    "rubric.yaml": {"zh", "en"},
}
"""Every free text that a page shows, by its file and key; what is a line cannot hold a line end."""

VETOED: dict[str, list[dict[str, str]]] = {
    "findings": [
        {
            "id": "unqualified",
            "finding": "unqualified_enforcement",
            "found_on": "2015-02-13",
            "basis": "现场查看记录",
            "summary": "一人无证执法。",
        }
    ],
    "vetoes": [
        {
            "veto": "V2",
            "finding": "unqualified",
            "decided_on": "2015-02-26",
            "basis": "通知第二条",
            "heard_on": "2015-02-25",
            "reason": "属实。",
        }
    ],
}
"""A veto that acts, so that its basis and its reason are on the page."""


def with_text(text: str) -> Overlay:
    """The small campaign with one text in all these places, written as JSON, which is YAML too."""
    files: dict[str, bytes] = {}
    for path in LINES.keys() | PROSE.keys():
        keys = PROSE.get(path, set()) | (LINES.get(path, set()) if "\n" not in text else set())
        data = yaml.load(SMALL.read(path), yaml.BaseLoader)  # noqa: S506 - it makes nothing but text
        changed = replaced(data, keys, text)
        if isinstance(changed, dict) and "grades" in data:
            changed["grades"] = data["grades"]  # bars and vetoes go by these names
        files[path] = json.dumps(changed, ensure_ascii=False).encode("utf-8")
    if "\n" not in text:
        # A receipt number is given once, so only one of them can be this text.
        receipts = (
            SMALL.read("records/office/filings.yaml")
            .decode("utf-8")
            .replace(RECEIPT, json.dumps(text, ensure_ascii=False))
        )
        files["records/office/filings.yaml"] = receipts.encode("utf-8")
    return Overlay(SMALL, files)


def replaced(value: Any, keys: set[str], text: str, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: replaced(one, keys, text, name) for name, one in value.items()}
    if isinstance(value, list):
        return [replaced(one, keys, text, key) for one in value]
    return text if key in keys else value


@cache
def site_with(text: str) -> Site:
    site = site_of(with_text(text))
    assert [card.state for card in site.cards] == ["final", "not_applied"], site.campaign.findings
    return site


def skeleton(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """The tags of a page with the names of their attributes; a chart's label may take more lines or fewer."""
    return [(tag, tuple(sorted(attributes))) for tag, attributes in read(html).tags if tag != "text"]


def tokens(text: str) -> tuple[list[str], str]:
    """What a Markdown reader makes of a twin: its kinds of token in order, and its text."""
    parsed = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    flat = [inner for token in parsed for inner in (token, *(token.children or ()))]
    return [token.type for token in flat], "\n".join(token.content for token in flat if token.type == "text")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_page_keeps_its_structure_whatever_the_records_say(text: str) -> None:
    calm, hostile = site_with(CALM if "\n" not in text else CALM_PROSE), site_with(text)
    assert hostile.html.keys() == calm.html.keys()
    for path, html in hostile.html.items():
        assert skeleton(html) == skeleton(calm.html[path]), path


@pytest.mark.parametrize("text", HOSTILE)
def test_a_page_shows_the_text_itself(text: str) -> None:
    for path in ("units/water.html", "en/units/water.html"):
        assert read(site_with(text).html[path]).text.count(text) >= 10, path


@pytest.mark.parametrize("text", HOSTILE)
def test_a_twin_keeps_its_structure_and_shows_the_text_itself(text: str) -> None:
    calm, hostile = site_with(CALM if "\n" not in text else CALM_PROSE), site_with(text)
    for path, written in hostile.markdown.items():
        kinds, shown = tokens(written)
        assert kinds == tokens(calm.markdown[path])[0], path
        if "units/water" in path:
            assert shown.count(" ".join(text.split())) >= 10, path


@pytest.mark.parametrize("character", "\u202e\u2066\u200b\x07")
def test_a_character_that_turns_or_hides_text_is_refused_before_there_is_a_page(character: str) -> None:
    found = load(with_text(f"abc{character}cba")).findings
    assert {finding.code for finding in found} == {"Y002"}


@pytest.mark.parametrize("text", HOSTILE)
def test_links_stay_the_sites_own(text: str) -> None:
    calm, hostile = site_with(CALM if "\n" not in text else CALM_PROSE), site_with(text)
    for path, html in hostile.html.items():
        assert read(html).values("href") == read(calm.html[path]).values("href"), path


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1.00", "1.00"),
        ("2014-11-30", "2014-11-30"),
        ("示法监备〔2014〕3号", "示法监备〔2014〕3号"),
        ("self-report (late)", "self-report (late)"),
        ("a|b", "a\\|b"),
        ("[x](y)", "\\[x\\](y)"),
        ("- x", "\\- x"),
        ("12) x", "12\\) x"),
        ("a\n\n b", "a b"),
        ("{{ x }}", "\\{\\{ x \\}\\}"),
    ],
)
def test_markdown_escapes_what_is_markup_and_leaves_the_rest(text: str, escaped: str) -> None:
    assert markdown(text) == escaped


def test_a_sealed_entry_shows_its_id_kind_neutral_title_and_mark_only() -> None:
    for folder, kind, mark in (("", "制度文件", "封存"), ("en/", "document", "sealed")):
        cells = page("sample", f"{folder}units/urban-management.html").cells["E-043"]
        assert cells == ["E-043", kind, "内部监督处理材料一件", "—", mark]
        twin = sample().markdown[f"{folder}units/urban-management.md"]
        assert f"| E-043 | {kind} | 内部监督处理材料一件 | — | **{mark}** |  |\n" in twin


def test_a_sealed_entry_keeps_its_address_note_and_day_to_itself() -> None:
    path = "records/units/urban-management/evidence.yaml"
    text = SAMPLE.read(path).decode("utf-8")
    sealed = (
        "disclosure: sealed\n    url: http://sealed.example.org/x\n    note: 封存件的备注\n    doc_no: 内〔2015〕99号"
    )
    assert text.count("disclosure: sealed") == 1
    text = text.replace(
        "happened_on: 2015-01-22\n    subject: other\n    disclosure: sealed",
        "happened_on: 2014-11-08\n    subject: other\n    " + sealed,
    )
    assert "sealed.example.org" in text
    site = site_of(Overlay(SAMPLE, {path: text.encode("utf-8")}))
    for place, content in site.files.items():
        for told in ("sealed.example.org", "封存件的备注", "内〔2015〕99号", "2014-11-08", "监察室保密柜"):
            assert told not in content.decode("utf-8"), (place, told)


def withheld() -> set[str]:
    """What no page may hold: accounts, notes, where originals are, seals, attachments, reasons for withdrawal."""
    told: set[str | None] = set()
    for dossier in sample().campaign.dossiers:
        told |= set(dossier.unit.accounts)
        for one in dossier.ledger:
            original = one.entry.original
            told |= {one.entry.note, one.entry.seal, one.entry.attachment, one.entry.sha256}
            told |= {original.where if original else None}
            told |= {one.entry.withdrawn.reason if one.entry.withdrawn else None}
        told |= {entry.reason for by in dossier.reviews for entry in by.review.entries}
        told |= {dossier.profile.address if dossier.profile else None}
    return {text for text in told if text and not any(text in said for said in published())}


def published() -> set[str]:
    """Prose that is published as it is written, and may happen to name the same binder."""
    dossiers = sample().campaign.dossiers
    told = {mark.reason for dossier in dossiers for by in dossier.reviews for mark in by.review.marks}
    told |= {one.standard for dossier in dossiers if dossier.plan for one in dossier.plan.own_standards}
    told |= {one.entry.title for dossier in dossiers for one in dossier.ledger}
    return told | {one.reason for dossier in dossiers if dossier.decisions for one in dossier.decisions.openings}


def test_what_is_not_to_be_published_is_nowhere_in_the_site() -> None:
    assert len(withheld()) > 50
    for path, content in sample().files.items():
        text = content.decode("utf-8")
        for told in withheld():
            assert told not in text, (path, told)


def test_the_published_office_contact_is_there() -> None:
    written = [dossier for dossier in sample().campaign.dossiers if dossier.profile]
    assert len(written) > 12
    for dossier in written:
        assert dossier.profile
        contact = dossier.profile.contact
        assert contact
        for folder in ("", "en/"):
            text = page("sample", f"{folder}units/{dossier.unit.id}.html").text
            assert contact.office in text
            assert contact.phone in text
