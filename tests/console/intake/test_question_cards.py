"""The question cards of the site."""

import json

from console.intake.form import CARD
from console.intake.question_cards import cards_in, questions_for
from protocol.commands.intake import AnswerQuestion
from protocol.model.text import Name, Text
from tests.console.rig import Rig, place, type_keys

ROW = {
    "code": "INB",
    "questions": [
        {"question": "weapons", "key": "w", "nl": "wapens", "en": "weapons", "kind": "weapon"},
        {"question": "direction", "key": "r", "nl": "vluchtrichting", "en": "direction", "kind": "direction"},
    ],
}


def test_questions_in_the_language_of_the_moment() -> None:
    """By code; another code has none; a line that is no card is left out."""
    cards = cards_in(f"nonsense\n[]\n{json.dumps(ROW)}\n".encode())
    assert [each.text for each in questions_for(cards, "INB", "nl")] == ["wapens", "vluchtrichting"]
    assert questions_for(cards, "", "nl") == ()


def test_the_questions_of_a_card_are_walked_to_and_an_answer_is_sent() -> None:
    """The card of the classification stands behind the fields; every question may be skipped."""
    rig = Rig()
    desk = rig.desk()
    rig.welcome()
    desk.cards = cards_in(json.dumps(ROW).encode())
    desk.press("f6", None)
    type_keys(desk, "inbraak @ Markt 1")
    desk.press("enter", None)
    rig.open(1, "inbraak", place("Markt 1"))
    rig.done(number=1)
    for _ in range(2):
        desk.press("tab", None)
    type_keys(desk, "INB")
    desk.press("tab", None)
    while desk.parts.intake.forms.now.at != CARD + "direction":
        desk.press("tab", None)
    type_keys(desk, "noord")
    desk.press("escape", None)
    assert rig.wishes[-1] == AnswerQuestion(incident=1, question=Name("direction"), text=Text("noord"))
