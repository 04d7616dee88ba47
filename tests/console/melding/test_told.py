"""What the intake learnt as rows."""

from console.melding.told import intake_rows, story_rows
from protocol.facts.intake import CaughtFlagged, DescriptionSent
from protocol.facts.promises import MelderOffered, MelderSpokenTo
from protocol.model.text import Name, Text
from tests.console.melding.test_answered import setting
from tests.console.melding.test_letting_go import told
from tests.console.rig import Rig


def text_of(rig: Rig) -> str:
    """All rows of the intake."""
    return "\n".join(row.text for row in (*intake_rows(setting(rig)), *story_rows(setting(rig))))


def test_class_source_question_and_melder() -> None:
    """Also that the melder wants to be called back."""
    text = text_of(told())
    assert "INB-W · 112 · spoed" in text
    assert "de Wit burger 0612345678 ↩ wil teruggebeld worden" in text
    assert "dat er iemand komt kijken" in text


def test_who_holds_the_melder_and_since_when() -> None:
    """Out of touch is marked, speaking ends that; an offer is no taking over (A17, A21)."""
    rig = told()
    rig.later(900)
    assert "bert ☏ sprak de melder 15m geleden" in text_of(rig)
    rig.happen(MelderSpokenTo(incident=417))
    rig.happen(MelderOffered(incident=417, to=Name("12.03")))
    assert "bert sprak de melder 0m geleden → gevraagd aan 12.03" in text_of(rig)


def test_the_clock_of_the_description() -> None:
    """Runs from heterdaad until it is out (A9)."""
    rig = told()
    rig.happen(CaughtFlagged(incident=417, caught=True))
    rig.later(120)
    assert "◆ signalement nog niet uit, 2m" in text_of(rig)
    rig.happen(DescriptionSent(incident=417, text=Text("rode jas")))
    assert "✔ signalement uit om 03:02" in text_of(rig)
