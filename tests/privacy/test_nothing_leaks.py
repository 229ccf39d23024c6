"""A number put anywhere into a campaign is reported, and occurs in no output of any command, nor in a traceback."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from integrity_cli.checks import check
from integrity_cli.checks.privacy import PERSONAL
from integrity_cli.cli.edge import printable
from integrity_cli.domain.office import WAIVABLE
from integrity_cli.lang import Lang
from integrity_cli.privacy import MASK, folded
from integrity_cli.reading import dialect, layout
from integrity_cli.reading.loader import load
from integrity_cli.reading.personal import look_through
from integrity_cli.rendering.formats import FINDINGS_FORMATS, SCORE_FORMATS, STATUS_FORMATS
from integrity_cli.scoring import score as score_unit
from integrity_cli.sources import Overlay, Source
from integrity_cli.tasks.outcome import FINDINGS, Manner, Outcome
from integrity_cli.tasks.report import report
from integrity_cli.tasks.score import Asked, score, score_all
from integrity_cli.tasks.show import show
from integrity_cli.tasks.status import status
from integrity_cli.tasks.validate import Asked as Told
from integrity_cli.tasks.validate import validate
from tests.privacy.files import docx, xlsx
from tests.privacy.numbers import MOBILE, card_number, full_width, identity_number
from tests.test_docs import example_campaign
from tests.test_examples import SMALL, written_to
from tests.tools import ROOT, InMemory, integrity

ID = identity_number()
FORMS = {
    "as it is": ID,
    "full width": full_width(ID),
    "in groups": f"{ID[:6]} {ID[6:14]} {ID[14:]}",
    "with dashes": f"{ID[:6]}-{ID[6:14]}-{ID[14:]}",
}
EVIDENCE, PLAN = "records/units/water/evidence.yaml", "records/units/water/plan.yaml"


def leaves(data: Any, route: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The route to every value of plain data."""
    if isinstance(data, str):
        yield route
    for key, one in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from leaves(one, (*route, key))


def ending_in(data: Any, route: tuple[Any, ...], datum: str) -> None:
    """Puts a datum at the end of one value."""
    for step in route[:-1]:
        data = data[step]
    data[route[-1]] += f" {datum}"


def dumped(data: Any) -> bytes:
    return bytes(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, encoding="utf-8"))


def put(source: Source, path: str, route: tuple[Any, ...], datum: str) -> bytes:
    """The record at a path with the datum at the end of one value."""
    data: Any = dialect.read(path, source.read(path)).data
    ending_in(data, route, datum)
    return dumped(data)


def places_in(source: Source) -> list[tuple[str, tuple[Any, ...]]]:
    records = [path for path in source.paths() if layout.recognise(path)]
    return [(path, route) for path in records for route in leaves(dialect.read(path, source.read(path)).data)]


def outputs(source: Source, folder: Path) -> Iterator[tuple[str, Outcome]]:
    """What every command comes to, in every format; findings in both languages."""
    for lang in Lang:
        for name in FINDINGS_FORMATS:
            yield f"validate {name}", validate(source, name, Manner(lang), Told(summary_room=1_000_000))
    how = Manner(Lang.ZH)
    for name in SCORE_FORMATS:
        yield f"score {name}", score(source, "water", name, how)
    yield "score all", score_all(source, "json", how)
    yield "score full", score(source, "water", "text", how, Asked(full=True))
    yield "score explained", score(source, "water", "text", how, Asked(explain="A1.3"))
    yield "score unknown", score(source, ID, "text", how)
    for name in STATUS_FORMATS:
        for unit in (None, "water", ID):
            yield f"status {unit} {name}", status(source, unit, name, how, date(2015, 2, 20))
    for entry in ("E-001", "E-005", ID):
        yield f"show {entry}", show(source, entry, None, how)
    yield "report", report(source, folder, how)


def assert_not_repeated(said: str, where: str) -> None:
    """Neither the number nor its digits, however they are written."""
    shown = re.sub(r"[\W_]", "", folded(said)).upper()
    assert ID not in shown, f"{where} repeats it:\n{printable(said)}"


def assert_silent(source: Source, folder: Path) -> None:
    """It is reported, nothing says it, and nothing is published."""
    assert "P701" in {finding.code for finding in check(load(source))}
    for where, outcome in outputs(source, folder):
        said = [printable(words.say(outcome.lang)) for words in outcome.talk]
        assert_not_repeated("\n".join([printable(outcome.data), printable(outcome.summary), *said]), where)
    assert not folder.exists(), "nothing is published while it stands"


def test_the_number_is_found_in_every_value_of_every_record() -> None:
    """The examples in the documents show every field there is; each of their values ends in it at once."""
    source = example_campaign()
    for path in filter(layout.recognise, source.paths()):
        data: Any = dialect.read(path, source.read(path)).data
        routes = list(leaves(data))
        for route in routes:
            ending_in(data, route, ID)
        held = look_through(InMemory({path: dumped(data)}))
        assert [one.sort for one in held.found].count("identity_number") == len(routes) > 0, path


