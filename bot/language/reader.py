"""The reader: an article in, its parse out."""

from pathlib import Path
from typing import cast

import spacy
from spacy.language import Language

from bot.language import appositions, lemmas, morphology, names, parser, universal
from bot.language.parser import NewsroomParser
from bot.language.reading import Reading
from bot.language.tokenizing import adjust_tokenizer
from bot.language.tokens import Doc
from bot.model import Article, ModelInfo
from bot.settings import LanguageSettings

BUILTIN = "builtin"
_WARM_UP = "The minister said on Monday that talks would go on."


def installed_pipeline(name: str) -> Language:
    """An installed spaCy pipeline, its parses rewritten into the scheme of the shipped one."""
    nlp = spacy.load(name)
    nlp.add_pipe(universal.PIPE_NAME)
    nlp.add_pipe(names.PIPE_NAME)
    nlp.add_pipe(appositions.PIPE_NAME)
    return nlp


def builtin_pipeline(threads: int = 1, model: Path | None = None) -> Language:
    """The pipeline that is shipped with the bot; with another ``model`` folder when one is given."""
    nlp = spacy.blank("en")
    adjust_tokenizer(nlp)
    nlp.add_pipe(parser.PIPE_NAME, config={"threads": threads, "model": str(model) if model else None})
    nlp.add_pipe(morphology.PIPE_NAME)
    nlp.add_pipe(lemmas.PIPE_NAME)
    nlp.add_pipe(names.PIPE_NAME)
    nlp.add_pipe(appositions.PIPE_NAME)
    return nlp


class Reader:
    """Parses articles. Loading takes most of a second; the first :meth:`read` is as fast as any other.

    ``settings.model`` is ``builtin`` or the name of an installed spaCy pipeline; ``OSError`` when
    that is not installed.
    """

    def __init__(self, settings: LanguageSettings) -> None:
        if settings.model == BUILTIN:
            self.nlp = builtin_pipeline(settings.threads)
        else:
            self.nlp = installed_pipeline(settings.model)
        self.nlp(_WARM_UP)

    @property
    def info(self) -> ModelInfo:
        """Name and version of the model, as briefs report them."""
        if parser.PIPE_NAME in self.nlp.pipe_names:
            return cast(NewsroomParser, self.nlp.get_pipe(parser.PIPE_NAME)).model
        meta = self.nlp.meta
        return ModelInfo(name=f"{meta['lang']}_{meta['name']}", version=meta["version"])

    def parse(self, text: str) -> Doc:
        """Parses a text by itself."""
        return Doc.of(self.nlp(text))

    def read(self, article: Article) -> Reading:
        """Parses the body and the title. Offsets of the parses are those of the article's strings."""
        body, title = self.nlp(article.text), self.nlp(article.title or "")
        names.share_names(body, title)
        return Reading(article=article, body=Doc.of(body), title=Doc.of(title, is_title=True))
