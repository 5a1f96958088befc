"""What the features look for in class names and in wording, by name of the feature.

Class names are matched in lower case. The wording is that of English pages; on others these features stay zero.
"""

import re
from typing import Final

_NAMES: Final[dict[str, str]] = {
    "names_caption": r"caption|credit|copyright|photo|image|figure|gallery|slide|lightbox|media",
    "names_share": r"share|sharing|social|follow|facebook|twitter|whatsapp",
    "names_related": (
        r"relat|recirc|recommend|read-?(?:more|next|also)|more-|trending|popular|latest|teaser|card|promo|carousel"
        r"|taboola|outbrain|most-|also|suggest"
    ),
    "names_signup": (
        r"newsletter|sign-?up|subscri|paywall|optin|opt-in|register|login|donat|membership|cta\b|call-to-action"
        r"|form"
    ),
    "names_advert": r"\bads?\b|advert|sponsor|\bad-|-ad\b|banner|affiliate|disclaimer|disclosure",
    "names_byline": r"byline|author|contributor|writer|\bbio\b|profile|vcard|avatar",
    "names_date": r"\bdate|time|publish|posted|updated|dateline|\bmeta\b|-meta|meta-|info",
    "names_comment": r"comment|disqus|respond|reply|discussion|livefyre",
    "names_tags": r"\btags?\b|tag-|-tags?\b|topic|categor|keyword|breadcrumb|label|kicker|eyebrow|section-name",
    "names_chrome": (
        r"nav|menu|footer|header|sidebar|widget|masthead|toolbar|cookie|consent|modal|popup|overlay|skip|sr-only"
        r"|visually-hidden|screen-reader|print|tooltip|rail\b|aside"
    ),
    "names_embed": (
        r"embed|tweet|instagram|video|player|iframe|pull-?quote|inset|factbox|fact-box|infobox|quiz|poll|listing"
        r"|product"
    ),
    "names_title": r"title|headline|heading|\bhed\b",
    "names_standfirst": (
        r"standfirst|\bdek\b|deck|subtitle|sub-title|subhead|summary|excerpt|lead\b|lede|intro|abstract"
        r"|description|key-?points|bullets"
    ),
    "names_body": (
        r"article-?_?body|articlebody|story-?_?body|entry-content|post-?_?content|post-?_?body|article-?_?content"
        r"|content-?_?body|article-?_?text|story-?_?text|body-?_?text|richtext|rich-text|paragraph|\bbody\b"
        r"|article__|td-post"
    ),
    "names_article": r"article|story|entry|\bpost\b|content|main|text|hentry",
}
NAME_PATTERNS: Final = {name: re.compile(pattern) for name, pattern in _NAMES.items()}
_WORDING: Final[dict[str, str]] = {
    "says_more": (
        r"^\W*(?:read (?:more|also|next|the full)|see also|also read|also see|related|more (?:from|on|in|about"
        r"|stories|news)|recommended|you may also|you might|don'?t miss|watch(?: now)?:|watch the|listen|click|tap"
        r"|check out|find out|learn more|view (?:more|all)|see (?:more|all)|continue reading|load more|up next"
        r"|next:|previous|source)\b"
    ),
    "says_signup": (
        r"newsletter|sign(?:ing)? up|subscribe|inbox|follow (?:us|me|him|her|@)|on (?:facebook|twitter|instagram"
        r"|youtube)|download (?:our|the) app|join (?:us|our)|log in|support (?:us|our)|donate|get (?:our"
        r"|the latest|the best)|push notifications|leave a (?:reply|comment)|e-?mail"
    ),
    "says_credit": (
        r"^\W*(?:photos?|images?|pictures?|pic|video|credit|source|file|illustration|graphic|screenshot"
        r"|photograph(?:er|y)?)\b.{0,60}$|(?:getty images?|\bAP\b photo|/AP\b|\bREUTERS\b|\bAFP\b|shutterstock"
        r"|handout|courtesy|via AP|screengrab|screenshot|file photo|photograph)"
    ),
    "says_rights": (
        r"©|\(c\)|copyright|all rights reserved|terms (?:of|and)|privacy policy|cookies?\b|may not be (?:published"
        r"|reproduced)|affiliate (?:link|commission)|earn a commission|advertisement|sponsored|paid (?:for"
        r"|content)"
    ),
    "says_byline": (
        r"^\W*(?:by|written by|posted by|author|reporting by|editing by|reported by|von|di|por|par)\b.{0,80}$"
        r"|^\W*(?:about the author)|\bcontributed (?:to|from)\b|\bis an? (?:\w+ ){0,4}(?:reporter|writer|editor"
        r"|journalist|correspondent|author|contributor|columnist)\b|can be reached at|follow (?:him|her"
        r"|them) (?:on|@)"
    ),
    "says_date": (
        r"^\W*(?:(?:published|updated|posted|last modified|first published|modified"
        r"|on)\b.{0,40})?(?:\w{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? \w{3,9}\.?,? \d{4}"
        r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}).{0,40}$|^\W*\d+ (?:\w+ )?(?:hours?|minutes?|days?|weeks?|min"
        r"|mins)\b.{0,20}$"
    ),
    "says_address": r"https?://|www\.|@\w",
    "says_comments": (
        r"^\W*(?:\d+ )?(?:comments?|replies|reply|shares?|views|likes?|share this|share on|tweet|pin it|print"
        r"|email|tags?|filed under|posted in|categories|topics?)\b"
    ),
}
WORDING_PATTERNS: Final = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _WORDING.items()}
