"""The melder: who called for help, as far as is known.

Told at the intake or later; police-only. A melder has no account and no role.
"""

from enum import IntEnum

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.model.text import Name, storable

melder_name_field = storable(100, empty=True)
melder_number_field = storable(30, empty=True)


class MelderKind(IntEnum):
    """Whom the police have before them (A88)."""

    CITIZEN = 1
    COMPANY = 2
    PUBLIC_BODY = 3
    PARTNER = 4

    @property
    def key(self) -> str:
        """The key of the word in the texts and on the command line."""
        return self.name.lower().replace("_", "-")


@frozen(kw_only=True)
class Melder:
    """Who called; every field may be empty, and a melder may stay unknown."""

    kind: MelderKind = field(default=MelderKind.CITIZEN, validator=instance_of(MelderKind))
    name: Name = field(default=Name(""), validator=melder_name_field)
    number: Name = field(default=Name(""), validator=melder_number_field)
    """A telephone number, as given."""

    call_back: bool = field(default=False, validator=instance_of(bool))
    """True when the melder asked to be called back."""
