"""What is typed per melding, and what lies aside."""

from console.field.edit import holding
from console.row.row import Row
from tests.console.rig import Rig


def test_what_lies_aside_is_added_to() -> None:
    """The second sentence lies behind the first, and both come back in their order."""
    rig = Rig()
    rig.open(1)
    desk = rig.desk()
    rig.welcome()
    row, context = Row(), desk.context()
    for text in ("een", "twee"):
        row.keep(context, holding(text))
        row.lay_aside(context)
    assert row.edit(context).text == ""
    assert (row.bring_back(context), row.edit(context).text) == (True, "een twee")
    assert not row.bring_back(context)


def test_it_holds_something_while_anything_is_under_the_hand() -> None:
    """Then nothing that comes by itself may move it."""
    rig = Rig()
    rig.open(1)
    desk = rig.desk()
    rig.welcome()
    row, context = Row(), desk.context()
    assert not row.holds(context)
    row.deeds = ()
    assert row.holds(context)
    assert (row.put_out(), row.put_out(), row.holds(context)) == (True, False, False)
    row.keep(context, holding("x"))
    assert row.holds(context)


def test_words_without_a_melding_are_kept() -> None:
    """Under none."""
    desk = Rig().desk()
    row, context = Row(), desk.context()
    row.keep(context, holding("wie"))
    assert row.edit(context).text == "wie"
