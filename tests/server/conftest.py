"""A running server for whoever asks for one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.server.live import Served, serving


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Served]:
    """A server with an account each for Anna, Ben and one who only looks."""
    async with serving(tmp_path / "data") as one:
        yield one
