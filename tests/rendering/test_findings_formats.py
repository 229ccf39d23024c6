"""The same findings in every format: each is read back by a reader of its own and compared with the others."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import jsonschema
import pytest

from integrity_cli.checks import KINDS
from integrity_cli.cli import words
from integrity_cli.lang import Lang
from integrity_cli.rendering.findings import markdown as findings_markdown
from integrity_cli.rendering.formats import CLOSED_BY_THEMSELVES, DOCUMENTS, FINDINGS_FORMATS
from integrity_cli.rendering.page import Page
from integrity_cli.tasks.outcome import FINDINGS, Manner
from integrity_cli.tasks.validate import validate
from tests.rendering.readers import READERS, commands
from tests.rendering.tools import broken_campaign, one_finding, printed, report_on, reported
from tests.test_examples import SMALL, campaign_of, stories
from tests.tools import ROOT, InMemory

FINDINGS_SCHEMA = json.loads((ROOT / "docs/schemas/findings.schema.json").read_text(encoding="utf-8"))
SARIF_SCHEMA = json.loads((Path(__file__).parent / "schemas/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))


def is_valid(format_: str, output: str) -> bool:
    if format_ == "json":
        jsonschema.Draft202012Validator(FINDINGS_SCHEMA).validate(json.loads(output))
    if format_ == "sarif":
        jsonschema.Draft4Validator(SARIF_SCHEMA).validate(json.loads(output))
    return True


def test_the_formats_have_one_list() -> None:
    assert list(FINDINGS_FORMATS) == list(words.FindingsFormat) == list(READERS)
    assert set(FINDINGS_FORMATS) > DOCUMENTS | CLOSED_BY_THEMSELVES


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("format_", FINDINGS_FORMATS)
def test_a_broken_campaign_is_told_alike_in_every_format(format_: str, lang: Lang) -> None:
    outcome = validate(broken_campaign(), format_, Manner(lang))
    told = READERS[format_](outcome.data)
    expected = READERS["json"](validate(broken_campaign(), "json", Manner(lang)).data)
    assert len(expected) > 15
    assert {code[0] for *_, code in expected} == {"L", "P", "R", "S"}
    if format_ == "github":
        expected.sort(key=lambda place: place[3] == "L215")  # the warnings stand last
    assert told == expected
    assert is_valid(format_, outcome.data)
    assert outcome.exit_code == FINDINGS


def test_every_example_is_told_alike_in_every_format() -> None:
    for folder in stories("flagged"):
        report = reported(campaign_of(folder))
        expected = [(one.path, one.position.line, one.position.column, one.finding.code) for one in report.findings]
        for format_, read in READERS.items():
            for lang in Lang:
                output = printed(report, format_, lang)
                assert read(output) == expected, (folder.name, format_)
                assert is_valid(format_, output)


@pytest.mark.parametrize("format_", FINDINGS_FORMATS)
def test_a_clean_campaign_and_an_empty_one_are_told_too(format_: str) -> None:
    clean, empty = (validate(source, format_, Manner(Lang.EN)) for source in (SMALL, InMemory({})))
    for outcome in (clean, empty):
        assert READERS[format_](outcome.data) == []
        assert is_valid(format_, outcome.data)
    assert bool(empty.data) == (format_ in DOCUMENTS)
    assert [line.say(Lang.EN).split(":")[0] for line in empty.talk] == ["no records here"]
    (said,) = [line.say(Lang.EN) for line in clean.talk] or [clean.data]
    assert "2 units" in said
    assert bool(clean.talk) == (format_ not in CLOSED_BY_THEMSELVES)


def test_both_languages_differ_in_words_alone() -> None:
    chinese, english = (printed(reported(broken_campaign()), "json", lang) for lang in Lang)
    spoken = ("language", "message", "label", "note", "help")
    silent = [re.sub(rf'"({"|".join(spoken)})": ".*",?\n', "", text) for text in (chinese, english)]
    assert silent[0] == silent[1]
    assert chinese != english


# -- json and its schema


def test_the_schema_describes_every_field_and_admits_no_other() -> None:
    jsonschema.Draft202012Validator.check_schema(FINDINGS_SCHEMA)
    data = json.loads(printed(reported(broken_campaign()), "json"))
    assert set(data) | {"change"} == set(FINDINGS_SCHEMA["properties"]), "a change is described in tests/changes"
    finding = FINDINGS_SCHEMA["$defs"]["finding"]
    assert {key for one in data["findings"] for key in one} <= set(finding["properties"])
    for spoilt in (data | {"more": 1}, data | {"format": "integrity-findings/2"}, {**data, "errors": -1}):
        with pytest.raises(jsonschema.ValidationError):
            is_valid("json", json.dumps(spoilt))


def test_the_schema_admits_every_code_and_name_there_is() -> None:
    properties = FINDINGS_SCHEMA["$defs"]["finding"]["properties"]
    for kind in KINDS:
        assert re.fullmatch(properties["code"]["pattern"], kind.code)
        assert re.fullmatch(properties["name"]["pattern"], kind.name)


# -- sarif


def test_sarif_names_each_rule_once_with_what_it_says_and_why() -> None:
    (run,) = json.loads(printed(reported(broken_campaign()), "sarif"))["runs"]
    rules = run["tool"]["driver"]["rules"]
    codes = [rule["id"] for rule in rules]
    assert len(codes) == len(set(codes))
    assert set(codes) == {one["ruleId"] for one in run["results"]}
    assert run["columnKind"] == "unicodeCodePoints"
    by_code = {rule["id"]: rule for rule in rules}
    assert by_code["L203"]["name"] == "unknown-unit"
    assert by_code["L203"]["shortDescription"]["text"] == "the register knows no unit `…`"
    assert all(rule["defaultConfiguration"]["level"] in {"error", "warning"} for rule in rules)


def test_sarif_explains_a_rule_that_has_an_explanation() -> None:
    folder = next(one for one in stories("flagged") if one.name == "Y005-duplicate-key")
    (run,) = json.loads(printed(reported(campaign_of(folder)), "sarif"))["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["fullDescription"]["text"].startswith("Where a key stands twice")
    assert "doc_no: 示水发〔2014〕31号" in rule["help"]["text"]


def test_nothing_in_a_sarif_message_is_a_placeholder_or_a_link() -> None:
    said = printed(report_on(one_finding("{0} {x} [here](3) [a](https://example.org)")), "sarif")
    (result,) = json.loads(said)["runs"][0]["results"]
    text = result["message"]["text"]
    assert "](" not in text
    assert text.replace("{{", "").replace("}}", "").count("{") == 0
    assert "{{0}} {{x}}" in text


# -- fingerprints


@pytest.mark.parametrize("format_", ["sarif", "gitlab"])
def test_a_fingerprint_is_unique_and_does_not_move_with_the_line(format_: str) -> None:
    def fingerprints(shift: int) -> list[str]:
        findings = [one_finding("x", row=shift + row) for row in (1, 1, 5)]
        findings.append(one_finding("x", "rubric.yaml", row=shift))
        data = json.loads(printed(report_on(*findings), format_))
        issues = data if format_ == "gitlab" else data["runs"][0]["results"]
        return [
            one["fingerprint"] if format_ == "gitlab" else one["partialFingerprints"]["integrityPlace/v1"]
            for one in issues
        ]

    assert fingerprints(1) == fingerprints(7)
    assert len(set(fingerprints(1))) == 4


def test_a_real_fingerprint_survives_lines_put_in_above_it() -> None:
    path = "records/units/water/plan.yaml"
    text = SMALL.read(path) + b"nonsense: 1\n"
    before, after = (
        InMemory({one: SMALL.read(one) for one in SMALL.paths()} | {path: content})
        for content in (text, b"# a\n# b\n" + text)
    )
    issues = [json.loads(printed(reported(source), "gitlab")) for source in (before, after)]
    assert [one["location"]["lines"]["begin"] for (one,) in issues] == [text.count(b"\n"), text.count(b"\n") + 2]
    assert len({one["fingerprint"] for (one,) in issues}) == 1


# -- junit


def test_a_clean_file_is_a_passed_case() -> None:
    output = printed(report_on(one_finding("x"), clean=("records/a.yaml", "records/b.yaml")), "junit")
    assert '<testsuites name="integrity validate" tests="3" failures="1" errors="0">' in output
    assert output.count("<testcase") == 3
    assert output.count("<failure") == 1
    assert 'testcase classname="records/b.yaml" name="nothing found"' in output


def test_every_file_of_a_campaign_has_its_suite() -> None:
    for source in (SMALL, broken_campaign()):
        report = reported(source)
        suites = re.findall('<testsuite name="([^"]*)"', printed(report, "junit"))
        assert Counter(suites) == Counter([*report.by_file, *report.clean])
        assert len(report.clean) + len(set(report.by_file) & set(source.paths())) >= report.files


# -- github


def many(errors: int, warnings: int) -> list:  # type: ignore[type-arg]
    wanted = [one_finding(f"w{row}", row=row, warning=1) for row in range(1, warnings + 1)]
    return [*wanted, *(one_finding(f"e{row}", row=row) for row in range(1, errors + 1))]


@pytest.mark.parametrize(
    ("errors", "warnings", "annotated", "more"),
    [(0, 0, 0, None), (10, 10, 20, None), (11, 10, 20, 1), (3, 12, 13, 2), (25, 14, 20, 19)],
)
def test_with_a_summary_ten_of_a_kind_are_annotated_and_the_rest_is_counted(
    errors: int, warnings: int, annotated: int, more: int | None
) -> None:
    findings = many(errors, warnings)
    output = printed(report_on(*findings, summarised=True), "github")
    found = commands(output)
    assert len(found) == annotated
    assert [one.name for one in found] == sorted(one.name for one in found), "errors come first"
    closing = output.splitlines()[annotated:]
    assert [int(line.split(" ")[0]) for line in closing] == ([] if more is None else [more])
    assert len(READERS["github"](printed(report_on(*findings), "github"))) == errors + warnings


def test_the_closing_line_is_right_in_both_languages() -> None:
    report = report_on(*many(25, 14), summarised=True)
    assert (
        printed(report, "github", Lang.EN)
        .splitlines()[-1]
        .startswith("19 more not annotated here (15 errors, 4 warnings)")
    )
    assert printed(report, "github", Lang.ZH).splitlines()[-1].startswith("另有 19 处没有标注（错误 15 处、警告 4 处）")


def test_an_annotation_says_message_and_help_on_lines_of_their_own() -> None:
    (one,) = commands(printed(report_on(one_finding("100%, a: b")), "github"))
    assert one.text == "here is 100%, a: b\nhelp: establish 100%, a: b"
    assert one.properties["title"] == "L203 unknown-unit"


# -- markdown


def test_a_long_page_is_folded_after_the_first_findings() -> None:
    findings = [one_finding("x", f"records/{file:02}.yaml", row=row) for file in range(10) for row in range(1, 5)]
    output = printed(report_on(*findings), "markdown")
    assert output.count("<details open>") == 5
    assert output.count("<details>") == 5
    assert output.count("</details>") == 10


@pytest.mark.parametrize("room", [400, 1000, 5000, 50_000])
def test_a_page_keeps_within_its_room_and_says_what_was_left_out(room: int) -> None:
    findings = [one_finding("一处长长的说明" * 5, f"records/{row % 7}.yaml", row=row) for row in range(1, 300)]
    whole = findings_markdown.render(report_on(*findings), Page(Lang.EN))
    cut = findings_markdown.render(report_on(*findings), Page(Lang.EN), room)
    assert len(cut.encode()) <= room < len(whole.encode())
    assert "Findings: 299 errors" in cut
    left = int(re.findall(r"^(\d+) findings? more did not fit", cut, re.MULTILINE)[0])
    assert len(READERS["markdown"](cut)) + left == 299
    assert cut.count("<details") == cut.count("</details>")


def test_a_page_that_fits_is_whole() -> None:
    report = reported(broken_campaign())
    whole = printed(report, "markdown")
    assert findings_markdown.render(report, Page(Lang.EN), len(whole.encode())) == whole
