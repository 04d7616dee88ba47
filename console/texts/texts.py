"""A key and its arguments -> a sentence in the user's language.

Owns the Fluent bundles; reads the .ftl files beside it once, at start. Everything that shows words takes a
`Texts`. It never decides what to say and never looks at the board.
"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from console.harmless import harmless
from protocol.errors import Reason, Refused
from protocol.model.means import Means
from protocol.model.phase import Phase
from protocol.model.role import Role
from protocol.model.unit_status import UnitStatus
from protocol.wire.messages import Refusal

LANGUAGES = ("nl", "en")

_CACHED = 4_096
"""Sentences with arguments that are kept ready; ages and distances recur."""

_LONGEST = 2_000
"""Fluent refuses an argument of more than 2,500 characters; a longer one than this goes in afterwards."""

_WORD_PREFIX_BY_SUFFIX = {
    "_status": "status-",
    "_phase": "phase-",
    "_role": "role-",
    "_command": "command-",
    "_reaction": "reaction-",
    "_promise": "promise-",
}
"""What the names of a refusal's arguments tell about their values."""

_WHYS = {Reason.JOURNAL_UNAVAILABLE: "journal-", Reason.BACK_NEVER: "back-why-"}
"""Refusals whose `why` is the end of the key of a sentence."""


class MissingText(KeyError):
    """A key that no text has, or a text that needs an argument which was not given."""


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:
        self.names.add(node.id.name)


class Texts:
    """The sentences of one language.

    `strict` raises MissingText for a key or an argument that is missing; otherwise the key is shown in its
    place, because a console with an ugly word is better than none.
    """

    def __init__(self, language: str = "nl", *, strict: bool = False) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"language must be one of {', '.join(LANGUAGES)}, got {language!r}")
        self.language = language
        self.strict = strict
        self._bundle = _bundle(language)
        self._fixed: dict[str, str] = {}
        self._filled = lru_cache(_CACHED)(self._format)

    def say(self, key: str, **args: str | int | float) -> str:
        """The sentence of that key, harmless to a terminal whatever the arguments hold.

        Numbers come out without thousands separators. Raises MissingText when strict.
        """
        if args:
            return self._filled(key, tuple(args.items()))
        fixed = self._fixed.get(key)
        if fixed is None:
            fixed = self._fixed[key] = self._format(key, ())
        return fixed

    def has(self, key: str) -> bool:
        """True when there is such a sentence."""
        return bool(self._bundle.has_message(key))

    def refusal(self, refusal: Refusal | Refused) -> str:
        """Why a command was refused, in words. An argument the server did not send reads as a dash."""
        args = refusal.args_by_name if isinstance(refusal, Refused) else refusal.args_by_name()
        key = f"refusal-{refusal.reason}"
        shown = {name: self._word(refusal.reason, name, value) for name, value in args.items()}
        wanted = variables(self.language).get(key, frozenset())
        return self.say(key, **{name: shown.get(name, "–") for name in sorted(wanted)})

    def status(self, status: UnitStatus, *, short: bool = False) -> str:
        """The word for a unit's status; the short form fits a column of eight cells."""
        return self.say(f"status-{status.key}-short" if short else f"status-{status.key}")

    def phase(self, phase: Phase) -> str:
        """The word for a phase."""
        return self.say(f"phase-{phase.key}")

    def phase_letter(self, phase: Phase) -> str:
        """One letter for a phase: I, T, U or X."""
        return self.say(f"phase-{phase.key}-letter")

    def role(self, role: Role) -> str:
        """The word for a role."""
        return self.say(f"role-{role.key}")

    def means(self, means: Means) -> str:
        """The word for a means of moving."""
        return self.say(f"means-{means.key}")

    def missing(self, keys: Iterable[str], *, short: bool = False) -> str:
        """What is missing to let go, in words, from keys of Missing; what to type for each unless short."""
        prefix = "missing-short-" if short else "missing-"
        known = (f"{prefix}{key}" for key in keys)
        return "; ".join(self.say(key) if self.has(key) else key.removeprefix(prefix) for key in known)

    def _word(self, reason: Reason, name: str, value: str | int) -> str | int:
        if reason is Reason.CANNOT_LET_GO and name == "missing":
            return self.missing(str(value).split(","))
        if reason in _WHYS and name == "why":
            key = f"{_WHYS[reason]}{value}"
        else:
            prefix = next((p for s, p in _WORD_PREFIX_BY_SUFFIX.items() if name.endswith(s)), None)
            if prefix is None or not isinstance(value, str):
                return value
            key = prefix + _kebab(value)
        return self.say(key) if self.has(key) else value

    def _format(self, key: str, args: tuple[tuple[str, str | int | float], ...]) -> str:
        if not self._bundle.has_message(key):
            return self._missing(key, key)
        pattern = self._bundle.get_message(key).value
        given = {name: _plain(value) for name, value in args}
        # No argument holds a control character, so none can be taken for one of these.
        long = {
            name: f"\x00{name}\x00"
            for name, value in given.items()
            if isinstance(value, str) and len(value) > _LONGEST
        }
        text, errors = self._bundle.format_pattern(pattern, {**given, **long})
        if errors:
            return self._missing(f"{key}: {errors[0]}", str(text))
        said = str(text)
        for name, token in long.items():
            said = said.replace(token, given[name])
        return said

    def _missing(self, what: str, instead: str) -> str:
        if self.strict:
            raise MissingText(what)
        return instead


@cache
def variables(language: str) -> Mapping[str, frozenset[str]]:
    """The names of the arguments that each key of a language needs."""
    found: dict[str, frozenset[str]] = {}
    for resource in _resources(language):
        for message in resource.body:
            if isinstance(message, ast.Message):
                visitor = _Variables()
                visitor.visit(message)
                found[message.id.name] = frozenset(visitor.names)
    return found


@cache
def _resources(language: str) -> tuple[Any, ...]:
    folder = files("console.texts").joinpath(language)
    paths = sorted(
        (path for path in folder.iterdir() if path.name.endswith(".ftl")), key=lambda path: path.name
    )
    return tuple(FluentResource(path.read_text(encoding="utf-8")) for path in paths)


def _bundle(language: str) -> Any:
    bundle = FluentBundle([language], use_isolating=False)
    for resource in _resources(language):
        bundle.add_resource(resource)
    return bundle


def _plain(value: str | int | float) -> Any:
    return harmless(value) if isinstance(value, str) else fluent_number(value, useGrouping=False)


def _kebab(name: str) -> str:
    """`OpenIncident` -> `open-incident`; a name in kebab case stays as it is."""
    return "".join(f"-{char.lower()}" if char.isupper() else char for char in name).lstrip("-")
