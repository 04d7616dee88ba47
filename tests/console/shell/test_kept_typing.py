"""The console dies while somebody types; the next one has the text again, and says so in one line."""

import shutil
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from console.memory.left_behind import left_behind
from console.memory.run_memory import RunMemory
from console.shell.typed_keeping import SOON_S
from protocol.address import read_address
from tests.console.rig import START, Rig
from tests.console.shell.test_desk_screen import lines, settled

ANNA = read_address("ws://anna@127.0.0.1:8765")


def _memory(state: Path) -> RunMemory:
    return RunMemory(ANNA, state=state, clock=lambda: START)


async def _killed(pilot: Pilot[None], state: Path, then: Path) -> None:
    """What would be on the disk if the program died now, a second after the last key."""
    await pilot.pause(1 - SOON_S)
    shutil.copytree(state, then)


async def test_what_was_typed_before_a_kill_is_back(tmp_path: Path) -> None:
    """Without a word at the end; the text stands in its row, and one line says that it came back."""
    rig, state, dead = Rig(), tmp_path / "state", tmp_path / "dead"
    memory = _memory(state)
    async with rig.app(memory=memory).run_test(size=(100, 30)) as pilot:
        rig.welcome()
        rig.open(7, "inbraak")
        await pilot.press(*"jas", "ctrl+o", *"log", "space", *"half")
        await _killed(pilot, state, dead)
    again = Rig()
    app = again.app(memory=_memory(dead))
    async with app.run_test(size=(100, 30)) as pilot:
        again.open(7, "inbraak")
        again.welcome()
        await settled(pilot)
        screen = lines(app)
        assert any("Wat u typte staat er weer: opdrachtregel, bij melding 7." in line for line in screen)
        assert any(" 7 log » jas" in line for line in screen)
        await pilot.press("ctrl+o")
        await settled(pilot)
        assert any(": log half" in line for line in lines(app))
        assert app.desk_screen.desk.parts.row.under_hand.of(7).text == "jas"
        assert again.wishes == []


async def test_a_paste_is_kept_too(tmp_path: Path) -> None:
    """And it is not lost that it was typed when something was sent right before."""
    rig, state, dead = Rig(), tmp_path / "state", tmp_path / "dead"
    app = rig.app(memory=_memory(state))
    async with app.run_test() as pilot:
        rig.welcome()
        rig.open(7)
        await pilot.press(*"weg", "enter")
        app.desk_screen.post_message(Paste("rode jas"))
        await _killed(pilot, state, dead)
    [left] = left_behind(dead, ANNA, since=START)
    assert left.typed is not None
    assert left.typed.texts == ("rode jas",)


async def test_who_leaves_is_asked_nothing_and_loses_nothing(tmp_path: Path) -> None:
    """The last key was only just pressed; what is kept is counted, to be said behind the screen."""
    rig, state = Rig(), tmp_path / "state"
    memory = _memory(state)
    async with rig.app(memory=memory).run_test() as pilot:
        rig.welcome()
        rig.open(7)
        await pilot.press(*"jas", "ctrl+q")
    assert memory.kept() == (0, 1)
    memory.close()
    [left] = left_behind(state, ANNA, since=START)
    assert left.typed is not None
    assert left.typed.texts == ("jas",)


async def test_a_full_disk_is_said_and_typing_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line under the screen says why nothing is kept."""
    rig = Rig()
    memory = _memory(tmp_path)
    app = rig.app(memory=memory, trouble=lambda: memory.trouble)
    async with app.run_test(size=(100, 30)) as pilot:
        rig.welcome()
        await pilot.press("escape", "colon", *"lo")
        monkeypatch.setattr("console.memory.typed_file.os.write", lambda _file, _content: 0)
        await pilot.press("g")
        app.desk_screen.typed_keeping.now()
        await settled(pilot)
        assert any(": log" in line for line in lines(app))
        assert any("Wat u typt kan niet worden bewaard" in line for line in lines(app))
        monkeypatch.undo()
        app.desk_screen.typed_keeping.now()
        assert memory.trouble is None


@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", "Wat u typt kan niet worden bewaard"), ("en", "What you type cannot be kept")],
)
async def test_a_folder_that_takes_nothing_from_the_start_is_said_on_the_screen(
    tmp_path: Path, language: str, said: str
) -> None:
    """Before anything is typed, and as long as it lasts: the screen covers whatever was said before it."""
    state = tmp_path / "state"
    state.write_text("no folder can be made here")
    rig = Rig()
    memory = _memory(state)
    app = rig.app(memory=memory, trouble=lambda: memory.trouble)
    async with app.run_test(size=(100, 30)) as pilot:
        app.desk_screen.desk.outside.speak_language(language)
        rig.welcome()
        rig.open(7)
        app.desk_screen.show_now()
        await settled(pilot)
        assert any(said in line for line in lines(app))
