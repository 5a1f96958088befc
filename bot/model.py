"""Domain types: everything the stages hand to one another, and the published brief.

These are data only. The brief's JSON form is the contract ``newsroom-brief/1``; its JSON Schema is
generated from these classes (``newsroom-bot schema``) and published in ``docs/``.

Offsets are Python string offsets (code points, end exclusive): ``article.text[start:end] == text``.
"""

import hashlib
from datetime import datetime
from typing import Annotated, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

SCHEMA: Final = "newsroom-brief/1"

FieldName = Literal["text", "title"]
Access = Literal["full", "partial", "paywalled"]
ActorKind = Literal["person", "organization", "place", "group"]
MentionKind = Literal["name", "nominal", "pronoun"]
QuoteKind = Literal["direct", "mixed", "indirect"]
Strength = Literal["request", "demand", "order", "ultimatum"]
Directness = Literal["quoted", "reported", "narrated"]
Status = Literal["made", "accepted", "partly", "rejected", "withdrawn"]
Severity = Literal["minor", "major", "critical"]
Probability = Annotated[float, Field(ge=0.0, le=1.0)]


class Record(BaseModel):
    """Base of every domain type: immutable, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Record):
    """A stretch of the article: ``getattr(article, field)[start:end] == text``, always."""

    field: FieldName = "text"
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    text: str

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}:{self.end} does not measure its text")
        return self


# ---- the page and the article ------------------------------------------------------------------


class Page(Record):
    """One fetched document, as bytes. ``charset`` is what the transport declared, or None."""

    url: str
    final_url: str
    status: int = 200
    content_type: str = "text/html"
    charset: str | None = None
    body: bytes
    fetched_at: datetime
    etag: str | None = None
    last_modified: str | None = None


class Validators(Record):
    """What the server said last time, for asking whether a page has changed since."""

    etag: str | None = None
    last_modified: str | None = None


class Leftover(Record):
    """Boilerplate that stood inside the extracted body, kept apart as evidence for the checks."""

    text: str
    reason: str


class Article(Record):
    """The article proper. ``text`` is paragraphs joined by blank lines, or the given text unchanged."""

    title: str | None = None
    authors: list[str] = []
    published: str | None = None
    modified: str | None = None
    site: str | None = None
    language: str | None = None
    text: str
    words: Annotated[int, Field(ge=0)] = 0
    access: Access = "full"
    url: str | None = None
    canonical_url: str | None = None
    description: str | None = None
    published_source: str | None = None
    modified_source: str | None = None
    sections: list[str] = []
    leftovers: list[Leftover] = []

    @property
    def wording(self) -> str:
        """A short name of exactly this title and text: spans fit no other wording of the article."""
        return hashlib.sha256(f"{self.title or ''}\0{self.text}".encode(errors="surrogatepass")).hexdigest()[:12]

    def span(self, start: int, end: int, field: FieldName = "text") -> Span:
        """The span ``field[start:end]``."""
        source = self.text if field == "text" else (self.title or "")
        return Span(field=field, start=start, end=end, text=source[start:end])


# ---- what the analysis finds -------------------------------------------------------------------


class Entity(Span):
    """A named entity. ``label`` is PERSON, ORG, LOC, NORP, EVENT, MISC, DATE, MONEY, PERCENT, …"""

    label: str


class Mention(Span):
    """One place where an actor is mentioned."""

    kind: MentionKind = "name"


class Actor(Record):
    """A person, organisation, place or group, its aliases merged.

    ``roles`` are the words of the article that say what the actor is, strongest first.
    """

    id: str
    name: str
    kind: ActorKind
    key: bool = False
    salience: Probability = 0.0
    roles: list[Span] = []
    aliases: list[str] = []
    mentions: list[Mention] = []
    quotes: int = 0
    demands_made: int = 0
    demands_received: int = 0


class Quote(Span):
    """A quotation, its marks included.

    ``speaker`` is the resolved name; ``speaker_span`` the words in the tag; ``cue`` the verb.
    ``carried`` marks a speaker taken over from an earlier tag, and so only probable.
    """

    kind: QuoteKind
    speaker: str | None = None
    speaker_id: str | None = None
    speaker_span: Span | None = None
    cue: Span | None = None
    carried: bool = False


class Party(Record):
    """Someone in a demand: the words of the article, and the actor they stand for when known."""

    text: str
    actor_id: str | None = None
    span: Span | None = None


class Action(Span):
    """What is asked for. ``polarity`` is negative for "not to", "stop", "refrain from"."""

    polarity: Literal["do", "stop", "not"] = "do"


class Deadline(Record):
    """By when: the words, and the ISO 8601 date they resolve to when the article's date is known."""

    text: str
    iso: str | None = None
    span: Span | None = None


