"""What keys and events do at the desk."""

import pytest

from console.actions.action import Where
from console.board.filtering import listing
from console.command.waiting_lines import lines_of
from console.desk.desk import Desk
from console.part.field import Field
from protocol.commands.incidents import OpenIncident
from protocol.commands.timeline import JoinLine, Speak
from protocol.commands.units import AssignUnit
from protocol.errors import Reason
from protocol.facts.incidents import IncidentClosed, PriorityChanged
from protocol.facts.timeline import LineSpoken
from protocol.model.priority import Priority
from protocol.model.role import Role
from protocol.model.text import Text
from protocol.session.events import LinkState, StillDrifted
from tests.console.rig import Rig, deed, letter, place, point, speak, type_keys, verb


def town(role: Role = Role.CENTRALIST) -> tuple[Rig, Desk]:
    """Three open incidents and two units; the welcome said."""
    rig = Rig(role=role)
    rig.sign_on("12.03", "12.04")
    rig.open(415, "ruzie", place("Markt 1", 0, 0))
    rig.open(416, "inbraak", place("Havenkade 3", 500, 0))
    rig.open(417, "overlast", place("Kerkstraat 9", 0, 500), priority=3)
    desk = rig.desk()
    rig.welcome()
    return rig, desk


def test_the_first_incident_is_selected() -> None:
    """A fresh desk looks at the most urgent incident."""
    _, desk = town()
    assert desk.stand.incident == 415


def test_the_selection_stays_when_the_order_changes() -> None:
    """Whatever comes in above, the same incident stays selected."""
    rig, desk = town()
    desk.press("down", None)
    rig.open(418, priority=1)
    rig.happen(PriorityChanged(incident=417, priority=Priority.P1))
    assert desk.stand.incident == 416


def test_closing_the_selected_incident_moves_nothing() -> None:
    """Somebody else closes what is selected here: what is being typed must not end up elsewhere."""
    rig, desk = town()
    desk.press("f5", None)
    type_keys(desk, "ik kom")
    rig.happen(IncidentClosed(incident=415, reason=Text("klaar")))
    desk.press("enter", None)
    assert desk.stand.incident == 415
    assert rig.wishes == []
    assert desk.parts.row.under_hand.of(415).text == "ik kom"
    assert desk.say("desk-line-closed") in desk.parts.notices.now.text


def test_a_typed_line_becomes_a_wish() -> None:
    """From the colon to the outbox: the line is read, sent, and then history."""
    rig, desk = town()
    type_keys(desk, ":koppel 12.03 417")
    desk.press("enter", None)
    assert [AssignUnit(incident=417, unit=1)] == rig.wishes
    assert desk.parts.line.edit.text == ""
    assert desk.stand.field is None
    desk.press("ctrl+o", None)
    desk.press("up", None)
    assert desk.parts.line.edit.text == "koppel 12.03 417"


def test_a_line_that_is_not_understood_stays() -> None:
    """The line stands as typed, with what is wrong and where."""
    rig, desk = town()
    type_keys(desk, ":koppel 12.99 417")
    desk.press("enter", None)
    assert rig.wishes == []
    assert Field.COMMAND is desk.stand.field
    assert desk.parts.line.edit.text == "koppel 12.99 417"
    assert desk.parts.line.problem is not None
    assert (
        desk.parts.line.problem.key,
        desk.parts.line.problem.start,
        desk.parts.line.problem.end,
    ) == ("problem-unknown-unit", 7, 12)


def test_a_key_acts_at_once_where_nothing_is_missing() -> None:
    """Stepping onto the line of the selected incident takes a letter behind the dot."""
    rig, desk = town()
    letter(desk, "i")
    assert [JoinLine(incident=415)] == rig.wishes


def test_a_key_begins_a_line_with_what_is_selected() -> None:
    """The key of an action with arguments gives the line to look at before it is sent."""
    rig, desk = town()
    desk.stand.unit = 2
    letter(desk, "k")
    assert Field.COMMAND is desk.stand.field
    assert rig.wishes == []
    desk.press("enter", None)
    assert [AssignUnit(incident=415, unit=2)] == rig.wishes


