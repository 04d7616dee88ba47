"""The server of this version on the data of an earlier one: its people come in and find their board."""

from pathlib import Path

import pytest

from protocol.commands.timeline import AddEntry
from protocol.model.text import Text
from protocol.wire.messages import Done
from server.journal.verify import verify
from server.ops.running import running
from server.settings.settings import read_settings
from tests.fixtures.of_version import VERSIONS, data_of, lost, plain, secret_of, told_of
from tests.server.live import staying


@pytest.mark.parametrize("version", VERSIONS)
async def test_the_world_goes_on_where_it_was(version: int, tmp_path: Path) -> None:
    """The same board under the same history; the accounts of then open, and the next change follows."""
    data = data_of(version, tmp_path / "data")
    history = verify(data).meta.history
    told = told_of(version, "board")
    async with running(data, read_settings(data)) as listening:
        assert lost(plain(listening.room.board), told) == []
        url = f"ws://127.0.0.1:{listening.port}"
        async with staying(url, "sanne", secret=secret_of(version)) as sanne:
            assert lost(plain(sanne.board.units), told["units"]) == []
            done = await sanne.wish(AddEntry(incident=3, text=Text("na de nieuwe versie")))
            assert isinstance(done, Done)
            assert done.seq > told["seq"]
    report = verify(data)
    assert (report.meta.history, report.findings) == (history, ())
