"""What asks at a desk, what of it sounds, and what alone takes it away."""

import pytest
from attrs import evolve

from console.alarm.alarms import KEY
from console.desk.desk import Desk
from protocol.commands.appeals import HearAppeal
from protocol.errors import Reason
from protocol.facts.appeals import AppealHeard, UnitsProposed
from protocol.facts.contact import ContactOpened, MelderSaid
from protocol.facts.incidents import IncidentOpened, PriorityChanged
from protocol.facts.promises import PromiseMade, Reacted
from protocol.facts.scale import ColleaguesAsked
from protocol.facts.units import UnitAssigned
from protocol.model.appeal import AppealKind
from protocol.model.priority import Priority
from protocol.model.reaction import ReactionKind
from protocol.model.role import Role
from protocol.model.text import UNSEEN, Name, Text
from protocol.session.events import LinkState
from tests.console.rig import Rig, place, point, type_keys

RAISED = PriorityChanged(incident=1, priority=Priority.P1)


def room(role: Role = Role.CENTRALIST) -> tuple[Rig, Desk]:
    """Somebody called anna in the room, and two units on duty."""
    rig = Rig(role=role)
    desk = rig.desk()
    rig.sign_on("12.03", "12.04")
    rig.welcome()
    return rig, desk


def passes(rig: Rig, desk: Desk, seconds: int) -> None:
    """Every second of it."""
    for _ in range(seconds):
        rig.later(1)
        desk.second()


def keys(desk: Desk) -> list[tuple[str, int]]:
    """What has a row, the loudest first."""
    return [
        (each.asking.sound.key, each.asking.number) for each in desk.parts.alarms.shown(desk.store.waiting)
    ]


def test_a_priority_1_sounds_in_the_room_once() -> None:
    """A lower one comes in silence, and no second of it sounds again."""
    rig, desk = room()
    rig.open(1, priority=3)
    assert rig.rang == 0
    rig.open(2, priority=1)
    passes(rig, desk, 50)
    assert (rig.rang, keys(desk)) == (1, [("priority-1", 2)])


def test_ones_own_deed_makes_no_sound() -> None:
    """Neither opening it nor raising it; the others of the room hear it."""
    for by, rang in (("anna", 0), ("bert", 1)):
        rig, desk = room()
        rig.open(1, priority=2)
        rig.happen(Reacted(incident=1, kind=ReactionKind.BY_TELEPHONE, agreed=True))
        rig.happen(RAISED, by=by)
        assert (rig.rang, bool(keys(desk))) == (rang, bool(rang)), by


def test_looking_at_a_melding_answers_nothing() -> None:
    """One glance took the priority 1, the colleagues asked and the melder who writes away together."""
    rig, desk = room()
    rig.open(1, priority=1)
    rig.happen(ColleaguesAsked(incident=1, text=Text("hulp")), by="12.03")
    rig.happen(MelderSaid(incident=1, text=UNSEEN), by="melder 1")
    passes(rig, desk, 90)
    desk.select(1)
    desk.press("escape", None)
    desk.press("right_square_bracket", "]")
    assert keys(desk) == [("priority-1", 1), ("caller", 1), ("colleagues", 1)]


def test_each_goes_with_its_own_answer_and_leaves_the_others() -> None:
    """The room's word, a colleague who comes, an officer who talks."""
    rig, desk = room()
    rig.open(1, priority=1)
    rig.happen(ColleaguesAsked(incident=1), by="12.03")
    rig.happen(MelderSaid(incident=1, text=UNSEEN), by="melder 1")
    passes(rig, desk, 90)
    rig.happen(AppealHeard(incident=1, kind=AppealKind.PRIORITY_1), by="carla")
    assert keys(desk) == [("caller", 1), ("colleagues", 1)]
    rig.happen(UnitAssigned(incident=1, unit=2), Reacted(incident=1, kind=ReactionKind.UNIT_NOW), by="carla")
    assert keys(desk) == [("caller", 1)]
    rig.happen(ContactOpened(incident=1, unit=Name("12.04")), by="carla")
    assert keys(desk) == []


