"""Reading the documents, and writing the tables in them that are the code's own: fields of records, facts of rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from integrity_cli.domain.office import CampaignTerms
from integrity_cli.domain.record import Both, Record, as_text, label_of, unwrapped
from integrity_cli.domain.scalars import OneOf, Scalar
from integrity_cli.lang import Lang, Text
from integrity_cli.reading import dialect
from integrity_cli.rubric.answers import Facts, Measured
from integrity_cli.rubric.facts import Fact, Measuring, source_of
from integrity_cli.rubric.model import Rubric
from integrity_cli.rubric.result_clauses import Bar, Veto
from integrity_cli.rubric.rules import Judgement, Rule
from integrity_cli.rubric.words import condition_words, measured_words, span_words
from integrity_cli.scoring.scorecard import STATED_BY
from tests.tools import ROOT


def page(name: str) -> str:
    """The text of a document, by its path from the top."""
    return (ROOT / name).read_text(encoding="utf-8")


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it, up to the next heading of any level."""

    title: str
    body: str

    @property
    def rows(self) -> list[list[str]]:
        """The cells of its tables, without their heads."""
        lines = [line for line in self.body.split("\n") if line.startswith("|")]
        heads = {place for place, line in enumerate(lines) if set(line) <= set("|- :")}
        kept = (line for place, line in enumerate(lines) if not {place, place + 1} & heads)
        return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in kept]

    def fences(self, language: str) -> list[str]:
        """Its code blocks in one language."""
        return re.findall(rf"^```{language}\n(.*?)^```", self.body, re.MULTILINE | re.DOTALL)


def sections(name: str) -> list[Section]:
    """A document cut at its headings; a comment in a code block is no heading."""
    cut: list[tuple[str, list[str]]] = [("", [])]
    inside = False
    for line in page(name).split("\n"):
        inside ^= line.startswith("```")
        if line.startswith("#") and not inside:
            cut.append((line.lstrip("# "), []))
        else:
            cut[-1][1].append(line)
    return [Section(title, "\n".join(body)) for title, body in cut]


def section(name: str, begins: str) -> Section:
    """The one section whose title begins with these words."""
    (found,) = (one for one in sections(name) if one.title.startswith(begins))
    return found


def prose(name: str) -> str:
    """A document without its code blocks."""
    return re.sub(r"^```.*?^```", "", page(name), flags=re.MULTILINE | re.DOTALL)


def ticked(cell: str) -> list[str]:
    """The words between backticks."""
    return re.findall(r"`([^`]+)`", cell)


def plain(text: str) -> Any:
    """A YAML example as the reader takes it."""
    read = dialect.read("example.yaml", text.encode("utf-8"))
    assert read.findings == [], text
    return read.data


def names(text: Text) -> str:
    """A label as the tables print it."""
    return f"{text.zh} / {text.en}"


# -- fields of records

FORMS = {
    "parse_line": "一行文字",
    "parse_prose": "文字",
    "parse_date": "日期",
    "parse_number": "数",
    "parse_points": "分值",
    "parse_count": "整数",
    "parse_positive_number": "正数",
    "parse_positive_points": "正分值",
    "parse_positive_count": "正整数",
    "parse_yes_no": "是否",
    "parse_url": "网址",
    "parse_digest": "校验值",
    "parse_commit": "提交编号",
    "parse_slug": "编号",
    "parse_entry_id": "条目编号",
    "parse_attachment": "附件路径",
    "parse_kinds": "证据类型，或其列表",
    "parse_findings": "查实情形，或其列表",
    "parse_test": "条件",
    "parse_measuring": "计量方式",
}


