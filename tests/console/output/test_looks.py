"""The pen changes its look in the fewest characters, and ends up right."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given

from console.output.looks import BIT, PLAIN, Look, blank, look, transition
from tests.console.output.screens import looks


@given(before=looks(), after=looks())
def test_a_transition_arrives_where_a_fresh_start_does(before: Look, after: Look) -> None:
    """Whatever the pen wrote before, it then writes just as a pen that was reset and set anew."""
    changed, fresh = pyte.Screen(1, 1), pyte.Screen(1, 1)
    pyte.Stream(changed).feed(transition(None, before) + transition(before, after))
    pyte.Stream(fresh).feed(transition(None, after))
    assert fresh.cursor.attrs == changed.cursor.attrs
    assert len(transition(before, after)) <= len(transition(None, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (PLAIN, PLAIN, ""),
        (PLAIN, look(foreground="31"), "\x1b[31m"),
        (look(foreground="38;2;1;2;3", background="44"), look(foreground="31", background="44"), "\x1b[31m"),
        (look(attributes=BIT["bold"], foreground="31"), look(foreground="31"), "\x1b[22m"),
        (look(attributes=BIT["bold"] | BIT["dim"]), look(attributes=BIT["dim"]), "\x1b[0;2m"),
        (look(foreground="31", background="44"), PLAIN, "\x1b[m"),
        (None, PLAIN, "\x1b[m"),
    ],
)
def test_only_what_differs_is_written(before: Look | None, after: Look, expected: str) -> None:
    """Colours and attributes that stay are not repeated; a reset is used where it is shorter."""
    assert expected == transition(before, after)


def test_equal_looks_are_one() -> None:
    """A look is made once, so that screens can be compared by identity."""
    assert look(foreground="31") is look(foreground="31")


def test_a_blank_keeps_what_can_be_seen() -> None:
    """A space loses its text colour and boldness, unless a line through it or reversal shows them."""
    bold = look(attributes=BIT["bold"], foreground="31", background="44")
    underlined = look(attributes=BIT["bold"] | BIT["underline"], foreground="31")
    assert look(background="44") is blank(bold)
    assert underlined is blank(underlined)
    assert bold.shows_blank_as(look(background="44"))
    assert not underlined.shows_blank_as(PLAIN)


def test_a_link_cannot_carry_escapes() -> None:
    """An address with control characters is no link."""
    assert look(link="https://example.org/\x1b]0;owned\x07").link == ""
