"""Drafts and tags on a real server: whose they are to move, and that nothing personal comes with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.changes.tools import git
from tests.server.campaign import (
    AGAIN,
    MAIN,
    MORE,
    OFFICE,
    OTHER,
    PHONE,
    REGISTER,
    REVIEWER,
    STRANGER,
    UNIT,
    Content,
    training,
)
from tests.server.loopback import Bare, Clone

CloneOf = Callable[[str], Clone]
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
IDENTITY = "11010519491231002X"


def test_a_draft_may_hold_anything_and_is_its_authors_to_rewrite_and_delete(bare: Bare, clone_of: CloneOf) -> None:
    clone = clone_of(UNIT)
    draft = f"refs/heads/{UNIT}/方案"
    (clone.root / "records/units/water/plan.yaml").unlink()
    (clone.root / "records/units/water/plan.yaml").symlink_to("elsewhere")
    commit = clone.commit({REGISTER: "units: [\n", "records/units/dike/x.yaml": "：\n", "a.exe": b"MZ\0"})
    pushed = clone.push(f"HEAD:{draft}")
    assert pushed.is_taken, pushed.remote
    assert f"{UNIT}/方案：只查了个人信息，看过 1 个提交、4 个文件" in pushed.remote
    assert bare.refs()[draft] == commit
    git(clone.root, "checkout", "-q", "--orphan", "afresh")
    again = clone.commit({}, "重写")
    assert clone.push(f"+HEAD:{draft}").is_taken
    assert bare.refs()[draft] == again
    assert clone.push(f"HEAD:refs/heads/{UNIT.upper()}/二").is_taken
    assert clone.push(f":{draft}").is_taken
    assert set(bare.refs()) == {MAIN, f"refs/heads/{UNIT.upper()}/二"}


def test_what_is_there_already_is_not_looked_through_again(clone_of: CloneOf) -> None:
    clone = clone_of(UNIT)
    clone.commit({MORE: training(101)})
    assert clone.push(f"HEAD:refs/heads/{UNIT}/plan").is_taken
    clone.commit({AGAIN: training(102)})
    assert "看过 1 个提交、1 个文件" in clone.push(f"HEAD:refs/heads/{UNIT}/plan").remote
    assert "看过 0 个提交、0 个文件" in clone.push(f"HEAD:refs/heads/{UNIT}/same").remote


@pytest.mark.parametrize(
    ("account", "refspec", "codes"),
    [
        (OTHER, f"HEAD:refs/heads/{UNIT}/plan", ["G818"]),
        (OTHER, f"+HEAD:refs/heads/{UNIT}/there", ["G818"]),
        (OTHER, f":refs/heads/{UNIT}/there", ["G818"]),
        (OTHER, f"HEAD:refs/heads/{OTHER}", ["G818"]),
        (OTHER, f"HEAD:refs/heads/{OTHER}x/plan", ["G818"]),
        (OTHER, "HEAD:refs/heads/plan", ["G818"]),
        (OTHER, "HEAD:refs/heads/Main", ["G818"]),
        (OTHER, "HEAD:refs/tags/v1", ["G818"]),
        (OTHER, f"HEAD:refs/tags/{OTHER}/v1", ["G818"]),
        (OTHER, "HEAD:refs/notes/commits", ["G818"]),
        (OTHER, "HEAD:refs/for/main", ["G818"]),
        (OTHER, f"HEAD:refs/{OTHER}/plan", ["G818"]),
        (REVIEWER, f"HEAD:refs/heads/{UNIT}/plan", ["G818"]),
        (OFFICE, f"HEAD:refs/heads/{UNIT}/plan", ["G818"]),
        (OFFICE, f"+HEAD:refs/heads/{UNIT}/there", ["G818"]),
        (OFFICE, "HEAD:refs/heads/plan", ["G818"]),
        (OFFICE, f"HEAD:refs/replace/{'1' * 40}", ["G818"]),
        (STRANGER, f"HEAD:refs/heads/{STRANGER}/plan", ["G802"]),
        (STRANGER, f":refs/heads/{UNIT}/there", ["G802"]),
        (REVIEWER, f"HEAD:refs/heads/{REVIEWER}/marks", []),
        (OFFICE, f"HEAD:refs/heads/{OFFICE}/plan", []),
        (OFFICE, f":refs/heads/{UNIT}/there", []),
        (OFFICE, "HEAD:refs/tags/v1", []),
        (OFFICE, "HEAD:refs/notes/commits", []),
    ],
)
def test_a_ref_is_moved_by_whom_it_belongs_to(
    bare: Bare, clone_of: CloneOf, account: str, refspec: str, codes: list[str]
) -> None:
    git(bare.root, "update-ref", f"refs/heads/{UNIT}/there", MAIN)
    stands = bare.refs()
    clone = clone_of(account)
    clone.commit({MORE: training(101)})
    pushed = clone.push(refspec)
    assert pushed.codes == codes, pushed.remote
    assert pushed.is_taken is (not codes)
    assert (bare.refs() == stands) is bool(codes)


# -- what is personal


@pytest.mark.parametrize("where", ["message", "author", "file", "passing", "name", "branch", "attachment", "link"])
def test_nothing_personal_comes_to_the_server_in_a_draft_and_none_of_it_is_said(
    bare: Bare, clone_of: CloneOf, where: str
) -> None:
    clone, refspec = clone_of(UNIT), f"HEAD:refs/heads/{UNIT}/plan"
    files: dict[str, Content] = {"草稿.txt": "还没有写完\n"}
    message, said = "草稿", {"GIT_AUTHOR_NAME": PHONE} if where == "author" else None
    match where:
        case "message":
            message = f"草稿\n\n电话 {PHONE}"
        case "file" | "passing":
            files["草稿.txt"] = f"电话 {PHONE}\n"
        case "name":
            files[f"{PHONE}/草稿.txt"] = "空\n"
        case "attachment":
            files["旧表.doc"] = OLD_WORD + IDENTITY.encode("utf-16-le")
        case "branch":
            refspec = f"HEAD:refs/heads/{UNIT}/{PHONE}"
        case "link":
            (clone.root / "link").symlink_to(PHONE)
    commit = clone.commit(files, message, said)
    if where == "passing":
        clone.commit({"草稿.txt": "电话见值班表\n"})
    pushed = clone.push(refspec)
    assert (pushed.is_taken, pushed.codes) == (False, ["P701" if where == "attachment" else "P703"]), pushed.remote
    assert PHONE not in pushed.remote
    assert IDENTITY not in pushed.remote
    assert not bare.holds(commit), "Git drops what a hook refuses"


def test_what_the_protected_branch_or_the_drafts_own_office_publishes_may_stand_in_a_draft(clone_of: CloneOf) -> None:
    clone = clone_of(OTHER)
    contact = "contact: {office: 法制科, phone: '55870110', mailbox: zf@dike.example.org}\n"
    plan = "title: 草稿，寄 zf@dike.example.org 或 gongshi@fazhiban.example.org\n"
    clone.commit({"records/units/dike/profile.yaml": contact, "records/units/dike/plan.yaml": plan})
    pushed = clone.push(f"HEAD:refs/heads/{OTHER}/plan")
    assert pushed.is_taken
    assert "P706" not in pushed.remote
    clone.commit({"records/units/dike/plan.yaml": "title: 草稿，寄 someone@example.org\n"})
    warned = clone.push(f"HEAD:refs/heads/{OTHER}/plan")
    assert warned.is_taken, "a warning is told and refuses nothing, as in validate"
    assert "警告[P706]" in warned.remote


def test_a_tag_of_the_office_is_looked_through_and_leads_to_a_commit(bare: Bare, clone_of: CloneOf) -> None:
    clone = clone_of(OFFICE)
    git(clone.root, "tag", "-a", "-m", "第一版", "v1")
    assert clone.push("v1").is_taken
    git(clone.root, "tag", "-a", "-m", f"问 {PHONE}", "v2")
    git(clone.root, "tag", "-a", "-m", "标签的标签", "v3", "v1")
    blob = git(clone.root, "hash-object", "-w", "--stdin", stdin=f"电话 {PHONE}\n".encode())
    git(clone.root, "tag", "v4", blob)
    git(clone.root, "tag", "v5", "HEAD^{tree}")
    for tag, code in (("v2", "P703"), ("v3", "G813"), ("v4", "G813"), ("v5", "G813")):
        pushed = clone.push(tag)
        assert (pushed.is_taken, pushed.codes) == (False, [code]), tag
    assert not clone.push("+v1:main").is_taken, "Git has no branch of tags"
    assert set(bare.refs()) == {MAIN, "refs/tags/v1"}
