"""What a key does while a field has the keys. Part of the desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from console.board.filtering import filter_by
from console.desk.perform import completed, enter_line
from console.field.edit import Edit, pressed, typed
from console.intake.form_keys import paste_in_form, press_in_form
from console.line.speaking import speak
from console.part.field import Field

if TYPE_CHECKING:
    from console.desk.desk import Desk


def press_in_field(desk: Desk, field: Field, key: str, character: str | None) -> bool:
    """False when the key is none of the field's business."""
    match field:
        case Field.COMMAND:
            return _in_command(desk, key, character)
        case Field.FILTER:
            return _in_filter(desk, key, character)
        case Field.SPEAK:
            return _in_speak(desk, key, character)
        case Field.FORM:
            return press_in_form(desk, key, character)


def _in_command(desk: Desk, key: str, character: str | None) -> bool:
    match key:
        case "enter":
            if desk.line.edit.text.strip():
                enter_line(desk)
            else:
                desk.field = None
        case "escape":
            if not desk.line.forget_choices():
                desk.field = None
        case _:
            return desk.line.press(key, character, partial(completed, desk))
    return True


def _in_filter(desk: Desk, key: str, character: str | None) -> bool:
    match key:
        case "enter" | "down":
            desk.field = None
        case "escape":
            filter_by(desk, Edit())
            desk.field = None
        case _:
            edit = pressed(desk.filter, key, character)
            if edit is None:
                return False
            filter_by(desk, edit)
    return True


def _in_speak(desk: Desk, key: str, character: str | None) -> bool:
    draft = desk.lines.draft()
    match key:
        case "enter":
            if draft.text.strip():
                speak(desk, draft.text)
            else:
                desk.field = None
        case "escape":
            desk.field = None
        case "colon" if not draft.text:
            desk.field = Field.COMMAND
        case _:
            edit = pressed(draft, key, character)
            if edit is None:
                return False
            desk.keep_draft(edit)
    return True


def paste_in_field(desk: Desk, text: str) -> None:
    """Text came in at once: into the field that has the keys, or nowhere."""
    if desk.own.paste(text):
        return
    match desk.field:
        case Field.COMMAND:
            desk.line.paste(typed(desk.line.edit, text))
        case Field.FILTER:
            filter_by(desk, typed(desk.filter, text))
        case Field.SPEAK:
            desk.keep_draft(typed(desk.lines.draft(), text))
        case Field.FORM:
            paste_in_form(desk, text)
        case None:
            pass
