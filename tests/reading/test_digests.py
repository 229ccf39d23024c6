"""The digest of a record is of what it says: however it is written, and whatever else is changed."""

from __future__ import annotations

import hashlib

import pytest

from integrity_cli.reading.digests import record_digest

PATH = "records/units/water/plan.yaml"
PLAN = "title: 方案\ngoals:\n  - {stage: planning, goal: 开会}\n  - {stage: implementation}\n"


def digest(text: str) -> str | None:
    return record_digest(PATH, text.encode("utf-8"))


def test_it_is_that_of_sorted_json() -> None:
    json = '{\n "goals": [\n  {\n   "stage": "planning"\n  }\n ],\n "title": "方案"\n}\n'
    expected = hashlib.sha256(json.encode("utf-8")).hexdigest()
    assert digest("title: 方案\ngoals: [{stage: planning}]\n") == expected


@pytest.mark.parametrize(
    "other",
    [
        PLAN.replace("\n", "\r\n"),
        "\ufeff" + PLAN,
        f"# 说明\n{PLAN}",
        PLAN.replace("方案", "'方案'").replace("planning", '"planning"'),
        PLAN.replace("{stage: planning, goal: 开会}", "goal: 开会\n    stage: planning"),
        "goals:\n  - {stage: planning, goal: 开会}\n  - {stage: implementation}\ntitle: 方案",
        f"{PLAN}summary:\n",
    ],
)
def test_another_way_of_writing_the_same_has_the_same(other: str) -> None:
    assert other != PLAN
    assert digest(other) == digest(PLAN)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("开会", "开 会"),
        ("title: 方案", "title: 方案。"),
        (
            "{stage: planning, goal: 开会}\n  - {stage: implementation}",
            "{stage: implementation}\n  - {stage: planning, goal: 开会}",
        ),
        ("stage: implementation", "stage: implementation, owner: 创建办"),
    ],
)
def test_another_content_has_another(old: str, new: str) -> None:
    assert digest(PLAN.replace(old, new)) not in {None, digest(PLAN)}


@pytest.mark.parametrize("text", ["title: [\n", "", "标题: 方案\n"])
def test_what_no_record_can_be_has_none(text: str) -> None:
    assert digest(text) is None
