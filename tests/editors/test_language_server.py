"""The committed schemas in the language server that VS Code and others use, asked as an editor asks it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import Any

import pytest

import dev
from integrity_cli.lang import Lang
from integrity_cli.reading import layout
from integrity_cli.reading.raw_text import raw_text
from integrity_cli.sources import Overlay
from integrity_cli.tasks.outcome import Manner
from integrity_cli.tasks.validate import validate
from tests.editors.language_server import LanguageServer
from tests.test_examples import SMALL
from tests.tools import ROOT, SAMPLE

LEDGER = "records/units/water/evidence.yaml"
PLAN = "records/units/water/plan.yaml"
REVIEW = "records/office/reviews/water/r01.yaml"
RUBRIC = "rubric.yaml"
ENTRY = """entries:
  - id: E-001
    kind: training
    title: 行政处罚法专题培训
    happened_on: 2014-12-04
    topic: law
    audience: officers
    hours: 4
    people: 82
"""
_numbers = count(1)


def elsewhere(path: str) -> str:
    """Another file that is the same kind of record; the server keeps what it has read of one."""
    return f"u{next(_numbers)}/{path}"


def asked(server: LanguageServer, what: str, path: str, text: str) -> Any:
    """What the server answers where the bar stands in a text."""
    before, after = text.split("|")
    line, character = before.count("\n"), len(before) - (before.rfind("\n") + 1)
    path = elsewhere(path)
    server.show(path, before + after)
    return server.at(what, path, line, character)


def hover(server: LanguageServer, path: str, text: str) -> str:
    return str(asked(server, "hover", path, text)["contents"]["value"])


def offered(server: LanguageServer, path: str, text: str) -> dict[str, tuple[str, str]]:
    """What is offered: by its label, what would be put in and what is said of it."""
    found: dict[str, tuple[str, str]] = {}
    for item in asked(server, "completion", path, text)["items"]:
        said = item.get("documentation") or ""
        assert item["label"] not in found, f"{item['label']} is offered twice"
        found[item["label"]] = (item["textEdit"]["newText"], said if isinstance(said, str) else said["value"])
    return found


def told(server: LanguageServer, path: str, text: str) -> list[tuple[int, int, str]]:
    """What is wrong: line and column as `integrity validate` counts them, and the first line of the message."""
    path = elsewhere(path)
    server.show(path, text)
    found = server.wrong(path)
    return [
        (one["range"]["start"]["line"] + 1, one["range"]["start"]["character"] + 1, one["message"].split("\n")[0])
        for one in found
    ]


# -- the sample


def test_nothing_is_wrong_with_any_file_of_the_sample(server: LanguageServer) -> None:
    texts = {path: raw_text(SAMPLE.read(path)) for path in SAMPLE.paths() if layout.recognise(path)}
    assert len(texts) > 100
    for path, text in texts.items():
        server.show(path, text)
    assert {path: found for path in texts if (found := server.wrong(path))} == {}


@pytest.mark.parametrize(
    "text",
    ["0012", "2014", "012", "12:30", "no", "true", "1e3", ".inf", "2014-12-04", "0x1f", "'quoted'", '"4"'],
)
def test_text_may_look_like_anything(server: LanguageServer, text: str) -> None:
    assert told(server, LEDGER, ENTRY.replace("行政处罚法专题培训", text) + f"    note: {text}\n") == []


# -- mistakes


MISTAKES = {
    "S103": (LEDGER, "kind: training", "kind: trainin"),
    "S104": (LEDGER, "topic: law", "topic: lawful"),
    "S102": (LEDGER, "    people: 82\n", "    people: 82\n    place: 礼堂\n"),
    "S101": (LEDGER, "    people: 82\n", ""),
    "S105": (LEDGER, "2014-12-04", "2014.12.4"),
    "S106": (LEDGER, "2014-12-04", "2014-11-31"),
    "S107": (LEDGER, "people: 82", "people: 八十二"),
    "S108": (LEDGER, "hours: 4", "hours: 4小时"),
    "S114": (LEDGER, "E-001", "014"),
    "S116": (LEDGER, "title: 行政处罚法专题培训", "title: [行政处罚法, 专题培训]"),
    "S117": (LEDGER, "    people: 82\n", "    people: 82\n    original: 法制科\n"),
    "S119": (LEDGER, "title: 行政处罚法专题培训", "title: ''"),
}


@pytest.mark.parametrize("code", MISTAKES)
def test_a_mistake_is_told_where_validate_tells_it_and_in_the_same_words(server: LanguageServer, code: str) -> None:
    path, old, new = MISTAKES[code]
    text = ENTRY.replace(old, new)
    found = json.loads(validate(Overlay(SMALL, {path: text.encode("utf-8")}), "json", Manner(Lang.ZH)).data)
    ours = [one for one in found["findings"] if one["path"] == path]
    assert [one["code"] for one in ours] == [code]
    assert told(server, path, text) == [(one["line"], one["column"], one["message"]) for one in ours]


def test_a_key_written_twice_is_told_where_validate_tells_it(server: LanguageServer) -> None:
    """In the server's own words, which have no Chinese."""
    text = ENTRY + "    people: 82\n"
    found = json.loads(validate(Overlay(SMALL, {LEDGER: text.encode("utf-8")}), "json", Manner(Lang.ZH)).data)
    (ours,) = (one for one in found["findings"] if one["path"] == LEDGER and one["code"].startswith("Y"))
    ((line, column, _),) = told(server, LEDGER, text)
    assert (line, column) == (ours["line"], ours["column"])


