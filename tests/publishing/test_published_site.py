"""Which files a site has, that they are the same everywhere, and what the data says of its origin."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from integrity_cli.domain.canonical import canonical_json
from integrity_cli.lang import Lang
from integrity_cli.publishing import TemplateBroken, publish
from integrity_cli.scoring.data import as_data
from integrity_cli.sources import Overlay
from tests.publishing.tools import PAGES, SMALL, TWINS, Site, folder_files, sample, site_of, small
from tests.tools import ROOT, SAMPLE

BOTH = pytest.mark.parametrize("made", [sample, small])
DIGESTS = """
import hashlib
from tests.publishing.tools import small
print(*(hashlib.sha256(content).hexdigest() for content in small().files.values()))
"""


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_the_site_holds_these_files_and_no_others() -> None:
    units = [f"units/{unit}.{suffix}" for unit in sample().campaign.by_unit for suffix in ("html", "md")]
    chinese = [*(f"{name}.html" for name in PAGES), *(f"{name}.md" for name in TWINS), *units]
    english = [f"en/{path}" for path in chinese]
    data = ["data/manifest.txt", "data/scores.csv", "data/scores.json"]
    assert list(sample().files) == sorted([*chinese, *english, *data])


@BOTH
def test_files_are_utf_8_with_lf_and_know_no_place_on_this_machine(made: Callable[[], Site]) -> None:
    site = made()
    for path, content in site.files.items():
        text = content.decode("utf-8")
        if path.endswith(".csv"):  # a spreadsheet on Windows expects a mark and CRLF
            assert text.startswith("\ufeff"), path
            text = text.removeprefix("\ufeff").replace("\r\n", "\n")
        assert "\r" not in text, path
        assert not text.startswith("\ufeff"), path
        assert text.endswith("\n"), path
        assert not text.endswith("\n\n"), path
        assert str(ROOT) not in text, path
        assert str(Path.home()) not in text or str(Path.home()) == "/", path


def test_two_builds_give_the_same_bytes() -> None:
    assert site_of(SAMPLE).files == sample().files


def test_another_hash_seed_time_zone_locale_and_folder_give_the_same_bytes(tmp_path: Path) -> None:
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "America/Lima", "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}
    told = subprocess.run(
        [sys.executable, "-c", DIGESTS],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), **elsewhere},
        capture_output=True,
        check=True,
        text=True,
    )
    assert told.stdout.split() == [digest(content) for content in small().files.values()]


def test_the_order_of_units_does_not_reach_the_data() -> None:
    turned = publish(sample().campaign, sample().cards[::-1])
    assert turned["data/scores.json"] == sample().files["data/scores.json"]


@BOTH
def test_scores_json_is_canonical_and_names_digests_but_no_commit(made: Callable[[], Site]) -> None:
    site = made()
    scores = site.scores
    assert site.files["data/scores.json"] == canonical_json(scores)
    assert {key: value for key, value in scores.items() if key not in {"counts", "duties", "units"}} == {
        "format": "integrity-scores/1",
        "campaign": site.campaign.terms.name if site.campaign.terms else None,
        "rubric_edition": site.campaign.rubric.edition if site.campaign.rubric else None,
        "rubric_sha256": digest(site.campaign.source.read("rubric.yaml")),
        "manifest_sha256": digest(site.files["data/manifest.txt"]),
        "preview": "yes",
        "depth": "full",
    }
    added = {"rank", "zero_total", "entries", "case_files"}
    assert [{key: value for key, value in unit.items() if key not in added} for unit in scores["units"]] == [
        as_data(card) for card in sorted(site.cards, key=lambda card: card.unit)
    ]


def test_the_manifest_lists_every_record_that_was_read() -> None:
    lines = sample().files["data/manifest.txt"].decode("utf-8").splitlines()
    assert lines == [f"{digest(SAMPLE.read(path))}  {path}" for path in sorted(sample().campaign.read)]


def test_without_a_rubric_of_its_own_the_manifest_lists_the_campaigns_files_only() -> None:
    campaign = Overlay(SAMPLE, {"rubric.yaml": None})
    site = site_of(campaign)
    assert "rubric.yaml" not in site.files["data/manifest.txt"].decode("utf-8")
    assert site.scores["rubric_sha256"] == digest(SAMPLE.read("rubric.yaml"))


@BOTH
def test_the_data_page_names_the_files_with_their_digests(made: Callable[[], Site]) -> None:
    site = made()
    for path in ("data.html", "en/data.html"):
        for file in ("data/scores.json", "data/scores.csv", "data/manifest.txt"):
            assert digest(site.files[file]) in site.html[path]
        assert site.scores["rubric_sha256"] in site.html[path]


@BOTH
def test_every_page_says_that_it_is_a_preview_and_whose_points_these_are(made: Callable[[], Site]) -> None:
    site = made()
    terms, rubric = site.campaign.terms, site.campaign.rubric
    assert terms
    assert rubric
    for path, text in (site.html | site.markdown).items():
        english = path.startswith("en/")
        assert ("Preview" if english else "预览") in text, path
        for words in (
            (terms.statement_en if english else terms.statement) or terms.statement or "",
            (terms.organiser_en if english else terms.organiser) or terms.organiser,
            rubric.proposal.en if english else rubric.proposal.zh,
            rubric.edition,
        ):
            assert words.replace("'", "&#39;") in text or words in text, (path, words)
        if english:
            assert "translation for reference" in text, path


def test_a_campaign_without_templates_gets_those_of_the_program() -> None:
    without = {path: None for path in SAMPLE.paths() if path.startswith("templates/")}
    assert without
    assert site_of(Overlay(SAMPLE, without)).files == sample().files


def test_a_campaigns_own_template_is_used_even_when_written_by_notepad() -> None:
    lines = ['\ufeff{% extends "base.html.j2" %}', "{% block content %}", "<h1>本局自用</h1>", "{% endblock %}", ""]
    own = "\r\n".join(lines)
    files = site_of(Overlay(SMALL, {"templates/404.html.j2": own.encode("utf-8")})).files
    assert "本局自用" in files["404.html"].decode("utf-8")
    assert "\r" not in files["404.html"].decode("utf-8")
    assert files["index.html"] == small().files["index.html"]


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("404.html.j2", b"one\n{% if %}\n", "第 2 行"),
        ("404.html.j2", b"one\n\n{{ frame.campagin }}\n", "第 3 行"),
        ("404.html.j2", b"{{ frame.nav }}\n", "第 1 行"),
        ("404.html.j2", b"{{ frame.__class__ }}\n", "第 1 行"),
        ("404.html.j2", b"{{ 1 // 0 }}\n", "第 1 行"),
        ("404.html.j2", b"\n{% include '../rubric.yaml' %}\n", "第 2 行"),
        ("404.html.j2", b"{% include '/etc/hostname' %}\n", "第 1 行"),
        ("404.html.j2", "{{ t.missing }} 编码".encode("gbk"), "第 1 行"),
        ("macros.html.j2", b"{% macro named(one) %}{{ one.txt }}{% endmacro %}\n", "第 1 行"),
        ("style.css", b"p { color: red }</STYLE ><b>\n", "第 1 行"),
        ("script.js", b"/* </ScRiPt> */\n", "第 1 行"),
    ],
)
def test_a_mistake_in_a_campaigns_template_is_told_with_its_place(name: str, content: bytes, place: str) -> None:
    with pytest.raises(TemplateBroken) as broken:
        site_of(Overlay(SMALL, {f"templates/{name}": content}))
    chinese, english = broken.value.words.say(Lang.ZH), broken.value.words.say(Lang.EN)
    assert f"templates/{name}" in chinese
    assert place in chinese
    assert f"templates/{name}" in english


def test_nothing_that_changes_from_run_to_run_is_at_hand_in_a_template() -> None:
    for asked in (b"{{ lipsum() }}", b"{{ 'ab' | random }}"):
        with pytest.raises(TemplateBroken):
            site_of(Overlay(SMALL, {"templates/404.html.j2": asked}))


def test_publishing_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    site_of(SMALL)
    assert folder_files(tmp_path) == {}
