"""The real server as a process of its own: started, killed, stopped, started again on the same port."""

import asyncio
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

from tests.waiting import until

ROOT = Path(__file__).parents[2]
LONGEST_S = 60.0


class ServerProcess:
    """`openlijn-server run` on a data directory; the port is chosen at the first start and kept."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = 0
        self.log = data.parent / "stderr.log"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """Of the running process."""
        assert self._process is not None
        return self._process.pid

    async def start(self) -> None:
        """Returns once it listens."""
        seen = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "server", "run", "--data", str(self.data), "--port", str(self.port)],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

        def listens() -> re.Match[bytes] | None:
            assert self._process is not None
            assert self._process.poll() is None, self.log.read_text()
            return re.search(rb" at ws://NAME@127\.0\.0\.1:([0-9]+), change", self.log.read_bytes()[seen:])

        await until(listens, "for the server to listen")
        found = listens()
        assert found is not None
        self.port = int(found[1])

    def kill(self) -> None:
        """kill -9: no last word."""
        assert self._process is not None
        self._process.kill()
        self._process.wait(LONGEST_S)

    async def stop(self, by: signal.Signals = signal.SIGTERM) -> int:
        """Asks it to end; its exit status."""
        assert self._process is not None
        self._process.send_signal(by)
        return await asyncio.to_thread(self._process.wait, LONGEST_S)

    def end(self) -> None:
        """Nothing is left behind, whatever happened."""
        if self._process is not None and self._process.poll() is None:
            os.kill(self._process.pid, signal.SIGKILL)
            self._process.wait(LONGEST_S)
