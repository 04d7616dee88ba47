"""What a key does in the intake form. Part of the desk.

In a field with a fixed choice one digit chooses and goes on; alt and the letter of a question go to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from console.field.edit import holding, pressed, typed
from console.grammar.vocabulary import QUESTION_WORDS, SOURCE_WORDS, word_for
from console.intake.form import CARD, LINE
from protocol.model.intake import Question, Source

if TYPE_CHECKING:
    from console.desk.desk import Desk

CHOICES: Mapping[str, tuple[tuple[Any, ...], Mapping[Any, tuple[str, ...]]]] = {
    "source": (tuple(Source), SOURCE_WORDS),
    "question": (tuple(Question), QUESTION_WORDS),
}
ATTACH = "f10"


def press_in_form(desk: Desk, key: str, character: str | None) -> bool:
    """False when the key is none of the form's business."""
    forms, form = desk.forms, desk.forms.now
    if form.at == LINE and desk.places_at_hand.press(key):
        return True
    match key:
        case "escape":
            forms.leave()
        case "enter":
            forms.enter()
        case "tab" | "down":
            forms.step(1)
        case "shift+tab" | "up":
            forms.step(-1)
        case "pagedown" | "pageup":
            most = max(0, len(forms.near()) - 1)
            form.picked = min(most, max(0, form.picked + (1 if key == "pagedown" else -1)))
        case _ if key == ATTACH:
            forms.attach()
        case _ if key.startswith("alt+") and (to := _question(desk, key[4:])):
            form.at = to
            forms.send()
        case _ if form.at in CHOICES and not form.text(form.at) and key.isdecimal():
            return _chosen(desk, int(key))
        case _:
            edit = pressed(form.edit(form.at), key, character)
            if edit is None:
                return False
            form.put(edit)
    return True


def paste_in_form(desk: Desk, text: str) -> None:
    """Text came in at once."""
    form = desk.forms.now
    form.put(typed(form.edit(form.at), text))


def choices_hint(name: str, language: str) -> str:
    """`1 112  2 0900  …`; empty for a field of free text."""
    if name not in CHOICES:
        return ""
    values, words = CHOICES[name]
    return "  ".join(
        f"{place} {word_for(value, words, language)}" for place, value in enumerate(values, start=1)
    )


def _chosen(desk: Desk, number: int) -> bool:
    form = desk.forms.now
    values, words = CHOICES[form.at]
    if not 1 <= number <= len(values):
        return True
    form.put(holding(word_for(values[number - 1], words, desk.texts.language)))
    desk.forms.step(1)
    return True


def _question(desk: Desk, key: str) -> str | None:
    form = desk.forms.now
    return next((CARD + each.question for each in form.questions if each.key == key), None)
