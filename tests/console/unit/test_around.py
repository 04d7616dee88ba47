"""How what goes on near a unit looks."""

import pytest

from console.paint.row import Row
from console.texts.texts import Texts
from console.unit.around import AroundView, Near, draw_around
from protocol.model.priority import Priority
from protocol.model.unit_status import UnitStatus

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
