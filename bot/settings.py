"""Typed settings: class defaults < configuration file < environment < command line.

Every section is a small class. The environment name of ``fetch.max_bytes`` is
``NEWSROOM_FETCH__MAX_BYTES``. ``config/default.toml`` lists every setting with its default and an
explanation; a test keeps the two the same. Secrets are :class:`pydantic.SecretStr` and come from
the environment only.
"""

import os
import re
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

CONFIG_VARIABLE = "NEWSROOM_CONFIG"
CONFIG_FILE = Path("newsroom.toml")


class Section(BaseModel):
    """Base of every settings section: an unknown key is an error, so a typo cannot pass."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _domain(value: str) -> str:
    name = value.strip().lower().removeprefix("*.").rstrip(".")
    if not re.fullmatch(r"(?!-)[\w-]{1,63}(\.[\w-]{1,63})*", name) or len(name) > 253:
        raise ValueError(f"“{value}” is not a domain name; write it like example.org")
    return name


def _quiet_hours(value: str) -> str:
    if value and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d", value):
        raise ValueError("write the quiet hours like 22:00-07:00, or leave them empty")
    return value


def _reaction(value: str) -> str:
    name = re.sub(r"<a?(:\w+:)\d+>", r"\1", value.strip()).strip(":")
    if not name or re.search(r"[\s:<>]", name):
        raise ValueError("write the reaction like newspaper")
    return name


def _time_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"“{value}” is not a time zone; write it like Europe/London") from None
    return value


Reaction = Annotated[str, AfterValidator(_reaction)]


def _database_url(value: str) -> str:
    # Hosting services hand out the short form, which SQLAlchemy does not know.
    url = re.sub(r"^postgres://", "postgresql://", value)
    if url and not re.match(r"(postgresql|sqlite)(\+\w+)?://", url):
        raise ValueError("write the database like postgresql://user@host/name, or leave it empty for files")
    return url


Domain = Annotated[str, AfterValidator(_domain)]
DatabaseUrl = Annotated[str, AfterValidator(_database_url)]
QuietHours = Annotated[str, AfterValidator(_quiet_hours)]
TimeZone = Annotated[str, AfterValidator(_time_zone)]
SectionName = Literal["gist", "actors", "demands", "errors"]
Confidence = Annotated[float, Field(ge=0, le=1)]


class FetchSettings(Section):
    """How pages are fetched (``bot/fetch``). Times are in seconds, sizes in bytes.

    ``contact`` is an address or URL that goes into the user agent, so that a site's owner can reach
    the operator. ``total_timeout`` covers one page with its redirects, without the waiting for a turn.
    ``allow_hosts`` are exceptions to the rule that only public addresses on ``allowed_ports`` are
    fetched: a host, host:port, an IP address or a network. A server that asks for more patience than
    ``max_retry_after`` is not waited for.
    """

    user_agent: Annotated[str, Field(pattern=r"^[\x20-\x7e]+$")] = "newsroom-bot/0.1"
    contact: Annotated[str, Field(pattern=r"^[\x20-\x7e]*$")] = ""
    total_timeout: Annotated[float, Field(gt=0)] = 20.0
    connect_timeout: Annotated[float, Field(gt=0)] = 5.0
    read_timeout: Annotated[float, Field(gt=0)] = 10.0
    max_bytes: Annotated[int, Field(gt=0)] = 10_000_000
    max_redirects: Annotated[int, Field(ge=0, le=50)] = 10
    allowed_ports: list[int] = [80, 443]
    allow_hosts: list[str] = []
    obey_robots: bool = True
    robots_lifetime: Annotated[float, Field(ge=0)] = 3600.0
    per_host_concurrency: Annotated[int, Field(ge=1)] = 2
    per_host_delay: Annotated[float, Field(ge=0)] = 0.5
    connections: Annotated[int, Field(ge=1)] = 50
    retries: Annotated[int, Field(ge=0, le=10)] = 3
    retry_delay: Annotated[float, Field(ge=0)] = 0.5
    max_retry_after: Annotated[float, Field(ge=0)] = 15.0


class ExtractSettings(Section):
    """How articles are extracted (``bot/extract``)."""

    time_limit: Annotated[float, Field(gt=0)] = 10.0
    max_words: Annotated[int, Field(ge=1)] = 50_000


class LanguageSettings(Section):
    """Which model reads the text (``bot/language``). ``builtin`` is the one shipped with the bot."""

    model: str = "builtin"
    threads: Annotated[int, Field(ge=1)] = 1


class AnalysisSettings(Section):
    """Limits and switches of the analysis (``bot/analysis``)."""

    disabled_checks: list[str] = []
    enabled_checks: list[str] = []


class BriefSettings(Section):
    """What a brief holds (``bot/brief.py``) and how much of it a reply shows (``bot/render``).

    ``min_confidence`` is for demands; likely errors have one for each severity. What is below is in no
    brief at all, so that no channel can show it.
    """

    min_confidence: Confidence = 0.5
    min_confidence_minor: Confidence = 0.5
    min_confidence_major: Confidence = 0.5
    min_confidence_critical: Confidence = 0.5
    min_severity: Literal["minor", "major", "critical"] = "minor"
    max_actors: Annotated[int, Field(ge=1)] = 10
    max_demands: Annotated[int, Field(ge=1)] = 6
    max_errors: Annotated[int, Field(ge=1)] = 6
    gist_sentences: Annotated[int, Field(ge=0)] = 2


class WorkersSettings(Section):
    """The processes that run extraction and analysis (``bot/workers``).

    ``time_limit`` is in seconds, for the analysis of one article. A process is replaced after
    ``recycle_after`` requests, because the string tables of the language model only grow; 0 is never.
    """

    processes: Annotated[int, Field(ge=1, le=256)] = 1
    time_limit: Annotated[float, Field(gt=0)] = 60.0
    recycle_after: Annotated[int, Field(ge=0)] = 2000


class StoreSettings(Section):
    """Where things are kept. ``url`` is an SQLAlchemy URL without driver; empty means a file in ``folder``."""

    folder: Path = Path("data")
    url: DatabaseUrl = ""


class JobsSettings(Section):
    """How links are worked off (``bot/jobs``).

    ``executor`` names this process among several on one PostgreSQL database; empty, the process takes
    the first free name of a row. A name that is set must be unique among processes that run at the
    same time, and stay the same over restarts. ``fresh_minutes`` is how long a page that was read
    answers further shares without being fetched again. ``poll_seconds`` is how often the queues are
    looked at. A reply that may or may not have arrived is tried ``post_attempts`` times; one that a
    platform does not take yet waits for ``post_hours``. ``keep_days`` is how long finished jobs stay
    on record.
    """

    executor: str = ""
    fresh_minutes: Annotated[float, Field(ge=0)] = 30.0
    failed_fresh_minutes: Annotated[float, Field(ge=0)] = 2.0
    articles_at_once: Annotated[int, Field(ge=1)] = 8
    poll_seconds: Annotated[float, Field(gt=0)] = 0.2
    post_attempts: Annotated[int, Field(ge=1)] = 8
    post_hours: Annotated[float, Field(ge=0)] = 24.0
    keep_days: Annotated[float, Field(ge=0)] = 7.0
    shutdown_seconds: Annotated[float, Field(ge=0)] = 4.0


class DeskSettings(Section):
    """What the bot does in a channel, unless the workspace or the channel was set otherwise.

    ``mode`` is automatic, reaction (only when somebody adds ``reaction``) or command. ``sections``
    are what a reply shows. Demands below ``min_confidence``, and likely errors below the confidence of
    their severity or below ``min_severity``, are left for ``/brief all``. ``skip_domains`` are never
    read; when ``allow_domains`` is not empty, only those are; both cover subdomains. ``quiet_hours``
    ("22:00-07:00", in ``time_zone``) silence the automatic mode. ``when_deleted`` says whether the
    reply to a deleted message goes with it. ``configurers`` are the users, besides admins, who may
    change these settings.
    """

    mode: Literal["automatic", "reaction", "command"] = "automatic"
    reaction: Reaction = "newspaper"
    sections: list[SectionName] = ["gist", "errors", "demands", "actors"]
    min_confidence: Confidence = 0.5
    min_confidence_minor: Confidence = 0.6
    min_confidence_major: Confidence = 0.55
    min_confidence_critical: Confidence = 0.5
    min_severity: Literal["minor", "major", "critical"] = "minor"
    disabled_checks: list[str] = []
    skip_domains: list[Domain] = []
    allow_domains: list[Domain] = []
    links_per_message: Annotated[int, Field(ge=1, le=50)] = 5
    quiet_hours: QuietHours = ""
    time_zone: TimeZone = "UTC"
    when_deleted: Literal["withdraw", "keep"] = "withdraw"
    retention_days: Annotated[int, Field(ge=1, le=3650)] = 365
    configurers: list[str] = []


class LogSettings(Section):
    """How the bot logs (``bot/logs.py``). ``json_lines`` writes one JSON object a line."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    json_lines: bool = False


