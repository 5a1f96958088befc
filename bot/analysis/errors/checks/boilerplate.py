"""Words of the web page that were copied along with the article."""

import re
from collections.abc import Iterator

from bot.analysis.errors.captions import CAPTION
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.outlets import is_outlet
from bot.analysis.errors.registry import Finding, check

_SERVICE = r"facebook|twitter|x|whatsapp|linkedin|instagram|telegram|reddit|pinterest|pin(?: it)?|tweet|e-?mail|print"
_KINDS: tuple[tuple[str, str], ...] = (
    (
        "a comment form",
        r"(?:leave|post|write|add) a (?:reply|comment)(?:\W.{0,40})?|cancel reply|your e-?mail address will not be .*"
        r"|required fields are marked.*|(?:no|\d+) (?:comments?|responses|replies)(?: yet)?|join the (?:conversation"
        r"|discussion).{0,40}|(?:what do you think|have your say|let us know)\b.{0,80}\bcomments?\b.{0,30}"
        r"|(?:log|sign) in (?:or register )?to (?:comment|reply|post).*|save my name.*|you must (?:be )?log.*"
        r"|comments? (?:are|is) (?:now )?(?:closed|off|disabled).*|be the first to (?:comment|reply).*|notify me .*"
        r"|name ?\* ?email.*"
        r"|(?:view|show|see) (?:all )?(?:\d+ )?comments?.*|comments?:? ?\(?\d*\)?|reply|related:.*"
        r"|report a (?:typo|mistake|error).*",
    ),
    (
        "a share prompt",
        rf"share (?:this|on|via)\b.{{0,60}}|(?:share|tweet|pin|{_SERVICE})(?:[\s,|/·•]+(?:share|{_SERVICE}))+"
        r"|(?:follow|like|find|join) us on .{0,60}|(?:follow|like|find) .{2,40} on (?:facebook|twitter|x|instagram"
        r"|whatsapp|telegram|tiktok|youtube"
        r"|linkedin|social media|google news)\b.{0,20}|click to (?:share|tweet|email|print).*|copy link"
        r"|(?:\d+ )?shares?:? ?\d*|print this (?:page|article)|this story has been shared .*|e-?mail this.*",
    ),
    (
        "a newsletter or subscription prompt",
        r"(?:sign up|subscribe|register)\b.{0,40}\b(?:newsletters?|alerts?|updates|e-?mail|inbox|podcast|channel"
        r"|digest|briefing)\b.{0,60}|get (?:our|the) .{0,50}(?:newsletter|inbox|delivered).{0,60}"
        r"|subscribe(?: now| today| here)?[.!]?|(?:download|get) (?:our|the) .{0,20}app\b.{0,60}"
        r"|(?:join|follow) our .{0,60}|turn on .{0,20}notifications.*|(?:support|donate|become a (?:member"
        r"|supporter)).{0,80}(?:journalism|today|now)[.!]?|enter your e-?mail.*"
        r"|you have (?:successfully )?subscribed.*",
    ),
    (
        "a link to other pages",
        r"(?:read|see|watch|listen|view) (?:(?:more|also|next)(?:$|:| (?:about|on|at|from|here|in|photos|stories)\b)"
        r"|the (?:original|full) (?:article|story|post)\b).{0,90}"
        r"|(?:related|recommended|more|trending|popular|latest)(?: (?:stories|articles|posts|news|topics|reading))"
        r"(?:[: ].{0,60})?|you (?:may|might) also (?:like|be interested).*|continue reading.*|click here\b.*"
        r"|(?:next|previous) (?:article|post|story)\b.*|back to top|(?:load|show) more|(?:most|editor[’']s"
        r"|our) (?:read|viewed|popular|picks)|don[’']t miss:?.{0,90}"
        r"|the post .{3,120} (?:appeared first|first appeared) on .*|listen to this (?:article|story).*"
        r"|\d+ min(?:ute)?s? read"
        r"|reading time:?.{0,40}|(?:share|print|e-?mail|save)(?: ?[|·•/] ?(?:share|print|e-?mail|save|comment|tweet))+"
        r"|(?:article|story) (?:tags|topics):?.{0,90}|from (?:around|elsewhere on) the web"
        r"|watch:.{0,90}",
    ),
    (
        "a source link of a copying site",
        r"source(?: link)?:?(?: https?://\S+)?|source ?: ?(?:original|click|link|read|view).{0,60}"
        r"|original (?:article|source|story).{0,60}"
        r"|via:? (?:source|https?://)\S*|(?:article|story|content) (?:source|credit):?.{0,60}"
        r"|read the (?:original|full) (?:article|story) .{0,60}",
    ),
    (
        "a copyright notice",
        r"(?:©|\(c\)|copyright\b).{0,90}|all rights reserved\.?.{0,40}|image may be subject to copyright.*"
        r"|this (?:article|story|material) may not be (?:published|reproduced).*"
        r"|this (?:article|story|post) (?:was )?(?:originally|first) (?:appeared|published)\b.{0,90}",
    ),
    (
        "a picture’s alternative text or credit",
        r"(?:interactive|infographic|alt text|image|photo(?:graph)?|picture|video|file photo|embed)\b ?[-–—:|].{0,90}"
        r"|(?:ap|afp|epa|file|handout) photo\b.{0,60}"
        r"|(?:getty images|reuters|afp|ap photo|shutterstock)(?:[/ ,|].{0,40})?"
        r"|.{0,80}\[(?:file|getty|reuters|afp)[^\]]*\]",
    ),
    (
        "an advertisement or consent notice",
        r"advertis(?:e)?ments?|sponsored(?: content)?|(?:article|story) continues below.*|we use cookies\b.*"
        r"|(?:accept|reject) (?:all )?cookies|skip to (?:main )?content|loading\W*|(?:main )?menu|(?:sponsored"
        r"|promoted) (?:links?|content)|(?:privacy|cookie) policy.{0,80}|terms (?:of use|and conditions).{0,80}"
        r"|powered by .{0,40}|view this post on .*|video player is loading.*|please enable javascript.*"
        r"|by (?:clicking|continuing|signing up)\b.*\b(?:agree|terms|privacy|cookies)\b.*",
    ),
    ("a tag list", r"(?:tags?|filed under|topics|categories|posted in|tagged(?: with)?) ?:.{0,120}"),
)
_MORE: tuple[tuple[str, str], ...] = (
    (
        "a comment form",
        r"post comment|comments?|submit(?: comment)?|name \(required\)|log in to .{0,30}comment.*|loading comments?.*"
        r"|thank you for (?:subscribing|signing up|commenting).*|error! please try again.*",
    ),
    (
        "a link to other pages",
        r"(?:scroll|swipe|tap|click) (?:down|left|right|here|to (?:expand|enlarge|read|see|view|play|open))\b.{0,60}"
        r"|(?:view|open|see|play) (?:image|gallery|video|full ?screen|in app|slideshow|photos|comments)\b.{0,40}"
        r"|(?:toggle|hide) caption|enlarge (?:this )?image|already a (?:member|subscriber)\?.{0,60}"
        r"|(?:got|have) a (?:tip|story|question)\b.{0,90}|(?:this|our) (?:article|story) is for subscribers.{0,60}"
        r"|(?:other|more) (?:articles|stories|news) (?:by|in|on|from) .{3,60}|print (?:article|page|story)",
    ),
    ("a share prompt", r"like this:.*|tweet|share|copy link to .*|embed code|(?:support|contact) us"),
    (
        "a newsletter or subscription prompt",
        r"subscribe to .{3,80}|get .{0,30}\b(?:alerts|news)\b.{0,40}|(?:please )?donate.{0,40}",
    ),
    (
        "a link to other pages",
        r"trending(?: now)?|recommended(?: for you)?|more on this (?:story|topic)|more from .{3,40}"
        r"|watch the video.{0,30}"
        r"|page \d+ of \d+|\d+ of \d+|home(?: ?[>»/] ?[\w ]+){1,4}|about (?:the|this) (?:author|writer|site)"
        r"|see also:?.{0,90}",
    ),
    ("a source line of a copying site", r"(?:source|via|credit)s?:? [A-Z][\w .&-]{2,40}"),
    (
        "a picture’s alternative text or credit",
        r"(?:photo|image|picture|video|graphic)s? (?:by|credit|courtesy|source)\b.{0,60}|\((?:ap|afp|reuters"
        r"|epa)[ /][^)]*\)|getty|alt:.*",
    ),
    ("an advertisement or consent notice", r"report this ad|cookie (?:settings|preferences|notice)|disclaimer:.*"),
    ("a tag list", r"categor(?:y|ies) .{2,60}|(?:last )?updated:? .{4,40}"),
    (
        "a mark of an agency’s wire",
        r"(?:-+ ?|/)?ends?(?: ?-+)?|-? ?30 ?-|#{3,}|nnnn|more to (?:come|follow)\.*|\(more\)",
    ),
)
_PATTERNS = tuple((what, re.compile(pattern, re.IGNORECASE)) for what, pattern in (*_KINDS, *_MORE))
_LONGEST = 150
_OF_CREDITS = word_set(
    "alt available by courtesy copyright credit file for from handout image images library of on permission photo"
    " photos picture supplied text the via with and agency press used under archive no caption description"
)
_FEWEST_TOLD = 3
"""So many words in small letters, other than those of credits, tell what a picture shows."""
_PIPES = re.compile(r"\s{0,9}(?:\|\s*\|.*|\|\s*$)")


