"""What finds other versions of an article, and what comparing them showed."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the tables. What was read before has no signature, and is found again once it is read again."""
    op.create_table(
        "article_bands",
        sa.Column("band", sa.BigInteger(), autoincrement=False, comment="articles that are alike share some"),
        sa.Column("article_id", sa.Integer()),
        sa.PrimaryKeyConstraint("band", "article_id", name="pk_article_bands"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_article_bands_article_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_article_bands_article_id", "article_bands", ["article_id"])
    op.create_table(
        "comparisons",
        sa.Column("workspace_id", sa.Integer()),
        sa.Column("article_id", sa.Integer()),
        sa.Column("other_id", sa.Integer(), comment="the other version that the workspace has read"),
        sa.Column("place", sa.Integer(), nullable=False, comment="0 for the likeliest original"),
        sa.Column("found", sa.Text(), nullable=False, comment="what the comparison shows, as JSON"),
        sa.PrimaryKeyConstraint("workspace_id", "article_id", "other_id", name="pk_comparisons"),
        sa.ForeignKeyConstraint(
            ["workspace_id", "article_id"],
            ["readings.workspace_id", "readings.article_id"],
            name="fk_comparisons_workspace_id_article_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "other_id"],
            ["readings.workspace_id", "readings.article_id"],
            name="fk_comparisons_workspace_id_other_id",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_comparisons_workspace_id_other_id", "comparisons", ["workspace_id", "other_id"])


def downgrade() -> None:
    """Drops them."""
    for table in ("comparisons", "article_bands"):
        op.drop_table(table)
