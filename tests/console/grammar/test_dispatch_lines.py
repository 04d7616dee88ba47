"""Lines about who goes: signing on, tasks, skills, reasons, reach; and what could stand at the cursor."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from console.actions.action import Selection
from console.actions.catalog import CATALOG
from console.actions.problem import Parsed, Problem
from console.command.command_text import written
from console.grammar.complete import complete
from console.grammar.parse import parse
from console.texts.texts import Texts
from protocol.commands.command import Command
from protocol.commands.dispatch import AskSkills, ExplainChoice
from protocol.commands.units import EndTask, SetTask, SetUnitStatus, SignOnUnit
from protocol.model.autonomy import Autonomy
from protocol.model.board import Board
from protocol.model.choice import ChoiceReason
from protocol.model.means import Means
from protocol.model.skill import normal_skills
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from tests.console.grammar.make import BOARD, NOTHING, typed

ON_417 = Selection(incident=417, unit=1)


def skills(*words: str) -> tuple[Name, ...]:
    """As the model has them."""
    return tuple(map(Name, words))


def signed_on(call_sign: str = "12.09", **more: Any) -> SignOnUnit:
    """A pair in a car, unless more is said."""
    return SignOnUnit(call_sign=Name(call_sign), **more)


@pytest.mark.parametrize(
    ("line", "commands"),
    [
        ("aanmelden 12.09", (signed_on(),)),
        ("aanmelden solo fiets 12.09", (signed_on(crew=1, means=Means.BICYCLE),)),
        ("aanmelden 12.09 12.10 koppel", (signed_on(), signed_on("12.10"))),
        ("signon 12.09 pair leading", (signed_on(autonomy=Autonomy.LEADING),)),
        (
            "aanmelden 12.09 begeleid team:Oude Stad kan:fries, eerste hulp",
            (
                signed_on(
                    autonomy=Autonomy.GUIDED, team=Name("Oude Stad"), skills=skills("fries", "eerste hulp")
                ),
            ),
        ),
        (
            "signon 12.09 can:Taser dog team:North",
            (signed_on(team=Name("North"), skills=skills("taser", "dog")),),
        ),
        ("taak 12.03 Buurtonderzoek", (SetTask(unit=1, what=Name("Buurtonderzoek")),)),
        (
            "task 12.03 12.04 fixed interview of 10",
            (
                SetTask(unit=1, what=Name("interview of 10"), interruptible=False),
                SetTask(unit=2, what=Name("interview of 10"), interruptible=False),
            ),
        ),
        ("taak 12.03 -- vast werk", (SetTask(unit=1, what=Name("vast werk")),)),
        ("afgerond 12.03", (EndTask(unit=1),)),
        ("finished 1203 12.04", (EndTask(unit=1), EndTask(unit=2))),
        ("aangekomen 13.01", (SetUnitStatus(unit=3, status=UnitStatus.ON_SCENE),)),
        ("vereist 417 fries, taser", (AskSkills(incident=417, skills=skills("fries", "taser")),)),
        ("requires 417 Frisian taser", (AskSkills(incident=417, skills=skills("frisian", "taser")),)),
        ("vereist 417 eerste hulp,", (AskSkills(incident=417, skills=skills("eerste hulp")),)),
        ("vereist 417 -", (AskSkills(incident=417),)),
        ("waarom 417 3", (ExplainChoice(incident=417, reason=ChoiceReason.WORK),)),
        ("waarom 417 bekend", (ExplainChoice(incident=417, reason=ChoiceReason.KNOWS_THEM),)),
        ("why 417 waterline", (ExplainChoice(incident=417, reason=ChoiceReason.WATERLINE),)),
        ("why 2 6", (ExplainChoice(incident=2, reason=ChoiceReason.POSITION),)),
    ],
)
def test_a_line_means_its_commands(line: str, commands: tuple[Command, ...]) -> None:
    """Both languages, words in any order, marks where they stand."""
    parsed = typed(line)
    assert isinstance(parsed, Parsed), parsed
    assert parsed.commands == commands


@pytest.mark.parametrize(
    ("line", "commands"),
    [
        ("taak verhoor", (SetTask(unit=1, what=Name("verhoor")),)),
        ("taak vast verhoor", (SetTask(unit=1, what=Name("verhoor"), interruptible=False),)),
        ("vereist fries", (AskSkills(incident=417, skills=skills("fries")),)),
        ("waarom 3", (ExplainChoice(incident=417, reason=ChoiceReason.WORK),)),
        ("waarom 2 6", (ExplainChoice(incident=2, reason=ChoiceReason.POSITION),)),
    ],
)
def test_the_selection_fills_in(line: str, commands: tuple[Command, ...]) -> None:
    """A digit alone is the reason; of two, the first is the melding."""
    parsed = typed(line, ON_417)
    assert isinstance(parsed, Parsed), parsed
    assert parsed.commands == commands


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("bereik", {}),
        ("bereik 8", {"minutes": 8}),
        ("reach 15min 12.03 13.01", {"minutes": 15, "sending": (1, 3)}),
        ("bereik 12.03", {"sending": (1,)}),
        ("wie 417", {"incident": 417}),
        ("stuur 417", {"incident": 417}),
    ],
)
def test_a_line_asks_with_its_values(line: str, values: dict[str, Any]) -> None:
    """Nothing is required where the screen has a usual value."""
    parsed = typed(line)
    assert isinstance(parsed, Parsed), parsed
    assert dict(parsed.values) == values


@pytest.mark.parametrize(
    ("line", "key", "word"),
    [
        ("aanmelden 12.09 sollo", "problem-not-a-crew", "sollo"),
        ("aanmelden 12.09 leidendd", "problem-not-an-autonomy", "leidendd"),
        ("aanmelden solo", "problem-missing-call-sign", ""),
        ("aanmelden 12.09 kan:" + "x" * 31, "problem-too-long", "x" * 31),
        ("vereist 417", "problem-missing-skills", ""),
        (
            "vereist 417 a b c d e f g h i j k l m",
            "problem-too-many-skills",
            "a b c d e f g h i j k l m",
        ),
        ("waarom 417", "problem-missing-choice-reason", ""),
        ("waarom 417 8", "problem-not-a-choice-reason", "8"),
        ("waarom 417 want", "problem-not-a-choice-reason", "want"),
        ("bereik 0", "problem-minutes-range", "0"),
        ("bereik 999m", "problem-minutes-range", "999m"),
        ("bereik acht", "problem-unknown-unit", "acht"),
        ("taak 12.03", "problem-missing-name", ""),
        ("vind", "problem-missing-place", ""),
    ],
)
def test_a_problem_says_what_and_where(line: str, key: str, word: str) -> None:
    """Each with its place in the line."""
    found = typed(line)
    assert isinstance(found, Problem), found
    assert (found.key, line[found.start : found.end]) == (key, word)


def _skilled() -> Board:
    """12.03 of Noord speaks Frisian, 12.04 of Oost has a dog; 417 asks for a taser."""
    units = BOARD.units.set(1, evolve(BOARD.units[1], team=Name("Noord"), skills=skills("fries")))
    units = units.set(2, evolve(BOARD.units[2], team=Name("Oost"), skills=skills("hond")))
    incidents = BOARD.incidents.set(417, evolve(BOARD.incidents[417], skills=skills("taser")))
    return evolve(BOARD, units=units, incidents=incidents)


@pytest.mark.parametrize(
    ("line", "choices"),
    [
        ("vereist 417 ", ("fries", "hond", "taser")),
        ("vereist 417 h", ("hond",)),
        ("vereist 417 fries,", ("fries,hond", "fries,taser")),
        ("vereist 417 fries, t", ("taser",)),
        ("aanmelden 12.09 team:", ("team:Noord", "team:Oost")),
        ("aanmelden 12.09 te", ("team:", "te voet")),
        ("aanmelden 12.09 kan:f", ("kan:fries",)),
        ("aanmelden 12.09 so", ("solo",)),
        ("aanmelden 12.09 lei", ("leidend",)),
        ("waarom 417 w", ("werk", "waterlijn")),
        ("taak 12.03 va", ("vast",)),
        ("bereik 12.0", ("12.03",)),
    ],
)
def test_what_could_stand_there(line: str, choices: tuple[str, ...]) -> None:
    """Teams and skills are those of the board; who cannot be called is not thought away."""
    assert complete(line, len(line), CATALOG, _skilled(), NOTHING).choices == choices


@given(
    st.lists(st.text("abc d-,", min_size=1, max_size=8), max_size=5),
    st.integers(1, 2),
    st.sampled_from(Autonomy),
    st.sampled_from(["", "Noord", "Oude Stad"]),
    st.sampled_from(["nl", "en"]),
)
def test_a_command_is_written_as_it_can_be_typed(
    words: list[str], crew: int, autonomy: Autonomy, team: str, language: str
) -> None:
    """What a waiting line shows means the same when somebody types it."""
    had = normal_skills(",".join(words).split(","))
    said: list[Command] = [
        SignOnUnit(
            call_sign=Name("12.09"), crew=crew, autonomy=autonomy, team=Name(team), skills=_plain(had)
        ),
        AskSkills(incident=417, skills=_plain(had)),
        ExplainChoice(incident=417, reason=ChoiceReason(crew)),
        SetTask(unit=1, what=Name("vast werk"), interruptible=crew == 1),
    ]
    for command in said:
        parsed = parse(written(command, BOARD, CATALOG, language), CATALOG, BOARD, NOTHING)
        assert isinstance(parsed, Parsed), parsed
        assert parsed.commands == (command,)


def _plain(had: tuple[Name, ...]) -> tuple[Name, ...]:
    """Skills as sites write them: words of letters, one space between them."""
    words = (" ".join("".join(char if char.isalpha() else " " for char in each).split()) for each in had)
    return normal_skills(list(words))


@pytest.mark.parametrize(
    ("line", "dutch", "english"),
    [
        ("doel 417 zweven", "beschermen, begrenzen, bekrachtigen", "protect, limit, strengthen"),
        ("doel 417", "beschermen, begrenzen, bekrachtigen", "protect, limit, strengthen"),
        ("doel 417 be x", "beschermen, begrenzen, bekrachtigen", "protect, limit, strengthen"),
        ("status 12.03 7", "1 aanrijdend, 2 ter plaatse", "1 en route, 2 on scene"),
    ],
)
def test_words_to_choose_from_are_in_the_readers_language(line: str, dutch: str, english: str) -> None:
    """An English sentence names English words."""
    found = typed(line)
    assert isinstance(found, Problem)
    assert dutch in found.sentence(Texts("nl", strict=True))
    assert english in found.sentence(Texts("en", strict=True))
