"""The wishes about the work in an incident, from the values of a line."""

from typing import Any

from console.actions.catalog import CATALOG
from protocol.commands.command import Command
from protocol.commands.work import DropAim, Refer
from protocol.facts.work import AimAdded
from protocol.model.text import Name, Text
from protocol.model.work import Aim
from tests.console.rig import Rig


def aimed() -> Rig:
    """Two lines to protect in incident 1, and one to limit."""
    rig = Rig()
    rig.open(1)
    for aim, text in (
        (Aim.PROTECT, "melder veilig"),
        (Aim.PROTECT, "kinderen weg"),
        (Aim.LIMIT, "meldplicht"),
    ):
        rig.happen(AimAdded(incident=1, aim=aim, text=Text(text)))
    return rig


def built(rig: Rig, id: str, **values: Any) -> tuple[Command, ...]:
    """What the action sends."""
    build = CATALOG.by_id[id].build
    assert build is not None
    return build({"incident": 1, **values}, rig.board)


def test_a_line_that_is_dropped_may_be_shortened_while_it_can_mean_one_only() -> None:
    """In any case; lines of another aim do not count."""
    dropped = built(aimed(), "drop-aim", aim=Aim.PROTECT, text=Text("MELD"))
    assert dropped == (DropAim(incident=1, aim=Aim.PROTECT, text=Text("melder veilig")),)


def test_a_beginning_that_means_none_or_several_goes_as_it_was_typed() -> None:
    """The server says that there is no such line; nothing is dropped by a guess."""
    rig = aimed()
    rig.happen(AimAdded(incident=1, aim=Aim.PROTECT, text=Text("melder gebeld")))
    for text in ("meld", "brand"):
        (command,) = built(rig, "drop-aim", aim=Aim.PROTECT, text=Text(text))
        assert command == DropAim(incident=1, aim=Aim.PROTECT, text=Text(text))


def test_a_referral_has_consent_only_where_that_is_said() -> None:
    """Nobody agreed by silence."""
    for said, consent in (({}, False), ({"agreed": True}, True)):
        (command,) = built(aimed(), "refer", partner=Name("GGD"), **said)
        assert command == Refer(incident=1, partner=Name("GGD"), consent=consent)
