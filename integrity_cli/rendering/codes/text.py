"""The page of a code, and the list of codes, for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from integrity_cli.explanations import Explanation, Family
from integrity_cli.lang import Sentence, Text
from integrity_cli.rendering.codes.words import STYLE, TITLES, Code, by_family
from integrity_cli.rendering.findings.words import SEVERITY
from integrity_cli.rendering.page import Page, pad, paragraph

_HEAD = Text("{code} {name}（{severity}）", "{code} {name} ({severity})")
_NOTE = Text("说明：", "note: ")
_FAMILY = Text("{letter} {name}：{about}", "{letter} {name}: {about}")
_INDENT = "  "


def render(code: Code, explanation: Explanation, page: Page) -> str:
    """Everything that is to be known of one code, on one page."""
    parts = {
        "why": paragraph(_INDENT, page.say(explanation.why), page),
        "basis": paragraph(_INDENT, page.say(explanation.basis), page),
        "wrong": _shown(explanation.wrong, page),
        "right": _shown(explanation.right, page),
        "help": _points(code.help, page),
        "more": (_INDENT + path for path in code.read_more(page.lang)),
    }
    blocks = ["\n".join(_head(code, page))]
    for name, lines in parts.items():
        body = "\n".join(lines)
        if body:
            blocks.append(f"{page.paint(page.say(TITLES[name]), 'bold')}\n{body}")
    return "\n\n".join(blocks) + "\n"


def render_list(codes: Iterable[Code], page: Page) -> str:
    """Every code with its name, severity and message, by family."""
    families = by_family(codes).items()
    return "\n\n".join("\n".join(_family(letter, *one, page)) for letter, one in families) + "\n"


def _head(code: Code, page: Page) -> Iterator[str]:
    words = _HEAD.of(code=code.id, name=code.name, severity=SEVERITY[code.severity])
    yield page.paint(page.say(words), STYLE[code.severity])
    yield from _points(code.messages, page)
    for note in code.notes:
        yield from paragraph(_INDENT + page.say(_NOTE), page.say(note), page)


def _points(sentences: tuple[Sentence, ...], page: Page) -> Iterator[str]:
    for one in sentences:
        yield from paragraph(_INDENT if len(sentences) == 1 else f"{_INDENT}· ", page.say(one), page)


def _shown(lines: str | Text, page: Page) -> Iterator[str]:
    """Lines of a record behind a bar, as in a finding; what is too long goes on without one, a tab is made visible."""
    if isinstance(lines, Text):
        yield from paragraph(_INDENT, page.say(lines), page)
        return
    for line in lines.rstrip("\n").split("\n"):
        text = line.lstrip(" ")
        yield from paragraph(f"{_INDENT}| {' ' * (len(line) - len(text))}", text.replace("\t", "→ "), page)


def _family(letter: str, family: Family, codes: list[Code], page: Page) -> Iterator[str]:
    words = _FAMILY.of(letter=letter, name=family.name, about=family.about)
    for line in paragraph("", page.say(words), page):
        yield page.paint(line, "bold")
    severities = {code.id: page.say(SEVERITY[code.severity]) for code in codes}
    for code in codes:
        severity = pad(severities[code.id], max(map(cell_len, severities.values())))
        head = f"{_INDENT}{code.id} {severity} {pad(code.name, max(len(one.name) for one in codes))}  "
        first, *rest = paragraph(head, page.say(code.messages[0]), page)
        yield page.paint(head, STYLE[code.severity]) + first.removeprefix(head)
        yield from rest
