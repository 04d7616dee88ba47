"""One deed behind Space, as it is offered at a moment. A value."""

from attrs import frozen


@frozen(kw_only=True)
class Deed:
    """A number, what it does now, and how likely that is what comes next."""

    number: int
    action: str
    """The id of the action in the catalogue."""

    words: str
    """In the language of the desk, with whom or what it concerns: `stuur 12.09, 4 min`."""

    likely: bool = False
    """True for what would come next: bright."""

    why_not: str = ""
    """Why it cannot be done now; empty when it can."""

    target: int | None = None
    """The unit that it concerns; with it the deed is another one."""
