"""Family P: nothing personal stands in any file, name or attachment; what may be wrong can be waived."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import ClassVar

from integrity_cli.checks import privacy_kinds as kinds
from integrity_cli.checks.base import Check
from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.lang import Text
from integrity_cli.privacy import find
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.personal import LARGEST, TIMES, TOO_LARGE, Found, bare
from integrity_cli.reading.raw_text import raw_text
from integrity_cli.sources import Unreadable


def _waived(campaign: Campaign, code: str) -> Counter[str]:
    """How many findings of a code the office has waived, by the file."""
    counted: Counter[str] = Counter()
    for one in campaign.terms.waivers if campaign.terms else ():
        if one.code == code:
            counted[one.path] += one.count
    return counted


class Personal(Check):
    """A check for one sort of datum, wherever it stands; findings beyond the number waived are told."""

    sort: ClassVar[str]

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        left = _waived(campaign, self.kind.code)
        for finding in self.unwaived(campaign):
            if left[finding.path] > 0:
                left[finding.path] -= 1
            else:
                yield finding

    def unwaived(self, campaign: Campaign) -> Iterator[Diagnostic]:
        """Every finding, the waived ones among them."""
        yield from self.among(campaign, campaign.personal.found)

    def among(self, campaign: Campaign, found: Iterable[Found]) -> Iterator[Diagnostic]:
        """What was found of this sort and may not stand where it stands."""
        for one in found:
            if one.sort == self.sort and not self.is_legitimate(campaign, one):
                where = TIMES.of(where=one.where, count=one.count) if one.count > 1 else one.where
                yield self.kind.at(one.path, one.route, position=one.position, where=where)

    def is_legitimate(self, campaign: Campaign, one: Found) -> bool:
        """Whether such a datum may stand there."""
        return False


class IdentityNumber(Personal):
    """A resident identity number: certain by its check digit or its label."""

    kind = kinds.IDENTITY_NUMBER
    sort = "identity_number"


class OldIdentityNumber(Personal):
    """Fifteen digits: an old identity number, or another number that looks like one."""

    kind = kinds.OLD_IDENTITY_NUMBER
    sort = "old_identity_number"


class MobileNumber(Personal):
    """A mobile number: it is a person's unless an office says otherwise."""

    kind = kinds.MOBILE_NUMBER
    sort = "mobile_number"


class BankCard(Personal):
    """The number of a bank card."""

    kind = kinds.BANK_CARD
    sort = "bank_card"


class PassportNumber(Personal):
    """The number of a passport or travel permit."""

    kind = kinds.PASSPORT
    sort = "passport"


class _OfAnOffice(Personal):
    """A sort that offices publish of themselves: in the fields meant for it, and in the notice that the rubric quotes.

    What stands there may stand anywhere else too; what does not is somebody's own.
    """

    def among(self, campaign: Campaign, found: Iterable[Found]) -> Iterator[Diagnostic]:
        self._published = frozenset(_published(campaign, self.sort))
        yield from super().among(campaign, found)

    def is_legitimate(self, campaign: Campaign, one: Found) -> bool:
        # Of a profile that cannot be read nobody knows which field holds what; reading has told why.
        unknown = one.path in campaign.unreadable and one.path.endswith(("/profile.yaml", "/notice.yaml"))
        return unknown or bare(one.said) in self._published


class PrivateMailbox(_OfAnOffice):
    """A mailbox that no office publishes."""

    kind = kinds.MAILBOX
    sort = "mailbox"


class AddressBelowTheStreet(_OfAnOffice):
    """A door, of a house that no office names as its own."""

    kind = kinds.ADDRESS
    sort = "address"


class NumberPlate(Personal):
    """The plate of a vehicle."""

    kind = kinds.NUMBER_PLATE
    sort = "number_plate"


class NameAfterItsLabel(Personal):
    """A name after the word that announces one."""

    kind = kinds.NAME
    sort = "name"


class PlaceOfAPicture(Personal):
    """A photograph tells where it was taken."""

    kind = kinds.PICTURE_PLACE
    sort = "place"

    def unwaived(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for path in dict.fromkeys(campaign.personal.places):
            yield self.at(path)


class AttachmentNotRead(Personal):
    """What cannot be read inside is said to be unread, so that a person looks at it."""

    kind = kinds.NOT_READ
    sort = "unread"

    def unwaived(self, campaign: Campaign) -> Iterator[Diagnostic]:
        yield from self.of(campaign.personal.unread)

    def of(self, unread: Iterable[tuple[str, Text]]) -> Iterator[Diagnostic]:
        """A finding for each file that was not read in full, with every reason."""
        reasons: dict[str, list[object]] = {}
        for path, reason in unread:
            reasons.setdefault(path, []).append(reason.of(largest=LARGEST) if reason is TOO_LARGE else reason)
        for path, told in reasons.items():
            yield self.at(path, reason=tuple(told))


PERSONAL: tuple[type[Personal], ...] = (
    IdentityNumber,
    OldIdentityNumber,
    MobileNumber,
    BankCard,
    PassportNumber,
    PrivateMailbox,
    AddressBelowTheStreet,
    NumberPlate,
    NameAfterItsLabel,
    PlaceOfAPicture,
    AttachmentNotRead,
)
"""One a sort of datum, in the order of their codes."""


class WaiverUnused(Check):
    """A waiver covers more than there is: what was looked at is gone, or was never there."""

    kind = kinds.WAIVER_UNUSED
    needs = ("terms",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.terms is not None
        found = Counter(
            (one.kind.code, finding.path)
            for one in PERSONAL
            if any(waiver.code == one.kind.code for waiver in campaign.terms.waivers)
            for finding in one().unwaived(campaign)
        )
        for number, waiver in enumerate(campaign.terms.waivers):
            there = found[waiver.code, waiver.path]
            if there < waiver.count:
                yield self.at(
                    "records/office/campaign.yaml", "waivers", number, "count",
                    code=waiver.code, file=waiver.path, count=waiver.count, found=there,
                )  # fmt: skip
            found[waiver.code, waiver.path] -= min(there, waiver.count)


def _published(campaign: Campaign, sort: str) -> Iterator[str]:
    """The data of one sort in what offices say of where they are reached, and in the notice."""
    for said in _said_by_offices(campaign):
        for datum in find(said):
            if datum.sort == sort:
                yield bare(said[datum.start : datum.end])


def _said_by_offices(campaign: Campaign) -> Iterator[str]:
    fields: list[str | None] = []
    if notice := campaign.notice:
        fields += [notice.mailbox, notice.address, notice.contact]
    for dossier in campaign.dossiers:
        if profile := dossier.profile:
            fields += [profile.address, *(channel.address for channel in profile.channels)]
            fields += [profile.contact.phone, profile.contact.mailbox] if profile.contact else []
    yield from filter(None, fields)
    if campaign.rubric is not None:
        try:
            yield raw_text(campaign.rubric_source.read(campaign.rubric.notice))
        except (KeyError, Unreadable):
            return  # told by the checks of the rubric
