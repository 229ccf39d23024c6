"""The YAML dialect of records: bytes to plain data, every scalar as text, or a positioned finding.

libyaml parses; what the dialect refuses (anchors, tags, duplicate keys, depth …) is refused while building,
so that no other reading of the same bytes is possible.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeGuard

import yaml

from integrity_cli.domain.diagnostic import Diagnostic, Position
from integrity_cli.reading import ParserMissing
from integrity_cli.reading import dialect_kinds as kinds
from integrity_cli.reading.characters import HIDDEN, JOINERS, LOOK_ALIKE, LOST, ordinary
from integrity_cli.reading.dialect_causes import why_scalar, why_syntax
from integrity_cli.reading.dialect_gaps import Gaps
from integrity_cli.reading.raw_text import with_one_line_end

try:
    from yaml import cyaml
except ImportError:  # pragma: no cover - depends on how PyYAML was built
    cyaml = None  # type: ignore[assignment]

Plain = str | list["Plain"] | dict[str, "Plain"]
"""What a file says, before any type is given to it."""

LARGEST = 2_000_000
DEEPEST = 32
MOST_EVENTS = 200_000

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})(?= |$)", re.MULTILINE)
_TAB_INDENT = re.compile(r"^ *\t+", re.MULTILINE)
_LOST = re.compile(f"{LOST}+")
_WIDE_INDENT = re.compile("^ *[\u3000\u00a0]+", re.MULTILINE)
_BLANK_LAST_LINE = re.compile(r"\n +\Z")
_ASCII = re.compile("[\x00-\x7f]*")
_EAST_ASIAN = re.compile("[\u2e80-\U0003ffff]")
_NULLS = {"~", "null", "Null", "NULL"}


class _Refused(Exception):
    """Reading cannot go on; the argument is the finding."""

    def __init__(self, finding: Diagnostic) -> None:
        self.finding = finding


@dataclass(slots=True)
class Read:
    """What became of one file: its plain data, or None, and the findings met on the way."""

    data: Plain | None = None
    findings: list[Diagnostic] = field(default_factory=list)


def read(path: str, content: bytes) -> Read:
    """Plain data of one document, or the reasons why it has none. Never raises for what a file holds."""
    if cyaml is None:
        raise ParserMissing
    result = Read()
    try:
        text = decode(path, content)
        _scan(path, text)
        result.findings.extend(_look_alikes(path, text))
        result.data = _Builder(path, text, result.findings).document()
    except _Refused as refused:
        result.findings.append(refused.finding)
    if any(finding.family == "Y" and finding.severity == "error" for finding in result.findings):
        result.data = None
    return result


def decode(path: str, content: bytes) -> str:
    """The text of a file: UTF-8, with or without a byte order mark, line ends made one."""
    if len(content) > LARGEST:
        raise _Refused(kinds.TOO_LARGE.at(path, size=len(content), largest=LARGEST, position=Position(1, 1, 1)))
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0\0" in {content[:4:2], content[1:4:2]}:
        raise _Refused(kinds.NOT_UTF8.at(path, encoding="UTF-16", position=Position(1, 1, 1)))
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise _Refused(_not_utf8(path, content, problem.start)) from None
    text = with_one_line_end(text)
    # A last line of blanks alone is a line like any other; libyaml drops it where its end is missing.
    return text + "\n" if _BLANK_LAST_LINE.search(text) else text


def _not_utf8(path: str, content: bytes, start: int) -> Diagnostic:
    before = with_one_line_end(content[:start].decode("utf-8"))
    broken = kinds.BROKEN_UTF8.at(path, position=_end_of(before))
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return broken
    if _EAST_ASIAN.search(before):
        # Chinese that was read as UTF-8 up to here: the file is damaged, not in another encoding.
        return broken
    # The bytes of some Chinese characters in GBK are by chance those of a Latin or Greek letter in UTF-8.
    ordinary = _ASCII.match(before)
    return kinds.NOT_UTF8.at(path, encoding="GBK", position=_end_of(ordinary[0] if ordinary else ""))


def _end_of(before: str) -> Position:
    """The place of the character after a text."""
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    return Position(line, column, column + 1)


def _scan(path: str, text: str) -> None:
    """What is to be refused before libyaml sees the text."""
    for pattern, kind in (
        (HIDDEN, kinds.CONTROL_CHARACTER),
        (_CONFLICT, kinds.MERGE_CONFLICT),
        (_WIDE_INDENT, kinds.WIDE_SPACE),
        (_TAB_INDENT, kinds.TAB_INDENT),
        (_LOST, kinds.LOST_CHARACTER),
    ):
        match = pattern.search(text)
        if match:
            name = f"U+{ord(match[0][0]):04X}"
            raise _Refused(kind.at(path, position=_position(text, match.start(), match.end()), character=name))


def _look_alikes(path: str, text: str) -> Iterator[Diagnostic]:
    """Characters that a reader takes for others: each told once, where it stands first."""
    first: dict[str, int] = {}
    for match in LOOK_ALIKE.finditer(text):
        first.setdefault(match[0], match.start())
    for character, start in first.items():
        facts: dict[str, Any] = {"character": f"U+{ord(character):04X}", "count": text.count(character)}
        position = _position(text, start, start + 1)
        known = ordinary(character)
        if character in JOINERS:
            yield kinds.JOINER.at(path, position=position, **facts)
        elif known is None:
            yield kinds.LOOK_ALIKE.at(path, position=position, **facts)
        else:
            yield kinds.LOOK_ALIKE_KNOWN.at(path, position=position, ordinary=known, **facts)


def _position(text: str, start: int, end: int) -> Position:
    line_start = text.rfind("\n", 0, start) + 1
    return Position(text.count("\n", 0, start) + 1, start - line_start + 1, end - line_start + 1)


def _mark(mark: Any) -> yaml.Mark:
    """A mark that libyaml always sets."""
    if mark is None:
        raise ValueError("libyaml set no mark")
    return mark  # type: ignore[no-any-return]


def _span(event: yaml.Event) -> Position:
    start, end = _mark(event.start_mark), _mark(event.end_mark)
    last = end.column if end.line == start.line else start.column
    return Position(start.line + 1, start.column + 1, max(last, start.column + 1) + 1)


def _inside(event: yaml.Event, character: str) -> Position:
    """Where a character stands in a plain scalar on one line."""
    start, end = _mark(event.start_mark), _mark(event.end_mark)
    span = _span(event)
    if start.line != end.line:
        return span
    column = span.column + str(getattr(event, "value", "")).index(character)
    return Position(span.line, column, column + 1)


def _is_plain(event: yaml.Event) -> TypeGuard[yaml.ScalarEvent]:
    """A scalar without quotes; libyaml's binding says so by an empty style."""
    return isinstance(event, yaml.ScalarEvent) and not event.style


