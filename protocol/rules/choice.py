"""Who was sent beside who was nearest (B6): which choice still asks for a reason."""

from protocol.model.incident import Incident


def unexplained(incident: Incident) -> int | None:
    """The place in `choices` of the newest that passed over somebody nearer without a word; None for none."""
    last = len(incident.choices) - 1
    return next(
        (at for at in range(last, -1, -1) if asks_reason(incident, at)),
        None,
    )


def asks_reason(incident: Incident, at: int) -> bool:
    """True when that choice passed over somebody nearer and nobody said why."""
    choice = incident.choices[at]
    return bool(choice.nearest) and choice.reason is None
