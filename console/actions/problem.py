"""What is wrong with a typed line, where, and what was expected.

Made by the grammar, shown by the command line and by `do`. It holds the key of a sentence, not the words.
"""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from console.actions.action import Action
from console.actions.usage import Usage
from console.texts.texts import Texts
from protocol.commands.command import Command


@frozen(kw_only=True)
class Problem:
    """A line that is not understood."""

    key: str
    """Of its sentence in the texts."""

    args: Mapping[str, str | int] = field(factory=dict)
    start: int = 0
    """Where in the line it is, as a column from 0."""

    end: int = 0
    """The column behind it; equal to `start` where something is missing."""

    candidates: tuple[str, ...] = ()
    """What was perhaps meant, likeliest first."""

    english: tuple[str, ...] = ()
    """The same in English, where the candidates are words of ours; empty where they are nobody's language."""

    alternatives: bool = False
    """True when the candidates are what the word can mean; False when they only look like it."""

    usage: Usage | None = None
    """What the verb wants, with an example of this world; None while the verb is not known."""

    def listed(self, language: str) -> tuple[str, ...]:
        """The candidates for a reader of this language."""
        return self.english if language == "en" and self.english else self.candidates

    def sentence(self, texts: Texts) -> str:
        """What to tell the person."""
        listed = ", ".join(self.listed(texts.language))
        hint = texts.say("hint-did-you-mean", candidates=listed) if listed and not self.alternatives else ""
        said = texts.say(self.key, hint=hint, candidates=listed, **self.args)
        if self.usage is None or not self.key.startswith(_SAYS_HOW):
            return said
        return f"{said} {texts.say('hint-usage', line=self.usage.line(texts))}"


_SAYS_HOW = ("problem-missing-", "problem-not-a", "problem-too-much")
"""Problems that an example answers."""


@frozen(kw_only=True)
class Parsed:
    """A line that is understood."""

    action: Action
    values: Mapping[str, Any]
    """By the names of the action's arguments; those left out are not there.

    Incidents and entries are ints; units are ids, in a tuple where the argument is `many`; a subject is an
    Incident or a Unit, a verb an Action; the rest are values of the protocol's model.
    """

    commands: tuple[Command, ...]
    """What to send; empty for an action of the screen."""


class NotUnderstood(Exception):
    """Carries a Problem up to `parse`; it does not leave the grammar."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.key)
        self.problem = problem
