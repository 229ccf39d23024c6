"""Where the points of one requirement come from: its clause, its rows, and every entry they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.evidence import KINDS, Entry
from integrity_cli.domain.record import as_text
from integrity_cli.lang import Text, verbatim
from integrity_cli.rendering.page import Page, harmless, paragraph
from integrity_cli.rendering.score.row import conversion_words, row_lines
from integrity_cli.scoring.scorecard import STATUS, RequirementScore, RowScore

_HEAD = Text("{id} {gloss}　{points} / {maximum}（{status}）", "{id} {gloss}  {points} / {maximum} ({status})")
_CLAUSE = Text("通知原文：{clause}", "clause: {clause}")
_COLUMNS = Text("自评 {own}　计算 {computed}　考核 {reviewed}", "self {own}  computed {computed}  reviewed {reviewed}")
_MEANING = Text("{words}，即{meaning}", "{words}: {meaning}")
_ENTRY = Text("{id} {day} {kind}：{title}{mark}", "{id} {day} {kind}: {title}{mark}")
_MARKS = {
    "confirmed": Text("（已核实）", " (confirmed)"),
    "refused": Text("（不予采信）", " (refused)"),
    "unproved": Text("（开封核验未通过，不计）", " (opened and not proved, not counted)"),
    "sealed": Text("（封存）", " (sealed)"),
    "withdrawn": Text("（已撤回）", " (withdrawn)"),
}
_NONE = "—"


def render(one: RequirementScore, dossier: Dossier, page: Page) -> str:
    """A requirement with all that a reader needs to redo it by hand."""
    entries = {placed.entry.id: placed.entry for placed in dossier.ledger}
    lines = [*_head(one, page)]
    for row in one.rows:
        lines += ["", *_row(row, page), *_entries(row, entries, dossier, page)]
    if one.sum.conversion is not None:
        lines += ["", page.say(conversion_words(one.sum.conversion))]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def entry_line(entry: Entry, dossier: Dossier, page: Page) -> str:
    """An entry on one line, with what reviewers said of it."""
    marks = [name for name, holds in _states(entry, dossier).items() if holds]
    words = _ENTRY.of(
        id=entry.id,
        day=as_text(entry.happened_on),
        kind=KINDS[entry.kind].kind_label,
        title=verbatim(harmless(entry.title)),
        mark=_MARKS[marks[0]] if marks else "",
    )
    return page.say(words)


def _states(entry: Entry, dossier: Dossier) -> Mapping[str, bool]:
    return {
        "withdrawn": entry.withdrawn is not None,
        "refused": entry.id in dossier.refused,
        "unproved": entry.id in dossier.unproved,
        "sealed": entry.disclosure == "sealed",
        "confirmed": entry.id in dossier.confirmed,
    }


def _head(one: RequirementScore, page: Page) -> Iterator[str]:
    words = _HEAD.of(
        id=one.id, gloss=one.gloss, points=one.points, maximum=one.maximum, status=STATUS.values[one.status]
    )
    for line in paragraph("", page.say(words), page):
        yield page.paint(line, "bold")
    yield from paragraph("", page.say(_CLAUSE.of(clause=verbatim(one.clause))), page)


def _row(row: RowScore, page: Page) -> Iterator[str]:
    points = _NONE if row.points is None else row.points
    gloss = page.say(row.gloss) if row.gloss else ""
    yield page.paint(f"{row.id}  {points} / {row.maximum}  {gloss}", "bold")
    columns = {name: _NONE if value is None else value for name, value in _three(row).items()}
    yield f"  {page.say(_COLUMNS.of(**columns))}"
    yield from row_lines(row, page, "  ")
    for fact in row.facts:
        if fact.words == fact.meaning:
            continue  # it has no name of its own
        yield from paragraph("  ", page.say(_MEANING.of(words=fact.words, meaning=fact.meaning)), page)


def _three(row: RowScore) -> dict[str, object]:
    return {"own": row.self_score, "computed": row.computed, "reviewed": row.reviewed}


def _entries(row: RowScore, entries: Mapping[str, Entry], dossier: Dossier, page: Page) -> Iterator[str]:
    named = sorted({entry for fact in row.facts for entry in fact.entries})
    for id_ in named:
        yield from paragraph("  · ", entry_line(entries[id_], dossier, page), page)
