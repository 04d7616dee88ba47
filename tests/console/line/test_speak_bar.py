"""The row on which one speaks."""

import pytest

from console.field.edit import holding
from console.line.speak_bar import Hearers, SpeakView, draw_speak
from console.paint.row import width_of
from console.paint.tone import Ground
from protocol.model.text import Name


def drawn(view: SpeakView, width: int = 60) -> tuple[str, Ground]:
    """The text of the row, and what it lies on."""
    (row,) = draw_speak(view, width=width)
    return row.text, row.ground


def test_what_the_melder_hears_lies_on_a_ground_of_its_own() -> None:
    """Nobody speaks to a melder by mistake: the ground differs while nothing is typed, too."""
    grounds = {
        hearers: drawn(SpeakView(edit=holding(""), hearers=hearers, incident=1, prompt="melder"))[1]
        for hearers in Hearers
    }
    assert grounds[Hearers.MELDER] is Ground.MELDER_TALKS
    assert grounds[Hearers.NOBODY] is Ground.MELDER
    assert grounds[Hearers.LINE] is grounds[Hearers.COLLEAGUES] is Ground.FIELD


def test_a_draft_that_waits_stays_in_view_with_the_incident_it_is_for() -> None:
    """Instead of the hint, also while the keys are elsewhere."""
    assert "praat" in drawn(SpeakView(edit=holding(""), hint="praat", incident=417))[0]
    text, _ = drawn(SpeakView(edit=holding("achterom"), hint="praat", incident=417))
    assert "417" in text
    assert "achterom" in text
    assert "praat" not in text


def test_who_hears_it_stands_before_the_words() -> None:
    """By number and by name."""
    view = SpeakView(
        edit=holding("hallo"), focused=True, incident=417, hearers=Hearers.MELDER, prompt=Name("de Wit")
    )
    text, _ = drawn(view)
    assert text.index("417") < text.index("de Wit") < text.index("hallo")


@pytest.mark.parametrize("width", [24, 40])
def test_a_long_draft_is_never_wider_than_the_row(width: int) -> None:
    """Its end, where one types, is what shows."""
    view = SpeakView(edit=holding("woord " * 30 + "einde"), focused=True, incident=1)
    (row,) = draw_speak(view, width=width)
    assert width_of(row.spans) <= width
    assert "einde" in row.text
