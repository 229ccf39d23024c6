"""`codeowners`: the file that tells a forge whom to ask, from the register and the assessment team."""

from __future__ import annotations

from integrity_cli.lang import Text
from integrity_cli.reading.loader import load
from integrity_cli.rendering import codeowners as rendering
from integrity_cli.sources import Source
from integrity_cli.tasks.outcome import CLEAN, FINDINGS, NOTHING, Manner, Outcome
from integrity_cli.tasks.validate import NO_RECORDS

_UNREAD = Text(
    "没有 {path}，或者里面有错误，写不出来；先运行 integrity validate",
    "{path} is missing or holds an error, so nothing is written; run integrity validate first",
)
_NO_OFFICE = Text(
    "records/office/team.yaml 没有写主办单位账号（office_accounts），没有人可以审批",
    "records/office/team.yaml names no account of the office (office_accounts), so nobody could approve",
)
_ODD = Text(
    "有平台账号写不进这个文件：{accounts}；账号由英文字母、数字和 -、_、. 组成，核对名册和考核组名单",
    "the file cannot name these forge accounts: {accounts}; an account consists of letters, digits and -, _ or "
    "full stops, so check the register and the team",
)


def codeowners(source: Source, forge: str, manner: Manner) -> Outcome:
    """The owners of every file of a campaign; nothing at all where one of them could not be told."""
    campaign = load(source)
    lang = manner.language(campaign.language)
    if campaign.is_empty:
        return Outcome(NOTHING, lang, talk=(NO_RECORDS,))
    if campaign.register is None or campaign.team is None:
        path = f"records/office/{'team' if campaign.register else 'register'}.yaml"
        return Outcome(FINDINGS, lang, talk=(_UNREAD.of(path=path),))
    if not campaign.team.office_accounts:
        return Outcome(FINDINGS, lang, talk=(_NO_OFFICE,))
    if odd := rendering.odd_accounts(campaign.register, campaign.team):
        return Outcome(FINDINGS, lang, talk=(_ODD.of(accounts=odd),))
    return Outcome(CLEAN, lang, rendering.render(campaign.register, campaign.team, forge))
