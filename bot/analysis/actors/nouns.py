"""Common nouns that stand for people and organisations, as lemmas; the lists are in ``nouns.toml``."""

from bot.analysis.lexicon import read_words

_WORDS = read_words(__package__, "nouns.toml")

MALE = _WORDS["male"]
FEMALE = _WORDS["female"]
PEOPLE = MALE | FEMALE | _WORDS["person"]
ORGANIZATIONS = _WORDS["organization"]
PLACES = _WORDS["place"]
GROUPS = _WORDS["group"]
OF_STATE = _WORDS["of_state"]
ORGANIZATION_NAMES = _WORDS["organization_name"]
COMPANY_FORMS = _WORDS["company_form"]
PARTICLES = _WORDS["particle"]
RELATIONS = _WORDS["relation"]
