"""The command line: what is typed, what it could become, what was typed before, what is wrong with it.

Owned by the desk. Reads lines through the grammar; decides nothing and sends nothing.
"""

from collections.abc import Callable

from console.actions.problem import Problem
from console.command.typed_before import Past
from console.field.edit import Edit, holding, pressed
from console.grammar.complete import Completion

Completer = Callable[[str, int], Completion]
"""What could stand at the caret of this line."""


class CommandLine:
    """One line under the hand, and the lines before it."""

    def __init__(self, past: Past) -> None:
        self.edit = Edit()
        self.problem: Problem | None = None
        self.choices: tuple[str, ...] = ()
        self.chosen: int | None = None
        self._past = past
        self._placed = False
        """True once the lines before are those of a known world."""

        self._begun = False
        self._around = ("", "")

    @property
    def typed(self) -> str:
        """What somebody typed here; nothing for a line that only a key wrote."""
        return "" if self._begun else self.edit.text

    def remember(self, past: Past) -> None:
        """These are the lines before from now on; those of a world that was not known yet go with them."""
        if not self._placed:
            for line in self._past.lines:
                past.keep(line)
        self._past, self._placed = past, True

    def take_back(self, text: str) -> None:
        """A line of before stands here again; where another stands, the up key brings it back."""
        if not self.edit.text.strip():
            self._set(holding(text))
        elif self.edit.text != text:
            self._past.keep(text)

    def begin(self, line: str) -> None:
        """A line that a key begins. What stood there unfinished can be had back with the up key."""
        if self.edit.text.strip() and self.edit.text != line:
            self._past.keep(self.edit.text)
        self._set(holding(line))
        self._past.rewind()
        self._begun = True

    def press(self, key: str, character: str | None, complete: Completer) -> bool:
        """A key other than enter and escape. False when it means nothing here."""
        match key:
            case "tab":
                self._complete(complete, 1)
            case "shift+tab":
                self._complete(complete, -1)
            case "up":
                # A line that only a key wrote is no search for lines that begin so.
                self._recall(self._past.older("" if self._begun else self.edit.text))
            case "down":
                self._recall(self._past.newer())
            case _:
                edit = pressed(self.edit, key, character)
                if edit is None:
                    return False
                self._set(edit)
        return True

    def paste(self, edit: Edit) -> None:
        """Text came in at once."""
        self._set(edit)

    def wrong(self, problem: Problem) -> None:
        """The line was not understood: say so under it, the caret where it is wrong."""
        self.problem = problem
        self.choices, self.chosen = (), None
        self.edit = Edit(text=self.edit.text, caret=min(problem.end, len(self.edit.text)))

    def done(self) -> None:
        """The line was accepted: it is history now."""
        self._past.add(self.edit.text)
        self._set(Edit())

    def forget_choices(self) -> bool:
        """Away with what is offered. False when nothing was."""
        offered = bool(self.choices) or self.problem is not None
        self.problem, self.choices, self.chosen = None, (), None
        return offered

    def _set(self, edit: Edit) -> None:
        self.edit, self._begun = edit, False
        self.forget_choices()

    def _recall(self, line: str | None) -> None:
        if line is not None:
            self._set(holding(line))

    def _complete(self, complete: Completer, step: int) -> None:
        """Put in what is certain; with several choices, one after the other at each further press."""
        if not self.choices:
            found = complete(self.edit.text, self.edit.caret)
            self.problem = None
            if not found.choices:
                return
            before, after = self.edit.text[: found.start], self.edit.text[found.end :]
            if len(found.choices) == 1:
                self._put(before, found.choices[0] + ("" if after.startswith(" ") else " "), after)
                return
            self.choices, self.chosen = found.choices, None
            self._around = before, after
            common = _common_start(found.choices)
            if found.takes_first and common != found.choices[0]:
                self.chosen = 0
                self._put(before, found.choices[0], after)
                return
            if len(common) > found.end - found.start:
                self._put(before, common, after)
            return
        count = len(self.choices)
        self.chosen = (0 if step > 0 else count - 1) if self.chosen is None else (self.chosen + step) % count
        before, after = self._around
        self._put(before, self.choices[self.chosen], after)

    def _put(self, before: str, word: str, after: str) -> None:
        self.edit = Edit(text=before + word + after, caret=len(before) + len(word))


def _common_start(words: tuple[str, ...]) -> str:
    first, last = min(words), max(words)
    same = 0
    while same < min(len(first), len(last)) and first[same] == last[same]:
        same += 1
    return first[:same]
