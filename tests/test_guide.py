"""The guide for clerks, held to the program: its two comments are what the program says of its example."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from integrity_cli.lang import Lang
from integrity_cli.sources import Proposed
from integrity_cli.tasks.outcome import CLEAN, FINDINGS, Manner
from integrity_cli.tasks.validate import HandedIn, validate_change
from tests.sources.test_sources import git
from tests.tools import ROOT, SAMPLE

LEDGER = "records/units/culture/evidence.yaml"
ACCOUNT = "sl-wenguangxin"
FENCE = re.compile(r"^```markdown\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMIT = re.compile("`[0-9a-f]{8}`")


def guide(lang: Lang) -> Path:
    return ROOT / "docs" / "guide" / f"clerk.{lang}.md"


def block(lang: Lang, kind: str) -> str:
    """The first code block of a kind."""
    found = re.search(rf"^```{kind}\n(.*?)^```$", guide(lang).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found is not None
    return found.group(1)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample campaign on `main`, and nothing else yet."""
    root = tmp_path_factory.mktemp("campaign")
    for path in SAMPLE.paths():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(SAMPLE.read(path))
    git(root, "init", "-q", "-b", "main")
    git(root, "config", "core.autocrlf", "false")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "活动")
    return root


@pytest.mark.parametrize("lang", Lang)
def test_the_comments_of_the_guide_are_what_the_program_says(repository: Path, lang: Lang) -> None:
    """With INTEGRITY_UPDATE_GOLDEN=1 they are written anew."""
    git(repository, "checkout", "-q", "-B", "work", "main")
    ledger = repository / LEDGER
    old, new = (line[1:] for line in block(lang, "diff").splitlines())
    entry, said = block(lang, "yaml"), []
    for text, code in ((entry, FINDINGS), (entry.replace(old, new), CLEAN)):
        ledger.write_bytes(SAMPLE.read(LEDGER) + text.encode("utf-8"))
        git(repository, "commit", "-qam", "台账：补 12 月的培训")
        change = HandedIn(Proposed(repository, "main"), (ACCOUNT,), "ledger-2014-12")
        outcome = validate_change(change, "markdown", Manner(lang))
        assert outcome.exit_code == code, outcome.data
        said.append(COMMIT.sub("`…`", outcome.data).rstrip("\n") + "\n")
    page = guide(lang).read_text(encoding="utf-8")
    if os.environ.get("INTEGRITY_UPDATE_GOLDEN"):
        fresh = iter(said)
        guide(lang).write_text(FENCE.sub(lambda _: f"```markdown\n{next(fresh)}```", page), "utf-8", newline="\n")
    else:
        assert FENCE.findall(page) == said


def test_both_guides_have_the_same_sections_and_the_same_example() -> None:
    chinese, english = (guide(lang).read_text(encoding="utf-8") for lang in (Lang.ZH, Lang.EN))
    assert re.findall(r"^#+", chinese, re.MULTILINE) == re.findall(r"^#+", english, re.MULTILINE)
    for kind in ("yaml", "diff"):
        assert block(Lang.ZH, kind) == block(Lang.EN, kind)
    assert chinese.count("\n|") == english.count("\n|"), "the tables have the same rows"
