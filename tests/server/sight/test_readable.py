"""What somebody may read afterwards of an incident's history."""

from datetime import UTC, datetime

import pytest

from protocol.change import Change
from protocol.facts.contact import ContactOpened, LinkOpened, Listening, MelderSaid, MelderTold
from protocol.facts.fact import Fact
from protocol.facts.incidents import PriorityChanged
from protocol.facts.timeline import EntryAdded, LineJoined, Whispered
from protocol.model.priority import Priority
from protocol.model.role import Role
from protocol.model.text import UNSEEN, Name, Text
from server.decide.actor import Actor
from server.sight.readable import Readable

AT = datetime(2026, 11, 21, 20, tzinfo=UTC)


def _story() -> list[Change]:
    told: list[tuple[str, Fact]] = [
        ("anna", EntryAdded(incident=1, text=Text("buurvrouw belt"))),
        ("anna", ContactOpened(incident=1, unit=Name("12.03"))),
        ("melder 1", MelderSaid(incident=1, text=Text("ik zit in de kast"))),
        ("12.03", MelderTold(incident=1, text=Text("wij komen eraan"))),
        ("bert", Listening(incident=1)),
        ("12.05", LineJoined(incident=1)),
        ("anna", Whispered(incident=1, text=Text("bekend adres"))),
        ("anna", PriorityChanged(incident=1, priority=Priority.P1)),
    ]
    return [Change(seq=seq, at=AT, by=Name(by), facts=(fact,)) for seq, (by, fact) in enumerate(told, 1)]


def _words(name: str, role: Role, *involved: str) -> list[str]:
    """Every text that this reader gets, and `-` for a word of which it only gets that it was said."""
    changes = _story()
    readable = Readable(Actor(name=Name(name), role=role), changes, involved)
    facts = [fact for change in changes for fact in readable.facts(change)]
    texts = [getattr(fact, "text", None) for fact in facts]
    return ["-" if text == UNSEEN else text for text in texts if text is not None]


LOG = "buurvrouw belt"
CONTACT = ["ik zit in de kast", "wij komen eraan"]
WHISPER = "bekend adres"


@pytest.mark.parametrize(
    ("name", "role", "involved", "texts"),
    [
        ("anna", Role.CENTRALIST, (), [LOG, *CONTACT, WHISPER]),
        ("bert", Role.CENTRALIST, (), [LOG, *CONTACT, WHISPER]),
        ("carla", Role.CENTRALIST, (), [LOG, "-", "-", WHISPER]),
        ("opco", Role.OPCO, (), [LOG, *CONTACT, WHISPER]),
        ("toezicht", Role.AUDITOR, (), [LOG, *CONTACT, WHISPER]),
        ("12.03", Role.UNIT, ("12.03",), [LOG, *CONTACT, WHISPER]),
        ("12.05", Role.UNIT, (), [LOG, "-", "-", WHISPER]),
        ("12.09", Role.UNIT, ("12.03",), ["-", "-"]),
    ],
)
def test_afterwards_each_reads_what_it_could_have_read_then(
    name: str, role: Role, involved: tuple[str, ...], texts: list[str]
) -> None:
    """Contact words for who was on the contact line and for who accounts for the shift; the log for the room
    and for units that were there (A49).
    """
    assert _words(name, role, *involved) == texts


def test_what_is_no_word_of_a_line_is_for_every_reader_of_the_police() -> None:
    """A priority is not said in confidence."""
    changes = _story()
    readable = Readable(Actor(name=Name("12.09"), role=Role.UNIT), changes, ())
    assert PriorityChanged(incident=1, priority=Priority.P1) in readable.facts(changes[-1])


@pytest.mark.parametrize("role", [Role.CENTRALIST, Role.OPCO, Role.AUDITOR])
def test_nobody_reads_the_key_of_the_page(role: Role) -> None:
    """With it one could write as the melder; that the page was opened is told."""
    opened = LinkOpened(incident=1, key=Name("k" * 32))
    changes = [*_story(), Change(seq=99, at=AT, by=Name("melder 1"), facts=(opened,))]
    readable = Readable(Actor(name=Name("anna"), role=role), changes, ())
    assert readable.facts(changes[-1]) == (LinkOpened(incident=1, key=Name(UNSEEN)),)
