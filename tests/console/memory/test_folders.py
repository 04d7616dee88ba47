"""One folder for each kind of world, world and account, and nobody else looks into it."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from console.memory.folders import address_mark, every_folder, folder_of, make_private
from protocol.address import read_address
from protocol.model.text import Name
from tests.console.memory.typings import EXERCISE, LIVE

NAMES = st.text(min_size=1, max_size=200).filter(lambda name: name.strip() and name.isprintable())


@pytest.fixture
def open_umask() -> Iterator[None]:
    """A machine that makes every new folder readable by all."""
    before = os.umask(0)
    yield
    os.umask(before)


@given(NAMES, NAMES, NAMES)
def test_two_worlds_or_two_accounts_never_share_a_folder(world: str, anna: str, ben: str) -> None:
    """Whatever they are called; and the folder is always within the state."""
    here = evolve(LIVE, world=Name(world))
    folders = {
        folder_of(Path("/state"), account, origin)
        for account in {anna, ben}
        for origin in (here, evolve(here, exercise=True), None)
    }
    assert len(folders) == 3 * len({anna, ben})
    for folder in folders:
        assert folder.is_relative_to("/state")
        assert ".." not in folder.parts
        assert all(len(part.encode()) < 100 for part in folder.parts)


def test_histories_of_one_world_lie_together() -> None:
    """A wish says which it was made in."""
    state = Path("/state")
    again = evolve(LIVE, history="another")
    assert folder_of(state, "anna", LIVE) == folder_of(state, "anna", again)
    assert folder_of(state, "anna", LIVE) != folder_of(state, "anna", EXERCISE)


def test_a_folder_can_be_found_by_eye() -> None:
    """Whoever looks after the machine sees kind, world and account."""
    folder = folder_of(Path("/state"), "anna", EXERCISE)
    assert [part.partition("-")[0] for part in folder.parts[2:]] == ["worlds", "exercise", "Waterdam", "anna"]


@pytest.mark.usefixtures("open_umask")
def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    """Whatever the umask; also one that somebody opened is closed again."""
    for origin in (EXERCISE, None):
        folder = folder_of(tmp_path, "anna", origin)
        make_private(folder)
        folder.chmod(0o755)
        make_private(folder)
        inside = [folder, *(each for each in folder.parents if each.is_relative_to(tmp_path))][:-1]
        assert {stat.S_IMODE(each.stat().st_mode) for each in inside} == {0o700}


def test_every_folder_is_found(tmp_path: Path) -> None:
    """Of every account in every world; a file among them is none."""
    made = {folder_of(tmp_path, account, origin) for account in ("anna", "ben") for origin in (LIVE, None)}
    for folder in made:
        make_private(folder)
    (tmp_path / "before-welcome" / "los").touch()
    assert set(every_folder(tmp_path)) == made
    assert every_folder(tmp_path / "nergens") == ()


def test_an_address_leaves_a_mark_that_tells_nothing() -> None:
    """The same for the same address and account, another for any other."""
    urls = ("ws://anna@127.0.0.1:8765", "ws://ben@127.0.0.1:8765", "ws://anna@127.0.0.1:8766")
    marks = {address_mark(read_address(url)) for url in urls}
    assert len(marks) == 3
    assert all(len(mark) == 16 and mark.isalnum() for mark in marks)
    assert address_mark(read_address(urls[0])) in marks
