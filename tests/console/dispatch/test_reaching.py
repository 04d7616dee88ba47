"""What can be reached in time: shown, asked anew, and taken away."""

from console.desk.desk import Desk
from protocol.map.reach import Reach, write_reach
from tests.console.rig import Rig, letter, place, point, type_keys
from tests.console.shown import notice_view


def picture(*, minutes: int = 5, lost: bytes = b"") -> bytes:
    """Eight cells of which six are reached."""
    return write_reach(
        Reach(
            south=0, west=0, cell_lat=1, cell_lon=1, columns=4, rows=2, within_s=60 * minutes,
            permille=750, permille_after=500, reached=b"\x3f", lost=lost,
        )
    )  # fmt: skip


def town() -> tuple[Rig, Desk]:
    """One free unit on the map."""
    rig = Rig()
    rig.sign_on("12.01")
    rig.open(417, where=place("Havenkade 3", 0, 0))
    desk = rig.desk()
    rig.welcome()
    rig.move((1, point(300)))
    return rig, desk


def came(desk: Desk, document: bytes) -> str:
    """Ask as the screen would, and take the answer. The name of what was asked."""
    reaching = desk.parts.dispatch.reaching
    name = reaching.due(desk.context())
    assert name is not None
    reaching.asking(desk.context(), name)
    reaching.came(name, document)
    return name


def test_the_key_goes_through_the_steps_and_takes_it_away() -> None:
    """Five, eight, fifteen minutes, nothing; the map follows."""
    _, desk = town()
    asked = []
    for minutes in (5, 8, 15):
        letter(desk, "R")
        asked.append(came(desk, picture(minutes=minutes)))
        assert desk.parts.dispatch.reaching.reach is not None
    letter(desk, "R")
    assert asked == [f"reach?minutes={minutes}" for minutes in (5, 8, 15)]
    assert (desk.parts.dispatch.reaching.reach, desk.parts.dispatch.reaching.due(desk.context())) == (
        None,
        None,
    )


def test_it_is_asked_anew_every_half_minute() -> None:
    """And not before, however much moves."""
    rig, desk = town()
    letter(desk, "R")
    came(desk, picture())
    rig.later(29)
    assert desk.parts.dispatch.reaching.due(desk.context()) is None
    rig.later(1)
    assert desk.parts.dispatch.reaching.due(desk.context()) == "reach?minutes=5"


def test_the_selected_unit_is_thought_away() -> None:
    """The share before and after stands at the bottom."""
    _, desk = town()
    desk.stand.unit = 1
    letter(desk, "R")
    assert came(desk, picture(lost=b"\x0c")) == "reach?minutes=5&sending=1"
    assert notice_view(desk, 80).text == "Binnen 5 min bereikt: 75 % van de stad en zonder 12.01 50 %"


def test_a_line_names_minutes_and_units() -> None:
    """`bereik 12 12.01` asks for exactly that."""
    _, desk = town()
    type_keys(desk, ":bereik 12 12.01")
    desk.press("enter", None)
    assert desk.parts.dispatch.reaching.due(desk.context()) == "reach?minutes=12&sending=1"


def test_a_picture_that_cannot_be_read_says_so() -> None:
    """And takes the one before away, which no longer holds."""
    _, desk = town()
    letter(desk, "R")
    came(desk, b"nonsense")
    assert desk.parts.dispatch.reaching.reach is None
    assert notice_view(desk, 200).text != ""


def test_a_refusal_is_not_asked_again_until_the_key_is_pressed() -> None:
    """A server without a map is asked once."""
    rig, desk = town()
    letter(desk, "R")
    reaching = desk.parts.dispatch.reaching
    reaching.asking(desk.context(), "reach?minutes=5")
    reaching.refuse("geen kaart")
    rig.later(60)
    assert reaching.due(desk.context()) is None
    assert notice_view(desk, 80).text == "geen kaart"


def test_somebody_else_thought_away_waits_a_little() -> None:
    """The best of a list may change at every look; the town is not searched each time."""
    rig, desk = town()
    letter(desk, "R")
    came(desk, picture())
    desk.stand.unit = 1
    assert desk.parts.dispatch.reaching.due(desk.context()) is None
    rig.later(5)
    assert desk.parts.dispatch.reaching.due(desk.context()) == "reach?minutes=5&sending=1"
