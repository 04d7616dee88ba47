"""The demonstration as a process: ready with one line, gone with everything it made."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from console.net.access import Access
from console.net.await_server import reach, wait_until
from console.net.document_fetch import fetched
from console.net.link import new_link
from protocol.address import read_address
from protocol.commands.contact import MakeLink
from protocol.commands.units import SignOnUnit
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.wire.messages import Done
from server.accounts.accounts import Accounts
from server.exercise.caller import Caller, Doorbell
from tests.server.live import get

ROOT = Path(__file__).resolve().parents[3]
LONGEST_S = 30.0
COMMAND = (sys.executable, "-m", "server", "demo", "--seed", "1")


@contextmanager
def demo(tmp_path: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    """A demonstration whose directory lies in `tmp_path`; killed if it is still there at the end."""
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    process = subprocess.Popen(
        [*COMMAND, *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=environment,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
        process.wait(LONGEST_S)


def ready(process: subprocess.Popen[str]) -> dict[str, str]:
    """What it said when it was ready."""
    assert process.stdout is not None
    said: dict[str, str] = json.loads(process.stdout.readline())
    return said


def is_gone(pid: int) -> bool:
    """True when there is no such process any more, or only its exit status."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return True
    return state == "Z"


def until(holds: Callable[[], bool]) -> None:
    """Looks again until it holds; fails when it never does."""
    give_up_s = time.monotonic() + LONGEST_S
    while not holds():
        assert time.monotonic() < give_up_s
        time.sleep(0.02)


async def test_it_says_where_it_is_and_lets_the_visitor_in(tmp_path: Path) -> None:
    """One line of JSON; a live exercise behind it, in a directory of its owner's alone."""
    with demo(tmp_path) as process:
        said = ready(process)
        address = read_address(said["url"])
        assert address.name == "centralist"
        (directory,) = tmp_path.iterdir()
        assert directory.stat().st_mode & 0o777 == 0o700
        bell = Doorbell(url=address.url, name=address.name, secret=said["secret"])
        caller = Caller(bell)
        async with asyncio.timeout(LONGEST_S), asyncio.TaskGroup() as tasks:
            link = tasks.create_task(caller.stay())
            await caller.ready()
            assert len(caller.board.units) == 12
            assert len(caller.board.open_incidents()) in range(6, 9)
            assert all(unit.team and unit.skills for unit in caller.board.units.values())
            weighed = [choice for incident in caller.board.incidents.values() for choice in incident.choices]
            assert weighed
            assert all(choice.by_road for choice in weighed)
            link.cancel()


async def test_a_browser_on_this_machine_opens_the_melders_page(tmp_path: Path) -> None:
    """The centralist listens on a Unix socket; the link that is read out has an address all the same."""
    with demo(tmp_path) as process:
        said = ready(process)
        link = new_link(Access(address=read_address(said["url"]), secret=said["secret"]))
        async with asyncio.timeout(LONGEST_S), link.running():
            await reach(link, LONGEST_S)
            number = next(iter(link.store.board.open_incidents())).number
            link.wish(MakeLink(incident=number))
            await wait_until(link, lambda: not link.store.waiting, LONGEST_S)
            row = json.loads(await fetched(link, f"link/{number}"))
        url = urlsplit(row["base"] + row["path"])
        assert (url.scheme, url.hostname) == ("http", "127.0.0.1")
        page = await get(url.port or 0, url.path)
        assert (page.status, "<html" in page.body) == (200, True)


async def test_a_second_terminal_comes_in_as_a_unit_that_the_shift_leaves_alone(tmp_path: Path) -> None:
    """It signs itself on, and nobody else has its call sign."""
    with demo(tmp_path) as process:
        said = ready(process)
        address = read_address(said["unit_url"])
        bell = Doorbell(url=address.url, name=address.name, secret=said["unit_secret"])
        caller = Caller(bell)
        async with asyncio.timeout(LONGEST_S), asyncio.TaskGroup() as tasks:
            link = tasks.create_task(caller.stay())
            await caller.ready()
            assert caller.board.unit_called(address.name) is None
            assert isinstance(await caller.wish(SignOnUnit(call_sign=Name(address.name))), Done)
            link.cancel()


def test_it_ends_with_its_stdin_and_leaves_nothing(tmp_path: Path) -> None:
    """Whoever started it closed the pipe, or is gone."""
    with demo(tmp_path) as process:
        ready(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(LONGEST_S) == 0
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_it_and_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    """Also twice in a row, as an impatient person does it."""
    with demo(tmp_path) as process:
        ready(process)
        process.send_signal(number)
        process.send_signal(number)
        assert process.wait(LONGEST_S) == 0
        assert list(tmp_path.iterdir()) == []


def test_it_ends_when_it_is_told_to_before_it_is_ready(tmp_path: Path) -> None:
    """A parent that changes its mind leaves nothing either."""
    with demo(tmp_path) as process:
        until(lambda: any(tmp_path.iterdir()))
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(LONGEST_S) == 0
        assert list(tmp_path.iterdir()) == []


def test_it_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    """kill -9 gives a parent no time to say anything; the pipe ends all the same."""
    starts = """
import subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE)
print(child.pid, flush=True)
child.wait()
"""
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    parent = subprocess.Popen(
        [sys.executable, "-c", starts, *COMMAND], stdout=subprocess.PIPE, cwd=ROOT, env=environment, text=True
    )
    try:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert json.loads(parent.stdout.readline())["url"].startswith("ws+unix://centralist@")
    finally:
        parent.kill()
        parent.communicate()
    until(lambda: is_gone(child))
    assert list(tmp_path.iterdir()) == []


def test_it_listens_on_127_0_0_1_where_a_socket_has_no_place(tmp_path: Path) -> None:
    """The path of a Unix socket has some hundred bytes; a temporary directory may lie deeper."""
    deep = tmp_path / ("d" * 100)
    deep.mkdir()
    with demo(deep) as process:
        assert read_address(ready(process)["url"]).where.startswith("127.0.0.1:")


def test_accounts_that_stay_are_hashed_at_full_strength(tmp_path: Path) -> None:
    """The cheap hash is for worlds that end with their process, and for no other."""
    accounts = Accounts(tmp_path)
    accounts.add("anna", Role.CENTRALIST)
    assert "m=65536" in accounts.all()["anna"].hash
