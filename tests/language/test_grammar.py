"""The grammar answers alike on parses of both schemes."""

import pytest
from spacy import tokens

from bot.language import grammar
from bot.language.tokens import Doc, Token
from bot.language.universal import to_universal
from tests.language.parses import COPULA, RELATIVE, SAID, TOLD, URGED, parsed

SCHEMES = (0, 1)


def doc_of(pair: tuple[str, str], scheme: int) -> Doc:
    return Doc.of(to_universal(parsed(pair[scheme])))


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


def texts(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens]


@pytest.mark.parametrize("scheme", SCHEMES)
class TestBothSchemes:
    def test_a_request_has_its_asker_hearers_and_action(self, scheme: int) -> None:
        doc = doc_of(URGED, scheme)
        urged, leave = word(doc, "urged"), word(doc, "leave")
        assert texts(grammar.subjects(urged)) == ["Oslo"]
        assert texts(grammar.objects(urged)) == ["Peru", "Chile"]
        assert grammar.complement_clause(urged) == leave
        assert texts(grammar.subjects(leave)) == ["Peru", "Chile"]
        assert texts(grammar.objects(leave)) == ["treaty"]
        assert [(how, noun.text) for how, noun in grammar.obliques(leave)] == [("on", "Monday")]

    def test_a_negation_counts_in_its_own_clause_only(self, scheme: int) -> None:
        doc = doc_of(URGED, scheme)
        assert grammar.is_negated(word(doc, "leave"))
        assert not grammar.is_negated(word(doc, "urged"))

    def test_the_passive_has_an_agent_and_a_patient(self, scheme: int) -> None:
        doc = doc_of(TOLD, scheme)
        told = word(doc, "told")
        assert grammar.is_passive(told)
        agent = grammar.agent(told)
        assert agent is not None
        assert grammar.noun_phrase(agent).text == "the old mayor"
        assert texts(grammar.subjects(told)) == ["Troops"]
        assert texts(grammar.subjects(word(doc, "go"))) == ["Troops"]
        assert not grammar.is_passive(word(doc, "go"))

    def test_relations_are_those_of_universal_dependencies(self, scheme: int) -> None:
        doc = doc_of(TOLD, scheme)
        expected = {
            "Troops": "nsubj:pass",
            "from": "case",
            "Mali": "nmod",
            "were": "aux:pass",
            "told": "root",
            "mayor": "obl:agent",
            "to": "mark",
            "go": "xcomp",
        }
        assert {text: grammar.relation(word(doc, text)) for text in expected} == expected

    def test_a_noun_has_its_modifiers_with_their_prepositions(self, scheme: int) -> None:
        doc = doc_of(TOLD, scheme)
        assert [(how, noun.text) for how, noun in grammar.modifiers(word(doc, "Troops"))] == [("from", "Mali")]

    def test_the_predicate_of_a_copula_heads_its_clause(self, scheme: int) -> None:
        doc = doc_of(COPULA, scheme)
        minister = word(doc, "minister")
        assert grammar.relation(minister) == "root"
        assert grammar.is_predicate(minister)
        assert not grammar.is_predicate(word(doc, "is"))
        assert texts(grammar.subjects(minister)) == ["She"]
        assert grammar.noun_phrase(minister).text == "a minister of Malta"

    def test_a_coordinated_verb_shares_its_subject_and_has_its_own_modal(self, scheme: int) -> None:
        doc = doc_of(COPULA, scheme)
        resign = word(doc, "resign")
        assert texts(grammar.subjects(resign)) == ["She"]
        assert texts(grammar.auxiliaries(resign)) == ["must"]
        modal = grammar.modal(resign)
        assert modal is not None
        assert modal.text == "must"
        assert grammar.modal(word(doc, "minister")) is None

    def test_a_relative_clause_has_its_noun_as_subject(self, scheme: int) -> None:
        doc = doc_of(RELATIVE, scheme)
        assert texts(grammar.subjects(word(doc, "met"))) == ["Envoys"]
        assert grammar.antecedent(word(doc, "who")) == word(doc, "Envoys")

    def test_a_receiver_is_told_from_the_object(self, scheme: int) -> None:
        gave = word(doc_of(RELATIVE, scheme), "gave")
        receiver = grammar.indirect_object(gave)
        assert receiver is not None
        assert receiver.text == "him"
        assert texts(grammar.objects(gave)) == ["week"]

    def test_an_apposition_stands_outside_the_phrase_unless_asked_for(self, scheme: int) -> None:
        doc = doc_of(RELATIVE, scheme)
        lee = word(doc, "Lee")
        assert texts(grammar.appositions(lee)) == ["leader"]
        assert grammar.noun_phrase(lee).text == "Lee"
        assert grammar.noun_phrase(lee, full=True).text == "Lee , the leader"
        assert grammar.noun_phrase(word(doc, "Envoys")).text == "Envoys"

    def test_a_question_ends_in_its_mark(self, scheme: int) -> None:
        assert grammar.is_question(word(doc_of(RELATIVE, scheme), "gave"))
        assert not grammar.is_question(word(doc_of(URGED, scheme), "leave"))

    def test_reported_speech_is_a_complement(self, scheme: int) -> None:
        doc = doc_of(SAID, scheme)
        assert grammar.complement_clause(word(doc, "said")) == word(doc, "fled")
        assert texts(grammar.subjects(word(doc, "fled"))) == ["boss"]
        assert [noun.text for _, noun in grammar.obliques(word(doc, "fled"))] == ["debts"]


