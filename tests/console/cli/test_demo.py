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

from console.cli.demo import COMMAND, DemoServer, demo_server, joining
from console.net.access import Access
from console.texts.trouble import CannotGoOn
from protocol.address import read_address
from tests.bench.pty_session import PtySession
from tests.heeding import heeding

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
        preexec_fn=heeding,
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


def test_a_folder_that_happens_to_be_named_as_ours_is_left_alone(tmp_path: Path) -> None:
    """What is run is this program's own server, wherever one stands, and nothing of that place."""
    foreign = tmp_path / "server"
    foreign.mkdir()
    for name in ("__init__.py", "__main__.py"):
        (foreign / name).write_text("open('was-executed', 'w').close(); raise SystemExit('foreign')\n")
    for name in ("signal.py", "click.py"):
        (tmp_path / name).write_text("open('was-executed', 'w').close()\n")
    done = subprocess.run(
        [*COMMAND[:-1], "--version"], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout.split()[0], done.stderr) == (0, "openlijn-server", "")
    assert not (tmp_path / "was-executed").exists()


def test_a_second_terminal_starts_this_same_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its name where a shell finds it, else by its path; what it leaves behind is nothing either."""
    unit = Access(address=read_address("ws+unix://12.99@/tmp/a b/socket"), secret="geheim")
    program = tmp_path / "bin" / "openlijn"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", os.defpath)
    ends = " --keep-nothing 'ws+unix://12.99@/tmp/a b/socket'"
    assert joining(unit, str(program)) == f"OPENLIJN_SECRET=geheim {program}{ends}"
    monkeypatch.setenv("PATH", str(program.parent))
    assert joining(unit, str(program)) == f"OPENLIJN_SECRET=geheim openlijn{ends}"
    by_module = joining(unit, "/anywhere/console/__main__.py")
    assert by_module.startswith(f"OPENLIJN_SECRET=geheim {sys.executable} -P /")
    assert by_module.endswith(f"/console/__main__.py{ends}")


def _said(rows: list[str]) -> set[str]:
    """Which of these the screen says."""
    return {words for words in ("--keep-nothing", "//12.99@") if any(words in row for row in rows)}


def test_on_the_screen_it_says_how_a_unit_joins_and_at_its_end_nothing_is_left(tmp_path: Path) -> None:
    """With streets on the map: no piece of it stays, nor a socket, a journal or a line that was typed."""
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    for folder in (home, temporary):
        folder.mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment |= {
        "HOME": str(home),
        "TMPDIR": str(temporary),
        "PYTHONPATH": str(ROOT),
        "OPENLIJN_LANG": "en",
    }
    command = [sys.executable, "-m", "console", "--demo"]
    with PtySession(command, columns=160, rows=48, environment=environment) as session:
        assert session.wait_shown(lambda rows: any("press F1" in row for row in rows), 90)
        assert session.wait_shown(
            lambda rows: any("\u2800" < cell < "\u2900" for row in rows for cell in row)
        )
        session.type("?\r")
        assert session.wait_shown(lambda rows: {"--keep-nothing", "//12.99@"} <= _said(rows))
        session.type("\x1b")
        session.type("\x11")
        assert session.process.wait(60) == 0
    assert [path for folder in (home, temporary) for path in folder.rglob("*")] == []
