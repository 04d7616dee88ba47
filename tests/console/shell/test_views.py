"""From what is known to what the bars say."""

from datetime import UTC

import pytest

from console.actions.key_names import key_name
from console.chart.chart import Chart, Target, around_the_middle
from console.command.command_text import written
from console.desk.desk import Desk
from console.part.notices import Notices
from console.shell.calm_health import HELD_S, CalmHealth
from console.shell.status_bar import StatusView
from console.store import LinkHealth
from protocol.commands.command import Command
from protocol.commands.incidents import (
    ChangePlace,
    ChangePriority,
    ChangeWhat,
    CloseIncident,
    EnterPhase,
    OpenIncident,
    ReopenIncident,
)
from protocol.commands.intake import DescribeMelder
from protocol.commands.timeline import AddEntry, LeaveLine, StrikeEntry
from protocol.commands.units import AssignUnit, ReleaseUnit, SetUnitStatus, SignOffUnit, SignOnUnit
from protocol.model.means import Means
from protocol.model.melder import MelderKind
from protocol.model.phase import Phase
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from protocol.session.events import BoardArrived, LinkState
from tests.console.rig import Rig, point, type_keys
from tests.console.shown import map_view, status_view


def health(state: LinkState, *, silent_s: float = 0.0, bytes_per_s: float = 340.0) -> LinkHealth:
    """A link in this state."""
    return LinkHealth(state=state, silent_s=silent_s, round_trip_s=0.044, bytes_per_s=bytes_per_s, waiting=0)


def status(state: LinkState, *, silent_s: float = 0.0) -> StatusView:
    """The status line of somebody who was welcomed."""
    rig = Rig(exercise=True)
    desk = rig.desk()
    rig.welcome()
    return status_view(desk, health(state, silent_s=silent_s), UTC)


def test_a_live_link_has_coarse_measures() -> None:
    """Round trip and rate in steps of 1, 2 and 5, so that they stand still."""
    view = status(LinkState.LIVE)
    assert (view.link, view.measures) == ("● verbonden", ("50 ms", "200 B/s"))


def test_a_cut_says_since_when_and_how_old_the_board_is() -> None:
    """Both a silent link and one that is dialled again count as cut."""
    for state in (LinkState.SILENT, LinkState.CONNECTING):
        assert status(state, silent_s=12.3).link == "✖ WEG sinds 12 s · bord van 02:59"
    assert status(LinkState.SILENT, silent_s=600).link == "✖ WEG sinds 10m · bord van 02:50"


def test_before_the_first_welcome_nothing_is_cut() -> None:
    """A console that was never connected is connecting."""
    desk = Rig().desk()
    assert status_view(desk, health(LinkState.CONNECTING), UTC).link == "○ verbinden"


def test_a_link_that_returns_takes_its_own_warning_away() -> None:
    """The cut is no longer said once there is a link; a refusal that stands there stays."""
    rig = Rig()
    desk = rig.desk()
    rig.welcome()
    rig.state(LinkState.SILENT)
    rig.state(LinkState.LIVE)
    assert desk.parts.notices.now.text == ""
    rig.state(LinkState.SILENT)
    desk.parts.notices.warn("geweigerd")
    rig.state(LinkState.LIVE)
    assert desk.parts.notices.now.text == "geweigerd"


def test_catching_up_counts() -> None:
    """A snapshot that is coming in is shown in percent."""
    rig = Rig()
    desk = rig.desk()
    rig.welcome(snapshot=True)
    rig.take(BoardArrived(complete=False, parts=2, of=5))
    view = status_view(desk, health(LinkState.CATCHING_UP), UTC)
    assert view.link == "◐ bijwerken 40 %"


def test_missed_changes_count_too() -> None:
    """After a resume the percentage is that of the missed changes."""
    rig = Rig()
    desk = rig.desk()
    rig.welcome(behind=4)
    rig.open(1)
    view = status_view(desk, health(LinkState.CATCHING_UP), UTC)
    assert view.link == "◐ bijwerken 25 %"