def form(annotation: Any, marks: tuple[Any, ...] = ()) -> str:
    """How a field is written, in the words of docs/records/README.md."""
    for mark in marks:
        if isinstance(mark, OneOf):
            return "选一：" + "、".join(f"`{value}` {label.zh}" for value, label in mark.values.items())
        if isinstance(mark, Scalar):
            return FORMS[mark.parse.__name__]
    first, *more = [one for one in get_args(annotation) if one is not type(None)] or [None]
    match get_origin(annotation):
        case None:
            said = {Both: "中英文", Fact: "事实"}.get(annotation, "一组")
        case origin if origin is Annotated:
            said = form(first, tuple(more))
        case origin if origin is tuple:
            said = f"列表，每项：{form(first)}"
        case origin if origin in {Union, UnionType}:
            said = "见各节" if more else form(first)
        case _:
            said = f"名称到{form(more[0])}"
    return said


def default(info: FieldInfo) -> str:
    """Whether a field is required, and what is taken without it."""
    if info.is_required():
        return "是"
    value = info.default.name if isinstance(info.default, Measuring) else info.default
    return "否" if value is None or value in ((), {}) else f"否，默认 `{as_text(value)}`"


def field_rows(model: type[Record], before: str = "", *, nested: bool = True) -> Iterator[list[str]]:
    """Field, label, form, required; the fields of a part follow it under dotted names, then what is derived."""
    for name, info in model.model_fields.items():
        inner, _, many = unwrapped(info.annotation)
        written = form(info.annotation, tuple(info.metadata))
        yield [f"`{before}{name}`", names(label_of(model, name)), written, default(info)]
        if nested and isinstance(inner, type) and issubclass(inner, Record) and inner not in {Both, Fact}:
            yield from field_rows(inner, f"{before}{name}{'[]' if many else ''}.")
    if nested:
        for name, label in model.derived().items():
            yield [f"`{before}{name}`", names(label), DERIVED, "—"]


DERIVED = "由程序计算"


def documented(one: Section) -> list[list[str]]:
    """The rows of a field table without the meaning, which must be there."""
    assert all(len(row) == 5 and row[2] for row in one.rows), one.title
    return [[row[0], row[1], row[3], row[4]] for row in one.rows]


# -- facts of rows

WRITTEN_IN = {
    "entries": "evidence.yaml",
    "powers": "powers.yaml",
    "cases": "cases.yaml",
    "plan": "plan.yaml",
    "profile": "profile.yaml",
    "self_report": "self_report.yaml",
    "unit": "register.yaml",
    "filing": "filings.yaml",
    "sheets": "考核记录",
    "survey": "surveys.yaml",
    "finding": "决定",
    "office": "主办单位记录",
    "figure": "指标",
    "coverage": "其他考核项所据的事实",
}
"""The record that each source of facts reads, as the facts table names it."""
LIST_IN = {
    "cases": "cases",
    "filing": "filings",
    "sheets": "sheets",
    "survey": "surveys",
    "finding": "findings",
}
"""The list inside the record, where the source does not name it."""
OFFICE_WRITES = {"campaign": "campaign.yaml", "decisions": "决定", "notice": "notice.yaml"}
BY_PEOPLE = "由人评定"
FACTS_HEAD = "| 行 | 要点 | 分值 | 所据事实 | 记录和字段 | 谁陈述 | 规则 |\n|---|---|---|---|---|---|---|\n"

CLAUSES_HEAD = "| 编号 | 情形 | 所据事实 | 记录和字段 | 谁陈述 |\n|---|---|---|---|---|\n"


