"""The rows below the panels, and the alarm above."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.alarm.bar import AlarmRow, AlarmView, draw_alarm
from console.command.notice_bar import NoticeView, draw_notice
from console.field.edit import Edit, holding
from console.paint.row import width_of
from console.paint.tone import Ground, Tone
from console.row.bar import RowView, Typing, column_of, draw_row
from console.shell.status_bar import StatusView, draw_status
from console.texts.texts import Texts
from protocol.rules.waterline import Waterline
from tests.console.rig import Rig

SAY = Texts("nl", strict=True).say
WIDTHS = st.integers(60, 240)


@given(WIDTHS, st.text(max_size=60), st.booleans())
def test_the_status_line_keeps_what_matters(width: int, world: str, exercise: bool) -> None:
    """Whatever the width and the name of the world, the row fits and the link's state is in it."""
    view = StatusView(
        world=world or "w",
        exercise=exercise,
        clock="03:00",
        name="anna",
        role="centralist",
        link="✖ WEG sinds 12 s",
        measures=("45 ms", "200 B/s"),
        counters=("half 1", "✎ 2", "wacht 3"),
    )
    (row,) = draw_status(view, SAY, width=width)
    assert width >= width_of(row.spans)
    assert "WEG sinds 12 s" in row.text
    assert "half 1 · ✎ 2 · wacht 3" in row.text


def test_an_exercise_is_said_in_words() -> None:
    """An exercise has its word and a ground of its own; a live world has its name only."""
    (exercise,) = draw_status(StatusView(world="Delft", exercise=True), SAY, width=80)
    (live,) = draw_status(StatusView(world="Delft"), SAY, width=80)
    assert (exercise.spans[0][0].strip(), exercise.spans[0][1]) == ("◆ OEFENING · Delft ◆", Tone.EXERCISE)
    assert "OEFENING" not in live.text


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "Zs"]), max_size=120), st.data(), WIDTHS)
def test_the_mark_stands_under_its_place(text: str, data: st.DataObject, width: int) -> None:
    """The `^` of an error is under the character it means, also in a line longer than the row."""
    place = data.draw(st.integers(0, len(text)))
    view = RowView(edit=Edit(text=text, caret=place), typing=Typing.VERB)
    column = column_of(view, SAY, place, width)
    (line,) = draw_row(view, SAY, width=width)
    (mark,) = draw_notice(NoticeView(text="Er is geen eenheid '12.99'.", mark_column=column), width=width)
    assert column == mark.text.index("^")
    before_caret = line.spans[: [tone for _, tone in line.spans].index(Tone.CARET)]
    assert column == width_of(before_caret)


@given(st.text(max_size=100), WIDTHS, st.lists(st.text(max_size=30), max_size=9))
def test_the_row_is_not_pushed_away(text: str, width: int, waiting: list[str]) -> None:
    """However much waits, at least thirty columns are left to type in, and the row fits."""
    view = RowView(edit=holding(text), waiting=tuple(waiting))
    (row,) = draw_row(view, SAY, width=width)
    assert width_of(row.spans) <= width
    assert [tone for _, tone in row.spans].count(Tone.CARET) == 1


def test_waiting_lines_stand_in_order() -> None:
    """What waits is shown oldest first, with how much it is."""
    view = RowView(edit=Edit(), hint="hint", waiting=("koppel 12.03 417", "log 417 x"))
    (row,) = draw_row(view, SAY, width=120)
    assert row.text.rstrip().endswith("wacht 2 koppel 12.03 417 · log 417 x")


@pytest.mark.parametrize("width", [60, 80, 200])
def test_the_alarm_names_the_first_and_counts_the_rest(width: int) -> None:
    """One row, on a ground of its own, with the keys that answer and go there."""
    rig = Rig()
    rig.open(7, "Steekincident", priority=1)
    rig.open(8, "Brand", priority=1)
    asked = tuple(
        AlarmRow(key="priority-1", incident=each, is_urgent=True) for each in rig.board.open_incidents()
    )
    view = AlarmView(rows=asked, keys=(("Ctrl+G", "ik heb het"), ("]", "erheen")))
    (row,) = draw_alarm(view, SAY, width=width)
    assert Ground.ALARM is row.ground
    assert "PRIO 1, WIE GAAT: 7 Steek" in row.text
    assert "(en nog 1)" in row.text
    assert " Ctrl+G " in row.text
    assert width_of(row.spans) <= width
    assert draw_alarm(AlarmView(), SAY, width=width) == []


def test_choices_are_marked() -> None:
    """Of what could be typed next the one in the line is marked."""
    (row,) = draw_notice(NoticeView(choices=("koppel", "kaart"), chosen=1), width=60)
    assert ("kaart", Tone.PICKED) in row.spans


def test_the_waterline_stands_in_the_status_line() -> None:
    """As many teams as there is room for, the tightest first; what is broken has a sign and a tone (B29)."""
    teams = tuple(
        Waterline(team=team, callable=now, least=2) for team, now in (("Zuid", 1), ("Noord", 2), ("Oost", 5))
    )
    view = StatusView(world="Delft", clock="03:00", link="● verbonden", waterline=teams)
    (wide,) = draw_status(view, SAY, width=120)
    assert "≈ Zuid 1/2! · Noord 2/2 · Oost 5/2" in wide.text
    assert ("  ≈ Zuid 1/2!", Tone.WARN) in wide.spans
    (narrow,) = draw_status(view, SAY, width=45)
    assert "Zuid 1/2!" in narrow.text
    assert "Oost" not in narrow.text


def test_a_broken_waterline_goes_before_our_own_role() -> None:
    """Who we are we know; that a team is below its minimum we must see, at eighty columns too."""
    view = StatusView(
        world="Waterdam",
        exercise=True,
        clock="22:38",
        name="centralist",
        role="centralist",
        link="● verbonden",
        waterline=(Waterline(team="Noordwest", callable=0, least=1),),
    )
    (row,) = draw_status(view, SAY, width=80)
    assert "≈ Noordwest 0/1!" in row.text
