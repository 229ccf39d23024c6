"""Family G, changes that cannot land at all: what is said of each, and of where it stands."""

from __future__ import annotations

from dataclasses import replace

from integrity_cli.domain.diagnostic import Diagnostic, Kind, Severity
from integrity_cli.lang import Text
from integrity_cli.sources import NotLanding
from integrity_cli.sources.base import LARGEST
from integrity_cli.sources.landing import MOST_BYTES, MOST_COMMITS

CONFLICT = Kind(
    "G812",
    "conflict",
    Severity.ERROR,
    Text(
        "同一处在受保护的分支上也改了，两边合不到一起",
        "the protected branch has changed the same place, and the two cannot be put together",
    ),
    None,
    Text(
        "取来最新的内容，把自己的改动放进去再提交；台账各写各的文件就不会冲突",
        "fetch what has come since and put the change into it; ledgers in files of their own never conflict",
    ),
    Text("在合并之前，别的都没有查", "nothing else was looked at before this is solved"),
)
BASE_NOT_FOUND = Kind(
    "G813",
    "base-not-found",
    Severity.ERROR,
    Text("这个仓库里没有提交 `{named}`", "this repository has no commit `{named}`"),
    None,
    Text(
        "核对分支名称；还没有取来的，先用 git fetch 取来",
        "establish the name of the branch; one that is not here yet is fetched with git fetch",
    ),
)
SHALLOW = Kind(
    "G814",
    "history-incomplete",
    Severity.ERROR,
    Text("历史没有取全，看不出改动从哪里开始", "the history is cut short, so where the change begins cannot be told"),
    None,
    Text(
        "取全历史：git fetch --unshallow；流水线里把深度设为 0（fetch-depth: 0，GIT_DEPTH: 0）",
        "fetch all of it: git fetch --unshallow; in a pipeline the depth is 0 (fetch-depth: 0, GIT_DEPTH: 0)",
    ),
)
UNRELATED = Kind(
    "G815",
    "no-common-commit",
    Severity.ERROR,
    Text("与基线没有共同的提交，不是从它分出来的", "it shares no commit with the base, so it did not start from it"),
    None,
    Text("从受保护的分支重新建分支，把改动放进去", "start a branch from the protected one and put the change there"),
)
TOO_MUCH = Kind(
    "G816",
    "too-much",
    Severity.ERROR,
    Text(
        "一次改动太多：超过 {commits} 个提交或 {megabytes} MB",
        "too much for one change: more than {commits} commits or {megabytes} MB",
    ),
    None,
    Text("分几次提交；大的原件不进仓库", "hand it in by parts; large originals stay outside the repository"),
)
FILE_TOO_LARGE = replace(
    TOO_MUCH,
    message=Text("超过 {megabytes} MB 的文件，没有读", "a file of more than {megabytes} MB, which was not read"),
    help=Text(
        "大的原件不进仓库，台账写明由谁保管",
        "large originals stay outside the repository, and the entry says who holds them",
    ),
)

KINDS = (CONFLICT, BASE_NOT_FOUND, SHALLOW, UNRELATED, TOO_MUCH)
WORDINGS = (FILE_TOO_LARGE,)
"""Kinds that share a code with one of these and differ in their words."""

_OF_THE_WHOLE = {
    "shallow": SHALLOW.at("HEAD"),
    "unrelated": UNRELATED.at("HEAD"),
    "too_much": TOO_MUCH.at("HEAD", commits=MOST_COMMITS, megabytes=MOST_BYTES // 1_000_000),
}


def told_of(problem: NotLanding) -> tuple[Diagnostic, ...]:
    """The findings on a change that cannot land; none where Git itself failed."""
    if problem.reason == "conflict":
        return tuple(CONFLICT.at(path) for path in problem.paths)
    if problem.reason == "too_large":
        return tuple(FILE_TOO_LARGE.at(path, megabytes=LARGEST // 1_000_000) for path in problem.paths)
    if problem.reason in {"no_base", "no_head"}:
        return (BASE_NOT_FOUND.at("HEAD", named=problem.told),)
    return (_OF_THE_WHOLE[problem.reason],) if problem.reason in _OF_THE_WHOLE else ()
