"""The ``/brief`` command: what was typed, as an instruction."""

from typing import Final, Literal, get_args

from bot.model import Record
from bot.ports import Command
from bot.settings import SectionName

SECTIONS: Final[tuple[SectionName, ...]] = get_args(SectionName)
HELP: Final = """\
/brief LINK – read an article and answer with its brief
/brief actors LINK – only who matters (also: gist, demands, errors)
/brief search WORDS – find what was read here before
/brief forget LINK – remove an article (admins)
/brief help – this text"""


class Instruction(Record):
    """``verb`` is what to do; ``rest`` what to do it with; ``sections`` what to show of a brief."""

    verb: Literal["brief", "search", "forget", "help"]
    rest: str = ""
    sections: tuple[SectionName, ...] = ()


def understand(command: Command) -> Instruction:
    """What a command asks for. Anything that is no known word is taken for a link to brief."""
    first, _, rest = command.argument.strip().partition(" ")
    word = first.lower()
    if not word or word == "help":
        return Instruction(verb="help")
    if word == "search":
        return Instruction(verb="search", rest=rest.strip())
    if word == "forget":
        return Instruction(verb="forget", rest=rest.strip())
    sections = tuple(section for section in SECTIONS if section == word)
    if sections:
        return Instruction(verb="brief", rest=rest.strip(), sections=sections)
    return Instruction(verb="brief", rest=command.argument.strip())
