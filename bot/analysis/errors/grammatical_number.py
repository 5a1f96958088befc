"""Whether a noun or a pronoun is one or many, where it leaves no doubt."""

from bot.analysis.actors.nouns import PEOPLE
from bot.analysis.errors.lexicon import word_set
from bot.language import grammar
from bot.language.tokens import Token

_ONE = frozenset({"he", "she", "it", "this"})
_MANY = frozenset({"they", "we", "these", "those"})
EITHER = word_set(
    "data media police staff team government family crew public group couple majority number series species "
    "means news people headquarters works none half rest some lot pair percent per economics politics physics "
    "mathematics athletics range variety handful cattle company club board council band party committee "
    "audience jury side army press union organisation organization generation youth dozen hundred thousand "
    "million community percentage all any most more what which who that united states nations bulk part "
    "quarter third measles mumps rabies rickets shingles"
)


def number_of(subject: Token) -> str | None:
    """ "one", "many", or None for a word that may be either."""
    word = subject.lower_
    if (plain := _plain_number(subject)) is not None:
        return plain
    if word in EITHER or not word.isalpha() or not (subject.text.islower() or _opens(subject)) or subject.ent_type_:
        return None
    counted = any(grammar.relation(child) == "nummod" for child in subject.children)
    if counted and subject.tag_ == "NNS" and (subject.lemma_.lower() in PEOPLE or _is_no_amount(subject)):
        return "many"
    plural = subject.tag_ == "NNS" and word.endswith("s") and not word.endswith(("ics", "ss", "us", "is"))
    if counted or any(_blurs_number(child, plural=plural) for child in subject.children):
        return None
    if plural:
        return "many"
    determined = any(child.lower_ in ("a", "an", "this", "that", "each", "every") for child in subject.children)
    determined = determined or (_is_thing(subject) and any(child.lower_ == "the" for child in subject.children))
    return "one" if subject.tag_ == "NN" and determined else None


def _plain_number(subject: Token) -> str | None:
    """Of a pronoun, of a body of people that stands for one or many by the words beside it, and of "police"."""
    if subject.lower_ in _ONE or _is_single_group(subject):
        return "one"
    return "many" if subject.lower_ in _MANY or _is_counted_many(subject) or _is_force(subject) else None


def _is_counted_many(subject: Token) -> bool:
    """True for "301 people", which are many though "people" may be one nation."""
    return subject.lower_ == "people" and any(
        child.tag_ == "CD" and child.lower_ not in ("one", "1") for child in subject.children
    )


def _is_force(subject: Token) -> bool:
    """True for "police", which are always many, where nothing tells one force from others ("the Kerala police has")."""
    plain = all(child.tag_ in ("DT", "IN", ",") or child.i > subject.i for child in subject.children)
    return subject.lower_ == "police" and not subject.ent_type_ and subject.tag_ in ("NN", "NNS") and plain


def _is_single_group(subject: Token) -> bool:
    """True for "no group has" and "each team has": a body of people that is told apart from others as one."""
    told = any(c.lower_ in ("no", "each", "every", "another") and c.tag_ == "DT" for c in subject.children)
    return told and subject.tag_ == "NN" and subject.lower_ in _GROUPS and len(list(subject.children)) == 1


_GROUPS = word_set("team group company club board council party committee jury union family government organisation")


def _blurs_number(child: Token, *, plural: bool) -> bool:
    """True for a word that may count its noun, which a possessor cannot, and for the first noun of a singular."""
    relation = grammar.relation(child)
    if relation == "compound" and not (plural and child.text.islower() and child.tag_ == "NN"):
        return True
    return child.lower_ in EITHER and relation not in ("nmod:poss", "compound")


def _opens(subject: Token) -> bool:
    """True at the start of a sentence, or of an entry that opens with the time of day ("10:15 a.m. Divers have")."""
    return bool(subject.is_sent_start) or (subject.i > 0 and subject.nbor(-1).lower_ in ("a.m.", "p.m.", "gmt"))


def _is_no_amount(subject: Token) -> bool:
    """True for what acts or is acted on: "five bodies was found", "two clinics has opened"; not "two miles was run"."""
    active = grammar.relation(subject) == "nsubj" and any(
        aux.lower_ in ("has", "does") for aux in grammar.auxiliaries(subject.head)
    )
    return (active or grammar.relation(subject) == "nsubj:pass") and subject.lemma_.lower() not in AMOUNTS


AMOUNTS = word_set(
    "second minute hour day night week month year decade century inch foot yard mile metre meter kilometre kilometer "
    "gram kilogram kilo ounce pound ton tonne litre liter gallon acre hectare dollar euro peso rupee franc mark crown "
    "krona krone zloty rouble ruble yuan shilling penny cent point degree watt percent percentage "
    "mm cm m km g kg mg ml cl l lb lbs oz ft in yd mph kmh kw mw gw kwh mwh"
)


def _is_thing(subject: Token) -> bool:
    """True for a person, and for a thing that is counted and is no body of people."""
    return subject.lemma_ in PEOPLE or subject.lower_ in _THINGS


_THINGS = word_set(
    "plan bridge road law bill house building car train plane ship boat bus vote election report letter deal "
    "decision attack fire storm flood crash accident strike protest meeting match game film book song school "
    "hospital hotel shop store market street river lake island village town city price rate tax cost budget "
    "proposal project program programme agreement treaty court trial case sentence verdict ruling victim suspect "
    "weapon gun bomb device phone computer door window wall roof tree dog cat horse ban rule measure policy "
    "reform idea question answer problem reason result study list pattern level quality size value loss increase "
    "rise fall death arrest launch release arrival discovery description position history success failure "
    "importance leader head owner effect impact use sale purchase removal closure opening collapse construction "
    "cancellation resignation appointment dismissal threat risk danger presence absence lack shortage outcome "
    "purpose nature origin source reputation ability chance hope fear fact survey poll investigation inquiry "
    "statement speech interview visit trip journey airport station port harbour"
)
