"""The folder of the site is replaced as a whole or not at all, and only if it is a site."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from integrity_cli.lang import Lang
from integrity_cli.publishing import WriteRefused, write
from integrity_cli.publishing.write import exchange
from tests.publishing.tools import folder_files, small

OLD = {"index.html": b"old", "units/gone.html": b"gone", "data/manifest.txt": b"", "data/scores.json": b""}


class Interrupted(Mapping[str, bytes]):
    """Files of which the third is never reached, as when a key is pressed meanwhile."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files

    def __getitem__(self, path: str) -> bytes:
        return self.files[path]

    def __len__(self) -> int:
        return len(self.files)

    def __iter__(self) -> Iterator[str]:
        yield from list(self.files)[:2]
        raise KeyboardInterrupt


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An old site."""
    place = tmp_path / "部门 site"
    write(OLD | {"data/scores.json": small().files["data/scores.json"]}, place)
    return place


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir())


def refused(folder: Path, campaign: Path | None = None) -> str:
    """Why a folder is refused, in Chinese; it stays as it was."""
    before = folder_files(folder) if folder.is_dir() else {}
    with pytest.raises(WriteRefused) as refusal:
        write(small().files, folder, campaign)
    assert folder_files(folder) == before
    assert str(folder) in refusal.value.words.say(Lang.EN)
    return refusal.value.words.say(Lang.ZH)


def test_every_file_is_written_byte_for_byte(tmp_path: Path) -> None:
    write(small().files, tmp_path / "new" / "site")
    assert folder_files(tmp_path / "new" / "site") == small().files
    assert beside(tmp_path / "new" / "site") == ["site"]


def test_an_old_site_is_replaced_as_a_whole(folder: Path) -> None:
    write(small().files, folder)
    assert folder_files(folder) == small().files
    assert beside(folder) == [folder.name]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    place = tmp_path / "site"
    place.mkdir()
    write(small().files, place)
    assert folder_files(place) == small().files


def test_others_may_read_the_site_as_they_may_any_new_folder(tmp_path: Path) -> None:
    write(small().files, tmp_path / "site")
    (tmp_path / "plain").mkdir()
    assert (tmp_path / "site").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_an_interrupted_run_leaves_the_old_site_whole(folder: Path) -> None:
    before = folder_files(folder)
    with pytest.raises(KeyboardInterrupt):
        write(Interrupted(small().files), folder)
    assert folder_files(folder) == before
    assert beside(folder) == [folder.name]


def test_a_site_that_cannot_be_written_leaves_the_old_one_whole(folder: Path) -> None:
    before = folder_files(folder)
    with pytest.raises(WriteRefused) as refusal:
        write({"a": b"", "a/b": b""}, folder)
    assert "无法写入" in refusal.value.words.say(Lang.ZH)
    assert folder_files(folder) == before
    assert beside(folder) == [folder.name]


def test_should_the_last_step_fail_the_old_site_comes_back(folder: Path) -> None:
    before = folder_files(folder)
    with pytest.raises(FileNotFoundError):
        exchange(folder, folder.parent / "never made", folder.parent / "aside")
    assert folder_files(folder) == before
    assert beside(folder) == [folder.name]


def test_a_folder_of_other_things_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "papers"
    place.mkdir()
    (place / "letter.txt").write_bytes(b"dear all")
    assert "不是本工具生成的网站" in refused(place)
    assert beside(place) == ["papers"]


@pytest.mark.parametrize("scores", [b"", b"[]", b"{}", b'{"format": "integrity-scores/9"}', b"\xff"])
def test_a_folder_that_only_looks_like_a_site_is_refused(tmp_path: Path, scores: bytes) -> None:
    (tmp_path / "site" / "data").mkdir(parents=True)
    (tmp_path / "site" / "data" / "manifest.txt").write_bytes(b"")
    (tmp_path / "site" / "data" / "scores.json").write_bytes(scores)
    assert "不是本工具生成的网站" in refused(tmp_path / "site")


def test_scores_without_a_manifest_are_no_site(folder: Path) -> None:
    (folder / "data" / "manifest.txt").unlink()
    assert "不是本工具生成的网站" in refused(folder)


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_bytes(b"a file")
    with pytest.raises(WriteRefused) as refusal:
        write(small().files, tmp_path / "site")
    assert "不是文件夹" in refusal.value.words.say(Lang.ZH)
    assert (tmp_path / "site").read_bytes() == b"a file"


@pytest.mark.parametrize("inside", ["", "campaign", "a/b/campaign"])
def test_a_folder_that_holds_the_campaign_is_refused_even_if_it_is_a_site(folder: Path, inside: str) -> None:
    campaign = folder / inside
    campaign.mkdir(parents=True, exist_ok=True)
    assert "活动记录" in refused(folder, campaign)


@pytest.mark.parametrize("name", ["records", "rubric.yaml"])
def test_records_are_never_replaced_even_when_the_campaign_is_not_named(folder: Path, name: str) -> None:
    (folder / name).mkdir()
    assert "活动记录" in refused(folder)


@pytest.mark.parametrize("make", [Path.mkdir, Path.touch])
def test_a_git_working_tree_is_refused_even_if_it_is_a_site(folder: Path, make: Callable[[Path], None]) -> None:
    make(folder / ".git")
    assert "Git" in refused(folder)


def test_a_campaign_beside_or_above_the_site_is_no_hindrance(tmp_path: Path) -> None:
    write(small().files, tmp_path / "campaign" / "site", tmp_path / "campaign")
    write(small().files, tmp_path / "campaign-site", tmp_path / "campaign")
    assert folder_files(tmp_path / "campaign" / "site") == small().files


@pytest.mark.skipif(os.name == "nt", reason="making a link needs a right that Windows does not give everyone")
def test_behind_a_link_the_folder_is_replaced_and_the_link_stays(folder: Path) -> None:
    link = folder.parent / "link"
    link.symlink_to(folder, target_is_directory=True)
    write(small().files, link)
    assert link.is_symlink()
    assert folder_files(folder) == small().files
