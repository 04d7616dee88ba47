"""Who has what was said (A40)."""

import pytest

from console.line.marks import mark_spans, named_entry, receipt
from protocol.model.entry import CardKind, Entry, EntryKind
from protocol.model.text import Name, Text
from tests.console.lined import has
from tests.console.rig import START, Rig


def entry(id: int = 3, by: str = "anna", **more: object) -> Entry:
    """An entry of the line."""
    return Entry(id=id, at=START, by=Name(by), text=Text("x"), kind=EntryKind.SPOKEN, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rows", "sign"),
    [
        ([], "○"),
        ([has("bert", delivered=3)], "✓ 1/2"),
        ([has("bert", delivered=3), has("carl", delivered=2)], "✓ 1/2"),
        ([has("bert", delivered=3, read=3), has("carl", delivered=3)], "✓"),
        ([has("bert", delivered=3, read=3), has("carl", delivered=4, read=4)], "✓✓"),
    ],
)
def test_the_sign_says_how_far_it_came(rows: list, sign: str) -> None:  # type: ignore[type-arg]
    """Two marks only once everybody else on the line has read it; whoever said nothing has nothing."""
    assert receipt(entry(), ["anna", "bert", "carl"], rows).sign == sign


def test_alone_on_a_line_there_is_nobody_to_have_it() -> None:
    """No mark where nobody else is."""
    assert receipt(entry(), ["anna"], []).sign == ""


def test_who_took_a_card_has_it() -> None:
    """Saying so counts, also from a console that tells no more."""
    card = entry(card=CardKind.VEHICLE, taken_by=(Name("bert"),))
    assert receipt(card, ["anna", "bert"], []).read == ("bert",)


def test_who_lacks_it_is_named() -> None:
    """By name, apart from those who only did not read it yet."""
    found = receipt(entry(), ["anna", "bert", "carl"], [has("bert", delivered=3)])
    text = "".join(part for part, _ in mark_spans(found, Rig().texts.say, named=True))
    assert text == " ✓ 1/2 nog niet gelezen: bert nog niet binnen: carl"
    assert "".join(part for part, _ in mark_spans(found, Rig().texts.say, named=False)) == " ✓ 1/2"


def test_names_are_told_of_the_newest_of_our_own() -> None:
    """Unless one stands on another entry."""
    entries = [entry(1), entry(2, "bert"), entry(4), entry(7, "bert")]
    assert named_entry(entries, "anna", None) == 4
    assert named_entry(entries, "anna", 2) == 2
    assert named_entry(entries, "dora", None) is None
