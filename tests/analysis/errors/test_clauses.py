"""Checks that look at whole clauses: what fires, and the near misses that must not."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires

FIRES = [
    ("wording.idiom", "The two farmers fell foul with the new rule on hedges.", "with"),
    ("wording.idiom", "The potter could not make ends met after the flood.", "met"),
    ("wording.idiom", "The harbour board took the pilot at task over the collision.", "at"),
    ("grammar.preposition", "Officers charged a baker of stealing flour from the mill.", "of"),
    ("grammar.preposition", "The ferry company was not aware for the new rule on cars.", "for"),
    ("grammar.comma-splice", "The tanner sold most of the hides, sailors kept to their canvas.", "sailors"),
    ("grammar.comma-splice", "The women will run the mill themselves neighbours will bring the grain.", "themselves"),
    (
        "grammar.broken-opening",
        "The agreement, pilots will also be paid for the hours between two flights.",
        "agreement",
    ),
    ("grammar.broken-opening", "His nine years on the island, the keeper rescued eleven people.", "nine years"),
    ("grammar.broken-opening", "Took the crews four hours to put out the blaze at the depot.", "Took"),
    ("grammar.broken-opening", "According the owner, a faulty tap flooded the cellar.", "According the"),
    ("punctuation.broken-sentence", "The tram hit the gate, but none of its 14. Windows broke, the driver said.", "14"),
    (
        "punctuation.broken-sentence",
        "The herders sold the goats at auction on Monday. For the price of a bicycle.",
        "For",
    ),
    ("wording.slip", "The bank said that it the would act if prices began to climb.", "the would"),
    ("grammar.", "The diver who of had found the wreck asked for a reward.", "of had"),
    ("grammar.pronoun-case", "The landlord turned my sister and I down twice.", "I"),
    (
        "grammar.pronoun-case",
        "Their union said 1,400 members had taken part in the vote, of who 900 backed the plan.",
        "who",
    ),
    ("grammar.agreement", "The list of failings read out to the magistrates were long.", "were"),
    ("grammar.agreement", "Each of the drawers hold about 800 cards.", "hold"),
    ("grammar.agreement", "The players, who trains in a barn, have not been paid.", "trains"),
    ("grammar.verb-form", "The violinist, who has not play in the town since May, will return.", "not play"),
    ("grammar.verb-form", "The planet proved more heavier than the moon.", "more heavier"),
    ("grammar.a-an", "The council will send a 11-member team to the island.", "a 11"),
    ("wording.tautology", "The judge ruled in his ruling that the fence must go.", "ruled in his ruling"),
    ("wording.tautology", "The stolen bell was returned back by the thief.", "returned back"),
    ("wording.same-word-joined", "Neither the tailor nor the tailor spoke as the verdict was read.", "tailor"),
    ("typo.doubled-word", "People who have worked have worked for forty years may retire.", "have worked"),
]

SILENT = [
    "I went to Leeds by train. Got a seat just by asking, before finding that most of the carriages were empty.",
    "The guild offered 20 million euros. The firm tried to more than triple that, then trimmed it and asked for "
    "50 million euros.",
    "The two farmers fell foul of the new rule, and the baker took aim in the dark.",
    "The mayor turned a blind eye on Friday to the noise, and the guild kept up the pressure.",
    "The man was charged at the station and suffered by all means a long night at home.",
    "The bill was paid for by the guild, and the child was looked after by her aunt.",
    "Some left, others stayed. It is not a rule, it is a habit.",
    "The boats were late, the harbour master said, because the tide had turned.",
    "A keen gardener, the mayor planted the trees herself. The son of a miller, he never learnt to read.",
    "Last week, the tanner sold his shop. His last wish, the family said, was to see the sea.",
    "The guild will meet again. After the vote, the members went home. In May, the river rose.",
    "Given a week to pay, the owner sold the boat. Asked why he did so, he shrugged.",
    "The prices of the hides and the wool have risen. A number of boats were lost.",
    "The house was built in 1900, and the meeting was opened by the mayor.",
    "He has lived in the town since last year. The pilot has been away all year.",
    "The fence is taller as a result of the ruling. An eight-year-old found a 10-foot rope.",
    "The will moved her, and the might of the guild grew.",
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(errors: Check, text: str) -> None:
    assert not errors(text)
