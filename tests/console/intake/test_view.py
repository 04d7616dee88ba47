"""The intake form as rows."""

import pytest
from attrs import evolve

from console.field.edit import holding
from console.intake.view import EarlierView, FieldView, FormView, NearView, PlaceView, draw_form
from console.paint.row import width_of
from console.texts.texts import Texts
from tests.console.rig import Rig

SAY = Texts("nl", strict=True).say


def form(focused: int = 0) -> FormView:
    """Twenty fields and one melding nearby."""
    rig = Rig()
    rig.open(7, "ruzie " * 10)
    return FormView(
        title="Nieuwe melding",
        fields=tuple(
            FieldView(label=f"veld {place}", edit=holding("x" * place * 9), focused=place == focused)
            for place in range(20)
        ),
        near=(NearView(incident=rig.board.incidents[7], why=("plaats",), distance_m=120.0, age="3m"),),
        earlier=(
            EarlierView(number=3, day="12-03-2026", what="ruzie " * 9, place="Kade 1", why=("plaats",)),
        ),
    )


@pytest.mark.parametrize("width", [60, 80, 99, 100, 140])
def test_no_row_is_wider_than_the_panel(width: int) -> None:
    """Beside each other or below, long words are cut."""
    assert max(width_of(row.spans) for row in draw_form(form(), SAY, width=width, height=40)) <= width


@pytest.mark.parametrize("focused", [0, 9, 19])
def test_the_field_under_the_hand_is_in_view(focused: int) -> None:
    """Also when there are more fields than rows."""
    rows = draw_form(form(focused), SAY, width=80, height=10)
    assert any(f"veld {focused} " in row.text for row in rows)


def test_the_past_stands_below_what_is_on_the_board() -> None:
    """With its day; a form without a past has no heading for it."""
    rows = [row.text for row in draw_form(form(), SAY, width=140, height=40)]
    heading = next(place for place, text in enumerate(rows) if SAY("form-earlier-title") in text)
    assert "12-03-2026 3 ruzie" in rows[heading + 1]
    bare = draw_form(evolve(form(), earlier=()), SAY, width=140, height=40)
    assert not any(SAY("form-earlier-title") in row.text for row in bare)


def test_a_long_present_leaves_room_for_the_past() -> None:
    """What is picked stays in view."""
    one = form().near[0]
    many = evolve(form(), near=tuple(evolve(one, age=f"{place}m") for place in range(8)), picked=6)
    rows = [row.text for row in draw_form(many, SAY, width=80, height=60)]
    assert [text.split()[-1] for text in rows if "plaats 120m" in text] == ["5m", "6m"]
    assert any(SAY("form-earlier-title") in text for text in rows)


PLACES = tuple(
    PlaceView(name=f"Lange Kade {number}", kind="huisnummer", distance_m=300.0 * number)
    for number in range(1, 9)
)


def test_places_stand_below_the_first_line() -> None:
    """Each with its kind and how far it is; how to pick one is said until one is."""
    view = evolve(form(), places=PLACES)
    rows = [row.text for row in draw_form(view, SAY, width=80, height=20)]
    assert "veld 0 " in rows[1]
    assert [f"Lange Kade {number} " in rows[number + 1] for number in range(1, 9)] == [True] * 8
    assert "huisnummer 300m" in rows[2]
    assert SAY("form-places-keys") in rows[2]
    picked = [row.text for row in draw_form(evolve(view, place_picked=2), SAY, width=80, height=20)]
    assert [row.strip()[0] for row in picked[2:10]].index("►") == 2
    assert SAY("form-places-keys") not in "".join(picked)


@pytest.mark.parametrize(("width", "height"), [(60, 8), (80, 24), (140, 12)])
def test_places_never_push_what_is_wrong_off_the_panel(width: int, height: int) -> None:
    """The fields below give way; the last row says what is wrong."""
    view = evolve(form(), places=PLACES, problem="stuk")
    rows = draw_form(view, SAY, width=width, height=height)
    assert len(rows) <= height
    assert any("stuk" in row.text for row in rows)
    assert max(width_of(row.spans) for row in rows) <= width
