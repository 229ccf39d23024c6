"""Typer's commands with help and complaints of our own, in the language asked for, measured in cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import click
import typer
from typer.core import TyperCommand, TyperGroup

from integrity_cli import __version__
from integrity_cli.cli import words
from integrity_cli.cli.edge import warn_of_unreadable
from integrity_cli.lang import Lang, Text, Words, verbatim

F = TypeVar("F", bound=Callable[..., Any])

WIDEST = 100


def said(chinese: str | None, lang: Lang) -> str:
    """A help text in one language; it is declared in Chinese, and known by that in `words`."""
    texts = (text for text in vars(words).values() if isinstance(text, Text) and text.zh == chinese)
    text = next(texts, None)
    return text.say(lang) if text else chinese or ""


def lang_of(context: click.Context) -> Lang:
    """The language that this run speaks; `run` puts it there."""
    lang = context.find_root().obj
    return lang if isinstance(lang, Lang) else Lang.ZH


def usage_line(context: click.Context) -> str:
    """How a command is written, as in `integrity score [options] [UNIT]`."""
    command, lang = context.command, lang_of(context)
    arguments = [str(one.metavar) for one in command.params if isinstance(one, click.Argument)]
    if isinstance(command, click.Group):
        arguments = [words.A_COMMAND.say(lang)]
    pieces = [context.command_path, f"[{words.OPTIONS.say(lang)}]", *arguments]
    return words.USAGE_LINE.of(line=" ".join(pieces)).say(lang)


def help_page(context: click.Context, width: int) -> str:
    """Everything that `--help` says of a command."""
    command, lang = context.command, lang_of(context)
    rows: list[tuple[Text, list[tuple[str, str]]]] = []
    if isinstance(command, click.Group):
        rows.append((words.COMMANDS, [(name, said(inner.help, lang)) for name, inner in command.commands.items()]))
    arguments = [one for one in command.params if isinstance(one, click.Argument)]
    if arguments:
        rows.append((words.ARGUMENTS, [(str(one.metavar), _of_argument(one, lang)) for one in arguments]))
    options = [one for one in command.get_params(context) if isinstance(one, click.Option)]
    rows.append((words.OPTIONS_HEAD, [_of_option(one, context, lang) for one in options]))
    blocks = ["\n".join([usage_line(context), "", *_wrapped("", said(command.help, lang), width)])]
    blocks += ["\n".join([heading.say(lang), *_table(entries, width)]) for heading, entries in rows if entries]
    return "\n\n".join(blocks)


def _of_argument(argument: click.Argument, lang: Lang) -> str:
    """Typer keeps no help of an argument; its words are called like its metavar."""
    text: Text = getattr(words, str(argument.metavar).strip("[]"))
    return text.say(lang)


def _of_option(option: click.Option, context: click.Context, lang: Lang) -> tuple[str, str]:
    names = ", ".join(sorted(option.opts, key=len))
    if not option.is_flag:
        choices = getattr(option.type, "choices", None)
        names += f" {'|'.join(map(_value, choices)) if choices else option.metavar}"
    explained = words.HELP.say(lang) if "--help" in option.opts else said(option.help, lang)
    default = option.get_default(context)
    if option.show_default and not option.is_flag and default is not None:
        explained += words.DEFAULT.of(value=_value(default)).say(lang)
    return names, explained


def _value(choice: Any) -> str:
    return str(getattr(choice, "value", choice))


def _table(rows: list[tuple[str, str]], width: int) -> Iterator[str]:
    """Names beside what they are; a name too long for its column stands on a line of its own."""
    from rich.cells import cell_len

    left = min(max(cell_len(name) for name, _ in rows), max(12, width // 3))
    for name, explained in rows:
        indent = f"  {name}" + " " * (left - cell_len(name) + 2)
        if cell_len(name) > left:
            yield f"  {name}"
            indent = " " * (left + 4)
        yield from _wrapped(indent, explained, width)


def _wrapped(indent: str, text: str, width: int) -> Iterator[str]:
    from integrity_cli.rendering.page import Page, paragraph

    return paragraph(indent, text, Page(Lang.ZH, width))


def _show_help(context: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001 - click calls it so
    """Prints a page through our own stream: click's would put UTF-8 on a console that has none."""
    if asked:
        warn_of_unreadable(lang_of(context))
        print(context.get_help())
        context.exit()


