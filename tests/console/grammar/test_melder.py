"""A melder in one line."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.actions.problem import NotUnderstood
from console.grammar.melder import SaidMelder, read_melder
from console.grammar.words import Word
from protocol.model.melder import Melder, MelderKind
from protocol.model.text import Name


def said(text: str) -> SaidMelder:
    """What the line says."""
    return read_melder(Word(text=text, start=0, end=len(text)))


def melder(text: str) -> Melder:
    """Whom the line describes, where nothing else is known."""
    return said(text).alone()


@pytest.mark.parametrize(
    ("text", "kind", "name", "number", "call_back"),
    [
        ("mevr. De Boer 0612345678 terugbellen", MelderKind.CITIZEN, "mevr. De Boer", "0612345678", True),
        ("terugbellen 0612345678", MelderKind.CITIZEN, "", "0612345678", True),
        ("+31 6 1234 5678 Bos", MelderKind.CITIZEN, "Bos", "+31 6 1234 5678", False),
        ("partner GGD 088-1234567", MelderKind.PARTNER, "GGD", "088-1234567", False),
        ("Jansen van nr 12", MelderKind.CITIZEN, "Jansen van nr 12", "", False),
        ("burger", MelderKind.CITIZEN, "burger", "", False),
    ],
)
def test_each_part_is_known_by_its_look(
    text: str, kind: MelderKind, name: str, number: str, call_back: bool
) -> None:
    """A kind first, digits for the number, a word for calling back, and the rest is the name."""
    expected = Melder(kind=kind, name=Name(name), number=Name(number), call_back=call_back)
    assert expected == melder(text)


def test_what_is_not_said_is_left_out() -> None:
    """A number that comes later does not take the name away."""
    assert said("0612345678") == SaidMelder(number=Name("0612345678"))
    assert said("niet-terugbellen") == SaidMelder(call_back=False)


def test_a_name_has_an_end() -> None:
    """What does not fit is said, not cut."""
    with pytest.raises(NotUnderstood) as found:
        melder("x" * 101)
    assert found.value.problem.key == "problem-too-long"


@given(st.text(max_size=150))
def test_nothing_typed_can_crash_it(text: str) -> None:
    """Any words are a melder, or too long for one."""
    with suppress(NotUnderstood):
        found = melder(text)
        assert len(found.name) <= 100
        assert len(found.number) <= 30
