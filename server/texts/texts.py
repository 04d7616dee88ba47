"""A key and its arguments -> a sentence in the user's language, for the server's command line.

Reads the .ftl files beside it once. Words of others that go into a sentence are made harmless to a terminal
first. It never decides what to say.
"""

from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number

LANGUAGES = ("nl", "en")


class Texts:
    """The sentences of one language."""

    def __init__(self, language: str = LANGUAGES[0]) -> None:
        """Raises ValueError for a language that is not in LANGUAGES."""
        if language not in LANGUAGES:
            raise ValueError(f"language must be one of {', '.join(LANGUAGES)}, got {language!r}")
        self._bundle: Any = FluentBundle([language], use_isolating=False)
        folder = files("server.texts").joinpath(language)
        for path in sorted(folder.iterdir(), key=lambda path: path.name):
            if path.name.endswith(".ftl"):
                self._bundle.add_resource(FluentResource(path.read_text("utf-8")))

    def say(self, key: str, **args: str | int | float) -> str:
        """The sentence of that key. Raises KeyError for an unknown key or a missing argument."""
        pattern = self._bundle.get_message(key).value
        text, errors = self._bundle.format_pattern(
            pattern, {name: _plain(value) for name, value in args.items()}
        )
        if errors:
            raise KeyError(f"{key}: {errors[0]}")
        return str(text)


def harmless(text: str) -> str:
    """The text with a sign in place of everything that is not a letter, mark, digit, symbol or space."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def _plain(value: str | int | float) -> Any:
    return harmless(value) if isinstance(value, str) else fluent_number(value, useGrouping=False)
