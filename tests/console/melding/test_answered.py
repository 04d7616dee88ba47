"""Reactions and promises as rows."""

from datetime import UTC, timedelta

from console.melding.answered import promise_rows, reaction_rows
from console.melding.labelled import Setting
from console.paint.tone import Tone
from protocol.facts.promises import PromiseBroken, Reacted
from protocol.model.reaction import ReactionKind
from protocol.model.terms import Terms
from protocol.model.text import Text
from tests.console.melding.test_letting_go import told
from tests.console.rig import Rig


def setting(rig: Rig, number: int = 417) -> Setting:
    """Wide enough for everything."""
    return Setting(
        incident=rig.board.incidents[number],
        now=rig.now,
        zone=UTC,
        terms=Terms(),
        say=rig.texts.say,
        width=120,
    )


def test_a_moved_promise_stays_visible_as_moved() -> None:
    """Struck through, with its reason, above the one that took its place (A14)."""
    first, second = promise_rows(setting(told()))
    assert "verzet" in first.text
    assert "eenheid later" in first.text
    assert Tone.STRUCK in {tone for _, tone in first.spans}
    assert "○ 25m" in second.text
    assert "anna → de Wit" in second.text


def test_a_broken_promise_says_why() -> None:
    """It counts down no longer."""
    rig = told()
    rig.later(3_600)
    assert "✖ +35m" in promise_rows(setting(rig))[1].text
    rig.happen(PromiseBroken(incident=417, promise=2, why=Text("geen eenheid")))
    assert "geen eenheid" in promise_rows(setting(rig))[1].text


def test_that_nobody_reacted_is_said() -> None:
    """By shape and tone."""
    rig = Rig()
    rig.open(1)
    (row,) = reaction_rows(setting(rig, 1))
    assert ("◆ nog geen reactie", Tone.BAD) in row.spans


def test_an_agreed_delay_shows_when_it_returns() -> None:
    """With the melder's agreement."""
    rig = Rig()
    rig.open(1)
    due = rig.now + timedelta(minutes=30)
    rig.happen(Reacted(incident=1, kind=ReactionKind.AGREED_LATER, agreed=True, due=due), by="anna")
    (row,) = reaction_rows(setting(rig, 1))
    assert "later" in row.text
    assert "✔ melder akkoord ↩ 03:30" in row.text
