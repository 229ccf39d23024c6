"""Findings as a JUnit report: a suite for each file, a failed case for each finding, one passed case for a clean file.

A warning is a failed case too, of type `warning`, so that the cases of every run count what the other formats count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from integrity_cli.lang import Text
from integrity_cli.reading.locate import Located
from integrity_cli.rendering.findings.report import FindingsReport
from integrity_cli.rendering.findings.words import in_full
from integrity_cli.rendering.page import Page, one_line

_NOTHING = Text("没有发现问题", "nothing found")
# What XML 1.0 has no way to write; the controls among them are dots by then.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: FindingsReport, page: Page) -> str:
    """The suites: files with findings in the order of the report, then the clean ones."""
    root = ET.Element("testsuites", name="integrity validate")
    for path, findings in report.by_file.items():
        _suite(root, path, len(findings), len(findings)).extend(_failed(findings, page))
    for path in report.clean:
        case = {"classname": _text(path), "name": page.say(_NOTHING), "file": _text(path)}
        ET.SubElement(_suite(root, path, 1, 0), "testcase", case)
    root.set("tests", str(len(report.findings) + len(report.clean)))
    root.set("failures", str(len(report.findings)))
    root.set("errors", "0")
    ET.indent(root)
    written = ET.tostring(root, encoding="unicode").replace("##[", "#&#35;[")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def _suite(root: ET.Element, path: str, tests: int, failures: int) -> ET.Element:
    counts = {"tests": str(tests), "failures": str(failures), "errors": "0", "skipped": "0"}
    return ET.SubElement(root, "testsuite", {"name": _text(path), **counts})


def _failed(findings: Iterable[Located], page: Page) -> Iterable[ET.Element]:
    met: Counter[str] = Counter()
    for one in findings:
        place = f"{one.position.line}:{one.position.column}"
        name = f"{one.finding.code} {one.finding.kind.name} {place}"
        met[name] += 1  # two findings of one kind at one place differ by their number alone
        case = ET.Element("testcase", classname=_text(one.path), name=name + f" ({met[name]})" * (met[name] > 1))
        case.set("file", _text(one.path))
        case.set("line", str(one.position.line))
        message = _text(page.say(one.finding.message))
        failure = ET.SubElement(case, "failure", type=one.finding.severity.value, message=message)
        lines = (f"{one.path}:{place}", *in_full(one.finding, page).split("\n"))
        failure.text = "\n" + "\n".join(f"- {_text(line)}" for line in lines) + "\n"
        yield case


def _text(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", one_line(text))
