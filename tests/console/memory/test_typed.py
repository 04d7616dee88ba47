"""What is typed and not sent, as a value."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from console.memory.typed import NOTHING, HalfForm, Typed, TypedIn, TypedLine, unsent_texts
from tests.console.memory.typings import AT, EXERCISE, LIVE, typings

LATER = AT + timedelta(hours=9)
DRAFT = TypedLine(typed_in=TypedIn.OPEN_LINE, number=7, text="rode jas", at=AT)
FORM = HalfForm(texts=(("open", "brand"), ("story", "rook")), sent=(("open", "brand"),), at=AT)


@given(typings(), typings())
def test_what_did_not_change_keeps_its_time(before: Typed, now: Typed) -> None:
    """And what did has the new one; nothing else of it changes."""
    dated = now.dated_after(before, LATER)
    assert [evolve(line, at=LATER) for line in dated.lines] == [evolve(each, at=LATER) for each in now.lines]
    assert [evolve(form, at=LATER) for form in dated.forms] == [evolve(each, at=LATER) for each in now.forms]
    if before.origin == now.origin:
        known = {evolve(line, at=LATER) for line in before.lines}
        assert all((line.at == LATER) != (evolve(line, at=LATER) in known) for line in dated.lines)
    assert now.dated_after(dated, LATER + timedelta(hours=1)) == dated


def test_the_same_words_in_another_history_are_other_words() -> None:
    """Their time begins there."""
    here = Typed(origin=LIVE, lines=(DRAFT,))
    dated = here.dated_after(Typed(origin=EXERCISE, lines=(DRAFT,)), LATER)
    assert dated.lines == (evolve(DRAFT, at=LATER),)


@given(typings(), st.integers(-3, 3))
def test_only_what_was_touched_since_is_left(typed: Typed, hours: int) -> None:
    """Each text by its own time, whatever else was typed later."""
    moment = AT + timedelta(hours=hours)
    left = typed.since(moment)
    assert left.lines == tuple(line for line in typed.lines if line.at >= moment)
    assert left.forms == tuple(form for form in typed.forms if form.at >= moment)
    assert left.origin == typed.origin


def test_what_was_sent_is_not_typed_any_more() -> None:
    """Of a form only the rest is."""
    assert unsent_texts(FORM) == ("rook",)
    assert Typed(lines=(DRAFT,), forms=(FORM,)).texts == ("rode jas", "rook")
    assert (NOTHING.empty, Typed(lines=(DRAFT,)).empty, Typed(forms=(FORM,)).empty) == (True, False, False)


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": 7},
        {"number": -1},
        {"number": "7"},
        {"typed_in": "open-line"},
        {"at": datetime(2026, 11, 21, 12, 0)},  # noqa: DTZ001 - a naive time is what must be refused
    ],
)
def test_a_line_is_valid_from_birth(wrong: dict[str, Any]) -> None:
    """A file that somebody spoilt makes no line of another kind."""
    with pytest.raises((TypeError, ValueError)):
        evolve(DRAFT, **wrong)


@pytest.mark.parametrize("texts", [(("a",),), (("a", 1),), [("a", "b")], (["a", "b"],)])
def test_a_form_is_valid_from_birth(texts: object) -> None:
    """Its fields are pairs of name and text."""
    with pytest.raises((TypeError, ValueError)):
        HalfForm(texts=texts, at=datetime.now(UTC))  # type: ignore[arg-type]
