"""`python -m integrity_cli`, the same as the `integrity` command."""

from integrity_cli.cli import main

main()
