"""The documents, held to the code in both directions; their examples are read and scored by the program itself."""

from __future__ import annotations

import ast
import hashlib
import importlib
import os
import pkgutil
import re
import subprocess
import sys
import warnings
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any, get_args

import pytest

import integrity_cli
from integrity_cli.checks import CHECKS, check
from integrity_cli.checks.change import CHANGE_CHECKS
from integrity_cli.cli import words
from integrity_cli.domain.decisions import OBJECTION_OUTCOME, RECONSIDERED, RESULT
from integrity_cli.domain.diagnostic import Kind, Severity
from integrity_cli.domain.evidence import KINDS, Entry
from integrity_cli.domain.evidence.base import DISCLOSURE
from integrity_cli.domain.office import FILED, STAGE, UNIT_KIND
from integrity_cli.domain.points import rounded
from integrity_cli.domain.record import Record, label_of
from integrity_cli.domain.reviews import ENTRY_OUTCOME
from integrity_cli.domain.scalars import Scalar
from integrity_cli.domain.snapshots import Snapshot, Snapshots
from integrity_cli.domain.unit_records import GROUP_ROLE, POST
from integrity_cli.lang import Lang, Text
from integrity_cli.reading import layout
from integrity_cli.reading.digests import record_digest
from integrity_cli.reading.frozen import manifest_digest
from integrity_cli.reading.loader import load
from integrity_cli.rendering.formats import FINDINGS_FORMATS
from integrity_cli.rubric.answers import Facts, Measured
from integrity_cli.rubric.facts import DUTY, Fact
from integrity_cli.rubric.measures import MEASURES
from integrity_cli.rubric.model import (
    FREED_TO,
    TREATMENT,
    Grade,
    Item,
    NotApplicable,
    Part,
    Parts,
    Requirement,
    Rubric,
    System,
)
from integrity_cli.rubric.result_clauses import Bar, Block, FigureForm, Law, Recognition, ResultRule, Veto
from integrity_cli.rubric.rules import RULES, Judgement
from integrity_cli.rubric.rules.base import quantity
from integrity_cli.rubric.rules.deadline import DAYS
from integrity_cli.rubric.rules.share import EMPTY, STEPS, UNIT
from integrity_cli.rubric.sources_of_facts import SOURCES
from integrity_cli.scoring.engine import facts_of
from integrity_cli.scoring.scorecard import (
    ACTOR,
    STATE,
    STATED_BY,
    STATUS,
    ItemScore,
    RequirementScore,
    RowScore,
    Scorecard,
    SystemScore,
)
from integrity_cli.sources import Overlay, Source
from integrity_cli.tasks import outcome
from integrity_cli.tasks.outcome import Manner
from integrity_cli.tasks.score import Asked, score
from integrity_cli.tasks.validate import validate
from tests.pages import (
    DERIVED,
    FORMS,
    documented,
    facts_tables,
    field_rows,
    names,
    page,
    plain,
    prose,
    section,
    sections,
    ticked,
)
from tests.test_architecture import LADDER
from tests.test_examples import EXAMPLES, campaign_of
from tests.tools import ROOT, SAMPLE, InMemory, changed, sample_cards

READMES = ("README.md", "README.en.md")
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))
    if path.name != "notice.zh.md"
)
RECORD_PATHS = [place.pattern.replace("{", "<").replace("}", ">") for place in layout.PLACES if place.name != "rubric"]
BEGIN, END = "<!-- generated: begin -->\n", "<!-- generated: end -->\n"
NOTICE = (ROOT / "docs" / "notice.zh.md").read_text(encoding="utf-8")


# -- every page


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", prose(name)):
        if not target.startswith("http"):
            assert ((ROOT / name).parent / target).exists(), target


@pytest.mark.parametrize("name", PAGES)
def test_paths_named_exist(name: str) -> None:
    """`integrity_cli/…` and its like; `<unit>` stands for any folder."""
    for path in ticked(prose(name)):
        if re.match(r"(integrity_cli|tests|docs|records|requirements|\.ci)/|rubric\.yaml$|dev\.py$", path):
            found = re.sub(r"<[^>]+>", "*", path.rstrip("/"))
            assert any(ROOT.glob(found)) or any(place.startswith(path) for place in RECORD_PATHS), path


