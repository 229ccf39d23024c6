"""One row for people: its rule, arithmetic, facts and who stated them, marks, and what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.domain.record import as_text
from integrity_cli.lang import Sentence, Text, verbatim
from integrity_cli.rendering.page import Page, harmless, paragraph
from integrity_cli.scoring.scorecard import STATUS, Conversion, FactLine, RowScore

_FACT = Text("{words}：{value}（{who}{entries}）", "{words}: {value} ({who}{entries})")
_ENTRIES = Text("，{ids}", "; {ids}")
_NOTHING = Text("无记录", "nothing on record")
_WHO = {
    "unit": Text("单位陈述", "stated by the unit"),
    "office": Text("主办单位陈述", "stated by the office"),
    "reviewer": Text("考核组陈述", "stated by reviewers"),
}
_MARK = Text("{reviewer} 评 {mark}：{reason}", "{reviewer} marked {mark}: {reason}")
_DECIDED = Text("主办单位决定：{reason}", "decided by the office: {reason}")
_SELF = Text("自评 {points}：{statement}", "self-score {points}: {statement}")
_CONVERSION = Text("折算：{arithmetic}", "conversion: {arithmetic}")
_CONVERSION_WAITS = Text(
    "折算：{freed} 分，等有关各行定下后计算", "conversion: {freed} points, once the rows it depends on are settled"
)
_MANY = 12


def conversion_words(conversion: Conversion) -> Sentence:
    """A conversion with its arithmetic, or that it waits for what is open."""
    if conversion.points is None:
        return _CONVERSION_WAITS.of(freed=conversion.freed)
    return _CONVERSION.of(arithmetic=conversion.arithmetic)


def row_lines(row: RowScore, page: Page, indent: str) -> Iterator[str]:
    """The lines under a row's head."""
    yield from paragraph(indent, page.say(row.rule), page)
    if row.arithmetic:
        yield f"{indent}{row.arithmetic}"
    for fact in row.facts:
        yield from paragraph(indent, page.say(fact_words(fact)), page)
    for mark in row.marks:
        given = mark.points if mark.points is not None else as_text(bool(mark.met))
        words = _MARK.of(reviewer=mark.reviewer, mark=given, reason=verbatim(harmless(mark.reason)))
        yield from paragraph(indent, page.say(words), page)
    if row.statement:
        words = _SELF.of(points=row.self_score, statement=verbatim(harmless(row.statement)))
        yield from paragraph(indent, page.say(words), page)
    if row.decided:
        yield from paragraph(indent, page.say(_DECIDED.of(reason=verbatim(harmless(row.decided)))), page)
    if row.open is not None:
        yield from paragraph(indent, page.say(row.open.words), page)
    elif not row.applies or not row.maximum:
        yield f"{indent}{page.say(STATUS.values[row.status])}"


def fact_words(fact: FactLine, *, most: int = _MANY) -> Sentence:
    """A fact with its value, who stated it, and what it rests on; a long list is cut, with its length."""
    rests_on = (*fact.entries, *fact.places)
    shown = rests_on[:most] if len(rests_on) <= most else (*rests_on[:most], f"… ({len(rests_on)})")
    entries = _ENTRIES.of(ids=shown) if shown else ""
    value = fact.value or _NOTHING
    return _FACT.of(words=fact.words, value=value, who=_WHO[fact.stated_by], entries=entries)