@settings(max_examples=8, deadline=None)
@given(st.sampled_from(places_in(SMALL)), st.sampled_from(sorted(FORMS)))
def test_a_number_in_any_value_is_reported_and_nowhere_repeated(place: tuple[str, tuple[Any, ...]], form: str) -> None:
    path, route = place
    assert_silent(Overlay(SMALL, {path: put(SMALL, path, route, FORMS[form])}), ROOT / "build" / "never-written")


def text_of(path: str) -> str:
    return SMALL.read(path).decode("utf-8")


def edited(path: str, old: str, new: str) -> dict[str, bytes | None]:
    """A file of the small campaign with the first of such words replaced."""
    text = text_of(path)
    assert old in text
    return {path: text.replace(old, new, 1).encode("utf-8")}


SPELT_OUT = "".join(f"\\u{ord(one):04x}" for one in ID)


def attached(content: bytes, name: str) -> dict[str, bytes | None]:
    """The small campaign's attachment replaced by another file."""
    old = hashlib.sha256(SMALL.read("records/units/water/attachments/survey.csv")).hexdigest()
    ledger = text_of(EVIDENCE).replace("survey.csv", name).replace(old, hashlib.sha256(content).hexdigest())
    return {
        EVIDENCE: ledger.encode(),
        "records/units/water/attachments/survey.csv": None,
        f"records/units/water/attachments/{name}": content,
    }


