"""Real processes for the benches: a server with a board, the raw baseline, and crowds of consoles.

Every process is a context that ends what it started, and only that.
"""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import time
from typing import Any
from urllib.request import urlopen

from attrs import frozen

from protocol.model.role import Role
from server.accounts.accounts import Accounts
from server.accounts.tickets import Tickets
from server.journal.schema import FILE_NAME, open_file
from server.settings.settings import Settings

NAME = "bench"


@frozen(kw_only=True)
class ServerProcess:
    """A server that runs."""

    pid: int
    port: int
    ticket: str
    secret: str
    directory: Path

    @property
    def url(self) -> str:
        """Where it can be reached."""
        return f"ws://127.0.0.1:{self.port}"

    @property
    def orders(self) -> dict[str, Any]:
        """What a crowd needs to come in."""
        return {"url": self.url, "host": "127.0.0.1", "port": self.port, "ticket": self.ticket}

    def metric(self, name: str) -> float:
        """A value of its /metrics page. Blocks for a moment."""
        with urlopen(f"http://127.0.0.1:{self.port}/metrics", timeout=10) as page:
            for line in page.read().decode().splitlines():
                if line.startswith(name + " "):
                    return float(line.split()[-1])
        raise KeyError(name)


def account(directory: Path) -> tuple[str, str]:
    """A centralist's secret and ticket for the world in this directory."""
    directory.mkdir(parents=True, exist_ok=True)
    accounts = Accounts(directory)
    secret = accounts.add(NAME, Role.CENTRALIST)
    # A ticket belongs to a history, so the journal is made before its server is.
    journal, meta = open_file(directory / FILE_NAME, world=Settings().world, now_ms=int(time() * 1000))
    journal.close()
    return secret, Tickets(directory, accounts, meta.history).make(accounts.all()[NAME])


@asynccontextmanager
async def child(*arguments: str, **options: Any) -> AsyncIterator[asyncio.subprocess.Process]:
    """A Python process of ours, ended with the context."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *arguments,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=1 << 26,
        **options,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()


@asynccontextmanager
async def server_process(
    directory: Path, secret: str, ticket: str, *, port: int = 0
) -> AsyncIterator[ServerProcess]:
    """`openlijn-server run` on a free port, once /health answers."""
    async with child(
        "-m", "server", "run", "--data", str(directory), "--port", str(port), stderr=asyncio.subprocess.PIPE
    ) as process:
        assert process.stderr is not None
        async with asyncio.timeout(60):
            while b" at ws://" not in (line := await process.stderr.readline()):
                if not line:
                    raise RuntimeError("the server did not start")
        port = int(line.split(b",")[0].rsplit(b":", 1)[1])
        drain = asyncio.get_running_loop().create_task(process.stderr.read())
        try:
            yield ServerProcess(pid=process.pid, port=port, ticket=ticket, secret=secret, directory=directory)
        finally:
            drain.cancel()


@asynccontextmanager
async def raw_process() -> AsyncIterator[int]:
    """The baseline's port."""
    async with child("-m", "tests.bench.raw_server") as process:
        assert process.stdout is not None
        yield int(await process.stdout.readline())


class Crowd:
    """Consoles in a process of their own."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def answer(self) -> dict[str, Any]:
        """The next line it says."""
        assert self._process.stdout is not None
        line = await self._process.stdout.readline()
        if not line:
            raise RuntimeError("the crowd died")
        answer: dict[str, Any] = json.loads(line)
        return answer

    async def arrivals(self) -> dict[int, list[float]]:
        """Ends it: when each frame reached each listener."""
        assert self._process.stdin is not None
        self._process.stdin.write(b"\n")
        return {int(number): at for number, at in (await self.answer())["arrivals"].items()}


@asynccontextmanager
async def crowd(kind: str, count: int, orders: dict[str, Any]) -> AsyncIterator[Crowd]:
    """`count` consoles of a kind, all let in."""
    async with child("-m", "tests.bench.crowd") as process:
        assert process.stdin is not None
        process.stdin.write(json.dumps({**orders, "kind": kind, "count": count}).encode() + b"\n")
        people = Crowd(process)
        async with asyncio.timeout(120):
            await people.answer()
        yield people


def resident_kb(pid: int) -> int:
    """The memory a process holds, in kB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise KeyError("VmRSS")
