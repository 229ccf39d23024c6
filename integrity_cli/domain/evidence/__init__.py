"""The evidence ledger 台账 and every kind of entry it may hold: one entry states one fact, once.

An entry names no requirement; the rubric says what it counts for.
To add a kind: a model in one of the files here, its line in `KINDS`, its arm in `AnyEntry`.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Tag

from integrity_cli.domain.evidence.assessment import (
    Appraisal,
    CaseReview,
    Consequence,
    DossierSummary,
    Inspection,
    Survey,
    Visit,
)
from integrity_cli.domain.evidence.base import Entry
from integrity_cli.domain.evidence.matters import Litigation, Matter, Transfer
from integrity_cli.domain.evidence.papers import Document, Media, Post, Publication
from integrity_cli.domain.evidence.people import Activity, Appointment, Meeting, Roster, Support, Training
from integrity_cli.domain.record import Record
from integrity_cli.lang import Text

__all__ = ["KINDS", "AnyEntry", "Entry", "EvidenceLedger", "Roster"]

KINDS: dict[str, type[Entry]] = {
    "document": Document,
    "meeting": Meeting,
    "roster": Roster,
    "training": Training,
    "support": Support,
    "publication": Publication,
    "inspection": Inspection,
    "appraisal": Appraisal,
    "case_review": CaseReview,
    "dossier_summary": DossierSummary,
    "consequence": Consequence,
    "survey": Survey,
    "visit": Visit,
    "matter": Matter,
    "litigation": Litigation,
    "transfer": Transfer,
    "appointment": Appointment,
    "activity": Activity,
    "media": Media,
    "post": Post,
}


def kind_tag(value: Any) -> str | None:
    """The tag of the model that reads an entry, or None where its kind is missing or unknown."""
    kind = value.get("kind") if isinstance(value, dict) else getattr(value, "kind", None)
    return f"={kind}" if isinstance(kind, str) and kind in KINDS else None


AnyEntry = Annotated[
    Annotated[Document, Tag("=document")]
    | Annotated[Meeting, Tag("=meeting")]
    | Annotated[Roster, Tag("=roster")]
    | Annotated[Training, Tag("=training")]
    | Annotated[Support, Tag("=support")]
    | Annotated[Publication, Tag("=publication")]
    | Annotated[Inspection, Tag("=inspection")]
    | Annotated[Appraisal, Tag("=appraisal")]
    | Annotated[CaseReview, Tag("=case_review")]
    | Annotated[DossierSummary, Tag("=dossier_summary")]
    | Annotated[Consequence, Tag("=consequence")]
    | Annotated[Survey, Tag("=survey")]
    | Annotated[Visit, Tag("=visit")]
    | Annotated[Matter, Tag("=matter")]
    | Annotated[Litigation, Tag("=litigation")]
    | Annotated[Transfer, Tag("=transfer")]
    | Annotated[Appointment, Tag("=appointment")]
    | Annotated[Activity, Tag("=activity")]
    | Annotated[Media, Tag("=media")]
    | Annotated[Post, Tag("=post")],
    Discriminator(kind_tag, custom_error_type="unknown_kind", custom_error_message="unknown kind"),
]


class EvidenceLedger(Record):
    """台账: the entries of one unit, in one file or in several read as one."""

    entries: Annotated[tuple[AnyEntry, ...], Text("条目", "entries")]
