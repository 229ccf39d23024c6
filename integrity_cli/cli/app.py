"""The commands: options in, one call in `tasks`, one print, one exit code."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import click
import typer

from integrity_cli.cli import hook, words
from integrity_cli.cli.commands import Group, Program, complaint, usage_line
from integrity_cli.cli.edge import (
    Color,
    asked_language,
    day_named,
    emit,
    emit_all,
    folder_at,
    manner,
    prepare_streams,
    printable,
    replace_file,
    source_at,
    surroundings,
    today,
    warn_of_unreadable,
)
from integrity_cli.cli.forge import Forge, forge, quarantine
from integrity_cli.lang import Lang
from integrity_cli.reading import ParserMissing
from integrity_cli.tasks.outcome import USAGE, FailLevel, Manner

program = Program(
    cls=Group,
    help=words.PROGRAM.zh,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)

# Declared in Chinese; `commands.said` knows the other language.
Root = Annotated[Path, typer.Option("--root", metavar="DIR", show_default=False, help=words.ROOT.zh)]
Language = Annotated[Lang | None, typer.Option("--lang", help=words.LANG.zh)]
Colour = Annotated[Color, typer.Option("--color", help=words.COLOR.zh)]
OutputFile = Annotated[Path | None, typer.Option("--output", metavar="FILE", help=words.OUTPUT_FILE.zh)]
OutputFolder = Annotated[Path, typer.Option("--output", metavar="DIR", help=words.OUTPUT_FOLDER.zh)]
FindingsFormat = Annotated[words.FindingsFormat | None, typer.Option("--format", help=words.FORMAT.zh)]
Select = Annotated[list[str] | None, typer.Option("--select", metavar="CODES", help=words.SELECT.zh)]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", metavar="CODES", help=words.IGNORE.zh)]
Strict = Annotated[bool, typer.Option("--strict", help=words.STRICT.zh)]
FailOn = Annotated[FailLevel | None, typer.Option("--fail-level", help=words.FAIL_LEVEL.zh)]
Quiet = Annotated[bool, typer.Option("--quiet", help=words.QUIET.zh)]
Ci = Annotated[bool, typer.Option("--ci", help=words.CI.zh)]
Base = Annotated[str | None, typer.Option("--base", metavar="REF", help=words.BASE.zh)]
Actor = Annotated[list[str] | None, typer.Option("--actor", metavar="ACCOUNT", help=words.ACTOR.zh)]
ScoreFormat = Annotated[words.ScoreFormat, typer.Option("--format", help=words.FORMAT.zh)]
UnitId = Annotated[str | None, typer.Argument(metavar="[UNIT]", help=words.UNIT.zh)]
AllUnits = Annotated[bool, typer.Option("--all", help=words.ALL_UNITS.zh)]
Full = Annotated[bool, typer.Option("--full", help=words.FULL.zh)]
Explain = Annotated[str | None, typer.Option("--explain", metavar="ID", help=words.EXPLAIN.zh)]
CodeFormat = Annotated[words.CodeFormat, typer.Option("--format", help=words.FORMAT.zh)]
CodeAsked = Annotated[str | None, typer.Argument(metavar="[CODE]", help=words.CODE.zh)]
StatusFormat = Annotated[words.StatusFormat, typer.Option("--format", help=words.FORMAT.zh)]
On = Annotated[str | None, typer.Option("--on", metavar="YYYY-MM-DD", help=words.ON.zh)]
ListCodes = Annotated[bool, typer.Option("--list", help=words.LIST.zh)]
EntryId = Annotated[str, typer.Argument(metavar="ENTRY", help=words.ENTRY.zh)]
OfUnit = Annotated[str | None, typer.Option("--unit", metavar="UNIT", help=words.OF_UNIT.zh)]
RecordName = Annotated[str | None, typer.Argument(metavar="[RECORD]", help=words.RECORD.zh)]
AllRecords = Annotated[bool, typer.Option("--all", help=words.ALL_RECORDS.zh)]
ListRecords = Annotated[bool, typer.Option("--list", help=words.LIST_RECORDS.zh)]
OutputSchema = Annotated[Path | None, typer.Option("--output", metavar="FILE", help=words.OUTPUT_SCHEMA.zh)]
OwnersFormat = Annotated[words.OwnersFormat, typer.Option("--format", help=words.OWNERS_FORMAT.zh)]
StageName = Annotated[str, typer.Argument(metavar="STAGE", help=words.STAGE.zh)]
Branch = Annotated[str, typer.Option("--branch", metavar="REF", show_default=False, help=words.BRANCH.zh)]
CommitNamed = Annotated[str | None, typer.Option("--commit", metavar="REV", help=words.COMMIT.zh)]
FrozenOn = Annotated[str | None, typer.Option("--on", metavar="DATE", help=words.FROZEN_ON.zh)]
BareRoot = Annotated[Path, typer.Option("--root", metavar="DIR", show_default=False, help=words.BARE_ROOT.zh)]
Protected = Annotated[str, typer.Option("--branch", metavar="NAME", help=words.PROTECTED.zh)]
Pusher = Annotated[str | None, typer.Option("--actor", metavar="ACCOUNT", help=words.PUSHER.zh)]
Seconds = Annotated[int, typer.Option("--seconds", metavar="COUNT", min=1, help=words.SECONDS.zh)]
Version = Annotated[bool, typer.Option("--version", help=words.VERSION.zh)]


@program.callback()
def about(version: Version = False, lang: Language = None) -> None:  # noqa: FBT002 - an option of the command line
    """What the program says of itself; `--version` alone is answered before Typer is imported."""


@program.command(help=words.VALIDATE.zh)
def validate(
    root: Root = Path(),
    base: Base = None,
    actor: Actor = None,
    format_: FindingsFormat = None,
    output: OutputFile = None,
    select: Select = None,
    ignore: Ignore = None,
    strict: Strict = False,  # noqa: FBT002 - an option of the command line
    fail_level: FailOn = None,
    quiet: Quiet = False,  # noqa: FBT002
    ci: Ci = False,  # noqa: FBT002
    lang: Language = None,
    color: Colour = Color.AUTO,
) -> None:
    """`integrity validate`."""
    from integrity_cli.sources import Changes, Proposed
    from integrity_cli.tasks import validate as task

    how, asking = manner(lang, color), forge() if ci else Forge("text")
    base, actors = base or asking.base, tuple(actor or asking.actors)
    if (base is None) != (not actors):
        raise click.UsageError((words.NO_ACTOR if base else words.NO_BASE).say(how.language(None)))
    if strict and fail_level not in {None, FailLevel.WARNING}:
        raise click.UsageError(words.TWO_LEVELS.of(level=fail_level).say(how.language(None)))
    asked = task.Asked(
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        fail_level=FailLevel.WARNING if strict else fail_level or FailLevel.ERROR,
        quiet=quiet,
        changes=Changes(root, base) if base is not None else None,
        summary_room=asking.summary_room,
    )
    if base is None:
        emit(task.validate(source_at(root), format_ or asking.format, how, asked), output, asking.summary)
    folder = None if ci else source_at(root)
    handed_in = task.HandedIn(Proposed(folder_at(root), base), actors, asking.branch, folder)
    emit(task.validate_change(handed_in, format_ or asking.format, how, asked), output, asking.summary)


@program.command(help=words.SCORE.zh)
def score(
    unit: UnitId = None,
    every: AllUnits = False,  # noqa: FBT002 - an option of the command line
    full: Full = False,  # noqa: FBT002
    explain: Explain = None,
    root: Root = Path(),
    format_: ScoreFormat = words.ScoreFormat.TEXT,
    output: OutputFile = None,
    lang: Language = None,
    color: Colour = Color.AUTO,
) -> None:
    """`integrity score UNIT`."""
    from integrity_cli.tasks import score as task

    how = manner(lang, color)
    if every == (unit is not None):
        raise click.UsageError(words.NEITHER.say(how.language(None)))
    if unit is None:
        emit(task.score_all(source_at(root), format_.value, how), output)
    asked = task.Asked(full=full, explain=explain)
    emit(task.score(source_at(root), unit, format_.value, how, asked), output)


@program.command(help=words.SHOW.zh)
def show(
    entry: EntryId,
    unit: OfUnit = None,
    root: Root = Path(),
    lang: Language = None,
    color: Colour = Color.AUTO,
) -> None:
    """`integrity show ENTRY`."""
    from integrity_cli.tasks.show import show as task

    emit(task(source_at(root), entry, unit, manner(lang, color)), None)


@program.command(help=words.STATUS.zh)
def status(
    unit: UnitId = None,
    on: On = None,
    root: Root = Path(),
    format_: StatusFormat = words.StatusFormat.TEXT,
    output: OutputFile = None,
    lang: Language = None,
    color: Colour = Color.AUTO,
) -> None:
    """`integrity status [UNIT]`."""
    from integrity_cli.tasks.status import status as task

    how = manner(lang, color)
    emit(task(source_at(root), unit, format_.value, how, _day(on, how)), output)


@program.command(name="explain", help=words.EXPLAIN_CODE.zh)
def explain_code(
    code: CodeAsked = None,
    listed: ListCodes = False,  # noqa: FBT002 - an option of the command line
    root: Root = Path(),
    format_: CodeFormat = words.CodeFormat.TEXT,
    output: OutputFile = None,
    lang: Language = None,
    color: Colour = Color.AUTO,
) -> None:
    """`integrity explain CODE`."""
    from integrity_cli.tasks import explain as task

    how = manner(lang, color)
    if listed == (code is not None):
        raise click.UsageError(words.NO_CODE.say(how.language(None)))
    if code is None:
        emit(task.explain_all(source_at(root), format_.value, how), output)
    emit(task.explain(source_at(root), code, format_.value, how), output)


@program.command(help=words.REPORT.zh)
def report(
    output: OutputFolder = Path("site"),
    root: Root = Path(),
    lang: Language = None,
    color: Colour = Color.AUTO,
) -> None:
    """`integrity report`."""
    from integrity_cli.tasks.report import report as task

    emit(task(source_at(root), output, manner(lang, color), root), None)


@program.command(help=words.FREEZE.zh)
def freeze(
    stage: StageName,
    branch: Branch = "HEAD",
    commit: CommitNamed = None,
    on: FrozenOn = None,
    root: Root = Path(),
    lang: Language = None,
) -> None:
    """`integrity freeze STAGE`."""
    from integrity_cli.reading.snapshot_text import PATH
    from integrity_cli.sources import ProtectedBranch
    from integrity_cli.tasks.freeze import Asked
    from integrity_cli.tasks.freeze import freeze as task

    how = manner(lang, Color.NEVER)
    asked = Asked(stage, commit, _day(on, how))
    outcome, content = task(source_at(root), ProtectedBranch(root, branch), asked, how)
    if content is not None:
        replace_file(root / PATH, content)
    emit(outcome, None)


@program.command(help=words.SCHEMA.zh)
def schema(
    record: RecordName = None,
    every: AllRecords = False,  # noqa: FBT002 - an option of the command line
    listed: ListRecords = False,  # noqa: FBT002
    output: OutputSchema = None,
    lang: Language = None,
) -> None:
    """`integrity schema RECORD`."""
    from integrity_cli.tasks import schema as task

    how = manner(lang, Color.NEVER)
    if [record is not None, every, listed].count(True) != 1 or (every and output is None):
        raise click.UsageError(words.ONE_SCHEMA.say(how.language(None)))
    if every and output is not None:
        emit_all(task.every_schema(how), output, how.language(None))
    emit(task.schemas(how) if record is None else task.schema(record, how), output)


@program.command(help=words.CODEOWNERS.zh)
def codeowners(
    root: Root = Path(),
    format_: OwnersFormat = words.OwnersFormat.GITHUB,
    output: OutputFile = None,
    lang: Language = None,
) -> None:
    """`integrity codeowners`."""
    from integrity_cli.tasks.codeowners import codeowners as task

    emit(task(source_at(root), format_.value, manner(lang, Color.NEVER)), output)


@program.command(help=words.RECEIVE.zh)
def receive(
    root: BareRoot = Path(),
    branch: Protected = "main",
    actor: Pusher = None,
    seconds: Seconds = 120,
    lang: Language = None,
) -> None:
    """`integrity receive`."""
    how = hook.manner_for_a_pusher(lang)
    hook.end_within(seconds, how.language(None))
    if not actor:
        raise click.UsageError(words.NO_PUSHER.say(how.language(None)))
    from integrity_cli.sources.pushed import Receiving
    from integrity_cli.tasks import receive as task

    to = Receiving(folder_at(root), quarantine(root))
    hook.emit_to_pusher(task.receive(task.Push(to, hook.pushed(), actor, branch), "text", how))


@program.command(help=words.DOCTOR.zh)
def doctor(root: Root = Path(), lang: Language = None, color: Colour = Color.AUTO) -> None:
    """`integrity doctor`."""
    from integrity_cli.sources.repository import repository_at
    from integrity_cli.tasks.doctor import doctor as task

    emit(task(source_at(root), surroundings(), repository_at(root), manner(lang, color)), None)


def _day(on: str | None, how: Manner) -> date:
    """The day of `--on`, else today."""
    day = today() if on is None else day_named(on)
    if day is None:
        problem = words.NO_DAY.of(value=on)
        raise click.UsageError(words.BAD_VALUE.of(name="--on", problem=problem).say(how.language(None)))
    return day


def run(arguments: list[str]) -> None:
    """Runs one command; wrong usage is told in the language asked for and exits 2."""
    prepare_streams()
    lang = asked_language(arguments) or Lang.ZH
    command = typer.main.get_command(program)
    try:
        ended = command.main(args=arguments or ["--help"], prog_name="integrity", standalone_mode=False, obj=lang)
    except ParserMissing:
        print(words.NO_LIBYAML.say(lang), file=sys.stderr)
        raise SystemExit(USAGE) from None
    except click.UsageError as problem:
        warn_of_unreadable(lang)
        lines = [complaint(problem, lang)]
        if problem.ctx:
            lines += [usage_line(problem.ctx), words.HELP_HINT.of(command=problem.ctx.command_path).say(lang)]
        print(printable("\n".join(lines)), file=sys.stderr)
        raise SystemExit(USAGE) from None
    code = ended if isinstance(ended, int) else 0
    raise SystemExit(code if arguments else USAGE)
