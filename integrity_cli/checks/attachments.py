"""Family L, attachments: each is named by an entry, exists, and is the file that the entry names."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from integrity_cli.checks.base import Check
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Severity
from integrity_cli.domain.dossier import LedgerEntry
from integrity_cli.domain.record import label_of
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.dialect_kinds import UNREADABLE_BECAUSE
from integrity_cli.reading.layout import looks_like_record, unit_of
from integrity_cli.sources import Unreadable


def _attached(campaign: Campaign) -> Iterator[tuple[LedgerEntry, str]]:
    """Every entry with an attachment, and the attachment's path from the repository's top."""
    for dossier in campaign.dossiers:
        for one in dossier.ledger:
            if one.entry.attachment is not None:
                yield one, f"{dossier.folder}/{one.entry.attachment}"


class AttachmentMissing(Check):
    """An entry names a file that is not there."""

    kind = Kind(
        "L212",
        "attachment-missing",
        Severity.ERROR,
        Text("没有附件 {file}", "there is no attachment {file}"),
        None,
        Text(
            "附件与条目同时提交，文件名连大小写都要一致；不公开的材料不放附件，写明原件保管处",
            "an attachment is submitted with its entry, under that very name, capital letters included; "
            "what is not public stays with its holder",
        ),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        removed = campaign.redactions.files if campaign.redactions else frozenset()
        accounted_for = removed.union(campaign.attachments)
        for one, path in _attached(campaign):
            if path not in accounted_for:
                yield self.at(one.path, *one.route, "attachment", file=path)


class AttachmentDiffers(Check):
    """The file is not the one whose digest the entry states."""

    kind = Kind(
        "L213",
        "attachment-differs",
        Severity.ERROR,
        Text("附件 {file} 的校验值与条目所写不同", "the digest of {file} is not the one the entry states"),
        None,
        Text(
            "查明附件是否被改动或换错；内容有变的，另立新条目更正",
            "establish whether the file was changed or mixed up; changed content is a new entry",
        ),
        Text("文件实际的校验值是 {actual}", "the file's own digest is {actual}"),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        there = frozenset(campaign.attachments)
        for one, path in _attached(campaign):
            if path not in there or one.entry.sha256 is None:
                continue
            try:
                actual: str | Text = hashlib.sha256(campaign.source.read(path)).hexdigest()
            except Unreadable as problem:
                actual = UNREADABLE_BECAUSE[problem.reason]
            if actual != one.entry.sha256:
                yield self.at(one.path, *one.route, "sha256", file=path, actual=actual)


class AttachmentWithoutDigest(Check):
    """An attachment without a digest, or a digest without an attachment."""

    kind = Kind(
        "L214",
        "attachment-without-digest",
        Severity.ERROR,
        Text("写了 `{written}`，没有写 `{missing}`", "`{written}` is stated, `{missing}` is not"),
        None,
        Text(
            "确认附件是不是要公开；要公开的，算出这个文件的校验值",
            "establish whether the paper is to be public; if so, take the digest of that very file",
        ),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            for one in dossier.ledger:
                if (one.entry.attachment is None) != (one.entry.sha256 is None):
                    fields = ("attachment", "sha256")
                    written, missing = fields if one.entry.sha256 is None else fields[::-1]
                    yield self.at(one.path, *one.route, written, written=written, missing=missing)


class AttachmentUnnamed(Check):
    """A file in a unit's folder that no entry names."""

    kind = Kind(
        "L215",
        "attachment-unnamed",
        Severity.WARNING,
        Text("没有条目提到这个文件", "no entry names this file"),
        None,
        Text("登入台账，或不提交这个文件", "enter it in the ledger, or leave it out"),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        # A name in other capital letters is meant for the file, and L212 has spoken of it.
        named = {path.casefold() for _, path in _attached(campaign)}
        unreadable = {path.rsplit("/evidence", 1)[0] for path in campaign.unreadable if "/evidence" in path}
        registered = {dossier.folder for dossier in campaign.dossiers}
        for path in campaign.attachments:
            folder = "/".join(path.split("/")[:3])
            is_ours = folder in registered and folder not in unreadable and not looks_like_record(path)
            if is_ours and path.casefold() not in named:
                yield self.at(path)


class SealedAndPublic(Check):
    """A sealed entry that puts its own paper, or the place where it is published, beside the seal."""

    kind = Kind(
        "L240",
        "sealed-and-public",
        Severity.ERROR,
        Text("条目 `{id}` 已封存，却又写了{what}", "the entry `{id}` is sealed, and yet it names its {what}"),
        Text("提交以后人人可见", "everybody can see this once it is submitted"),
        Text(
            "确认这份材料能不能公开；不能的，已经提交的也要处置，历史里还留着",
            "establish whether the paper may be public; if not, what was submitted stays in the history",
        ),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            for one in dossier.ledger:
                for field in ("attachment", "url"):
                    if one.entry.disclosure == "sealed" and getattr(one.entry, field) is not None:
                        what = label_of(type(one.entry), field)
                        yield self.at(one.path, *one.route, field, id=one.entry.id, what=what)
                        break


class AttachmentTooLarge(Check):
    """A file, or all files of a unit together, larger than what a repository that everybody clones can carry."""

    kind = Kind(
        "L261",
        "attachment-too-large",
        Severity.ERROR,
        Text("{what} {size} 字节，超过上限 {largest} 字节", "{what} has {size} bytes, over the limit of {largest}"),
        None,
        Text(
            "附件是例外：不放原件，条目写明由谁保管；确要公开的，另发到网站上，条目写网址",
            "attachments are the exception: an entry says who holds the original; what is to be public is published on "
            "a site, and the entry gives its address",
        ),
    )
    LARGEST: ClassVar = 2_000_000
    LARGEST_OF_A_UNIT: ClassVar = 50_000_000

    _FILE = Text("这个附件", "this attachment")
    _ALL = Text("单位 `{unit}` 的附件合计", "all attachments of `{unit}` together")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        sizes: Counter[str] = Counter()
        for path in campaign.attachments:
            size = _size(campaign, path)
            sizes[str(unit_of(path))] += min(size, self.LARGEST)  # a giant is told once
            if size > self.LARGEST:
                yield self.at(path, what=self._FILE, size=size, largest=self.LARGEST)
        for unit, size in sizes.items():
            if size > self.LARGEST_OF_A_UNIT:
                what = self._ALL.of(unit=unit)
                yield self.at(f"records/units/{unit}", what=what, size=size, largest=self.LARGEST_OF_A_UNIT)


def _size(campaign: Campaign, path: str) -> int:
    try:
        return len(campaign.source.read(path))
    except Unreadable:
        return 0  # told by reading
