"""Role nouns and pronouns join the actors that they mean, in text order."""

from collections.abc import Iterable, Sequence

from bot.analysis.actors.clusters import Cluster, title_gender
from bot.analysis.actors.discourse import Discourse
from bot.analysis.actors.mentions import Candidate
from bot.analysis.actors.pronouns import FIRST, resolve_first_person, resolve_pronoun
from bot.analysis.actors.role_nouns import resolve_role_noun
from bot.analysis.quotes.utterances import Utterance
from bot.language import given_names
from bot.language.tokens import Doc

TITLE_WEIGHT = 2.0
GIVEN_NAME_WEIGHT = 1.2


def resolve(
    doc: Doc, clusters: list[Cluster], mentions: Iterable[Candidate], utterances: Sequence[Utterance]
) -> list[Cluster]:
    """The clusters with the mentions of one parse added; actors without a name get clusters of their own."""
    _seed_gender(clusters)
    discourse = Discourse(doc, clusters, utterances)
    ordered = sorted(mentions, key=lambda mention: mention.head.i)
    spoken = [mention for mention in ordered if mention.head.lower_ in FIRST]
    for mention in ordered:
        if mention.kind == "nominal":
            discourse.add(mention, resolve_role_noun(mention, discourse))
        elif mention.head.lower_ not in FIRST and (meant := resolve_pronoun(mention.head, discourse)) is not None:
            discourse.add(mention, meant)
    for mention in spoken:
        speaker = resolve_first_person(mention.head, discourse)
        if speaker is not None:
            discourse.add(mention, speaker)
    return [cluster for cluster in discourse.clusters if cluster.mentions]


def _seed_gender(clusters: Iterable[Cluster]) -> None:
    """Starts the gender evidence: titles before names, and softly, the usual gender of a given name."""
    for cluster in clusters:
        if cluster.kind != "person":
            continue
        told = [title_gender(name) for name in cluster.names]
        cluster.gender = TITLE_WEIGHT * (("male" in told) - ("female" in told))
        full = next((form for form in cluster.forms if len(form) > 1), ())
        if full and (known := given_names.gender(full[0])):
            cluster.gender += 2 * GIVEN_NAME_WEIGHT * (0.5 - known[0])
