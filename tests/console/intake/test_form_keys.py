"""Keys in the intake form."""

from console.intake.form import LINE
from console.intake.form_keys import choices_hint, paste_in_form
from tests.console.rig import Rig, place, type_keys


def test_the_choices_are_numbered_in_their_own_words() -> None:
    """In the language of the moment; a field of free text has none."""
    assert choices_hint("question", "en").startswith("1 urgent  2 urgent elsewhere")
    assert choices_hint("expects", "nl") == ""


def test_a_digit_in_free_text_is_a_digit() -> None:
    """Only a field with a choice takes it as one, and only while it is empty."""
    rig = Rig()
    desk = rig.desk()
    rig.welcome()
    desk.press("f6", None)
    type_keys(desk, "1 ruzie @ Markt 12")
    assert desk.parts.intake.forms.now.text(LINE) == "1 ruzie @ Markt 12"


def test_pasted_text_lands_in_the_field() -> None:
    """Line breaks become blanks: nothing is sent by pasting."""
    rig = Rig()
    desk = rig.desk()
    rig.welcome()
    desk.press("f6", None)
    paste_in_form(desk.parts.intake.forms.now, "ruzie\n@ Markt")
    assert desk.parts.intake.forms.now.text(LINE) == "ruzie @ Markt"
    assert rig.wishes == []


def test_another_melding_nearby_can_be_picked() -> None:
    """Page keys walk through what may be the same, stopping at the ends."""
    rig = Rig()
    for number in (1, 2):
        rig.open(number, "ruzie", place("Markt 1"))
    desk = rig.desk()
    rig.welcome()
    desk.press("f6", None)
    type_keys(desk, "ruzie @ Markt")
    picked = []
    for key in ("pagedown", "pagedown", "pageup", "pageup"):
        desk.press(key, None)
        picked.append(desk.parts.intake.forms.now.picked)
    assert picked == [1, 1, 0, 0]
