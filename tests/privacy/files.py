"""Real files made from bytes: a document, a workbook, a PDF and a photograph with what people leave in them."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

_TYPES = '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="urn:t"/>'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """An archive, the same bytes each time."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2014, 12, 1, 8, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def core(creator: str) -> str:
    """The properties of an office document."""
    return (
        '<cp:coreProperties xmlns:cp="urn:c" xmlns:dc="urn:d"><dc:title>问卷</dc:title>'
        f"<dc:creator>{escape(creator)}</dc:creator><cp:lastModifiedBy>政策法规科</cp:lastModifiedBy></cp:coreProperties>"
    )


def word_part(root: str, paragraphs: Iterable[str | list[str]]) -> str:
    """Paragraphs, each of one run or several, as Word splits them."""
    body = ""
    for paragraph in paragraphs:
        runs = [paragraph] if isinstance(paragraph, str) else paragraph
        said = "".join(f'<w:r><w:t xml:space="preserve">{escape(run)}</w:t></w:r>\n    ' for run in runs)
        body += f"<w:p>{said}</w:p>"
    return f'<w:{root} xmlns:w="{_WORD}"><w:body>{body}</w:body></w:{root}>'


def docx(
    paragraphs: Iterable[str | list[str]] = (),
    parts: Mapping[str, str | bytes] | None = None,
    *,
    creator: str = "政策法规科",
    picture: bytes | None = None,
) -> bytes:
    """A Word document, with more parts by their names."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "word/document.xml": word_part("document", paragraphs),
        "docProps/core.xml": core(creator),
    }
    if picture is not None:
        members["word/media/image1.jpeg"] = picture
    return zipped(members | dict(parts or {}))


def xlsx(rows: list[list[str]], *, left_over: Iterable[str] = ()) -> bytes:
    """A workbook with its texts in the shared table; `left_over` are texts that no cell refers to."""
    shared: list[str] = []
    lines = ""
    for number, row in enumerate(rows, 1):
        lines += f'<row r="{number}">'
        for column, text in enumerate(row):
            lines += f'<c r="{chr(65 + column)}{number}" t="s"><v>{len(shared)}</v></c>'
            shared.append(text)
        lines += "</row>"
    table = "".join(f"<si><t>{escape(text)}</t></si>" for text in [*shared, *left_over])
    return zipped(
        {
            "[Content_Types].xml": _TYPES,
            "xl/workbook.xml": f'<workbook xmlns="{_SHEET}"><sheets><sheet name="Sheet1"/></sheets></workbook>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>{lines}</sheetData></worksheet>',
            "xl/sharedStrings.xml": f'<sst xmlns="{_SHEET}">{table}</sst>',
            "docProps/core.xml": core("政策法规科"),
        }
    )


def pdf(*, title: str = "", author: str = "", xmp: str = "", encrypted: bool = False) -> bytes:
    """A PDF of one empty page with an Info dictionary: the title in UTF-16, the author as a plain string."""
    wide = "FEFF" + title.encode("utf-16-be").hex().upper()
    parts = [
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>\nendobj\n",
        f"4 0 obj\n<< /Title <{wide}> /Author ({author}) /Producer (writer \\(1.0\\)) >>\nendobj\n".encode(),
    ]
    if xmp:
        packet = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="urn:r">{xmp}</rdf:RDF></x:xmpmeta>'
        parts.append(f"5 0 obj\n<< /Type /Metadata >>\nstream\n{packet}\nendstream\nendobj\n".encode())
    protected = b" /Encrypt 6 0 R" if encrypted else b""
    parts.append(b"trailer\n<< /Root 1 0 R /Info 4 0 R" + protected + b" >>\nstartxref\n0\n%%EOF\n")
    return b"".join(parts)


def jpeg(*, description: str = "", artist: str = "", comment: str = "", gps: bool = False, order: str = "<") -> bytes:
    """The head of a photograph: EXIF, a comment, and the end; there is no picture in it."""
    tags: list[tuple[int, int, bytes]] = []
    if description:
        tags.append((0x010E, 2, description.encode() + b"\0"))
    if artist:
        tags.append((0x9C9D, 1, (artist + "\0").encode("utf-16-le")))
    exif = b"Exif\0\0" + _tiff(tags, gps=gps, order=order)
    segments = [(0xE1, exif), *([(0xFE, comment.encode("gbk"))] if comment else [])]
    marked = (b"\xff" + bytes([mark]) + struct.pack(">H", len(data) + 2) + data for mark, data in segments)
    return b"\xff\xd8" + b"".join(marked) + b"\xff\xd9"


def _tiff(tags: list[tuple[int, int, bytes]], *, gps: bool, order: str) -> bytes:
    """A directory of tags, and after it their values; a place is a directory of its own with a latitude."""
    count = len(tags) + gps
    values_at = 8 + 2 + 12 * count + 4
    entries, values = b"", b""
    for tag, kind, value in tags:
        held = value.ljust(4, b"\0") if len(value) <= 4 else struct.pack(f"{order}I", values_at + len(values))
        entries += struct.pack(f"{order}HHI", tag, kind, len(value)) + held
        values += value if len(value) > 4 else b""
    if gps:
        entries += struct.pack(f"{order}HHII", 0x8825, 4, 1, values_at + len(values))
        degrees = values_at + len(values) + 2 + 12 + 4
        values += struct.pack(f"{order}H", 1) + struct.pack(f"{order}HHII", 2, 5, 3, degrees) + bytes(4)
        values += struct.pack(f"{order}6I", 30, 1, 15, 1, 0, 1)
    head = (b"II" if order == "<" else b"MM") + struct.pack(f"{order}HI", 42, 8)
    return head + struct.pack(f"{order}H", count) + entries + bytes(4) + values
