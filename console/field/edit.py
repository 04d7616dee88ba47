"""A line of text and where the caret stands, and what each editing key makes of it.

Pure; used by the command line, the line on which one speaks, and the filter.
"""

from attrs import evolve, field, frozen

MAX_CHARS = 2_000


@frozen(kw_only=True)
class Edit:
    """Text under the hand of somebody."""

    text: str = ""
    caret: int = field(default=0)
    """Characters before the caret, 0 to len(text)."""

    @caret.validator
    def _check(self, _attribute: object, caret: int) -> None:
        if not 0 <= caret <= len(self.text):
            raise ValueError(f"caret must be from 0 to {len(self.text)}, got {caret}")


def holding(text: str) -> Edit:
    """The text with the caret at its end."""
    return Edit(text=text, caret=len(text))


def typed(edit: Edit, text: str) -> Edit:
    """With text put in at the caret; line breaks become blanks, what exceeds MAX_CHARS is left out."""
    text = " ".join(text.splitlines())[: MAX_CHARS - len(edit.text)]
    before, after = edit.text[: edit.caret], edit.text[edit.caret :]
    return Edit(text=before + text + after, caret=edit.caret + len(text))


def cut(edit: Edit, start: int, end: int) -> Edit:
    """Without the characters from start to end, the caret where they were."""
    start, end = max(0, start), min(len(edit.text), end)
    return Edit(text=edit.text[:start] + edit.text[end:], caret=start)


def word_start(edit: Edit) -> int:
    """Where the word before the caret begins."""
    before = edit.text[: edit.caret].rstrip()
    return before.rfind(" ") + 1


def word_end(edit: Edit) -> int:
    """Where the word after the caret ends."""
    at = edit.caret
    while at < len(edit.text) and edit.text[at] == " ":
        at += 1
    space = edit.text.find(" ", at)
    return len(edit.text) if space < 0 else space


def pressed(edit: Edit, key: str, character: str | None) -> Edit | None:
    """After the key (as Textual names it); None when it is not an editing key."""
    if character is not None and character.isprintable() and character:
        return typed(edit, character)
    match key:
        case "left" | "ctrl+b":
            return evolve(edit, caret=max(0, edit.caret - 1))
        case "right" | "ctrl+f":
            return evolve(edit, caret=min(len(edit.text), edit.caret + 1))
        case "home" | "ctrl+a":
            return evolve(edit, caret=0)
        case "end" | "ctrl+e":
            return evolve(edit, caret=len(edit.text))
        case "ctrl+left" | "alt+b":
            return evolve(edit, caret=word_start(edit))
        case "ctrl+right" | "alt+f":
            return evolve(edit, caret=word_end(edit))
        case "backspace" | "ctrl+h":
            return cut(edit, edit.caret - 1, edit.caret) if edit.caret else edit
        case "delete" | "ctrl+d":
            return cut(edit, edit.caret, edit.caret + 1)
        case "ctrl+w" | "alt+backspace":
            return cut(edit, word_start(edit), edit.caret)
        case "ctrl+k":
            return cut(edit, edit.caret, len(edit.text))
        case "ctrl+u":
            return cut(edit, 0, edit.caret)
        case _:
            return None
