"""What a key does in the intake form.

In a field with a fixed choice one digit chooses when the field is left: nothing acts under the hand.
"""

from collections.abc import Mapping
from typing import Any

from console.field.edit import holding, pressed, typed
from console.grammar.vocabulary import QUESTION_WORDS, SOURCE_WORDS, word_for
from console.intake.form import LINE, Form
from console.intake.forms import Forms
from console.intake.intake import Intake
from console.part.context import Context
from console.part.effects import NOTHING, Effects, OpenDeeds
from protocol.model.intake import Question, Source

CHOICES: Mapping[str, tuple[tuple[Any, ...], Mapping[Any, tuple[str, ...]]]] = {
    "source": (tuple(Source), SOURCE_WORDS),
    "question": (tuple(Question), QUESTION_WORDS),
}
ATTACH = "f10"


def press_in_form(part: Intake, context: Context, key: str, character: str | None) -> Effects | None:
    """None when the key is none of the form's business."""
    forms, form = part.forms, part.forms.now
    if form.at == LINE and part.hand.press(context, key):
        return NOTHING
    match key:
        case "escape" | "enter" | "tab" | "down" | "shift+tab" | "up":
            _choose(form, context)
            return _leave_field(forms, context, key)
        case "pagedown" | "pageup":
            most = max(0, len(forms.being_taken(context)) + len(forms.near(context)) - 1)
            form.picked = min(most, max(0, form.picked + (1 if key == "pagedown" else -1)))
        case "ctrl+up":
            return forms.resume(context)
        case "space" if form.at != LINE and not form.text(form.at):
            # The deeds of its melding: the form is kept, and its words are sent or wait.
            return (*forms.leave(context), OpenDeeds())
        case _ if key == ATTACH:
            return forms.attach(context)
        case _:
            edit = pressed(form.edit(form.at), key, character)
            if edit is None:
                return None
            form.put(edit)
    return NOTHING


def paste_in_form(form: Form, text: str) -> None:
    """Text came in at once."""
    form.put(typed(form.edit(form.at), text))


def choices_hint(name: str, language: str) -> str:
    """`1 112  2 0900  …`; empty for a field of free text."""
    if name not in CHOICES:
        return ""
    values, words = CHOICES[name]
    return "  ".join(
        f"{place} {word_for(value, words, language)}" for place, value in enumerate(values, start=1)
    )


def _leave_field(forms: Forms, context: Context, key: str) -> Effects:
    match key:
        case "escape":
            return forms.leave(context)
        case "enter":
            return forms.enter(context)
        case "tab" | "down":
            return forms.step(context, 1)
        case _:
            return forms.step(context, -1)


def _choose(form: Form, context: Context) -> None:
    """A digit alone in a field with a fixed choice is that choice once the field is left."""
    if form.at not in CHOICES or not form.text(form.at).isdecimal():
        return
    values, words = CHOICES[form.at]
    number = int(form.text(form.at))
    if 1 <= number <= len(values):
        form.put(holding(word_for(values[number - 1], words, context.language)))