def test_a_key_with_nothing_after_it_is_missing_where_it_is_needed_and_absent_elsewhere(server: LanguageServer) -> None:
    empty = ENTRY.replace("title: 行政处罚法专题培训", "title:") + "    note:\n    disclosure:\n    original:\n"
    assert told(server, LEDGER, empty) == [(4, 11, "缺少 `title`（名称）")]


def test_an_entry_without_a_kind_is_asked_for_its_kind_and_nothing_else(server: LanguageServer) -> None:
    assert told(server, LEDGER, ENTRY.replace("    kind: training\n", "")) == [(2, 5, "缺少 `kind`（类型）")]


RULE = """title: {zh: 甲, en: A}
edition: "1"
notice: docs/notice.zh.md
proposal: {zh: 甲, en: A}
points: 1.00
facts: {}
grades: []
systems:
  - id: A
    name: {zh: 甲, en: A}
    points: 1.00
    items:
      - id: A1
        name: {zh: 甲, en: A}
        points: 1.00
        requirements:
          - id: A1.1
            clause: 甲
            gloss: {zh: 甲, en: A}
            duty: must
            points: 1.00
            rule:
"""


@pytest.mark.parametrize(
    ("rule", "wrong"),
    [
        ("              {count: meetings, full_at: 1}\n", []),
        ("              {cuont: meetings}\n", [(23, 15, "应当写明一种、且只一种计分规则")]),
        ("              {count: meetings}\n", [(22, 13, "缺少 `full_at`（满分数量）")]),
        ("              {count: {entries: meting}, full_at: 1}\n", [(23, 33, "这个值不在可选范围内")]),
        ("              parts:\n                - {points: 1, count: a, full_at: 1, floor: 0}\n",
         [(24, 53, "这里没有这个键")]),
    ],
)  # fmt: skip
def test_only_the_rule_that_is_named_is_looked_at(
    server: LanguageServer, rule: str, wrong: list[tuple[int, int, str]]
) -> None:
    assert told(server, RUBRIC, RULE + rule) == wrong


def test_a_rule_is_offered_by_its_keys_and_then_by_its_options(server: LanguageServer) -> None:
    found = offered(server, RUBRIC, f"{RULE}              |\n")
    assert found["count"] == ("count: ", "按数量得分")
    assert len(found) == 11
    assert "full_at" in offered(server, RUBRIC, f"{RULE}              count: meetings\n              |\n")


# -- help


@pytest.mark.parametrize(
    ("path", "text", "title", "said"),
    [
        (LEDGER, ENTRY.replace("topic", "to|pic"), "主题", "主题，必填"),
        (LEDGER, ENTRY.replace("happened_on", "happened|_on"), "日期", "日期的写法是 2014"),
        (LEDGER, ENTRY.replace("id: E", "i|d: E"), "编号", "条目编号的写法是 E"),
        (LEDGER, ENTRY.replace("kind: training", "kind: train|ing"), "类型", "`training`: 培训"),
        (LEDGER, ENTRY + "    dis|closure: sealed\n", "公开程度", "不写就是 public"),
        (LEDGER, ENTRY.replace("entries", "en|tries"), "条目", "这里应当是列表"),
        (REVIEW, "reviewed_on: 2015-02-03\nmarks:\n  - requirement: A1.1\n    m|et: yes\n", "是否达到", "yes 或 no"),
    ],
)
def test_a_hover_shows_label_and_form(server: LanguageServer, path: str, text: str, title: str, said: str) -> None:
    shown = hover(server, path, text)
    assert shown.startswith(f"#### {title}\n")
    assert said in shown


def test_a_hover_says_what_each_value_of_a_closed_list_means(server: LanguageServer) -> None:
    shown = hover(server, LEDGER, ENTRY.replace("topic", "to|pic"))
    assert re.findall(r"^\* `(\w+)`: (.+)$", shown, re.MULTILINE)[:2] == [
        ("law", "法律知识"),
        ("ethics", "职业道德与法治理念"),
    ]


def test_values_are_offered_with_their_labels(server: LanguageServer) -> None:
    found = offered(server, LEDGER, ENTRY.replace("topic: law", "topic: |"))
    assert found["law"] == ("law", "法律知识")
    assert list(found) == ["law", "ethics", "practice", "other"]


