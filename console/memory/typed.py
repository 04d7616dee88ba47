"""What somebody has typed and not sent: the value that is kept on disk and laid back on a desk. Pure.

Made by the desk when it is asked, written by `typed_file`, read back by the next run. Everything typed in one
run and one history is one value. It knows neither desk nor disk.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from attrs import evolve, field, frozen
from attrs.validators import deep_iterable, ge, instance_of, optional

from protocol.session.origin import Origin


class TypedIn(StrEnum):
    """The field in which it stands."""

    COMMAND = "command"
    FILTER = "filter"
    OPEN_LINE = "open-line"
    """On the row, for an incident; 0 for none."""

    CONTACT_LINE = "contact-line"
    """To the melder of an incident."""

    PAIR_LINE = "pair-line"
    """To the other half of a split pair; its number is the unit's. Only of earlier runs."""

    ASIDE = "aside"
    """Laid aside with its incident."""


def _aware(_instance: object, _attribute: object, value: Any) -> None:
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise ValueError(f"the time of typing must be aware, got {value!r}")


def _pairs(_instance: object, _attribute: object, value: object) -> None:
    is_it = isinstance(value, tuple) and all(
        isinstance(each, tuple) and len(each) == 2 and all(isinstance(part, str) for part in each)
        for each in value
    )
    if not is_it:
        raise ValueError(f"fields are pairs of name and text, got {value!r:.60}")


@frozen(kw_only=True)
class TypedLine:
    """One line of text under somebody's hand."""

    typed_in: TypedIn = field(validator=instance_of(TypedIn))
    number: int = field(default=0, validator=[instance_of(int), ge(0)])
    """The incident or unit that it is for; 0 for the command line and the filter."""

    text: str = field(validator=instance_of(str))
    at: datetime = field(validator=_aware)
    """When it last changed; aware UTC."""


@frozen(kw_only=True)
class HalfForm:
    """An intake form that is not finished."""

    texts: tuple[tuple[str, str], ...] = field(validator=_pairs)
    """What stands in each field, by the field's name."""

    sent: tuple[tuple[str, str], ...] = field(default=(), validator=_pairs)
    """What of it was sent already, by the field's name."""

    hand_in: str = field(default="", validator=instance_of(str))
    """The field in which somebody was typing."""

    number: int | None = field(default=None, validator=optional([instance_of(int), ge(1)]))
    """The incident that it opened; None before the server has given a number."""

    opening: int | None = field(default=None, validator=optional([instance_of(int), ge(1)]))
    """The id of the wish that opens it, while that has no answer."""

    at: datetime = field(validator=_aware)


@frozen(kw_only=True)
class Typed:
    """Everything that is typed and not sent."""

    origin: Origin | None = field(default=None, validator=optional(instance_of(Origin)))
    """The history in which it was typed; None before any welcome."""

    lines: tuple[TypedLine, ...] = field(default=(), validator=deep_iterable(instance_of(TypedLine)))
    forms: tuple[HalfForm, ...] = field(default=(), validator=deep_iterable(instance_of(HalfForm)))
    """The one in view first."""

    @property
    def empty(self) -> bool:
        """True when there is nothing to keep."""
        return not self.lines and not self.forms

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that was not sent, as it stands."""
        of_forms = (text for form in self.forms for text in unsent_texts(form))
        return (*(line.text for line in self.lines), *of_forms)

    def dated_after(self, before: "Typed", at: datetime) -> "Typed":
        """The same, changed at that moment, but for what stood there before: that keeps its time."""
        known = before if before.origin == self.origin else NOTHING
        lines = {evolve(line, at=at): line for line in known.lines}
        forms = {evolve(form, at=at): form for form in known.forms}
        now = [evolve(line, at=at) for line in self.lines], [evolve(form, at=at) for form in self.forms]
        return evolve(
            self,
            lines=tuple(lines.get(line, line) for line in now[0]),
            forms=tuple(forms.get(form, form) for form in now[1]),
        )

    def since(self, moment: datetime) -> "Typed":
        """Without what was last touched before that moment."""
        return evolve(
            self,
            lines=tuple(line for line in self.lines if line.at >= moment),
            forms=tuple(form for form in self.forms if form.at >= moment),
        )


NOTHING = Typed()


def unsent_texts(form: HalfForm) -> tuple[str, ...]:
    """What stands in its fields and was not sent, in their order."""
    sent: Mapping[str, str] = dict(form.sent)
    return tuple(text for name, text in form.texts if text.strip() and sent.get(name) != text.strip())
