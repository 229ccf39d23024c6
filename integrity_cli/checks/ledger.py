"""Family L, the evidence ledger: ids, bodies, what cites it, what it must add up to."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.checks.base import Check
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Severity
from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.evidence.papers import (
    DOCUMENT_ELEMENT,
    DOCUMENT_SUBJECT,
    ELEMENTS,
    Document,
    Publication,
)
from integrity_cli.domain.record import label_of
from integrity_cli.domain.unit_records import DeclaredTotals
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign


def _ledger_unreadable(dossier: Dossier) -> bool:
    return any("/evidence" in path for path in dossier.unreadable)


def _ids(dossier: Dossier) -> frozenset[str]:
    return frozenset(one.entry.id for one in dossier.ledger)


def _came_late(campaign: Campaign, dossier: Dossier, path: str, entry: str) -> bool:
    """Whether the office speaks of an entry that is in the ledger, and came too late to be in what is scored."""
    late = campaign.late.get(dossier.unit.id)
    return late is not None and path.startswith("records/office/") and late.has("entry", entry)


class EntryIdReused(Check):
    """Two entries of one unit with one id."""

    kind = Kind(
        "L206",
        "entry-id-reused",
        Severity.ERROR,
        Text("条目编号 `{id}` 用了两次，第一次在 {first}", "the entry id `{id}` is used twice, first in {first}"),
        Text("重复的编号", "the id again"),
        Text("编号一经使用不再改作他用；新条目取新编号", "an id is never used again; a new entry takes a new one"),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            seen: dict[str, str] = {}
            for one in dossier.ledger:
                if one.entry.id in seen:
                    yield self.at(one.path, *one.route, "id", id=one.entry.id, first=seen[one.entry.id])
                seen.setdefault(one.entry.id, one.path)


class UnknownBody(Check):
    """An entry or a power of a body that the profile does not hold."""

    kind = Kind(
        "L207",
        "unknown-body",
        Severity.ERROR,
        Text("单位概况中没有执法机构 `{body}`", "the profile holds no body `{body}`"),
        None,
        Text(
            "核对 profile.yaml 的 bodies；属于本单位自身的事实不写 body",
            "establish the id in profile.yaml; a fact of the unit itself has no body",
        ),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            if f"{dossier.folder}/profile.yaml" in dossier.unreadable:
                continue
            known = {body.id for body in dossier.profile.bodies} if dossier.profile else set()
            for one in dossier.ledger:
                if one.entry.body is not None and one.entry.body not in known:
                    yield self.at(one.path, *one.route, "body", body=one.entry.body)
            # A power is assigned to a body, or to the unit itself by its own id.
            for number, power in enumerate(dossier.powers.powers if dossier.powers else ()):
                if power.body is not None and power.body not in known | {dossier.unit.id}:
                    yield self.at(f"{dossier.folder}/powers.yaml", "powers", number, "body", body=power.body)


class UnknownEntry(Check):
    """A self-report, a review or a correction that names an entry which the ledger does not hold."""

    kind = Kind(
        "L208",
        "unknown-entry",
        Severity.ERROR,
        Text("台账中没有条目 `{entry}`", "the evidence ledger holds no entry `{entry}`"),
        Text("查无此编号", "no entry has this id"),
        Text("先把材料登入台账，或核对编号", "enter the paper in the ledger first, or establish its id"),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            if _ledger_unreadable(dossier):
                continue
            known = _ids(dossier)
            for path, route, entry in self._named(dossier):
                if entry not in known and not _came_late(campaign, dossier, path, entry):
                    yield self.at(path, *route, entry=entry)

    def _named(self, dossier: Dossier) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
        for one in dossier.ledger:
            if one.entry.replaces is not None:
                yield one.path, (*one.route, "replaces"), one.entry.replaces
        scores = dossier.self_report.self_scores if dossier.self_report else ()
        for number, score in enumerate(scores):
            for place, entry in enumerate(score.entries):
                yield f"{dossier.folder}/self_report.yaml", ("self_scores", number, "entries", place), entry
        for by in dossier.reviews:
            for number, reviewed in enumerate(by.review.entries):
                yield by.path, ("entries", number, "entry"), reviewed.entry
        for number, opening in enumerate(dossier.decisions.openings if dossier.decisions else ()):
            path = f"records/office/decisions/{dossier.unit.id}.yaml"
            yield path, ("openings", number, "entry"), opening.entry


class ReplacedNotWithdrawn(Check):
    """A correction whose wrong entry still counts, so that one fact would count twice."""

    kind = Kind(
        "L209",
        "replaced-not-withdrawn",
        Severity.ERROR,
        Text("`{new}` 更正 `{old}`，但 `{old}` 没有撤回", "`{new}` replaces `{old}`, which is not withdrawn"),
        None,
        Text(
            "给被更正的条目加 withdrawn，写明日期和原因", "the entry replaced needs `withdrawn` with its day and reason"
        ),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            standing = {one.entry.id for one in dossier.ledger if one.entry.withdrawn is None}
            for one in dossier.ledger:
                if one.entry.replaces in standing:
                    yield self.at(one.path, *one.route, "replaces", new=one.entry.id, old=one.entry.replaces)


class SealIncomplete(Check):
    """A sealed entry without its seal or holder, or a public one with a seal."""

    kind = Kind(
        "L210",
        "seal-incomplete",
        Severity.ERROR,
        Text("条目 `{id}` {what}", "the entry `{id}` {what}"),
        None,
        Text(
            "由保管原件的科室算出封存值，盐值与原件一并保存",
            "whoever holds the original computes the seal and keeps its salt",
        ),
    )

    _NO_SEAL = Text("封存，没有写封存校验值 `seal`", "is sealed and has no `seal`")
    _NO_ORIGINAL = Text("封存，没有写原件由谁保管（`original`）", "is sealed and does not say who holds its `original`")
    _PUBLIC = Text("是公开的，却写了封存校验值 `seal`", "is public and has a `seal`")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            for one in dossier.ledger:
                entry = one.entry
                if entry.disclosure != "sealed":
                    if entry.seal is not None:
                        yield self.at(one.path, *one.route, "seal", id=entry.id, what=self._PUBLIC)
                elif entry.seal is None or entry.original is None:
                    what = self._NO_SEAL if entry.seal is None else self._NO_ORIGINAL
                    yield self.at(one.path, *one.route, "disclosure", id=entry.id, what=what)


class DeclaredTotalDiffers(Check):
    """A declared total that the records do not bear out: leaving out a bad fact is a false statement, not a gap."""

    kind = Kind(
        "L211",
        "declared-total-differs",
        Severity.ERROR,
        Text(
            "自查报告申报{what} {declared}，记录合计 {counted}",
            "the self-report declares {declared} for {what}; the records count {counted}",
        ),
        None,
        Text("查明哪一个数是实际的，改正另一个", "establish which number is the real one and correct the other"),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            declared = dossier.self_report.declared if dossier.self_report else None
            if declared is None or dossier.unreadable:
                continue
            for field, counted in self._counted(dossier):
                stated = getattr(declared, field)
                if stated is not None and stated != counted:
                    path = f"{dossier.folder}/self_report.yaml"
                    what = label_of(DeclaredTotals, field)
                    yield self.at(path, "declared", field, what=what, declared=stated, counted=counted)

    def _counted(self, dossier: Dossier) -> Iterator[tuple[str, int]]:
        yield "officers_in_post", dossier.officers_in_post
        yield "cases_closed", len(dossier.cases.cases) if dossier.cases else 0
        for field, kind in (("lawsuits", "litigation"), ("matters_received", "matter"), ("transfers_due", "transfer")):
            yield field, sum(one.entry.kind == kind and one.entry.withdrawn is None for one in dossier.ledger)


class ElementOfAnotherSubject(Check):
    """A document that claims an element which papers on its subject do not have."""

    kind = Kind(
        "L221",
        "element-of-another-subject",
        Severity.ERROR,
        Text(
            "主题为{subject}的文件没有「{element}」这一要素",
            "a paper on {subject} has no element “{element}”",
        ),
        None,
        Text(
            "对照原件，看写的是哪一类文件，这一条有没有这个要素",
            "see in the original what the paper is about, and whether it holds that element",
        ),
        Text("这一主题的要素有：{elements}", "the elements of this subject are: {elements}"),
    )

    _ELEMENT = Text("`{id}` {label}", "`{id}` {label}")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            for one in dossier.ledger:
                if not isinstance(one.entry, Document):
                    continue
                known = ELEMENTS.get(one.entry.subject, frozenset()) | {"other"}
                for number, element in enumerate(one.entry.elements):
                    if element not in known:
                        yield self.at(
                            one.path, *one.route, "elements", number,
                            subject=DOCUMENT_SUBJECT.values[one.entry.subject],
                            element=DOCUMENT_ELEMENT.values[element],
                            elements=tuple(
                                self._ELEMENT.of(id=name, label=DOCUMENT_ELEMENT.values[name]) for name in sorted(known)
                            ),
                        )  # fmt: skip


class PublishedBodiesDiffer(Check):
    """A list of enforcing bodies whose total is not the unit and the bodies of its profile."""

    kind = Kind(
        "L222",
        "published-bodies-differ",
        Severity.ERROR,
        Text(
            "应公示的执法主体写作 {stated} 个，本单位和概况中的执法机构共 {counted} 个",
            "{stated} bodies are said to be due for publication; the unit and the bodies of its profile are {counted}",
        ),
        None,
        Text("以单位概况为准核对", "establish the number from the profile"),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            if dossier.unreadable:
                continue
            counted = 1 + (len(dossier.profile.bodies) if dossier.profile else 0)
            for one in dossier.ledger:
                entry = one.entry
                if (
                    isinstance(entry, Publication)
                    and entry.subject == "bodies"
                    and entry.withdrawn is None
                    and entry.total not in (None, counted)
                ):
                    yield self.at(one.path, *one.route, "total", stated=entry.total, counted=counted)
