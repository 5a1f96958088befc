"""Ages, figures and pronouns that are of another than the nearest of their kind, beside slips in the same places."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires

_MET = "Ann Cole, 58, and her brother were jailed on Friday for fraud. She had run a shop near Hull since 2011.\n\n"

RIGHT = [
    ("number.age", "Jo Field, 34, left Hull for Derby on Friday. Hull gets a winger, 22, and a 17-year-old keeper."),
    ("number.age", "Jo Field, 34, was hit by a car that a student, 21, had borrowed from a friend."),
    ("number.age", "Jo Field, 34, shares the prize with two others, a dancer, 27, and a piper, 19."),
    ("number.age", "Jo Field, 34, shares a house with a cousin, 29, and a lodger, 41."),
    ("number.age", "Jo Field, 34, lost in the final on Sunday to a 19-year-old student from Madrid."),
    ("number.inconsistent", "Lowe was arrested 14 months after the raid. His wife sat through all 11 months of trial."),
    ("number.inconsistent", "The boat sank 18 days before the vote. He spent all 13 days of the search at the harbor."),
    ("number.inconsistent", "It began 15 years ago. He served all 12 years of the sentence in a jail near the border."),
    ("number.inconsistent", "The town had 12 nights of rain. The band played on all 14 nights of the festival."),
    ("number.inconsistent", "The board met 50 applicants for the job. She said that 31 of the 80 singers had left."),
    ("number.inconsistent", "The fund drew 60 donors in May. In June 41 of the 75 tenants refused to pay their rent."),
    (
        "number.proportion",
        "The fund sold 40,000 shares at $30 each. The stock began at $33 and ended at $36, a gain of 20 percent.",
    ),
    ("number.proportion", "Shares of Ore Co. opened at $40, touched $44 and settled at $42, a rise of 8 percent."),
    ("number.proportion", "Shares of Ore Co. hit a low of $40 before closing at $42, a loss of 3 percent."),
    ("number.proportion", "Oil settled at $80 a barrel after hitting $88 in the morning, a drop of 4 percent."),
    ("number.proportion", "A barn listed at $40,000 sold for $44,000, a gain of 60 percent on what she paid for it."),
    (
        "number.proportion",
        "It drew 40,000 people in 2020. Last year it planned for 50,000 and drew 60,000, a rise of 50 percent.",
    ),
    ("number.proportion", "Hull scored three runs in the first. In the third, Ann Cole doubled home two."),
    ("number.proportion", "Hull scored four runs in the first. She tripled to left in the third and two scored."),
    (
        "number.proportion",
        "With all 30 wards counted, Ms. Roe had 6,510 votes, or 53.1 percent, to Mr. Fox’s 5,740, or 46.9 percent.",
    ),
    ("person.reflexive", "Karl Berg, a miller, had two sisters. He gave each of them her own room."),
    ("person.reflexive", "Karl Berg made the ward a calmer place. He handed every nurse her own locker on Monday."),
    ("person.reflexive", "Karl Berg runs the choir. He gave the soloist her own dressing room at the back."),
    ("person.reflexive", "Karl Berg is the coach. He bought the team cook her own van in May."),
    ("person.pronoun", "Karl Berg runs the hall. When the nurses came, he gave every one of them her own key."),
    ("person.pronoun", "Karl Berg runs the hall. On Monday each of the nurses brought her own lamp."),
    (
        "person.pronoun",
        _MET + "They robbed Karl Berg, 66, who had, prosecutors said, discovered that she was selling his tools.",
    ),
    (
        "person.pronoun",
        "HULL - Francis Okoro Lund, a potter who gave up her shop for the sea, died on Sunday in Hull. She was 79.\n\n"
        "The cause was cancer, said her husband, Gene Lund. He was with her.",
    ),
]

WRONG = [
    ("number.age", "Anna Cole, 34, won the prize on Monday. Cole, 29, lives in Leeds.", "29"),
    ("number.age", "Jo Field, a teacher, 34, won a prize on Friday. She was born in 1960.", "1960"),
    ("number.inconsistent", "The strike lasted 19 days. Workers stayed away for all 16 days of the strike.", "16 days"),
    ("number.inconsistent", "The rescue of 14 hikers took a day. Nine of the 12 hikers were hurt.", "12 hikers"),
    ("number.inconsistent", "The rescue of 14 hikers took a day. Nine of the 12 people were hurt.", "12 people"),
    ("number.proportion", "Shares of Ore Co. rose from $40 to $42, a gain of 20 percent.", "20 percent"),
    (
        "number.proportion",
        "It bought a barn for $40,000 and sold it for $48,000, a gain of 40 percent.",
        "40 percent",
    ),
    ("number.proportion", "Last year the farm sold 400 geese. This year it doubled its sales and sold 600.", "600"),
    ("number.proportion", "It sold 400 geese in May. In June it sold 600, a rise of 80 percent on May.", "80 percent"),
    ("number.proportion", "It had 400 staff in 2020. It now has 600, a rise of 80 percent on the year.", "80 percent"),
    ("number.proportion", "A survey of 900 people found that 450, or 60 percent, had moved since May.", "60 percent"),
    ("person.reflexive", "Karl Berg, a miller, wrote her own book about the river.", "her"),
    ("person.reflexive", "Karl Berg carried the child home on her back.", "her"),
    ("person.pronoun", "Karl Berg, a miller, said on Monday that she would sell the mill.", "she"),
    (
        "person.pronoun",
        "HULL - Kevin Lund, a potter who gave up her shop for the sea, died on Sunday in Hull. He was 79.",
        "her",
    ),
]


@pytest.mark.parametrize(("check", "text"), RIGHT)
def test_what_is_of_another_is_left_alone(errors: Check, check: str, text: str) -> None:
    assert [error for error in errors(text) if error.check == check] == []


@pytest.mark.parametrize(("check", "text", "words"), WRONG)
def test_slips_in_such_places_are_still_found(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)
