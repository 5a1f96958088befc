"""Every check there is. The order is that of the documentation."""

from bot.analysis.errors.checks.accusation import accusation
from bot.analysis.errors.checks.acronym import acronym
from bot.analysis.errors.checks.ages import age
from bot.analysis.errors.checks.agreement import agreement
from bot.analysis.errors.checks.ahead import ahead
from bot.analysis.errors.checks.altered_quote import altered_quote
from bot.analysis.errors.checks.arithmetic import arithmetic
from bot.analysis.errors.checks.article_number import a_or_an, article_plural
from bot.analysis.errors.checks.bare_noun import bare_noun
from bot.analysis.errors.checks.boilerplate import boilerplate, title_suffix
from bot.analysis.errors.checks.broken_apposition import broken_apposition
from bot.analysis.errors.checks.broken_opening import broken_opening
from bot.analysis.errors.checks.broken_sentence import broken_sentence
from bot.analysis.errors.checks.caption_number import caption_number
from bot.analysis.errors.checks.careers import career
from bot.analysis.errors.checks.case import body_capital, half_capital, name_capital, phrase_capital, stray_capital
from bot.analysis.errors.checks.changed_code import changed_code
from bot.analysis.errors.checks.changed_name import changed_name
from bot.analysis.errors.checks.changing_kind import changing_kind
from bot.analysis.errors.checks.changing_role import changing_role
from bot.analysis.errors.checks.cited_word import cited_word
from bot.analysis.errors.checks.clock_steps import clock_steps
from bot.analysis.errors.checks.colliding_words import colliding_words
from bot.analysis.errors.checks.comma_splice import comma_splice
from bot.analysis.errors.checks.confusions import confusion
from bot.analysis.errors.checks.contradiction import contradiction
from bot.analysis.errors.checks.dateline import dateline
from bot.analysis.errors.checks.dateline_date import dateline_date
from bot.analysis.errors.checks.defunct import defunct
from bot.analysis.errors.checks.determiners import determiners
from bot.analysis.errors.checks.document_kind import document_kind, no_byline
from bot.analysis.errors.checks.doubled_word import doubled_word
from bot.analysis.errors.checks.echo import echo
from bot.analysis.errors.checks.feast import feast_date
from bot.analysis.errors.checks.function_words import function_words
from bot.analysis.errors.checks.geography import misplaced
from bot.analysis.errors.checks.head_country import head_country
from bot.analysis.errors.checks.headline_claim import contradicted
from bot.analysis.errors.checks.headline_doer import headline_doer
from bot.analysis.errors.checks.headline_modifier import headline_modifier
from bot.analysis.errors.checks.headline_name import headline_name
from bot.analysis.errors.checks.headline_number import headline_number
from bot.analysis.errors.checks.headline_word import headline_word
from bot.analysis.errors.checks.idioms import idiom
from bot.analysis.errors.checks.incompatible_roles import incompatible_roles
from bot.analysis.errors.checks.inconsistent_count import inconsistent_count
from bot.analysis.errors.checks.joined_forms import joined_forms
from bot.analysis.errors.checks.listed_names import listed_names
from bot.analysis.errors.checks.lost_article import lost_article
from bot.analysis.errors.checks.lost_copula import lost_be
from bot.analysis.errors.checks.lost_link import lost_link
from bot.analysis.errors.checks.lost_not import lost_not
from bot.analysis.errors.checks.lost_preposition import lost_preposition
from bot.analysis.errors.checks.lost_word import lost_word
from bot.analysis.errors.checks.main_clause import main_clause
from bot.analysis.errors.checks.mangled_title import mangled_title
from bot.analysis.errors.checks.misplaced_mark import misplaced_mark
from bot.analysis.errors.checks.moments import sequence
from bot.analysis.errors.checks.name_spelling import name_spelling
from bot.analysis.errors.checks.office import wrong_body
from bot.analysis.errors.checks.opposed import opposed
from bot.analysis.errors.checks.order import order
from bot.analysis.errors.checks.other_kind import other_kind
from bot.analysis.errors.checks.outlet_speaker import outlet_speaker
from bot.analysis.errors.checks.place_spelling import place_spelling, small_name
from bot.analysis.errors.checks.prepositions import prepositions
from bot.analysis.errors.checks.pronoun import pronoun
from bot.analysis.errors.checks.pronoun_case import pronoun_case
from bot.analysis.errors.checks.proportions import proportion
from bot.analysis.errors.checks.reflexive import reflexive
from bot.analysis.errors.checks.replaced_word import replaced_word
from bot.analysis.errors.checks.retold import retold
from bot.analysis.errors.checks.run_of_days import run_of_days
from bot.analysis.errors.checks.run_on import run_on, run_on_relative
from bot.analysis.errors.checks.same_word_joined import same_word_joined
from bot.analysis.errors.checks.slip import slip
from bot.analysis.errors.checks.so_long_after import so_long_after
from bot.analysis.errors.checks.spelling import spelling
from bot.analysis.errors.checks.spun_phrases import spun_phrase
from bot.analysis.errors.checks.stray_comma import stray_comma
from bot.analysis.errors.checks.stray_stop import fragment, stray_stop
from bot.analysis.errors.checks.tautology import tautology
from bot.analysis.errors.checks.thing_speaker import thing_speaker
from bot.analysis.errors.checks.timeline import event_day, tense
from bot.analysis.errors.checks.unattributed import hearsay, unattributed
from bot.analysis.errors.checks.unbalanced_mark import unbalanced_mark
from bot.analysis.errors.checks.unknown_name import unintroduced
from bot.analysis.errors.checks.unsourced_label import unsourced_label
from bot.analysis.errors.checks.unusual_phrase import unusual_phrase
from bot.analysis.errors.checks.verb_forms import verb_form
from bot.analysis.errors.checks.version_claims import version_certainty, version_negation
from bot.analysis.errors.checks.version_names import version_name, version_pronoun
from bot.analysis.errors.checks.version_numbers import version_number
from bot.analysis.errors.checks.version_quotes import version_quotation, version_speaker
from bot.analysis.errors.checks.version_wording import version_wording
from bot.analysis.errors.checks.weekday_date import impossible_date, weekday_date
from bot.analysis.errors.checks.whereabouts import headline_place
from bot.analysis.errors.checks.wrong_speaker import wrong_speaker
from bot.analysis.errors.checks.years import years
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Check
from bot.analysis.errors.versions import Versions

