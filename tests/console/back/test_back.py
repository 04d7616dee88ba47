"""ctrl+z at a desk: what goes back, what never went, and what is said first."""

import pytest

from console.desk.desk import Desk
from protocol.commands.back import TakeBack
from protocol.commands.incidents import ChangePriority
from protocol.commands.pairs import RaiseEmergency
from protocol.commands.timeline import AddEntry
from protocol.commands.units import AssignUnit, SetUnitStatus
from protocol.facts.back import DeedTakenBack
from protocol.facts.timeline import EntryStruck, LineJoined, LineSpoken
from protocol.facts.units import UnitAssigned, UnitStatusSet
from protocol.model.line_kind import LineKind
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from protocol.session.events import LinesMoved
from protocol.wire.messages import Done, OnLineRow
from tests.console.rig import Rig, place, type_keys

HIGHER = ChangePriority(incident=1, priority=Priority.P1)


def _room() -> tuple[Rig, Desk]:
    rig = Rig()
    rig.sign_on("12.03", "12.05")
    rig.open(1, "vechtpartij", place("Kade 1"))
    rig.open(2, "inbraak", place("Markt 1"))
    desk = rig.desk()
    rig.welcome()
    desk.select(1)
    return rig, desk


def _does(
    desk: Desk, *commands: AssignUnit | ChangePriority | AddEntry | SetUnitStatus | RaiseEmergency
) -> None:
    """With one key."""
    desk.press("f13", None)
    for command in commands:
        desk.send(command)


def _went(rig: Rig) -> None:
    """A link was given everything that waits."""
    for wish in rig.store.waiting:
        rig.session.outbox.given(wish.id)


def _notice(desk: Desk) -> str:
    return desk.parts.notices.now.text


def test_a_wish_that_went_nowhere_leaves_the_outbox() -> None:
    """It was never done, and that is what is said."""
    rig, desk = _room()
    _does(desk, HIGHER)
    desk.press("ctrl+z", None)
    assert rig.wishes == []
    assert "Niet verstuurd en uit de wachtrij" in _notice(desk)
    desk.press("ctrl+z", None)
    assert _notice(desk) == rig.texts.say("back-nothing")


def test_a_wish_that_may_have_been_sent_is_never_said_to_be_gone() -> None:
    """Its taking back goes after it, by the id of the wish."""
    rig, desk = _room()
    _does(desk, HIGHER)
    _went(rig)
    desk.press("ctrl+z", None)
    assert rig.wishes == [HIGHER, TakeBack(wish=1)]
    assert "gaat erachteraan" in _notice(desk)


def test_a_done_deed_is_taken_back_by_the_server_last_wish_first() -> None:
    """All of one key."""
    rig, desk = _room()
    _does(desk, AssignUnit(incident=1, unit=1), AssignUnit(incident=1, unit=2))
    _went(rig)
    rig.done()
    rig.done()
    desk.press("ctrl+z", None)
    assert rig.wishes == [TakeBack(wish=2), TakeBack(wish=1)]


def test_ten_seconds_after_the_answer_it_is_too_late() -> None:
    """The time until the answer is not counted."""
    rig, desk = _room()
    _does(desk, HIGHER)
    _went(rig)
    rig.later(60)
    rig.done()
    rig.later(10)
    desk.press("ctrl+z", None)
    assert rig.wishes == [TakeBack(wish=1)]
    rig, desk = _room()
    _does(desk, HIGHER)
    rig.done()
    rig.later(10.1)
    desk.press("ctrl+z", None)
    assert rig.wishes == []


def test_a_deed_on_another_melding_is_said_first_and_nothing_moves() -> None:
    """What was not on the screen is not what acts; the next press does it."""
    rig, desk = _room()
    _does(desk, HIGHER)
    rig.done()
    desk.select(2)
    desk.press("ctrl+z", None)
    assert rig.wishes == []
    assert "melding 1 (vechtpartij · Kade 1)" in _notice(desk)
    desk.press("ctrl+z", None)
    assert rig.wishes == [TakeBack(wish=1)]
    assert desk.stand.incident == 2


def test_what_was_said_first_is_forgotten_by_another_deed_and_by_time() -> None:
    """Then it is said again."""
    rig, desk = _room()
    _does(desk, HIGHER)
    _went(rig)
    desk.select(2)
    desk.press("ctrl+z", None)
    rig.later(11)
    desk.press("ctrl+z", None)
    assert rig.wishes == [HIGHER]


