"""The canonical form of a link: one article shared in several ways is one article."""

import re
from functools import lru_cache
from typing import Final
from urllib.parse import unquote_plus, urljoin

from yarl import URL

from bot.links.parsing import parse, registrable_domain

TRACKING_PREFIXES: Final = ("utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "at_", "ns_", "vero_", "oly_", "__hs")
"""Beginnings of parameter names that only tell where a click came from."""

_TRACKING_NAMES = (
    # Click identifiers of advertisers and networks.
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id mc_cid mc_eid "
    "_hsenc _hsmi mkt_tok s_cid s_kwcid ef_id epik rb_clickid wickedid srsltid gad_source gad_campaignid "
    # Analytics of single products.
    "_ga _gl cmpid cmp ocid icid ncid xtor wt_mc wt.mc_id trk trkcampaign sc_campaign sc_cid spm "
    "guccounter guce_referrer guce_referrer_sig ref_src ref_url referrer_id "
    # Share buttons of publishers.
    "smid smtyp smprod partner_source share_id shareid sharetype share_token st_source mod_source "
    "feature_share cvid recirc unlocked_article_code"
)
TRACKING_PARAMETERS: Final = frozenset(_TRACKING_NAMES.split())
"""Whole parameter names, lower case, with the same meaning."""

_AMP_PARAMETERS: Final = {("amp", ""), ("amp", "1"), ("amp", "true"), ("outputtype", "amp"), ("view", "amp")}
_VARIANT_LABELS: Final = frozenset({"m", "mobile", "amp"})
_AMP_END = re.compile(r"(?:/amp/?|\.amp)$")
_AMP_EXTENSION = re.compile(r"\.amp(?=\.html?$)")
_AMP_START = re.compile(r"^/amp(?=/[^/]+/[^/])")
_MAX_UNWRAPPING: Final = 16
_GOOGLE = re.compile(r"(?:www\.)?google\.[a-z.]{2,6}")
_AMP_VIEWER = re.compile(r"/amp/(s/)?(.+)")
_AMP_CACHE = re.compile(r"/(?:c|v|wp/c)/(s/)?(.+)")
_WRAPPERS: Final = {
    "l.facebook.com": ("/l.php", "u"),
    "lm.facebook.com": ("/l.php", "u"),
    "l.instagram.com": ("/", "u"),
    "slack-redir.net": ("/link", "url"),
    "out.reddit.com": ("/", "url"),
}
"""Hosts whose only work is to pass a click on: path, and the parameter that holds the real address."""


@lru_cache(maxsize=2_048)
def canonicalise(url: str) -> str:
    """The canonical form of an http(s) address; anything else is returned unchanged. Idempotent.

    Scheme and host in lower case and punycode, no default port, user name, fragment, tracking or AMP
    parameter, no ``www.``, mobile or AMP variant, percent-encoding normalised (RFC 3986 section 6.2).
    The order of the remaining parameters is kept, because some sites depend on it.
    """
    current = url.strip()
    for _ in range(_MAX_UNWRAPPING):
        parsed = parse(current)
        if parsed is None:
            return url
        normal = _normalise(_unwrap(parsed))
        if normal == current:
            return current
        current = normal
    return url


def without_tracking(url: str) -> str:
    """An http(s) address as it was written, without what belongs to the person who shared it; else unchanged.

    Click counters are unwrapped; tracking parameters, gift tokens, user name, password and fragment go. The
    canonical form is the same.
    """
    parsed = parse(url.strip())
    if parsed is None:
        return url
    for _ in range(_MAX_UNWRAPPING):
        parsed = _unwrap(parsed)
    query = _plain_query(parsed.raw_query_string)
    bare = str(parsed.with_user(None).with_query(None).with_fragment(None))
    return f"{bare}{'?' if query else ''}{query}"


def merge_canonical(url: str, rel_canonical: str | None) -> str:
    """The address of an article once its page has been read: what the page calls canonical, if that is to be trusted.

    A page may name another address of its own site only, and no home page: else one line of HTML could
    replace what is kept for somebody else's article, or melt a whole site into one address.
    """
    own = canonicalise(url)
    if not rel_canonical:
        return own
    try:
        joined = urljoin(url, rel_canonical.strip())
    except ValueError:
        return own
    named, page = parse(canonicalise(joined)), parse(own)
    if named is None or page is None or is_home_page(str(named)) or not _same_site(named, page):
        return own
    return str(named)


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site: of one registrable domain, or of one host and port."""
    first, second = parse(one), parse(other)
    return first is not None and second is not None and _same_site(first, second)


def is_home_page(url: str) -> bool:
    """Whether an address is a site's front page, also that of one language (``/``, ``/en/``, ``/index.html``)."""
    parsed = parse(url)
    if parsed is None or parsed.raw_query_string:
        return False
    return bool(
        re.fullmatch(r"(?:/[a-z]{2}(?:[-_][a-z]{2})?)?/?(?:(?:index|home|default)\.\w{2,5})?", parsed.raw_path, re.I)
    )


def _same_site(one: URL, other: URL) -> bool:
    first, second = one.raw_host or "", other.raw_host or ""
    domain = registrable_domain(first)
    if not domain:
        return (first, one.port) == (second, other.port)
    return domain == registrable_domain(second)


def _unwrap(url: URL) -> URL:
    """The address inside an AMP cache, an AMP viewer or a click counter; else the address itself."""
    host = url.raw_host or ""
    inner: URL | None = None
    if host.endswith(".cdn.ampproject.org"):
        inner = _behind(_AMP_CACHE, url)
    elif _GOOGLE.fullmatch(host):
        inner = _behind(_AMP_VIEWER, url)
        if url.raw_path == "/url":
            inner = _parameter(url, "q") or _parameter(url, "url")
    elif host.endswith(".safelinks.protection.outlook.com"):
        inner = _parameter(url, "url")
    elif host in _WRAPPERS and url.raw_path == _WRAPPERS[host][0]:
        inner = _parameter(url, _WRAPPERS[host][1])
    return inner or url


def _behind(pattern: re.Pattern[str], url: URL) -> URL | None:
    found = pattern.fullmatch(url.raw_path)
    if not found:
        return None
    query = f"?{url.raw_query_string}" if url.raw_query_string else ""
    return parse(f"http{'s' if found[1] else ''}://{found[2]}{query}")


def _parameter(url: URL, name: str) -> URL | None:
    return parse(url.query.get(name, ""))


def _normalise(url: URL) -> str:
    """``url`` rebuilt from its normalised parts."""
    host = _plain_host((url.raw_host or "").rstrip("."))
    authority = f"[{host}]" if ":" in host else host
    if not url.is_default_port():
        authority += f":{url.port}"
    query = _plain_query(url.raw_query_string)
    return f"{url.scheme}://{authority}{_plain_path(url.raw_path)}{'?' if query else ''}{query}"


def _plain_host(host: str) -> str:
    """Without ``www.`` and without a mobile or AMP label, as long as a registered name remains."""
    domain = registrable_domain(host)
    if not domain or host == domain:
        return host
    labels = host.removesuffix(domain).rstrip(".").split(".")
    kept = [label for label in labels if label not in _VARIANT_LABELS]
    if kept[:1] == ["www"]:
        del kept[0]
    return ".".join([*kept, domain])


def _plain_path(path: str) -> str:
    plain = _AMP_EXTENSION.sub("", _AMP_END.sub("", _AMP_START.sub("", path)))
    return plain if plain not in ("", "/") else (path if len(path) > 1 else "/")


def _plain_query(query: str) -> str:
    return "&".join(part for part in query.split("&") if part and not _is_noise(part))


def _is_noise(part: str) -> bool:
    raw_name, _, raw_value = part.partition("=")
    name, value = unquote_plus(raw_name).lower(), unquote_plus(raw_value).lower()
    return name in TRACKING_PARAMETERS or name.startswith(TRACKING_PREFIXES) or (name, value) in _AMP_PARAMETERS
