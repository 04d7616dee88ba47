"""A digit that lights up before it acts, so that a sentence that begins with it is still a sentence. Pure."""

from enum import Enum, auto

from attrs import frozen

from console.row.deed import Deed

SHORT_S = 0.35
"""How long a digit of a list stands lit."""

LONG_S = 1.0
"""How long a status stands lit: a unit's screen is pressed while driving."""


class Kind(Enum):
    """What the digit stands for."""

    DEED = auto()
    """Behind Space."""

    PICK = auto()
    """Somebody of the list of who could go."""

    MISSING = auto()
    """Something that is missing to let go."""

    REASON = auto()
    """Why somebody else than the nearest."""

    IN_NEED = auto()
    """What to do for a colleague in need."""

    STATUS = auto()
    """What the own unit does, as on the radio."""


@frozen(kw_only=True, eq=False)
class Lit:
    """One digit that is lit. Each is another, also with the same number."""

    kind: Kind
    digit: int
    held: str
    """What it is when it turns out to be words: the Space before it is part of it."""

    meant: object = None
    """What was painted behind the digit when it was pressed: only that is done."""

    @property
    def lasts_s(self) -> float:
        """Until it acts by itself."""
        return LONG_S if self.kind is Kind.STATUS else SHORT_S


def deed_meant(lit: Lit) -> Deed | None:
    """The deed of a digit behind Space."""
    return lit.meant if isinstance(lit.meant, Deed) else None
