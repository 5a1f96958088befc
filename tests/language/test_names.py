"""The rule layer, on hand-made entities."""

from spacy.lang.en import English
from spacy.tokens import Doc, Span

from bot.language.acronyms import acronyms
from bot.language.names import correct_names, share_names

VOCAB = English().vocab


def tagged(text: str, **names: str) -> Doc:
    """A document of one sentence from "word/TAG" pairs (NN where none), with the named words as entities.

    ``names`` maps a label to phrases set apart by bars.
    """
    pairs = [word.rsplit("/", 1) if "/" in word else [word, "NN"] for word in text.split()]
    words = [pair[0] for pair in pairs]
    starts = [i == 0 for i in range(len(words))]
    doc = Doc(VOCAB, words=words, tags=[pair[1] for pair in pairs], sent_starts=starts)
    spans = []
    for label, phrases in names.items():
        for phrase in phrases.split("|"):
            wanted = phrase.split()
            spans += [
                Span(doc, i, i + len(wanted), label=label)
                for i in range(len(words))
                if words[i : i + len(wanted)] == wanted
            ]
    doc.set_ents(spans)
    return doc


def entities(doc: Doc) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in correct_names(doc).ents]


def test_gazetteers_overrule_the_model() -> None:
    doc = tagged("Ghana/NNP told/VBD Reuters/NNP and/CC NATO/NNP", ORG="Ghana", PERSON="Reuters", LOC="NATO")
    assert entities(doc) == [("Ghana", "LOC"), ("Reuters", "ORG"), ("NATO", "ORG")]


def test_demonyms_are_peoples_and_no_places() -> None:
    assert entities(tagged("Kenyan/JJ troops/NNS left/VBD", LOC="Kenyan")) == [("Kenyan", "NORP")]


def test_a_person_with_a_country_s_name_stays_a_person() -> None:
    assert entities(tagged("Jordan/NNP smiled/VBD", PERSON="Jordan")) == [("Jordan", "PERSON")]


def test_countries_that_the_model_missed_are_added_but_not_inside_longer_names() -> None:
    assert entities(tagged("rain/NN in/IN Uganda/NNP fell/VBD")) == [("Uganda", "LOC")]
    assert entities(tagged("Bank/NNP of/IN Uganda/NNP Towers/NNPS fell/VBD")) == []


def test_articles_and_possessives_are_no_part_of_names() -> None:
    assert entities(tagged("The/DT Vesper/NNP Group/NNP 's/POS plan/NN", ORG="The Vesper Group 's")) == [
        ("Vesper Group", "ORG")
    ]


def test_an_article_with_a_capital_amid_a_sentence_is_part_of_the_name() -> None:
    doc = tagged("judges/NNS in/IN The/NNP Hague/NNP ruled/VBD", LOC="The Hague")
    assert entities(doc) == [("The Hague", "LOC")]
    doc = tagged('they/PRP cried/VBD "/`` The/DT Moss/NNP Party/NNP lost/VBD', ORG="The Moss Party")
    assert entities(doc) == [("Moss Party", "ORG")]


def test_an_organisation_s_name_reaches_as_far_as_its_tree() -> None:
    def read(words: list[str], heads: list[int]) -> list[tuple[str, str]]:
        tags = ["NNP" if word[0].isupper() else "VBD" for word in words]
        doc = Doc(VOCAB, words=words, tags=tags, heads=heads, deps=["dep"] * len(words))
        doc.set_ents([Span(doc, 0, 1, label="ORG")])
        return entities(doc)

    assert read(["Lumen", "Water", "Trust", "won"], [2, 2, 3, 3]) == [("Lumen Water Trust", "ORG")]
    assert read(["Lumen", "President", "Ames", "won"], [1, 3, 1, 3]) == [("Lumen", "ORG")]
    assert read(["Lumen", "Monday", "won", "it"], [2, 2, 2, 2]) == [("Lumen", "ORG"), ("Monday", "DATE")]


def test_one_name_has_one_label() -> None:
    doc = tagged("Oxbow/NNP said/VBD Oxbow/NNP and/CC Oxbow/NNP won/VBD", ORG="Oxbow")
    first = doc.ents[0]
    doc.set_ents([Span(doc, first.start, first.end, label="PERSON"), *doc.ents[1:]])
    assert entities(doc) == [("Oxbow", "ORG")] * 3


