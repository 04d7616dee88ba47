"""What a key does in the intake form.

In a field with a fixed choice one digit chooses and goes on; alt and the letter of a question go to it.
"""

from collections.abc import Mapping
from typing import Any

from console.field.edit import holding, pressed, typed
from console.grammar.vocabulary import QUESTION_WORDS, SOURCE_WORDS, word_for
from console.intake.form import CARD, LINE, Form
from console.intake.forms import Forms
from console.intake.intake import Intake
from console.part.context import Context
from console.part.effects import NOTHING, Effects
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
        case "escape":
            return forms.leave(context)
        case "enter":
            return forms.enter(context)
        case "tab" | "down":
            return forms.step(context, 1)
        case "shift+tab" | "up":
            return forms.step(context, -1)
        case "pagedown" | "pageup":
            most = max(0, len(forms.being_taken(context)) + len(forms.near(context)) - 1)
            form.picked = min(most, max(0, form.picked + (1 if key == "pagedown" else -1)))
        case "ctrl+up":
            return forms.resume(context)
        case _ if key == ATTACH:
            return forms.attach(context)
        case _ if key.startswith("alt+") and (to := _question(form, key[4:])):
            form.at = to
            return forms.send(context)
        case _ if form.at in CHOICES and not form.text(form.at) and key.isdecimal():
            return _chosen(forms, context, int(key))
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


def _chosen(forms: Forms, context: Context, number: int) -> Effects:
    values, words = CHOICES[forms.now.at]
    if not 1 <= number <= len(values):
        return NOTHING
    forms.now.put(holding(word_for(values[number - 1], words, context.language)))
    return forms.step(context, 1)


def _question(form: Form, key: str) -> str | None:
    return next((CARD + each.question for each in form.questions if each.key == key), None)
