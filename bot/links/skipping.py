"""Telling links that can hold no article by their address alone."""

import re
from typing import Final

from yarl import URL

from bot.links.canonical import is_home_page
from bot.links.parsing import parse

_EXTENSIONS: Final = {
    "an image": "jpg jpeg png gif webp avif svg bmp tif tiff ico heic",
    "a video": "mp4 webm mov avi mkv m4v mpg mpeg m3u8 wmv",
    "a sound": "mp3 ogg oga opus wav flac m4a aac",
    "a file": "pdf doc docx xls xlsx ppt pptx odt ods odp csv tsv epub zip gz tgz bz2 xz zst 7z rar tar dmg exe msi "
    "apk iso deb rpm jar bin torrent ics vcf css js json xml rss atom woff woff2 ttf",
}
_BY_EXTENSION: Final = {ending: reason for reason, endings in _EXTENSIONS.items() for ending in endings.split()}

_HOSTS: Final = (
    # (reason, hosts, paths): the hosts cover their subdomains, the pattern must match the path's beginning.
    ("a chat message", "slack.com", r"/(archives|messages|client|files|app_redirect|huddle)"),
    ("a chat message", "discord.com discordapp.com", r"/(channels|invite|events|users)"),
    ("a chat message", "discord.gg teams.live.com wa.me chat.whatsapp.com", r"/"),
    ("a chat message", "teams.microsoft.com", r"/"),
    ("a chat message", "t.me telegram.me", r"/"),
    ("a call", "zoom.us", r"/(j|s|my|w|wc|meeting)/"),
    ("a call", "meet.google.com webex.com whereby.com", r"/"),
    ("an image", "cdn.discordapp.com media.discordapp.net i.imgur.com imgur.com tenor.com giphy.com i.redd.it "
     "pbs.twimg.com gyazo.com prnt.sc flickr.com", r"/"),
    ("a video", "youtu.be vimeo.com twitch.tv v.redd.it dailymotion.com tiktok.com loom.com streamable.com", r"/"),
    ("a video", "youtube.com youtube-nocookie.com", r"/(watch|shorts|live|embed|playlist|channel|c/|@|user)"),
    ("a sound", "open.spotify.com soundcloud.com music.apple.com podcasts.apple.com music.youtube.com", r"/"),
    ("a map", "google.com", r"/maps"),
    ("a map", "maps.google.com maps.app.goo.gl maps.apple.com openstreetmap.org waze.com", r"/"),
    ("a shared document", "docs.google.com drive.google.com sheets.google.com sharepoint.com onedrive.live.com 1drv.ms "
     "dropbox.com box.com figma.com miro.com airtable.com trello.com", r"/"),
    ("a private page", "mail.google.com calendar.google.com outlook.office.com outlook.live.com accounts.google.com "
     "login.microsoftonline.com", r"/"),
    ("a search page", "google.com bing.com duckduckgo.com ecosia.org search.brave.com startpage.com",
     r"/(search|html|news/search)?$"),
    ("a search page", "search.yahoo.com", r"/"),
    ("a social media page", "facebook.com fb.com instagram.com linkedin.com x.com twitter.com threads.net bsky.app "
     "pinterest.com snapchat.com vk.com weibo.com", r"/(?!pulse/|notes/|i/article)"),
    ("an app in a store", "apps.apple.com itunes.apple.com play.google.com", r"/"),
)  # fmt: skip
_BY_HOST: Final = tuple((reason, tuple(hosts.split()), re.compile(paths)) for reason, hosts, paths in _HOSTS)
_SEARCH_PATH = re.compile(r"/(?:search|suche|recherche|buscar|cerca)(?:/|\.\w+)?$", re.I)
_SEARCH_QUERY = re.compile(r"(?:^|&)(?:q|query|s|search|keywords?)=", re.I)
_ACCOUNT_PATH = re.compile(
    r"/(?:log-?in|sign-?in|sign-?up|register|logout|oauth|subscribe|account|checkout|cart)(?:/|\.\w+)?$", re.I
)


def never_article(url: str) -> str | None:
    """What a link is instead of an article ("an image", "a chat message"), or None when it may be one.

    Looks at the address only. Meant for the automatic mode: whoever asks for a link by name gets it read.
    """
    parsed = parse(url)
    if parsed is None:
        return "no web address"
    ending = parsed.raw_path.rpartition("/")[2].rpartition(".")
    if ending[1] and (reason := _BY_EXTENSION.get(ending[2].lower())):
        return reason
    host = (parsed.raw_host or "").rstrip(".")
    for reason, hosts, paths in _BY_HOST:
        if any(host == name or host.endswith("." + name) for name in hosts) and paths.match(parsed.raw_path):
            return reason
    return _by_shape(parsed)


def _by_shape(url: URL) -> str | None:
    if is_home_page(str(url)):
        return "a home page"
    if _SEARCH_PATH.search(url.raw_path) or (url.raw_path == "/" and _SEARCH_QUERY.search(url.raw_query_string)):
        return "a search page"
    if _ACCOUNT_PATH.search(url.raw_path):
        return "a log-in page"
    return None
