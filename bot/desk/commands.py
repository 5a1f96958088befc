"""The ``/brief`` command: what was typed, as an instruction."""

from typing import Final, Literal, get_args

from bot.model import Record
from bot.ports import Command, Platform
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
    words = command.argument.split(maxsplit=1)
    word, rest = words[0].lower() if words else "help", words[1] if len(words) > 1 else ""
    if word == "help":
        return Instruction(verb="help")
    if word == "search":
        return Instruction(verb="search", rest=rest.strip())
    if word == "forget":
        return Instruction(verb="forget", rest=rest.strip())
    sections = tuple(section for section in SECTIONS if section == word)
    if sections:
        return Instruction(verb="brief", rest=rest.strip(), sections=sections)
    return Instruction(verb="brief", rest=command.argument.strip())


def markup_of(platform: Platform) -> Platform | None:
    """The markup in which links are looked for in a command.

    On Discord that is plain text: ``<LINK>``, which asks not to expand a link, is how people keep their own
    command from growing a preview, and they want the brief all the same.
    """
    return None if platform is Platform.DISCORD else platform
