"""A colleague in need takes every screen, and one's own button takes two presses."""

from protocol.commands.pairs import AnswerEmergency, RaiseEmergency
from protocol.errors import Reason
from protocol.facts.incidents import IncidentOpened
from protocol.facts.pairs import EmergencyAnswered, EmergencyEnded, EmergencyRaised
from protocol.facts.units import UnitSignedOff
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.session.events import Alarmed, LinkState
from protocol.wire.messages import Alarm
from tests.console.rig import Rig, point, type_keys


def press_button(rig: Rig, unit: int = 1, by: str = "12.05") -> int:
    """A unit's emergency as it comes in. The incident's number."""
    number = rig.board.last_incident + 1
    rig.happen(
        IncidentOpened(
            incident=number, priority=Priority.P1, what=Name("assistentie"), place=Place(name=Name(by))
        ),
        EmergencyRaised(unit=unit, incident=number, point=point(600, 0), nearby=(2,)),
        by=by,
    )
    return number


def street(name: str = "anna") -> Rig:
    """Two units on duty; the account is `anna`, which is a unit too where the role is that of one."""
    rig = Rig(role=Role.UNIT if name != "anna" else Role.CENTRALIST)
    rig.sign_on("12.05", "anna")
    rig.welcome()
    return rig


def test_it_takes_the_screen_and_rings_until_it_is_answered() -> None:
    """Keys go nowhere else; it rings every second, also while the bell is off."""
    rig = street()
    desk = rig.desk()
    desk.parts.rings.toggle()
    press_button(rig)
    rig.later(1)
    desk.second()
    assert (desk.parts.emergencies.takes(desk.context()), rig.rang) == (
        True,
        3,
    )  # the incident, the emergency, one second
    desk.press("colon", ":")
    assert desk.stand.field is None


def test_enter_answers_by_name_and_gives_the_screen_back() -> None:
    """The wish goes into the outbox; the screen is free at once, and the row stays until it is ended."""
    rig = street()
    desk = rig.desk()
    number = press_button(rig)
    rig.later(1)
    desk.press("enter", None)
    assert rig.wishes == [AnswerEmergency(unit=1)]
    assert (
        desk.parts.emergencies.takes(desk.context()),
        desk.parts.emergencies.stands(desk.context()),
        desk.stand.incident,
    ) == (False, True, number)
    rig.done()
    rig.happen(EmergencyAnswered(unit=1), by="anna")
    assert desk.parts.emergencies.view(desk.context()).calls[0].answered_by == ("anna",)
    rig.happen(EmergencyEnded(unit=1, why=Text("veilig")))
    assert not desk.parts.emergencies.stands(desk.context())


def test_enter_of_somebody_who_was_typing_is_no_answer() -> None:
    """Within the first second Enter was meant for something else; what was typed stays."""
    rig = street()
    desk = rig.desk()
    type_keys(desk, ":log")
    press_button(rig)
    desk.press("enter", None)
    assert (desk.parts.emergencies.takes(desk.context()), rig.wishes, desk.parts.line.edit.text) == (
        True,
        [],
        "log",
    )


def test_a_refused_answer_takes_the_screen_again() -> None:
    """Nobody believes to have answered who has not."""
    rig = street()
    desk = rig.desk()
    press_button(rig)
    rig.later(1)
    desk.press("enter", None)
    rig.refuse(Reason.NOT_ALLOWED, role="centralist", command="x")
    assert desk.parts.emergencies.takes(desk.context())


def test_what_came_before_this_console_was_opened_takes_the_screen_too() -> None:
    """A board with an unanswered emergency rings when somebody sits down."""
    rig = Rig()
    rig.sign_on("12.05", "12.06")
    press_button(rig)
    desk = rig.desk()
    rig.welcome()
    assert desk.parts.emergencies.takes(desk.context())


