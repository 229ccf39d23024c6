"""Family L, names that lead somewhere: to a list of one's own, to one holder, never in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from integrity_cli.checks.base import Check
from integrity_cli.checks.ledger import ReplacedNotWithdrawn
from integrity_cli.checks.office import REGISTER, TEAM, UnknownParent
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route, Severity
from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.evidence.papers import Post
from integrity_cli.domain.office import Unit
from integrity_cli.domain.record import label_of
from integrity_cli.domain.unit_records import Plan, Profile
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign


class NotInOwnList(Check):
    """A post on an account that the profile does not hold, or a revision of a standard that the plan does not hold."""

    kind = Kind(
        "L237",
        "not-in-own-list",
        Severity.ERROR,
        Text("{file} 的「{what}」里没有 `{id}`", "`{id}` is not among the {what} of {file}"),
        Text("查无此编号", "nothing has this id"),
        Text(
            "核对编号；漏写的先补进那份清单", "establish the id; what was left out of that list is entered there first"
        ),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            yield from self._posts(dossier)
            yield from self._revisions(dossier)

    def _posts(self, dossier: Dossier) -> Iterator[Diagnostic]:
        known = {account.id for account in dossier.profile.accounts} if dossier.profile else set()
        for one in dossier.ledger if f"{dossier.folder}/profile.yaml" not in dossier.unreadable else ():
            if isinstance(one.entry, Post) and one.entry.account not in known:
                what = label_of(Profile, "accounts")
                yield self.at(one.path, *one.route, "account", id=one.entry.account, what=what, file="profile.yaml")

    def _revisions(self, dossier: Dossier) -> Iterator[Diagnostic]:
        if dossier.self_report is None or f"{dossier.folder}/plan.yaml" in dossier.unreadable:
            return
        known = {standard.id for standard in dossier.plan.own_standards} if dossier.plan else set()
        for number, revision in enumerate(dossier.self_report.standard_revisions):
            if revision.standard not in known:
                path, route = f"{dossier.folder}/self_report.yaml", ("standard_revisions", number, "standard")
                what = label_of(Plan, "own_standards")
                yield self.at(path, *route, id=revision.standard, what=what, file="plan.yaml")


class SiteOfAnotherUnit(Check):
    """An entry whose web address is on the site of a unit that is neither its own, its parent nor its subordinate."""

    kind = Kind(
        "L238",
        "site-of-another-unit",
        Severity.WARNING,
        Text("网址在 `{other}` 的网站 {host} 上", "the address is on {host}, the site of `{other}`"),
        None,
        Text(
            "打开网址，核对公开的是不是本单位的内容",
            "open the address and establish whether what it shows is this unit's own",
        ),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        sites = {
            host: dossier.unit
            for dossier in campaign.dossiers
            if dossier.profile and (host := _host(dossier.profile.site)) is not None
        }
        for dossier in campaign.dossiers:
            mine = _host(dossier.profile.site) if dossier.profile else None
            for one in dossier.ledger:
                host = _host(one.entry.url)
                other = sites.get(host) if host is not None and host != mine else None
                if other is not None and not _are_kin(other, dossier.unit):
                    yield self.at(one.path, *one.route, "url", other=other.id, host=host)


def _are_kin(one: Unit, other: Unit) -> bool:
    return one.id in (other.id, other.parent) or one.parent == other.id


def _host(url: str | None) -> str | None:
    return urlsplit(url).hostname if url else None


class BodyIsAUnit(Check):
    """A body of one unit that is entered in the register as a unit of its own: its facts would count in both."""

    kind = Kind(
        "L239",
        "body-is-a-unit",
        Severity.ERROR,
        Text("执法机构「{name}」在名册中是单位 `{unit}`", "the body “{name}” is the unit `{unit}` of the register"),
        None,
        Text(
            "确认它单独申报还是并入上级；一件事只计一次",
            "establish whether it takes part by itself or inside its agency; a fact counts once",
        ),
    )
    needs = ("register",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.register
        for dossier in campaign.dossiers:
            for number, body in enumerate(dossier.profile.bodies if dossier.profile else ()):
                for unit in campaign.register.units:
                    # Inside its agency a body often goes by its name without the city before it.
                    shorter = unit.parent == dossier.unit.id and unit.name.endswith(body.name)
                    if unit.id == body.id or unit.name == body.name or shorter:
                        path = f"{dossier.folder}/profile.yaml"
                        yield self.at(path, "bodies", number, "name", name=body.name, unit=unit.id)
                        break


class AccountOfTwo(Check):
    """One account for two units, for a unit and a reviewer, or for one of these and the office."""

    kind = Kind(
        "L241",
        "account-of-two",
        Severity.ERROR,
        Text("平台账号 `{account}` 已经属于{first}", "the account `{account}` already belongs to {first}"),
        None,
        Text(
            "查明账号是谁的；谁能改哪个文件夹，只看账号",
            "establish whose it is; the account alone decides who may change which folder",
        ),
    )

    _UNIT = Text("单位 `{name}`", "the unit `{name}`")
    _REVIEWER = Text("考核人员 `{name}`", "the reviewer `{name}`")
    _OFFICE = Text("主办单位{name}", "the office{name}")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        first: dict[str, tuple[Text, str]] = {}
        for path, route, words, name, account in self._accounts(campaign):
            # Forges tell accounts apart without regard to capital letters.
            holder = first.setdefault(account.casefold(), (words, name))
            if holder != (words, name):
                yield self.at(path, *route, account=account, first=holder[0].of(name=holder[1]))

    def _accounts(self, campaign: Campaign) -> Iterator[tuple[str, Route, Text, str, str]]:
        for number, unit in enumerate(campaign.register.units if campaign.register else ()):
            for place, account in enumerate(unit.accounts):
                yield REGISTER, ("units", number, "accounts", place), self._UNIT, unit.id, account
        for number, reviewer in enumerate(campaign.team.reviewers if campaign.team else ()):
            for place, account in enumerate(reviewer.accounts):
                yield TEAM, ("reviewers", number, "accounts", place), self._REVIEWER, reviewer.code, account
        for place, account in enumerate(campaign.team.office_accounts if campaign.team else ()):
            yield TEAM, ("office_accounts", place), self._OFFICE, "", account


class InACircle(Check):
    """A unit that is above itself, or a correction that in the end replaces itself."""

    kind = Kind(
        "L242",
        "in-a-circle",
        Severity.ERROR,
        Text("{what}绕成一圈：{way}", "{what} run in a circle: {way}"),
        None,
        Text("查明哪一处写错了方向", "establish which of them points the wrong way"),
    )
    requires = (UnknownParent, ReplacedNotWithdrawn)

    _PARENTS = Text("上级关系", "the parents")
    _CORRECTIONS = Text("更正关系", "the corrections")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        units = campaign.register.units if campaign.register else ()
        # Of an id that is written twice the first stands, here as everywhere.
        above = {unit.id: unit.parent for unit in reversed(units)}
        for way in _circles(above):
            number = next(number for number, unit in enumerate(units) if unit.id == way[0])
            yield self.at(REGISTER, "units", number, "parent", what=self._PARENTS, way=" → ".join(way))
        for dossier in campaign.dossiers:
            replaced = {one.entry.id: one.entry.replaces for one in reversed(dossier.ledger)}
            for way in _circles(replaced):
                placed = next(one for one in dossier.ledger if one.entry.id == way[0])
                yield self.at(placed.path, *placed.route, "replaces", what=self._CORRECTIONS, way=" → ".join(way))


def _circles(leads_to: Mapping[str, str | None]) -> Iterator[tuple[str, ...]]:
    """Each circle once, from one of its members and back to it."""
    told: set[str] = set()
    for start in leads_to:
        way = [start]
        while (step := leads_to.get(way[-1])) is not None and step not in way:
            way.append(step)
        if step == start and not told & set(way):
            told |= set(way)
            yield (*way, start)


class WithdrawnEntryCited(Check):
    """A self-score that rests on an entry which had been withdrawn before the report was written."""

    kind = Kind(
        "L244",
        "withdrawn-entry-cited",
        Severity.WARNING,
        Text(
            "自评引用的条目 `{entry}` 已在 {on} 撤回",
            "the self-score cites `{entry}`, which was withdrawn on {on}",
        ),
        None,
        Text(
            "查明更正它的是哪一条，或自评还有什么为据",
            "establish which entry corrects it, or what else the self-score rests on",
        ),
        Text("自查报告写于 {reported_on}", "the self-report is dated {reported_on}"),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            report = dossier.self_report
            withdrawn = {one.entry.id: one.entry.withdrawn.on for one in dossier.ledger if one.entry.withdrawn}
            for number, score in enumerate(report.self_scores if report else ()):
                for place, entry in enumerate(score.entries):
                    # What was withdrawn later was still standing when the report was written.
                    if report is not None and entry in withdrawn and withdrawn[entry] <= report.reported_on:
                        path, route = f"{dossier.folder}/self_report.yaml", ("self_scores", number, "entries", place)
                        on, day = withdrawn[entry], report.reported_on
                        yield self.at(path, *route, entry=entry, on=on, reported_on=day)
