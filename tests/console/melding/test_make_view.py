"""From what is known to what the melding panel shows."""

from datetime import UTC

from attrs import evolve

from console.actions.action import Where
from console.melding.make_view import melding_view
from console.melding.melding_part import MeldingPart
from console.melding.view import MeldingView, melding_rows
from console.part.context import Context
from console.part.field import Field
from tests.console.rig import Rig


def view(part: MeldingPart, context: Context) -> MeldingView:
    """The panel in a place of some size."""
    return melding_view(part, context, (), UTC, 60, 20)


def room() -> Context:
    """Incidents 1 and 2; 1 is selected."""
    rig = Rig()
    rig.welcome()
    rig.open(1)
    rig.open(2)
    return evolve(rig.desk().context(), incident=1)


def test_the_part_learns_how_long_the_melding_is() -> None:
    """That is how far one can scroll; nothing selected is nothing to scroll."""
    part = MeldingPart()
    view(part, room())
    assert part.rows > 0
    view(part, evolve(room(), incident=None))
    assert part.rows == 0


def test_what_is_missing_stands_only_on_the_melding_that_is_let_go() -> None:
    """Another selection shows another melding as it is."""
    assert view(MeldingPart(), evolve(room(), guarding=1)).guarding
    assert not view(MeldingPart(), evolve(room(), guarding=2)).guarding
    assert not view(MeldingPart(), evolve(room(), incident=None)).guarding


def test_the_panel_has_the_keys_only_while_no_field_has_them() -> None:
    """So that its bar never claims a key that goes elsewhere."""
    within = evolve(room(), panel=Where.MELDING)
    assert view(MeldingPart(), within).focused
    assert not view(MeldingPart(), evolve(within, field=Field.COMMAND)).focused
    assert not view(MeldingPart(), room()).focused


def test_the_likely_deeds_stand_on_the_card() -> None:
    """As a hand does them, so that a newcomer learns by reading."""
    shown = melding_view(MeldingPart(), room(), (), UTC, 80, 20, deeds=("Spatie 1 stuur 12.03",))
    rows = melding_rows(shown, room().say, width=80, height=20)
    assert any("Spatie 1 stuur 12.03" in row.text for row in rows)
