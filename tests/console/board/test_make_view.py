"""From what is known to what the board shows."""

from attrs import evolve

from console.actions.action import Where
from console.board.make_view import answers, board_view, order_banner
from console.field.edit import holding
from console.part.field import Field
from protocol.commands.timeline import Speak
from protocol.model.order import Order
from protocol.model.role import Role
from protocol.model.text import Name, Text
from tests.console.rig import START, Rig


def test_an_incident_about_which_a_wish_waits_is_marked() -> None:
    """Whoever reads the board sees that something of ours is under way there."""
    rig = Rig()
    rig.welcome()
    rig.open(1)
    rig.open(2)
    rig.wish(Speak(incident=2, text=Text("hier")))
    rig.later(5)
    assert board_view(rig.desk().context(), ()).waiting == {2}


def test_the_board_keeps_the_keys_while_its_filter_is_typed() -> None:
    """The filter is part of the board; any other field takes the keys away."""
    context = evolve(Rig().desk().context(), filter=holding("brand"))
    typing = board_view(evolve(context, field=Field.FILTER), ())
    assert (typing.focused, typing.typing) == (True, holding("brand"))
    elsewhere = board_view(evolve(context, field=Field.COMMAND), ())
    assert (elsewhere.focused, elsewhere.typing, elsewhere.wanted) == (False, None, "brand")
    assert not board_view(evolve(context, panel=Where.UNITS), ()).focused


def test_the_banner_says_since_when_by_whom_and_why_the_board_is_by_priority() -> None:
    """In the order of arrival there is nothing to say, and a name with control characters does no harm."""
    context = Rig().desk().context()
    assert order_banner(context) == ""
    ordered = evolve(
        context.board, order=Order.PRIORITY, order_since=START, order_by=Name("bert"), order_why=Text("storm")
    )
    banner = order_banner(evolve(context, board=ordered))
    assert "bert" in banner
    assert "storm" in banner
    assert START.astimezone().strftime("%H:%M") in banner


def test_only_a_partner_does_not_see_what_was_answered() -> None:
    """Before the welcome nobody knows, and the board is shown as to the room."""
    context = Rig().desk().context()
    assert answers(context)
    for role in Role:
        rig = Rig(role=role)
        rig.welcome()
        assert answers(rig.desk().context()) is (role is not Role.PARTNER)
