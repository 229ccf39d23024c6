"""Inside attachments: what people leave in them is found, what cannot be read is said, and nothing harms the reader."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integrity_cli.lang import Text
from integrity_cli.privacy import find
from integrity_cli.reading.inside import Inside, base, is_plain, look_inside
from integrity_cli.reading.personal import look_through
from integrity_cli.reading.raw_text import raw_text
from tests.privacy.files import core, docx, jpeg, pdf, word_part, xlsx, zipped
from tests.privacy.numbers import MOBILE, identity_number, with_x
from tests.tools import InMemory

ID, X = identity_number(), with_x()


def sorts_in(inside: Inside, where: Text) -> set[str]:
    return {datum.sort for piece in inside.pieces if piece.where is where for datum in find(piece.text)}


HEADER, LINKS = "word/header1.xml", "word/_rels/document.xml.rels"
COMMENT, NOTE, OWN = "word/comments.xml", "word/footnotes.xml", "docProps/custom.xml"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

FOUND: list[tuple[str, bytes, Text, str]] = [
    ("a run", docx([ID]), base.BODY, "identity_number"),
    ("three runs", docx([[ID[:5], ID[5:11], ID[11:]]]), base.BODY, "identity_number"),
    ("a run each", docx([list(X)]), base.BODY, "identity_number"),
    ("a header", docx(parts={HEADER: word_part("hdr", [MOBILE])}), base.COMMENTS, "mobile_number"),
    ("a comment", docx(parts={COMMENT: word_part("comments", [ID])}), base.COMMENTS, "identity_number"),
    ("who commented", docx(parts={COMMENT: '<c><comment author="张三"/></c>'}), base.COMMENTS, "name"),
    ("what was deleted", docx(parts={NOTE: f"<d><delText>{ID}</delText></d>"}), base.COMMENTS, "identity_number"),
    ("a link", docx(parts={LINKS: f'<R><Relationship Target="tel:{MOBILE}"/></R>'}), base.BODY, "mobile_number"),
    ("who wrote it", docx(creator="张三"), base.PROPERTIES, "name"),
    ("its title", docx(parts={OWN: f"<P><property><s>{ID}</s></property></P>"}), base.PROPERTIES, "identity_number"),
    ("one inside another", docx(parts={"word/embeddings/a.docx": docx([ID])}), base.BODY, "identity_number"),
    ("a photograph inside", docx(picture=jpeg(comment=f"摄于{MOBILE}")), base.PROPERTIES, "mobile_number"),
    ("a cell", xlsx([["证件"], [ID]]), base.BODY, "identity_number"),
    ("a column of names", xlsx([["序号", "姓名"], ["1", "张三"]]), base.BODY, "name"),
    ("a text left over", xlsx([["序号"]], left_over=[ID]), base.BODY, "identity_number"),
    ("a PDF's title", pdf(title=f"回访{ID}"), base.PROPERTIES, "identity_number"),
    ("a PDF's author", pdf(author="张三"), base.PROPERTIES, "name"),
    ("a PDF's XMP", pdf(xmp=f"<dc:description>{MOBILE}</dc:description>"), base.PROPERTIES, "mobile_number"),
    ("an XMP attribute", pdf(xmp=f'<rdf:Description xmp:Label="{MOBILE}"/>'), base.PROPERTIES, "mobile_number"),
    ("EXIF", jpeg(description=f"No {ID}"), base.PROPERTIES, "identity_number"),
    ("EXIF, the other order", jpeg(description=f"No {ID}", order=">"), base.PROPERTIES, "identity_number"),
    ("who took it", jpeg(artist="张三"), base.PROPERTIES, "name"),
    ("a comment in GBK", jpeg(comment=f"拍摄人电话{MOBILE}"), base.PROPERTIES, "mobile_number"),
    ("old Word", OLD_WORD + b"\0" + f"证{ID}号".encode("utf-16-le"), base.BYTES, "identity_number"),
    ("a name in a zip", zipped({f"{ID}.txt": "x"}), base.NAMES, "identity_number"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "where", "sort"), [one[1:] for one in FOUND], ids=[one[0] for one in FOUND])
def test_what_people_leave_in_a_file_is_found_in_its_part(content: bytes, where: Text, sort: str) -> None:
    assert not is_plain(content)
    assert sort in sorts_in(look_inside(content), where)


@pytest.mark.parametrize(
    ("content", "reasons"),
    [
        (docx(["甲"]), []),
        (xlsx([["甲"]]), []),
        (docx(["甲"], picture=b"\x89PNG\r\n\x1a\n\0\0"), [base.PICTURES]),
        (docx(parts={"word/embeddings/a.bin": b"\0\1\2"}), [base.UNKNOWN]),
        (pdf(title="甲"), [base.PDF_PAGES]),
        (pdf(title="甲") + b"<< /Type /ObjStm >>", [base.PDF_COMPRESSED]),
        (pdf(title="甲", encrypted=True), [base.ENCRYPTED]),
        (jpeg(), [base.PICTURES]),
        (OLD_WORD + bytes(9), [base.UNKNOWN]),
        (OLD_WORD + "EncryptedPackage".encode("utf-16-le"), [base.ENCRYPTED]),
        (zipped({"OFD.xml": "<a/>"}), [base.UNKNOWN]),
        (b"PK\x03\x04 and no more", [base.DAMAGED]),
        (bytes(range(256)), [base.UNKNOWN]),
    ],
)
def test_what_was_not_read_is_said(content: bytes, reasons: list[Text]) -> None:
    assert look_inside(content).unread == reasons


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_photograph_that_tells_its_place_says_so(order: str) -> None:
    assert look_inside(jpeg(gps=True, order=order)).place
    assert look_inside(docx(picture=jpeg(gps=True, order=order))).place
    assert not look_inside(jpeg(description="取水口", order=order)).place


def test_an_archive_that_unpacks_to_much_more_is_not_unpacked() -> None:
    bomb = docx(parts={HEADER: b"<a>" + b" " * 40_000_000 + b"</a>"})
    assert len(bomb) < 100_000
    assert look_inside(bomb).unread == [base.TOO_LARGE_INSIDE]


def test_many_parts_are_not_read_beyond_what_is_allowed_in_all() -> None:
    bomb = docx(parts={f"word/header{n}.xml": b"<a>" + b" " * 9_000_000 + b"</a>" for n in range(6)})
    assert base.TOO_LARGE_INSIDE in look_inside(bomb).unread


@pytest.mark.parametrize("part", ["word/header1.xml", "xl/worksheets/sheet1.xml", "docProps/app.xml"])
def test_entities_are_refused_before_they_are_expanded(part: str) -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    xml = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "{"甲" * 100}">{laughs}]><a>&a11;</a>'
    assert look_inside(docx(parts={part: xml})).unread == [base.FORBIDDEN_XML]


def test_a_protected_archive_is_said_to_be_protected() -> None:
    content = bytearray(docx(["甲"]))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(signature)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(signature, at + 4)
    assert look_inside(bytes(content)).unread == [base.ENCRYPTED]


def test_files_inside_files_are_followed_only_so_far() -> None:
    content = docx([ID])
    for _ in range(6):
        content = docx(parts={"word/embeddings/a.docx": content})
    inside = look_inside(content)
    assert base.EMBEDDED in inside.unread
    assert sorts_in(inside, base.BODY) == set()


def test_a_directory_of_tags_that_leads_to_itself_ends() -> None:
    loop = (
        b"II*\x00\x08\x00\x00\x00"
        b"\x02\x00" + b"\x69\x87\x04\x00\x01\x00\x00\x00\x08\x00\x00\x00" * 2 + b"\x08\x00\x00\x00"
    )
    data = b"Exif\0\0" + loop
    assert look_inside(b"\xff\xd8\xff\xe1" + (len(data) + 2).to_bytes(2, "big") + data).unread == [base.PICTURES]


WHOLE = [
    docx(["甲", ID], picture=jpeg()),
    xlsx([["姓名"], ["张三"]]),
    pdf(title="甲", xmp="<a/>"),
    jpeg(description=ID, gps=True),
]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(WHOLE), st.data())
def test_a_damaged_file_never_stops_the_reader(whole: bytes, data: Any) -> None:
    content = bytearray(whole[: data.draw(st.integers(5, len(whole)))])
    for _ in range(data.draw(st.integers(0, 6))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(look_inside(bytes(content)), Inside)


BEGINNINGS = [b"", b"PK\x03\x04", b"%PDF-", b"\xff\xd8\xff\xe1", b"\xff\xd8\xff\xe1\x00\x40Exif\0\0II*\0"]


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"PK\x03\x04", b"%PDF-", b"\xff\xd8\xff\xe1", b"\xff\xd8\xff\xe1\x00\x40Exif\0\0II*\0"]),
)
def test_any_bytes_are_looked_into(content: bytes, begins: bytes) -> None:
    assert isinstance(look_inside(begins + content), Inside)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_text_is_text_in_any_encoding(encoding: str) -> None:
    text = f"问题,是,否\n代填人 {ID}，电话{MOBILE}\n"
    assert is_plain(text.encode(encoding))
    assert raw_text(text.encode(encoding)) == text


@pytest.mark.parametrize("bare", [b"\0\1%b\0", b"\0%b", b"%b\0\0\0", b"a\0b\0c\0%b\0"], ids=repr)
def test_bytes_that_feign_a_text_of_two_bytes_a_letter_are_looked_through(bare: bytes) -> None:
    found = look_through(InMemory({"records/x.bin": bare % ID.encode("ascii")})).found
    assert [one.sort for one in found] == ["identity_number"]


def test_a_text_of_two_bytes_a_letter_is_told_once() -> None:
    found = look_through(InMemory({"records/x.txt": f"证件 {ID} 号".encode("utf-16")})).found
    assert [one.sort for one in found] == ["identity_number"]


def test_a_damaged_text_is_still_looked_through() -> None:
    assert ID in raw_text("代填人".encode() + b"\xff\xfe\x80" + ID.encode())


def test_the_files_made_here_are_what_they_say() -> None:
    with zipfile.ZipFile(io.BytesIO(docx(["甲"]))) as archive:
        assert archive.testzip() is None
        assert archive.read("docProps/core.xml").decode() == core("政策法规科")
