"""What a key does while a field has the keys: the command line, the filter or the form."""

from functools import partial

from console.command.line_reading import completed
from console.desk.parts import Parts
from console.desk.perform import enter_line
from console.desk.row_keys import paste_in_row
from console.field.edit import Edit, pressed, typed
from console.intake.form_keys import paste_in_form, press_in_form
from console.part.context import Context
from console.part.effects import NOTHING, Effects, FilterBy, Focus
from console.part.field import Field


def press_in_field(
    parts: Parts, context: Context, field: Field, key: str, character: str | None
) -> Effects | None:
    """None when the key is none of the field's business."""
    match field:
        case Field.COMMAND:
            return _in_command(parts, context, key, character)
        case Field.FILTER:
            return _in_filter(context, key, character)
        case Field.FORM:
            return press_in_form(parts.intake, context, key, character)


def _in_command(parts: Parts, context: Context, key: str, character: str | None) -> Effects | None:
    match key:
        case "enter":
            return enter_line(parts, context) if parts.line.edit.text.strip() else (Focus(None),)
        case "escape":
            return NOTHING if parts.line.forget_choices() else (Focus(None),)
        case "backspace" if not parts.line.edit.text:
            return (Focus(None),)
        case _:
            taken = parts.line.press(key, character, partial(completed, context))
            return NOTHING if taken else None


def _in_filter(context: Context, key: str, character: str | None) -> Effects | None:
    match key:
        case "enter" | "down":
            return (Focus(None),)
        case "escape":
            return (FilterBy(Edit()), Focus(None))
        case "backspace" if not context.filter.text:
            return (Focus(None),)
        case _:
            edit = pressed(context.filter, key, character)
            return None if edit is None else (FilterBy(edit),)


def paste_in_field(parts: Parts, context: Context, text: str) -> Effects:
    """Text came in at once: into the field that has the keys, else into the row."""
    match context.field:
        case Field.COMMAND:
            parts.line.paste(typed(parts.line.edit, text))
        case Field.FILTER:
            return (FilterBy(typed(context.filter, text)),)
        case Field.FORM:
            paste_in_form(parts.intake.forms.now, text)
        case None:
            return paste_in_row(parts, context, text)
    return NOTHING
