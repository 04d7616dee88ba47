"""A colleague in need stands over every screen and takes no key; one's own button takes two presses."""

import pytest

from console.actions.action import Where
from console.desk.desk import Desk
from console.emergency.emergencies import ANSWER_KEY, LIST_KEY
from console.part.sounds import EMERGENCY
from protocol.commands.pairs import AnswerEmergency, RaiseEmergency
from protocol.commands.scale import ComeAlong
from protocol.errors import Reason
from protocol.facts.incidents import IncidentOpened
from protocol.facts.pairs import EmergencyAnswered, EmergencyEnded, EmergencyRaised
from protocol.facts.units import UnitAssigned, UnitSignedOff
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.session.events import Alarmed, LinkState
from protocol.wire.messages import Alarm
from tests.console.rig import Rig, digit, point, type_keys


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


def asks(desk: Desk) -> bool:
    """True while something must be answered at this desk."""
    return desk.parts.emergencies.asks(desk.context())


def answer(rig: Rig, desk: Desk) -> None:
    """The key of the bell, after a still second with the banner in view."""
    rig.later(1)
    desk.press(ANSWER_KEY, None)


def test_it_takes_no_key_and_sounds_until_somebody_answered() -> None:
    """Typing goes on where it was, also while the bell is off; it sounds again, and not every second."""
    rig = street()
    desk = rig.desk()
    desk.perform_id("bell")
    type_keys(desk, ":log")
    press_button(rig)
    type_keys(desk, " hij is")
    desk.paste(" weg")
    assert (asks(desk), rig.rang, desk.parts.line.edit.text) == (True, 1, "log hij is weg")
    for _ in range(EMERGENCY.every_s):
        rig.later(1)
        desk.second()
    assert rig.rang == 2
    rig.happen(EmergencyAnswered(unit=1), by="carla")
    for _ in range(30):
        rig.later(1)
        desk.second()
    assert (asks(desk), rig.rang) == (True, 2)


def test_the_key_of_the_bell_answers_by_name_and_moves_nothing() -> None:
    """The wish goes into the outbox; the banner is one row until it is ended."""
    rig = street()
    desk = rig.desk()
    rig.open(1)
    desk.settle()
    press_button(rig)
    answer(rig, desk)
    assert rig.wishes == [AnswerEmergency(unit=1)]
    assert (asks(desk), desk.parts.emergencies.stands(desk.context()), desk.stand.incident) == (
        False,
        True,
        1,
    )
    rig.done()
    rig.happen(EmergencyAnswered(unit=1), by="anna")
    assert desk.parts.emergencies.view(desk.context()).calls[0].answered_by == ("anna",)
    rig.happen(EmergencyEnded(unit=1, why=Text("veilig")))
    assert not desk.parts.emergencies.stands(desk.context())


@pytest.mark.parametrize("key", ["enter", "space", "a", "1", "escape"])
def test_no_key_of_a_sentence_answers(key: str) -> None:
    """Whatever somebody types, and however long after."""
    rig = street()
    desk = rig.desk()
    press_button(rig)
    rig.later(5)
    desk.press(key, None)
    assert asks(desk)
    assert not any(isinstance(wish, AnswerEmergency) for wish in rig.wishes)


def test_it_counts_only_after_a_still_second_with_the_banner_in_view() -> None:
    """The hands of somebody who types answer nothing; the words stay, and it says why."""
    rig = street()
    desk = rig.desk()
    type_keys(desk, ":log")
    press_button(rig)
    desk.press(ANSWER_KEY, None)
    assert (asks(desk), rig.wishes, desk.parts.line.edit.text) == (True, [], "log")
    assert "seconde" in desk.parts.notices.now.text
    rig.later(0.5)
    desk.press(ANSWER_KEY, None)
    assert rig.wishes == []
    answer(rig, desk)
    assert rig.wishes == [AnswerEmergency(unit=1)]


def test_two_at_once_are_answered_one_by_one_each_by_name() -> None:
    """The oldest first; the second answer needs its own still second."""
    rig = Rig()
    rig.sign_on("12.05", "12.06")
    desk = rig.desk()
    rig.welcome()
    press_button(rig, unit=1)
    press_button(rig, unit=2, by="12.06")
    answer(rig, desk)
    desk.press(ANSWER_KEY, None)
    assert rig.wishes == [AnswerEmergency(unit=1)]
    answer(rig, desk)
    assert rig.wishes == [AnswerEmergency(unit=1), AnswerEmergency(unit=2)]


