"""A word at the left, what it holds at the right."""

from datetime import timedelta

from console.melding.labelled import LABEL, labelled, worded
from console.paint.tone import Tone
from tests.console.melding.test_answered import setting
from tests.console.melding.test_letting_go import told


def test_the_word_stands_before_the_first_line_only() -> None:
    """The others are indented by as much; without lines there are no rows."""
    rows = labelled("nodig", [(("a", Tone.PLAIN),), (("b", Tone.PLAIN),)], 40)
    assert [row.text for row in rows] == [" nodig" + " " * (LABEL - 4) + "a", " " * (LABEL + 2) + "b"]
    assert labelled("nodig", [], 40) == []


def test_free_text_is_wrapped() -> None:
    """Nothing of it is lost."""
    rows = worded("verhaal", "een twee drie vier", LABEL + 12)
    assert [row.text[LABEL + 2 :] for row in rows] == ["een twee", "drie vier"]
    assert worded("verhaal", " ", 40) == []


def test_another_day_is_said() -> None:
    """A time of today is hours and minutes."""
    here = setting(told())
    assert here.clock(here.now) == "03:00"
    assert here.clock(here.now + timedelta(days=1)) == "22-11 03:00"
