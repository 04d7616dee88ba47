"""What happened to the world as a whole."""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.facts.fact import Fact
from protocol.model.text import Name, name_field


@frozen(kw_only=True)
class WorldFounded(Fact, tag=1):
    """The first fact of every journal: which world this is, and whether it is an exercise."""

    world: Name = field(validator=name_field)
    exercise: bool = field(validator=instance_of(bool))