def test_the_key_of_the_bell_answers_what_a_word_answers() -> None:
    """The row goes at once with the wish, and comes back when it is refused."""
    rig, desk = room()
    rig.open(1, priority=1)
    rig.later(2)
    desk.press(KEY, None)
    assert (rig.wishes, keys(desk)) == ([HearAppeal(incident=1)], [])
    rig.refuse(Reason.NO_CHANGE)
    assert keys(desk) == [("priority-1", 1)]
    assert rig.rang == 1


def test_the_key_of_the_bell_counts_only_after_a_second_without_any_key() -> None:
    """Somebody who types meant something else; what was typed stays."""
    rig, desk = room()
    type_keys(desk, ":log")
    rig.open(1, priority=1)
    desk.press(KEY, None)
    assert rig.wishes == []
    assert desk.parts.line.edit.text == "log"
    rig.later(1)
    desk.press(KEY, None)
    assert rig.wishes == [HearAppeal(incident=1)]


def test_what_asks_for_a_deed_is_not_answered_by_a_word() -> None:
    """The key says what would answer it."""
    rig, desk = room()
    rig.open(1, priority=3)
    rig.happen(MelderSaid(incident=1, text=UNSEEN), by="melder 1")
    passes(rig, desk, 41)
    desk.press(KEY, None)
    assert rig.wishes == []
    assert desk.parts.notices.now.text == desk.say("sound-caller-answer")


def test_what_nobody_answers_climbs_to_somebody_else_and_sounds_there_once() -> None:
    """First whoever opened it, then the OpCo, then every seat of the room."""
    for name, role, rang in (
        ("bert", Role.CENTRALIST, [1, 1, 1]),
        ("anna", Role.OPCO, [0, 1, 1]),
        ("anna", Role.CENTRALIST, [0, 0, 1]),
    ):
        rig, desk = room(role)
        if name == "bert":
            assert rig.session.welcome is not None
            rig.session.welcome = evolve(rig.session.welcome, name=Name("bert"))
        rig.open(1, priority=3)
        rig.happen(MelderSaid(incident=1, text=UNSEEN), by="melder 1")
        heard = [rig.rang]
        for _ in range(2):
            passes(rig, desk, 20)
            heard.append(rig.rang)
        assert heard == rang, (name, role)


def test_those_on_it_hear_that_it_is_priority_1_now() -> None:
    """In words on their own screen, and theirs alone to answer; another car is told and hears nothing."""
    for signs, rang, row in ((("anna", "12.04"), 1, [("your-priority-1", 1)]), (("12.04", "anna"), 0, [])):
        rig = Rig(role=Role.UNIT)
        desk = rig.desk()
        rig.sign_on(*signs)
        rig.welcome()
        desk.perform_id("bell")  # a priority 1 goes through a bell that is off
        rig.open(1, "steekpartij", priority=2)
        rig.happen(UnitAssigned(incident=1, unit=1), by="anna")
        rig.happen(RAISED, by="carla")
        assert (rig.rang, keys(desk)) == (rang, row), signs
        assert [each.number for each in desk.parts.alarms.told] == ([] if rang else [1])


def test_a_proposed_car_hears_a_priority_1_when_the_server_has_reckoned() -> None:
    """Others read a row."""
    rig = Rig(role=Role.UNIT)
    desk = rig.desk()
    rig.sign_on("anna", "12.04")
    rig.welcome()
    rig.open(1, priority=1)
    assert (rig.rang, [each.number for each in desk.parts.alarms.told]) == (0, [1])
    rig.happen(UnitsProposed(incident=1, units=(1,)), by="server")
    assert (rig.rang, desk.parts.alarms.told) == (1, ())
    rig.later(2)
    desk.press(KEY, None)
    assert rig.wishes == [HearAppeal(incident=1)]


def test_being_sent_sounds_at_the_unit_and_coming_along_by_its_own_word_does_not() -> None:
    """One's own deed makes none."""
    for by, rang in (("carla", 1), ("anna", 0)):
        rig = Rig(role=Role.UNIT)
        rig.desk()
        rig.sign_on("anna")
        rig.welcome()
        rig.open(1, priority=3)
        rig.happen(UnitAssigned(incident=1, unit=1), by=by)
        assert rig.rang == rang, by


