"""Which names in an article are those of news outlets."""

import re

from spacy.tokens import Doc

from bot.language.outlets import outlet

_LIKE_AN_OUTLET = re.compile(
    r"\A(?:.+ (?:Times|Post|Herald|Daily|News|Gazette|Tribune|Telegraph|Guardian|Journal|Chronicle|Observer|Mail"
    r"|Mirror|Standard|Independent|Express|Globe|Star|Sun|Courier|Argus|Echo|Examiner|Inquirer|Dispatch|Bulletin|Press"
    r"|Register|Sentinel|Lantern|Courant|Wire|Beacon|Ledger|Reporter|Bugle|Clarion|Enquirer|Messenger|Spectator"
    r"|Statesman|Newswire|News Agency|[Nn]ewspaper|Broadcasting Corporation"
    r"|TV|Television|Radio|Today|Review|Weekly|Magazine)|(?:Radio|TV|Daily"
    r"|Canal|Channel) .+|[A-Z]{0,2}TV[A-Z0-9]?)"
)


def is_outlet(name: str) -> bool:
    """True for an outlet of the gazetteer and for a name built like one."""
    bare = bare_name(name)
    return outlet(name) is not None or outlet(bare) is not None or bool(_LIKE_AN_OUTLET.fullmatch(bare))


def bare_name(name: str) -> str:
    """A name without a leading "the" or a possessive ending."""
    return re.sub(r"^[Tt]he |[’']s?$", "", name.strip())


def named_outlets(docs: tuple[Doc, ...]) -> frozenset[str]:
    """Names of outlets among the entities of some parses."""
    return frozenset(bare_name(ent.text) for doc in docs for ent in doc.ents if is_outlet(ent.text))
