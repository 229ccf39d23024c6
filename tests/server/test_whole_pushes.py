"""A push as a whole: several refs at once, the first one of all, and the words that come to the client."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.changes.tools import git
from tests.server.campaign import (
    CALENDAR,
    MAIN,
    MORE,
    OFFICE,
    PHONE,
    UNIT,
    altered,
    campaign,
    training,
)
from tests.server.loopback import Bare, Clone, Host

CloneOf = Callable[[str], Clone]


def test_one_refusal_refuses_the_whole_push(bare: Bare, clone_of: CloneOf) -> None:
    clone = clone_of(UNIT)
    clone.commit({MORE: training(101)})
    stands = bare.refs()
    refspecs = ("HEAD:main", f"HEAD:refs/heads/{UNIT}/plan", "HEAD:refs/tags/v1")
    pushed = clone.push(*refspecs)
    assert (pushed.is_taken, pushed.codes) == (False, ["G818"])
    assert "3 个引用一处不收，全部不收" in pushed.remote
    assert bare.refs() == stands
    assert clone.push(*refspecs[:2]).is_taken
    assert set(bare.refs()) == {MAIN, f"refs/heads/{UNIT}/plan"}


def test_more_refs_than_anybody_needs_are_refused(bare: Bare, clone_of: CloneOf) -> None:
    clone = clone_of(UNIT)
    refspecs = [f"HEAD:refs/heads/{UNIT}/{number}" for number in range(21)]
    assert clone.push(*refspecs).codes == ["G821"]
    assert set(bare.refs()) == {MAIN}
    assert clone.push(*refspecs[:20]).is_taken


def test_the_first_push_is_a_sound_campaign_from_the_office_that_it_names(host: Host, tmp_path: Path) -> None:
    bare = host.bare("empty")
    clone = bare.clone(UNIT, tmp_path / "unit")
    git(clone.root, "checkout", "-q", "-b", "main")
    clone.commit({path: content for path, content in campaign().items() if not path.endswith("team.yaml")}, "建立活动")
    assert "G820" in clone.push("main").codes
    clone.commit(dict(campaign()))
    refused = clone.push("main")
    assert (refused.is_taken, refused.codes) == (False, ["G820"])
    assert clone.push(f"HEAD:refs/heads/{UNIT}/plan").codes == ["G801", "G801"], "there is no law yet"
    office = bare.clone(OFFICE, tmp_path / "office")
    git(office.root, "pull", "-q", str(clone.root), "main")
    git(office.root, "branch", "-q", "-M", "main")
    office.commit({MORE: training(101, f"联系{PHONE}")}, "有号码")
    office.commit({MORE: training(101)}, "没有号码了")
    passing = office.push("main")
    assert (passing.is_taken, passing.codes) == (False, ["P703"])
    git(office.root, "reset", "-q", "--hard", "HEAD~2")
    office.commit({CALENDAR: altered("starts_on: 2014-10-01", "starts_on: 2014-13-01")})
    unsound = office.push("main")
    assert not unsound.is_taken
    assert unsound.codes == ["S106", "T302"]
    git(office.root, "reset", "-q", "--hard", "HEAD~1")
    assert office.push("main").is_taken


def test_a_repository_without_a_campaign_is_not_founded(host: Host, tmp_path: Path) -> None:
    bare = host.bare("nothing")
    clone = bare.clone(OFFICE, tmp_path / "office")
    git(clone.root, "checkout", "-q", "-b", "main")
    clone.commit({"README.md": "还没有\n"})
    assert not clone.push("main").is_taken
    assert bare.refs() == {}


def test_what_comes_to_the_client_is_legible_in_either_language(clone_of: CloneOf) -> None:
    clone = clone_of(UNIT)
    clone.commit({f"records/units/dike/证据{PHONE}.yaml": training(101)})
    pushed = clone.push("main")
    assert "�" not in pushed.remote
    assert "?" not in pushed.remote
    assert PHONE not in pushed.remote
    assert pushed.codes == ["P703", "G803"]
    assert "错误[G803]：这是单位 `dike` 的文件夹，账号 `sl-shuiwu` 只能提交单位" in pushed.remote
    assert f"records/units/dike/证据{'█' * 11}.yaml" in pushed.remote
    office = clone_of(OFFICE)
    office.commit({"records/office/campaign.yaml": altered("language: zh", "language: en")})
    assert office.push("main").is_taken
    english = clone.push("+HEAD:main")
    assert "error[G817]: the protected branch only goes on" in english.remote
    assert "the push is refused, and nothing has changed on the server" in english.remote
