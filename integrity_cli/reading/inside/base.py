"""What is found inside a file that is no plain text: pieces of text, each with its part; and what was not read."""

from __future__ import annotations

from dataclasses import dataclass, field

from integrity_cli.lang import Text

BODY = Text("附件正文", "the text of the attachment")
COMMENTS = Text("附件的批注、页眉页脚或尾注", "a comment, header, footer or note of the attachment")
PROPERTIES = Text("附件属性", "the properties of the attachment")
NAMES = Text("压缩包里的文件名", "the name of a file inside the archive")
BYTES = Text("附件的字节", "the bytes of the attachment")

ENCRYPTED = Text("有密码", "it is protected by a password")
DAMAGED = Text("文件损坏，打不开", "it is damaged and cannot be opened")
TOO_LARGE_INSIDE = Text("展开后过大，没有读完", "it is too large when unpacked, and was not read to the end")
FORBIDDEN_XML = Text("里面的 XML 带有实体声明，不予展开", "its XML declares entities, which are not expanded")
PICTURES = Text("图片里的内容读不到", "what a picture shows cannot be read")
EMBEDDED = Text("里面嵌有别的文件", "other files are embedded in it")
PDF_PAGES = Text("只读了属性，页面上的文字没有读", "only its properties were read, not its pages")
PDF_COMPRESSED = Text(
    "页面和一部分属性是压缩的，没有读", "its pages and some of its properties are compressed, and were not read"
)
UNKNOWN = Text("读不了这种格式", "its format cannot be read")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text from one part of a file."""

    where: Text
    text: str


@dataclass(slots=True)
class Inside:
    """What was read inside a file; `unread` says what was not, and why; `place` whether it tells where it was made."""

    pieces: list[Piece] = field(default_factory=list)
    unread: list[Text] = field(default_factory=list)
    place: bool = False

    def say_unread(self, reason: Text) -> None:
        """Tells a reason once."""
        if reason not in self.unread:
            self.unread.append(reason)


OWNER = {
    "creator": "作者",
    "author": "作者",
    "lastmodifiedby": "作者",
    "manager": "负责人",
    "artist": "作者",
    "xpauthor": "作者",
    "cameraownername": "作者",
    "by-line": "作者",
}
"""Properties that hold a person's name, with the label that says so."""


def labelled(name: str, value: str) -> str:
    """A property as a line: a name of a person after its label, any other by itself."""
    label = OWNER.get(name.lower().removeprefix("/"))
    return f"{label}：{value}" if label else value
