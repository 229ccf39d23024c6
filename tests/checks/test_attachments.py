"""What all attachments of a unit come to together; no folder of examples can hold so much."""

from __future__ import annotations

from integrity_cli.checks.attachments import AttachmentTooLarge
from integrity_cli.reading.loader import load
from integrity_cli.sources import Overlay, Unreadable
from tests.test_examples import SMALL

FOLDER = "records/units/water/attachments"
LARGEST = AttachmentTooLarge.LARGEST


def sizes_told(**sizes: int) -> list[tuple[str, int]]:
    """The paths and sizes that are told of a unit with files of these sizes beside its own attachment."""
    files: dict[str, bytes | None] = {f"{FOLDER}/{name}.bin": b"\0" * size for name, size in sizes.items()}
    campaign = load(Overlay(SMALL, files))
    return [(one.path, one.message.facts["size"]) for one in AttachmentTooLarge().look(campaign)]


def test_a_file_may_have_its_limit_and_not_a_byte_more() -> None:
    assert sizes_told(a=LARGEST) == []
    assert sizes_told(a=LARGEST + 1) == [(f"{FOLDER}/a.bin", LARGEST + 1)]


def test_a_unit_may_have_its_limit_and_not_a_byte_more() -> None:
    own = len(SMALL.read(f"{FOLDER}/survey.csv"))
    full = {f"f{n}": LARGEST for n in range(24)}
    assert sizes_told(**full, rest=LARGEST - own) == []
    told = sizes_told(**full, rest=LARGEST - own + 1)
    assert told == [("records/units/water", AttachmentTooLarge.LARGEST_OF_A_UNIT + 1)]


def test_a_giant_is_told_once_and_does_not_fill_the_folder() -> None:
    assert [path for path, _ in sizes_told(a=60_000_000)] == [f"{FOLDER}/a.bin"]


def test_what_cannot_be_read_has_no_size() -> None:
    class Linked(Overlay):
        """A source in which one attachment is a link."""

        def read(self, path: str) -> bytes:
            if path.endswith("link.bin"):
                raise Unreadable("symlink")
            return super().read(path)

    campaign = load(Linked(SMALL, {f"{FOLDER}/link.bin": b""}))
    assert list(AttachmentTooLarge().look(campaign)) == []
