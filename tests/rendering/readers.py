"""Each format of findings read back by somebody who knows that format only, not the program that wrote it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree import ElementTree as ET

Place = tuple[str, int, int, str]
"""Path, line, column, code."""


@dataclass(frozen=True)
class Command:
    """One command that the runner of a GitHub workflow would carry out."""

    name: str
    properties: dict[str, str]
    text: str


def commands(log: str) -> list[Command]:
    """What a runner obeys in a log: `::name …::text` at the start of a line, and `##[name]` anywhere in one."""
    found = []
    for line in re.split(r"\r\n|\r|\n", log):
        if new := re.match(r"\s*::([A-Za-z-]+)(?: ([^:]*))?::(.*)$", line):
            pairs = [pair.partition("=") for pair in (new[2] or "").split(",") if pair]
            properties = {name: unescaped(value) for name, _, value in pairs}
            found.append(Command(new[1], properties, unescaped(new[3])))
        elif "##[" in line:
            found.append(Command(line, {}, ""))
    return found


def unescaped(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def of_text(output: str) -> list[Place]:
    codes = re.findall(r"^(?:error|warning|错误|警告)\[(\w+)\]", output, re.MULTILINE)
    places = re.findall(r"^ *--> (.+):(\d+):(\d+)$", output, re.MULTILINE)
    return [(path, int(line), int(column), code) for code, (path, line, column) in zip(codes, places, strict=True)]


def of_concise(output: str) -> list[Place]:
    places = []
    for line in output.splitlines():
        one = re.fullmatch(r"(.+?):(\d+):(\d+): (\w\d{3}) .+", line)
        assert one, line
        places.append((one[1], int(one[2]), int(one[3]), one[4]))
    return places


def of_json(output: str) -> list[Place]:
    return [(one["path"], one["line"], one["column"], one["code"]) for one in json.loads(output)["findings"]]


def of_sarif(output: str) -> list[Place]:
    (run,) = json.loads(output)["runs"]
    places = []
    for one in run["results"]:
        assert run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]
        where = one["locations"][0]["physicalLocation"]
        region = where["region"]
        uri = where["artifactLocation"]["uri"]
        assert re.fullmatch(r"(?:[A-Za-z0-9_.~/-]|%[0-9A-F]{2})+", uri), uri
        places.append((unquote(uri), region["startLine"], region["startColumn"], one["ruleId"]))
    return places


def of_junit(output: str) -> list[Place]:
    root = ET.fromstring(output)  # noqa: S314 - our own output, and the point is that it can be parsed
    assert int(root.attrib["failures"]) == len(root.findall(".//failure"))
    assert int(root.attrib["tests"]) == len(root.findall(".//testcase"))
    places = []
    for suite in root:
        cases = suite.findall("testcase")
        assert (int(suite.attrib["tests"]), bool(cases)) == (len(cases), True)
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
        assert len({case.attrib["name"] for case in cases}) == len(cases)
        for case in cases:
            if case.find("failure") is not None:
                code, _, place = case.attrib["name"].split(" ")[:3]
                line, column = map(int, place.split(":"))
                places.append((case.attrib["file"], line, column, code))
    return places


def of_github(output: str) -> list[Place]:
    return [
        (
            one.properties["file"],
            int(one.properties["line"]),
            int(one.properties["col"]),
            one.properties["title"].split(" ")[0],
        )
        for one in commands(output)
    ]


def of_gitlab(output: str) -> list[Place]:
    places = []
    for one in json.loads(output):
        where = one["location"]
        begin = where["positions"]["begin"]
        assert begin["line"] == where["lines"]["begin"]
        places.append((where["path"], begin["line"], begin["column"], one["check_name"]))
    return places


def of_markdown(output: str) -> list[Place]:
    places, path = [], ""
    for line in output.splitlines():
        if summary := re.match(r"<details(?: open)?><summary><code>(.*)</code> ", line):
            path = html.unescape(summary[1])
        if one := re.match(r"- \*\*\D+(\d+)\D+(\d+)[^*]*\*\* \S+ (\w\d{3})[:：]", line):
            places.append((path, int(one[1]), int(one[2]), one[3]))
    return places


READERS: dict[str, Callable[[str], list[Place]]] = {
    "text": of_text,
    "concise": of_concise,
    "json": of_json,
    "sarif": of_sarif,
    "junit": of_junit,
    "github": of_github,
    "gitlab": of_gitlab,
    "markdown": of_markdown,
}
