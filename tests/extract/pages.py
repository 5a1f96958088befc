# ruff: noqa: E501
"""Pages in the manner of common publishing systems, with our own stories, and what must be read from them."""

from dataclasses import dataclass, field

STORY = (
    "The harbour board of Lindmouth voted on Tuesday to close the eastern quay for six weeks, after divers found cracks in"
    " four of its nine piers.",
    "“We cannot wait for the winter storms to decide for us,” said Marta Okoye, who chairs the board. She asked the"
    " ministry to release the repair money that it had promised in March.",
    "Fishing crews, who land about a third of their catch there, said that they had learnt of the decision from the radio."
    " Their union wants the boats to be moored at the naval basin instead.",
    "A spokesman for the ministry said that the money was in the budget, and that the first part would be paid before the"
    " end of the month. He did not say how large it would be.",
    "The quay was built in 1931 and was last repaired after the flood of 1978, when two warehouses were lost.",
)
TITLE = "Lindmouth closes its eastern quay for six weeks"
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in STORY)
BODY = "\n\n".join(STORY)


@dataclass(frozen=True)
class Case:
    """One page and the metadata that a careful reader would take from it."""

    name: str
    html: str
    authors: list[str] = field(default_factory=list)
    published: str | None = None
    modified: str | None = None
    title: str = TITLE
    site: str | None = None
    url: str = "https://news.example/harbour/eastern-quay"


def page(head: str, body: str, *, lang: str = "en") -> str:
    """A whole document."""
    return f"<!DOCTYPE html><html lang={lang}><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"


def og(title: str = TITLE, site: str = "The Lindmouth Courier", extra: str = "") -> str:
    """Title and OpenGraph tags."""
    return (
        f'<title>{title} | {site}</title><meta property="og:title" content="{title}">'
        f'<meta property="og:site_name" content="{site}">{extra}'
    )


def ld(fields: str) -> str:
    """A JSON-LD block for a news article with the given members."""
    return f'<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",{fields}}}</script>'


HEADLINE = f'"headline":"{TITLE}"'
WORDPRESS = (
    '<header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>'
    f'<main><article class="post type-post hentry"><h1 class="entry-title">{TITLE}</h1>'
    '<div class="entry-meta">{meta}</div>'
    f'<div class="entry-content">{PARAGRAPHS}'
    '<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Facebook</a></li></ul></div></div></article>'
    '<div id="comments"><h3>Leave a Reply</h3><form><p>Your email address will not be published.</p></form></div></main>'
    "<footer><p>© 2024 The Lindmouth Courier. All rights reserved.</p></footer>"
)
PLAIN = f"<main><article><h1>{TITLE}</h1>{{meta}}{PARAGRAPHS}</article></main>"


def plain(meta: str = "") -> str:
    """A bare article with something between headline and text."""
    return PLAIN.replace("{meta}", meta)