@pytest.mark.parametrize("how", ["restart", "cut"])
def test_what_is_past_does_not_ring_and_stands_there(how: str) -> None:
    """After a restart and after a cut what nobody answered is shown; what climbs later sounds."""
    rig = Rig()
    if how == "restart":
        rig.open(1, priority=1)
        desk = rig.desk()
        rig.welcome()
    else:
        desk = rig.desk()
        rig.welcome()
        rig.state(LinkState.SILENT)
        rig.state(LinkState.CATCHING_UP)
        rig.open(1, priority=1)
        rig.state(LinkState.LIVE)
    desk.second()
    assert (rig.rang, keys(desk)) == (0, [("priority-1", 1)])
    rig.open(2, priority=3)
    passes(rig, desk, 101)
    assert rig.rang == 1


def test_nothing_rings_before_the_board_is_whole() -> None:
    """Half a board says nothing about who waits."""
    rig = Rig()
    rig.open(1)
    rig.later(600)
    desk = rig.desk()
    rig.welcome(snapshot=True)
    desk.second()
    assert rig.rang == 0


def test_a_promise_sounds_at_who_made_it_before_and_at_others_after_its_time() -> None:
    """Once each; whoever heard it before hears it no louder, and reads that it is late (A14)."""
    for name, at_last in (("anna", [1, 1]), ("carla", [0, 1])):
        rig, desk = room()
        rig.open(1)
        rig.happen(Reacted(incident=1, kind=ReactionKind.BY_TELEPHONE, agreed=True))
        due = rig.now.replace(minute=30)
        rig.happen(
            PromiseMade(incident=1, what=Text("belt"), due=due, from_whom=Name(name), to_whom=Name("melder")),
            by=name,
        )
        rang = []
        for _ in range(8):
            rig.later(230)
            desk.second()
            rang.append(rig.rang)
        assert (rang[:6], rang[6:]) == ([0] * 6, at_last), name
        assert keys(desk) == [("promise-late", 1)]


def test_more_that_waits_is_a_row_that_rises_and_no_second_sound() -> None:
    """Whoever looks at the one sees the others; after ten quiet minutes one sounds again."""
    rig, desk = room(Role.OPCO)
    for number in (1, 2, 3):
        rig.open(number)
        passes(rig, desk, 90)
    assert rig.rang == 1
    assert keys(desk) == [("no-reaction", 1), ("no-reaction", 2), ("no-reaction", 3)]
    rig.later(700)
    desk.second()
    assert rig.rang == 1
    rig.open(4)
    passes(rig, desk, 90)
    assert rig.rang == 2


def test_a_bell_that_is_off_lets_a_priority_1_through_and_is_on_then() -> None:
    """What else asks in that time is shown, and does not sound afterwards."""
    rig, desk = room()
    desk.perform_id("bell")
    rig.open(1, priority=3)
    rig.happen(MelderSaid(incident=1, text=UNSEEN), by="melder 1")
    passes(rig, desk, 60)
    assert (rig.rang, keys(desk)) == (0, [("caller", 1)])
    assert desk.parts.alarms.hush.left_s(rig.now) == 540
    rig.open(2, priority=1)
    assert (rig.rang, desk.parts.alarms.hush.is_on(rig.now)) == (1, False)


def test_a_question_is_counted_as_answered_when_its_answer_came() -> None:
    """And not when its melding was closed over it."""
    rig, desk = room()
    rig.open(1, where=place("Markt 1", 0), priority=1)
    rig.move((1, point()))
    rig.happen(UnitAssigned(incident=1, unit=1), by="carla")
    figure = desk.parts.alarms.counted.figure()
    assert (figure.sounds, figure.asked, figure.answered) == (1, 1, 1)


def test_another_history_asks_nothing_here() -> None:
    """Its numbers are others."""
    rig, desk = room()
    rig.open(1, priority=1)
    desk.parts.alarms.forget()
    assert (desk.parts.alarms.here, desk.parts.alarms.unseen, desk.parts.alarms.rows) == ((), (), ())


def test_the_board_marks_a_priority_1_that_nobody_has() -> None:
    """Also one's own, until somebody goes or has it."""
    rig, desk = room()
    opened = IncidentOpened(incident=7, priority=Priority.P1, what=Name("x"), place=place("Kade"))
    rig.happen(opened, by="anna")
    assert (desk.context().unseen, desk.context().alarmed) == ((7,), False)
    rig.happen(UnitAssigned(incident=7, unit=1), by="anna")
    assert desk.context().unseen == ()
