"""When what is out of date is painted."""

from collections.abc import Callable

import pytest

import console.shell.repaint
from console.shell.repaint import MOST_A_SECOND, Repaint


class Painted:
    """What was painted, and what waits."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now_s = 100.0
        self.shown: list[set[str]] = []
        self.waits: list[tuple[float, Callable[[], None]]] = []
        monkeypatch.setattr(console.shell.repaint, "monotonic", lambda: self.now_s)
        self.repaint = Repaint(self.shown.append, later=self._later)

    def _later(self, wait_s: float, deed: Callable[[], None]) -> None:
        self.waits.append((wait_s, deed))


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> Painted:
    """A clock that stands still."""
    return Painted(monkeypatch)


def test_a_key_is_shown_at_once(painted: Painted) -> None:
    """However short ago the last picture was."""
    painted.repaint.now({"bars"})
    painted.repaint.now({"bars", "board"})
    assert painted.shown == [{"bars"}, {"bars", "board"}]


def test_what_comes_by_itself_waits_for_the_last_picture_to_be_old_enough(painted: Painted) -> None:
    """And is painted together, once."""
    painted.repaint.now({"bars"})
    painted.now_s += 0.25 / MOST_A_SECOND
    for part in ("board", "map", "board"):
        painted.repaint.soon({part})
    assert painted.shown == [{"bars"}]
    ((wait_s, deed),) = painted.waits
    assert wait_s == pytest.approx(0.75 / MOST_A_SECOND)
    deed()
    assert painted.shown[1:] == [{"board", "map"}]


def test_after_a_quiet_while_it_is_shown_at_once(painted: Painted) -> None:
    """Nothing waits then."""
    painted.repaint.now({"bars"})
    painted.now_s += 1
    painted.repaint.soon({"board"})
    assert (painted.shown[1:], painted.waits) == ([{"board"}], [])


def test_what_a_key_showed_is_not_out_of_date_any_more(painted: Painted) -> None:
    """Only the rest is painted when its time has come."""
    painted.repaint.now({"bars"})
    painted.repaint.soon({"board", "map"})
    painted.repaint.now({"board"})
    painted.waits[0][1]()
    assert painted.shown[-1] == {"map"}
