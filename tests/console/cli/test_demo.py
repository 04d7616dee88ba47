"""The demonstration's server lives no longer than the console, however that ends."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from console.cli.demo import DemoServer, demo_server
from console.texts.trouble import CannotGoOn

ROOT = Path(__file__).parents[3]
CHILD = (
    "import json, sys; print(json.dumps({'url': 'ws://c@h:1', 'secret': 's'}), flush=True); sys.stdin.read()"
)
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
PARENT = """
import sys
from console.cli.demo import demo_server
with demo_server([sys.executable, "-c", sys.argv[1]]) as server:
    server.access()
    print(server.pid, flush=True)
    sys.stdin.read()
"""


def _alive(pid: int) -> bool:
    """True while the process runs; one that ended and waits to be reaped counts as gone."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def _gone_in_time(pid: int) -> bool:
    deadline = time.monotonic() + 10
    while _alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not _alive(pid)


def test_it_says_where_it_is_and_ends_with_the_block() -> None:
    """The first line of the child is the access; at the end of the block the child is gone."""
    with demo_server([sys.executable, "-c", CHILD]) as server:
        access = server.access()
        assert (str(access.address), access.secret) == ("ws://c@h:1", "s")
        assert _alive(server.pid)
    assert not _alive(server.pid)


def test_it_says_how_a_second_terminal_comes_in_as_a_unit() -> None:
    """Where the child has one; an older child has none."""
    ways = {"url": "ws://c@h:1", "secret": "s", "unit_url": "ws://12.99@h:1", "unit_secret": "t"}
    child = f"import json, sys; print(json.dumps({ways!r}), flush=True); sys.stdin.read()"
    with demo_server([sys.executable, "-c", child]) as server:
        server.access()
        assert server.unit is not None
        assert (str(server.unit.address), server.unit.secret) == ("ws://12.99@h:1", "t")
    with demo_server([sys.executable, "-c", CHILD]) as server:
        server.access()
        assert server.unit is None


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_it_ends_when_the_console_is_killed(number: signal.Signals) -> None:
    """Whatever signal ends the console, the child notices that its stdin is closed."""
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    ) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert _alive(pid)
        parent.send_signal(number)
        parent.wait(10)
    assert _gone_in_time(pid)


def test_a_child_that_does_not_listen_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that ignores its stdin and SIGTERM is killed in the end."""
    monkeypatch.setattr("console.cli.demo.END_S", 0.2)
    with demo_server([sys.executable, "-c", STUBBORN]) as server:
        pass
    assert not _alive(server.pid)


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("import sys; sys.exit('geen ruimte')", "geen ruimte"),
        ("print('hallo')", "hallo"),
        ("print('{}')", "{}"),
    ],
)
def test_a_child_that_fails_is_explained(code: str, why: str) -> None:
    """What it said last is the reason that is shown."""
    server = DemoServer([sys.executable, "-c", code])
    with pytest.raises(CannotGoOn) as caught:
        server.access()
    assert (caught.value.trouble.key, caught.value.trouble.args["why"]) == ("demo-failed", why)
    assert not _alive(server.pid)


def test_the_real_one_is_ready_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The server's own demonstration gives an address to dial; its directory is gone with it."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    with demo_server() as server:
        access = server.access()
        assert access.address.name
        assert list(tmp_path.iterdir())
        with contextlib.suppress(ProcessLookupError):
            os.kill(server.pid, 0)
    assert list(tmp_path.iterdir()) == []
