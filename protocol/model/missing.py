"""What can be missing when an incident is to be let go: said by the guard, passed over in an emergency."""

from enum import IntEnum


class Missing(IntEnum):
    """Each is one thing to do; the console has one key to each."""

    REACTION = 1
    """Nobody recorded how the police react (A3)."""

    TAKER = 2
    """No named taker, and not said that the citizen can go on alone (A41, A43)."""

    ACKNOWLEDGEMENT = 3
    """The taker has not said: I have it (A42)."""

    REFERRAL = 4
    """A partner has not accepted (A23)."""

    PROMISE = 5
    """A promise is still open (A13)."""

    CHECK = 6
    """None of those that reacted, nor their OpCo, says that it is done (A44)."""

    FEEDBACK = 7
    """The melder has not heard how it ended, nor is it recorded why not (A20)."""

    WHAT = 8
    """Nobody said what it is."""

    PLACE = 9
    """Nobody said where it is."""

    @property
    def key(self) -> str:
        """The key of its sentence in the texts."""
        return self.name.lower()
