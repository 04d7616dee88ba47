"""A stretch of network before a server, to be cut: also in the middle of a message, or of its answer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress


class Stretch:
    """Passes bytes on between browser and server until it is told otherwise."""

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._writers: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.port = 0
        self.is_cut = False
        self.is_deaf = False
        """True: what the server says is lost on the way, and nobody notices."""

        self.up_left: int | None = None
        """So many bytes still go up before the cut; None for no end."""

    def cut(self) -> None:
        """Every connection ends, and none begins until `mend`."""
        self.is_cut = True
        for writer in self._writers:
            writer.transport.abort()

    def mend(self) -> None:
        """As new."""
        self.is_cut = self.is_deaf = False
        self.up_left = None

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection of a browser."""
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            if self.is_cut:
                writer.transport.abort()
                return
            from_server, to_server = await asyncio.open_connection("127.0.0.1", self._server_port)
            mine = {writer, to_server}
            self._writers |= mine
            try:
                async with asyncio.TaskGroup() as both:
                    both.create_task(self._pass(reader, to_server, up=True))
                    both.create_task(self._pass(from_server, writer, up=False))
            finally:
                self._writers -= mine
                for each in mine:
                    each.transport.abort()
        finally:
            self._tasks.discard(task)

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, up: bool) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(4_096):
                if not up and self.is_deaf:
                    continue
                if up and self.up_left is not None:
                    data = data[: self.up_left]
                    self.up_left -= len(data)
                writer.write(data)
                await writer.drain()
                if up and self.up_left == 0:
                    self.cut()
        if not writer.is_closing():
            writer.close()

    async def end(self) -> None:
        """Nothing is left behind."""
        self.cut()
        if self._tasks:
            await asyncio.wait(self._tasks)


@asynccontextmanager
async def stretch_before(server_port: int) -> AsyncIterator[Stretch]:
    """A stretch of network to that port; gone on leaving."""
    stretch = Stretch(server_port)
    server = await asyncio.start_server(stretch.take, "127.0.0.1", 0)
    stretch.port = server.sockets[0].getsockname()[1]
    try:
        yield stretch
    finally:
        server.close()
        await stretch.end()
        await server.wait_closed()
