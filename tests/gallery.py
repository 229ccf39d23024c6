"""The gallery in docs/codes/: a page for each family and language, made of what `integrity explain` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from integrity_cli.explanations import EXPLANATIONS, FAMILIES
from integrity_cli.lang import Lang, Text
from integrity_cli.rendering.codes.markdown import section
from integrity_cli.rendering.codes.words import Code, by_family
from integrity_cli.rendering.page import Page
from integrity_cli.tasks.explain import CODES
from tests.changes.tools import is_push
from tests.test_examples import changed_files, examples_of
from tests.tools import ROOT

_TITLE = Text("# {letter} {name}：每个代码的说明", "# {letter} {name}: every code explained")
_LINKS = Text(
    "[English]({letter}.en.md) · [全部代码](../codes.md)", "[中文]({letter}.zh.md) · [all codes](../codes.md)"
)
_ORIGIN = Text(
    "本页由 `integrity explain` 的同一份文字生成，改动在程序里。尖括号里是当时的值。"
    "例子是 `tests/examples/` 下的一个文件夹，输出一字不改。",
    "This page is generated from the words of `integrity explain`; change them in the program. Angle brackets stand "
    "for the facts of the moment. An example is a folder of `tests/examples/`, with its exact output.",
)
_MORE = Text("另见：{pages}", "See also: {pages}")
_EXAMPLE = Text(
    "`integrity {command}` 对例子 [{name}]({path}) 这样说：",
    "`integrity {command}` says of the example [{name}]({path}):",
)


def families() -> dict[str, list[Code]]:
    """The codes by the letters of their families."""
    return {letter: codes for letter, (_, codes) in by_family(CODES).items()}


def place(letter: str, lang: Lang) -> Path:
    """Where the page of a family lies."""
    return ROOT / "docs" / "codes" / f"{letter}.{lang}.md"


def family_page(letter: str, codes: Iterable[Code], lang: Lang) -> str:
    """The page of a family in one language."""
    return "\n".join(_lines(letter, codes, Page(lang))) + "\n"


def example_of(code: Code) -> Path:
    """The flagged example that holds the wrong lines of a code or is their file, else one with its first message."""
    folders = examples_of(code.id)
    wrong = EXPLANATIONS[code.id].wrong
    for folder in folders:
        files = dict(changed_files(folder))
        if (
            wrong.zh in files
            if isinstance(wrong, Text)
            else any(wrong.encode() in (text or b"") for text in files.values())
        ):
            return folder
    begins = code.kinds[0].message.en.partition("{")[0].strip()
    return next(folder for folder in folders if begins in " ".join(_words_of(folder)))


def _words_of(folder: Path) -> list[str]:
    """What an example prints, without the breaks that its width gave it."""
    return (folder / "expected.en.txt").read_text(encoding="utf-8").split()


def _lines(letter: str, codes: Iterable[Code], page: Page) -> Iterator[str]:
    family = FAMILIES[letter]
    pages = [f"[{path}](../../{path})" for path in family.pages]
    yield page.say(_TITLE.of(letter=letter, name=family.name))
    yield from ("", page.say(_LINKS.of(letter=letter)), "", page.say(family.about))
    yield from ("", page.say(_ORIGIN), "", page.say(_MORE.of(pages=pages)))
    for code in codes:
        folder = example_of(code)
        output = (folder / f"expected.{page.lang}.txt").read_text(encoding="utf-8").rstrip("\n")
        path = f"../../{folder.relative_to(ROOT).as_posix()}"
        command = "receive" if is_push(folder) else "validate"
        yield from ("", *section(code, EXPLANATIONS[code.id], page))
        yield from (
            "",
            page.say(_EXAMPLE.of(command=command, name=folder.name, path=path)),
            "",
            "```text",
            output,
            "```",
        )
