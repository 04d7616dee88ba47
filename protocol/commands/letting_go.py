"""Wishes about the end: handing over, the citizen who goes on alone, the check and the feedback."""

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.commands.command import Command
from protocol.model.letting_go import CitizenView
from protocol.model.number import counting
from protocol.model.text import Name, Text, name_field, storable


@frozen(kw_only=True)
class HandOver(Command, tag=41):
    """Offer it to a named taker, with what they must know (A41, A42)."""

    incident: int = field(validator=counting)
    taker: Name = field(validator=name_field)
    packet: Text = field(validator=storable(2_000))


@frozen(kw_only=True)
class AcknowledgeHandover(Command, tag=42):
    """Say that the taker has it: said by the taker, or by whoever heard the taker say so."""

    incident: int = field(validator=counting)


@frozen(kw_only=True)
class LetCitizenGoOn(Command, tag=43):
    """Say why the citizen can go on alone (A43)."""

    incident: int = field(validator=counting)
    why: Text = field(validator=storable(500))


@frozen(kw_only=True)
class CheckEnd(Command, tag=44):
    """Say, as one that reacted or as the OpCo, that it is done, and how the citizen sees it (A19)."""

    incident: int = field(validator=counting)
    citizen: CitizenView = field(validator=instance_of(CitizenView))


@frozen(kw_only=True)
class GiveFeedback(Command, tag=45):
    """Tell the melder how it ended (A20), or record why that is not possible."""

    incident: int = field(validator=counting)
    text: Text = field(validator=storable(500))
    given: bool = field(default=True, validator=instance_of(bool))
