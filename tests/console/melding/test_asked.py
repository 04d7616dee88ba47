"""The question of a melding stands on its card, and under the line of whoever looks at it."""

from datetime import UTC

from console.melding.asked import question
from console.melding.view import draw_melding
from protocol.facts.incidents import PriorityChanged
from protocol.model.priority import Priority
from tests.console.rig import Rig, place
from tests.console.shown import melding_view, proposal_line

STABBED = "7 is nu prio 1 en heet nog burenruzie: wat is het nu? (wat)"


def test_what_rose_is_asked_on_the_card_and_under_the_line() -> None:
    """Before who could go, and until somebody says it."""
    rig = Rig()
    rig.open(7, "burenruzie", priority=4)
    rig.happen(PriorityChanged(incident=7, priority=Priority.P1))
    desk = rig.desk()
    rig.welcome()
    desk.select(7)
    assert proposal_line(desk, 120).text == STABBED
    rows = draw_melding(melding_view(desk, UTC, 100, 20), desk.say, width=100, height=20)
    assert any(f"? {STABBED}" in "".join(text for text, _ in row.spans) for row in rows)


def test_a_melding_without_a_place_asks_for_it() -> None:
    """With the verb that answers."""
    rig = Rig()
    rig.open(7, "brand", where=place(""))
    assert question(rig.board.incidents[7], rig.texts.say) == "7 heeft geen plaats: waar is het? (plaats)"


def test_nothing_is_asked_of_what_is_known() -> None:
    """No row, no words."""
    rig = Rig()
    rig.open(7)
    assert question(rig.board.incidents[7], rig.texts.say) == ""
