"""Before a signal ends the program, what is typed is on the disk."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

PROGRAM = """
import asyncio, signal, sys
from console.shell.last_words import last_words

async def main():
    done = asyncio.Event()
    last_words(lambda: print("kept", flush=True), leave=done.set)
    print("ready", flush=True)
    await done.wait()
    print("left", flush=True)

if "ignored" in sys.argv:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
asyncio.run(main())
"""


@contextmanager
def _running(*words: str) -> Iterator["subprocess.Popen[str]"]:
    """The program, once it is ready; ended whatever happens."""
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *words], stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


def _ended_by(number: signal.Signals, *words: str) -> tuple[int, list[str]]:
    """The status and what was said after it was ready."""
    with _running(*words) as process:
        assert process.stdout is not None
        process.send_signal(number)
        said = process.stdout.read().split()
        return process.wait(30), said


def test_a_closed_terminal_ends_the_program_after_its_last_words() -> None:
    """As the signal would have, with nothing behind it that writes to a terminal which is gone."""
    assert _ended_by(signal.SIGHUP) == (-signal.SIGHUP, ["kept"])


def test_a_friendly_end_gives_the_terminal_back() -> None:
    """It leaves as a person does."""
    assert _ended_by(signal.SIGTERM) == (0, ["kept", "left"])


def test_who_ignores_a_closed_terminal_goes_on() -> None:
    """Started under nohup."""
    with _running("ignored") as process:
        assert process.stdout is not None
        process.send_signal(signal.SIGHUP)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.3)
        process.send_signal(signal.SIGTERM)
        assert process.stdout.read().split() == ["kept", "left"]
