"""The README's path from "assign 12.03 to 417": every file that it names is on the way."""

import asyncio
import re
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from console.net.link import new_link
from console.shell.app import app_on
from console.texts.texts import Texts
from protocol.commands.incidents import OpenIncident
from protocol.commands.units import SignOnUnit
from protocol.model.means import Means
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import Name
from tests.console.serving import DEADLINE_S, served
from tests.console.shell.test_desk_screen import lines
from tests.readme.pages import README, ROOT

FEWEST, MOST = 20, 30
"""Files between a key and the other console's cell; a path that one cannot read in an evening is none."""


def named() -> list[str]:
    """The files of the path, in their order."""
    text = README.read_text("utf-8")
    path = text[text.index("<!-- path -->") : text.index("<!-- path ends -->")]
    return re.findall(r"`((?:console|server|protocol)/[\w/]+\.py)`", path)


@contextmanager
def seeing() -> Iterator[set[str]]:
    """The files of the house in which anything was called meanwhile; also by threads that begin meanwhile."""
    found: set[str] = set()
    root = f"{ROOT}/"

    def called(frame: FrameType, event: str, _arg: Any) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(root):
            found.add(frame.f_code.co_filename.removeprefix(root))

    threading.setprofile(called)
    sys.setprofile(called)
    try:
        yield found
    finally:
        sys.setprofile(None)
        threading.setprofile(None)


async def test_every_file_of_the_path_is_on_the_way_from_a_key_to_the_other_consoles_cell(
    tmp_path: Path,
) -> None:
    """Two consoles at one server: one types the line, and the call sign stands on the other's board."""
    async with served(tmp_path) as at:
        here, there = (new_link(at.access) for _ in range(2))
        one, other = (app_on(link, Texts("nl")) for link in (here, there))
        async with one.run_test(size=(120, 40)) as hand, other.run_test(size=(120, 40)):
            await _until(lambda: here.store.complete and there.store.complete)
            here.wish(SignOnUnit(call_sign=Name("12.03"), means=Means.CAR))
            here.wish(OpenIncident(priority=Priority.P2, what=Name("brand"), place=Place(name=Name("Kade"))))
            await _until(lambda: bool(there.store.board.incidents and there.store.board.units))
            with seeing() as on_the_way:
                await hand.press("full_stop", *_keys("koppel 12.03 1"), "enter")
                await _until(lambda: any("brand" in row and "12.03" in row for row in lines(other)))
    missing = [file for file in named() if file not in on_the_way]
    assert missing == []


async def _until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(DEADLINE_S):
        while not condition():
            await asyncio.sleep(0.02)


def _keys(line: str) -> list[str]:
    names = {" ": "space", ".": "full_stop"}
    return [names.get(each, each) for each in line]


def test_the_path_can_be_read_in_an_evening() -> None:
    """About 25 files, each named once."""
    files = named()
    assert FEWEST <= len(files) <= MOST
    assert len(set(files)) == len(files)
