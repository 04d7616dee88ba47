"""What a verb wants behind it, as one would type it: `sluit 5 <reden>`. Pure.

The words for the arguments are those of the texts (`arg-<name>`); the numbers and call signs are of the world
at hand. Shown behind a verb that stands alone, in the sentence about a line that is not understood, by `do`.
"""

from collections.abc import Mapping

from attrs import field, frozen

from console.actions.action import ITEMS, TAILS, Action, Arg, ArgKind
from console.texts.texts import Texts

_MARKS = {ArgKind.PLACE: "@ ", ArgKind.TEXT: "-- "}
"""What begins a tail behind another."""


@frozen(kw_only=True)
class Usage:
    """An action with examples for its arguments."""

    action: Action
    examples: Mapping[str, str] = field(factory=dict)
    """By the name of the argument, as they are typed: a number or a call sign of this world."""

    def shape(self, texts: Texts) -> str:
        """The arguments in their order; "" for a verb that wants nothing."""
        parts: list[str] = []
        behind_tail = False
        for arg in self.action.args:
            mark = _MARKS.get(arg.kind, "") if behind_tail and not arg.words else ""
            behind_tail = behind_tail or arg.kind in TAILS
            if arg.kind is not ArgKind.DIVERT:
                parts.append(self.examples.get(arg.name) or usage_of(arg, texts, mark))
        return " ".join(parts)

    def line(self, texts: Texts) -> str:
        """The same behind the verb of the reader's language."""
        return f"{self.action.verb_in(texts.language)} {self.shape(texts)}".rstrip()


def usage_of(arg: Arg, texts: Texts, mark: str = "") -> str:
    """`<wat>`, `[prioriteit]`, `<eenheden …>`, and `van:<van wie>` for what has a mark of its own."""
    word = texts.say(f"arg-{arg.name}") + (" …" if arg.many else "")
    marks = arg.words if arg.kind in TAILS else ()
    mark = mark if not marks else marks[:2][-1] if texts.language == "en" else marks[0]
    return f"{mark}<{word}>" if arg.required and arg.kind not in ITEMS else f"[{mark}{word}]"
