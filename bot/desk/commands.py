"""The ``/brief`` command: what was typed, as an instruction."""

from typing import Final, Literal, get_args

from bot.model import Record
from bot.ports import Command, Platform
from bot.settings import SectionName

SECTIONS: Final[tuple[SectionName, ...]] = get_args(SectionName)
HELP: Final = """\
/brief LINK – read an article and answer with its brief
/brief actors LINK – only who matters (also: gist, demands, errors)
/brief all LINK – every finding, the less likely ones too (also: all errors LINK)
/brief search WORDS – find what was read here before
/brief forget LINK – remove an article (admins)
/brief forget everything – remove all that was read here, and the settings (admins)
/brief help – this text"""

EVERYTHING: Final = "everything"
"""What is forgotten when this stands in place of a link."""


class Instruction(Record):
    """``verb`` is what to do; ``rest`` what to do it with; ``sections`` what to show of a
    brief; ``whole`` to show all of that, not only what is worth it unasked.
    """

    verb: Literal["brief", "search", "forget", "help"]
    rest: str = ""
    sections: tuple[SectionName, ...] = ()
    whole: bool = False


def understand(command: Command) -> Instruction:
    """What a command asks for. Anything that is no known word is taken for a link to brief."""
    word, rest = _first(command.argument)
    match word:
        case "" | "help":
            return Instruction(verb="help")
        case "search":
            return Instruction(verb="search", rest=rest)
        case "forget":
            return Instruction(verb="forget", rest=rest)
        case _:
            return _to_brief(command.argument)


def _to_brief(argument: str) -> Instruction:
    """``[all] [SECTION] LINK``."""
    word, rest = _first(argument)
    whole = word == "all"
    if whole:
        argument, (word, rest) = rest, _first(rest)
    sections = tuple(section for section in SECTIONS if section == word)
    return Instruction(verb="brief", rest=rest if sections else argument.strip(), sections=sections, whole=whole)


def _first(text: str) -> tuple[str, str]:
    """The first word, in small letters, and what follows it."""
    words = text.split(maxsplit=1)
    return (words[0].lower() if words else "", words[1].strip() if len(words) > 1 else "")


def markup_of(platform: Platform) -> Platform | None:
    """The markup in which links are looked for in a command.

    On Discord that is plain text: ``<LINK>``, which asks not to expand a link, is how people keep their own
    command from growing a preview, and they want the brief all the same.
    """
    return None if platform is Platform.DISCORD else platform
