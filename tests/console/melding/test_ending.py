"""What is missing, and what is there, when a melding is let go."""

from console.melding.ending import end_rows, guard_rows
from protocol.facts.letting_go import (
    CitizenGoesOn,
    EndChecked,
    FeedbackGiven,
    HandoverAcknowledged,
    HandoverOffered,
)
from protocol.facts.promises import Reacted
from protocol.model.letting_go import CitizenView
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from tests.console.melding.test_answered import setting
from tests.console.rig import Rig


def test_each_missing_thing_has_its_number() -> None:
    """In the order in which one would do it."""
    rig = Rig()
    rig.open(1)
    rows = guard_rows(setting(rig, 1), keys=True)
    assert [row.text[:4] for row in rows[1:]] == ["  1 ", "  2 ", "  3 ", "  4 "]


def test_when_nothing_is_missing_it_says_so() -> None:
    """Then there is nothing to press but the closing itself."""
    rig = Rig()
    rig.open(1)
    rig.happen(Reacted(incident=1, kind=ReactionKind.UNIT_NOW))
    rig.happen(CitizenGoesOn(incident=1, why=Text("buren helpen")))
    rig.happen(EndChecked(incident=1, citizen=CitizenView.AGREES), by="12.03")
    rig.happen(FeedbackGiven(incident=1, text=Text("verteld"), given=True))
    (row,) = guard_rows(setting(rig, 1), keys=True)
    assert "✔ Niets ontbreekt" in row.text
    text = "\n".join(row.text for row in end_rows(setting(rig, 1)))
    assert "buren helpen" in text
    assert "✔ 12.03 · de burger is akkoord" in text
    assert "✔ verteld" in text


def test_a_handover_waits_for_its_acknowledgement() -> None:
    """Offered is not taken (A42)."""
    rig = Rig()
    rig.open(1)
    rig.happen(HandoverOffered(incident=1, taker=Name("GGZ"), packet=Text("wat wij weten")))
    assert "nog niet bevestigd" in end_rows(setting(rig, 1))[0].text
    rig.happen(HandoverAcknowledged(incident=1))
    assert "GGZ ✔ 03:00" in end_rows(setting(rig, 1))[0].text
