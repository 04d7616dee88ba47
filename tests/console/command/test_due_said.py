"""When something that was just promised is due."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from console.command.due_said import due_said
from console.texts.texts import Texts
from protocol.commands.incidents import ChangeWhat
from protocol.commands.promises import MakePromise, MovePromise, React
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NL, EN = Texts("nl", strict=True), Texts("en", strict=True)


def utc(text: str) -> datetime:
    """That moment."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "due", "said"),
    [
        ("2026-11-21T12:00", "2026-11-21T12:20", "vandaag 13:20, over 20 min"),
        ("2026-11-21T12:00", "2026-11-21T15:30", "vandaag 16:30, over 3 u 30 min"),
        ("2026-11-21T12:00", "2026-11-22T08:00", "morgen 09:00, over 20 u 0 min"),
        ("2026-11-21T12:00", "2026-11-24T08:00", "dinsdag 24-11 09:00, over 2 dagen"),
        ("2026-10-25T00:10", "2026-10-25T00:30", "vandaag 02:30, over 20 min"),
        ("2026-10-25T00:10", "2026-10-25T01:30", "vandaag 02:30, over 1 u 20 min"),
        ("2026-12-31T22:58", "2027-01-01T08:00", "morgen 09:00, over 9 u 2 min"),
        ("2026-12-30T12:00", "2027-01-02T08:00", "zaterdag 02-01-2027 09:00, over 2 dagen"),
    ],
)
def test_the_day_the_hour_and_how_long_that_is(now: str, due: str, said: str) -> None:
    """So that the hour that comes twice, and another day than meant, are seen at once."""
    promise = MakePromise(
        incident=1, what=Text("bellen"), due=utc(due), from_whom=Name("anna"), to_whom=Name("x")
    )
    assert due_said(promise, utc(now), NL, AMSTERDAM) == said


def test_whatever_has_a_moment_to_come_says_it() -> None:
    """A promise that is moved, and a reaction that is agreed for later; nothing else."""
    now, due = utc("2026-11-21T12:00"), utc("2026-11-21T12:20")
    moved = MovePromise(incident=1, promise=1, due=due, why=Text("file"))
    assert due_said(moved, now, EN, AMSTERDAM) == "today 13:20, in 20 min"
    later = React(incident=1, kind=ReactionKind.AGREED_LATER, due=due)
    assert due_said(later, now, EN, AMSTERDAM) == "today 13:20, in 20 min"
    assert due_said(React(incident=1, kind=ReactionKind.UNIT_NOW), now, EN) == ""
    assert due_said(ChangeWhat(incident=1, what=Name("x")), now, EN) == ""
