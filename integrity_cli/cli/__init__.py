"""The command line: options in, one call in `tasks`, one print, one exit code."""

from __future__ import annotations

import sys

from integrity_cli import __version__


def main() -> None:
    """Runs the command that the arguments name; always ends in SystemExit."""
    if sys.argv[1:] == ["--version"]:
        # Answered before Typer is imported: start-up is felt at every keystroke.
        print(f"integrity {__version__}")
        raise SystemExit(0)
    from integrity_cli.cli.app import run

    run(sys.argv[1:])
