"""The analysis of one article, from parse to findings."""

from bot.analysis.actors import find_actors
from bot.analysis.demands import find_demands
from bot.analysis.errors import examine
from bot.analysis.gist import find_gist
from bot.analysis.quotes import find_quotes
from bot.analysis.story import Story, with_counts
from bot.language.reading import Reading
from bot.model import Analysis, Entity
from bot.settings import AnalysisSettings


def analyse(reading: Reading, settings: AnalysisSettings) -> Analysis:
    """Runs every stage over one reading, each building on the ones before."""
    actors = find_actors(reading)
    quotes = find_quotes(reading, actors)
    demands = find_demands(reading, actors, quotes)
    actors = with_counts(actors, quotes, demands)
    story = Story(reading, actors, quotes, demands)
    errors, document = examine(story, settings)
    entities = [
        Entity(**reading.span(ent).model_dump(), label=ent.label_)
        for doc in (reading.title, reading.body)
        for ent in doc.ents
    ]
    return Analysis(
        gist=find_gist(reading, actors),
        entities=entities,
        actors=actors,
        quotes=quotes,
        demands=demands,
        errors=errors,
        document=document,
    )
