"""A disk that really has no room: refused with the reason, nothing half kept, going on when there is room."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.journal.errors import JournalUnavailable, Reason
from server.journal.verify import verify
from tests.server.journal.make import ROOT, append_all, big, opened
from tests.server.small_disk import disk_of, mount


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    with disk_of("1m", tmp_path / "disk") as disk:
        yield disk


async def _fill(journal_dir: Path, room: Path) -> tuple[int, int]:
    async with opened(journal_dir) as journal:
        reason = None
        while reason is None and journal.last_seq < 10_000:
            try:
                await journal.append(big(journal.next_seq))
            except JournalUnavailable as error:
                reason = error.reason
        assert reason == Reason.DISK_FULL
        before = journal.last_seq
        assert before > 10
        errors = await append_all(journal, [big(before + 1 + extra) for extra in range(700)])
        assert {type(error) for error in errors} == {JournalUnavailable}
        assert (journal.last_seq, journal.next_seq) == (before, before + 1)
        assert len(await journal.records(0, 10_000)) == before
        mount("-o", "remount,size=32m", str(room))
        errors = await append_all(journal, [big(before + 1 + extra) for extra in range(700)])
        assert set(errors) == {None}
        return before, journal.last_seq


@pytest.mark.root
async def test_a_full_disk_is_survived(small_disk: Path) -> None:
    """Refused while it is full, hundreds at once; everything fits when there is room, and all is sound."""
    before, after = await _fill(small_disk / "data", small_disk)
    assert after == before + 700
    report = verify(small_disk / "data")
    assert (report.records, report.findings) == (after, ())
    async with opened(small_disk / "data") as journal:
        assert await journal.records(0, 10_000) == tuple(big(seq) for seq in range(1, after + 1))


@pytest.mark.root
async def test_a_disk_that_was_full_at_the_end_opens_again(small_disk: Path) -> None:
    """Closing without room loses nothing that was acknowledged, with room or without at the next start."""
    async with opened(small_disk / "data") as journal:
        errors: list[BaseException | None] = []
        while not any(errors):
            errors = await append_all(journal, [big(journal.next_seq)])
        acknowledged = journal.last_seq
    mount("-o", "remount,size=4m", str(small_disk))
    async with opened(small_disk / "data") as journal:
        assert await journal.records(0, 10_000) == tuple(big(seq) for seq in range(1, acknowledged + 1))


@pytest.mark.parametrize("limit", [150_001, 400_000])
def test_a_file_that_may_not_grow_is_survived(tmp_path: Path, limit: int) -> None:
    """The same without root: the kernel cuts the write in the middle of a page."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.server.journal.fill", str(tmp_path / "data"), str(limit)],
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=60,
    )
    seen = json.loads(done.stdout)
    assert seen["reason"] in {Reason.IO_ERROR, Reason.DISK_FULL}
    assert seen["stored"] > 5
    assert (seen["full"] + seen["still"], seen["after"]) == (40, [])
    report = verify(tmp_path / "data")
    assert (report.records, report.findings) == (seen["stored"] + seen["still"] + 40, ())
