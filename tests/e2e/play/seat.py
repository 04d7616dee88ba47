"""A person at a console: the real program in a terminal of its own, worked by keys and read from its screen.

Knows what a terminal can do and nothing of meldingen. Every wait is for something on the screen.
"""

import asyncio
import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.pty_session import PtySession
from tests.e2e.process import ROOT
from tests.server.accounts_file import secret_of

ENTER, ESCAPE = "\r", "\x1b"
F5, F9 = "\x1b[15~", "\x1b[20~"
CTRL_O = "\x0f"
PATIENCE_S = 45.0
_BREAKS = re.compile(r"[\s│─┼├┤]+")


def console(*arguments: str) -> list[str]:
    """The console's command line."""
    return [sys.executable, "-m", "console", *arguments]


def environment(name: str, home: Path) -> dict[str, str]:
    """Of a program of this person: nothing comes from the user of this machine, or stays there."""
    return {
        "OPENLIJN_SECRET": secret_of(name),
        "OPENLIJN_LANG": "nl",
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
    }


class Seat:
    """One person, one screen."""

    def __init__(self, name: str, session: PtySession) -> None:
        self.name = name
        self._session = session

    def text(self) -> str:
        """What stands on the screen, however its lines break."""
        return _flat(self._session.shown())

    def received(self) -> bytes:
        """All that the program ever sent to this terminal."""
        return bytes(self._session.received)

    def press(self, keys: str) -> None:
        """Keys, as they come."""
        self._session.type(keys)

    def types(self, line: str) -> None:
        """A command line, from wherever one is, and Enter."""
        self.press(CTRL_O + line + ENTER)

    def says(self, words: str) -> None:
        """To whoever reads the row."""
        self.press(words + ENTER)

    def does(self, number: int) -> None:
        """The deed of this number behind Space, at once."""
        self.press(f" {number}{ENTER}")

    def dies(self, by: signal.Signals) -> int:
        """The program gets this signal; how it ended."""
        self._session.process.send_signal(by)
        return self._session.process.wait(PATIENCE_S)

    def loses_terminal(self) -> int:
        """The window is closed, or the line to it breaks; how the program ended."""
        self._session.hang_up()
        return self._session.process.wait(PATIENCE_S)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window so large."""
        self._session.resize(columns, rows)

    async def sits_down(self) -> None:
        """Returns once the console reads keys and has its link."""
        await asyncio.to_thread(self._session.wait_output, timeout_s=PATIENCE_S)
        await self.sees("● verbonden")

    async def sees(self, *words: str) -> str:
        """Returns what stands on the screen once all of these are there."""
        return await self._until(lambda text: all(each in text for each in words), f"in vain for {words}")

    async def sees_no(self, *words: str) -> str:
        """Returns once none of these stands on the screen any more."""
        return await self._until(lambda text: not any(each in text for each in words), f"to lose {words}")

    async def _until(self, is_so: Callable[[str], bool], what: str) -> str:
        seen: list[str] = []

        def look(rows: list[str]) -> bool:
            seen[:] = [_flat(rows)]
            return is_so(seen[0])

        if not await asyncio.to_thread(self._session.wait_shown, look, PATIENCE_S):
            screen = "\n".join(row.rstrip() for row in self._session.shown())
            raise AssertionError(f"{self.name} waited {what}; the screen:\n{screen}")
        return seen[0]


def _flat(rows: list[str]) -> str:
    return _BREAKS.sub(" ", "\n".join(rows))


@contextmanager
def seat(name: str, url: str, home: Path, *, columns: int, rows: int) -> Iterator[Seat]:
    """`openlijn URL` in a terminal of this size, not ready yet; ended on leaving."""
    variables = environment(name, home)
    with PtySession(console(url), columns=columns, rows=rows, environment=variables) as session:
        yield Seat(name, session)
