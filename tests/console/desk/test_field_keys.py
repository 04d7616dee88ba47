"""What a key does while a field has the keys."""

from attrs import evolve

from console.command.typed_before import Past
from console.desk.field_keys import paste_in_field, press_in_field
from console.desk.parts import Parts
from console.field.edit import Edit, holding
from console.part.context import Context
from console.part.effects import NOTHING, FilterBy, Focus
from console.part.field import Field
from protocol.facts.timeline import LineJoined
from tests.console.rig import Rig


def typing(field: Field) -> tuple[Parts, Context]:
    """Anna is on the line of 1, which is selected, and this field has the keys."""
    rig = Rig()
    rig.welcome()
    rig.open(1)
    rig.happen(LineJoined(incident=1), by="anna")
    return Parts(Past()), evolve(rig.desk().context(), incident=1, field=field)


def test_enter_in_an_empty_field_gives_the_keys_back() -> None:
    """Nothing was typed, so nothing is sent and nothing is wrong."""
    for field in (Field.COMMAND, Field.FILTER):
        parts, context = typing(field)
        assert press_in_field(parts, context, field, "enter", None) == (Focus(None),)


def test_a_key_that_edits_nothing_is_none_of_the_fields_business() -> None:
    """It means here what it means everywhere."""
    for field in (Field.COMMAND, Field.FILTER):
        parts, context = typing(field)
        assert press_in_field(parts, context, field, "f9", None) is None


def test_escape_in_the_command_line_first_takes_away_what_is_offered() -> None:
    """One step back at each press."""
    parts, context = typing(Field.COMMAND)
    parts.line.choices = ("prioriteit", "prognose")
    assert press_in_field(parts, context, Field.COMMAND, "escape", None) == NOTHING
    assert not parts.line.choices
    assert press_in_field(parts, context, Field.COMMAND, "escape", None) == (Focus(None),)


def test_the_board_is_filtered_at_every_letter_and_escape_shows_all() -> None:
    """One sees what fits while one types."""
    parts, context = typing(Field.FILTER)
    context = evolve(context, filter=holding("bran"))
    assert press_in_field(parts, context, Field.FILTER, "d", "d") == (FilterBy(holding("brand")),)
    assert press_in_field(parts, context, Field.FILTER, "escape", None) == (FilterBy(Edit()), Focus(None))
    assert press_in_field(parts, context, Field.FILTER, "down", None) == (Focus(None),)


def test_backspace_in_an_empty_field_is_back_on_the_row() -> None:
    """Whoever began by mistake takes the beginning away like any letter."""
    for field in (Field.COMMAND, Field.FILTER):
        parts, context = typing(field)
        assert press_in_field(parts, context, field, "backspace", None) == (Focus(None),)


def test_what_is_pasted_goes_to_the_field_that_has_the_keys_else_to_the_row() -> None:
    """Line breaks become blanks: a paste never sends anything."""
    parts, context = typing(Field.COMMAND)
    assert paste_in_field(parts, context, "prio\n1") == NOTHING
    assert parts.line.edit.text == "prio 1"
    filtering = evolve(context, field=Field.FILTER)
    assert paste_in_field(parts, filtering, "br\nand") == (FilterBy(holding("br and")),)
    assert paste_in_field(parts, evolve(context, field=None), "meer") == NOTHING
    assert (parts.line.edit.text, parts.row.edit(context).text) == ("prio 1", "meer")