def _public_url(value: str) -> str:
    if value and not re.fullmatch(r"https?://[^\s/?#@]+(/[^\s?#]*)?", value):
        raise ValueError("write the public address like https://newsroom.example.org, or leave it empty")
    return value.rstrip("/")


PublicUrl = Annotated[str, AfterValidator(_public_url)]


class WebSettings(Section):
    """The web server: local desk, reports, health. Loopback unless a password is set in NEWSROOM_WEB__PASSWORD.

    ``public_url`` is the address under which others reach the server; when it is set, replies link to the
    full report of their article, and chat platforms fetch its picture there. ``metrics`` says who may read
    ``/metrics``: programs on this machine, all, or none. ``worker_port`` is where a process of its own that
    only works answers ``/healthz``, ``/readyz`` and ``/metrics``; 0 is nowhere.
    """

    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8765
    password: SecretStr = SecretStr("")
    public_url: PublicUrl = ""
    metrics: Literal["local", "all", "off"] = "local"
    worker_port: Annotated[int, Field(ge=0, le=65535)] = 0


class SlackSettings(Section):
    """How Slack is reached (``bot/chat/slack_adapter``). Secrets come from the environment only.

    With ``app_token`` events come over Socket Mode, else over HTTP to ``/slack/events`` and signed with
    ``signing_secret``. ``bot_token`` serves the one workspace it belongs to; ``client_id`` and
    ``client_secret`` let many install the bot from ``/slack/install``. ``api_url`` is where Slack's Web API
    is. ``pace`` is the pause between two messages in a channel, in seconds. After a stop, at most
    ``backfill_messages`` of each channel are looked through, none older than ``backfill_hours``.
    """

    bot_token: SecretStr = SecretStr("")
    app_token: SecretStr = SecretStr("")
    signing_secret: SecretStr = SecretStr("")
    client_id: SecretStr = SecretStr("")
    client_secret: SecretStr = SecretStr("")
    api_url: Annotated[str, Field(pattern=r"^https?://.+/$")] = "https://slack.com/api/"
    pace: Annotated[float, Field(ge=0)] = 1.0
    backfill_hours: Annotated[float, Field(ge=0)] = 24.0
    backfill_messages: Annotated[int, Field(ge=0)] = 200

    @property
    def is_configured(self) -> bool:
        """Whether any secret of Slack is set."""
        secrets = (self.bot_token, self.app_token, self.signing_secret, self.client_id, self.client_secret)
        return any(secret.get_secret_value() for secret in secrets)