def _is_empty(event: yaml.Event) -> bool:
    return _is_plain(event) and event.value == ""


class _Builder:
    """Builds plain data from libyaml's events."""

    def __init__(self, path: str, text: str, findings: list[Diagnostic]) -> None:
        self.path = path
        self.text = text
        self.findings = findings
        self._events = self._parsed()

    def document(self) -> Plain | None:
        """The one document of the file."""
        event = next(self._events)
        while isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
            event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent) or _is_empty(event):
            raise _Refused(kinds.EMPTY_FILE.at(self.path, position=Position(1, 1, 1)))
        data = self._value(event, 1)
        if isinstance(event, yaml.ScalarEvent) and not self.findings:
            raise _Refused(why_scalar(self.path, self.text, _span(event)))
        next(self._events)  # the document's end
        after = next(self._events)
        if isinstance(after, yaml.DocumentStartEvent):
            raise _Refused(kinds.SECOND_DOCUMENT.at(self.path, position=_span(after)))
        return data

    def _parsed(self) -> Iterator[yaml.Event]:
        """Libyaml's events, each checked against what the dialect refuses."""
        parser = cyaml.CParser(self.text)  # type: ignore[attr-defined]
        gaps = Gaps(self.path, self.text)
        doubt: Diagnostic | None = None  # told only if libyaml has nothing to say: an unclosed quote is the cause then
        try:
            for count in range(MOST_EVENTS + 1):
                event = parser.get_event()
                if event is None:
                    return
                if count == MOST_EVENTS:
                    raise _Refused(kinds.TOO_MANY_NODES.at(self.path, position=_span(event), most=MOST_EVENTS))
                self._refuse_features(event)
                doubt = doubt or gaps.look(event)
                if doubt and isinstance(event, yaml.StreamEndEvent):
                    raise _Refused(doubt)
                yield event
        except yaml.MarkedYAMLError as problem:
            raise _Refused(why_syntax(self.path, self.text, problem)) from None

    def _refuse_features(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise _Refused(kinds.ANCHOR.at(self.path, position=_span(event)))
        if getattr(event, "tag", None) is not None:
            raise _Refused(kinds.TAG.at(self.path, position=_span(event)))
        if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
            raise _Refused(kinds.DIRECTIVE.at(self.path, position=_span(event)))

    def _value(self, event: yaml.Event, depth: int) -> Plain:
        if depth > DEEPEST:
            raise _Refused(kinds.TOO_DEEP.at(self.path, position=_span(event), deepest=DEEPEST))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(depth, flow=bool(event.flow_style))
        value = str(event.value) if isinstance(event, yaml.ScalarEvent) else ""
        if _is_plain(event) and value in _NULLS:
            self.findings.append(kinds.BARE_NULL.at(self.path, position=_span(event)))
        elif hidden := HIDDEN.search(value):
            # A quoted escape such as "\0" puts into a value what no text may hold.
            name = f"U+{ord(hidden[0]):04X}"
            self.findings.append(kinds.CONTROL_CHARACTER.at(self.path, position=_span(event), character=name))
        return value

    def _mapping(self, depth: int) -> dict[str, Plain]:
        built: dict[str, Plain] = {}
        seen: dict[str, yaml.Event] = {}
        while not isinstance(key_event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(key_event, yaml.ScalarEvent):
                raise _Refused(kinds.KEY_NOT_TEXT.at(self.path, position=_span(key_event)))
            key = key_event.value
            self._check_key(key, key_event, seen)
            value_event = next(self._events)
            if not _is_empty(value_event):
                built[key] = self._value(value_event, depth + 1)
            elif _is_plain(key_event) and ":" in key:
                # `pages:5` in braces is a key with nothing after it; no record has a key like that.
                raise _Refused(kinds.NO_SPACE_AFTER_COLON.at(self.path, position=_inside(key_event, ":")))
            elif _is_plain(key_event) and re.search("[，、]", key):
                raise _Refused(kinds.WIDE_COMMA.at(self.path, position=_span(key_event)))
        return built

    def _check_key(self, key: str, event: yaml.Event, seen: dict[str, yaml.Event]) -> None:
        if key == "<<" and _is_plain(event):
            raise _Refused(kinds.ANCHOR.at(self.path, position=_span(event)))
        if not key.strip():
            raise _Refused(kinds.KEY_NOT_TEXT.at(self.path, position=_span(event)))
        if "\u3000" in key or "\xa0" in key:
            character = "U+3000" if "\u3000" in key else "U+00A0"
            raise _Refused(kinds.WIDE_SPACE.at(self.path, position=_span(event), character=character))
        if "：" in key:
            raise _Refused(kinds.WIDE_COLON.at(self.path, position=_inside(event, "：")))
        same = unicodedata.normalize("NFC", key)
        if same in seen:
            first = _mark(seen[same].start_mark).line + 1
            self.findings.append(kinds.DUPLICATE_KEY.at(self.path, position=_span(event), first=first))
        seen.setdefault(same, event)

    def _sequence(self, depth: int, *, flow: bool) -> list[Plain]:
        built: list[Plain] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            if _is_empty(event):
                self.findings.append(kinds.EMPTY_ITEM.at(self.path, position=_span(event)))
                continue
            if flow and _is_plain(event) and re.search("[，、]", event.value):
                self.findings.append(kinds.WIDE_COMMA.at(self.path, position=_span(event)))
            built.append(self._value(event, depth + 1))
        return built
