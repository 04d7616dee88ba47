"""The tags: which number opens which command and fact.

Each class says its own, beside its name; this gathers them, from every file of `protocol.commands` and
`protocol.facts`. A number once given is never given to something else: journals live for years. The whole
table stands, to be read, in `tests/golden/wire.txt`.
"""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import TypeVar

from protocol import commands, facts
from protocol.commands.command import Command
from protocol.facts.fact import Fact
from protocol.wire.coders import Coder, tagged_coder
from protocol.word import Word

AnyWord = TypeVar("AnyWord", bound=Word)


def gathered(package: ModuleType, base: type[AnyWord]) -> Mapping[int, type[AnyWord]]:
    """The words of a package by tag, in order of tag. Raises ValueError for a tag that two have."""
    by_tag: dict[int, type[AnyWord]] = {}
    for kind in _words_in(package, base):
        other = by_tag.setdefault(kind.tag, kind)
        if other is not kind:
            raise ValueError(f"tag {kind.tag} is given to {other.__name__} and to {kind.__name__}")
    return dict(sorted(by_tag.items()))


def _words_in(package: ModuleType, base: type[AnyWord]) -> Iterator[type[AnyWord]]:
    for found in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{found.name}")
        for kind in vars(module).values():
            here = isinstance(kind, type) and kind.__module__ == module.__name__
            if here and issubclass(kind, base) and kind is not base:
                yield kind


COMMANDS: Mapping[int, type[Command]] = gathered(commands, Command)
FACTS: Mapping[int, type[Fact]] = gathered(facts, Fact)

COMMAND_CODER: Coder = tagged_coder(COMMANDS)
FACT_CODER: Coder = tagged_coder(FACTS)
