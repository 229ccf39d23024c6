"""Family G, who may change what: every file that is not for the account to change, with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from integrity_cli.checks.change.base import ChangeCheck
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Severity
from integrity_cli.lang import Text, Words
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.change import Change
from integrity_cli.reading.scope import Scope, review_at, writing_unit_of
from integrity_cli.sources import Changed
from integrity_cli.sources.landing import ORDINARY

_OF_A_UNIT = Text("只能提交单位 {units} 的", "hands in for {units} only")
_OF_A_REVIEWER = Text(
    "是考核人员 {codes} 的，只写自己名下的考核记录", "is of the reviewer {codes}, who writes nothing but own reviews"
)
_OF_THE_OFFICE = Text("是主办单位的", "is of the office")
_OF_NOBODY = Text("名下没有任何文件", "has no file of its own")
_OWN_FILES = Text("只提交本账号名下的文件", "hand in the files of this account alone")


class _Refused(ChangeCheck):
    """A check for the files that are refused for one reason."""

    def look(self, change: Change) -> Iterator[Diagnostic]:
        for one in change.changed:
            if one.path in change.refused and one.after in {None, ORDINARY}:
                for scope in change.scopes or ():
                    if not scope.may_change(one.path) and self.is_why(scope, one.path):
                        yield self.because(scope, one.path)
                        break

    def is_why(self, scope: Scope, path: str) -> bool:
        """Whether this is the reason why an account may not change a file."""
        raise NotImplementedError

    def because(self, scope: Scope, path: str) -> Diagnostic:
        """The finding on one file."""
        return self.at(path, account=scope.account, of=_own(scope))


class LawNotReadable(ChangeCheck):
    """The base has no register or no team that can be read, so nobody may change anything."""

    kind = Kind(
        "G801",
        "law-not-readable",
        Severity.ERROR,
        Text(
            "基线的{file}读不出来，谁可以改什么无从判断",
            "the {file} of the base cannot be read, so nobody can tell who may change what",
        ),
        None,
        Text(
            "由仓库管理员在受保护的分支上改正；首次建立活动时，先放好这两份再收改动",
            "an administrator mends it on the protected branch; when a campaign is set up, both come before any change",
        ),
    )

    _FILES = (
        ("register", "records/office/register.yaml", Text("单位名册", "register")),
        ("team", "records/office/team.yaml", Text("考核组名单", "assessment team")),
    )

    def look(self, change: Change) -> Iterator[Diagnostic]:
        yield from self.of(change.before)

    def of(self, base: Campaign | None) -> Iterator[Diagnostic]:
        """The findings on a base; None is a base that is not there."""
        for name, path, words in self._FILES:
            if getattr(base, name, None) is None:
                yield self.at(path, file=words)


class AccountUnknown(_Refused):
    """An account that the office has named nowhere may change nothing."""

    kind = Kind(
        "G802",
        "account-unknown",
        Severity.ERROR,
        Text(
            "单位名册和考核组名单里都没有账号 `{account}`",
            "neither the register nor the team names the account `{account}`",
        ),
        None,
        Text(
            "查明提交的是哪个单位；用该单位登记的账号提交，或者请主办单位登记这个账号",
            "establish which unit hands this in; it uses its account on record, or the office enters this one",
        ),
        Text(
            "谁可以提交，以基线上的 register.yaml 和 team.yaml 为准；提交的署名不算",
            "register.yaml and team.yaml of the base decide; what a commit says of its author does not count",
        ),
    )

    def is_why(self, scope: Scope, path: str) -> bool:
        return not scope.is_known


class FolderOfAnotherUnit(_Refused):
    """A unit writes in its own folder and nowhere else."""

    kind = Kind(
        "G803",
        "folder-of-another-unit",
        Severity.ERROR,
        Text(
            "这是单位 `{unit}` 的文件夹，账号 `{account}` {of}",
            "this is in the folder of the unit `{unit}`; the account `{account}` {of}",
        ),
        None,
        _OWN_FILES,
    )

    def is_why(self, scope: Scope, path: str) -> bool:
        return scope.is_known and not scope.is_office and writing_unit_of(path) is not None

    def because(self, scope: Scope, path: str) -> Diagnostic:
        return self.at(path, account=scope.account, of=_own(scope), unit=writing_unit_of(path))


class FolderOfAUnit(_Refused):
    """The office does not write for a unit; it may take out what had to be removed, and enters that."""

    kind = Kind(
        "G804",
        "folder-of-a-unit",
        Severity.ERROR,
        Text(
            "这是单位 `{unit}` 的文件夹，主办单位的账号 `{account}` 不代单位填写",
            "this is in the folder of the unit `{unit}`; the office's account `{account}` does not write for a unit",
        ),
        None,
        Text(
            "请该单位自己提交；只有删去个人信息由主办单位做，同一次改动里登记在 redactions.yaml",
            "the unit hands it in itself; the office takes out personal data only, and enters it in redactions.yaml "
            "in the same change",
        ),
    )

    def is_why(self, scope: Scope, path: str) -> bool:
        return scope.is_office and writing_unit_of(path) is not None

    def because(self, scope: Scope, path: str) -> Diagnostic:
        return self.at(path, account=scope.account, unit=writing_unit_of(path))


class ReviewOfAnother(_Refused):
    """A review is written by its reviewer, of a unit given to that reviewer, and by nobody else."""

    kind = Kind(
        "G805",
        "review-of-another",
        Severity.ERROR,
        Text(
            "这份考核记录由 `{reviewer}` 填写，写的是单位 `{unit}`；账号 `{account}` {of}",
            "this review is for `{reviewer}` to write, of the unit `{unit}`; the account `{account}` {of}",
        ),
        None,
        Text(
            "对照 team.yaml 核实：代号、所考核的单位、应回避的单位",
            "establish from team.yaml: the code, the units it reviews, and those it must not",
        ),
    )

    def is_why(self, scope: Scope, path: str) -> bool:
        return scope.is_known and review_at(path) is not None

    def because(self, scope: Scope, path: str) -> Diagnostic:
        placed = review_at(path)
        assert placed is not None
        return self.at(path, account=scope.account, of=_own(scope), reviewer=placed.reviewer, unit=placed.unit)


class ForTheOffice(_Refused):
    """The rubric, the office's records, templates, workflows and the program are the office's to change."""

    kind = Kind(
        "G806",
        "for-the-office",
        Severity.ERROR,
        Text(
            "这个文件由主办单位修改，账号 `{account}` {of}",
            "this file is for the office to change; the account `{account}` {of}",
        ),
        None,
        Text(
            "从这次改动里去掉这个文件；要改它的，向主办单位提出",
            "take this file out of the change; whoever wants it changed asks the office",
        ),
    )

    def is_why(self, scope: Scope, path: str) -> bool:
        return scope.is_known and writing_unit_of(path) is None and review_at(path) is None


class NoOrdinaryFile(ChangeCheck):
    """A link, a submodule or a file that can be run stands where ordinary files belong."""

    kind = Kind(
        "G807",
        "no-ordinary-file",
        Severity.ERROR,
        Text("改动后这是{what}，不是普通文件", "after the change this is {what}, not an ordinary file"),
        None,
        Text("改回普通文件再提交", "make it an ordinary file again"),
        Text("在 Git 里的模式是 {mode}", "its mode in Git is {mode}"),
    )

    _WHAT: ClassVar = {
        "100755": Text("可执行文件", "a file that can be run"),
        "120000": Text("符号链接", "a symbolic link"),
        "160000": Text("子模块", "a submodule"),
    }

    def look(self, change: Change) -> Iterator[Diagnostic]:
        for one in change.changed:
            if change.scopes and one.path in change.refused and one.after not in {None, ORDINARY}:
                yield self.at(one.path, what=self._WHAT[_mode(one)], mode=_mode(one))


def _mode(one: Changed) -> str:
    return str(one.after)


def _own(scope: Scope) -> Words:
    """What an account may hand in, in words that go on from its name."""
    if scope.units:
        return _OF_A_UNIT.of(units=tuple(sorted(scope.units)))
    if scope.seats:
        codes = ", ".join(seat.code for seat in scope.seats)
        return Text(
            f"是考核人员 {codes} 的，只能写自己名下的考核记录",
            f"is of the reviewer {codes}, who writes own reviews only",
        )
    return _OF_THE_OFFICE if scope.is_office else _OF_NOBODY