def test_coordination_is_seen_from_every_member() -> None:
    doc = Doc.of(parsed(URGED[0]))
    assert texts(grammar.coordination(word(doc, "Chile"))) == ["Peru", "Chile"]
    assert texts(grammar.conjuncts(word(doc, "Peru"))) == ["Chile"]
    assert grammar.conjuncts(word(doc, "Chile")) == []


def test_a_name_is_the_entity_around_a_token() -> None:
    parse = parsed(URGED[0])
    parse.set_ents([tokens.Span(parse, 9, 12, label="MISC")])
    doc = Doc.of(parse)
    assert grammar.name_span(doc[10]).text == "treaty on Monday"
    assert grammar.name_span(doc[0]).text == "Oslo"


def test_without_an_entity_a_name_is_the_run_of_joined_proper_nouns() -> None:
    doc = Doc.of(
        parsed(
            """
        Mary NNP PROPN 4 nsubj
        Ann NNP PROPN 1 flat
        Bell NNP PROPN 1 flat
        met VBD VERB 0 ROOT
        Tom NNP PROPN 4 obj
            """
        )
    )
    assert grammar.name_span(doc[1]).text == "Mary Ann Bell"
    assert grammar.name_span(doc[4]).text == "Tom"


def test_promising_leaves_the_deed_to_the_one_who_promises() -> None:
    doc = Doc.of(
        parsed(
            """
        He PRP PRON 2 nsubj
        promised VBD VERB 0 ROOT promise
        them PRP PRON 2 iobj
        to TO PART 5 mark
        stay VB VERB 2 xcomp
            """
        )
    )
    assert texts(grammar.subjects(doc[4])) == ["He"]


def test_a_universal_parse_is_not_rewritten() -> None:
    doc = parsed(TOLD[0])
    before = [(token.head.i, token.dep_) for token in doc]
    assert [(token.head.i, token.dep_) for token in to_universal(doc)] == before


def test_the_two_conversions_agree_on_whole_trees() -> None:
    for pair in (URGED, TOLD, COPULA, RELATIVE):
        one, other = doc_of(pair, 0), doc_of(pair, 1)
        trees = [[(t.head.text, grammar.relation(t)) for t in doc if not t.is_punct] for doc in (one, other)]
        assert trees[0] == trees[1]
