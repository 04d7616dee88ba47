"""The words that may be typed for a status, a phase, a reaction and so on, in Dutch and in English. Pure.

These are input; the words that a person reads stand in the texts. Any unique beginning will do.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from console.actions.action import ArgKind
from protocol.model.autonomy import Autonomy
from protocol.model.choice import ChoiceReason
from protocol.model.entry import CardKind
from protocol.model.intake import Question, Source
from protocol.model.letting_go import CitizenView
from protocol.model.means import Means
from protocol.model.melder import MelderKind
from protocol.model.order import Order
from protocol.model.phase import Phase
from protocol.model.reaction import ReactionKind
from protocol.model.scale import MAX_GRIP, Level, WhoKind
from protocol.model.unit_status import UnitStatus
from protocol.model.work import Aim, CitizenRole

T = TypeVar("T")

STATUS_WORDS: Mapping[UnitStatus, tuple[str, ...]] = {
    UnitStatus.AVAILABLE: ("beschikbaar", "available", "vrij", "free"),
    UnitStatus.ASSIGNED: ("uitgegeven", "assigned"),
    UnitStatus.EN_ROUTE: ("aanrijdend", "en route", "onderweg"),
    UnitStatus.ON_SCENE: ("ter plaatse", "on scene", "tp"),
    UnitStatus.UNAVAILABLE: ("niet inzetbaar", "unavailable"),
}
PHASE_WORDS: Mapping[Phase, tuple[str, ...]] = {
    Phase.MERGE_IN: ("invoegen", "merge-in"),
    Phase.ADD: ("toevoegen", "add"),
    Phase.MERGE_OUT: ("uitvoegen", "merge-out"),
    Phase.CLOSED: ("gesloten", "closed"),
}
MEANS_WORDS: Mapping[Means, tuple[str, ...]] = {
    Means.CAR: ("auto", "car"),
    Means.MOTORCYCLE: ("motor", "motorcycle"),
    Means.BICYCLE: ("fiets", "bicycle"),
    Means.FOOT: ("voet", "foot", "te voet", "on foot"),
}
CREW_WORDS: Mapping[int, tuple[str, ...]] = {
    1: ("solo", "solo", "alleen", "alone"),
    2: ("koppel", "pair", "duo"),
}
AUTONOMY_WORDS: Mapping[Autonomy, tuple[str, ...]] = {
    Autonomy.GUIDED: ("begeleid", "guided"),
    Autonomy.INDEPENDENT: ("zelfstandig", "independent"),
    Autonomy.LEADING: ("leidend", "leading"),
}
LANGUAGE_WORDS: Mapping[str, tuple[str, ...]] = {
    "nl": ("nl", "nederlands", "dutch"),
    "en": ("en", "engels", "english"),
}
SOURCE_WORDS: Mapping[Source, tuple[str, ...]] = {
    Source.EMERGENCY_CALL: ("112", "emergency"),
    Source.SERVICE_CALL: ("0900", "service"),
    Source.COUNTER: ("balie", "counter"),
    Source.STREET: ("straat", "street"),
    Source.INTERNET: ("internet", "internet", "web"),
    Source.ALARM: ("alarm", "alarm"),
    Source.OWN_OBSERVATION: ("eigen waarneming", "own observation"),
}
QUESTION_WORDS: Mapping[Question, tuple[str, ...]] = {
    Question.URGENT_POLICE: ("spoed", "urgent"),
    Question.URGENT_OTHER: ("spoed elders", "urgent elsewhere"),
    Question.CAN_WAIT_POLICE: ("kan wachten", "can wait"),
    Question.CAN_WAIT_OTHER: ("kan wachten elders", "can wait elsewhere"),
    Question.INFORMATION: ("informatie", "information"),
}
MELDER_WORDS: Mapping[MelderKind, tuple[str, ...]] = {
    MelderKind.CITIZEN: ("burger", "citizen"),
    MelderKind.COMPANY: ("bedrijf", "company"),
    MelderKind.PUBLIC_BODY: ("overheid", "public-body"),
    MelderKind.PARTNER: ("partner", "ketenpartner"),
}
REACTION_WORDS: Mapping[ReactionKind, tuple[str, ...]] = {
    ReactionKind.UNIT_NOW: ("eenheid", "unit", "eenheid nu", "unit now"),
    ReactionKind.AGREED_LATER: ("later", "later", "afspraak", "appointment"),
    ReactionKind.NEIGHBOURHOOD_OFFICER: ("wijkagent", "neighbourhood"),
    ReactionKind.REFERRAL: ("verwijzing", "referral", "doorverwijzing"),
    ReactionKind.BY_TELEPHONE: ("telefonisch", "phone", "telephone"),
    ReactionKind.INFORMATION_TAKEN: ("informatie", "information", "aangenomen", "taken"),
}
AIM_WORDS: Mapping[Aim, tuple[str, ...]] = {
    Aim.PROTECT: ("beschermen", "protect"),
    Aim.LIMIT: ("begrenzen", "limit"),
    Aim.STRENGTHEN: ("bekrachtigen", "strengthen"),
}
CITIZEN_ROLE_WORDS: Mapping[CitizenRole, tuple[str, ...]] = {
    CitizenRole.ACTIVE_ON_SCENE: ("actief", "active"),
    CitizenRole.INVOLVED_MELDER: ("melder", "involved", "caller", "betrokken"),
    CitizenRole.VOLUNTEER: ("vrijwilliger", "volunteer"),
    CitizenRole.LOOKOUT: ("uitkijk", "lookout"),
}
CITIZEN_VIEW_WORDS: Mapping[CitizenView, tuple[str, ...]] = {
    CitizenView.AGREES: ("akkoord", "agrees", "eens"),
    CitizenView.NOT_REACHED: ("niet bereikt", "not reached"),
    CitizenView.DISAGREES: ("oneens", "disagrees"),
}
ORDER_WORDS: Mapping[Order, tuple[str, ...]] = {
    Order.ARRIVAL: ("aankomst", "arrival"),
    Order.PRIORITY: ("prioriteit", "priority"),
}
CHOICE_REASON_WORDS: Mapping[ChoiceReason, tuple[str, ...]] = {
    ChoiceReason.COMPETENCE: ("vaardigheid", "competence", "1"),
    ChoiceReason.KNOWS_THEM: ("bekend", "known", "2"),
    ChoiceReason.WORK: ("werk", "work", "3"),
    ChoiceReason.WATERLINE: ("waterlijn", "waterline", "4"),
    ChoiceReason.ASKED: ("gevraagd", "asked", "5"),
    ChoiceReason.POSITION: ("positie", "position", "6"),
    ChoiceReason.OTHER: ("anders", "other", "7"),
}
CARD_KIND_WORDS: Mapping[CardKind, tuple[str, ...]] = {
    CardKind.ADDRESS: ("adres", "address"),
    CardKind.VEHICLE: ("voertuig", "vehicle"),
    CardKind.WARNING: ("waarschuwing", "warning"),
    CardKind.PERSON: ("persoon", "person"),
    CardKind.OTHER: ("anders", "other"),
}
WHO_KIND_WORDS: Mapping[WhoKind, tuple[str, ...]] = {
    WhoKind.KNOWS: ("weet", "knows"),
    WhoKind.CAN: ("kan", "can"),
    WhoKind.DOES: ("doet", "does"),
}
LEAD_WORDS: Mapping[bool, tuple[str, ...]] = {
    True: ("centraal", "central"),
    False: ("decentraal", "decentral"),
}
LEVEL_WORDS: Mapping[Level, tuple[str, ...]] = {
    Level.TEAM: ("team", "team"),
    Level.DISTRICT: ("district", "district"),
    Level.REGION: ("regio", "region"),
    Level.SUPRA_REGIONAL: ("bovenregionaal", "supra-regional"),
    Level.NATIONAL: ("landelijk", "national", "nationaal"),
    Level.INTERNATIONAL: ("internationaal", "international"),
}
GRIP_WORDS: Mapping[int, tuple[str, ...]] = {
    0: ("0", "0", "geen", "none", "grip0"),
    **{grip: (str(grip), str(grip), f"grip{grip}") for grip in range(1, MAX_GRIP + 1)},
}
"""Dutch first, English second; the first two are what completion offers."""

WORDS: Mapping[ArgKind, Mapping[Any, tuple[str, ...]]] = {
    ArgKind.SOURCE: SOURCE_WORDS,
    ArgKind.QUESTION: QUESTION_WORDS,
    ArgKind.REACTION: REACTION_WORDS,
    ArgKind.AIM: AIM_WORDS,
    ArgKind.CITIZEN_ROLE: CITIZEN_ROLE_WORDS,
    ArgKind.CITIZEN_VIEW: CITIZEN_VIEW_WORDS,
    ArgKind.ORDER: ORDER_WORDS,
    ArgKind.CREW: CREW_WORDS,
    ArgKind.AUTONOMY: AUTONOMY_WORDS,
    ArgKind.CHOICE_REASON: CHOICE_REASON_WORDS,
    ArgKind.CARD_KIND: CARD_KIND_WORDS,
    ArgKind.WHO_KIND: WHO_KIND_WORDS,
    ArgKind.LEAD: LEAD_WORDS,
    ArgKind.LEVEL: LEVEL_WORDS,
    ArgKind.GRIP: GRIP_WORDS,
}
"""The kinds that are read and completed in one way."""

MOST_WORDS = 3
"""The longest word for a value, in words."""


def meant(word: str, words: Mapping[T, tuple[str, ...]]) -> tuple[T, ...]:
    """What the word can mean: one thing when it is a word for it or begins only words for it."""
    wanted = _plain(word)
    exact = [value for value, spelled in words.items() if wanted in map(_plain, spelled)]
    if exact:
        return (exact[0],)
    if not wanted:
        return ()
    return tuple(
        value for value, spelled in words.items() if any(_plain(each).startswith(wanted) for each in spelled)
    )


LEAST_FLAG_CHARS = 3
"""A flag stands before free text, so a shorter beginning is a word of the text."""


def flagged(word: str, words: tuple[str, ...]) -> bool:
    """True when the word is one of these, or begins one."""
    wanted = _plain(word)
    return wanted in words or (
        len(wanted) >= LEAST_FLAG_CHARS and any(each.startswith(wanted) for each in words)
    )


def word_for(value: Any, words: Mapping[Any, tuple[str, ...]], language: str) -> str:
    """The word to type for the value, in that language."""
    return words[value][1 if language == "en" else 0]


def _plain(word: str) -> str:
    return " ".join(word.casefold().replace("-", " ").split())
