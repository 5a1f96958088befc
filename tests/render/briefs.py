"""Briefs to render: one as from a real newsroom, and any that a hostile page could cause."""

from typing import Any

from hypothesis import strategies as st

from bot.model import (
    Action,
    Actor,
    Article,
    Brief,
    Deadline,
    Demand,
    DocumentFindings,
    LikelyError,
    Mention,
    ModelInfo,
    Party,
    Quote,
    Republished,
    Span,
    Spun,
    Version,
)

MODEL = ModelInfo(name="test", version="1")

TEXT = (
    "Harbour workers in Port Ellis want the city to reopen the north pier by Friday.\n\n"
    "“We cannot feed our families on promises,” said Ana Torres, who leads the dockers’ union. "
    "She she urged Mayor Paul Reyes to sign the contract.\n\n"
    "Reyes rejected the request. “The pier is not safe,” he told reporters & guests."
)


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def fields(words: str) -> dict[str, Any]:
    return span(words).model_dump()


def harbour(**changes: Any) -> Brief:
    """A small, complete brief."""
    torres = Actor(
        id="a1",
        name="Ana Torres",
        kind="person",
        key=True,
        salience=0.9,
        roles=[span("who leads the dockers’ union")],
        mentions=[Mention(**fields("Ana Torres"))],
        quotes=1,
        demands_made=1,
    )
    reyes = Actor(id="a2", name="Paul Reyes", kind="person", key=True, salience=0.8, aliases=["Reyes", "the mayor"])
    demand = Demand(
        **fields("She she urged Mayor Paul Reyes to sign the contract."),
        trigger=span("urged"),
        demander=Party(text="She", actor_id="a1"),
        addressee=Party(text="Mayor Paul Reyes", actor_id="a2"),
        action=Action(**fields("sign the contract")),
        deadline=Deadline(text="by Friday", iso="2024-05-03"),
        status="rejected",
        responder=Party(text="Reyes", actor_id="a2"),
        confidence=0.9,
    )
    error = LikelyError(
        **fields("She she"),
        check="typo.doubled-word",
        severity="major",
        confidence=0.9,
        message="Possible slip: a word stands twice.",
    )
    content: dict[str, Any] = {
        "id": "1",
        "url": "https://news.example/pier?a=1&b=2",
        "article": Article(
            title="Dockers press mayor over pier", site="Ellis Post", published="2024-05-01", text=TEXT, words=50
        ),
        "gist": [span("Harbour workers in Port Ellis want the city to reopen the north pier by Friday.")],
        "actors": [torres, reyes],
        "quotes": [
            Quote(
                **fields("“We cannot feed our families on promises,”"),
                kind="direct",
                speaker="Ana Torres",
                speaker_id="a1",
            )
        ],
        "demands": [demand],
        "errors": [error],
        "model": MODEL,
    }
    return Brief(**content | changes)


# ---- any brief ---------------------------------------------------------------------------------

HOSTILE = [
    "<!channel>",
    "<@U123>",
    "@everyone",
    "@here",
    "<@&99>",
    "[bank](https://evil.example)",
    "https://evil.example/x",
    "<https://evil.example|pay here>",
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "`code`",
    "**bold**",
    "_x_ ~y~ ||z||",
    "# head",
    "> quote",
    "- item",
    "1. one",
    ":smile:",
    "&amp;",
    "&lt;b&gt;",
    "\u202eevil\u202c",
    "\x1b[31mred",
    "\x00",
    "\u200b\u2066",
    "“open",
    "closed”",
    "🏴‍☠️",
    "é" * 40,
    "\n\n",
    "\\",
    "{{ x }}",
    "{% y %}",
    "x" * 300,
]

pieces = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
lines = st.lists(pieces, max_size=12).map(" ".join)
long_lines = st.lists(pieces, min_size=1, max_size=120).map(" ".join)
addresses = st.one_of(
    st.none(),
    st.sampled_from(
        [
            "https://news.example/a?b=1&c=2",
            "javascript:alert(1)",
            "https://news.example/a|b>c<d(e)",
            "https://news.example/" + "p" * 3000,
            "https://[bad",
        ]
    ),
)
confidence = st.floats(0, 1)
maybe = st.none() | lines
versions = st.builds(
    Version,
    url=addresses,
    title=maybe,
    site=maybe,
    published=maybe,
    similarity=confidence,
    is_likely_original=st.booleans(),
)


@st.composite
def spans(draw: st.DrawFn, article: Article) -> Span:
    start = draw(st.integers(0, len(article.text)))
    return article.span(start, draw(st.integers(start, min(len(article.text), start + 400))))


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """Any brief, its outside words hostile."""
    article = Article(
        title=draw(st.none() | lines | long_lines),
        authors=draw(st.lists(lines, max_size=5)),
        published=draw(st.none() | st.just("2024-05-01T10:00:00+02:00") | lines),
        site=draw(st.none() | lines),
        language=draw(st.sampled_from([None, "en", "de", "xx", "<b>"])),
        text=draw(long_lines),
        words=draw(st.integers(0, 10**6)),
        access=draw(st.sampled_from(["full", "partial", "paywalled"])),
    )
    inside = spans(article)
    party = st.builds(Party, text=lines, actor_id=st.sampled_from([None, "a0", "a1", "a2", "zz"]))
    actors = [
        Actor(
            id=f"a{number}",
            name=draw(lines),
            kind="group",
            key=draw(st.booleans()),
            roles=draw(st.lists(inside, max_size=2)),
            aliases=draw(st.lists(lines, max_size=3)),
            quotes=draw(st.integers(0, 3)),
        )
        for number in range(draw(st.integers(0, 8)))
    ]
    demands = [
        Demand(
            **draw(inside).model_dump(),
            trigger=draw(inside),
            demander=draw(party),
            addressee=draw(st.none() | party),
            action=draw(st.none() | inside.map(lambda found: Action(**found.model_dump(), polarity="not"))),
            deadline=draw(st.none() | st.builds(Deadline, text=lines, iso=st.none() | lines)),
            condition=draw(st.none() | inside),
            strength=draw(st.sampled_from(["request", "ultimatum"])),
            status=draw(st.sampled_from(["made", "accepted", "partly", "rejected", "withdrawn"])),
            responder=draw(st.none() | party),
            confidence=draw(confidence),
        )
        for _ in range(draw(st.integers(0, 12)))
    ]
    errors = [
        LikelyError(
            **(draw(inside).model_dump() if draw(st.booleans()) else {}),
            check="some.check",
            severity=draw(st.sampled_from(["minor", "major", "critical"])),
            confidence=draw(confidence),
            message=draw(lines | long_lines),
            suggestion=draw(st.none() | lines),
            evidence=draw(st.lists(inside, max_size=2)),
        )
        for _ in range(draw(st.integers(0, 30)))
    ]
    document = DocumentFindings(
        spun=Spun(score=draw(confidence), reasons=draw(st.lists(lines, max_size=4))),
        republished=draw(st.none() | st.builds(Republished, source=lines, reasons=st.lists(lines, max_size=2))),
        dated=draw(st.booleans()),
        versions=draw(st.lists(versions, max_size=3)),
    )
    return Brief(
        id=draw(lines),
        url=draw(addresses),
        article=article,
        gist=draw(st.lists(inside, max_size=4)),
        actors=actors,
        demands=demands,
        errors=errors,
        document=document,
        model=MODEL,
    )
