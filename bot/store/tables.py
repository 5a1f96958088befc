"""Every table, as SQLAlchemy Core objects. Migrations are in ``bot/store/migrations``.

Ownership runs through ``workspace_id``: a workspace, its channels, the messages seen there, the
links shared in them and the replies. Articles are public pages and stored once; a workspace can see
only those that ``readings`` gives it. Times are seconds since 1970, UTC.
"""

from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore
from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _owner() -> Column[int]:
    return Column("workspace_id", ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False)


workspaces = Table(
    "workspaces",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("platform", String(16), nullable=False),
    Column("external_id", String(128), nullable=False),
    Column("settings", JSON, nullable=False),
    UniqueConstraint("platform", "external_id"),
)

channels = Table(
    "channels",
    metadata,
    Column("id", Integer, primary_key=True),
    _owner(),
    Column("external_id", String(128), nullable=False),
    Column("settings", JSON, nullable=False),
    UniqueConstraint("workspace_id", "external_id"),
)

messages = Table(
    "messages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("channel_id", ForeignKey("channels.id", ondelete="CASCADE"), nullable=False),
    Column("external_id", String(128), nullable=False),
    Column("author", String(128), nullable=False),
    Column("seen_at", Float, nullable=False, index=True),
    UniqueConstraint("channel_id", "external_id"),
)

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("canonical_url", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("site", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("brief", Text, nullable=False, comment="newsroom-brief/1 without article.text"),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("read_at", Float, nullable=False, index=True),
)

pages = Table(
    "pages",
    metadata,
    Column("url", Text, primary_key=True, comment="as shared, in canonical form"),
    Column("state", String(16), nullable=False, comment="new, reading, ready, failed"),
    Column("generation", Integer, nullable=False),
    Column("article_id", ForeignKey("articles.id", ondelete="SET NULL"), index=True),
    Column("failure", JSON),
    Column("settled_at", Float, index=True),
)

readings = Table(
    "readings",
    metadata,
    Column("workspace_id", ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("read_at", Float, nullable=False),
    Column("key", String(64), nullable=False, comment="signs the link to the report"),
    Index("ix_readings_article_id", "article_id"),
)

article_bands = Table(
    "article_bands",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False, comment="articles that are alike share some"),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Index("ix_article_bands_article_id", "article_id"),
)

comparisons = Table(
    "comparisons",
    metadata,
    Column("workspace_id", Integer, primary_key=True),
    Column("article_id", Integer, primary_key=True),
    Column("other_id", Integer, primary_key=True, comment="the other version that the workspace has read"),
    Column("place", Integer, nullable=False, comment="0 for the likeliest original"),
    Column("found", Text, nullable=False, comment="what the comparison shows, as JSON"),
    *(
        ForeignKeyConstraint(
            ["workspace_id", which], ["readings.workspace_id", "readings.article_id"], ondelete="CASCADE"
        )
        for which in ("article_id", "other_id")
    ),
    Index("ix_comparisons_workspace_id_other_id", "workspace_id", "other_id"),
)
"""Both articles of a comparison are readings of the workspace: when it forgets either, the comparison goes too."""

documents = Table(
    "documents",
    metadata,
    Column("id", String(64), primary_key=True, comment="SHA-256 of owner and content"),
    _owner(),
    Column("name", Text, nullable=False),
    Column("content_type", String(128), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("added_at", Float, nullable=False, index=True),
)

shares = Table(
    "shares",
    metadata,
    Column("id", String(64), primary_key=True, comment="SHA-256 of the share's key"),
    _owner(),
    Column("channel", String(128), nullable=False),
    Column("message", String(128), nullable=False),
    Column("thread", String(128)),
    Column("author", String(128), nullable=False),
    Column("url", Text, nullable=False, comment="canonical form"),
    Column("shown_url", Text, nullable=False, comment="as written"),
    Column("explicit", Boolean, nullable=False, server_default=false()),
    Column("whole", Boolean, nullable=False, server_default=false()),
    Column("sections", JSON, nullable=False),
    Column("state", String(16), nullable=False, comment="waiting, answered, silent, merged, undeliverable"),
    Column("attempt", Integer, nullable=False),
    Column("article_id", ForeignKey("articles.id", ondelete="SET NULL"), index=True),
    Column("shared_at", Float, nullable=False, index=True),
    Column("settled_at", Float),
    Index("ix_shares_state_url", "state", "url"),
    Index("ix_shares_message", "workspace_id", "channel", "message"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("key", String(64), primary_key=True, comment="the id of the share it answers"),
    _owner(),
    Column("share_id", ForeignKey("shares.id", ondelete="CASCADE"), nullable=False),
    Column("payload", JSON, nullable=False),
    Column("state", String(16), nullable=False, comment="pending, sending, sent, refused"),
    Column("attempts", Integer, nullable=False),
    Column("posted_id", String(128)),
    Column("changed_at", Float, nullable=False),
    Index("ix_outbox_share_id", "share_id"),
    Index("ix_outbox_workspace_id_posted_id", "workspace_id", "posted_id"),
)

feedback = Table(
    "feedback",
    metadata,
    Column("id", Integer, primary_key=True),
    _owner(),
    Column("channel", String(128), nullable=False),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("item", String(256), nullable=False, comment="which finding, as the reply names it"),
    Column("author", String(128), nullable=False),
    Column("is_right", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
    Column("given_at", Float, nullable=False),
    Column("check_name", String(128), nullable=False),
    Column("words", Text, nullable=False, comment="normalised; empty when they do not tell the finding"),
    Column("severity", String(16), comment="of the finding; null when it was not there any more"),
    Column("confidence", Float, comment="what the bot stated"),
    UniqueConstraint("workspace_id", "channel", "article_id", "item", "author"),
)

local_messages = Table(
    "local_messages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("channel", String(128), nullable=False),
    Column("thread", Integer),
    Column("author", String(128), nullable=False),
    Column("markup", Text, nullable=False),
    Column("documents", JSON, nullable=False),
    Column("payload", JSON, comment="a reply of the bot; null for people"),
    Column("key", String(64), unique=True, comment="the outbox key of a reply"),
    Column("handled", Boolean, nullable=False, server_default=false()),
    Column("posted_at", Float, nullable=False),
    Index("ix_local_messages_channel_thread", "channel", "thread"),
    sqlite_autoincrement=True,
)

local_progress = Table(
    "local_progress",
    metadata,
    Column("message", ForeignKey("local_messages.id", ondelete="CASCADE"), primary_key=True),
    Column("url", Text, primary_key=True),
    Column("stage", String(16), nullable=False),
)

executors = Table(
    "executors",
    metadata,
    Column("name", String(128), primary_key=True),
    Column("beat_at", Float, nullable=False),
)

platform_state = Table(
    "platform_state",
    metadata,
    Column("platform", String(16), primary_key=True),
    Column("name", String(128), primary_key=True),
    Column("value", Text, nullable=False),
)

# Slack's own stores read and write these; building them here lets a test compare them with the migrations.
SQLAlchemyInstallationStore.build_bots_table(metadata, SQLAlchemyInstallationStore.default_bots_table_name)
SQLAlchemyInstallationStore.build_installations_table(
    metadata, SQLAlchemyInstallationStore.default_installations_table_name
)
SQLAlchemyOAuthStateStore.build_oauth_states_table(metadata, SQLAlchemyOAuthStateStore.default_table_name)
