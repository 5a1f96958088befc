"""Which names in an article are those of news outlets."""

import re
from collections.abc import Iterator

from bot.language.outlets import outlet
from bot.language.places import lookup
from bot.language.tokens import Doc

_HEADS = (
    "Times|Post|Herald|Daily|News|Gazette|Tribune|Telegraph|Guardian|Journal|Chronicle|Observer|Mail|Mirror|Standard"
    "|Independent|Express|Globe|Star|Sun|Courier|Argus|Echo|Examiner|Inquirer|Dispatch|Bulletin|Press|Register|Sentinel"
    "|Lantern|Courant|Wire|Beacon|Ledger|Reporter|Bugle|Clarion|Enquirer|Messenger|Spectator|Statesman|Newswire"
    "|News Agency|[Nn]ewspaper|Broadcasting Corporation|Broadcasting Service|TV|Television|Radio|Today|Review|Weekly"
    "|Magazine|Mercury|Advertiser|Advocate|Recorder|Record|Pioneer|Nation|Monitor|Citizen|Evening Post|Gleaner"
    "|Intelligencer|Vindicator|Picayune|Quarterly|Digest|FM|Online|Newsroom|Leader|Banner|Week|Insider|Freeman"
    "|Newspapers|Newsletter|Standard-Bearer|Post-Dispatch|News Network|News Service|Press Service|Newspaper Group"
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
    r"[A-Z][a-zäöüåæø]+(?:zeitung|blatt|bladet|posten|avisen|tidende|tidningen|lehti|anzeiger|kurier|woche|presse"
    r"|krant)"
)
_LIGHTS = (
    r"(?:El|La|Il|O|A|Le) (?:Faro|Voz|Voce|Voix|Verdad|Vanguardia|Razón|Opinión|Opinion|Mañana|Tarde|Estrella|Tribuna"
    r"|Nación|Nazione|Repubblica|Stampa|Libertad|Heraldo|Comercio|Universal|Tiempo|Tempo|Observador|Norte|Sur|Pueblo"
    r"|Mercurio|Nacional|Informador|Debate|Imparcial|Popolo|Progrès|Télégramme|Parisien|Républicain|Dauphiné)"
    r"(?: (?:de|del|di|della|da|do|du|des)(?: la| los)? [A-Z]\w+)?"
)
"""What papers of Romance languages are called behind an article: "La Voz de Galicia"."""
_TITLED_ABROAD = re.compile(rf"(?:De )?{_COMPOUND}|{_LIGHTS}")
_ALSO_NAMED = (
    "20 Minuten|24 Chasa|24.kg|24ur|ABC Color|ARY|Aaj|Actualité.cd|Agerpres|Agos|Akipress|Al Bayan|"
    "Al Ghad|Al Rai|Al Raya|Al-Ghad|Alsumaria|Alwihda Info|Amar Ujala|An-Nahar|"
    "Anandabazar Patrika|Angop|Animal Político|Antaranews|Arab News|Asia-Plus|Awoko|Azatutyun|BFM|BIRN|"
    "BIRN Kosovo|BNT|Balkan Insight|Berita Harian|Bernews|Bianet|Billboard|BirGün|Blic|Blick|Bol News|"
    "Bulatlat|CT24|CTK|Calcalist|Cameroon Tribune|Carbon Brief|Cayman Compass|Channel 12|Channel 13|"
    "Civil.ge|Climate Home|Club of Mozambique|Concord Times|Confidencial|Cosmopolitan|Courier-Mail|Crikey|"
    "Daily Mirror Lanka|Dainik Bhaskar|Dainik Jagran|De Morgen|Denník N|Detik|Diario Libre|Digi24|"
    "Dong-A Ilbo|Doordarshan|Duvar|EastAfrican|Eenadu|Efecto Cocuyo|El Comercio|El Deber|El Heraldo|"
    "El Khabar|El Watan|Eritrea Profile|Esquire|Etemad|Eurasianet|Express Tribune|Expressen|Expresso|"
    "Eye Radio|Fana Broadcasting|Fiji Times|Focus Taiwan|Foroyaa|France24|FrontPageAfrica|Frontier Myanmar|"
    "GMA|Gabon Review|Garowe Online|Gazeta.uz|Geo News|GhanaWeb|Goobjoog|GroundUp|Gulf Times|HK01|HRT|"
    "Hankook Ilbo|Harian Metro|Harper's|Harper’s|Hespress|Het Laatste Nieuws|Hetq|Hiiraan Online|Hotnews|"
    "Hotnews.ro|IANS|ILNA|ISNA|Igihe|Ilta-Sanomat|Iltalehti|Index.hr|Islands Business|Ittefaq|JAMnews|"
    "JTBC|Jawa Pos|JoongAng Ilbo|Joongang|Jordan Times|Jornal do Brasil|Journal du Cameroun|Jyllands-Posten|"
    "KBS|KNR|KT Press|KTN|KUNA|Kallxo|Kaniva Tonga|Kantipur|Kerr Fatou|Kerrang|Khaosod|Kloop|"
    "Koha Ditore|Kronen Zeitung|Kuensel|Kun.uz|Kurdistan 24|Kuwait Times|Kıbrıs|L'Essentiel|"
    "L'Observateur Paalga|L'Équipe|LCI|La Jornada|La Libre Belgique|La Nouvelle Tribune|La Prensa Gráfica|"
    "La República|La Tercera|Lankadeepa|Le Devoir|Le Messager|Le Nouvelliste|Le Quotidien|Le Temps|"
    "Lianhe Zaobao|Liputan6|Listín Diario|Lokmat|Loop News|Los Tiempos|Lovin Malta|Luxemburger Wort|"
    "L’Essentiel|L’Observateur Paalga|L’Équipe|MDR|Ma'an|Maariv|Maclean's|Maclean’s|Maeil Business|"
    "Magyar Hang|Malawi24|Malayala Manorama|Malta Today|MaltaToday|Marca|Marshall Project|Matangi Tonga|"
    "Mathrubhumi|Ma’an|Mediafax|Medyascope|Mihaaru|Milliyet|MindaNews|Ming Pao|Mladá fronta DNES|"
    "Mladá fronta Dnes|Montsame|Morgunblaðið|Mtavari|Mundo Deportivo|Muscat Daily|Mwananchi|MyJoyOnline|"
    "NDR|Nasha Niva|National Geographic|New Vision|NewsLaundry|NewsMaker|Newshub|Newslaundry|"
    "Newstalk|Newswire Lanka|Nile Post|Notimex|Novinky|Népszava|O Estado de S. Paulo|O País|OC Media|"
    "Observador|Okaz|Onet|Onlinekhabar|Oriental Daily|Oslobođenje|Ouest-France|Pajhwok|Peace FM|"
    "Petra News|Phileleftheros|Pitchfork|Pobjeda|Polsat|Post-Courier|Postimees|Prachatai|Pulse Ghana|"
    "Página 12|Página/12|Público|QNA|RBB|RSI|RTBF|RTHK|RTL|RTP|Radio Ergo|Radio Tamazuj|Reporter.al|"
    "Roya News|Rudaw|Rustavi 2|RÚV|SRF|SWR|Sahara Reporters|Samaa|Samakal|Samoa Observer|Sankei|"
    "Saudi Gazette|Seneweb|Sermitsiaq|Setopati|Shafaq|Shargh|Shqiptarja|Sidwaya|Sin Chew|Siol|Sixth Tone|"
    "Skai|Solomon Star|Sowetan|SowetanLIVE|Sports Illustrated|Stabroek News|Studio Kalangou|Studio Tamani|"
    "Sud Ouest|Sudan Tribune|SunStar|Sunstar|Swissinfo|T24|TG4|TSA Algérie|TV Pirveli|TVNZ|TVRI|Ta Nea|"
    "Tamil Murasu|Tasnim|Tchadinfos|TelQuel|Telam|Telegram.hr|Tempo magazine|Tengrinews|Thanh Nien|"
    "The EastAfrican|The Lancet|The Marshall Project|The Quint|The Tyee|ThisDay|Ticinonline|TimesLIVE|"
    "To Vima|Togo First|Trinidad Express|Tuoi Tre|Télam|UOL|United Daily News|Utusan Malaysia|VNA|"
    "Vesti.kz|Večernje novosti|Vijesti|Vox|WDR|Wakat Séra|Wattan|YTN|Zaobao|Zerkalo|"
    "Ziarul de Gardă|bdnews24|bne IntelliNews|eNCA|elDiario.es|talkSPORT|Última Hora|ČTK"
)
_ALSO = frozenset(_ALSO_NAMED.split("|"))
"""Outlets by name that neither the gazetteer has nor their last word shows."""
_LIKE_AN_OUTLET = re.compile(
    rf"\A(?:.+ (?:{_HEADS})|(?:.+ )?(?:Review|Journal|Voice|Times|Radio|Chronicle) of (?:the )?[A-Z].+"
    rf"|(?:.+ )?(?:{_ABROAD})(?: .+)?|(?:Radio|TV|Daily|Canal|Channel|Télé) .+|[A-Z]{{0,2}}TV[A-Z0-9]?"
    rf"|(?:De )?{_COMPOUND}|{_LIGHTS}"
    r"|[A-Z].* (?:radio|television)|(?:BBC|ITV|CBC|ABC|Sky|CNN|NBC|CBS|Fox|TVNZ|RTÉ) .+|.+ (?:Radio|TV|News) [A-Z].+)"
)