CHECKS: tuple[Check[Copy], ...] = (
    outlet_speaker,
    thing_speaker,
    wrong_speaker,
    unsourced_label,
    hearsay,
    unattributed,
    accusation,
    misplaced_mark,
    unbalanced_mark,
    altered_quote,
    cited_word,
    boilerplate,
    title_suffix,
    pronoun,
    reflexive,
    name_spelling,
    changed_name,
    unintroduced,
    wrong_body,
    misplaced,
    mangled_title,
    incompatible_roles,
    changing_role,
    changing_kind,
    broken_apposition,
    defunct,
    spelling,
    place_spelling,
    small_name,
    confusion,
    doubled_word,
    echo,
    same_word_joined,
    function_words,
    colliding_words,
    lost_word,
    lost_link,
    lost_preposition,
    lost_be,
    lost_article,
    agreement,
    pronoun_case,
    verb_form,
    joined_forms,
    bare_noun,
    determiners,
    prepositions,
    run_on,
    run_on_relative,
    comma_splice,
    broken_opening,
    main_clause,
    idiom,
    tautology,
    spun_phrase,
    unusual_phrase,
    replaced_word,
    slip,
    stray_capital,
    name_capital,
    body_capital,
    phrase_capital,
    half_capital,
    article_plural,
    a_or_an,
    stray_comma,
    stray_stop,
    fragment,
    broken_sentence,
    weekday_date,
    impossible_date,
    feast_date,
    tense,
    event_day,
    sequence,
    clock_steps,
    run_of_days,
    so_long_after,
    retold,
    ahead,
    caption_number,
    headline_number,
    headline_name,
    headline_modifier,
    headline_word,
    headline_doer,
    headline_place,
    head_country,
    dateline,
    dateline_date,
    contradicted,
    contradiction,
    lost_not,
    opposed,
    other_kind,
    inconsistent_count,
    arithmetic,
    proportion,
    listed_names,
    changed_code,
    order,
    career,
    age,
    years,
    acronym,
    document_kind,
    no_byline,
)
"""All checks of one article, those that are off by default included. Ids are unique."""

VERSION_CHECKS: tuple[Check[Versions], ...] = (
    version_number,
    version_negation,
    version_quotation,
    version_speaker,
    version_name,
    version_pronoun,
    version_certainty,
    version_wording,
)
"""The checks that compare an article with a version of it that was read before. Ids are unique among all."""

RETIRED = frozenset({"grammar.clause", "grammar.misplaced-word", "grammar.missing-word"})
"""Ids of checks that are no more, as others find what they found; settings and feedback may still name them."""