def test_an_unfinished_line_can_be_had_back() -> None:
    """A key that begins another line does not lose the one that stood there."""
    _, desk = town()
    type_keys(desk, ":nieuw 1 brand")
    desk.press("escape", None)
    letter(desk, "T")
    assert desk.parts.line.edit.text.startswith("toezegging")
    desk.press("up", None)
    assert desk.parts.line.edit.text == "nieuw 1 brand"


def test_each_field_keeps_its_text() -> None:
    """Command line, draft and filter do not touch each other."""
    _, desk = town()
    type_keys(desk, "/markt")
    desk.press("enter", None)
    type_keys(desk, "achterom")
    desk.press("ctrl+o", None)
    type_keys(desk, "log 4")
    desk.press("escape", None)
    assert (
        desk.parts.row.under_hand.of(415).text,
        desk.parts.line.edit.text,
        desk.stand.filter.text,
    ) == ("achterom", "log 4", "markt")


def test_drafts_belong_to_their_incident() -> None:
    """Looking at another incident shows its draft; going back brings the first one back."""
    _, desk = town()
    type_keys(desk, "een")
    desk.press("down", None)
    type_keys(desk, "twee")
    desk.press("up", None)
    assert (
        desk.parts.row.under_hand.of(desk.stand.incident).text,
        desk.parts.row.under_hand.of(416).text,
    ) == (
        "een",
        "twee",
    )


def test_speaking_clears_the_draft_and_a_refusal_brings_it_back() -> None:
    """Words go into the outbox; refused ones return to the row."""
    rig, desk = town()
    speak(desk, "achterom")
    assert [Speak(incident=415, text=Text("achterom"))] == rig.wishes
    assert desk.parts.row.under_hand.of(415).text == ""
    rig.refuse(Reason.INCIDENT_CLOSED, incident=415)
    assert desk.parts.row.under_hand.of(415).text == "achterom"
    assert "Melding 415 is gesloten" in desk.parts.notices.now.text


def test_a_cut_link_takes_nothing_away() -> None:
    """While the link is gone drafts stay, wishes gather in order, and the cut is said."""
    rig, desk = town()
    desk.press("f5", None)
    type_keys(desk, "ik")
    rig.state(LinkState.SILENT)
    type_keys(desk, " kom")
    assert desk.parts.row.under_hand.of(415).text == "ik kom"
    assert "Verbinding weg" in desk.parts.notices.now.text or desk.parts.notices.now.weighs
    desk.press("enter", None)
    letter(desk, "i")
    assert [Speak(incident=415, text=Text("ik kom")), JoinLine(incident=415)] == rig.wishes
    assert lines_of(desk.context(), rig.store.waiting) == ["zeg 415 ik kom", "instappen 415"]


def test_a_refusal_is_not_pushed_away_by_good_news() -> None:
    """A refusal stays until a key is pressed; only then the next answer takes its place."""
    rig, desk = town()
    for line in (":koppel 12.03 415", ":koppel 12.04 415", ":wat 415 x"):
        type_keys(desk, line)
        desk.press("enter", None)
    rig.refuse(Reason.UNIT_ALREADY_ON, unit="12.03", incident=415)
    rig.done()
    assert "12.03 is al aan melding 415 gekoppeld" in desk.parts.notices.now.text
    desk.press("down", None)
    rig.done()
    assert desk.parts.notices.now.text == "Gedaan: wat 415 x"


def test_a_new_priority_one_rings_once_and_is_marked_until_it_is_answered() -> None:
    """The key goes there, and looking answers nothing."""
    rig, desk = town()
    rig.open(418, "steekincident", priority=1)
    assert (rig.rang, desk.parts.alarms.unseen) == (1, (418,))
    verb(desk, "volgende")
    assert (desk.stand.incident, desk.parts.alarms.unseen) == (418, (418,))


