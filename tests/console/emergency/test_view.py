"""How the emergency of a colleague looks."""

import pytest
from attrs import evolve

from console.emergency.view import Call, EmergencyView, banner_rows, draw_emergency
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


OTHER = evolve(
    CALL, unit=2, call_sign="12.06", incident=419, where="Markt 1", away_m=None, nearest="12.07", nearest_m=90
)


def draw(view: EmergencyView, width: int, screen: int) -> list[str]:
    """The banner on a screen of so many rows."""
    rows = draw_emergency(view, SAY, width=width, height=banner_rows(view, screen))
    assert {row.ground for row in rows} <= {Ground.ALARM}
    return [row.text for row in rows]


def test_who_where_and_how_far_stand_by_name_with_the_way_to_answer() -> None:
    """Who was warned, who answered, and both keys."""
    view = EmergencyView(calls=(CALL,), asks=True, name="anna")
    assert [row.strip() for row in draw(view, 100, 24)] == [
        "▲▲▲  NOOD 12.05  Havenkade 3 (417) · 600m van u · 03:12:09 · melding 418",
        "nog door niemand beantwoord · gewaarschuwd: 12.03, 12.04",
        "Ctrl+G  ik heb 12.05 gehoord (anna)   Ctrl+N  lijn, kaart, wie kan",
    ]


def test_each_is_there_by_name_with_place_and_distance() -> None:
    """Two at once too; the room reads who is nearest. Never how many more there are."""
    rows = draw(EmergencyView(calls=(CALL, OTHER), asks=True), 80, 24)
    assert any("12.05" in row and "Havenkade 3" in row and "600m" in row for row in rows)
    assert any("12.06" in row and "Markt 1" in row and "12.07 90m" in row for row in rows)
    assert not any("+1" in row for row in rows)


@pytest.mark.parametrize("count", [1, 2, 3, 5, 9])
@pytest.mark.parametrize(("width", "screen"), [(60, 20), (80, 24), (120, 40), (160, 48), (20, 6)])
def test_it_takes_at_most_a_third_and_keeps_the_way_to_answer(width: int, screen: int, count: int) -> None:
    """However many, however small; nothing is wider than the screen."""
    calls = tuple(evolve(CALL, unit=n, call_sign=f"12.{n:02}") for n in range(1, count + 1))
    view = EmergencyView(calls=calls, asks=True, name="anna")
    rows = draw_emergency(view, SAY, width=width, height=banner_rows(view, screen))
    assert len(rows) == banner_rows(view, screen) <= screen // 3
    assert all(width_of(row.spans) <= width for row in rows)
    assert "Ctrl+G" in rows[-1].text
    assert "12.01" in rows[0].text


def test_more_than_fit_take_turns_and_the_one_that_the_key_answers_stays() -> None:
    """Each is in view by name within as many turns."""
    calls = tuple(evolve(CALL, unit=n, call_sign=f"12.{n:02}") for n in range(1, 10))
    seen: set[str] = set()
    for turn in range(4):
        rows = draw(EmergencyView(calls=calls, asks=True, turn=turn), 80, 20)
        assert "12.01" in rows[0]
        seen |= {call.call_sign for call in calls if any(call.call_sign in row for row in rows)}
    assert seen == {call.call_sign for call in calls}


def test_it_flashes_by_sign_and_ground_alone() -> None:
    """Every other second, also without colours."""
    steady, flash = (
        draw(EmergencyView(calls=(CALL,), asks=True, flash=flash), 80, 24) for flash in (False, True)
    )
    assert ("▲▲▲" in steady[0], "△△△" in flash[0]) == (True, True)
    assert steady[1:] == flash[1:]


def test_the_list_has_a_digit_for_each_deed_of_each() -> None:
    """A unit goes there itself; the room sees who could."""
    (*_, room) = draw(EmergencyView(calls=(CALL, OTHER), asks=True, lists=True), 120, 40)
    assert room == " 12.05 1 lijn 2 kaart 3 wie 12.06 4 lijn 5 kaart 6 wie"
    (*_, unit) = draw(EmergencyView(calls=(CALL,), asks=True, lists=True, may_send=False), 120, 40)
    assert unit == " 12.05 1 lijn 2 kaart 3 ik ga"
    (*_, small) = draw(EmergencyView(calls=(CALL, OTHER, OTHER), asks=True, lists=True), 60, 20)
    assert small == " 12.05 1 lijn 2 kaart 3 wie 12.06 4-6 12.06 7-9"


def test_one_row_once_it_was_answered_here() -> None:
    """It stays in view until it is ended; several take turns, each by name."""
    view = EmergencyView(calls=(CALL, OTHER))
    (first,) = draw(view, 100, 24)
    (second,) = draw(evolve(view, turn=1), 100, 24)
    assert first.startswith(" ▲▲▲ NOOD 12.05 · Havenkade 3 (417) · 600m van u · nog door niemand beantw…")
    assert second.startswith(" ▲▲▲ NOOD 12.06 · Markt 1 · 12.07 90m")
    assert first.rstrip().endswith("418")


def test_nothing_without_a_colleague_in_need() -> None:
    """No row at all."""
    assert banner_rows(EmergencyView(), 24) == 0
    assert draw_emergency(EmergencyView(), SAY, width=80, height=8) == []
