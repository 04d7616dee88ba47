"""Before a signal ends the program, what is typed is on the disk."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.heeding import heeding

PROGRAM = """
import asyncio, signal, sys
from console.shell.last_words import last_words

async def main():
    done, ended = asyncio.Event(), []
    last_words(lambda: print("kept", flush=True), leave=lambda number: (ended.append(number), done.set()))
    print("ready", flush=True)
    await done.wait()
    print("left", ended[0], flush=True)

if "ignored" in sys.argv:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
asyncio.run(main())
"""


@contextmanager
def _running(*words: str) -> Iterator["subprocess.Popen[str]"]:
    """The program, once it is ready; ended whatever happens."""
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *words],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=heeding,
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


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT, signal.SIGTERM])
def test_who_is_told_to_end_leaves_as_a_person_does_after_its_last_words(number: signal.Signals) -> None:
    """A closed terminal, Ctrl-C from another one, a friendly end: in this order, and it is known which."""
    assert _ended_by(number) == (0, ["kept", "left", str(int(number))])


def test_who_ignores_a_closed_terminal_goes_on() -> None:
    """Started under nohup."""
    with _running("ignored") as process:
        assert process.stdout is not None
        process.send_signal(signal.SIGHUP)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.3)
        process.send_signal(signal.SIGTERM)
        assert process.stdout.read().split() == ["kept", "left", str(int(signal.SIGTERM))]