def test_the_alarm_comes_before_its_facts() -> None:
    """The tick that goes before every lane is enough; the facts take its place, and ring no second time."""
    rig = street()
    desk = rig.desk()
    rig.take(Alarmed(alarm=Alarm(unit=1, call_sign=Name("12.05"), incident=1, point=point(600, 0))))
    before = (
        desk.parts.emergencies.takes(desk.context()),
        len(desk.parts.emergencies.view(desk.context()).calls),
        rig.rang,
    )
    press_button(rig)
    after = (
        desk.parts.emergencies.takes(desk.context()),
        len(desk.parts.emergencies.view(desk.context()).calls),
        rig.rang,
    )
    assert (before, after) == ((True, 1, 1), (True, 1, 2))  # the second bell is the new incident's


def test_the_button_needs_two_presses_within_two_seconds() -> None:
    """Once is an accident, twice too slowly is two accidents, twice at once is an emergency."""
    rig = Rig(role=Role.UNIT)
    rig.sign_on("anna")
    rig.welcome()
    rig.move((1, point(10, 10)))
    desk = rig.desk()
    desk.button()
    rig.later(3)
    desk.button()
    assert rig.wishes == []
    rig.later(1)
    desk.button()
    assert rig.wishes == [RaiseEmergency(unit=1, point=point(10, 10))]


def test_ones_own_emergency_takes_nobodys_own_screen() -> None:
    """Who is in need sees a row, and who answered."""
    rig = Rig(role=Role.UNIT)
    rig.sign_on("anna", "12.06")
    rig.welcome()
    desk = rig.desk()
    press_button(rig, by="anna")
    rig.happen(EmergencyAnswered(unit=1), by="12.06")
    call = desk.parts.emergencies.view(desk.context()).calls[0]
    assert (desk.parts.emergencies.takes(desk.context()), call.mine, call.answered_by) == (
        False,
        True,
        ("12.06",),
    )


def test_a_colleague_sees_how_far_it_is() -> None:
    """From the own position to where the one in need was last seen."""
    rig = Rig(role=Role.UNIT)
    rig.sign_on("12.05", "anna")
    rig.welcome()
    desk = rig.desk()
    rig.move((2, point(0, 0)))
    press_button(rig)
    away_m = desk.parts.emergencies.view(desk.context()).calls[0].away_m
    assert away_m is not None
    assert round(away_m, -2) == 600


def test_who_may_answer_nothing_keeps_the_screen() -> None:
    """An observer sees the row and is asked nothing."""
    rig = Rig(role=Role.OBSERVER)
    rig.sign_on("12.05", "12.06")
    rig.welcome()
    desk = rig.desk()
    press_button(rig)
    assert (desk.parts.emergencies.takes(desk.context()), desk.parts.emergencies.stands(desk.context())) == (
        False,
        True,
    )


def test_a_call_that_waited_for_a_link_says_when_it_went() -> None:
    """Who was told to use the radio must know that it is out now."""
    rig = Rig(role=Role.UNIT)
    rig.sign_on("anna")
    rig.welcome()
    desk = rig.desk()
    rig.state(LinkState.SILENT)
    desk.button()
    desk.button()
    told = [desk.parts.notices.now.text]
    rig.state(LinkState.LIVE)
    rig.done(number=1)
    told.append(desk.parts.notices.now.text)
    assert told == [desk.say("emergency-no-link"), desk.say("emergency-sent")]


def test_who_went_off_duty_is_not_asked_to_answer_the_own_call() -> None:
    """It is theirs by its call sign, whatever became of the unit."""
    rig = Rig(role=Role.UNIT)
    rig.sign_on("anna", "12.06")
    rig.welcome()
    desk = rig.desk()
    press_button(rig, by="anna")
    rig.happen(UnitSignedOff(unit=1), by="anna")
    assert (
        desk.parts.emergencies.takes(desk.context()),
        desk.parts.emergencies.view(desk.context()).calls[0].mine,
    ) == (False, True)
