"""A disk that fails to sync: what it may have kept of a refused record never comes back to life."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from server.journal.schema import FILE_NAME
from server.journal.verify import verify
from tests.server.journal.make import ROOT, filled, opened, record

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace makes the disk fail")


def _traced(data_dir: Path, then: str, *options: str) -> tuple[str, str]:
    """(output, trace) of a process that appends under strace."""
    trace = data_dir.parent / "trace"
    command = ["strace", "-f", "-y", "-o", str(trace), "-e", "trace=fdatasync,pwrite64,write", *options]
    script = [sys.executable, "-m", "tests.server.journal.sync", str(data_dir), then]
    done = subprocess.run(command + script, cwd=ROOT, capture_output=True, text=True, timeout=60)
    if "ptrace" in done.stderr:
        pytest.skip(f"strace may not trace here: {done.stderr.splitlines()[0]}")
    return done.stdout, trace.read_text()


def test_every_acknowledgement_comes_after_a_sync(tmp_path: Path) -> None:
    """Between writing a record and saying so, the kernel is asked to put it on the disk, and answers."""
    output, trace = _traced(tmp_path / "data", "go-on")
    assert output.count("stored") == 30
    synced = False
    acknowledged = 0
    for line in trace.splitlines():
        if f"{FILE_NAME}-wal" in line and "pwrite64" in line:
            synced = False
        elif "fdatasync" in line and "= 0" in line:
            synced = True
        elif '"stored' in line:
            assert synced, line
            acknowledged += 1
    assert acknowledged == 30


# The second sync is the directory's, whose failure SQLite does not report.
@pytest.mark.parametrize("failing", [1, 3, 4, 9])
async def test_a_refused_record_stays_refused_when_the_process_dies(tmp_path: Path, failing: int) -> None:
    """Though it lay complete in the log when the sync failed."""
    await filled(tmp_path / "data", [])
    output, _ = _traced(tmp_path / "data", "die", "-e", f"inject=fdatasync:error=EIO:when={failing}")
    stored = [int(seq) for seq in re.findall(r"stored (\d+)", output)]
    assert re.findall(r"refused (\d+) io-error", output) == [str(len(stored) + 1)]
    async with opened(tmp_path / "data") as journal:
        assert await journal.records(0, 99) == tuple(record(seq, command=seq) for seq in stored)


async def test_a_disk_that_fails_for_a_while_leaves_no_gap(tmp_path: Path) -> None:
    """Several refusals in a row, then it goes on with the same number."""
    await filled(tmp_path / "data", [])
    output, _ = _traced(tmp_path / "data", "go-on", "-e", "inject=fdatasync:error=EIO:when=6..20")
    stored = [int(seq) for seq in re.findall(r"stored (\d+)", output)]
    assert len(re.findall("refused", output)) > 1
    assert len(stored) + len(re.findall("refused", output)) == 30
    async with opened(tmp_path / "data") as journal:
        assert await journal.records(0, 99) == tuple(
            record(seq, command=seq) for seq in range(1, len(stored) + 1)
        )
    assert verify(tmp_path / "data").findings == ()
