"""The town as a picture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.chart.looks import LOOKS
from console.chart.streets import town
from console.chart.under import Under
from console.chart.viewport import Viewport, panned
from console.map.atlas import Atlas
from console.paint.row import width_of
from console.paint.tone import Tone
from protocol.map.piece import StrokeKind
from protocol.map.reach import Reach
from protocol.model.point import to_grid
from tests.console.rig import CENTRE, point
from tests.console.town import INDEX, atlas, atlas_of, square, stroke

WIDTH, HEIGHT = 60, 20
VIEW = Viewport(centre=CENTRE, cell_m=32.0)
WHOLE = atlas()


def text(under: Under) -> str:
    """What is shown where nothing moves."""
    return "\n".join(row.text for row in under.rows)


def dots(under: Under) -> int:
    """How many dots of braille are set."""
    return sum((ord(char) - 0x2800).bit_count() for char in "".join(under.chars) if char != " ")


@given(
    cell_m=st.sampled_from([4.0, 16.0, 32.0, 64.0, 256.0, 2_048.0]),
    east=st.floats(-60, 60),
    south=st.floats(-60, 60),
    width=st.integers(1, 90),
    height=st.integers(1, 40),
)
def test_a_picture_has_the_size_of_the_map(
    cell_m: float, east: float, south: float, width: int, height: int
) -> None:
    """Wherever one looks, at whatever zoom: so many rows of so many cells, in cells and as rows."""
    view = panned(Viewport(centre=CENTRE, cell_m=cell_m), columns=east, rows=south)
    under = town(WHOLE, view, width, height)
    assert [width_of(row.spans) for row in under.rows] == [width] * height
    assert {len(line) for line in under.chars} == {width}
    assert {len(line) for line in under.tones} == {width}


def test_a_pan_shows_the_same_streets_elsewhere() -> None:
    """Ten columns on, every cell stands ten columns further left: streets do not tremble."""
    before = town(WHOLE, VIEW, WIDTH, HEIGHT)
    after = town(WHOLE, panned(VIEW, columns=10, rows=0), WIDTH, HEIGHT)
    same = sum(old[10:] == new[:-10] for old, new in zip(before.chars, after.chars, strict=True))
    assert same >= HEIGHT - 2


def test_the_same_view_is_not_drawn_again() -> None:
    """Units drive over the picture that is there."""
    assert town(WHOLE, VIEW, WIDTH, HEIGHT) is town(
        WHOLE, Viewport(centre=CENTRE, cell_m=32.0), WIDTH, HEIGHT
    )


def test_detail_comes_with_the_zoom() -> None:
    """Far away only what is of level 0; paths only nearby."""
    far, near = (atlas_of(stroke(StrokeKind.PATH, (-300, 0), (300, 0)), level=3) for _ in range(2))
    assert dots(town(far, Viewport(centre=CENTRE, cell_m=32.0), WIDTH, HEIGHT)) == 0
    assert dots(town(near, Viewport(centre=CENTRE, cell_m=16.0), WIDTH, HEIGHT)) > 0


@pytest.mark.parametrize(
    ("thin", "thick"),
    [
        (StrokeKind.STREET, StrokeKind.MAIN),
        (StrokeKind.PATH, StrokeKind.STREET),
        (StrokeKind.RAIL, StrokeKind.STREET),
        (StrokeKind.WATERWAY, StrokeKind.STREET),
    ],
)
def test_kinds_differ_without_colours(thin: StrokeKind, thick: StrokeKind) -> None:
    """The same line has another number of dots: thick, whole, dashed or dotted."""
    counts = [
        dots(town(atlas_of(stroke(kind, (-300, 3), (300, 3))), VIEW, WIDTH, HEIGHT)) for kind in (thin, thick)
    ]
    assert counts[0] * 1.2 < counts[1]


def test_the_main_road_gives_a_crossing_its_tone() -> None:
    """Where a path crosses a motorway, the motorway is what one sees."""
    town_of = atlas_of(
        stroke(StrokeKind.MOTORWAY, (-300, 0), (300, 0)), stroke(StrokeKind.PATH, (0, -200), (0, 200))
    )
    under = town(town_of, VIEW, WIDTH, HEIGHT)
    assert under.tones[HEIGHT // 2][WIDTH // 2] is LOOKS[StrokeKind.MOTORWAY].tone


def test_water_is_filled_and_textured() -> None:
    """Seen by its ground in colour, and by its dots without."""
    under = town(atlas_of(stroke(StrokeKind.WATER, *square(300))), VIEW, WIDTH, HEIGHT)
    row = under.tones[HEIGHT // 2]
    assert row[WIDTH // 2 - 4 : WIDTH // 2 + 4] == [Tone.MAP_WATER] * 8
    middle = under.chars[HEIGHT // 2][WIDTH // 2 - 4 : WIDTH // 2 + 4]
    assert 0 < middle.count(" ") < 8


def test_streets_too_close_together_are_no_blot() -> None:
    """From afar a neighbourhood is a sparse texture, in which a through road can still be followed."""
    streets = [stroke(StrokeKind.STREET, (-900, at * 40), (900, at * 40)) for at in range(-20, 21)]
    road = stroke(StrokeKind.THROUGH, (0, -900), (0, 900))
    afar = Viewport(centre=CENTRE, cell_m=128.0)
    under = town(atlas_of(*streets, road), afar, WIDTH, HEIGHT)
    middle = under.chars[HEIGHT // 2][WIDTH // 2 - 8 : WIDTH // 2 - 1]
    assert middle.strip() != ""
    assert all((ord(char) - 0x2800).bit_count() <= 1 for char in middle if char != " ")
    beside = slice(WIDTH // 2 - 1, WIDTH // 2 + 1)
    assert all(LOOKS[StrokeKind.THROUGH].tone in row[beside] for row in under.tones[7:13])


def test_streets_that_lie_apart_stay_streets_from_afar() -> None:
    """A country road is not thinned away."""
    afar = Viewport(centre=CENTRE, cell_m=128.0)
    under = town(atlas_of(stroke(StrokeKind.STREET, (-900, 0), (900, 0))), afar, WIDTH, HEIGHT)
    assert dots(under) >= 1_800 / 32


def test_before_the_first_piece_there_is_nothing() -> None:
    """An index alone draws nothing and breaks nothing."""
    assert text(town(Atlas(index=INDEX), VIEW, 10, 2)).strip() == ""


def _reach(*, lost: bool = True) -> Reach:
    """East of the middle is reached; of that, what lies north would be lost."""
    lat, lon = to_grid(CENTRE)
    cells = [(row, column) for row in range(20) for column in range(20)]
    reached = bytearray(50)
    gone = bytearray(50)
    for place, (row, column) in enumerate(cells):
        reached[place // 8] |= (column >= 10) << place % 8
        gone[place // 8] |= (column >= 10 and row >= 10) << place % 8
    return Reach(
        south=lat - 1_000,
        west=lon - 1_500,
        cell_lat=100,
        cell_lon=150,
        columns=20,
        rows=20,
        within_s=480,
        permille=500,
        permille_after=250 if lost else 500,
        reached=bytes(reached),
        lost=bytes(gone) if lost else b"",
    )


CROSS = atlas_of(
    stroke(StrokeKind.STREET, (-400, -100), (400, -100)), stroke(StrokeKind.STREET, (-400, 100), (400, 100))
)


def _row_of(north_m: float) -> int:
    return VIEW.cell(point(0, north_m), WIDTH, HEIGHT)[1]


def test_reach_is_seen_by_tone_and_by_dots() -> None:
    """Reached is bright and whole, out of reach dim and thinned, what would be lost marked and hatched."""
    plain, answered = town(CROSS, VIEW, WIDTH, HEIGHT), town(CROSS, VIEW, WIDTH, HEIGHT, _reach())
    south, north = _row_of(-100), _row_of(100)
    assert answered.tones[south][50] is Tone.MAP_REACHED
    assert answered.chars[south][50] == plain.chars[south][50]
    assert answered.tones[south][10] is Tone.DIM
    assert dots(Under(chars=[answered.chars[south][:28]], tones=[])) < dots(
        Under(chars=[plain.chars[south][:28]], tones=[])
    )
    assert answered.tones[north][50] is Tone.MAP_LOST
    assert any(char != " " for char in answered.chars[north - 2][40:])
    assert answered.chars[south + 2][40:].strip() == ""


def test_without_a_proposal_nothing_is_lost() -> None:
    """Only two tones then."""
    answered = town(CROSS, VIEW, WIDTH, HEIGHT, _reach(lost=False))
    assert Tone.MAP_LOST not in {tone for row in answered.tones for tone in row}
