"""What a key does on the row, which has the keys while no field has them: the law of the hands.

Typing is always words. A beginning by sign opens a verb or the filter, Space the deeds; a digit that stands
for something lights up before it acts, and any other sign behind it makes all of it words.
"""

from console.actions.action import Where
from console.desk.deed_done import act
from console.desk.parts import Parts
from console.field.edit import Edit, pressed, typed
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import (
    NOTHING,
    Effects,
    FilterBy,
    Focus,
    OpenDeeds,
    OpenHelp,
    Select,
    Send,
    Tell,
    Warn,
)
from console.part.field import Field
from console.part.reader import Reader
from console.part.whose_desk import is_units
from console.row.lit import Kind, Lit
from console.row.reader import why_nobody
from console.row.said import said_to
from console.unit.unit_part import status_of

BEGINS_VERB = (".", ":")
BEGINS_FILTER = "/"
ASKS_HELP = "?"


def press_in_row(parts: Parts, context: Context, key: str, character: str | None) -> Effects | None:
    """None when the key is none of the row's business."""
    row, sign = parts.row, character if character is not None and character.isprintable() else None
    if row.lit is not None:
        return _while_lit(parts, context, row.lit, key, sign)
    if row.deeds is not None:
        return _in_list(parts, context, key, sign)
    edit = row.edit(context)
    if sign is not None:
        begun = _begin(parts, context, edit.text, sign)
        if begun is None:
            row.keep(context, typed(edit, sign))
        return NOTHING if begun is None else begun
    match key:
        case "ctrl+up":
            return NOTHING if row.bring_back(context) else (Tell(context.say("row-nothing-aside"), Tone.DIM),)
        case "enter" if edit.text.strip():
            return enter(parts, context, edit.text.strip())
        case "escape" if edit.text:
            row.lay_aside(context)
            return (Tell(context.say("row-laid-aside"), Tone.DIM),)
        case _ if edit.text:
            after = pressed(edit, key, None)
            if after is None:
                return None
            row.keep(context, after)
            return NOTHING
        case _:
            return None


def paste_in_row(parts: Parts, context: Context, text: str) -> Effects:
    """Text that came in at once is words, whatever it begins with."""
    row = parts.row
    held = row.lit.held if row.lit is not None else ""
    row.put_out()
    row.keep(context, typed(row.edit(context), held + text))
    return NOTHING


def enter(parts: Parts, context: Context, text: str) -> Effects:
    """The words go to their reader; a number goes to that melding and only looks, while the log reads."""
    row, reader = parts.row, context.reader
    if text == ASKS_HELP:
        row.keep(context, Edit())
        return (OpenHelp(),)
    if text.isascii() and text.isdecimal() and reader in (Reader.LOG, Reader.NOBODY):
        return _go_to(parts, context, int(text))
    why = why_nobody(context, reader)
    if why:
        return (Warn(f"{context.say('lines-not-sent')} {why}", Tone.WARN),)
    try:
        wishes = said_to(context, reader, text)
    except ValueError as error:
        return (Warn(context.say("problem-unsendable", why=str(error))),)
    row.keep(context, Edit())
    row.readers.said()
    return tuple(map(Send, wishes))


def _go_to(parts: Parts, context: Context, number: int) -> Effects:
    """To the melding of this number. No such one: it is said, and the text stays."""
    if number not in context.board.incidents:
        return (Warn(context.say("row-no-such", number=number), Tone.WARN),)
    parts.row.keep(context, Edit())
    return (Select(number),)


def _begin(parts: Parts, context: Context, text: str, sign: str) -> Effects | None:
    """A sign that begins something else than words. None for words."""
    row = parts.row
    if sign.isascii() and sign.isdecimal() and (meant := parts.emergencies.offered(context, int(sign))):
        # Also behind words: a colleague is in need, and the list was opened by a key.
        row.lit = Lit(kind=Kind.IN_NEED, digit=int(sign), held=sign, meant=meant)
        return NOTHING
    if not text:
        if sign == " ":
            return (OpenDeeds(),)
        row.lit = _light(parts, context, sign) if sign.isascii() and sign.isdecimal() else None
        return None if row.lit is None else NOTHING
    if text in BEGINS_VERB and sign.isalpha():
        row.keep(context, Edit())
        parts.line.begin("")
        parts.line.paste(typed(Edit(), sign))
        return (Focus(Field.COMMAND),)
    if text == BEGINS_FILTER and sign.isalnum():
        row.keep(context, Edit())
        return (FilterBy(typed(Edit(), sign)), Focus(Field.FILTER))
    return None


def _light(parts: Parts, context: Context, sign: str) -> Lit | None:
    """The digit, where it stands for something: a row of a list that a key opened, or the own status."""
    digit, dispatch = int(sign), parts.dispatch
    if dispatch.recommending.shown:
        ranked = dispatch.picked(context, digit)
        return None if ranked is None else Lit(kind=Kind.PICK, digit=digit, held=sign, meant=ranked.unit)
    if dispatch.choosing.open:
        reason = dispatch.choosing.reason(digit)
        return None if reason is None else Lit(kind=Kind.REASON, digit=digit, held=sign, meant=reason)
    if context.guards:
        which = parts.melding.missing(context, digit)
        return None if which is None else Lit(kind=Kind.MISSING, digit=digit, held=sign, meant=which)
    if is_units(context) and context.panel is not Where.MAP:
        status = status_of(context, digit)
        return None if status is None else Lit(kind=Kind.STATUS, digit=digit, held=sign, meant=status)
    return None


def _while_lit(parts: Parts, context: Context, lit: Lit, key: str, sign: str | None) -> Effects | None:
    row = parts.row
    row.put_out()
    if key == "enter":
        return act(parts, context, lit)
    if key in ("escape", "backspace"):
        return NOTHING
    if sign == " " and lit.kind is Kind.DEED:
        return (*act(parts, context, lit), OpenDeeds())
    if sign is not None:
        row.keep(context, typed(row.edit(context), lit.held + sign))
        return NOTHING
    return None


def _in_list(parts: Parts, context: Context, key: str, sign: str | None) -> Effects | None:
    """While the deeds stand behind Space: a digit lights up, words are words, Esc and Enter close."""
    row = parts.row
    if sign is not None and sign.isascii() and sign.isdecimal():
        meant = next((each for each in row.deeds or () if each.number == int(sign)), None)
        row.lit = Lit(kind=Kind.DEED, digit=int(sign), held=f" {sign}", meant=meant)
        return NOTHING
    row.put_out()
    if sign == " " or key in ("escape", "backspace", "enter"):
        return NOTHING
    if sign is not None:
        row.keep(context, typed(Edit(), f" {sign}"))
        return NOTHING
    return None