class _Ours:
    """What our commands and groups do their own way."""

    params: list[click.Parameter]

    def format_help(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write(help_page(context, min(formatter.width, WIDEST)) + "\n")

    def get_help_option(self, context: click.Context) -> click.Option | None:
        option: click.Option | None = super().get_help_option(context)  # type: ignore[misc]
        if option is not None:
            option.callback = _show_help
        return option


class Command(_Ours, TyperCommand):
    """One command."""

    def parse_args(self, context: click.Context, arguments: list[str]) -> list[str]:
        context.allow_extra_args = True
        try:
            rest = super().parse_args(context, arguments)
        except click.UsageError as problem:
            problem.ctx = problem.ctx or context
            raise
        if rest:
            raise TooMuch(context, rest)
        return rest


class Group(_Ours, TyperGroup):
    """The program itself."""

    def invoke(self, context: click.Context) -> Any:
        if context.params.get("version"):
            print(f"integrity {__version__}")
            return 0
        if not context._protected_args:  # noqa: SLF001 - what click itself asks to know that no command was named
            raise click.UsageError(words.NO_COMMAND_NAMED.say(lang_of(context)), context)
        return super().invoke(context)

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        return click.Group.resolve_command(self, context, arguments)


class TooMuch(click.UsageError):
    """More words on the command line than the command takes."""

    def __init__(self, context: click.Context, rest: list[str]) -> None:
        super().__init__("", context)
        self.rest = rest


class Program(typer.Typer):
    """A Typer whose commands are ours."""

    def command(self, name: str | None = None, **declared: Any) -> Callable[[F], F]:
        """Declares one command."""
        declare: Callable[[F], F] = super().command(name, cls=Command, **declared)
        return declare


def complaint(problem: click.UsageError, lang: Lang) -> str:
    """What is wrong with a command line, told by the kind of problem; click's own words are the last resort."""
    told = next((tell(problem) for kind, tell in _TOLD if isinstance(problem, kind)), verbatim(problem.message))
    if nearest := getattr(problem, "possibilities", None):
        told = words.NEAREST.of(problem=told, nearest=nearest[0])
    return words.USAGE_ERROR.of(problem=told).say(lang)


def _option_misused(problem: Any) -> Words:
    declared = problem.ctx.command.params if problem.ctx else []
    is_flag = any(isinstance(one, click.Option) and one.is_flag and problem.option_name in one.opts for one in declared)
    return (words.FLAG if is_flag else words.NEEDS_VALUE).of(name=problem.option_name)


def _value_refused(problem: Any) -> Words:
    choices = getattr(getattr(problem.param, "type", None), "choices", None)
    if choices is None:
        return words.BAD_VALUE.of(name=_name(problem.param), problem=problem.message)
    return words.NOT_A_CHOICE.of(name=_name(problem.param), choices=tuple(map(_value, choices)))


_TOLD: tuple[tuple[type[click.UsageError], Callable[[Any], Words]], ...] = (
    (click.NoSuchOption, lambda problem: words.NO_OPTION.of(name=problem.option_name)),
    (click.exceptions.NoSuchCommand, lambda problem: words.NO_COMMAND.of(name=problem.command_name)),
    (click.BadOptionUsage, _option_misused),
    (click.MissingParameter, lambda problem: words.MISSING.of(name=_name(problem.param))),
    (click.BadParameter, _value_refused),
    (TooMuch, lambda problem: words.TOO_MUCH.of(rest=" ".join(problem.rest))),
)
"""How each of click's complaints is told; the more special kind stands before the more general one."""


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return ""
    return str(parameter.metavar) if isinstance(parameter, click.Argument) else parameter.opts[0]
