"""Wishes about the log and the open line are valid from birth."""

from typing import Any

import pytest
from attrs import evolve

from protocol.commands.command import Command
from protocol.commands.timeline import (
    AddEntry,
    DismissPartner,
    InvitePartner,
    JoinLine,
    JoinLines,
    LeaveLine,
    PartLines,
    PushCard,
    Speak,
    StrikeEntry,
    TakeCard,
    Whisper,
)
from protocol.model.entry import CardKind
from protocol.model.line_kind import LineKind
from protocol.model.text import Name, Text

ADD = AddEntry(incident=1, text=Text("a"))
CARD = PushCard(incident=1, card=CardKind.WARNING, text=Text("bijtende hond"))
JOINED = JoinLines(incident=1, other=2)


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (ADD, "incident", 0),
        (ADD, "text", " "),
        (ADD, "text", "\ud800"),
        (StrikeEntry(incident=1, entry=3), "entry", 0),
        (Speak(incident=1, text=Text("hier")), "text", ""),
        (Whisper(incident=1, text=Text("hier")), "text", "x" * 2_001),
        (CARD, "card", 3),
        (TakeCard(incident=1, entry=3), "entry", True),
        (InvitePartner(incident=1, partner=Name("brandweer")), "partner", ""),
        (DismissPartner(incident=1, partner=Name("brandweer")), "partner", "x" * 201),
        (JOINED, "other", 0),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """Nobody says nothing on a line, and half a character cannot be stored."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})


@pytest.mark.parametrize(
    "wish",
    [ADD, CARD, JoinLine(incident=1), LeaveLine(incident=1), PartLines(incident=1)],
    ids=lambda wish: type(wish).__name__,
)
def test_what_is_wished_on_the_open_line_is_about_it(wish: Command) -> None:
    """Who may not be on that line may not wish it either."""
    [line] = wish.about().lines
    assert (line.incident, line.kind) == (1, LineKind.OPEN)


def test_making_two_lines_one_is_about_both() -> None:
    """Whoever may see only one of them has no say in it."""
    about = JOINED.about()
    assert about.incidents == (1, 2)
    assert [(line.incident, line.kind) for line in about.lines] == [(1, LineKind.OPEN), (2, LineKind.OPEN)]