_INLINE = re.compile(
    r"(?:sign up (?:here|now|today|(?:for|to) (?:our|the))\b.*|subscribe (?:now|today|here|(?:for|to) (?:our|the))\b.*"
    r"|(?:follow|like|find|join) us on (?:facebook|twitter|x|instagram|whatsapp|telegram|tiktok|youtube|linkedin"
    r"|threads|bluesky|social media|google news)\b.*|click (?:here|on the link)\b.*"
    r"|we use cookies\b.*|accept (?:all )?cookies"
    r"|this (?:site|website|page) uses cookies\b.*|by (?:continuing|clicking)\b.*\byou (?:agree|accept|consent)\b.*"
    r"|share (?:this|the) (?:article|story|post|page|link)\b.*|leave a (?:reply|comment).*"
    r"|(?:read|see|watch) (?:more|also|next)\b ?:.*|(?:article|story|text) continues (?:below|after).*|advertisements?"
    r"|scroll down(?: (?:for|to (?:read|see|watch|continue|comment))\b.*)?|download our (?:\w+ ){0,3}app\b.*"
    r"|source link|all rights reserved|your e-?mail address will not be.*|(?:reply|comments?|print|share|tweet)(?!\.)"
    r"|skip (?:advertisement|to content)|get (?:our|the)\b.*\b(?:newsletter|inbox)\b.*|get our\b.*\bapp\b.*"
    r"|enable (?:javascript|notifications)\b.*|join the conversation.*|sign in to\b.*"
    r"|\d+ (?:shares|comments|min(?:ute)? read)|read more|reading time: .*|(?:continue|keep) reading"
    r"(?: (?:below|here|this|the)\b.*)?|e-?mail us\b.*|contact us\b.*@.*|start your free\b.*"
    r"|you have \w+ (?:free )?(?:articles|stories) (?:left|remaining)\b.*|have you been affected\b.*"
    r"|do you have (?:a|any) (?:story|tip|information)\b.*"
    r"|try (?:it|us) (?:for )?free\b.*"
    r"|listen (?:now|here|live)(?: (?:on|at|to our)\b.*)?)[.!…]*",
    re.IGNORECASE,
)
"""Sentences that speak to the reader of a page, also beside sentences of the article."""
_SEAM = re.compile(r"(?<=[.!?…])\s+|\|")
"""Between the sentences of a line, and the parts that bars set apart."""
_PLACEHOLDER = re.compile(
    r"\b(?:[A-Z]+ )?TK(?:TK)*\b(?! ?[A-Z])|\b[Ll]orem ipsum\b|&(?:nbsp|amp|quot|lt|gt|#\d+);"
    r"|(?<=[a-z] )X{3,}\b(?= [a-z])"
    r"|(?<=[a-z£$€] )XX+(?= (?:per ?cent|million|billion|thousand|people|years|days|euros|pounds|dollars)\b)"
    r"|\[(?:LINK|NAME|DATE|QUOTE|PHOTO|FIGURE|CAPTION|TITLE|INSERT|SOURCE|NUMBER|PLACE|AGE|AMOUNT|PRICE|COMPANY)S?\]"
    r"|</?(?:p|br|div|span|strong|em|a|h\d|img|script)\b[^<>\n]{0,80}>|\{\{[^{}\n]{0,60}\}\}|\?{3,}"
    r"|\[(?:(?:insert|add|enter|check|confirm|TK|TBC|xx+)\b[^\[\]\n]{0,60}|[^\[\]\n]{0,60} (?:to come|TK|tbc"
    r"|needed))\]",
)


