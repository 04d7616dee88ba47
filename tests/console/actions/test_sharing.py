"""The actions of sharing: cards, partners, lines that become one."""

from attrs import evolve

from console.actions.catalog import CATALOG
from protocol.commands.command import Command
from protocol.commands.timeline import DismissPartner
from protocol.model.board import Board
from protocol.model.role import Role
from protocol.model.scale import Scale
from protocol.model.text import Name
from tests.console.grammar.make import BOARD


def with_partners(*names: str) -> Board:
    """These were invited to 417."""
    scale = Scale(partners=tuple(map(Name, names)))
    return evolve(BOARD, incidents=BOARD.incidents.set(417, evolve(BOARD.incidents[417], scale=scale)))


def dismissed(partner: str, board: Board) -> tuple[Command, ...]:
    """What the action makes of a name."""
    build = CATALOG.by_id["dismiss-partner"].build
    assert build is not None
    return build({"incident": 417, "partner": Name(partner)}, board)


def test_a_partner_is_named_by_a_beginning_that_leaves_no_doubt() -> None:
    """In any case; a whole name wins over a longer one."""
    board = with_partners("brandweer", "Brandwacht", "GGD", "GGD-kind")
    assert dismissed("ggd", board) == (DismissPartner(incident=417, partner=Name("GGD")),)
    assert dismissed("brandwe", board) == (DismissPartner(incident=417, partner=Name("brandweer")),)


def test_a_beginning_in_doubt_goes_as_it_stands() -> None:
    """The server then says that nobody of that name was invited."""
    board = with_partners("brandweer", "Brandwacht")
    assert dismissed("brand", board) == (DismissPartner(incident=417, partner=Name("brand")),)
    assert dismissed("brand", Board()) == (DismissPartner(incident=417, partner=Name("brand")),)


def test_the_information_desk_pushes_cards_and_invites_nobody() -> None:
    """Information comes from aside (A95); who sees the melding is for who deals with it."""
    offered = {action.id for action in CATALOG.offered(Role.INFO_DESK)}
    assert {"push-card", "take-card", "whisper"} <= offered
    assert not offered & {"invite-partner", "dismiss-partner", "join-lines", "part-lines"}
