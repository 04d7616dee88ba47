"""Calls that are being taken: what others are told of ours, and what becomes of one that goes with theirs."""

from console.desk.desk import Desk
from console.intake.form import LINE
from protocol.commands.intake import AttachReport
from protocol.facts.incidents import IncidentOpened
from protocol.model.presence import HalfCall, half_call
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from protocol.session.present import NOBODY_PRESENT
from protocol.wire.messages import SeatHalfCall, SeatPresence
from tests.console.rig import Rig, place, type_keys
from tests.console.shown import form_view

STABBING = half_call(1, what="steekpartij", place="Markt 4", priority=1)


def at_form(line: str) -> tuple[Rig, Desk]:
    """Anna types this while bert, at desk 2, takes a stabbing."""
    rig = Rig()
    desk = rig.desk()
    rig.welcome()
    present = NOBODY_PRESENT.told(SeatPresence(seat=2, state=8, name=Name("bert")))
    rig.session.present_here = present.told(SeatHalfCall(seat=2, half=STABBING))
    desk.press("f6", None)
    type_keys(desk, line)
    return rig, desk


def opens(rig: Rig, number: int, what: str, where: str, *, by: str = "bert") -> None:
    """A melding comes in from somebody."""
    rig.happen(
        IncidentOpened(incident=number, priority=Priority.P1, what=Name(what), place=place(where)), by=by
    )


def gone(rig: Rig) -> None:
    """Bert takes that call no more."""
    half = SeatHalfCall(seat=2, half=HalfCall(mark=1))
    rig.session.present_here = rig.session.present_here.told(half)


def test_the_others_are_told_what_and_where_as_far_as_they_are_typed() -> None:
    """And how urgent, when that was said; nothing once it is out or empty."""
    rig, desk = at_form("1 steekpartij @ Markt 4 -- hij bloedt")
    forms = desk.parts.intake.forms
    (half,) = forms.half_calls(desk.context())
    assert (half.what, half.place, half.priority) == ("steekpartij", "Markt 4", 1)
    desk.press("enter", None)
    assert forms.half_calls(desk.context()) == ()
    desk.press("f6", None)
    assert forms.half_calls(desk.context()) == ()
    type_keys(desk, "brand")
    (half,) = forms.half_calls(desk.context())
    assert (half.what, half.place, half.priority) == ("brand", "", 0)
    assert len(rig.wishes) == 1


def test_the_same_stabbing_stands_first_among_what_may_be_the_same() -> None:
    """By what or by where; something else at another place does not."""
    _, desk = at_form("steekpartij")
    assert [each.who for each in form_view(desk).taken] == ["bert"]
    assert form_view(at_form("gewonde @ Markt")[1]).taken
    assert form_view(at_form("fietsendiefstal @ Kade")[1]).taken == ()


def test_a_call_goes_along_with_theirs_as_soon_as_that_has_a_number() -> None:
    """Nothing is opened here; all that was typed goes, and the row is told no more."""
    rig, desk = at_form("steekpartij @ Markt")
    desk.press("f10", None)
    assert (rig.wishes, desk.stand.field) == ([], None)
    assert "bert" in desk.parts.notices.now.text
    assert desk.parts.intake.forms.half_calls(desk.context()) == ()
    opens(rig, 3, "brand", "Kade 1", by="cor")
    assert rig.wishes == []
    opens(rig, 4, "steekpartij", "Markt 4")
    assert rig.wishes == [AttachReport(incident=4, text=Text("steekpartij @ Markt"))]


def test_a_call_of_theirs_that_comes_to_nothing_gives_ours_back() -> None:
    """With words, and with everything that was typed."""
    rig, desk = at_form("steekpartij @ Markt")
    desk.press("f10", None)
    gone(rig)
    opens(rig, 3, "brand", "Kade 1", by="cor")
    assert rig.wishes == []
    assert "bert opende geen melding" in desk.parts.notices.now.text
    desk.perform_id("resume")
    assert desk.parts.intake.forms.now.text(LINE) == "steekpartij @ Markt"


def test_what_they_opened_under_other_words_is_found_once_the_call_is_gone() -> None:
    """Bert heard better what it was; it is still his call."""
    rig, desk = at_form("steekpartij @ Markt")
    desk.press("f10", None)
    opens(rig, 4, "vechtpartij met mes", "Plein 2")
    assert rig.wishes == []
    gone(rig)
    opens(rig, 5, "brand", "Kade 1", by="cor")
    assert rig.wishes == [AttachReport(incident=4, text=Text("steekpartij @ Markt"))]