@check("leftover.boilerplate", "Left-over page text", severity="minor", confidence=0.95)
def boilerplate(copy: Copy) -> Iterator[Finding]:
    """Lines or whole sentences that are page furniture, and places left open; no other words inside a sentence."""
    for match in find_all(_PLACEHOLDER, copy.text):
        if _is_numeral(copy.text, match) or (match.group()[0] == "[" and copy.is_quoted(match.start())):
            continue  # "[Add to that] the cost"
        yield Finding(
            copy.span(*match.span()),
            f"Possibly left over: “{match.group()}” looks like mark-up or a place to be filled in. Check the text.",
        )
    for paragraph in copy.paragraphs:
        for line in re.finditer(r"[^\n]+", paragraph.text):
            text = line.group().strip().strip("*•·>»")
            what = _kind(text.strip())
            if what is None:
                yield from _inline(copy, paragraph.start + line.start(), line.group())
                continue
            source = what.startswith("a source")
            yield Finding(
                copy.trimmed(paragraph.start + line.start(), paragraph.start + line.end()),
                f"Possibly {what}, copied along with the article. Check that it belongs to the text.",
                severity="major" if source else None,
            )


_TOLD = re.compile(r", (?:(?!to\b)[\w’.]+ ){1,4}(?:says|said|tells|told|advises|advised)\b")
"""Somebody whose advice it is: "Get our app first, the guide says"."""