def is_outlet(name: str) -> bool:
    """True for an outlet of the gazetteer and for a name built like one."""
    bare = bare_name(name)
    return (
        outlet(name) is not None or outlet(bare) is not None or bare in _ALSO or bool(_LIKE_AN_OUTLET.fullmatch(bare))
    )


def is_titled_abroad(name: str) -> bool:
    """True for "De Kustkrant" and "La Voz de Galicia", which the parse may take for somebody's name."""
    return _TITLED_ABROAD.fullmatch(name) is not None


def bare_name(name: str) -> str:
    """A name without a leading "the" or a possessive ending."""
    return re.sub(r"^[Tt]he |[’']s?$", "", name.strip())


_SMALL_NAME = r"[A-Z][\w&’'-]*(?: (?:(?:of|de|del|della|du|des|do|da) )?[A-Z][\w&’'-]*){0,4}"
_TOLD = re.compile(
    r"\b(?:told|tells|telling|spoke to|speaking to|speaking with|interview with|interviewed by)(?: the)? "
    rf"({_SMALL_NAME})"
)
_AGENCY = re.compile(rf"\s*[A-Z][^\n()]{{1,60}} \((?:[Tt]he )?({_SMALL_NAME})\) ?(?:—|–|--?|:) ")
"""The agency of a date line: "LIMA, March 3 (Andean Newswire) — "."""


