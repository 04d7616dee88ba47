"""What somebody comes to see who did not see it before: never journalled, only told.

Made by the server's visibility for one audience, in the place of a fact that widens or narrows its view.
"""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.about import About, Line
from protocol.facts.fact import Fact
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind
from protocol.model.number import counting


@frozen(kw_only=True)
class IncidentShown(Fact, tag=88):
    """This is the incident, as far as the audience may see it."""

    incident_now: Incident = field(validator=instance_of(Incident))

    def about(self) -> About:
        """The incident that it holds, with both its lines."""
        number = self.incident_now.number
        return About(incidents=(number,), lines=tuple(Line(incident=number, kind=each) for each in LineKind))


@frozen(kw_only=True)
class IncidentHidden(Fact, tag=89):
    """The audience sees this incident no longer."""

    incident: int = field(validator=counting)