def _is_numeral(text: str, match: re.Match[str]) -> bool:
    """True for the thirtieth of its name: "Super Bowl XXX was"."""
    before = text[max(0, match.start() - 30) : match.start()].split()
    return match.group().startswith("XXX") and bool(before) and before[-1].istitle()


def _inline(copy: Copy, start: int, line: str) -> Iterator[Finding]:
    """Sentences to the reader of a page that stand in one line with others."""
    at = 0
    for seam in (*_SEAM.finditer(line), None):
        end = seam.start() if seam is not None else len(line)
        piece = line[at:end]
        if (
            len(piece) <= _LONGEST
            and _INLINE.fullmatch(piece.strip())
            and not (_TOLD.search(piece) or copy.is_quoted(start + at))
        ):
            yield Finding(
                copy.trimmed(start + at, start + end),
                "Possibly words of the page, copied along with the article. Check that they belong to the text.",
            )
        at = seam.end() if seam is not None else end


def _kind(line: str) -> str | None:
    if not 0 < len(line) <= _LONGEST or _is_caption(line):
        return None
    return next((what for what, pattern in _PATTERNS if pattern.fullmatch(line)), None)


def _is_caption(line: str) -> bool:
    """True for the caption of a picture that belongs to the story, which tells more than whose picture it is."""
    found = CAPTION.fullmatch(line)
    words = re.findall(r"(?<![\w’'-])[a-z]+(?![\w’'-])", found["words"]) if found is not None else []
    return len([word for word in words if word not in _OF_CREDITS]) >= _FEWEST_TOLD


_SITE = re.compile(r"\s[|»]\s(?P<last>[^|»]{3,40})$")
_SECTION = re.compile(
    r"(?:(?:World|UK|US|Local|Latest|Breaking) )?(?:News|Sports?|Business|Politics|World|Home|Opinion|Culture)"
)


@check("leftover.title-suffix", "Empty section marks in the headline", severity="minor", confidence=0.95)
def title_suffix(copy: Copy) -> Iterator[Finding]:
    """A page title taken for a headline, its separators left standing with nothing between them."""
    match = _PIPES.search(copy.title)
    site = None if match is not None else _SITE.search(copy.title)
    if site is not None and (is_outlet(site["last"]) or _SECTION.fullmatch(site["last"])):
        yield Finding(
            copy.trimmed(*site.span(), "title"),
            f"Possibly a page title in place of a headline: “{site['last']}” names the site. Check the headline.",
            suggestion=copy.title[: site.start()],
        )
    if match is not None:
        yield Finding(
            copy.trimmed(*match.span(), "title"),
            "Possibly a page title in place of a headline: its separators enclose nothing. Check the headline.",
            suggestion=copy.title[: match.start()],
        )
