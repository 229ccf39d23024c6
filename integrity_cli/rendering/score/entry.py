"""A ledger entry for people: what it says, where its original is, and which rows it counts for."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.domain.dossier import Dossier, LedgerEntry
from integrity_cli.domain.record import Record, as_text, find_field, label_of
from integrity_cli.lang import Text, verbatim
from integrity_cli.rendering.page import Page, harmless, paragraph
from integrity_cli.rendering.score.explained import entry_line
from integrity_cli.scoring.scorecard import Scorecard

_FIELD = Text("{label}：{value}", "{label}: {value}")
_PROVES = Text("计入：{rows}", "counts for: {rows}")
_NOTHING = Text("没有一行计入它", "no row counts it")
_SHOWN_ABOVE = {"id", "kind", "title", "happened_on", "disclosure"}


def render(placed: LedgerEntry, dossier: Dossier, card: Scorecard, page: Page) -> str:
    """The entry, its fields by their labels, and what it proves."""
    head = paragraph("", f"{dossier.unit.id} {entry_line(placed.entry, dossier, page)}", page)
    lines = [*(page.paint(line, "bold") for line in head), f"  {placed.path}"]
    for line in _fields(placed.entry, page):
        lines += paragraph("  ", line, page)
    rows = [row.id for row in card.rows if any(placed.entry.id in fact.entries for fact in row.facts)]
    lines += paragraph("  ", page.say(_PROVES.of(rows=" ".join(rows)) if rows else _NOTHING), page)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _fields(record: Record, page: Page) -> Iterator[str]:
    for name in (*type(record).model_fields, *record.derived()):
        value = getattr(record, name)
        if name in _SHOWN_ABOVE or value in (None, ()):
            continue
        field = find_field(type(record), name)
        choices = field.choices.values if field and field.choices else {}
        if isinstance(value, Record):
            said = " · ".join(_fields(value, page))
        else:
            several = value if isinstance(value, tuple) else (value,)
            said = " ".join(page.say(choices.get(one, verbatim(harmless(as_text(one))))) for one in several)
        yield page.say(_FIELD.of(label=label_of(type(record), name), value=verbatim(said)))
