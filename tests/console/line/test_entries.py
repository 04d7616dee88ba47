"""How one entry of a timeline looks."""

from datetime import UTC, datetime
from typing import Any

import pytest

from console.line.entries import entry_rows, name_width
from console.paint.row import Row, width_of
from console.paint.tone import Ground, Tone
from console.texts.texts import Texts
from protocol.model.entry import CardKind, Entry, EntryKind
from protocol.model.text import Name, Text
from tests.console.rig import START

SAY = Texts("nl", strict=True).say


def entry(text: str = "achterom", **more: Any) -> Entry:
    """Anna's words at three o'clock."""
    return Entry(**{"id": 1, "at": START, "by": Name("anna"), "text": Text(text), **more})


def rows(given: Entry, width: int = 60, **more: Any) -> tuple[Row, ...]:
    """As drawn in UTC."""
    return entry_rows(given, width=width, names=4, zone=UTC, say=SAY, **more)


@pytest.mark.parametrize("kind", [kind for kind in EntryKind if kind is not EntryKind.CARD])
def test_every_way_in_has_a_sign_of_its_own(kind: EntryKind) -> None:
    """So that it can be told without colour."""
    others = [each for each in EntryKind if each not in (kind, EntryKind.CARD)]
    sign = rows(entry(kind=kind))[0].spans[3][0]
    assert sign.strip()
    assert sign not in [rows(entry(kind=each))[0].spans[3][0] for each in others]


def test_long_words_go_on_under_each_other_and_none_is_lost() -> None:
    """Within the width, behind the sign."""
    text = "achterom aanrijden en daar wachten op de hondengeleider uit het noorden"
    drawn = rows(entry(text), width=40)
    assert len(drawn) > 1
    assert all(width_of(row.spans) <= 40 for row in drawn)
    assert " ".join(row.spans[-1][0].strip() for row in drawn) == text


def test_struck_words_stay_readable_and_say_who_struck_them() -> None:
    """The words keep their place, in the tone of what does not count."""
    drawn = rows(entry(struck_by=Name("bert")))
    assert drawn[0].spans[-1] == ("achterom", Tone.STRUCK)
    assert SAY("line-struck", by="bert") in drawn[-1].text


def test_a_card_is_available_only_when_somebody_has_it() -> None:
    """Until then it is said that nobody does, and whether it came in time."""
    card: dict[str, Any] = {"kind": EntryKind.CARD, "card": CardKind.WARNING}
    waits = rows(entry(**card))[-1].text
    assert SAY("lines-card-nobody") in waits
    assert SAY("lines-card-late") in waits
    taken = rows(entry(**card, in_time=True, taken_by=(Name("12.03"),)))[-1].text
    assert SAY("lines-card-has", names="12.03") in taken
    assert SAY("lines-card-in-time") in taken


def test_the_entry_on_which_one_stands_lies_on_another_ground() -> None:
    """A stronger one while its panel has the keys."""
    assert {row.ground for row in rows(entry())} == {Ground.NORMAL}
    assert {row.ground for row in rows(entry(), chosen=True)} == {Ground.CHOSEN}
    assert {row.ground for row in rows(entry(), chosen=True, focused=True)} == {Ground.CURSOR}


def test_the_column_of_names_is_within_a_fifth_of_the_panel() -> None:
    """As wide as the widest name where there is room, never under four."""
    entries = [entry(by=Name("a")), entry(by=Name("de langste naam van allen"))]
    assert name_width(entries, 40) == 8
    assert name_width(entries, 200) == 16
    assert name_width(entries[:1], 200) == 4
    assert name_width([], 200) == 4


def test_a_line_of_another_day_says_its_day() -> None:
    """What was seen two days ago is not read as of today; the words stand under each other all the same."""
    now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    first, *below = rows(entry("achterom aanrijden en daar wachten"), now=now, width=40)
    assert first.spans[1][0] == "21-11 03:00 "
    assert rows(entry(), now=START)[0].spans[1][0] == rows(entry())[0].spans[1][0] == "03:00 "
    indent = width_of(first.spans) - len(first.spans[-1][0])
    assert below
    assert all(row.spans[0][0] == " " * indent for row in below)