class DiscordSettings(Section):
    """How Discord is reached (``bot/chat/discord_adapter``). The token comes from the environment only.

    Without ``message_content``, or when Discord does not grant that intent, links are answered on request
    only. ``shards`` is over how many connections the servers are spread; 0 is as many as Discord advises.
    ``pace`` is the pause between two messages in a channel, in seconds. After a stop, at most
    ``backfill_messages`` of each channel are looked through, none older than ``backfill_hours``.
    """

    token: SecretStr = SecretStr("")
    message_content: bool = True
    shards: Annotated[int, Field(ge=0)] = 1
    pace: Annotated[float, Field(ge=0)] = 0.5
    backfill_hours: Annotated[float, Field(ge=0)] = 24.0
    backfill_messages: Annotated[int, Field(ge=0)] = 200


class Settings(BaseSettings):
    """All settings of one process."""

    fetch: FetchSettings = FetchSettings()
    extract: ExtractSettings = ExtractSettings()
    language: LanguageSettings = LanguageSettings()
    analysis: AnalysisSettings = AnalysisSettings()
    brief: BriefSettings = BriefSettings()
    workers: WorkersSettings = WorkersSettings()
    store: StoreSettings = StoreSettings()
    jobs: JobsSettings = JobsSettings()
    desk: DeskSettings = DeskSettings()
    log: LogSettings = LogSettings()
    web: WebSettings = WebSettings()
    slack: SlackSettings = SlackSettings()
    discord: DiscordSettings = DiscordSettings()

    model_config = SettingsConfigDict(env_prefix="NEWSROOM_", env_nested_delimiter="__", extra="forbid", frozen=True)

    config_file: ClassVar[Path | None] = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Command line first, then the environment, then the file."""
        path = cls.config_file
        return (init_settings, env_settings, *([TomlConfigSettingsSource(settings_cls, path)] if path else []))


def load(config: Path | None = None, **overrides: Any) -> Settings:
    """Settings from ``config`` (else $NEWSROOM_CONFIG, else ./newsroom.toml), environment and overrides.

    Raises ``pydantic.ValidationError`` for a bad value and ``FileNotFoundError`` for a named file
    that does not exist.
    """
    named = config or (Path(os.environ[CONFIG_VARIABLE]) if os.environ.get(CONFIG_VARIABLE) else None)
    if named and not named.is_file():
        raise FileNotFoundError(named)
    path = named or (CONFIG_FILE if CONFIG_FILE.is_file() else None)
    source = type("FileSettings", (Settings,), {"config_file": path, "__module__": __name__})
    loaded: Settings = source(**overrides)
    return loaded
