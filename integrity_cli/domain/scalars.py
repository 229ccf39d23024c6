"""Every scalar a record may hold, each read from its text by one parser of ours.

YAML hands over text only; pydantic's own lax readings (a Unix time as a date, `1_000`, full-width digits)
are never reached. A parser takes the text and returns the value or raises a `PydanticCustomError`
whose `type` names what is wrong; the words for it stand in `reading/shapes.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from integrity_cli.lang import Text

N = TypeVar("N", int, Decimal)

LONGEST_LINE = 200
LONGEST_PROSE = 4000
LONGEST_URL = 1000
LONGEST_SLUG = 40

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")
_POINTS = re.compile(r"[0-9]{1,4}(\.[0-9]{1,2})?")
_COUNT = re.compile(r"[0-9]{1,9}")
_URL = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[^\s<>\x22'\\^`{|}]*)?")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_COMMIT = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_ENTRY_ID = re.compile(r"[A-Z]{1,4}-[0-9]{1,6}")
_ATTACHMENT = re.compile(r"attachments(/(?!\.{1,2}(/|$))[^\\/]+)+")
_YES = {"yes": True, "true": True, "是": True, "no": False, "false": False, "否": False}


def parse_text(value: object) -> str:
    """The text itself; a list or a map where one value belongs is `text_expected`."""
    if not isinstance(value, str):
        raise PydanticCustomError("text_expected", "one value expected")
    return value


def parse_line(value: object) -> str:
    """One line of text, 1 to 200 characters, without blanks at its ends."""
    text = parse_text(value).strip()
    if not text:
        raise PydanticCustomError("text_empty", "empty")
    if "\n" in text:
        raise PydanticCustomError("line_expected", "one line expected")
    return _not_longer(text, LONGEST_LINE)


def parse_prose(value: object) -> str:
    """Text of one or more lines, 1 to 4,000 characters."""
    text = parse_text(value).strip()
    if not text:
        raise PydanticCustomError("text_empty", "empty")
    return _not_longer(text, LONGEST_PROSE)


def parse_date(value: object) -> date:
    """A day as `2014-11-30`; a day that no calendar has is `date_not_in_calendar`."""
    match = _DATE.fullmatch(parse_text(value))
    if match is None:
        raise PydanticCustomError("date_form", "a date is written 2014-11-30")
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        raise PydanticCustomError("date_not_in_calendar", "no such day") from None


def parse_number(value: object) -> Decimal:
    """A decimal number in ASCII digits, up to 12 before and 6 after the point."""
    return Decimal(_matching(_NUMBER, value, "number_form"))


def parse_points(value: object) -> Decimal:
    """Points of a rubric or a mark: not negative, at most two decimals."""
    return Decimal(_matching(_POINTS, value, "points_form")).quantize(Decimal("0.01"))


def parse_count(value: object) -> int:
    """How many: a whole number from 0, in ASCII digits."""
    return int(_matching(_COUNT, value, "count_form"))


def parse_positive_number(value: object) -> Decimal:
    """A decimal number above 0."""
    return _above_zero(parse_number(value))


def parse_positive_points(value: object) -> Decimal:
    """Points above 0, at most two decimals."""
    return _above_zero(parse_points(value))


def parse_positive_count(value: object) -> int:
    """How many: a whole number from 1."""
    return _above_zero(parse_count(value))


def parse_yes_no(value: object) -> bool:
    """`yes` or `no`, `true` or `false`, 是 or 否."""
    answer = _YES.get(parse_text(value))
    if answer is None:
        raise PydanticCustomError("yes_no_form", "yes or no expected")
    return answer


def parse_url(value: object) -> str:
    """A web address beginning with http:// or https://, without a user name in it."""
    return _not_longer(_matching(_URL, value, "url_form"), LONGEST_URL)


def parse_digest(value: object) -> str:
    """A SHA-256 digest: 64 hexadecimal digits in lower case."""
    return _matching(_DIGEST, value, "digest_form")


def parse_commit(value: object) -> str:
    """The whole id of a Git commit: 40 or 64 hexadecimal digits in lower case, never shortened."""
    return _matching(_COMMIT, value, "commit_form")


def parse_slug(value: object) -> str:
    """An id in lower-case letters, digits and single hyphens, such as `urban-management`."""
    return _not_longer(_matching(_SLUG, value, "slug_form"), LONGEST_SLUG)


def parse_entry_id(value: object) -> str:
    """The id of a ledger entry, such as `E-014`."""
    return _matching(_ENTRY_ID, value, "entry_id_form")


def parse_attachment(value: object) -> str:
    """A path below the unit's own folder that begins with `attachments/` and never climbs."""
    return _not_longer(_matching(_ATTACHMENT, value, "attachment_form"), LONGEST_LINE)


def _above_zero(number: N) -> N:
    if number <= 0:
        raise PydanticCustomError("above_zero", "above 0")
    return number


def _matching(pattern: re.Pattern[str], value: object, trouble: str) -> str:
    text = parse_text(value)
    if pattern.fullmatch(text) is None:
        raise PydanticCustomError(trouble, "not in the form expected")
    return text