COURIER = "The Lindmouth Courier"
CASES = [
    Case(
        "wordpress",
        page(
            og(
                extra='<meta property="article:published_time" content="2024-05-14T08:30:00+02:00">'
                '<meta property="article:modified_time" content="2024-05-14T11:00:00+02:00"><meta name="author" content="Ines Falk">'
            ),
            WORDPRESS.replace("{meta}", '<span class="byline">By <a rel="author">Ines Falk</a></span>'),
        ),
        ["Ines Falk"],
        "2024-05-14T08:30:00+02:00",
        "2024-05-14T11:00:00+02:00",
        site=COURIER,
    ),
    Case(
        "wordpress, byline only",
        page(
            og(),
            WORDPRESS.replace(
                "{meta}",
                '<time class="entry-date published"'
                ' datetime="2024-05-14T08:30:00+02:00">14 May</time> <span class="author vcard">By Ines Falk</span>',
            ),
        ),
        ["Ines Falk"],
        "2024-05-14T08:30:00+02:00",
        site=COURIER,
    ),
    Case(
        "json-ld graph",
        page(
            og() + '<script type="application/ld+json">{"@context":"https://schema.org","@graph":['
            '{"@type":"WebSite","name":"The Lindmouth Courier"},{"@type":"Article",'
            + HEADLINE
            + ',"author":{"@type":"Person",'
            '"name":"Tobi Renner"},"datePublished":"2024-05-14T06:30:00Z","dateModified":"2024-05-14T07:00:00Z"}]}</script>',
            plain(),
        ),
        ["Tobi Renner"],
        "2024-05-14T06:30:00Z",
        "2024-05-14T07:00:00Z",
        site=COURIER,
    ),
    Case(
        "json-ld, two authors",
        page(
            og()
            + ld(
                HEADLINE + ',"author":[{"@type":"Person","name":"Tobi Renner"},'
                '{"@type":"Person","name":"Ines Falk"}],"datePublished":"2024-05-14T06:30:00.123Z"'
            ),
            plain(),
        ),
        ["Tobi Renner", "Ines Falk"],
        "2024-05-14T06:30:00Z",
        site=COURIER,
    ),
    Case(
        "json-ld, one string of authors",
        page(og() + ld(HEADLINE + ',"author":"By Tobi Renner and Ines Falk","datePublished":"2024-05-14"'), plain()),
        ["Tobi Renner", "Ines Falk"],
        "2024-05-14",
        site=COURIER,
    ),
    Case(
        "json-ld, list of types",
        page(
            og()
            + '<script type="application/ld+json">[{"@type":["Article","NewsArticle"],'
            + HEADLINE
            + ',"author":{"name":"Sana Idris"},"datePublished":"2024-05-14 06:30:00 -0400"}]</script>',
            plain(),
        ),
        ["Sana Idris"],
        "2024-05-14T06:30:00-04:00",
        site=COURIER,
    ),
    Case(
        "json-ld in comments",
        page(
            og()
            + '<script type="application/ld+json"><!--\n{"@type":"NewsArticle",'
            + HEADLINE
            + ',"datePublished":"2024-05-14T06:30:00+0100"}\n--></script>',
            plain(),
        ),
        [],
        "2024-05-14T06:30:00+01:00",
        site=COURIER,
    ),
    Case(
        "broken json-ld",
        page(
            og(extra='<meta name="author" content="Sana Idris"><meta name="pubdate" content="20240514">')
            + '<script type="application/ld+json">{"@type": oops</script>',
            plain(),
        ),
        ["Sana Idris"],
        "2024-05-14",
        site=COURIER,
    ),
    Case(
        "arc",
        page(
            og()
            + ld(
                HEADLINE + ',"author":[{"@type":"Person","name":"Lena Ortiz"}],"datePublished":'
                '"2024-05-14T10:00:00.000Z","dateModified":"2024-05-14T12:30:00.000Z"'
            ),
            f'<div id="fusion-app"><header class="masthead">News Sport Weather</header><h1 class="headline">{TITLE}</h1>'
            f'<div class="byline">By Lena Ortiz</div><section class="article-body">{PARAGRAPHS}</section></div>',
        ),
        ["Lena Ortiz"],
        "2024-05-14T10:00:00Z",
        "2024-05-14T12:30:00Z",
        site=COURIER,
    ),
    Case(
        "drupal",
        page(
            og(extra='<meta name="dcterms.created" content="2024-05-14T09:15+02:00">'),
            f'<div class="node node--type-article"><h1 class="page-title">{TITLE}</h1><span class="field--name-author">Jan Vos'
            f'</span><div class="field field--name-body">{PARAGRAPHS}</div></div>',
        ),
        ["Jan Vos"],
        "2024-05-14T09:15:00+02:00",
        site=COURIER,
    ),
    Case(
        "ghost",
        page(
            og(
                extra='<meta property="article:published_time" content="2024-05-14T05:00:00.000Z">'
                '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Una Brandt">'
            ),
            f'<article class="gh-article"><h1 class="gh-article-title">{TITLE}</h1><h4 class="gh-article-author-name">'
            f'<a href="/author/una">Una Brandt</a></h4><section class="gh-content">{PARAGRAPHS}</section></article>',
        ),
        ["Una Brandt"],
        "2024-05-14T05:00:00Z",
        site=COURIER,
    ),
    Case(
        "next.js",
        page(
            og() + ld(HEADLINE + ',"datePublished":"2024-05-14T05:00:00Z","author":{"name":"Una Brandt"}'),
            f'<div id="__next"><main><h1>{TITLE}</h1><div class="css-1x">{PARAGRAPHS}</div></main></div>'
            '<script id="__NEXT_DATA__" type="application/json">{"props":{}}</script>',
        ),
        ["Una Brandt"],
        "2024-05-14T05:00:00Z",
        site=COURIER,
    ),
    Case(
        "amp",
        page(
            og()
            + ld(HEADLINE + ',"datePublished":"2024-05-14T05:00:00Z","author":"Una Brandt"')
            + "<style amp-boilerplate>body{visibility:hidden}</style>",
            f"<article><h1>{TITLE}</h1><amp-img src=a.jpg></amp-img>{PARAGRAPHS}<amp-ad></amp-ad></article>",
        ),
        ["Una Brandt"],
        "2024-05-14T05:00:00Z",
        site=COURIER,
    ),
    Case(
        "broadcaster",
        page(
            og(site="Channel North")
            + ld(
                HEADLINE + ',"datePublished":"2024-05-14T05:00:00Z",'
                '"publisher":{"@type":"NewsMediaOrganization","name":"Channel North"}'
            ),
            f'<main id="main-content"><h1 id="main-heading">{TITLE}</h1>'
            + "".join(f'<div data-component="text-block"><p class="ssrcss-1">{text}</p></div>' for text in STORY)
            + '<div data-component="topic-list"><ul><li><a href="/t/a">Harbours</a></li></ul></div></main>',
        ),
        [],
        "2024-05-14T05:00:00Z",
        site="Channel North",
    ),
    Case(
        "blog engine",
        page(
            og(),
            f'<h3 class="date-header">Tuesday, May 14, 2024</h3><div class="post hentry"><h1 '
            f'class="post-title">{TITLE}</h1><div class="post-body">{PARAGRAPHS}</div><abbr class="published" '
            'itemprop="datePublished" title="2024-05-14T08:00:00-07:00">8:00 AM</abbr></div>',
        ),
        [],
        "2024-05-14T08:00:00-07:00",
        site=COURIER,
    ),
    Case(
        "date in the address",
        page(og(), plain()),
        [],
        "2024-05-14",
        site=COURIER,
        url="https://news.example/2024/05/14/eastern-quay",
    ),
    Case(
        "month name in the address",
        page(og(), plain()),
        [],
        "2024-05-14",
        site=COURIER,
        url="https://news.example/2024/may/14/eastern-quay",
    ),
    Case(
        "time without zone",
        page(og(), plain('<time datetime="2024-05-14 08:30">this morning</time>')),
        [],
        "2024-05-14T08:30:00",
        site=COURIER,
    ),
    Case(
        "published and updated",
        page(
            og(),
            plain(
                '<p>Published <time datetime="2024-05-14T08:30:00Z">8.30</time></p>'
                '<p>Updated <time datetime="2024-05-15T09:00:00Z">Wednesday</time></p>'
            ),
        ),
        [],
        "2024-05-14T08:30:00Z",
        "2024-05-15T09:00:00Z",
        site=COURIER,
    ),
    Case("undated", page(og(), plain()), [], None, site=COURIER),
    Case(
        "undated with copyright year",
        page(og(), plain() + "<footer>© 2019 The Lindmouth Courier</footer>"),
        [],
        None,
        site=COURIER,
    ),
    Case(
        "teasers are dated, the story is not",
        page(
            og(),
            plain() + '<aside><ul><li><time datetime="2023-01-02">2 January'
            "</time> <a href=/x>Old news of the ferry</a></li></ul></aside>",
        ),
        [],
        None,
        site=COURIER,
    ),
    Case("no OpenGraph", page(f"<title>{TITLE} | Courier</title>", plain()), site="news.example"),
    Case(
        "no heading",
        page(f"<title>{TITLE} | Courier</title>", f"<div class=story>{PARAGRAPHS}</div>"),
        site="news.example",
    ),
    Case(
        "site name in the heading",
        page(og(), f"<header><h1>The Lindmouth Courier</h1></header>{plain()}"),
        site=COURIER,
    ),
    Case(
        "entities in the title",
        page(og("Quay &amp; basin: what now?"), f"<article><h1>Quay &amp; basin: what now?</h1>{PARAGRAPHS}</article>"),
        title="Quay & basin: what now?",
        site=COURIER,
    ),
    Case(
        "address as author",
        page(
            og(extra='<meta property="article:author" content="https://social.example/courier">'),
            plain('<p class="byline">By Una Brandt</p>'),
        ),
        ["Una Brandt"],
        site=COURIER,
    ),
]
