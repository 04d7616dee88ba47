"""What can be typed, and what it sends, as text. Pure; asks the console's catalogue of actions."""

from console.actions.action import TAILS, Action, Arg
from console.actions.catalog import CATALOG


def text() -> str:
    """The whole file: each action by its id, its verbs (Dutch, English, further ones), what follows them."""
    return "\n\n".join("\n".join(_lines(action)) for action in _sorted()) + "\n"


def _sorted() -> list[Action]:
    return sorted(CATALOG.actions, key=lambda action: action.id)


def _lines(action: Action) -> tuple[str, ...]:
    sends = "nothing" if action.command_type is None else action.command_type.__name__
    return (
        f"{action.id}: {', '.join(dict.fromkeys(action.verbs))}",
        f"    sends {sends}{' at once' if action.at_once else ''}",
        *(f"    {_arg(arg)}" for arg in action.args),
        *(f"    a code word in {name}" for name in action.coded),
    )


def _arg(arg: Arg) -> str:
    many = ", several" if arg.many else ""
    words = f" {' '.join(arg.words)}" if arg.words else ""
    most = f", at most {arg.most_chars}" if arg.kind in TAILS else ""
    optional = "" if arg.required else ", or nothing"
    return f"{arg.name}: {arg.kind.value}{words}{most}{many}{optional}"
