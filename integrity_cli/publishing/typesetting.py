"""Sets views with the templates. What is data comes out inert, in HTML and in Markdown alike.

The templates are the campaign's own where it has them, else those that come with the program. They see
views of text only; whatever they print passes `_inert`, whether or not a template asks for it.
"""

from __future__ import annotations

import re
import traceback
from functools import cached_property
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError, pass_eval_context
from jinja2.nodes import EvalContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from integrity_cli.lang import Text, Words
from integrity_cli.sources import BUILTIN, Source, Unreadable

# C0 and C1 controls, and the marks that turn the direction of a line or hide in it.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_LINE_ENDS = re.compile("\\s*[\n\u2028\u2029]\\s*")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#|~&$]")
_LIST_MARK = re.compile(r"^(?:([-+=])|([0-9]{1,9})([.)])(?=\s|$))")
_BROKEN = Text("模板 {path} 第 {line} 行有误：{problem}", "template {path}, line {line}: {problem}")
_NOT_TEXT = Text("不是 UTF-8 编码的文本文件", "it is no text file in UTF-8")
_ENDS = {
    "style.css": ("</style", Text("样式表中不能有 </style", "a style sheet cannot hold </style")),
    "script.js": ("</script", Text("脚本中不能有 </script", "a script cannot hold </script")),
}
"""What would end the element that holds such a file whole."""


class TemplateBroken(Exception):
    """A template of the campaign cannot be used; `words` say which, where and why."""

    def __init__(self, path: str, line: int, problem: Words | str) -> None:
        super().__init__(path, line, problem)
        self.words: Words = _BROKEN.of(path=path, line=line, problem=problem)


def harmless(text: str) -> str:
    """Data without the characters that a browser or an editor would obey unseen."""
    return _HARMFUL.sub("", text.replace("\t", " ").replace("\r\n", "\n").replace("\r", "\n"))


def markdown(text: str) -> str:
    """Data as one line of Markdown in which nothing is markup: specials are escaped, a line end is a blank."""
    line = _LINE_ENDS.sub(" ", harmless(text))
    return _LIST_MARK.sub(_without_mark, _MARKDOWN.sub(r"\\\g<0>", line))


def _without_mark(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


def _marked_down(value: object) -> Markup:
    """The filter `md`: Markdown in which the value is nothing but text."""
    return value if isinstance(value, Markup) else Markup(markdown(str(value)))  # noqa: S704 - that is its purpose


@pass_eval_context
def _inert(context: EvalContext, value: object) -> object:
    """Whatever a template prints: text and whole numbers only, so that no record can slip through."""
    if isinstance(value, Markup | StrictUndefined):
        return value
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise TypeError(f"a template prints text only, not {type(value).__name__}")
    return harmless(str(value)) if context.autoescape else _marked_down(value)


class Typesetter:
    """The templates of one campaign. Raises `TemplateBroken` for a mistake in one of its own."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._own = frozenset(path for path in source.paths() if path.startswith("templates/"))

    def page(self, template: str, **context: Any) -> bytes:
        """A page in UTF-8, with LF and one line end at its foot."""
        try:
            text = self._environment.get_template(template).render(context)
        except TemplateSyntaxError as problem:
            raise self._broken(problem.name or template, problem.lineno, problem) from problem
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as problem:
            raise self._broken(*_last_place(problem, template), problem) from problem
        if template.endswith(".md.j2"):
            text = re.sub(r"\n{3,}", "\n\n", text)
        return (text.strip("\n") + "\n").encode("utf-8", "replace")

    def carried(self, name: str) -> str:
        """The style sheet or the script, which every page carries in itself."""
        text = self._load(name) or ""
        end, words = _ENDS[name]
        if end in text.lower():
            raise TemplateBroken(f"templates/{name}", 1, words)
        return text

    def _broken(self, name: str, line: int, problem: Exception) -> Exception:
        """A mistake in a campaign's template is the user's; in one of the program's it is a bug, and stays one."""
        path = f"templates/{name}"
        return TemplateBroken(path, line, str(problem)) if path in self._own else problem

    def _load(self, name: str) -> str | None:
        path = f"templates/{name}"
        if path not in self._own and path not in BUILTIN.paths():
            return None
        try:
            content = (self._source if path in self._own else BUILTIN).read(path)
            return content.decode("utf-8-sig").replace("\r\n", "\n")
        except (Unreadable, UnicodeDecodeError):
            raise TemplateBroken(path, 1, _NOT_TEXT) from None

    def _found(self, name: str) -> tuple[str, str, None] | None:
        text = self._load(name)
        return None if text is None else (text, f"templates/{name}", None)

    @cached_property
    def _environment(self) -> ImmutableSandboxedEnvironment:
        environment = ImmutableSandboxedEnvironment(
            loader=FunctionLoader(self._found),
            undefined=StrictUndefined,
            autoescape=lambda name: name is not None and name.endswith(".html.j2"),
            finalize=_inert,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters["md"] = _marked_down
        # What differs from run to run has no place in a page.
        del environment.globals["lipsum"], environment.filters["random"]
        return environment


def _last_place(problem: Exception, template: str) -> tuple[str, int]:
    """The template and line in which a page broke off."""
    for step in reversed(traceback.extract_tb(problem.__traceback__)):
        if step.filename.startswith("templates/"):
            return step.filename.removeprefix("templates/"), step.lineno or 1
    return template, 1
