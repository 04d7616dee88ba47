"""What is to be known of this run, behind `?`."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.paint.row import Row
from console.paint.text import cells
from console.shell.about import Note, about_rows, pasted
from console.shell.help import HelpScreen
from protocol.release import RELEASE
from tests.console.rig import Rig

COMMAND = "OPENLIJN_SECRET=abc /opt/openlijn/.venv/bin/openlijn ws+unix://12.99@/tmp/openlijn-x/socket"


def _texts(rows: list[Row]) -> list[str]:
    return ["".join(text for text, _ in row.spans) for row in rows]


def test_the_release_is_said() -> None:
    """So that whoever is telephoned can ask for it."""
    assert any(f"openlijn {RELEASE}" in text for text in _texts(about_rows((), 80)))


@given(st.lists(st.text("ab/:@.-", min_size=1, max_size=40), min_size=1, max_size=8), st.integers(50, 200))
def test_a_command_is_one_command_when_it_is_pasted(words: list[str], width: int) -> None:
    """Over as many rows as it takes; no row is wider than there is room."""
    rows = pasted(" ".join(words), width)
    assert all(cells(row) <= width for row in rows)
    # A shell takes away a backslash and the end of the row behind it.
    assert shlex.split("\n".join(rows).replace("\\\n", "")) == words


def test_what_is_to_be_known_comes_with_what_to_type() -> None:
    """The sentence wrapped, the command as it is pasted."""
    shown = _texts(about_rows((Note(text="Kom erbij. " * 12, command=COMMAND),), 60))
    assert all(cells(text) <= 60 for text in shown)
    assert "\n".join(pasted(COMMAND, 60)) in "\n".join(shown)


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_it_is_announced_and_stands_on_top_of_the_help(size: tuple[int, int]) -> None:
    """Where there is such a thing; the screen covers what was printed before it."""
    rig = Rig(exercise=True)
    app = rig.app(notes=(Note(text="Eenheid 12.99 is ook voor u.", command=COMMAND),))
    async with app.run_test(size=size) as pilot:
        rig.welcome()
        await pilot.pause()
        assert "druk op F1" in _shown(app.screen)
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        assert "Eenheid 12.99 is ook voor u." in _shown(app.screen)
        assert "ws+unix://12.99@/tmp/openlijn-x/socket" in _shown(app.screen)


def _shown(screen: object) -> str:
    strips = screen._compositor.render_strips()  # type: ignore[attr-defined]
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)
