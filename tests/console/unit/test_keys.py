"""How the foot of a unit's screen looks."""

from hypothesis import given
from hypothesis import strategies as st

from console.paint.row import Row, width_of
from console.texts.texts import Texts
from console.unit.keys import MOST_ROWS, Ask, KeysView, draw_keys, key_rows
from protocol.model.unit_status import UnitStatus

SAY = Texts("nl", strict=True).say
NUMBERS = ((1, UnitStatus.AVAILABLE), (2, UnitStatus.EN_ROUTE), (3, UnitStatus.ON_SCENE))


def texts(rows: list[Row]) -> list[str]:
    """The rows as text."""
    return [row.text.rstrip() for row in rows]


def test_the_status_is_in_brackets_and_the_offered_one_asks() -> None:
    """Not by colour alone."""
    view = KeysView(numbers=NUMBERS, status=UnitStatus.EN_ROUTE, offered=UnitStatus.ON_SCENE)
    assert texts(draw_keys(view, SAY, width=60))[-1] == " 1 beschikbaar 2[aanrijdend] 3 ter plaatse?"


def test_a_status_without_a_number_is_told_all_the_same() -> None:
    """One is given it; nobody presses it."""
    view = KeysView(numbers=NUMBERS, status=UnitStatus.ASSIGNED)
    assert texts(draw_keys(view, SAY, width=60))[-1].startswith(" [uitgegeven] 1 beschikbaar")


def test_on_which_melding_a_digit_sets_the_status_stands_before_the_digits() -> None:
    """Also on the smallest screen, with every number of the radio behind it."""
    numbers = (*NUMBERS, (5, UnitStatus.UNAVAILABLE))
    view = KeysView(numbers=numbers, status=UnitStatus.ASSIGNED, whose="op 417:", whose_short="op 417:")
    (*_, row) = texts(draw_keys(view, SAY, width=60))
    assert row == " op 417: [uitgeg] 1 beschikb 2 aanrijd 3 ter pl 5 niet inz"


@given(st.lists(st.text(max_size=80), max_size=6), st.integers(10, 130))
def test_the_foot_takes_the_rows_that_it_says(words: list[str], width: int) -> None:
    """What presses most is always there; nothing is wider than the screen."""
    asks = tuple(Ask(key="k", words=each) for each in words)
    rows = draw_keys(KeysView(asks=asks, numbers=NUMBERS), SAY, width=width)
    assert len(rows) == key_rows(asks, width) <= MOST_ROWS + 1
    assert all(width_of(row.spans) <= width for row in rows)
    assert not asks or " k " in rows[0].text
