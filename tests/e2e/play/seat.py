"""A person at a console: the real program in a terminal of its own, worked by keys and read from its screen.

Knows what a terminal can do and nothing of meldingen. Every wait is for something on the screen.
"""

import asyncio
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.pty_session import PtySession
from tests.e2e.process import ROOT
from tests.server.accounts_file import secret_of

ENTER, ESCAPE, TAB = "\r", "\x1b", "\t"
CTRL_L, CTRL_O, CTRL_Q = "\x0c", "\x0f", "\x11"
PATIENCE_S = 45.0
_FRAME = re.compile(r"[\s│─┼├┤]+")


def environment(name: str, home: Path) -> dict[str, str]:
    """Of a program of this person: nothing of it comes from, or stays on, the machine's user."""
    return {
        "OPENLIJN_SECRET": secret_of(name),
        "OPENLIJN_LANG": "nl",
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "PYTHONUNBUFFERED": "1",
    }


def command(*arguments: str) -> list[str]:
    """The console's command line."""
    return [sys.executable, "-m", "console", *arguments]


class Seat:
    """One person, one screen."""

    def __init__(self, name: str, session: PtySession) -> None:
        self.name = name
        self._session = session

    def screen(self) -> str:
        """As it looks now."""
        return "\n".join(row.rstrip() for row in self._session.shown())

    @property
    def written(self) -> str:
        """All that the program ever sent to the terminal."""
        return bytes(self._session.received).decode(errors="replace")

    async def sees(self, *words: str) -> None:
        """Returns once all of these stand on the screen; how the lines break does not matter."""
        await self._until(lambda text: all(each in text for each in words), f"in vain for {words}")

    async def sees_no(self, *words: str) -> None:
        """Returns once none of these stands on the screen any more."""
        await self._until(lambda text: not any(each in text for each in words), f"for the end of {words}")

    async def finds(self, pattern: str) -> re.Match[str]:
        """What stands on the screen so, once it does."""
        found: list[re.Match[str]] = []

        def look(text: str) -> bool:
            found[:] = [match for match in [re.search(pattern, text)] if match]
            return bool(found)

        await self._until(look, f"in vain for {pattern}")
        return found[0]

    def press(self, keys: str) -> None:
        """Keys, as they come."""
        self._session.type(keys)

    async def types(self, line: str) -> None:
        """A command line, from wherever one is, and Enter."""
        self.press(CTRL_O)
        await self.sees(": _", "") if False else None
        self.press(line + ENTER)

    async def says(self, words: str) -> None:
        """On the line that is shown; Escape leaves the field and what was typed stays nowhere."""
        self.press(ENTER)
        self.press(words + ENTER)

    async def _until(self, is_it: "object", what: str) -> None:
        assert callable(is_it)

        def look(rows: list[str]) -> bool:
            return bool(is_it(_FRAME.sub(" ", "\n".join(rows))))

        if not await asyncio.to_thread(self._session.wait_shown, look, PATIENCE_S):
            raise AssertionError(f"{self.name} waited {what}; the screen:\n{self.screen()}")


@contextmanager
def seat(name: str, url: str, home: Path, *, columns: int, rows: int) -> Iterator[Seat]:
    """`openlijn URL` in a terminal of this size; ended on leaving."""
    # The program is found where the sources are, whatever directory the tests run in.
    variables = environment(name, home) | {"PYTHONPATH": str(ROOT)}
    with PtySession(command(url), columns=columns, rows=rows, environment=variables) as session:
        session.wait_output()
        yield Seat(name, session)
