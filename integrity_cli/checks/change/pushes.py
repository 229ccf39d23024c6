"""Family G, pushes to a plain Git server: which refs an account may move, and that the protected one only goes on."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.checks.change.scope import AccountUnknown, LawNotReadable
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Severity
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.scope import is_of_office, scope_of
from integrity_cli.sources.pushed import BRANCHES, Update

_REPLACEMENTS = "refs/replace/"
_NOBODYS = (BRANCHES, _REPLACEMENTS)
"""What begins like this is for no other account to make: the drafts of others, and what would stand for history."""

MOST_REFS = 20
"""More refs than anybody needs to push at once."""

HISTORY_REWRITTEN = Kind(
    "G817",
    "history-rewritten",
    Severity.ERROR,
    Text(
        "受保护的分支只能接着往下写，{what}",
        "the protected branch only goes on from where it stands, and {what}",
    ),
    None,
    Text(
        "先取来最新的内容，把自己的改动接在后面再推送（git pull --rebase），不要用 --force",
        "fetch what is there, put the change after it (git pull --rebase), and push without --force",
    ),
    Text("合并了就是说过了，主办单位也收不回来", "what was merged was said; not even the office takes it back"),
)
_DROPPED = Text("这次推送要丢掉它已有的 {count} 个提交", "this push would drop {count:commit|commits} that it has")
_DELETED = Text("这次推送要删除它", "this push would delete it")

REF_NOT_YOURS = Kind(
    "G818",
    "ref-not-yours",
    Severity.ERROR,
    Text(
        "账号 `{account}` 不能推送或删除这个引用：{why}",
        "the account `{account}` neither pushes to this ref nor deletes it: {why}",
    ),
    None,
    Text(
        "草稿推到 `{account}/` 开头的分支；写好了要合并的，推到受保护的分支",
        "a draft goes to a branch that begins with `{account}/`, and what is ready to the protected branch",
    ),
)
_BRANCH_OF_ANOTHER = Text(
    "分支名称要以自己的账号加斜线开头", "the name of a branch begins with the account's own and a slash"
)
_FOR_THE_OFFICE = Text("标签和其他引用归主办单位", "tags and all other refs are the office's")
_REPLACES = Text(
    "替换引用会让已有的提交显示成别的内容", "a replacement shows other contents in the place of commits that are there"
)

MOVED_MEANWHILE = Kind(
    "G819",
    "moved-meanwhile",
    Severity.ERROR,
    Text(
        "推送的这一会儿，受保护的分支又有了新的提交",
        "the protected branch has moved on while this was being pushed",
    ),
    None,
    Text(
        "再取一次最新的内容，接在后面重新推送（git pull --rebase）",
        "fetch once more, put the change after what has come (git pull --rebase), and push again",
    ),
)
FOUNDED_BY_ANOTHER = Kind(
    "G820",
    "founded-by-another",
    Severity.ERROR,
    Text(
        "受保护的分支由主办单位第一次推送建立，推送的考核组名单里 `{account}` 不是主办单位的账号",
        "the first push, which makes the protected branch, is the office's, and by the team in it `{account}` "
        "is no account of the office",
    ),
    None,
    Text(
        "查明是谁建立这次活动；由 team.yaml 的 office_accounts 里的账号推送",
        "establish who sets the campaign up; an account among office_accounts in team.yaml pushes it",
    ),
)
TOO_MANY_REFS = Kind(
    "G821",
    "too-many-refs",
    Severity.ERROR,
    Text(
        "一次推送动了 {count} 个引用，最多 {most} 个",
        "one push moves {count:ref|refs}, and {most} are the most",
    ),
    None,
    Text(
        "只推要推的分支，不用 --all、--mirror、--tags",
        "push the branches that are meant, without --all, --mirror or --tags",
    ),
)

KINDS = (HISTORY_REWRITTEN, REF_NOT_YOURS, MOVED_MEANWHILE, FOUNDED_BY_ANOTHER, TOO_MANY_REFS)


def deletion_of(protected: str) -> Diagnostic:
    """The finding on a push that would delete the protected branch."""
    return HISTORY_REWRITTEN.at(protected, what=_DELETED)


def of_the_protected(update: Update, stands: str | None, dropped: int) -> Iterator[Diagnostic]:
    """Whether a push goes on from where the protected branch stands; `dropped` counts commits that it leaves out."""
    if update.old != stands:
        yield MOVED_MEANWHILE.at(update.ref)
    elif dropped:
        yield HISTORY_REWRITTEN.at(update.ref, what=_DROPPED.of(count=dropped))


def of_another_ref(update: Update, account: str, protected: str, law: Campaign | None) -> Iterator[Diagnostic]:
    """Whether an account may move a ref that nothing is judged by, as the law on the protected branch says."""
    if law is None or law.register is None or law.team is None:
        yield from LawNotReadable().of(law)
        return
    scope = scope_of(account, law.register, law.team)
    if not scope.is_known:
        yield AccountUnknown.kind.at(update.ref, account=account)
    elif not _may_move(update, account, protected, is_office=scope.is_office):
        kinds = ((BRANCHES, _BRANCH_OF_ANOTHER), (_REPLACEMENTS, _REPLACES), ("", _FOR_THE_OFFICE))
        why = next(words for begins, words in kinds if update.ref.startswith(begins))
        yield REF_NOT_YOURS.at(update.ref, account=account, why=why)


def of_founding(account: str, campaign: Campaign) -> Iterator[Diagnostic]:
    """Whether a campaign that has no base yet is pushed by its own office."""
    if campaign.team is None or not is_of_office(account, campaign.team):
        yield FOUNDED_BY_ANOTHER.at("records/office/team.yaml", account=account)


def _may_move(update: Update, account: str, protected: str, *, is_office: bool) -> bool:
    """Everybody has the branches below the own account; the office has what is no branch, and deletes any draft."""
    ref = update.ref.lower()
    if ref.startswith(f"{BRANCHES}{account.lower()}/"):
        return True
    # Where names differ by their capitals alone some servers see one ref.
    return is_office and ref != protected.lower() and (update.new is None or not ref.startswith(_NOBODYS))