def where_written(fact: Fact, terms: CampaignTerms) -> str:
    """The record, and in it the fields, that a resolved fact looks at."""
    found = source_of(fact)
    assert found is not None
    source, chosen = found
    chosen_in = {
        "entries": "、".join(f"`{kind}`" for kind in chosen),
        "cases": "`cases`" if chosen == "all" else f"`cases`（`{chosen}`）",
        "filing": f"`filings`（`{chosen}`）",
        "finding": "`findings`（" + "、".join(f"`{kind}`" for kind in chosen) + "）",
        "coverage": f"`{chosen}`",
    }.get(source.name) or f"`{LIST_IN.get(source.name) or source.place(chosen)}`"
    fields = list(dict.fromkeys([*(fact.where or {}), *([fact.measure.field] if fact.measure.field else [])]))
    record = WRITTEN_IN[source.name]
    if source.name == "office":
        record = OFFICE_WRITES[str(chosen).partition(".")[0]]
    said = f"{f'`{record}`' if record.endswith('.yaml') else record} {chosen_in}"
    said += "：" + "、".join(f"`{field}`" for field in fields) if fields else ""
    return said + (f"，{span_words(fact.within, terms).say(Lang.ZH)}" if fact.within else "")


def stated_by(fact: Fact) -> str:
    """Who states a fact: the one word that the program itself prints."""
    return STATED_BY.values[Measured(fact, None, ()).stated_by].zh


def _rests_on(rule: Rule, facts: Facts) -> list[tuple[str, str, str]]:
    """The facts of a rule: words, place and who states them."""
    found = []
    for _, stated in rule.facts():
        measured = facts.measure(stated)
        words = (
            condition_words(measured.fact, measured.bounds, facts.dossier.terms)
            if rule.key == "present"
            else measured_words(measured.fact, facts.dossier.terms)
        )
        found.append((words.say(Lang.ZH), where_written(measured.fact, facts.dossier.terms), stated_by(measured.fact)))
    return found


def facts_row(id_: str, gloss: str, points: Decimal, rule: Rule, facts: Facts) -> str:
    """One line of the facts table."""
    rests_on = _rests_on(rule, facts)
    words = "<br>".join(dict.fromkeys(one[0] for one in rests_on)) or BY_PEOPLE
    written = "<br>".join(dict.fromkeys(one[1] for one in rests_on)) or "考核记录 `marks`"
    by = "、".join(dict.fromkeys(one[2] for one in rests_on)) or STATED_BY.values["reviewer"].zh
    return f"| `{id_}` | {gloss} | {points} | {words} | {written} | {by} | `{rule.key}` {rule.label.zh} |\n"


def facts_tables(rubric: Rubric, facts: Facts) -> str:
    """The generated part of docs/facts.md: a table for every item, and one for what stands outside the base."""
    said = ""
    for system in rubric.systems:
        said += f"## {system.id} {names(system.name.text)}\n\n"
        for item in system.items:
            said += f"### {item.id} {names(item.name.text)}\n\n{FACTS_HEAD}"
            for requirement in item.requirements:
                for row in requirement.rows():
                    gloss = names(requirement.gloss.text)
                    gloss += f"<br>{names(row.gloss.text)}" if row.gloss else ""
                    said += facts_row(row.id, gloss, row.points, row.rule, facts)
            said += "\n"
    said += f"## 基础分以外 / outside the base\n\n### 加分 / bonus\n\n{FACTS_HEAD}"
    for result in rubric.bonus.rows if rubric.bonus else ():
        said += facts_row(result.id, names(result.label.text), result.points, result.rule, facts)
    said += f"\n### 一票否决和一票否优 / vetoes and bars\n\n{CLAUSES_HEAD}"
    clauses: tuple[Veto | Bar, ...] = (*rubric.vetoes, *rubric.bars)
    for clause in clauses:
        measured = facts.measure(clause.when)
        words = condition_words(measured.fact, measured.bounds, facts.dossier.terms).say(Lang.ZH)
        written, by = where_written(measured.fact, facts.dossier.terms), stated_by(measured.fact)
        said += f"| `{clause.id}` | {names(clause.label.text)} | {words} | {written} | {by} |\n"
    judged = [row.id for row in rubric.rows() if isinstance(row.rule, Judgement)]
    said += f"\n## 由人评定的行 / rows that people judge\n\n共 {len(judged)} 行："
    return said + "、".join(f"`{row}`" for row in judged) + "。\n"
