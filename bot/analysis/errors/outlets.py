"""Which names in an article are those of news outlets."""

import re

from spacy.tokens import Doc

from bot.language.outlets import outlet

_HEADS = (
    "Times|Post|Herald|Daily|News|Gazette|Tribune|Telegraph|Guardian|Journal|Chronicle|Observer|Mail|Mirror|Standard"
    "|Independent|Express|Globe|Star|Sun|Courier|Argus|Echo|Examiner|Inquirer|Dispatch|Bulletin|Press|Register|Sentinel"
    "|Lantern|Courant|Wire|Beacon|Ledger|Reporter|Bugle|Clarion|Enquirer|Messenger|Spectator|Statesman|Newswire"
    "|News Agency|[Nn]ewspaper|Broadcasting Corporation|Broadcasting Service|TV|Television|Radio|Today|Review|Weekly"
    "|Magazine|Mercury|Advertiser|Advocate|Recorder|Record|Pioneer|Nation|Monitor|Citizen|Evening Post|Gleaner"
    "|Intelligencer|Vindicator|Picayune|Quarterly|Digest|FM|Online|Newsroom|Leader"
)
_ABROAD = (
    "Gazeta|Gazzetta|Gaceta|Gazette|Zeitung|Tageblatt|Anzeiger|Nachrichten|Rundschau|Kurier|Presse|Jornal|Journalul"
    "|Diario|Diário|Diari|Noticias|Notícias|Correio|Correo|Corriere|Giornale|Messaggero|Mattino|Periódico|Prensa"
    "|Courrier|Dépêche|Matin|Vjesnik|Novosti|Novine|Dnevnik|Pravda|Izvestia|Vecernji|Večernji|Jutarnji|Dziennik|Kurjer"
    "|Noviny|Deník|Hírlap|Nemzet|Ziarul|Sportul|Adevărul|Nieuwsblad|Dagblad|Handelsblad|Dagens|Nyheter|Tidende|Avisen"
    "|Tidning|Sanomat|Shimbun|Ilbo|Ribao|Post-Zeitung|Haber|Sabah|Gazetesi|Kompas|Warta|Habari|Televisión|Televisão"
    "|Telegraaf|Volksblad|Vestnik|Vesti|Lajm|Rádio|Kathimerini|Al-Ahram|Hebdo"
)
_COMPOUND = (
    r"[A-Z][a-zäöüåæø]+(?:zeitung|blatt|bladet|posten|avisen|tidende|tidningen|lehti|anzeiger|kurier|woche|presse)"
)
_LIKE_AN_OUTLET = re.compile(
    rf"\A(?:.+ (?:{_HEADS})|(?:.+ )?(?:Review|Journal|Voice|Times|Radio|Chronicle) of (?:the )?[A-Z].+"
    rf"|(?:.+ )?(?:{_ABROAD})(?: .+)?|(?:Radio|TV|Daily|Canal|Channel|Télé) .+|[A-Z]{{0,2}}TV[A-Z0-9]?|{_COMPOUND})"
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
