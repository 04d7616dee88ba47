"""A recall is as loud as what it recalls, at whoever was asked or told, and at nobody else."""

from console.back.recalled import deed_word
from protocol.facts.back import (
    ChoicesRestored,
    DeedTakenBack,
    EmergencyRestored,
    IncidentRestored,
    UnitRestored,
)
from protocol.facts.pairs import EmergencyAnswered
from protocol.facts.scale import ColleaguesAsked
from protocol.model.text import Name, Text
from tests.console.dispatch.test_choosing import sent as chosen
from tests.console.dispatch.test_choosing import weigh
from tests.console.emergency.test_emergencies import answer, asks, press_button, street
from tests.console.rig import Rig, place
from tests.console.street import free, sent


def _notice(desk: object) -> str:
    return str(desk.parts.notices.now.text)  # type: ignore[attr-defined]


def test_a_unit_that_was_sent_is_rung_and_told_that_it_goes_no_longer() -> None:
    """Being sent rang too."""
    rig, desk = free()
    before = rig.board.units[1]
    rang = rig.rang
    fields = (Name("status"),)
    rig.happen(
        DeedTakenBack(deed=4, what=Name("AssignUnit"), incidents=(1,), units=(1,), people=(Name("anna"),)),
        UnitRestored(unit=1, unit_was=before, fields=fields),
    )
    assert rig.rang == rang + 1
    assert _notice(desk) == "INGETROKKEN door bert: u gaat niet meer naar melding 1."


def test_colleagues_who_were_asked_hear_that_they_are_not() -> None:
    """A question to everybody is taken back from everybody."""
    rig, desk = free()
    rang = rig.rang
    rig.happen(DeedTakenBack(deed=4, what=Name("AskColleagues"), incidents=(2,), everyone=True))
    assert rig.rang == rang + 1
    assert "geen collega's meer gevraagd" in _notice(desk)


def test_words_that_are_struck_are_told_to_who_was_on_the_line_without_a_sound() -> None:
    """They came without one."""
    rig, desk = sent()
    rang = rig.rang
    rig.happen(DeedTakenBack(deed=4, what=Name("Speak"), incidents=(2,), people=(Name("anna"),)))
    assert rig.rang == rang
    assert _notice(desk) == f"INGETROKKEN door bert: {rig.texts.say('command-speak')} (melding 2)."


def test_who_was_neither_asked_nor_told_hears_nothing() -> None:
    """The board shows what it is now."""
    rig = Rig()
    rig.open(1, "inbraak", place("Kade 1"))
    desk = rig.desk()
    rig.welcome()
    rig.happen(DeedTakenBack(deed=4, what=Name("Speak"), incidents=(1,), people=(Name("carla"),)))
    assert (_notice(desk), rig.rang) == ("", 0)


def test_a_status_that_the_room_took_back_is_told_to_the_unit_and_a_plain_deed_by_its_word() -> None:
    """With whatever is known of it."""
    rig, desk = sent()
    rig.happen(DeedTakenBack(deed=4, what=Name("SetTask"), units=(1,), people=(Name("anna"),)))
    assert _notice(desk).endswith("(anna).")
    rig.happen(DeedTakenBack(deed=5, what=Name("SwitchOrder"), people=(Name("anna"),)))
    assert _notice(desk) == f"INGETROKKEN door bert: {rig.texts.say('command-switch-order')}."
    assert deed_word(desk.context(), "OfALaterVersion") == "OfALaterVersion"


def test_the_row_of_alarms_loses_a_question_that_was_taken_back() -> None:
    """Nobody goes to it any more."""
    rig = Rig()
    rig.open(1, "inbraak", place("Kade 1"))
    desk = rig.desk()
    rig.welcome()
    before = rig.board.incidents[1]
    rig.happen(ColleaguesAsked(incident=1, text=Text("twee daders")), by="12.03")
    rig.later(90)
    desk.second()
    assert desk.parts.alarms.rows == (1,)
    fields = (Name("scale"), Name("appeals"))
    rig.happen(IncidentRestored(incident=1, fields=fields, incident_was=before))
    assert "colleagues" not in [each.asking.sound.key for each in desk.parts.alarms.here]


def test_who_takes_back_that_he_has_an_emergency_is_asked_again() -> None:
    """It stands unanswered by him, and sounds as it did."""
    rig = street()
    desk = rig.desk()
    press_button(rig)
    raised = rig.board.emergencies[1]
    answer(rig, desk)
    rig.happen(EmergencyAnswered(unit=1), by="anna")
    rig.done()
    assert not asks(desk)
    rang = rig.rang
    rig.happen(EmergencyRestored(emergency=raised), by="anna")
    assert asks(desk)
    assert rig.rang == rang + 1


def test_nobody_is_asked_why_somebody_was_sent_who_was_called_back() -> None:
    """The choice went with the dispatch."""
    rig, desk = chosen()
    weigh(rig)
    assert desk.parts.dispatch.choosing.question is not None
    rig.happen(ChoicesRestored(incident=417), by="anna")
    assert desk.parts.dispatch.choosing.question is None
