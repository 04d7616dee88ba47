"""Side work: a fault ends one attempt and not the work; the pause grows, and is short after a good while."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from server.faults import side_work
from server.faults.faults import Faults, Part
from server.faults.side_work import FIRST_PAUSE_S, LONGEST_PAUSE_S, SOUND_AFTER_S, kept


class _Bench:
    """Work that fails at will, on a clock that stands still but for pauses and what the work takes."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now_s = 0.0
        self.pauses_s: list[float] = []
        self.attempts = 0
        self.faults = Faults(now_s=lambda: self.now_s, count=lambda _part, _error: None)
        monkeypatch.setattr(side_work, "monotonic", lambda: self.now_s)
        monkeypatch.setattr(asyncio, "sleep", self._sleep)

    async def _sleep(self, pause_s: float) -> None:
        self.pauses_s.append(pause_s)
        self.now_s += pause_s

    def work(self, *, fails: int, takes_s: Callable[[int], float]) -> Callable[[], Awaitable[None]]:
        """Work that fails so often, after so many seconds at the n-th attempt, and is done then."""

        async def attempt() -> None:
            self.attempts += 1
            self.now_s += takes_s(self.attempts)
            if self.attempts <= fails:
                raise ZeroDivisionError

        return attempt


async def test_it_begins_anew_after_a_pause_that_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to the longest; it ends when the work is done."""
    bench = _Bench(monkeypatch)
    await kept(Part.NAMES, bench.work(fails=9, takes_s=lambda _n: 0.0), bench.faults)
    assert bench.attempts == 10
    assert bench.pauses_s[:3] == [FIRST_PAUSE_S, 2 * FIRST_PAUSE_S, 4 * FIRST_PAUSE_S]
    assert bench.pauses_s == sorted(bench.pauses_s)
    assert bench.pauses_s[-1] == LONGEST_PAUSE_S


async def test_who_has_worked_for_a_while_is_back_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault a day is no reason to be away for long."""
    bench = _Bench(monkeypatch)
    work = bench.work(fails=6, takes_s=lambda n: SOUND_AFTER_S if n == 5 else 0.0)
    await kept(Part.NAMES, work, bench.faults)
    assert bench.pauses_s[-2:] == [FIRST_PAUSE_S, 2 * FIRST_PAUSE_S]


async def test_it_ends_when_it_is_cancelled() -> None:
    """In its work and in its pause alike."""
    faults = Faults(now_s=lambda: 0.0, count=lambda _part, _error: None)

    async def waits() -> None:
        await asyncio.Event().wait()

    async def fails() -> None:
        raise ZeroDivisionError

    for work in (waits, fails):
        task = asyncio.get_running_loop().create_task(kept(Part.KEEPER, work, faults))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled()