def test_yes_and_no_are_offered_without_quotes(server: LanguageServer) -> None:
    found = offered(server, REVIEW, "reviewed_on: 2015-02-03\nmarks:\n  - requirement: A1.1\n    met: |")
    assert (found["yes"][0], found["no"][0]) == ("yes", "no")
    assert "null" not in found


@pytest.mark.parametrize("key", ["title", "note", "happened_on", "hours", "original"])
def test_nothing_is_offered_that_a_clerk_must_know(server: LanguageServer, key: str) -> None:
    """No `true`, no `null`, no figure, no day."""
    text = re.sub(rf"(?m)^    {key}:.*\n", "", ENTRY)
    assert offered(server, LEDGER, f"{text}    {key}: |\n").keys() <= {"原件"}


def test_the_keys_of_the_right_kind_are_offered(server: LanguageServer) -> None:
    text = re.sub(r"(?m)^    (topic|audience|hours|people):.*\n", "", ENTRY)
    found = offered(server, LEDGER, f"{text}    |\n")
    assert {"topic", "audience", "hours", "people", "note", "original"} <= found.keys()
    assert found.keys().isdisjoint({"title", "chaired_by", "doc_no", "kind"})
    assert found["hours"] == ("hours: ", "学时，必填。这里应当是数字，用半角数字")
    assert found["original"][0] == "original:\n  held_by: "


TRAINING = "新的一条：培训 training"
WHOLE = (
    "id: $1\n  kind: training\n  title: $2\n  happened_on: $3\n  topic: $4\n  audience: $5\n  hours: $6\n  people: $7"
)


def test_a_whole_entry_of_each_kind_is_offered_where_one_begins(server: LanguageServer) -> None:
    begun = offered(server, LEDGER, "entries:\n  |")
    assert len(begun) == 20
    assert begun[TRAINING][0] == f"- {WHOLE}"
    assert offered(server, LEDGER, "entries:\n  - |")[TRAINING][0] == WHOLE
    assert TRAINING not in offered(server, LEDGER, f"{ENTRY}    |\n")


def test_an_entry_from_a_snippet_is_without_a_finding_once_its_stops_are_filled(server: LanguageServer) -> None:
    body = offered(server, LEDGER, "entries:\n  |")[TRAINING][0].replace("\n", "\n  ")
    assert {message for _, _, message in told(server, LEDGER, f"entries:\n  {re.sub('[$][0-9]', '', body)}\n")} == {
        f"缺少 `{key}`（{label}）"
        for key, label in {"id": "编号", "title": "名称", "happened_on": "日期", "topic": "主题", "audience": "对象",
                           "hours": "学时", "people": "参加人数"}.items()
    }  # fmt: skip
    filled = dict(zip(range(1, 8), ["E-001", "培训", "2014-12-04", "law", "officers", "4", "82"], strict=True))
    assert told(server, LEDGER, "entries:\n  " + re.sub("[$]([0-9])", lambda stop: filled[int(stop[1])], body)) == []


def test_a_new_record_is_offered_in_an_empty_file(server: LanguageServer) -> None:
    assert offered(server, PLAN, "|")["新的一份：创建方案"][0] == "title: $1\ndecided_on: $2"


def test_a_first_line_names_the_schema_without_any_setting(server: LanguageServer) -> None:
    line = "# yaml-language-server: $schema=../../docs/schemas/plan.schema.json\n"
    wrong = [(2, 8, "这里应当是一个值，不是一组"), (2, 1, "缺少 `decided_on`（印发日期）")]
    assert sorted(told(server, "records/draft.yaml", line + "title: []\n")) == sorted(wrong)


# -- without it


def one_test(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a test that needs the server where there is no node."""
    kept = {name: value for name, value in os.environ.items() if name != "CI" and not name.startswith("PYTEST_")}
    words = ["-m", "pytest", "-p", "no:cacheprovider", __file__, "-k", "empty_file"]
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={**kept, "PYTHONUTF8": "1", "PATH": str(folder), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_without_node_the_reason_and_the_remedy_are_told_and_in_ci_it_is_a_failure(tmp_path: Path) -> None:
    alone = one_test(tmp_path)
    assert alone.returncode == 0
    assert "install Node.js and npm" in alone.stdout
    assert "1 skipped" in alone.stdout
    assert one_test(tmp_path, CI="true").returncode == 1


def test_the_pinned_packages_carry_hashes_and_name_no_registry() -> None:
    pins = ROOT / "requirements" / "node"
    asked_for = json.loads((pins / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in asked_for.values())
    packages = json.loads((pins / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert {f"node_modules/{name}" for name in asked_for} <= packages.keys()
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert not name or package["integrity"].startswith("sha512-"), name


@pytest.mark.usefixtures("server")
def test_the_program_installed_is_the_one_pinned() -> None:
    installed = json.loads((dev.LANGUAGE_SERVER.parents[1] / "package.json").read_text(encoding="utf-8"))
    pins = json.loads((ROOT / "requirements" / "node" / "package.json").read_text(encoding="utf-8"))
    assert installed["version"] == pins["dependencies"]["yaml-language-server"]