class Demand(Span):
    """An actor wants another to do, stop or not do something; the span is the evidence."""

    trigger: Span
    demander: Party
    addressee: Party | None = None
    affected: Party | None = None
    action: Action | None = None
    deadline: Deadline | None = None
    condition: Span | None = None
    strength: Strength = "request"
    directness: Directness = "reported"
    status: Status = "made"
    responder: Party | None = None
    confidence: Probability = 0.5


class LikelyError(Record):
    """Something an editor should check. ``start`` and ``end`` are None for the whole document."""

    field: FieldName = "text"
    start: int | None = None
    end: int | None = None
    text: str = ""
    check: str
    severity: Severity
    confidence: Probability
    message: str
    suggestion: str | None = None
    evidence: list[Span] = []


class Spun(Record):
    """How much the copy looks machine-rewritten, 0–1, and why."""

    score: Probability = 0.0
    reasons: list[str] = []


class Republished(Record):
    """The outlet that the copy seems to be lifted from, and why."""

    source: str
    reasons: list[str] = []


class Version(Record):
    """Another version of the same story that was read before. ``similarity`` is the shared part of their word pairs.

    ``is_likely_original`` is True when this article seems to be made from it, False when it seems to be
    made from this article or it is unclear which came first.
    """

    url: str | None = None
    title: str | None = None
    site: str | None = None
    published: str | None = None
    similarity: Probability = 0.0
    is_likely_original: bool = False


class Comparison(Record):
    """What one other version shows: which it is, what differs, and whether this copy was rewritten word by word.

    ``other`` is its place among the articles that were compared.
    """

    other: Annotated[int, Field(ge=0)] = 0
    version: Version
    errors: list[LikelyError] = []
    rewritten: bool = False


class DocumentFindings(Record):
    """Findings on the article as a whole. ``versions`` are the likeliest original first, then the most alike."""

    spun: Spun = Spun()
    republished: Republished | None = None
    dated: bool = True
    versions: list[Version] = []


class Analysis(Record):
    """Everything the analysis found in one article, unranked and unfiltered."""

    gist: list[Span] = []
    entities: list[Entity] = []
    actors: list[Actor] = []
    quotes: list[Quote] = []
    demands: list[Demand] = []
    errors: list[LikelyError] = []
    document: DocumentFindings = DocumentFindings()


# ---- the brief ---------------------------------------------------------------------------------


class ModelInfo(Record):
    """Which language model read the article."""

    name: str
    version: str


class Brief(Record):
    """The published answer, ``newsroom-brief/1``: ranked, thresholded, platform-neutral."""

    schema_: Literal["newsroom-brief/1"] = Field(default=SCHEMA, alias="schema")
    id: str | int
    url: str | None = None
    canonical_url: str | None = None
    fetched_at: str | None = None
    article: Article
    gist: list[Span] = []
    entities: list[Entity] = []
    actors: list[Actor] = []
    quotes: list[Quote] = []
    demands: list[Demand] = []
    errors: list[LikelyError] = []
    document: DocumentFindings = DocumentFindings()
    model: ModelInfo
    timings_ms: dict[str, float] = {}

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)
