"""Question cards: inherited from the higher level, one key a question, every mistake with its place."""

from pathlib import Path

import pytest

from server.classification.card import read_cards
from server.classification.classes import Class, ClassList
from server.toml_table import ConfigWrong

PATH = Path("cards.toml")


def _question(name: str, key: str, nl: str = "Wat?") -> str:
    return f'[[card.question]]\nquestion = "{name}"\nkey = "{key}"\nnl = "{nl}"\nen = "What?"\n'


ALL = "[[card]]\nlevel = []\n" + _question("description", "s") + _question("weapons", "w")
BEZIT = '[[card]]\nlevel = ["Bezit"]\n' + _question("goods", "g")
INBRAAK = '[[card]]\nlevel = ["Bezit", "Inbraak"]\n' + _question("weapons", "w", "Gereedschap?")


def test_a_lower_level_inherits() -> None:
    """Its own questions first; what it words anew is asked in its words."""
    cards = read_cards(PATH, (ALL + BEZIT + INBRAAK).encode())
    home, other = (
        Class(code="a", levels=("Bezit", "Inbraak", "Woning")),
        Class(code="b", levels=("Hulp",)),
    )
    assert [(each.question, each.nl) for each in cards.questions_of(home)] == [
        ("weapons", "Gereedschap?"),
        ("goods", "Wat?"),
        ("description", "Wat?"),
    ]
    assert [each.question for each in cards.questions_of(other)] == ["description", "weapons"]
    shown = list(cards.shown(ClassList(classes=(other,))))
    assert shown[0]["code"] == "b"
    assert shown[0]["questions"][0] == {
        "question": "description",
        "key": "s",
        "nl": "Wat?",
        "en": "What?",
        "kind": "text",
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[card]]\n", r"cards.toml:1: card.level"),
        ('[[card]]\nlevel = ["a", "b", "c", "d"]\n', "cards.toml:2: card.level"),
        (ALL + ALL, "a level that has no card yet"),
        ('[[card]]\nlevel = ["a"]\n', "card.question: expected at least one"),
        ("[[card]]\nlevel = []\n" + _question("Wat", "s"), r"question \(card 1\)"),
        ("[[card]]\nlevel = []\n" + _question("wat", "ss"), r"key \(card 1\)"),
        ("[[card]]\nlevel = []\n" + _question("wat", "s") + 'kind = "smell"\n', r"kind \(card 1\)"),
        (
            "[[card]]\nlevel = []\n" + _question("wat", "s") + _question("wie", "s"),
            "one question for key 's'",
        ),
        (ALL + '[[card]]\nlevel = ["Bezit"]\n' + _question("wie", "w"), "wie and weapons"),
        ("[[card]]\nlevel = []\n" + _question("wat", "s") * 2, "each question once"),
        ("[[cards]]\n", "cards.toml:1: cards"),
    ],
)
def test_a_mistake_says_where_and_what(text: str, words: str) -> None:
    """A key that two questions want would ask the wrong one."""
    with pytest.raises(ConfigWrong, match=words):
        read_cards(PATH, text.encode())
