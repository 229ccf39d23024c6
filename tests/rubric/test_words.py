"""Facts in words call a stage or a window what the campaign calls it, never by its id."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from integrity_cli.domain.office import CampaignTerms
from integrity_cli.lang import Lang
from integrity_cli.rubric.facts import Fact, FactRef
from integrity_cli.rubric.words import meaning_words

TERMS = CampaignTerms.model_validate(
    {
        "name": "活动",
        "organiser": "主办单位",
        "stages": (),
        "windows": (
            {
                "id": "grace",
                "name": "宽展期",
                "name_en": "days of {grace}",
                "starts_on": "2014-10-23",
                "ends_on": "2014-11-14",
            },
            {"id": "harvest", "name": "秋收", "starts_on": "2014-09-01", "ends_on": "2014-10-22"},
        ),
        "deadlines": (),
    }
)


@pytest.mark.parametrize(
    ("stated", "zh", "en"),
    [
        ({"within": "implementation"}, "组织实施期间的会议的数量", "meeting entries within the implementation stage"),
        ({"within": "grace"}, "宽展期内的会议的数量", "meeting entries within days of {grace}"),
        ({"within": "harvest"}, "秋收内的会议的数量", "meeting entries within 秋收"),
        ({"where": {"happened_on": {"in": "grace"}}}, "会议（日期在宽展期内）的数量", "within days of {grace})"),
        (
            {"where": {"happened_on": {"reaches": "grace"}}},
            "会议（日期不早于宽展期结束）的数量",
            "not before the end of days of {grace})",
        ),
    ],
)
def test_a_window_goes_by_its_name(stated: dict[str, Any], zh: str, en: str) -> None:
    fact: Fact = TypeAdapter(FactRef).validate_python({"entries": "meeting"} | stated)
    words = meaning_words(fact, TERMS)
    assert words.say(Lang.ZH) == zh
    assert words.say(Lang.EN).endswith(en)
