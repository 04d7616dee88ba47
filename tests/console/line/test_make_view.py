"""What the speaking row and the line panel are told to show."""

from datetime import UTC

from console.desk.desk import Desk
from console.line.speak_bar import draw_speak
from console.paint.tone import Ground
from protocol.facts.contact import ContactClosed, SteppedIn
from protocol.model.line_kind import LineKind
from tests.console.line.test_lines import desk_of
from tests.console.lined import put_through
from tests.console.rig import type_keys
from tests.console.shown import line_view, speak_view


def prompt(desk: Desk) -> tuple[str, Ground]:
    """The speaking row."""
    (row,) = draw_speak(speak_view(desk), width=100)
    return row.text.rstrip(), row.ground


def test_the_prompt_says_who_hears_it() -> None:
    """Nobody, the melder or the colleagues: in words and in the ground of the row."""
    rig = put_through()
    desk = desk_of(rig)
    listening = prompt(desk)
    rig.happen(SteppedIn(incident=417), by="anna")
    talking = prompt(desk)
    desk.press("o", "o")
    desk.press("o", "o")
    desk.press("enter", None)
    assert listening == (
        " ☎ 417 niemand hoort u · u luistert mee · ; praat mee · o collega's",
        Ground.MELDER,
    )
    assert talking == (
        " ☎ 417 AAN DE MELDER » Enter: spreken tegen de melder · ; luistert weer",
        Ground.MELDER_TALKS,
    )
    assert prompt(desk) == (" 417 aan collega's »", Ground.FIELD)


def test_who_is_not_on_the_contact_line_is_told_the_key() -> None:
    """Off the line, and after it was closed, the row says what one can do."""
    rig = put_through()
    rig.happen(ContactClosed(incident=417), by="anna")
    desk = desk_of(rig)
    desk.parts.lines.show(417, LineKind.CONTACT)
    assert prompt(desk)[0] == " » Er is geen contactlijn open. Toets c verbindt de melder door."


def test_words_under_way_stand_on_the_line_to_which_they_go() -> None:
    """What waits for an answer is shown where it was said, and nowhere else."""
    rig = put_through()
    rig.happen(SteppedIn(incident=417), by="anna")
    desk = desk_of(rig)
    desk.press("o", "o")
    desk.press("enter", None)
    type_keys(desk, "hallo")
    desk.press("enter", None)
    desk.press("escape", None)
    rig.later(2)
    to_melder = line_view(desk, UTC).under_way
    desk.apply(desk.parts.lines.switch(desk.context()))
    assert (to_melder, line_view(desk, UTC).under_way) == (("hallo",), ())
