"""No screen without a terminal that can show one: a sentence and a status, and nothing is painted."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from console.cli.exits import Exit
from console.texts.texts import Texts
from tests.bench.pty_session import PtySession

ROOT = Path(__file__).parents[3]
COMMANDS = (("ws://anna@127.0.0.1:9",), ("--demo",))


def _environment(**more: str) -> dict[str, str]:
    return {**os.environ, "OPENLIJN_SECRET": "x", "PYTHONPATH": str(ROOT), **more}


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_a_terminal_it_says_so_and_ends(words: tuple[str, ...], language: str) -> None:
    """Keys from nowhere and a picture into a file: no byte of a screen is written."""
    done = subprocess.run(
        [sys.executable, "-m", "console", *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=_environment(OPENLIJN_LANG=language),
        text=True,
        timeout=60,
        check=False,
    )
    said = Texts(language, strict=True).say("terminal-none")
    assert (done.returncode, done.stdout, done.stderr) == (Exit.NOT_UNDERSTOOD, "", f"{said}\n")


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_terminal_that_cannot_show_a_screen_is_told_so(term: str) -> None:
    """It would look dead, and heed no key."""
    command = [sys.executable, "-m", "console", *COMMANDS[0]]
    with PtySession(command, columns=200, environment=_environment(TERM=term, OPENLIJN_LANG="en")) as session:
        assert session.process.wait(60) == Exit.NOT_UNDERSTOOD
        session.wait_output(term.encode())
        assert b"\x1b" not in session.received


def test_a_terminal_that_the_database_does_not_know_gets_its_screen() -> None:
    """What is newer than the database can do it."""
    command = [sys.executable, "-m", "console", *COMMANDS[0]]
    with PtySession(command, environment=_environment(TERM="newer-than-known")) as session:
        session.wait_output()
        session.type("\x11")
        assert session.process.wait(60) == Exit.DONE
