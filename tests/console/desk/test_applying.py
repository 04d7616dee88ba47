"""What each effect does to where one stands."""

from console.actions.action import Where
from console.desk.applying import apply_effect
from console.field.edit import holding
from console.paint.tone import Tone
from console.part.effects import (
    BeginLine,
    Bell,
    ClearNotice,
    FilterBy,
    Focus,
    GoTo,
    LookBack,
    PassOn,
    Select,
    SelectUnit,
    Send,
    ShowLine,
    Tell,
    ToggleClosed,
    ToggleNearest,
    WantFloor,
    Warn,
)
from console.part.field import Field
from console.part.sounds import EMERGENCY
from protocol.commands.timeline import Speak
from protocol.facts.contact import ContactOpened
from protocol.facts.timeline import LineJoined, LineSpoken
from protocol.model.line_kind import LineKind
from protocol.model.text import Name, Text
from tests.console.rig import Rig


def test_a_wish_goes_into_the_outbox_and_a_sound_outside() -> None:
    """Once for each effect."""
    rig = Rig()
    desk = rig.desk()
    apply_effect(desk, Send(Speak(incident=1, text=Text("hier"))))
    apply_effect(desk, Bell(EMERGENCY))
    assert rig.wishes == [Speak(incident=1, text=Text("hier"))]
    assert rig.rang == 1
    assert desk.parts.alarms.counted.figure().sounds == 1


def test_a_place_changes_only_by_its_own_effect() -> None:
    """Field, panel and unit each follow their effect, and leave the others alone."""
    desk = Rig().desk()
    apply_effect(desk, Focus(Field.FILTER))
    apply_effect(desk, GoTo(Where.MAP))
    apply_effect(desk, SelectUnit(3))
    apply_effect(desk, PassOn())
    assert (desk.stand.field, desk.stand.panel, desk.stand.unit) == (Field.FILTER, Where.MAP, 3)
    apply_effect(desk, BeginLine("prio "))
    assert (desk.stand.field, desk.parts.line.edit.text) == (Field.COMMAND, "prio ")


def test_another_selection_lets_go_of_where_one_stood_in_the_old_one() -> None:
    """Nobody stands on an entry of another incident."""
    rig = Rig()
    rig.open(1)
    rig.happen(LineJoined(incident=1), by="anna")
    rig.happen(LineSpoken(incident=1, text=Text("een")), by="anna")
    desk = rig.desk()
    apply_effect(desk, Select(1))
    apply_effect(desk, LookBack(1))
    assert (desk.stand.entry, desk.stand.read) == (1, 1)
    apply_effect(desk, Select(2))
    assert desk.stand.entry is None


def test_what_was_read_is_counted_when_one_begins_to_look_back() -> None:
    """What comes in meanwhile is new; one step further back changes that count no more."""
    rig = Rig()
    rig.open(1)
    rig.happen(LineJoined(incident=1), by="anna")
    for text in ("een", "twee"):
        rig.happen(LineSpoken(incident=1, text=Text(text)), by="anna")
    desk = rig.desk()
    apply_effect(desk, Select(1))
    apply_effect(desk, LookBack(2))
    rig.happen(LineSpoken(incident=1, text=Text("drie")), by="anna")
    apply_effect(desk, LookBack(1))
    assert (desk.stand.entry, desk.stand.read) == (1, 2)
    apply_effect(desk, LookBack(None))
    assert desk.stand.entry is None


def test_a_filter_moves_the_selection_to_the_first_that_fits() -> None:
    """One never stands on a row that the board does not show."""
    rig = Rig()
    rig.open(1, "inbraak")
    rig.open(2, "brand")
    desk = rig.desk()
    apply_effect(desk, Select(1))
    apply_effect(desk, FilterBy(holding("brand")))
    assert (desk.stand.incident, desk.stand.filter.text) == (2, "brand")


def test_what_is_toggled_twice_is_as_before() -> None:
    """Closed ones shown or not, units by distance or not."""
    desk = Rig().desk()
    for effect, read in ((ToggleClosed(), "show_closed"), (ToggleNearest(), "nearest_first")):
        apply_effect(desk, effect)
        assert getattr(desk.stand, read) is True
        apply_effect(desk, effect)
        assert getattr(desk.stand, read) is False


def test_a_warning_stays_before_good_news_until_it_is_taken_away() -> None:
    """Somebody has to have read it."""
    desk = Rig().desk()
    apply_effect(desk, Warn("pas op"))
    apply_effect(desk, Tell("gedaan", Tone.GOOD))
    assert desk.parts.notices.now.text == "pas op"
    apply_effect(desk, ClearNotice())
    apply_effect(desk, Tell("gedaan", Tone.GOOD))
    assert desk.parts.notices.now.text == "gedaan"


def test_the_line_that_is_shown_and_the_floor_follow_their_effects() -> None:
    """The contact line comes in view; the floor is asked for, said, and let go by asking again."""
    rig = Rig()
    rig.sign_on("12.03")
    rig.open(1)
    rig.happen(ContactOpened(incident=1, unit=Name("12.03")), by="12.03")
    desk = rig.desk()
    rig.welcome()
    apply_effect(desk, Select(1))
    apply_effect(desk, ShowLine(1, LineKind.CONTACT))
    assert desk.context().line is LineKind.CONTACT
    for key in ("unit-floor-wanted", "unit-floor-let"):
        apply_effect(desk, WantFloor(1, LineKind.CONTACT))
        assert desk.parts.notices.now.text == rig.texts.say(key)
