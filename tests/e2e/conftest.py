"""The real server, for the tests of this folder."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from protocol.model.role import Role
from tests.e2e.load import NAMES
from tests.e2e.process import ServerProcess
from tests.server.accounts_file import with_accounts


@pytest.fixture
async def process(tmp_path: Path) -> AsyncIterator[ServerProcess]:
    """A server with three centralists; ended whatever happens."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    with_accounts(data, dict.fromkeys(NAMES, Role.CENTRALIST))
    one = ServerProcess(data)
    try:
        await one.start()
        yield one
    finally:
        one.end()