def test_it_works_while_one_types_and_takes_no_letter() -> None:
    """The text stays."""
    rig, desk = _room()
    _does(desk, HIGHER)
    rig.done()
    desk.press("colon", ":")
    type_keys(desk, "log ")
    desk.press("ctrl+z", None)
    assert rig.wishes == [TakeBack(wish=1)]
    assert desk.parts.line.edit.text == "log "


@pytest.mark.parametrize("verb", ["herroep", "undo"])
def test_the_verb_does_what_the_key_does(verb: str) -> None:
    """In both languages, with the deed of this desk."""
    rig, desk = _room()
    _does(desk, HIGHER)
    rig.done()
    desk.press("colon", ":")
    type_keys(desk, verb)
    desk.press("enter", None)
    assert rig.wishes == [TakeBack(wish=1)]


def test_what_nothing_undoes_is_said_at_once() -> None:
    """Nothing is sent for it."""
    rig, desk = _room()
    _does(desk, RaiseEmergency(unit=1))
    desk.press("ctrl+z", None)
    assert rig.wishes == [RaiseEmergency(unit=1)]
    assert rig.texts.say("back-why-emergency") in _notice(desk)


def test_a_status_that_was_set_here_goes_back_at_any_time_and_is_said_first() -> None:
    """An hour ago is not what one thinks of."""
    rig, desk = _room()
    rig.happen(UnitAssigned(incident=1, unit=1))
    _does(desk, SetUnitStatus(unit=1, status=UnitStatus.ON_SCENE))
    _went(rig)
    rig.happen(UnitStatusSet(unit=1, status=UnitStatus.ON_SCENE), by="anna")
    rig.done()
    rig.later(3600)
    desk.stand.unit = 1
    desk.press("ctrl+z", None)
    assert rig.wishes == []
    assert "60 min geleden" in _notice(desk)
    desk.press("ctrl+z", None)
    assert rig.wishes == [TakeBack(wish=1)]


def test_what_was_taken_back_is_said_with_who_hears_of_it() -> None:
    """The answer alone adds nothing."""
    rig, desk = _room()
    _does(desk, AssignUnit(incident=1, unit=1))
    rig.done()
    desk.press("ctrl+z", None)
    what = DeedTakenBack(
        deed=4,
        what=Name("AssignUnit"),
        incidents=(1,),
        units=(1,),
        people=(Name("12.03"),),
        had_it=(Name("12.03"),),
    )
    rig.happen(what, by="anna")
    rig.done()
    assert "Teruggenomen op melding 1" in _notice(desk)
    assert "12.03 hoort het. 12.03 had het al gelezen." in _notice(desk)


def test_another_history_has_no_deeds_of_this_one() -> None:
    """Its numbers are others."""
    rig, desk = _room()
    _does(desk, AddEntry(incident=1, text=Text("x")))
    _went(rig)
    desk.parts.forget_history()
    desk.press("ctrl+z", None)
    assert _notice(desk) == rig.texts.say("back-nothing")
    assert isinstance(Done(id=1, seq=1), Done)


def test_who_had_read_the_words_that_are_struck_is_told_to_whoever_takes_them_back() -> None:
    """From the ticks of the line; who only has them has not read them."""
    rig, desk = _room()
    for name in ("anna", "bert", "carla"):
        rig.happen(LineJoined(incident=1), by=name)
    rig.happen(LineSpoken(incident=1, text=Text("hij rent weg")), by="anna")
    kind = LineKind.OPEN
    rows = (
        OnLineRow(incident=1, line=kind, name=Name("bert"), delivered=1, read=1),
        OnLineRow(incident=1, line=kind, name=Name("carla"), delivered=1, read=0),
        OnLineRow(incident=1, line=kind, name=Name("anna"), delivered=1, read=1),
    )
    rig.take(LinesMoved(rows=rows))
    taken = DeedTakenBack(deed=4, what=Name("Speak"), incidents=(1,), people=(Name("bert"), Name("carla")))
    rig.happen(taken, EntryStruck(incident=1, entry=1), by="anna")
    assert "bert, carla hoort het. bert had het al gelezen." in _notice(desk)