def test_what_stood_there_before_does_not_ring() -> None:
    """A board that is coming in sounds nothing, and what asks on it stands there."""
    rig = Rig()
    desk = rig.desk()
    rig.open(1, priority=1)
    rig.welcome()
    assert (rig.rang, desk.parts.alarms.rows) == (0, (1,))


def test_an_own_melding_is_selected_when_it_is_there() -> None:
    """Whoever opens a melding goes on with it."""
    rig, desk = town()
    type_keys(desk, ":nieuw 2 brand @ Markt 5")
    desk.press("enter", None)
    assert isinstance(rig.wishes[0], OpenIncident)
    rig.open(418, "brand")
    rig.done(418)
    assert desk.stand.incident == 418


def test_the_filter_narrows_and_escape_ends_it() -> None:
    """Typing filters as one goes; the first that fits is selected; escape shows all again."""
    _, desk = town()
    type_keys(desk, "/kerk")
    assert ([each.number for each in listing(desk.context())], desk.stand.incident) == ([417], 417)
    desk.press("escape", None)
    assert len(listing(desk.context())) == 3


def test_what_a_role_may_not_is_said_and_not_sent() -> None:
    """An observer's verb sends nothing and says why."""
    rig, desk = town(Role.OBSERVER)
    letter(desk, "i")
    verb(desk, "instappen 415")
    assert rig.wishes == []
    assert "Uw rol mag dit niet" in desk.parts.notices.now.text


def test_looking_back_keeps_its_place() -> None:
    """Entries that come in while one reads back are counted, and End goes to them."""
    rig, desk = town()
    for text in ("een", "twee"):
        rig.happen(LineSpoken(incident=415, text=Text(text)))
    desk.press("enter", None)
    desk.press("up", None)
    rig.happen(LineSpoken(incident=415, text=Text("drie")))
    assert (desk.stand.panel, desk.stand.entry, desk.stand.read) == (Where.LINE, 2, 2)
    desk.press("end", None)
    assert desk.stand.entry is None


def test_tab_goes_round() -> None:
    """Four panels, both ways."""
    _, desk = town()
    panels = []
    for _ in range(4):
        desk.press("tab", None)
        panels.append(desk.stand.panel)
    assert panels == [Where.UNITS, Where.MAP, Where.LINE, Where.BOARD]


@pytest.mark.parametrize("key", ["ctrl+down", "f2", "f5", "f7", "f8", "f9", "f10", "enter", "ctrl+up", "end"])
def test_an_empty_board_harms_nothing(key: str) -> None:
    """Every key can be pressed before anything is known."""
    rig = Rig()
    desk = rig.desk()
    for panel in (Where.BOARD, Where.UNITS, Where.MAP, Where.LINE):
        desk.stand.panel, desk.stand.field = panel, None
        desk.press(key, None)
        desk.press("escape", None)
        deed(desk, 1)
        letter(desk, "i")
        desk.press("escape", None)
        letter(desk, "V")
        desk.press("escape", None)
    assert rig.wishes == []


def test_follow_and_let_go() -> None:
    """The map follows what is selected, and lets go at the same key."""
    rig, desk = town()
    rig.move((1, point(10, 10)))
    desk.stand.unit = 1
    letter(desk, "V")
    assert desk.parts.chart.following is not None
    letter(desk, "V")
    assert desk.parts.chart.following is None


def test_what_lies_with_the_server_is_asked_for() -> None:
    """Searching and looking back ask for a document; the melding that is selected goes along."""
    rig, desk = town()
    type_keys(desk, ":zoek fiets plaats:Markt")
    desk.press("enter", None)
    letter(desk, "E")
    assert rig.opened == ["search?text=fiets&place=Markt", "near/415"]


def test_a_board_that_stays_another_one_than_the_servers_is_said() -> None:
    """In words that stay until somebody pressed a key: whoever decides by this board must know."""
    rig, desk = town()
    rig.store.take(StillDrifted(seq=5))
    assert desk.parts.notices.now.weighs
    assert desk.parts.notices.now.text == desk.say("desk-still-drifted")
