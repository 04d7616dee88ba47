"""Names beside signs."""

from hypothesis import given
from hypothesis import strategies as st

from console.chart.labels import Label, place_labels
from console.paint.text import cells

LABELS = st.lists(
    st.builds(
        Label,
        x=st.integers(-3, 42),
        y=st.integers(-3, 22),
        text=st.sampled_from(["12.03", "417", "12.04 2m", "救護"]),
    ),
    max_size=60,
)


@given(LABELS)
def test_no_name_covers_another_or_a_sign(labels: list[Label]) -> None:
    """Every cell belongs to one name or one sign, and all names lie on the map."""
    signs = {(label.x, label.y) for label in labels}
    used: set[tuple[int, int]] = set()
    for placed in place_labels(labels, signs, 40, 20):
        taken = {(placed.x + i, placed.y) for i in range(cells(placed.label.text))}
        assert not taken & (used | signs)
        assert all(0 <= x < 40 and 0 <= y < 20 for x, y in taken)
        used |= taken


def test_right_of_the_sign_first() -> None:
    """A lone name stands right of its sign; at the right edge left of it."""
    (first,) = place_labels([Label(x=5, y=5, text="417")], [(5, 5)], 40, 20)
    (edge,) = place_labels([Label(x=39, y=5, text="417")], [(39, 5)], 40, 20)
    assert (first.x, edge.x) == (6, 36)


def test_what_comes_first_is_named() -> None:
    """Where there is room for one name, the first has it."""
    labels = [Label(x=0, y=0, text="first"), Label(x=0, y=0, text="second")]
    assert [placed.label.text for placed in place_labels(labels, [(0, 0)], 8, 1)] == ["first"]
