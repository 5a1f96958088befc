"""Typed settings: class defaults < configuration file < environment < command line.

Every section is a small class. The environment name of ``fetch.max_bytes`` is
``NEWSROOM_FETCH__MAX_BYTES``. ``config/default.toml`` lists every setting with its default and an
explanation; a test keeps the two the same. Secrets are :class:`pydantic.SecretStr` and come from
the environment only.
"""

import os
from pathlib import Path
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

CONFIG_VARIABLE = "NEWSROOM_CONFIG"
CONFIG_FILE = Path("newsroom.toml")


class Section(BaseModel):
    """Base of every settings section: an unknown key is an error, so a typo cannot pass."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FetchSettings(Section):
    """How pages are fetched (``bot/fetch``)."""

    user_agent: str = "newsroom-bot/0.1"
    contact: str = ""
    total_timeout: float = 20.0
    connect_timeout: float = 5.0
    read_timeout: float = 10.0
    max_bytes: int = 10_000_000
    max_redirects: int = 10
    allowed_ports: list[int] = [80, 443]
    allow_hosts: list[str] = []
    obey_robots: bool = True
    per_host_concurrency: int = 2
    per_host_delay: float = 0.5
    retries: int = 3


class ExtractSettings(Section):
    """How articles are extracted (``bot/extract``)."""

    time_limit: float = 10.0
    max_words: int = 50_000


class LanguageSettings(Section):
    """Which model reads the text (``bot/language``). ``builtin`` is the one shipped with the bot."""

    model: str = "builtin"
    threads: int = 1


class AnalysisSettings(Section):
    """Limits and switches of the analysis (``bot/analysis``)."""

    disabled_checks: list[str] = []


class BriefSettings(Section):
    """What reaches the reader (``bot/brief.py``)."""

    min_confidence: float = 0.5
    min_severity: str = "minor"
    max_actors: int = 6
    max_demands: int = 6
    max_errors: int = 6
    gist_sentences: int = 2


class WorkersSettings(Section):
    """The process pool that runs extraction and analysis (``bot/workers.py``)."""

    processes: int = 1
    time_limit: float = 60.0


class StoreSettings(Section):
    """Where things are kept. ``url`` is an SQLAlchemy URL without driver; empty means a file in ``folder``."""

    folder: Path = Path("data")
    url: str = ""


class WebSettings(Section):
    """The web server: local desk, health. Loopback unless a password is set in NEWSROOM_WEB__PASSWORD."""

    host: str = "127.0.0.1"
    port: int = 8765


class Settings(BaseSettings):
    """All settings of one process."""

    fetch: FetchSettings = FetchSettings()
    extract: ExtractSettings = ExtractSettings()
    language: LanguageSettings = LanguageSettings()
    analysis: AnalysisSettings = AnalysisSettings()
    brief: BriefSettings = BriefSettings()
    workers: WorkersSettings = WorkersSettings()
    store: StoreSettings = StoreSettings()
    web: WebSettings = WebSettings()

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
