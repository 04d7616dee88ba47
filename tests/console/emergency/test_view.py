"""How the emergency of a colleague looks."""

import pytest

from console.emergency.view import Call, EmergencyView, draw_emergency
from console.paint.row import width_of
from console.paint.tone import Ground
from console.texts.texts import Texts

CALL = Call(
    unit=1,
    call_sign="12.05",
    incident=418,
    at="03:12:09",
    where="Havenkade 3 (417)",
    away_m=600,
    nearby=("12.03", "12.04"),
)
SAY = Texts("nl", strict=True).say


def test_the_whole_screen_is_an_alarm() -> None:
    """Who, where, how far, who was warned, who answered, and how to answer by name."""
    rows = draw_emergency(EmergencyView(calls=(CALL,), takes=True, name="anna"), SAY, width=60, height=17)
    assert {row.ground for row in rows} == {Ground.ALARM}
    assert [row.text.strip() for row in rows if row.text.strip()] == [
        "▲▲▲ NOODOPROEP ▲▲▲",
        "12.05",
        "Havenkade 3 (417)",
        "600m van u · 03:12:09 · melding 418",
        "In de buurt gewaarschuwd: 12.03, 12.04",
        "Nog door niemand beantwoord",
        "Enter · ik heb het gehoord (anna)",
    ]


@pytest.mark.parametrize("height", [2, 4, 8, 17, 40])
@pytest.mark.parametrize("width", [20, 60, 120])
def test_the_way_to_answer_is_on_every_screen(width: int, height: int) -> None:
    """However small: Enter stays, and nothing is wider than the screen."""
    rows = draw_emergency(
        EmergencyView(calls=(CALL,), takes=True, name="anna"), SAY, width=width, height=height
    )
    assert len(rows) == height
    assert all(width_of(row.spans) <= width for row in rows)
    assert any("Enter" in row.text for row in rows)


def test_one_row_once_it_was_answered() -> None:
    """It stays in view until it is ended."""
    view = EmergencyView(calls=(CALL,))
    (row,) = draw_emergency(view, SAY, width=80, height=1)
    assert row.text.startswith(" ▲▲▲ NOOD 12.05 600m · Nog door niemand beantwoord")
    assert row.text.rstrip().endswith("418 ▲▲▲")


def test_nothing_without_a_colleague_in_need() -> None:
    """No row at all."""
    assert draw_emergency(EmergencyView(), SAY, width=80, height=17) == []
