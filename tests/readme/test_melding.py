"""The README's first melding, key by key as it stands, on the screen of the demonstration's town."""

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from attrs import frozen

from protocol.commands.units import SignOnUnit
from protocol.model.fix import Fix
from protocol.model.incident import Incident
from protocol.model.moment import normal
from protocol.model.text import Name
from server.exercise.demo import MAP_NAME
from server.exercise.shift import make_setting
from server.exercise.site import settings_of
from server.exercise.town.town_map import ATTRIBUTION, told_of
from server.exercise.town.town_plan import town_plan
from server.geo.build.writer import write_map
from tests.bench.pty_session import PtySession
from tests.readme.pages import README, ROOT, quoted
from tests.server.accounts_file import secret_of
from tests.server.live import Served, serving
from tests.waiting import until

SEED = 3
UNIT = "12.03"
F7 = "\x1b[18~"
"""As terminals say it."""


@frozen
class Step:
    """One key of the README, and what is typed behind it; "" for nothing."""

    key: str
    words: str


def steps() -> list[Step]:
    """The numbered lines: what stands first in backticks is the key, what follows are words to type."""
    _, _, behind = README.read_text("utf-8").partition("<!-- melding -->\n")
    lines = re.split(r"^\d\. ", behind.partition("\n\n")[0], flags=re.MULTILINE)[1:]
    told = [list(dict.fromkeys(quoted(line))) for line in lines]
    return [Step(key, " ".join(words[:1])) for key, *words in told]


@asynccontextmanager
async def town(directory: Path) -> AsyncIterator[Served]:
    """The demonstration's town and its map, with one unit on duty whose place is known; nobody else acts."""
    setting = make_setting(SEED, 1)
    directory.mkdir(mode=0o700)
    map_path = directory / MAP_NAME
    write_map(told_of(setting.town), map_path, name=setting.town.name, attribution=ATTRIBUTION)
    async with serving(directory, settings=settings_of(setting, map_path)) as served:
        async with served.caller() as caller:
            await caller.wish(SignOnUnit(call_sign=Name(UNIT)))
            where = setting.town.spots[0].point.on_grid()
            at = normal(datetime.now(UTC))
            await caller.report((Fix(unit=1, point=where, at=at),))
            await until(lambda: served.listening.hub.fix_by_unit, "for the position to come in")
        yield served


def test_it_takes_six_keys() -> None:
    """As its head says; each of them a key or a deed, those with words a whole line."""
    found = steps()
    assert [step.key for step in found] == [".n", "Space 1", "Space 3", ".T", "Enter", "F7"]
    assert [bool(step.words) for step in found] == [True, False, False, True, True, False]


@pytest.mark.parametrize("seed", range(8))
def test_the_place_of_the_melding_is_in_every_town(seed: int) -> None:
    """Whatever the dice of the demonstration: it has a point, and so a proposal."""
    place = steps()[0].words.partition("@")[2].partition("--")[0].strip()
    assert place in [spot.name for spot in town_plan(seed).spots]


async def test_the_first_melding_goes_as_the_readme_says(tmp_path: Path) -> None:
    """Opened with a point, sent, put through, promised, logged; and letting go lists what is missing."""
    begin, send, connect, promise, log, _let_go = steps()
    async with town(tmp_path / "data") as served:
        environment = {
            "OPENLIJN_SECRET": secret_of("anna"),
            "OPENLIJN_LANG": "en",
            "HOME": str(tmp_path),
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "XDG_CACHE_HOME": str(tmp_path / "cache"),
            "PYTHONPATH": str(ROOT),
        }
        command = [sys.executable, "-m", "console", f"ws://anna@127.0.0.1:{served.port}"]
        with PtySession(command, columns=140, rows=42, environment={**os.environ, **environment}) as screen:

            async def shows(*words: str) -> None:
                seen = await asyncio.to_thread(
                    screen.wait_shown, lambda rows: all(any(word in row for row in rows) for word in words)
                )
                assert seen, "\n".join(screen.shown())

            def melding() -> Incident:
                return served.listening.room.board.incidents[1]

            await shows("connected")
            screen.type(f"{begin.key} {begin.words}\r")
            await shows("Space 1 sends", UNIT)
            assert melding().place.point is not None
            screen.type(send.key.replace("Space ", " "))
            await until(lambda: melding().units == (1,), "for the unit to be sent")
            screen.type(connect.key.replace("Space ", " "))
            await until(lambda: melding().contact_line.is_open, "for the caller to be put through")
            await shows("you listen")
            screen.type(f"{promise.key} {promise.words}\r")
            await until(lambda: bool(melding().promises), "for the promise")
            screen.type(f"{log.words}\r")
            await until(lambda: melding().entries[-1].text == log.words, "for the line in the log")
            screen.type(F7)
            await shows("missing")
            assert melding().is_open
