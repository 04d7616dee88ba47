"""Who plays: server, centralist, two units, a partner who also looks on without a screen, the melder's phone.

Starts each as a process of its own and ends it. The link of the first unit goes through a stretch of network
that can be cut.
"""

import asyncio
import os
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractContextManager, ExitStack, asynccontextmanager, contextmanager
from pathlib import Path

import pytest
from attrs import frozen

from protocol.model.role import Role
from tests.e2e.cutting import Stretch, stretch_before
from tests.e2e.phone import Phone, phone
from tests.e2e.play.seat import Seat, console, environment, seat
from tests.e2e.process import ServerProcess
from tests.server.accounts_file import with_accounts

ROLES = {"anna": Role.CENTRALIST, "12.01": Role.UNIT, "12.02": Role.UNIT, "ggz": Role.PARTNER}
SIZES = {"anna": (120, 40), "12.01": (60, 20), "12.02": (80, 24), "ggz": (80, 24)}


@frozen(kw_only=True)
class Cast:
    """Everybody, ready: signed in, the phone not on the page yet."""

    room: Seat
    first: Seat
    second: Seat
    partner: Seat
    watched: Path
    """What `watch` printed for the account of the partner."""

    phone: Phone
    network: Stretch
    """Between the first unit and the server."""

    server: ServerProcess
    home: Path

    async def history(self, *options: str) -> str:
        """What `history 1` prints for the room."""
        process = await asyncio.create_subprocess_exec(
            *console("history", self.url("anna"), "1", *options),
            env={**os.environ, **environment("anna", self.home)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
        )
        printed, _ = await process.communicate()
        assert process.returncode == 0
        return printed.decode("utf-8")

    def url(self, name: str) -> str:
        """Where somebody dials."""
        return f"ws://{name}@127.0.0.1:{self.server.port}"


@asynccontextmanager
async def cast(home: Path) -> AsyncIterator[Cast]:
    """Raises pytest's Skipped where there is no browser or no terminal."""
    if not Path("/dev/ptmx").exists():
        pytest.skip("needs pseudo-terminals")
    data = home / "data"
    data.mkdir(mode=0o700)
    with_accounts(data, ROLES)
    server = ServerProcess(data)
    with ExitStack() as stack:
        stack.callback(server.end)
        await server.start()
        async with stretch_before(server.port) as network:
            seats = {
                name: stack.enter_context(_seat(name, network if name == "12.01" else server, home))
                for name in ROLES
            }
            # The consoles start while the browser does.
            melders = await asyncio.to_thread(stack.enter_context, phone())
            one = Cast(
                room=seats["anna"],
                first=seats["12.01"],
                second=seats["12.02"],
                partner=seats["ggz"],
                watched=home / "watched",
                phone=melders,
                network=network,
                server=server,
                home=home,
            )
            stack.enter_context(_watching(one))
            await asyncio.gather(*(each.sits_down() for each in seats.values()))
            yield one


def _seat(name: str, where: Stretch | ServerProcess, home: Path) -> AbstractContextManager[Seat]:
    columns, rows = SIZES[name]
    return seat(name, f"ws://{name}@127.0.0.1:{where.port}", home, columns=columns, rows=rows)


@contextmanager
def _watching(cast: Cast) -> Iterator[None]:
    with cast.watched.open("wb") as out:
        process = subprocess.Popen(
            console("watch", cast.url("ggz"), "--json"),
            env={**os.environ, **environment("ggz", cast.home)},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
        )
        try:
            yield
        finally:
            process.kill()
            process.wait(30)