def test_measures_are_held() -> None:
    """Measures change every five seconds; a change of state shows at once."""
    now = [health(LinkState.LIVE)]
    calm = CalmHealth(lambda _: now[0])
    calm.at(0.0)
    now[0] = health(LinkState.LIVE, bytes_per_s=9_999.0)
    assert calm.at(1.0).bytes_per_s == 340.0
    assert calm.at(HELD_S).bytes_per_s == 9_999.0
    now[0] = health(LinkState.SILENT, silent_s=5.0)
    assert calm.at(HELD_S + 1).state is LinkState.SILENT


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (
            OpenIncident(
                what=Name("brand"),
                place=Place(name=Name("Markt 1")),
                priority=Priority.P1,
                story=Text("rook"),
            ),
            "nieuw 1 brand @ Markt 1 -- rook",
        ),
        (ChangePlace(incident=7, place=Place(name=Name("Markt 2"))), "plaats 7 Markt 2"),
        (
            ChangePlace(incident=7, place=Place(name=Name("Markt 2")), without_point=True),
            "plaats 7 Markt 2 (-)",
        ),
        (
            DescribeMelder(incident=7, kind=MelderKind.COMPANY, name=Name("Smit"), call_back=True),
            "melder 7 bedrijf Smit terugbellen",
        ),
        (DescribeMelder(incident=7, call_back=False), "melder 7 niet-terugbellen"),
        (ChangeWhat(incident=7, what=Name("ruzie")), "wat 7 ruzie"),
        (ChangePriority(incident=7, priority=Priority.P3), "prioriteit 7 3"),
        (AssignUnit(incident=7, unit=1, divert=True), "koppel 12.03 7 !"),
        (ReleaseUnit(unit=1), "vrij 12.03"),
        (SetUnitStatus(unit=1, status=UnitStatus.ON_SCENE), "status 12.03 ter plaatse"),
        (SignOnUnit(call_sign=Name("12.09"), means=Means.BICYCLE), "aanmelden 12.09 fiets"),
        (SignOffUnit(unit=99), "afmelden 99"),
        (AddEntry(incident=7, text=Text("x")), "log 7 x"),
        (StrikeEntry(incident=7, entry=3), "doorhalen 7 3"),
        (LeaveLine(incident=7), "uitstappen 7"),
        (EnterPhase(incident=7, phase=Phase.ADD), "fase 7 toevoegen"),
        (CloseIncident(incident=7, reason=Text("klaar")), "sluit 7 klaar"),
        (ReopenIncident(incident=7, reason=Text("toch niet")), "heropen 7 toch niet"),
    ],
)
def test_a_command_reads_as_a_typed_line(command: Command, line: str) -> None:
    """What waits is called as one would type it."""
    rig = Rig()
    rig.sign_on("12.03")
    desk = rig.desk()
    assert written(command, rig.board, desk.catalog, "nl") == line


def test_notices_by_weight() -> None:
    """Good news replaces good news; a warning only yields to a warning, or to good news after a key."""
    notices = Notices()
    notices.tell("een")
    notices.warn("twee")
    notices.tell("drie")
    assert notices.now.text == "twee"
    notices.warn("vier")
    notices.key_pressed()
    assert notices.now.text == "vier"
    notices.tell("vijf")
    assert notices.now.text == "vijf"
    notices.key_pressed()
    assert notices.now.text == ""


def test_keys_have_their_keyboard_names() -> None:
    """As printed on the key."""
    names = [key_name(key) for key in ("colon", "f2", "ctrl+p", "K", None)]
    assert names == [":", "F2", "Ctrl+P", "K", ""]


def test_one_wild_position_does_not_shrink_the_map() -> None:
    """A place on the other side of the earth is left out of a fit."""
    near = [point(100 * step, 0) for step in range(5)]
    assert around_the_middle([*near, Point(lat_deg=0, lon_deg=0)]) == near


def test_the_map_rests_until_something_leaves_it() -> None:
    """Units that move within the view do not move the map; panning lets go of what was followed."""
    chart = Chart()
    first = chart.look([point(0, 0), point(1_000, 500)], None, width=60, height=20)
    assert chart.look([point(50, 0), point(900, 400)], None, width=60, height=20) is first
    chart.follow(Target(unit=1))
    chart.pan(10, 0)
    assert chart.following is None
    assert chart.look([point(90_000, 0)], None, width=60, height=20) != first


def test_the_map_is_walked_in_reading_order() -> None:
    """The key selects what the map shows, from the top left on, and round again."""
    rig = Rig()
    rig.sign_on("12.03")
    desk: Desk = rig.desk()
    desk.resize(120, 40)
    rig.open(1, where=Place(name=Name("a"), point=point(-500, 500)))
    rig.open(2, where=Place(name=Name("b"), point=point(500, -500)))
    rig.welcome()
    rig.move((1, point(0, 0)))
    desk.press("f4", None)
    seen = []
    for _ in range(3):
        map_view(desk)
        desk.press("end", None)
        seen.append((desk.stand.unit, desk.stand.incident))
    assert seen == [(1, 1), (None, 2), (None, 1)]


def test_ctrl_c_says_how_to_leave() -> None:
    """The key that ends programs elsewhere ends nothing here, and says what does."""
    rig = Rig()
    desk = rig.desk()
    type_keys(desk, ":ab")
    desk.press("ctrl+c", None)
    assert desk.parts.notices.now.text == "Ctrl+Q sluit deze console."
    assert desk.parts.line.edit.text == "ab"