def _not_longer(text: str, longest: int) -> str:
    if len(text) > longest:
        raise PydanticCustomError("text_too_long", "too long", {"longest": longest, "length": len(text)})
    return text


@dataclass(frozen=True, slots=True, eq=False)
class Scalar:
    """How one scalar is read and written, and how an editor that gives types to YAML can tell.

    `seen_as` are the JSON types that such an editor may see in what the parser takes; anything else is `trouble`.
    A text must have each of `forms`, in order: a pattern for all of it, and the trouble where it does not match.
    `limits` are JSON Schema's, for numbers; `longest` counts characters without the blanks at both ends.
    """

    parse: Callable[[object], Any]
    trouble: str = "text_expected"
    forms: tuple[tuple[str, str], ...] = ()
    seen_as: tuple[str, ...] = ("string",)
    limits: Mapping[str, int] = field(default_factory=dict)
    longest: int | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self.parse, serialization=core_schema.to_string_ser_schema()
        )


@dataclass(frozen=True, slots=True, eq=False)
class OneOf:
    """A closed list: the values a field may hold, each with its label in both languages."""

    name: Text
    values: Mapping[str, Text]

    def parse(self, value: object) -> str:
        text = parse_text(value)
        if text not in self.values:
            raise PydanticCustomError("not_in_list", "not in the list", {"choices": tuple(self.values)})
        return text

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.parse)


_ANY = ("string", "number", "boolean")
_NOT_BLANK = (r"[\s\S]*\S[\s\S]*", "text_empty")
_ONE_LINE = (r"\s*\S[^\n]*\s*", "line_expected")
_LEAP = r"([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"
_MONTHS = r"(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8])"
_IN_CALENDAR = (rf"(?!0000)([0-9]{{4}}-({_MONTHS})|{_LEAP}-02-29)", "date_not_in_calendar")
_ABOVE_ZERO = (r"[^-]*[1-9].*", "above_zero")


def _formed(
    parse: Callable[[object], Any], pattern: re.Pattern[str], trouble: str, *more: tuple[str, str], **how: Any
) -> Scalar:
    """A scalar with one pattern, whose trouble is its own, and perhaps more."""
    return Scalar(parse, trouble, ((pattern.pattern, trouble), *more), **how)


def _numeric(
    parse: Callable[[object], Any], pattern: re.Pattern[str], trouble: str, *, positive: bool = False
) -> Scalar:
    """A scalar that an editor may see as a number, between the ends that its form sets."""
    below = {_NUMBER: 10**12, _POINTS: 10**4, _COUNT: 10**9}[pattern]
    least = {"minimum": 0} if pattern is not _NUMBER else {"exclusiveMinimum": -below}
    limits = ({"exclusiveMinimum": 0} if positive else least) | {"exclusiveMaximum": below}
    seen_as = ("integer" if pattern is _COUNT else "number", "string")
    return _formed(parse, pattern, trouble, *([_ABOVE_ZERO] if positive else []), seen_as=seen_as, limits=limits)


Line = Annotated[str, Scalar(parse_line, forms=(_NOT_BLANK, _ONE_LINE), seen_as=_ANY, longest=LONGEST_LINE)]
Prose = Annotated[str, Scalar(parse_prose, forms=(_NOT_BLANK,), seen_as=_ANY, longest=LONGEST_PROSE)]
Day = Annotated[date, _formed(parse_date, _DATE, "date_form", _IN_CALENDAR)]
Number = Annotated[Decimal, _numeric(parse_number, _NUMBER, "number_form")]
Points = Annotated[Decimal, _numeric(parse_points, _POINTS, "points_form")]
Count = Annotated[int, _numeric(parse_count, _COUNT, "count_form")]
PositiveNumber = Annotated[Decimal, _numeric(parse_positive_number, _NUMBER, "number_form", positive=True)]
PositivePoints = Annotated[Decimal, _numeric(parse_positive_points, _POINTS, "points_form", positive=True)]
PositiveCount = Annotated[int, _numeric(parse_positive_count, _COUNT, "count_form", positive=True)]
YesNo = Annotated[bool, Scalar(parse_yes_no, "yes_no_form", (("|".join(_YES), "yes_no_form"),), ("boolean", "string"))]
Url = Annotated[str, _formed(parse_url, _URL, "url_form", longest=LONGEST_URL)]
Digest = Annotated[str, _formed(parse_digest, _DIGEST, "digest_form")]
CommitId = Annotated[str, _formed(parse_commit, _COMMIT, "commit_form")]
Slug = Annotated[str, _formed(parse_slug, _SLUG, "slug_form", seen_as=("string", "boolean"), longest=LONGEST_SLUG)]
EntryId = Annotated[str, _formed(parse_entry_id, _ENTRY_ID, "entry_id_form")]
AttachmentPath = Annotated[str, _formed(parse_attachment, _ATTACHMENT, "attachment_form", longest=LONGEST_LINE)]
