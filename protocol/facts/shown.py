"""What somebody comes to see who did not see it before: never journalled, only told.

Made by the server's visibility for one audience, in the place of a fact that widens or narrows its view.
"""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.model.incident import Incident
from protocol.model.number import counting


@frozen(kw_only=True)
class IncidentShown:
    """This is the incident, as far as the audience may see it."""

    incident_now: Incident = field(validator=instance_of(Incident))


@frozen(kw_only=True)
class IncidentHidden:
    """The audience sees this incident no longer."""

    incident: int = field(validator=counting)
