"""The demonstration's server: a child process that cannot outlive this one.

The child says where it is in one line of JSON and ends when its stdin does, in whatever way this process
goes: the kernel closes the pipe. It leads a session of its own, so that Ctrl-C reaches this console alone.
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from typing import IO

from console.net.access import Access
from console.texts.trouble import CannotGoOn, Trouble
from protocol.address import AddressWrong, read_address

HOME = Path(__file__).parents[2]
"""Where the packages of this program lie, in a checkout or among the installed ones."""

COMMAND = (sys.executable, "-P", str(HOME / "server" / "__main__.py"), "demo")
"""By its path, and without the current folder: a folder there that is named `server` is somebody else's."""

PROGRAM = "openlijn"
READY_S = 60.0
END_S = 5.0
_KEPT_LINES = 20


class DemoServer:
    """The child, from its start. Nothing waits until `access` is asked for."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        self.unit: Access | None = None
        """How a second terminal comes in as a unit of its own; None until it is ready."""

        self._first: Queue[bytes] = Queue()
        self._said: deque[str] = deque(maxlen=_KEPT_LINES)
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        self._readers = [
            threading.Thread(target=_drain, args=(pipe, hear), daemon=True)
            for pipe, hear in ((self._process.stdout, self._first.put), (self._process.stderr, self._hear))
        ]
        for reader in self._readers:
            reader.start()

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._process.pid

    def access(self, within_s: float = READY_S) -> Access:
        """Where it is and the secret, once it is ready. Raises CannotGoOn when it is not in that time."""
        try:
            line = self._first.get(timeout=within_s)
        except Empty:
            line = b""
        try:
            said = json.loads(line)
            if "unit_url" in said:
                unit = Access(address=read_address(said["unit_url"]), secret=said["unit_secret"])
                self.unit = unit
            return Access(address=read_address(said["url"]), secret=said["secret"])
        except (ValueError, KeyError, TypeError, AddressWrong) as error:
            self.end()
            for reader in self._readers:
                reader.join(END_S)
            why = self._said[-1] if self._said else line.decode("utf-8", "replace").strip() or "–"
            raise CannotGoOn(Trouble(key="demo-failed", args={"why": why})) from error

    def end(self) -> None:
        """The child is gone when this returns: asked by closing its stdin, then told, then killed."""
        process = self._process
        assert process.stdin is not None
        process.stdin.close()
        for stop in (process.terminate, process.kill):
            try:
                process.wait(END_S)
                return
            except subprocess.TimeoutExpired:
                stop()
        process.wait()

    def _hear(self, line: bytes) -> None:
        if line.strip():
            self._said.append(line.decode("utf-8", "replace").strip())


@contextmanager
def demo_server(command: Sequence[str] = COMMAND) -> Iterator[DemoServer]:
    """The server while the block lasts."""
    server = DemoServer(command)
    try:
        yield server
    finally:
        server.end()


def joining(unit: Access, program: str | None = None) -> str:
    """The line with which a second terminal comes in as that unit, in a shell, from any folder.

    `program` is how this one was started (None: as this process was); a name is taken where it is found on
    the path.
    """
    started = Path(sys.argv[0] if program is None else program)
    if started.name != PROGRAM:
        by = f"{shlex.quote(sys.executable)} -P {shlex.quote(str(HOME / 'console' / '__main__.py'))}"
    else:
        found = shutil.which(PROGRAM)
        same = found is not None and started.exists() and os.path.samefile(found, started)
        by = PROGRAM if same else shlex.quote(os.path.abspath(started))
    return f"OPENLIJN_SECRET={shlex.quote(unit.secret)} {by} --keep-nothing {shlex.quote(str(unit.address))}"


def _drain(pipe: IO[bytes], hear: Callable[[bytes], None]) -> None:
    """Reads to the end, so that the child never waits for us; the end counts as an empty line."""
    with pipe:
        for line in pipe:
            hear(line)
    hear(b"")
