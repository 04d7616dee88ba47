"""A journal of an earlier version adds up to the board that it added up to then."""

from pathlib import Path

import pytest

from tests.fixtures.of_version import VERSIONS, data_of, lost, plain, told_of
from tests.fixtures.reading import change_told, journalled


@pytest.mark.parametrize("version", VERSIONS)
async def test_the_board_is_what_it_was(version: int, tmp_path: Path) -> None:
    """From all its records; the board that the version before had saved is not read."""
    board, _ = await journalled(data_of(version, tmp_path))
    assert lost(plain(board), told_of(version, "board")) == []


@pytest.mark.parametrize("version", VERSIONS)
async def test_every_change_reads_as_it_did(version: int, tmp_path: Path) -> None:
    """By whom, when, and each fact with every field that it had."""
    _, changes = await journalled(data_of(version, tmp_path))
    assert lost([change_told(change) for change in changes], told_of(version, "changes")) == []
