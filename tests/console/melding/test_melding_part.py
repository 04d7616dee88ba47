"""The melding panel as one person has it."""

from attrs import evolve

from console.actions.action import Where
from console.melding.melding_part import MeldingPart
from console.part.effects import NOTHING, Focus, GoTo
from tests.console.rig import Rig


def test_who_puts_the_panel_away_while_it_has_the_keys_stands_on_the_board() -> None:
    """The keys are never in a panel that is not there; elsewhere they stay where they are."""
    part, context = MeldingPart(), Rig().desk().context()
    within = evolve(context, panel=Where.MELDING)
    assert part.toggle(within) == NOTHING
    assert part.shown
    assert part.toggle(within) == (GoTo(Where.BOARD),)
    part.toggle(context)
    assert part.toggle(evolve(context, panel=Where.LINE)) == NOTHING
    assert not part.shown


def test_what_is_missing_comes_on_top_and_gets_the_keys() -> None:
    """A panel that was hidden or scrolled away shows the melding that somebody wants to let go."""
    part, context = MeldingPart(), evolve(Rig().desk().context(), incident=417)
    part.top = 9
    assert part.show_missing(context) == (GoTo(Where.MELDING), Focus(None))
    assert (part.shown, part.top, part.guarding) == (True, 0, 417)


def test_scrolling_stops_at_both_ends() -> None:
    """The last row stays in view at the end, the first at the beginning."""
    part = MeldingPart()
    part.rows = 30
    part.scroll(1_000, 11)
    assert part.top == 20
    part.scroll(-3, 11)
    assert part.top == 17
    part.scroll(-1_000, 11)
    assert part.top == 0


def test_a_melding_that_became_shorter_is_scrolled_from_its_new_end() -> None:
    """The first press upward moves, however far below the end one stood."""
    part = MeldingPart()
    part.rows, part.top = 15, 40
    part.scroll(-1, 11)
    assert part.top == 4