def test_a_refused_answer_asks_again() -> None:
    """Nobody believes to have answered who has not."""
    rig = street()
    desk = rig.desk()
    press_button(rig)
    answer(rig, desk)
    rig.refuse(Reason.NOT_ALLOWED, role="centralist", command="x")
    assert asks(desk)


def test_what_came_before_this_console_was_opened_asks_too_and_sounds() -> None:
    """A board with an unanswered emergency sounds when somebody sits down."""
    rig = Rig()
    rig.sign_on("12.05", "12.06")
    press_button(rig)
    desk = rig.desk()
    rig.welcome()
    assert (asks(desk), rig.rang) == (True, 1)


def test_the_alarm_comes_before_its_facts() -> None:
    """The tick that goes before every lane is enough; the facts take its place, and sound no second time."""
    rig = street()
    desk = rig.desk()
    rig.take(Alarmed(alarm=Alarm(unit=1, call_sign=Name("12.05"), incident=1, point=point(600, 0))))
    before = (asks(desk), len(desk.parts.emergencies.view(desk.context()).calls), rig.rang)
    press_button(rig)
    after = (asks(desk), len(desk.parts.emergencies.view(desk.context()).calls), rig.rang)
    assert (before, after) == ((True, 1, 1), (True, 1, 1))


def test_line_map_and_who_could_go_are_a_digit_of_its_list() -> None:
    """By a key that works while typing; any other key means what it always means, and closes the list."""
    rig = street()
    desk = rig.desk()
    rig.open(1)
    number = press_button(rig)
    rig.move((1, point(700, 0)))
    desk.press(LIST_KEY, None)
    assert desk.parts.emergencies.view(desk.context()).lists
    digit(desk, 1)
    assert (desk.stand.incident, desk.stand.panel) == (number, Where.LINE)
    desk.press(LIST_KEY, None)
    digit(desk, 2)
    assert (desk.stand.unit, desk.stand.panel) == (1, Where.MAP)
    desk.press(LIST_KEY, None)
    digit(desk, 3)
    assert desk.parts.dispatch.recommending.shown
    type_keys(desk, ":log")
    desk.press(LIST_KEY, None)
    type_keys(desk, "x1")
    assert desk.parts.line.edit.text == "logx1"
    assert not desk.parts.emergencies.view(desk.context()).lists


def test_a_list_of_nobody_says_so() -> None:
    """And a digit for somebody who is not there does nothing."""
    rig = street()
    desk = rig.desk()
    desk.press(LIST_KEY, None)
    assert desk.parts.notices.now.text == desk.say("emergency-none")
    press_button(rig)
    desk.press(LIST_KEY, None)
    digit(desk, 9)
    assert (rig.wishes, desk.stand.panel) == ([], Where.BOARD)


def test_a_unit_keeps_its_own_melding_on_its_own_status_keys() -> None:
    """An emergency elsewhere stands above; by its list the unit looks at its line, or goes there itself."""
    rig = Rig(role=Role.UNIT)
    rig.sign_on("12.05", "anna")
    desk = rig.desk()
    rig.welcome()
    desk.stand.panel = Where.LINE
    rig.open(1)
    rig.happen(UnitAssigned(incident=1, unit=2))
    number = press_button(rig)
    assert desk.stand.incident == 1
    desk.press(LIST_KEY, None)
    digit(desk, 1)
    assert desk.stand.incident == number
    desk.press("f5", None)
    assert desk.stand.incident == 1
    desk.press(LIST_KEY, None)
    digit(desk, 3)
    assert rig.wishes[-1] == ComeAlong(incident=number, unit=2)


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


def test_ones_own_emergency_asks_oneself_nothing() -> None:
    """Who is in need sees a row, and who answered."""
    rig = Rig(role=Role.UNIT)
    rig.sign_on("anna", "12.06")
    rig.welcome()
    desk = rig.desk()
    press_button(rig, by="anna")
    rig.happen(EmergencyAnswered(unit=1), by="12.06")
    call = desk.parts.emergencies.view(desk.context()).calls[0]
    assert (asks(desk), call.mine, call.answered_by) == (
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


def test_who_may_answer_nothing_is_asked_nothing() -> None:
    """An observer sees the row and is asked nothing."""
    rig = Rig(role=Role.OBSERVER)
    rig.sign_on("12.05", "12.06")
    rig.welcome()
    desk = rig.desk()
    press_button(rig)
    assert (asks(desk), desk.parts.emergencies.stands(desk.context())) == (
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
        asks(desk),
        desk.parts.emergencies.view(desk.context()).calls[0].mine,
    ) == (False, True)