def outlets_of(text: str, named: frozenset[str]) -> dict[str, bool]:
    """Outlets by every name that a story gives them, short ones too, and whether it speaks of being told to them.

    Besides the ``named`` ones they are whoever its date line has in brackets and whoever somebody "told".
    """
    agency = _AGENCY.match(text)
    told = {name for name in _TOLD.findall(text) if is_outlet(name)} | ({agency[1]} if agency else set())
    found = dict.fromkeys(named, False) | dict.fromkeys(told, True)
    return {short: hears for name, hears in found.items() for short in (name, *_short_forms(text, name))}


def _short_forms(text: str, name: str) -> Iterator[str]:
    """Its head ("the Herald"), its beginning where nothing else in the text begins so, and its initials."""
    words = name.split()
    if len(words) < 2:
        return
    if is_outlet(f"A {words[-1]}"):
        yield words[-1]
    if lookup(words[0]) is None and not re.search(rf"\b{words[0]} (?!{words[1]}\b)[A-Z]", text):
        yield words[0]
    initials = "".join(word[0] for word in words if word[0].isupper())
    if len(initials) > 2:
        yield initials


def named_outlets(docs: tuple[Doc, ...]) -> frozenset[str]:
    """Names of outlets among the entities of some parses."""
    return frozenset(bare_name(ent.text) for doc in docs for ent in doc.ents if is_outlet(ent.text))
