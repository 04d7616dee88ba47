"""How the parts of a unit's own screen look."""

from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.texts.texts import Texts
from console.widgets.own.around import AroundView, Near, draw_around
from console.widgets.own.keys import MOST_ROWS, Ask, KeysView, draw_keys, key_rows
from console.widgets.own.melding import OwnView, draw_own
from console.widgets.own.pair import PairView, draw_pair
from console.widgets.paint.row import Row, width_of
from protocol.facts import CardPushed, EntryStruck, PairSplit, StrengthenAsked, UnitAssigned
from protocol.model.entry import CardKind
from protocol.model.priority import Priority
from protocol.model.terms import Terms
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from tests.console.rig import Rig, place

SAY = Texts("nl", strict=True).say
NUMBERS = ((1, UnitStatus.AVAILABLE), (2, UnitStatus.EN_ROUTE), (3, UnitStatus.ON_SCENE))


def texts(rows: list[Row]) -> list[str]:
    """The rows as text."""
    return [row.text.rstrip() for row in rows]


def near(count: int) -> tuple[Near, ...]:
    """So many meldingen."""
    return tuple(
        Near(number=number, priority=Priority.P2, what="inbraak", place="Kade")
        for number in range(1, count + 1)
    )


def own(rig: Rig, height: int = 6) -> list[str]:
    """The melding of unit 1."""
    view = OwnView(
        incident=rig.board.incidents[1],
        units=rig.board.units,
        me=1,
        now=rig.now,
        zone=UTC,
        terms=Terms(),
        more="F8",
    )
    rows = draw_own(view, SAY, width=60, height=height)
    assert len(rows) <= height
    assert all(width_of(row.spans) <= 60 for row in rows)
    return texts(rows)


def sent() -> Rig:
    """12.01 on 1."""
    rig = Rig()
    rig.sign_on("12.01", "12.02")
    rig.open(1, "inbraak", place("Kade 3"))
    rig.happen(UnitAssigned(incident=1, unit=1))
    return rig


def test_warnings_stand_before_everything() -> None:
    """A card that warns, and no other; struck ones are gone."""
    rig = sent()
    rig.happen(CardPushed(incident=1, card=CardKind.ADDRESS, text=Text("drie meldingen eerder")))
    rig.happen(CardPushed(incident=1, card=CardKind.WARNING, text=Text("vuurwapen")))
    rig.happen(CardPushed(incident=1, card=CardKind.WARNING, text=Text("verkeerde woning")))
    rig.happen(EntryStruck(incident=1, entry=3))
    assert own(rig)[1:] == [" ⚠ LET OP  vuurwapen", " Ook erop     u bent de enige"]


def test_what_does_not_fit_is_counted() -> None:
    """With the key that shows it."""
    rig = sent()
    for number in range(9):
        rig.happen(CardPushed(incident=1, card=CardKind.WARNING, text=Text(f"kaart {number}")))
    assert own(rig, height=5)[-1] == " ▼ nog 7 regels · F8 alles"


def test_colleagues_who_ask_are_marked() -> None:
    """By a sign and a word, and the key stands on the row where one is."""
    asks = Near(
        number=417,
        priority=Priority.P3,
        what="inbraak",
        place="Kade",
        away_m=600,
        asked_by="12.05",
        words="twee",
    )
    view = AroundView(call_sign="12.01", status="vrij", on_duty=True, near=(asks,), selected=417, key="k")
    assert texts(draw_around(view, SAY, width=90, height=5))[1] == (
        " 417  ■3 ✚ 12.05 vraagt collega's: twee inbraak · Kade" + " " * 21 + "600m  k ik kom"
    )


@pytest.mark.parametrize("selected", [1, 5, 9])
def test_where_one_stands_is_in_view(selected: int) -> None:
    """However long the list."""
    view = AroundView(on_duty=True, near=near(9), selected=selected, key="k")
    rows = texts(draw_around(view, SAY, width=60, height=4))
    assert len(rows) == 4
    assert sum("ik kom" in row for row in rows) == 1


def test_off_duty_says_how_to_sign_on() -> None:
    """And nothing else."""
    rows = texts(
        draw_around(AroundView(call_sign="12.01", near=near(3), sign_on="a"), SAY, width=60, height=5)
    )
    assert rows[1:] == [" a meldt u aan; de opdracht staat dan klaar."]


def test_the_status_is_in_brackets_and_the_offered_one_asks() -> None:
    """Not by colour alone."""
    view = KeysView(numbers=NUMBERS, status=UnitStatus.EN_ROUTE, offered=UnitStatus.ON_SCENE)
    assert texts(draw_keys(view, SAY, width=60))[-1] == " 1 beschikbaar 2[aanrijdend] 3 ter plaatse?"


def test_a_status_without_a_number_is_told_all_the_same() -> None:
    """One is given it; nobody presses it."""
    view = KeysView(numbers=NUMBERS, status=UnitStatus.ASSIGNED)
    assert texts(draw_keys(view, SAY, width=60))[-1].startswith(" [uitgegeven] 1 beschikbaar")


@given(st.lists(st.text(max_size=80), max_size=6), st.integers(10, 130))
def test_the_foot_takes_the_rows_that_it_says(words: list[str], width: int) -> None:
    """What presses most is always there; nothing is wider than the screen."""
    asks = tuple(Ask(key="k", words=each) for each in words)
    rows = draw_keys(KeysView(asks=asks, numbers=NUMBERS), SAY, width=width)
    assert len(rows) == key_rows(asks, width) <= MOST_ROWS + 1
    assert all(width_of(row.spans) <= width for row in rows)
    assert not asks or " k " in rows[0].text


def test_a_call_on_the_pairs_line_stands_out() -> None:
    """By a sign and words; the other half, the distance and the key stand at the top."""
    rig = Rig()
    rig.sign_on("12.01")
    rig.happen(PairSplit(unit=1, other=2, call_sign=Name("12.01b")))
    rig.happen(StrengthenAsked(unit=2))
    view = PairView(
        zone=UTC,
        other="12.01b",
        status="vrij",
        away_m=240,
        words=rig.board.units[1].pair_words,
        key="\\",
    )
    rows = texts(draw_pair(view, SAY, width=60, height=5))
    assert rows[0].startswith(" maat 12.01b · 240m · vrij")
    assert rows[1] == " 03:00 12.01b ▲ kom versterken"
