"""The journal says which version wrote which records, and refuses what a later one wrote."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from protocol.wire import VERSION
from server.journal import sqlite as journal_of_the_server
from server.journal.errors import JournalTooNew
from server.journal.repair import set_aside
from server.journal.schema import FILE_NAME
from server.journal.stretches import Stretch, first_stretch
from server.journal.verify import verify
from tests.fixtures.of_version import VERSIONS, data_of, told_of
from tests.server.journal.make import append_all, filled, opened, record

WORLD = "Waterdam"
OPENED_MS = 1_700_000_000_000
"""When `opened` says that it is."""


def _of(data: Path) -> list[tuple[int, int]]:
    return [(each.first_seq, each.version) for each in verify(data).stretches]


async def test_a_new_journal_says_who_writes_it(tmp_path: Path) -> None:
    """From its first record on."""
    await filled(tmp_path, [record(1), record(2)])
    assert verify(tmp_path).stretches == (Stretch(first_seq=1, version=VERSION, since_ms=OPENED_MS),)


def test_a_journal_of_the_first_version_is_all_of_a_piece(tmp_path: Path) -> None:
    """It does not say so itself; read before anything brings it up to date."""
    data = data_of(1, tmp_path)
    report = verify(data)
    assert report.stretches == first_stretch(report.meta.created_ms)


@pytest.mark.parametrize("version", [each for each in VERSIONS if each < VERSION])
async def test_this_version_goes_on_in_a_stretch_of_its_own(version: int, tmp_path: Path) -> None:
    """Begun once, behind the last record of the version before, however often it is opened."""
    data = data_of(version, tmp_path)
    last = len(told_of(version, "changes"))
    for _ in range(3):
        async with opened(data, WORLD) as journal:
            await journal.append(record(journal.next_seq))
    assert _of(data)[-2:] == [(1, version), (last + 1, VERSION)]


@pytest.mark.parametrize("version", [each for each in VERSIONS if each < VERSION])
async def test_a_board_that_an_earlier_version_saved_is_not_read(version: int, tmp_path: Path) -> None:
    """What its records add up to is reckoned anew; a checkpoint of this version stays."""
    data = data_of(version, tmp_path)
    with closing(sqlite3.connect(data / FILE_NAME)) as connection:
        assert connection.execute("SELECT count(*) FROM checkpoint").fetchone() == (1,)
    async with opened(data, WORLD) as journal:
        assert await journal.newest_checkpoint() is None
        await journal.save_checkpoint(journal.last_seq, b"as this version saves it")
    async with opened(data, WORLD) as journal:
        assert await journal.newest_checkpoint() == (journal.last_seq, b"as this version saves it")


async def test_a_journal_in_which_a_later_version_wrote_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both versions are named and what to do, and nothing in it is touched."""
    with monkeypatch.context() as later:
        later.setattr(journal_of_the_server, "VERSION", VERSION + 1)
        await filled(tmp_path, [record(1)])
    before = (tmp_path / FILE_NAME).read_bytes()
    words = rf"language version {VERSION + 1}, this server knows up to version {VERSION}: .*newer server"
    with pytest.raises(JournalTooNew, match=words):
        async with opened(tmp_path):
            pass
    assert (tmp_path / FILE_NAME).read_bytes() == before
    assert _of(tmp_path) == [(1, VERSION + 1)]


async def test_a_version_that_wrote_nothing_leaves_no_stretch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one that does write takes its place."""
    with monkeypatch.context() as earlier:
        earlier.setattr(journal_of_the_server, "VERSION", VERSION - 1)
        await filled(tmp_path, [])
    await filled(tmp_path, [record(1)])
    assert _of(tmp_path) == [(1, VERSION)]


async def test_what_is_set_aside_takes_its_stretch_with_it(tmp_path: Path) -> None:
    """The records that come in its place say by themselves who wrote them."""
    data = data_of(1, tmp_path)
    last = len(told_of(1, "changes"))
    async with opened(data, WORLD) as journal:
        await append_all(journal, [record(last + 1), record(last + 2)])
    set_aside(data, world=WORLD, first_seq=last - 5, reason="tried", now_ms=0)
    async with opened(data, WORLD) as journal:
        await journal.append(record(last - 5))
    assert _of(data) == [(1, 1), (last - 5, VERSION)]
