"""The page of a code, and the list of codes, in Markdown; the gallery in docs/codes/ is made of the same sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from integrity_cli.explanations import Explanation
from integrity_cli.lang import Text, Words
from integrity_cli.rendering.codes.words import TITLES, Code, by_family
from integrity_cli.rendering.findings.words import SEVERITY
from integrity_cli.rendering.page import Page, harmless

_NOTE = Text("说明：{note}", "note: {note}")
_TITLED = Text("**{title}**：{words}", "**{title}:** {words}")
_COLUMNS = Text("| 代码 | 名称 | 级别 | 说的是什么 |", "| code | name | severity | what it says |")


def render(code: Code, explanation: Explanation, page: Page) -> str:
    """Everything that is to be known of one code."""
    more = [f"`{path}`" for path in code.read_more(page.lang)]
    lines = [*section(code, explanation, page), "", page.say(_TITLED.of(title=TITLES["more"], words=more))]
    return "\n".join(lines) + "\n"


def section(code: Code, explanation: Explanation, page: Page) -> Iterator[str]:
    """The lines of one code under a heading with an anchor, such as `y005`."""
    yield f'## <a id="{code.anchor}"></a>{code.id} `{code.name}`'
    messages = [_escaped(message, page) for message in code.messages]
    severity = SEVERITY[code.severity]
    if len(messages) == 1:
        yield from ("", page.say(_TITLED.of(title=severity, words=messages[0])))
    else:
        yield from ("", f"**{page.say(severity)}**", "", *(f"- {message}" for message in messages))
    for note in code.notes:
        yield ""
        yield page.say(_NOTE.of(note=_escaped(note, page)))
    for name, words in (("why", explanation.why), ("basis", explanation.basis)):
        yield from _titled(name, words, page)
    for name, lines in (("wrong", explanation.wrong), ("right", explanation.right)):
        if isinstance(lines, Text):
            yield from _titled(name, lines, page)
        else:
            shown = (harmless(line.replace("\t", "→ ")) for line in lines.rstrip("\n").split("\n"))
            yield from ("", f"**{page.say(TITLES[name])}**", "", "```yaml", *shown, "```")
    for help_ in code.help:
        yield from _titled("help", help_, page)


def render_list(codes: Iterable[Code], page: Page) -> str:
    """A table of every family."""
    blocks = []
    for letter, (family, listed) in by_family(codes).items():
        rows = [
            f"| `{code.id}` | `{code.name}` | {severity} | {_escaped(code.messages[0], page)} |"
            for code in listed
            for severity in [page.say(SEVERITY[code.severity])]
        ]
        blocks.append(
            "\n".join(
                [f"## {letter} {page.say(family.name)}", "", page.say(_COLUMNS), "| --- | --- | --- | --- |", *rows]
            )
        )
    return "\n\n".join(blocks) + "\n"


def _titled(name: str, words: Words, page: Page) -> Iterator[str]:
    yield from ("", page.say(_TITLED.of(title=TITLES[name], words=_escaped(words, page))))


def _escaped(words: Words, page: Page) -> str:
    """Our own words, in which backticks mark what is typed; all else stands for itself."""
    pieces = harmless(page.say(words)).replace("|", "\\|").split("`")
    return "`".join(
        piece if inside else "".join(f"\\{one}" if one in "*_<>[]#" else one for one in piece)
        for inside, piece in zip([False, True] * len(pieces), pieces, strict=False)
    )