@pytest.mark.parametrize("name", PAGES)
def test_chinese_is_set_with_its_own_punctuation_and_a_space_before_latin(name: str) -> None:
    own = re.sub(f"(?s){BEGIN}.*{END}", "", prose(name))  # what is generated are the rubric's words
    text = re.sub(r"`[^`]*`|\]\([^)]*\)|「[^」]*」", "", own)
    for line in text.split("\n"):
        if name.endswith("glossary.md"):
            line = line.rpartition(" | ")[0]  # noqa: PLW2901 - the last cell quotes the notice
        assert not re.search(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!(][\u4e00-\u9fff]", line), line
        assert not re.search(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]", line), line


# -- README


@pytest.mark.parametrize("name", READMES)
def test_a_readme_is_short_and_names_the_other_first(name: str) -> None:
    lines = page(name).split("\n")
    (other,) = set(READMES) - {name}
    assert len(lines) < 120
    assert f"]({other})" in lines[0]


def test_the_readmes_have_the_same_headings_and_links() -> None:
    chinese, english = map(sections, READMES)
    assert len(chinese) == len(english)
    links = [set(re.findall(r"\]\(([^)]*)\)", page(name))) - {*READMES} for name in READMES]
    pictures = [{link for link in found if link.endswith(".png")} for found in links]
    assert [pictures[0], pictures[1]] == [{"docs/results.zh.png"}, {"docs/results.en.png"}]
    assert links[0] - pictures[0] == links[1] - pictures[1]


@pytest.mark.parametrize(("name", "lang"), [(READMES[0], Lang.ZH), (READMES[1], Lang.EN)])
def test_the_session_of_a_readme_is_what_the_program_prints(name: str, lang: Lang) -> None:
    """The first console block runs on the broken record that the diff shows, the second on the sample as it is."""
    (one,) = (one for one in sections(name) if one.fences("diff"))
    (diff,) = one.fences("diff")
    path, old, new = re.fullmatch(r"--- (\S+)\n(?: .*\n)*-(.*)\n\+(.*)\n", diff).groups()  # type: ignore[union-attr]
    sources: tuple[Source, Source] = (changed(path, old, new), SAMPLE)
    for source, session in zip(sources, one.fences("console"), strict=True):
        shown = re.findall(r"^\$ integrity (\w+)(.*)\n((?:[^$].*\n|\n)*)", session, re.MULTILINE)
        assert [verb for verb, _, _ in shown][:2] == ["validate", "score"]
        for verb, arguments, lines in shown:
            unit, _, explained = arguments.replace(" --lang en", "").strip().partition(" --explain ")
            manner, asked = Manner(lang), Asked(explain=explained or None)
            said = score(source, unit, "text", manner, asked) if verb == "score" else validate(source, "text", manner)
            left_out = "(?:.*\n)*?".join(re.escape(kept) for kept in lines.split("…\n"))
            assert re.fullmatch(left_out, said.data), f"{verb} prints something else:\n{said.data}"


# -- records


PLACES = {place.name: place for place in reversed(layout.PLACES) if place.name != "rubric"}
PROFILE = "records/units/transport/profile.yaml"
ATTACHED = "records/units/transport/attachments/2014q4-drivers-survey.csv"


def example(name: str) -> str:
    """The full example on the page of a record."""
    (found,) = section(f"docs/records/{name}.md", "完整示例").fences("yaml")
    return str(found)


def example_campaign() -> InMemory:
    """The examples of all pages, each at its place: together one campaign."""
    files = {path: SAMPLE.read(path) for path in ("rubric.yaml", "docs/notice.zh.md")}
    files["rubric.yaml"] += section("docs/rubric.md", "指标").fences("yaml")[0].encode("utf-8")
    for name, place in PLACES.items():
        path = place.pattern.format(unit="transport", reviewer="r01")
        files[path] = example(name).encode("utf-8")
    (attachment,) = section("docs/records/evidence.md", "附件").fences("text")
    files[ATTACHED] = attachment.encode("utf-8")
    planning, self_check = snapshots_shown()
    history = {planning.commit: InMemory({ATTACHED: files[ATTACHED]})}
    history[self_check.commit] = InMemory({path: files[path] for path in (ATTACHED, PROFILE)})
    history[self_check.admitted[0].commit] = InMemory(files)
    return InMemory(files, history)


def snapshots_shown() -> tuple[Snapshot, ...]:
    """The snapshots on their page; what the commits hold is made up, so that the page has few digests to keep."""
    return Snapshots.model_validate(plain(example("snapshots"))).snapshots


def test_the_examples_of_all_records_are_one_campaign_without_a_finding() -> None:
    source = example_campaign()
    campaign = load(source)
    found = [(one.path, one.code, one.route, one.message.say(Lang.ZH)) for one in check(campaign)]
    assert found == []
    assert hashlib.sha256(source.read(ATTACHED)).hexdigest() in example("evidence")
    for snapshot in snapshots_shown():
        assert manifest_digest(source.at(snapshot.commit)) == snapshot.manifest
    plan = "records/units/transport/plan.yaml"
    assert str(record_digest(plan, source.read(plan))) in example("filings")
    assert campaign.by_unit["transport"].unit.applied


def test_every_record_has_its_page_and_its_place_in_the_overview() -> None:
    overview = section("docs/records/README.md", "每种记录").rows
    assert [ticked(row[1])[0] for row in overview] == RECORD_PATHS
    pages = {path.stem for path in (ROOT / "docs" / "records").glob("*.md")} - {"README"}
    assert pages == set(PLACES)


def test_every_form_is_explained() -> None:
    explained = [row[0] for row in section("docs/records/README.md", "写法").rows]
    used = {FORMS[parse.__name__] for parse in parsers()}
    assert set(explained) == {*FORMS.values(), "选一", "列表", "一组", "名称到…", "中英文", "事实"}
    assert used <= set(explained)


def parsers() -> set[Any]:
    """The parsers that the scalars of the code really use."""
    return {mark.parse for model in record_models() for mark in scalar_marks(model)}


def scalar_marks(model: type[Record]) -> Iterator[Scalar]:
    def inside(annotation: Any) -> Iterator[Any]:
        for argument in get_args(annotation):
            yield argument
            yield from inside(argument)

    for info in model.model_fields.values():
        yield from (mark for mark in (*info.metadata, *inside(info.annotation)) if isinstance(mark, Scalar))


@pytest.mark.parametrize("name", [name for name in PLACES if name != "evidence"])
def test_the_field_table_of_a_record_is_its_model(name: str) -> None:
    model = PLACES[name].model
    assert documented(section(f"docs/records/{name}.md", "字段")) == list(field_rows(model))


def test_the_field_tables_of_the_ledger_are_its_kinds() -> None:
    common = list(field_rows(Entry))
    assert documented(section("docs/records/evidence.md", "公共字段")) == common
    shown = [one for one in sections("docs/records/evidence.md") if one.title.startswith("`")]
    assert [ticked(one.title)[0] for one in shown] == list(KINDS)
    for one in shown:
        model = KINDS[ticked(one.title)[0]]
        assert one.title.endswith(names(model.kind_label))
        assert documented(one) == [row for row in field_rows(model) if row not in common]


@pytest.mark.parametrize("name", PLACES)
def test_the_example_of_a_record_shows_every_field(name: str) -> None:
    data = plain(example(name))
    models = KINDS.values() if name == "evidence" else [PLACES[name].model]
    for model in models:
        shown = [one for one in data["entries"] if KINDS[one["kind"]] is model] if name == "evidence" else [data]
        wanted = [row[0].strip("`").replace("[]", "") for row in field_rows(model) if row[2] != DERIVED]
        for field in wanted:
            common = name == "evidence" and field.split(".")[0] in Entry.model_fields
            assert any(reached(one, field) for one in (data["entries"] if common else shown)), f"{name}: {field}"


def reached(data: Any, dotted: str) -> bool:
    """Whether plain data has a value at a dotted name, in any item of the lists on the way."""
    first, _, rest = dotted.partition(".")
    if isinstance(data, list):
        return any(reached(one, dotted) for one in data)
    return isinstance(data, Mapping) and first in data and (not rest or reached(data[first], rest))


def test_the_recipe_for_a_seal_makes_one(tmp_path: Path) -> None:
    (recipe,) = section("docs/records/evidence.md", "封存").fences("python")
    (tmp_path / "original.pdf").write_bytes(b"nine pages")
    done = subprocess.run([sys.executable, "-c", recipe], cwd=tmp_path, capture_output=True, text=True, check=True)
    salt = (tmp_path / "salt.bin").read_bytes()
    assert len(salt) == 32
    assert done.stdout == f"{hashlib.sha256(salt + b'nine pages').hexdigest()}\n"


# -- the sample's own page


def points_of(card: Scorecard) -> dict[str, Decimal | None]:
    """What everything in a scorecard earned, by its id."""
    items = [item for system in card.systems for item in system.items]
    requirements = [one for item in items for one in item.requirements]
    rows = [row for one in requirements for row in one.rows]
    levels: list[RowScore | RequirementScore | ItemScore | SystemScore] = [*rows, *requirements, *items, *card.systems]
    found: dict[str, Decimal | None] = {one.id: one.points for one in levels}
    return found | {row.id: row.counted for row in (card.outcome.bonus.rows if card.outcome.bonus else ())}


def test_the_figures_of_the_sample_are_those_of_its_scores() -> None:
    """Every 「A1 得 6.50」 and every sum in the table of records/README.md."""
    one = section("records/README.md", "看什么，由什么证明")
    cards = sample_cards()
    assessed = {unit for unit, card in cards.items() if card.state not in {"not_applied", "withdrawn"}}
    assert {ticked(row[0])[0] for row in one.rows} == assessed
    for unit, _, proof in one.rows:
        card = cards[unit.strip("`")]
        if not card.systems:
            continue
        earned = points_of(card)
        said = re.findall(r"([A-DP][\w.]*(?:/\d)?(?:、[A-D][\w.]*)*) 各?得 (\d+\.\d\d)(?:＋(\d+\.\d\d))?", proof)
        assert len(said) > 3, unit
        for ids, first, second in said:
            for id_ in ids.split("、"):
                shown = {id_: first} if not second else {f"{id_}/1": first, f"{id_}/2": second}
                assert {key: str(earned[key]) for key in shown} == shown, (unit, id_)
        sums = {
            "合计": card.total,
            "基础分": card.base,
            "已定": card.base,
            "待定": card.open_points,
            "加分": card.outcome.bonus.points if card.outcome.bonus else None,
            "折算共": card.converted,
        }
        told = re.findall(r"(?<!取低分)(?<!次)(合计|基础分|已定|待定|加分|折算共) (\d+\.\d\d)", proof)
        assert told, unit
        for what, figure in told:
            assert figure == str(sums[what]), (unit, what)


def test_the_results_of_the_sample_are_those_of_its_scores() -> None:
    rows = [
        (
            f"`{unit}`",
            STATE.values[card.state].zh,
            "—" if card.total is None else str(card.total),
            card.grade.say(Lang.ZH) if card.grade else "—",
            RESULT.values[card.outcome.result].zh if card.outcome.result else "—",
        )
        for unit, card in sample_cards().items()
    ]
    assert [tuple(row) for row in section("records/README.md", "结果").rows] == rows


def test_twelve_rows_are_left_to_people() -> None:
    rubric = load(SAMPLE).rubric
    assert rubric is not None
    assert sum(isinstance(row.rule, Judgement) for row in rubric.rows()) == 12
    assert "只有十二行由考核人员评定" in page("records/README.md")


# -- the rubric language


UNIT_SHOWN = "agriculture"
STRUCTURE: dict[str, type[Record]] = {
    "细则": Rubric,
    "体系": System,
    "项目": Item,
    "考核项": Requirement,
    "分项": Part,
    "不适用": NotApplicable,
    "等次": Grade,
    "加分、减分": Block,
    "加减分的行": ResultRule,
    "一票否决": Veto,
    "一票否优": Bar,
    "认定条件": Recognition,
    "指标": FigureForm,
    "法律": Law,
}


@cache
def facts() -> Facts:
    """The facts of the unit of the sample on which the rubric page shows its examples, with the page's own figures."""
    declared, stated = section("docs/rubric.md", "指标").fences("yaml")
    report = f"records/units/{UNIT_SHOWN}/self_report.yaml"
    added = {"rubric.yaml": declared, report: stated}
    source = Overlay(SAMPLE, {path: SAMPLE.read(path) + text.encode("utf-8") for path, text in added.items()})
    campaign = load(source)
    assert campaign.rubric is not None
    assert check(campaign) == ()
    return facts_of(campaign.by_unit[UNIT_SHOWN], campaign.rubric)


def conversions() -> str:
    """The rows of every conversion of the unit shown."""
    card = sample_cards()[UNIT_SHOWN]
    items = [item for system in card.systems for item in system.items]
    requirements = [one for item in items for one in item.requirements]
    levels: list[RequirementScore | ItemScore | SystemScore] = [*card.systems, *items, *requirements]
    found = [(one.id, one.sum.conversion) for one in sorted(levels, key=attrgetter("id")) if one.sum.conversion]
    return "".join(f"| `{id_}` | {conversion.freed} | {conversion.arithmetic} |\n" for id_, conversion in found)


def test_the_conversions_are_those_of_the_scorecard() -> None:
    one = section("docs/rubric.md", "折算")
    assert conversions() in one.body
    assert len(one.rows) == conversions().count("\n") > 3


def test_the_clauses_of_the_result_are_shown_as_the_rubric_has_them() -> None:
    rubric = load(SAMPLE).rubric
    assert rubric is not None
    for title, model, real in (("加减分的行", Block, rubric.bonus), ("一票否决", Veto, rubric.vetoes),
                               ("一票否优", Bar, rubric.bars), ("法律", Law, rubric.laws)):  # fmt: skip
        (written,) = section("docs/rubric.md", title).fences("yaml")
        ((_, shown),) = plain(written).items()
        if model is Block:
            assert isinstance(real, Block)
            assert Block.model_validate(shown).rows[0] in real.rows
        else:
            assert isinstance(real, tuple)
            assert model.model_validate(shown[0]) in real


@pytest.mark.parametrize("title", STRUCTURE)
def test_the_structure_of_a_rubric_is_its_models(title: str) -> None:
    assert documented(section("docs/rubric.md", title)) == list(
        field_rows(STRUCTURE[title], nested=title == "一票否决")
    )


def test_every_option_of_a_fact_is_explained() -> None:
    assert documented(section("docs/rubric.md", "事实的写法")) == list(field_rows(Fact, nested=False))


def measured(cell: str) -> Measured:
    """What a fact written in a table cell comes to for the unit shown."""
    return facts().measure(Fact.model_validate(plain(f"fact: {cell.strip('`')}\n")["fact"]))


def test_every_measure_has_its_row_and_gives_what_the_page_says() -> None:
    rows = section("docs/rubric.md", "计量方式").rows
    assert [ticked(row[0])[0] for row in rows] == list(MEASURES)
    for name, label, field, example_, value in rows:
        measure = MEASURES[name.strip("`")]
        assert label == names(measure.words).replace("{of}", "…")
        assert field == ("要" if measure.needs_field else "不要")
        assert quantity(measured(example_)) == value, example_


def test_every_source_has_its_row_and_gives_what_the_page_says() -> None:
    rows = section("docs/rubric.md", "来源").rows
    assert [ticked(row[0])[0] for row in rows] == list(SOURCES)
    for name, label, _, example_, value in rows:
        assert label == names(label_of(Fact, name.strip("`")))
        assert quantity(measured(example_)) == value, example_


def test_every_form_of_condition_gives_what_the_page_says() -> None:
    for title in ("选择条件", "判断条件"):
        rows = section("docs/rubric.md", title).rows
        assert len(rows) >= 3
        for _, example_, value in rows:
            found = measured(example_)
            assert ("成立" if found.holds else "不成立") if title == "判断条件" else quantity(found) == value, example_
            if title == "判断条件":
                assert ("成立" if found.holds else "不成立") == value, example_


def test_every_reason_to_refuse_a_rubric_is_listed() -> None:
    shown = [row[0].strip("[").split("]")[0] for row in section("docs/rubric.md", "什么样的细则不用").rows]
    assert [code for code in shown if code.startswith("R")] == [code for code in kinds() if code.startswith("R")]


def test_every_rule_type_has_its_section_which_says_whether_it_grows() -> None:
    *shown, parts = (one for one in sections("docs/rubric.md") if one.title.startswith("`"))
    assert [one.title for one in shown] == [f"`{key}` {names(rule.label)}" for key, rule in RULES.items()]
    assert [RULES[ticked(one.title)[0]].grows for one in shown] == ["只增不减" in one.body for one in shown]
    assert parts.title == f"`parts` {names(label_of(Parts, 'parts'))}"


@pytest.mark.parametrize("key", RULES)
def test_a_rule_type_is_documented_as_it_computes(key: str) -> None:
    """Options from the model; each example with its words and its arithmetic for a unit of the sample."""
    one, rule_type = section("docs/rubric.md", f"`{key}`"), RULES[key]
    assert documented(one) == list(field_rows(rule_type))
    examples = one.fences("yaml")
    assert examples
    for written, said in zip(examples, one.fences("text"), strict=True):
        part = Part.model_validate(_as_part(plain(written)))
        award, rule = part.rule.award(part.points, facts()), part.rule
        assert isinstance(rule, rule_type)
        lines = [rule.words(part.points, facts()).say(lang) for lang in Lang]
        lines += [] if award.points is None else [f"{award.arithmetic} = {rounded(award.points)}"]
        assert said == "".join(f"{line}\n" for line in lines)


def _as_part(data: dict[str, Any]) -> dict[str, Any]:
    return {"points": data.pop("points"), "rule": data}


def test_parts_are_shown_by_an_example_that_adds_up() -> None:
    (written,) = section("docs/rubric.md", "`parts`").fences("yaml")
    data = plain(written)
    parts = Parts.model_validate(data["rule"]).parts
    assert sum(part.points for part in parts) == Decimal(data["points"])


# -- the facts table


def test_the_facts_table_is_what_the_rubric_rests_on() -> None:
    """With INTEGRITY_UPDATE_GOLDEN=1 the part between the markers is written anew."""
    written = facts_tables(*_rubric_and_facts())
    before, _, rest = page("docs/facts.md").partition(BEGIN)
    inside, _, after = rest.partition(END)
    if os.environ.get("INTEGRITY_UPDATE_GOLDEN"):
        (ROOT / "docs" / "facts.md").write_text(before + BEGIN + written + END + after, encoding="utf-8", newline="\n")
    else:
        assert inside == written


def test_the_facts_table_holds_every_requirement_and_the_satisfaction_survey() -> None:
    rubric, _ = _rubric_and_facts()
    rows = [row for one in sections("docs/facts.md") for row in one.rows if len(row) == 7]
    shown = {ticked(row[0])[0].partition("/")[0] for row in rows}
    wanted = {requirement.id for _, requirement in rubric.placed()}
    assert len(wanted - {"C2.SAT"}) == 104
    assert wanted <= shown
    assert shown - wanted == {row.id for row in (rubric.bonus.rows if rubric.bonus else ())}


def test_what_the_notice_leaves_open_is_listed_with_the_figures_of_the_rubric() -> None:
    """Every row of the list names a requirement of the rubric and gives the figures that the rubric holds."""
    rubric, _ = _rubric_and_facts()
    text = page("rubric.yaml")
    rows = section("docs/facts.md", "通知没有说的").rows
    known = {requirement.id for _, requirement in rubric.placed()}
    assert {row[0] for row in rows if row[0] != "各处的期间"} <= known
    for row in rows:
        assert [quoted for quoted in re.findall("「([^」]*)」", row[1]) if quoted not in NOTICE] == []
    decided = {row[0]: row[2] for row in rows}
    for id_, figure, stated in (
        ("A1.3", "31", "programme_meeting_gap, at_most: 31"),
        ("A2.6", "8", "target: 8"),
        ("B1.4", "20", "days_to_update: {max: 20}"),
        ("B1.6", "20", "days_to_publish, at_most: 20"),
        ("B3.7", "三成", "target: 0.3"),
        ("C1.1", "15", "days_to_file: {max: 15}"),
        ("C1.3", "一成", "target: 0.1"),
        ("C2.7", "六成", "target: 0.6"),
        ("C2.SAT", "30", "least: 30"),
        ("C2.SAT", "0.7", "fairly: 0.7"),
        ("S3.1", "0.8", "target: 0.8"),
        ("S4.4", "0.9", "target: 0.9"),
    ):
        assert figure in decided[id_], id_
        assert stated in text, stated


def _rubric_and_facts() -> tuple[Rubric, Facts]:
    campaign = load(SAMPLE)
    assert campaign.rubric is not None
    return campaign.rubric, facts_of(campaign.by_unit[UNIT_SHOWN], campaign.rubric)


# -- codes and commands


@cache
def modules() -> tuple[Any, ...]:
    """Every module of the program."""
    found = pkgutil.walk_packages(integrity_cli.__path__, "integrity_cli.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # click's, for what typer imports of it
        return tuple(importlib.import_module(one.name) for one in found if not one.name.endswith("__main__"))


def kinds() -> dict[str, list[Kind]]:
    """Every kind of finding that the code can make, by its code."""
    found = [value for module in modules() for value in vars(module).values() if isinstance(value, Kind)]
    by_code: dict[str, list[Kind]] = {}
    for kind in [*found, *(one.kind for one in CHECKS), *(one.kind for one in CHANGE_CHECKS)]:
        by_code.setdefault(kind.code, [])
        if kind not in by_code[kind.code]:
            by_code[kind.code].append(kind)
    return dict(sorted(by_code.items()))


def test_messages_that_list_what_there_is_leave_nothing_out() -> None:
    """The note of S122 is written by hand."""
    for code, listed in (("S122", [*RULES, "parts"]),):
        (note,) = {kind.note for kind in kinds()[code]}
        assert note is not None
        for half in (note.zh, note.en):
            assert [one for one in listed if not re.search(rf"\b{one}\b", half)] == [], code


SEVERITIES = {Severity.ERROR: "错误 error", Severity.WARNING: "警告 warning"}


def both(text: Text) -> str:
    return f"{text.zh}<br>{text.en}".replace("|", "\\|")


def test_every_code_has_its_row_and_says_what_the_program_says() -> None:
    shown = {ticked(row[0])[0]: row for one in sections("docs/codes.md")[1:] for row in one.rows}
    assert list(shown) == [code for family in "YSLTVRPG" for code in kinds() if code.startswith(family)]
    for code, same in kinds().items():
        head, severity, message, establish = shown[code]
        assert ticked(head) == [code, same[0].name]
        assert severity == SEVERITIES[same[0].severity]
        assert message == both(same[0].message)
        helps = {both(kind.help) for kind in same if kind.help is not None}
        assert establish in helps if helps else establish.count("<br>") == 1, code


def test_every_command_and_option_has_its_row_in_both_languages() -> None:
    by_chinese = {text.zh: text for text in vars(words).values() if isinstance(text, Text)}
    (app,) = (module for module in modules() if module.__name__ == "integrity_cli.cli.app")
    commands = app.typer.main.get_command(app.program).commands
    shown = [one for one in sections("docs/commands.md") if one.title.startswith("`integrity ")]
    assert [ticked(one.title)[0].split(" ")[1] for one in shown] == list(commands)
    for one, command in zip(shown, commands.values(), strict=True):
        assert names(by_chinese[command.help]) in one.body
        for (shown_name, zh, en), parameter in zip(one.rows, command.params, strict=True):
            text = by_chinese.get(parameter.help) or getattr(words, str(parameter.metavar).strip("[]"))
            assert (zh, en) == (text.zh, text.en)
            option, _, value = ticked(shown_name)[0].partition(" ")
            assert option == (parameter.metavar if parameter.param_type_name == "argument" else parameter.opts[0])
            assert value.split("/") == list(getattr(parameter.type, "choices", [value]))


def test_the_samples_of_the_formats_are_what_the_program_prints() -> None:
    shown = [one for one in sections("docs/formats.md") if one.title.startswith("`")]
    assert [ticked(one.title)[0] for one in shown] == list(FINDINGS_FORMATS)
    source = campaign_of(EXAMPLES / "flagged" / "Y005-duplicate-key")
    for one in shown:
        samples = re.findall(r"^```\w+\n(.*?)^```$", one.body, re.MULTILINE | re.DOTALL)
        assert len(samples) in {1, 2}
        for sample, lang in zip(samples, Lang, strict=False):
            left_out = "(?:.*\n)*".join(re.escape(kept) for kept in sample.split("…\n"))
            assert re.fullmatch(left_out, validate(source, ticked(one.title)[0], Manner(lang)).data), one.title


def test_exit_codes_are_those_of_the_program() -> None:
    for name in ("docs/commands.md", *READMES):
        (one,) = (one for one in sections(name) if re.search("退出码|exit codes", one.title))
        shown = [ticked(row[0])[0] for row in one.rows]
        assert shown == [str(getattr(outcome, code)) for code in ("CLEAN", "FINDINGS", "USAGE", "NOTHING")], name


def test_environment_variables_are_those_the_edge_reads() -> None:
    edge = page("integrity_cli/cli/edge.py") + page("integrity_cli/cli/forge.py")
    read = re.findall(r"environ\.get\(\"(\w+)\"", edge)
    assert {ticked(row[0])[0] for row in section("docs/commands.md", "环境变量").rows} == set(read)


def test_the_words_of_dev_py_are_those_it_says_itself() -> None:
    said = re.findall(r"^python3 dev\.py ([a-z]+) ", page("dev.py"), re.MULTILINE)
    assert [ticked(row[0])[0].split(" ")[-1] for row in section("docs/commands.md", "dev.py").rows] == said


# -- glossary and architecture


LISTS = (STATE, STATUS, ACTOR, STATED_BY, STAGE, FILED, DUTY, DISCLOSURE, ENTRY_OUTCOME, UNIT_KIND, GROUP_ROLE, POST,
         STEPS, EMPTY, DAYS, UNIT, TREATMENT, FREED_TO, RESULT, RECONSIDERED, OBJECTION_OUTCOME)  # fmt: skip
TWO_MEANINGS = {
    ("activity", "活动", "activity"),  # 活动 is the campaign
    ("publication", "公开", "publication"),  # 公开 is what is public
    ("survey", "按测评得分", "survey"),  # survey is the unit's own
    ("refused", "维持", "refused"),  # refused is an entry that is not believed
    ("open", "办理中", "open"),  # open is a row that waits
}
"""Words of the program that one Chinese or one English term of the glossary already means something else by."""


def record_models() -> list[type[Record]]:
    """Every record model of the code."""
    found = {
        value: None
        for module in modules()
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Record)
    }
    return list(found)


def glossary() -> list[list[str]]:
    return [row for one in sections("docs/glossary.md") for row in one.rows]


def code_names() -> set[str]:
    """Everything the code names: classes, functions, fields, constants, and the words of its closed lists."""
    found: set[str] = set()
    for path in sorted((ROOT / "integrity_cli").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                found.add(node.name)
            elif isinstance(node, ast.Name):
                found.add(node.id)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def test_the_glossary_has_one_english_word_for_a_chinese_term() -> None:
    for column in (0, 1):
        terms = [row[column] for row in glossary()]
        assert sorted({term for term in terms if terms.count(term) > 1}) == []
    assert all(len(row) == 5 and "；" not in row[0] and row[3].count("<br>") == 1 for row in glossary())


def test_the_identifiers_of_the_glossary_exist() -> None:
    known = code_names()
    missing = [name for row in glossary() for name in ticked(row[2]) if name not in known]
    assert missing == []
    assert all(ticked(row[2]) or row[2] == "—" for row in glossary())


def test_models_kinds_and_rule_terms_stand_in_the_glossary() -> None:
    named = {name for row in glossary() for name in ticked(row[2])}
    wanted = {model.__name__ for model in record_models()} | {*KINDS, *RULES, *MEASURES, *SOURCES}
    assert sorted(wanted - named) == []


def test_the_closed_lists_use_the_words_of_the_glossary() -> None:
    rows = {(name, row[0], row[1]) for row in glossary() for name in ticked(row[2])}
    used = {(value, text.zh, text.en.removeprefix("the ")) for one in LISTS for value, text in one.values.items()}
    used |= {(name, KINDS[name].kind_label.zh, KINDS[name].kind_label.en) for name in KINDS}
    used |= {(key, rule.label.zh, rule.label.en) for key, rule in RULES.items()}
    for severity, said in SEVERITIES.items():
        zh, en = said.split(" ")
        used.add((severity.value, zh, en))
    assert sorted(used - rows) == sorted(TWO_MEANINGS)


def test_clauses_are_quoted_from_the_notice() -> None:
    wrong = [row[4] for row in glossary() if not row[4].startswith("—") and row[4] not in NOTICE]
    assert wrong == []


def test_the_ladder_is_the_one_that_the_imports_keep() -> None:
    (ladder,) = section("docs/architecture.md", "The ladder").fences("text")
    drawn = tuple(tuple(re.split(r"\s{2,}", line)[0].split(" | ")) for line in ladder.strip("\n").split("\n"))
    assert drawn == LADDER


def test_the_names_in_the_architecture_page_exist() -> None:
    """`scoring.engine.score` and its like."""
    rooms = "|".join(room for level in LADDER for room in level)
    known = {module.__name__.removeprefix("integrity_cli."): module for module in modules()}
    for dotted in re.findall(rf"`((?:{rooms})(?:\.\w+)+)`", page("docs/architecture.md")):
        if not dotted.endswith(".py"):
            found = max((one for one in known if f"{dotted}.".startswith(f"{one}.")), key=len)
            attrgetter(dotted.removeprefix(found).lstrip(".") or "__name__")(known[found])