def test_a_surname_alone_is_the_person_of_the_full_name() -> None:
    doc = tagged("Ida/NNP Brandt/NNP spoke/VBD ;/: Brandt/NNP left/VBD ;/: Brandt/NNP won/VBD", PERSON="Ida Brandt")
    assert entities(doc) == [("Ida Brandt", "PERSON"), ("Brandt", "PERSON"), ("Brandt", "PERSON")]


def test_an_introduced_acronym_takes_the_label_of_its_name() -> None:
    doc = tagged(
        "the/DT Northern/NNP Harbours/NNPS and/CC Fisheries/NNPS Board/NNP (/-LRB- NHFB/NNP )/-RRB- met/VBD ;/: "
        "NHFB/NNP won/VBD",
        LOC="Northern Harbours",
        PERSON="NHFB",
    )
    assert entities(doc) == [
        ("Northern Harbours and Fisheries Board", "ORG"),
        ("NHFB", "ORG"),
        ("NHFB", "ORG"),
    ]


def test_brackets_that_introduce_nothing() -> None:
    assert list(acronyms(tagged("the/DT old/JJ mayor/NN (/-LRB- NHFB/NNP )/-RRB- met/VBD"))) == []
    assert list(acronyms(tagged("the/DT Big/NNP Cat/NNP (/-LRB- left/VBD )/-RRB- met/VBD"))) == []


def test_dates_and_sums_are_entities_of_their_own_kind() -> None:
    doc = tagged("paid/VBD $/$ 5/CD million/CD on/IN Friday/NNP", ORG="Friday")
    assert entities(doc) == [("$ 5 million", "MONEY"), ("Friday", "DATE")]


def test_a_name_that_holds_a_date_stays_a_name() -> None:
    doc = tagged("the/DT Friday/NNP Group/NNP met/VBD", ORG="Friday Group")
    assert entities(doc) == [("Friday Group", "ORG")]


def test_addresses_are_no_names() -> None:
    assert entities(tagged("write/VB to/IN desk@example.org/ADD now/RB", PERSON="desk@example.org")) == []


def test_labels_of_installed_pipelines_are_brought_to_ours() -> None:
    doc = tagged("Nairobi/NNP hosts/VBZ Marathon/NNP 7/CD times/NNS", GPE="Nairobi", EVENT="Marathon", CARDINAL="7")
    assert entities(doc) == [("Nairobi", "LOC"), ("Marathon", "MISC")]


def test_titles_are_no_part_of_a_person_s_name() -> None:
    doc = tagged(
        "Gen./NNP Ivo/NNP Lund/NNP met/VBD Prime/NNP Minister/NNP Bea/NNP Ros/NNP and/CC King/NNP Haakon/NNP",
        PERSON="Gen. Ivo Lund|Prime Minister Bea Ros|King Haakon",
    )
    assert entities(doc) == [("Ivo Lund", "PERSON"), ("Bea Ros", "PERSON"), ("King Haakon", "PERSON")]


def test_a_title_alone_is_no_person() -> None:
    assert entities(tagged("the/DT Brig./NNP Gen./NNP left/VBD", PERSON="Brig. Gen.")) == []


def test_a_headline_takes_its_names_from_the_body() -> None:
    body = tagged("Ida/NNP Brandt/NNP leads/VBZ Vesper/NNP Group/NNP", PERSON="Ida Brandt", ORG="Vesper Group")
    title = tagged("Brandt/NNP Quits/VBZ Vesper/NNP Group/NNP", LOC="Brandt")
    share_names(body, title)
    assert [(ent.text, ent.label_) for ent in title.ents] == [("Brandt", "PERSON"), ("Vesper Group", "ORG")]


def test_a_lower_case_word_in_a_headline_is_no_name() -> None:
    body = tagged("Frost/NNP spoke/VBD", PERSON="Frost")
    title = tagged("More/JJR frost/NN ahead/RB")
    share_names(body, title)
    assert list(title.ents) == []
