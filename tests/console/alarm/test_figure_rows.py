"""The figure of this desk's sounds, as it is read."""

from console.alarm.counted import Figure
from console.alarm.figure_rows import figure_rows
from console.paint.tone import Tone
from console.texts.texts import Texts

SAY = Texts("nl", strict=True).say


def test_it_says_how_often_which_share_was_answered_and_the_measure() -> None:
    """Over the measure it stands out."""
    rows = figure_rows(Figure(sounds=9, beside_calls=4, most_in_ten=3, asked=8, answered=6), SAY)
    assert [row.text.strip() for row in rows if row.text.strip()] == [
        "Geluid op deze post: 9 keer, beantwoord 75 %",
        "4 naast oproepen en noodoproepen",
        "hoogstens 3 daarvan in tien minuten (de maat is 2)",
    ]
    assert rows[-1].spans[0][1] is Tone.WARN


def test_nothing_asked_has_no_share() -> None:
    """A dash."""
    rows = figure_rows(Figure(sounds=0, beside_calls=0, most_in_ten=0, asked=0, answered=0), SAY)
    assert rows[1].text.endswith("beantwoord –")
