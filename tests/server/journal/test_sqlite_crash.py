"""What was acknowledged survives a killed process and a log that a power cut tore."""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from server.journal.record import Record
from server.journal.schema import FILE_NAME
from tests.server.journal.load import made
from tests.server.journal.make import ROOT, append_all, opened, record, run

LOG_NAME = FILE_NAME + "-wal"
FRAME_BYTES = 24 + 4096
LOG_HEADER_BYTES = 32


async def _read(data_dir: Path) -> tuple[Record, ...]:
    async with opened(data_dir) as journal:
        return await journal.records(0, 1_000_000)


async def test_every_acknowledged_record_survives_kill_9(tmp_path: Path) -> None:
    """Killed under load again and again, on the same journal; the numbering stays gapless throughout."""
    acknowledged = 0
    for patience in (1, 200, 2000, 50, 3000):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.server.journal.load", str(tmp_path / "data")],
            cwd=ROOT,
            stdout=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None
            for _ in range(patience):
                acknowledged = max(acknowledged, int(process.stdout.readline()))
            process.kill()
            rest = process.stdout.read().split(b"\n")[:-1]
            acknowledged = max([acknowledged, *map(int, rest)])
        found = await _read(tmp_path / "data")
        assert len(found) >= acknowledged
        assert found == tuple(made(seq) for seq in range(1, len(found) + 1))
        acknowledged = len(found)
    assert acknowledged > 5000


@frozen(kw_only=True)
class LiveCopy:
    """The files of a journal whose server was still writing."""

    folder: Path
    records: tuple[Record, ...]
    marks: tuple[tuple[int, int], ...]
    """(length of the log in bytes, newest acknowledged seq), in order of writing."""

    @property
    def log(self) -> bytes:
        return (self.folder / LOG_NAME).read_bytes()

    def check(self, found: tuple[Record, ...], sound_bytes: int) -> None:
        """Asserts that `found` is what the first `sound_bytes` of the log may give: a beginning, and no less
        than was acknowledged by then, and no more than the batch being written there."""
        least = max((seq for length, seq in self.marks if length <= sound_bytes), default=0)
        most = min((seq for length, seq in self.marks if length > sound_bytes), default=len(self.records))
        assert least <= len(found) <= most
        assert found == self.records[: len(found)]

    def reopened(self, log: bytes) -> tuple[Record, ...]:
        """What a server finds that starts on the copy with this log."""
        with TemporaryDirectory() as name:
            data_dir = Path(name)
            shutil.copy(self.folder / FILE_NAME, data_dir / FILE_NAME)
            (data_dir / LOG_NAME).write_bytes(log)
            return run(_read(data_dir))


@pytest.fixture(scope="module")
def live_copy(tmp_path_factory: pytest.TempPathFactory) -> LiveCopy:
    """Batches of several sizes, then the copy."""
    folder = tmp_path_factory.mktemp("copy")
    data_dir = tmp_path_factory.mktemp("live")
    records: list[Record] = []
    marks: list[tuple[int, int]] = []

    async def write() -> None:
        async with opened(data_dir) as journal:
            for size in (1, 1, 5, 40, 1, 2, 100, 1, 1, 1):
                batch = [
                    record(seq, by=f"unit-{seq % 5}", command=seq, incidents=(seq % 9 + 1, 99))
                    for seq in range(journal.next_seq, journal.next_seq + size)
                ]
                await append_all(journal, batch)
                records.extend(batch)
                marks.append(((data_dir / LOG_NAME).stat().st_size, journal.last_seq))
            # By another process: opening and closing the file in this one would drop SQLite's locks on it.
            subprocess.run(["cp", data_dir / FILE_NAME, data_dir / LOG_NAME, folder], check=True)

    run(write())
    return LiveCopy(folder=folder, records=tuple(records), marks=tuple(marks))


def test_the_copy_of_a_live_journal_is_complete(live_copy: LiveCopy) -> None:
    """Otherwise the tests below would show nothing."""
    assert live_copy.reopened(live_copy.log) == live_copy.records
    assert live_copy.marks[-1] == (len(live_copy.log), 153)


def test_a_log_cut_at_any_frame_loses_only_what_was_not_acknowledged(live_copy: LiveCopy) -> None:
    """Cut just before, at and just after the end of every frame."""
    size = len(live_copy.log)
    ends = range(LOG_HEADER_BYTES, size + 1, FRAME_BYTES)
    for cut in sorted({max(0, min(size, end + near)) for end in ends for near in (-1, 0, 1)}):
        live_copy.check(live_copy.reopened(live_copy.log[:cut]), cut)


@given(st.data())
def test_a_log_cut_anywhere_loses_only_what_was_not_acknowledged(
    live_copy: LiveCopy, data: st.DataObject
) -> None:
    """With nothing, zeros or rubbish where the rest was meant to be."""
    log = live_copy.log
    cut = data.draw(st.integers(0, len(log)), label="cut")
    rest = data.draw(
        st.sampled_from([b"", bytes(len(log) - cut), bytes(range(256)) * (len(log) // 256)]), label="rest"
    )
    # The rest may happen to be what was there, for zeros are common in a page: then more of the log is sound.
    spoilt = log[:cut] + rest[: len(log) - cut]
    same = next((place for place in range(len(spoilt)) if spoilt[place] != log[place]), len(spoilt))
    live_copy.check(live_copy.reopened(spoilt), same)


@given(st.data())
def test_a_flipped_bit_in_the_log_is_never_read(live_copy: LiveCopy, data: st.DataObject) -> None:
    """What was committed before it stands, nothing after it is believed."""
    log = bytearray(live_copy.log)
    place = data.draw(st.integers(0, len(log) - 1), label="place")
    log[place] ^= 1 << data.draw(st.integers(0, 7), label="bit")
    frames_before = max(0, place - LOG_HEADER_BYTES) // FRAME_BYTES
    live_copy.check(live_copy.reopened(bytes(log)), LOG_HEADER_BYTES + frames_before * FRAME_BYTES)