PLACES: dict[str, dict[str, bytes | None]] = {
    "a comment": {PLAN: f"# {ID}\n{text_of(PLAN)}".encode()},
    "a comment over two lines": {PLAN: f"# {ID[:8]}\n# {ID[8:]}\n{text_of(PLAN)}".encode()},
    "a key": {PLAN: f"'{ID}': 甲\n{text_of(PLAN)}".encode()},
    "a key inside": edited(PLAN, "role: member, post: dep", f"'{ID}': 甲, role: member, post: dep"),
    "an escape": edited(PLAN, "局长}", f'"{SPELT_OUT}"}}'),
    "a folded value": edited(PLAN, "title: 市", f"title: {ID[:9]}\n  {ID[9:]} 市"),
    "a block scalar": {PLAN: (text_of(PLAN) + f"summary: |\n  甲\n  {ID}\n").encode()},
    "a unit": edited("records/office/filings.yaml", "water", ID),
    "a kind": edited(EVIDENCE, "kind: document", f"kind: '{ID}'"),
    "an entry id": edited(EVIDENCE, "id: E-001", f"id: '{ID}'"),
    "an attachment's name": edited(EVIDENCE, "attachments/survey.csv", f"attachments/{ID}.csv"),
    "a fact of the rubric": edited("rubric.yaml", "count: meetings", f"count: '{ID}'"),
    "broken YAML": {PLAN: f"title: [{ID}\n".encode()},
    "a tag": {PLAN: f"title: !{ID} 甲\n".encode()},
    "a file in GBK": {PLAN: text_of(PLAN).replace("局长", f"局长{ID}", 1).encode("gbk")},
    "a file in UTF-16": {PLAN: text_of(PLAN).replace("局长", f"局长{ID}", 1).encode("utf-16")},
    "a file name": {f"records/units/water/evidence/{ID}.yaml": b"entries: []\n"},
    "a file without a place": {f"records/{ID}.yaml": b"a: b\n"},
    "a folder name": {f"records/units/{ID}/plan.yaml": SMALL.read(PLAN)},
    "a reviewer's file": {f"records/office/reviews/water/{ID}.yaml": b"reviewed_on: 2015-02-13\n"},
    "a file nobody names": {f"records/units/water/attachments/{ID}.csv": b"a,b\n"},
    "a docx property": attached(docx(["问卷"], creator=ID), "survey.docx"),
    "runs of a docx": attached(docx([[ID[:6], ID[6:14], ID[14:]]]), "survey.docx"),
    "a cell": attached(xlsx([["证件"], [ID]]), "survey.xlsx"),
    "a template": {"templates/base.md.j2": f"{{# {ID} #}}".encode()},
    "the notice": {"docs/notice.zh.md": (text_of("docs/notice.zh.md") + f"\n联系人 {ID}\n").encode()},
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_number_anywhere_is_reported_and_nowhere_repeated(place: str, tmp_path: Path) -> None:
    assert_silent(Overlay(SMALL, PLACES[place]), tmp_path / "site")


def test_the_real_program_repeats_it_neither_on_the_console_nor_in_a_file(tmp_path: Path) -> None:
    written_to(tmp_path)
    (tmp_path / EVIDENCE).write_text(text_of(EVIDENCE).replace("执法证件清点", f"{ID}执法证件清点"), encoding="utf-8")
    (tmp_path / f"records/units/water/evidence/{ID}.yaml").write_bytes(b"entries: []\n")
    commands = [
        *(("validate", "--format", name) for name in FINDINGS_FORMATS),
        ("validate", "--output", "findings.txt"),
        ("score", "water"),
        ("score", ID),
        ("show", "E-003"),
        ("show", ID),
        ("show", "E-003", "--unit", ID),
        ("status", "--on", "2015-02-20"),
        ("status", ID),
        ("status", "--on", ID),
        ("report", "--output", "site"),
        ("validate", "--format", ID),
        (ID,),
        ("validate", "--root", ID),
    ]
    for arguments in commands:
        ran = integrity(*arguments, cwd=tmp_path)
        assert ran.code in {1, 2} or arguments[0] in {"show", "status"}, (arguments, ran.err)
        assert_not_repeated(ran.out + ran.err, " ".join(arguments))
    assert_not_repeated((tmp_path / "findings.txt").read_text(encoding="utf-8"), "--output")
    assert not (tmp_path / "site").exists()


def test_a_traceback_of_ours_shows_blocks() -> None:
    """A mistake of ours is never caught, so it prints what it was about."""
    failing = (
        f"from integrity_cli.cli.edge import prepare_streams; prepare_streams(); raise ValueError('{ID} {MOBILE}')"
    )
    done = subprocess.run([sys.executable, "-c", failing], cwd=ROOT, capture_output=True, check=False)
    said = done.stderr.decode("utf-8", "replace")
    assert done.returncode == 1
    assert "ValueError: " in said
    assert_not_repeated(said, "the traceback")
    assert MOBILE not in said


def test_what_was_found_is_not_in_the_repr_of_anything() -> None:
    source = Overlay(SMALL, {PLAN: f"# {ID}\n{text_of(PLAN)}".encode()})
    campaign = load(source)
    assert ID not in repr(campaign.personal)
    assert ID not in repr(check(campaign))


def test_whatever_is_certain_is_masked_at_the_edge() -> None:
    card = card_number("6222", 19)
    assert printable(f"{ID} {card} {MOBILE} 55870108") == f"{MASK * 18} {MASK * 19} {MASK * 11} 55870108"


# -- what follows from a finding


def test_a_unit_with_something_personal_in_its_files_gets_no_total_and_the_others_keep_theirs() -> None:
    campaign = load(Overlay(SMALL, {PLAN: f"# {ID}\n{text_of(PLAN)}".encode()}))
    findings = check(campaign)
    assert score_unit(campaign, "water", findings).state == "unscored"
    assert score_unit(campaign, "dike", findings).state == score_unit(load(SMALL), "dike", ()).state


def test_report_says_where_and_exits_1(tmp_path: Path) -> None:
    source = Overlay(SMALL, {PLAN: f"# {ID}\n{text_of(PLAN)}".encode()})
    outcome = report(source, tmp_path / "site", Manner(Lang.EN))
    assert outcome.exit_code == FINDINGS
    assert f"P701 {PLAN}:1" in outcome.talk[0].say(Lang.EN)
    assert not (tmp_path / "site").exists()


# -- waivers


TERMS = "records/office/campaign.yaml"


def waived(code: str, path: str, count: int) -> dict[str, bytes]:
    return {
        TERMS: (
            text_of(TERMS) + f"waivers:\n  - {{code: {code}, path: {path}, count: {count}, reason: 看过。}}\n"
        ).encode()
    }


def codes(source: Source) -> list[str]:
    return [finding.code for finding in check(load(source))]


TWO_PLATES = {PLAN: f"# 京A00000、京A00001\n{text_of(PLAN)}".encode()}


@pytest.mark.parametrize(("count", "left"), [(1, ["P708"]), (2, []), (3, ["P721"])])
def test_a_waiver_hides_as_many_as_it_says(count: int, left: list[str]) -> None:
    assert codes(Overlay(SMALL, TWO_PLATES | waived("P708", PLAN, count))) == left


def test_a_waiver_holds_for_its_file_alone() -> None:
    assert codes(Overlay(SMALL, TWO_PLATES | waived("P708", EVIDENCE, 2))) == ["P721", "P708", "P708"]


@pytest.mark.parametrize("code", ["P701", "P704", "P705", "P721", "P731", "Y001"])
def test_what_is_certain_cannot_be_waived(code: str) -> None:
    found = codes(Overlay(SMALL, {PLAN: f"# {ID}\n{text_of(PLAN)}".encode()} | waived(code, PLAN, 1)))
    assert found == ["S104", "P701"]


def test_the_codes_that_can_be_waived_are_those_of_checks_that_may_be_wrong() -> None:
    never = {"identity_number", "bank_card", "passport"}
    assert list(WAIVABLE.values) == [one.kind.code for one in PERSONAL if one.sort not in never]


# -- redactions


def test_a_removed_field_is_not_missing_and_its_entry_counts_as_before() -> None:
    from tests.test_examples import EXAMPLES, campaign_of

    campaign = load(campaign_of(EXAMPLES / "clean" / "redacted-field-and-file"))
    before = load(SMALL)
    assert check(campaign) == ()
    totals = [score_unit(one, "water", ()).total for one in (campaign, before)]
    assert totals[0] == totals[1]


def test_without_its_redaction_the_same_field_is_missing() -> None:
    ledger = text_of(EVIDENCE).replace("    title: 购置执法记录仪\n", "").encode()
    assert "S101" in codes(Overlay(SMALL, {EVIDENCE: ledger}))
