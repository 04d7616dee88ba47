"""The names of streets on the map."""

from hypothesis import given
from hypothesis import strategies as st

from console.chart.naming import MOST_CELLS
from console.chart.streets import town
from console.chart.under import Name
from console.chart.viewport import Viewport
from console.paint.text import cells
from protocol.map.piece import Stroke, StrokeKind
from protocol.model.point import to_grid
from tests.console.rig import CENTRE
from tests.console.town import atlas_of, square, stroke

WIDTH, HEIGHT = 80, 24
LAT, LON = to_grid(CENTRE)


def names(*strokes: Stroke, cell_m: float = 32.0) -> list[Name]:
    """Those that found a place."""
    view = Viewport(centre=CENTRE, cell_m=cell_m)
    return list(town(atlas_of(*strokes), view, WIDTH, HEIGHT).names)


def texts(*strokes: Stroke, cell_m: float = 32.0) -> list[str]:
    """The words of those that found a place."""
    return [name.text.strip() for name in names(*strokes, cell_m=cell_m)]


@given(
    st.lists(
        st.builds(
            Stroke,
            kind=st.sampled_from(StrokeKind),
            name=st.sampled_from(["Markt", "Kerkstraat", "Van der Duyn van Maasdamlaan", "橋通り"]),
            points=st.lists(
                st.tuples(st.integers(LAT - 500, LAT + 500), st.integers(LON - 900, LON + 900)),
                min_size=2,
                max_size=4,
            ).map(tuple),
        ),
        min_size=1,
        max_size=12,
    ).map(tuple),
    st.sampled_from([4.0, 16.0, 64.0]),
)
def test_no_name_covers_another_or_leaves_the_map(strokes: tuple[Stroke, ...], cell_m: float) -> None:
    """Every cell belongs to one name at most, and the last row to the scale."""
    used: set[tuple[int, int]] = set()
    for name in names(*strokes, cell_m=cell_m):
        taken = {(name.x + at, name.y) for at in range(name.count)}
        assert name.count == cells(name.text) <= MOST_CELLS + 2
        assert not taken & used
        assert all(0 <= x < WIDTH and 0 <= y < HEIGHT - 1 for x, y in taken)
        used |= taken


def test_a_street_too_short_for_its_name_has_none() -> None:
    """The name would say more than the street."""
    assert texts(stroke(StrokeKind.MAIN, (0, 0), (60, 0), name="Burgemeesterslaan")) == []


def test_main_streets_are_named_before_others() -> None:
    """Where there is room for one name, it is that of the main street."""
    street = stroke(StrokeKind.STREET, (-400, 10), (400, 10), name="Steeg")
    main = stroke(StrokeKind.MAIN, (-400, 0), (400, 0), name="Rijksweg")
    assert texts(street, main)[0] == "Rijksweg"


def test_streets_are_named_when_one_is_near() -> None:
    """From afar only main streets carry names."""
    street = stroke(StrokeKind.STREET, (-900, 200), (900, 200), name="Steeg")
    main = stroke(StrokeKind.MAIN, (-900, -200), (900, -200), name="Rijksweg")
    assert (texts(street, main, cell_m=64), sorted(texts(street, main))) == (
        ["Rijksweg"],
        ["Rijksweg", "Steeg"],
    )


def test_a_street_of_two_kinds_has_one_name() -> None:
    """It narrows half-way and is the same street."""
    wide = stroke(StrokeKind.THROUGH, (-500, 0), (0, 0), name="Schieweg")
    narrow = stroke(StrokeKind.STREET, (0, 0), (500, 0), name="Schieweg")
    assert texts(wide, narrow) == ["Schieweg"]


def test_a_neighbourhood_is_named_in_its_middle() -> None:
    """Not on its edge, where nobody would know which side is meant."""
    (name,) = names(stroke(StrokeKind.AREA, *square(500), name="Voorhof"))
    assert name.text == " VOORHOF "
    assert abs(name.x + name.count // 2 - WIDTH // 2) <= 2
    assert abs(name.y - HEIGHT // 2) <= 2


def test_a_neighbourhood_that_is_half_in_view_keeps_its_name_where_it_belongs() -> None:
    """The middle is that of all of it: seen from beside, its name moves out of view, not along the edge."""
    half = stroke(StrokeKind.AREA, *square(1_600, -900, 0), name="Voorhof")
    assert texts(half) == []
