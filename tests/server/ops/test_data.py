"""What a world has on its disk is opened whole, and let go of whole, also when something in it is wrong."""

from pathlib import Path

import pytest

from protocol.errors import OpenlijnError
from protocol.model.moment import from_ms
from protocol.model.role import Role
from server.accounts.accounts import FILE_NAME as ACCOUNTS_FILE
from server.journal.lock import DirectoryLock
from server.melder.codes import FILE_NAME as CODES_FILE
from server.ops.data import opened
from server.settings.settings import Settings
from tests.server.accounts_file import with_accounts

NOW = from_ms(1_790_000_000_000)


async def test_a_world_is_as_it_was_at_the_next_start(tmp_path: Path) -> None:
    """Its board, its history, its accounts and the codes of its links."""
    directory = tmp_path / "data"
    directory.mkdir(mode=0o700)
    with_accounts(directory, {"anna": Role.CENTRALIST})
    found = []
    for _ in range(2):
        async with opened(directory, Settings(), wall_now=NOW, world_now=NOW) as data:
            found.append((data.board, data.journal.history, set(data.accounts.all()), data.codes.code(1, 1)))
    assert found[0] == found[1]
    assert found[0][0].seq == 1
    assert (directory / CODES_FILE).exists()


async def test_what_is_wrong_lets_go_of_what_was_opened(tmp_path: Path) -> None:
    """The journal can be opened again."""
    directory = tmp_path / "data"
    async with opened(directory, Settings(), wall_now=NOW, world_now=NOW):
        pass
    (directory / ACCOUNTS_FILE).write_text("{")
    with pytest.raises(OpenlijnError, match="is not an accounts file"):
        async with opened(directory, Settings(), wall_now=NOW, world_now=NOW):
            pass
    DirectoryLock(directory).release()


async def test_a_mistake_in_what_is_only_read_makes_no_journal(tmp_path: Path) -> None:
    """A wrong path of a map leaves no folder behind."""
    with pytest.raises(OpenlijnError, match="there is no such map file"):
        async with opened(
            tmp_path / "data", Settings(map=tmp_path / "geen.map"), wall_now=NOW, world_now=NOW
        ):
            pass
    assert not (tmp_path / "data").exists()
