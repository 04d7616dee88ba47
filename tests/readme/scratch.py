"""A place to run the commands of a page as they stand: the programs under .venv/bin, ports that are free.

The programs are the ones of this checkout, whatever is installed. What is started here is ended here.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from tests.readme.pages import ROOT

LONGEST_S = 120
PROGRAMS = {"openlijn": "console", "openlijn-server": "server"}
PORTS = ("8765", "8766")
LISTENS = re.compile(r"openlijn-server: world .* at ")


class Scratch:
    """A directory with the programs in it; ports of the pages are replaced by free ones."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._stays: list[tuple[subprocess.Popen[bytes], Path]] = []
        self._port_by_port = dict(zip(PORTS, _free_ports(len(PORTS)), strict=True))
        home = directory / "home"
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("OPENLIJN")},
            "HOME": str(home),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_DATA_HOME": str(home / "data"),
            "PYTHONPATH": str(ROOT),
        }
        bin = directory / ".venv/bin"
        bin.mkdir(parents=True)
        for program, module in PROGRAMS.items():
            (bin / program).write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m {module} "$@"\n')
            (bin / program).chmod(0o700)

    def run(self, commands: str) -> str:
        """What they printed. Each must succeed."""
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", self._at_free_ports(commands)],
            cwd=self.directory,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=LONGEST_S,
            check=False,
        )
        assert done.returncode == 0, f"{commands}\n{done.stdout}"
        return done.stdout

    def start(self, command: str) -> None:
        """A server; returns once it listens."""
        log = self.directory / f"stays-{len(self._stays)}.log"
        with log.open("wb") as out:
            process = subprocess.Popen(
                ["bash", "-c", f"exec {self._at_free_ports(command)}"],
                cwd=self.directory,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
            )
        self._stays.append((process, log))
        end_s = time.monotonic() + LONGEST_S
        while not LISTENS.search(log.read_text("utf-8")):
            assert process.poll() is None, log.read_text("utf-8")
            assert time.monotonic() < end_s, log.read_text("utf-8")
            time.sleep(0.05)

    def end(self) -> None:
        """Everything that stays is asked to stop, as an operator would."""
        for process, _ in self._stays:
            process.send_signal(signal.SIGTERM)
        for process, log in self._stays:
            try:
                assert process.wait(LONGEST_S) == 0, log.read_text("utf-8")
            finally:
                process.kill()

    def _at_free_ports(self, text: str) -> str:
        for port, free in self._port_by_port.items():
            text = text.replace(port, free)
        return text


def _free_ports(count: int) -> list[str]:
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [str(each.getsockname()[1]) for each in sockets]
    finally:
        for each in sockets:
            each.close()
