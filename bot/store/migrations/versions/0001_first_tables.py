"""The first tables, and full-text search over the articles."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SQLITE_SEARCH = (
    """
    CREATE VIRTUAL TABLE article_search USING fts5(
        title, text, content='articles', content_rowid='id', tokenize='porter unicode61'
    )
    """,
    """
    CREATE TRIGGER articles_inserted AFTER INSERT ON articles BEGIN
        INSERT INTO article_search (rowid, title, text) VALUES (new.id, new.title, new.text);
    END
    """,
    """
    CREATE TRIGGER articles_deleted AFTER DELETE ON articles BEGIN
        INSERT INTO article_search (article_search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
    END
    """,
    """
    CREATE TRIGGER articles_updated AFTER UPDATE OF title, text ON articles BEGIN
        INSERT INTO article_search (article_search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
        INSERT INTO article_search (rowid, title, text) VALUES (new.id, new.title, new.text);
    END
    """,
)
# PostgreSQL refuses a tsvector over 1 MB; the opening of a very long text is enough to find it by.
POSTGRESQL_SEARCH = (
    """
    ALTER TABLE articles ADD COLUMN search tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', left(text, 200000)), 'B')
    ) STORED
    """,
    "CREATE INDEX ix_articles_search ON articles USING gin (search)",
)


def upgrade() -> None:
    """Creates everything."""
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("canonical_url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("brief", sa.Text(), nullable=False, comment="newsroom-brief/1 without article.text"),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("read_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
        sa.UniqueConstraint("canonical_url", name=op.f("uq_articles_canonical_url")),
    )
    op.create_index(op.f("ix_articles_read_at"), "articles", ["read_at"], unique=False)
    op.create_table(
        "executors",
        sa.Column("name", sa.String(length=128), nullable=False),
        sa.Column("beat_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_executors")),
    )
    op.create_table(
        "local_messages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=128), nullable=False),
        sa.Column("thread", sa.Integer(), nullable=True),
        sa.Column("author", sa.String(length=128), nullable=False),
        sa.Column("markup", sa.Text(), nullable=False),
        sa.Column("documents", sa.JSON(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=True, comment="a reply of the bot; null for people"),
        sa.Column("key", sa.String(length=64), nullable=True, comment="the outbox key of a reply"),
        sa.Column("handled", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("posted_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_local_messages")),
        sa.UniqueConstraint("key", name=op.f("uq_local_messages_key")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_local_messages_channel_thread", "local_messages", ["channel", "thread"], unique=False)
    op.create_table(
        "workspaces",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("platform", sa.String(length=16), nullable=False),
        sa.Column("external_id", sa.String(length=128), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workspaces")),
        sa.UniqueConstraint("platform", "external_id", name=op.f("uq_workspaces_platform_external_id")),
    )
    op.create_table(
        "channels",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(length=128), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_channels_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channels")),
        sa.UniqueConstraint("workspace_id", "external_id", name=op.f("uq_channels_workspace_id_external_id")),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.String(length=64), nullable=False, comment="SHA-256 of owner and content"),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content_type", sa.String(length=128), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("added_at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_documents_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_added_at"), "documents", ["added_at"], unique=False)
    op.create_table(
        "feedback",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(length=256), nullable=False, comment="which finding, as the reply names it"),
        sa.Column("author", sa.String(length=128), nullable=False),
        sa.Column("is_right", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("given_at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_feedback_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_feedback_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
        sa.UniqueConstraint(
            "workspace_id", "article_id", "item", "author", name=op.f("uq_feedback_workspace_id_article_id_item_author")
        ),
    )
    op.create_table(
        "local_progress",
        sa.Column("message", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["message"], ["local_messages.id"], name=op.f("fk_local_progress_message"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("message", "url", name=op.f("pk_local_progress")),
    )
    op.create_table(
        "pages",
        sa.Column("url", sa.Text(), nullable=False, comment="as shared, in canonical form"),
        sa.Column("state", sa.String(length=16), nullable=False, comment="new, reading, ready, failed"),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=True),
        sa.Column("failure", sa.JSON(), nullable=True),
        sa.Column("settled_at", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_pages_article_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_pages")),
    )
    op.create_index(op.f("ix_pages_article_id"), "pages", ["article_id"], unique=False)
    op.create_index(op.f("ix_pages_settled_at"), "pages", ["settled_at"], unique=False)
    op.create_table(
        "readings",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_readings_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_readings_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workspace_id", "article_id", name=op.f("pk_readings")),
    )
    op.create_index("ix_readings_article_id", "readings", ["article_id"], unique=False)
    op.create_table(
        "shares",
        sa.Column("id", sa.String(length=64), nullable=False, comment="SHA-256 of the share's key"),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=128), nullable=False),
        sa.Column("message", sa.String(length=128), nullable=False),
        sa.Column("thread", sa.String(length=128), nullable=True),
        sa.Column("author", sa.String(length=128), nullable=False),
        sa.Column("url", sa.Text(), nullable=False, comment="canonical form"),
        sa.Column("shown_url", sa.Text(), nullable=False, comment="as written"),
        sa.Column("explicit", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("sections", sa.JSON(), nullable=False),
        sa.Column(
            "state", sa.String(length=16), nullable=False, comment="waiting, answered, silent, merged, undeliverable"
        ),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=True),
        sa.Column("shared_at", sa.Float(), nullable=False),
        sa.Column("settled_at", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_shares_article_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_shares_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shares")),
    )
    op.create_index(op.f("ix_shares_article_id"), "shares", ["article_id"], unique=False)
    op.create_index("ix_shares_message", "shares", ["workspace_id", "channel", "message"], unique=False)
    op.create_index(op.f("ix_shares_shared_at"), "shares", ["shared_at"], unique=False)
    op.create_index("ix_shares_state_url", "shares", ["state", "url"], unique=False)
    op.create_table(
        "messages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel_id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.String(length=128), nullable=False),
        sa.Column("author", sa.String(length=128), nullable=False),
        sa.Column("seen_at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["channel_id"], ["channels.id"], name=op.f("fk_messages_channel_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_messages")),
        sa.UniqueConstraint("channel_id", "external_id", name=op.f("uq_messages_channel_id_external_id")),
    )
    op.create_index(op.f("ix_messages_seen_at"), "messages", ["seen_at"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("key", sa.String(length=64), nullable=False, comment="the id of the share it answers"),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("share_id", sa.String(length=64), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False, comment="pending, sending, sent, refused"),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("posted_id", sa.String(length=128), nullable=True),
        sa.Column("changed_at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["share_id"], ["shares.id"], name=op.f("fk_outbox_share_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_outbox_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_outbox")),
    )
    op.create_index("ix_outbox_share_id", "outbox", ["share_id"], unique=False)
    op.create_index("ix_outbox_workspace_id_posted_id", "outbox", ["workspace_id", "posted_id"], unique=False)

    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in SQLITE_SEARCH if is_sqlite else POSTGRESQL_SEARCH:
        op.execute(statement)


def downgrade() -> None:
    """Drops everything."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE article_search")
    op.drop_index("ix_outbox_workspace_id_posted_id", table_name="outbox")
    op.drop_index("ix_outbox_share_id", table_name="outbox")
    op.drop_table("outbox")
    op.drop_index(op.f("ix_messages_seen_at"), table_name="messages")
    op.drop_table("messages")
    op.drop_index("ix_shares_state_url", table_name="shares")
    op.drop_index(op.f("ix_shares_shared_at"), table_name="shares")
    op.drop_index("ix_shares_message", table_name="shares")
    op.drop_index(op.f("ix_shares_article_id"), table_name="shares")
    op.drop_table("shares")
    op.drop_index("ix_readings_article_id", table_name="readings")
    op.drop_table("readings")
    op.drop_index(op.f("ix_pages_settled_at"), table_name="pages")
    op.drop_index(op.f("ix_pages_article_id"), table_name="pages")
    op.drop_table("pages")
    op.drop_table("local_progress")
    op.drop_table("feedback")
    op.drop_index(op.f("ix_documents_added_at"), table_name="documents")
    op.drop_table("documents")
    op.drop_table("channels")
    op.drop_table("workspaces")
    op.drop_index("ix_local_messages_channel_thread", table_name="local_messages")
    op.drop_table("local_messages")
    op.drop_table("executors")
    op.drop_index(op.f("ix_articles_read_at"), table_name="articles")
    op.drop_table("articles")
