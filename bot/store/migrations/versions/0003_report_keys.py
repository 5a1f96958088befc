"""Every reading has a key, with which the link to its report is signed."""

from secrets import token_hex

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the keys, also to what was read before."""
    op.add_column("readings", sa.Column("key", sa.String(64), comment="signs the link to the report"))
    readings = sa.table("readings", sa.column("workspace_id"), sa.column("article_id"), sa.column("key"))
    connection = op.get_bind()
    for workspace, article, _ in connection.execute(sa.select(readings)).all():
        row = (readings.c.workspace_id == workspace) & (readings.c.article_id == article)
        connection.execute(sa.update(readings).where(row).values(key=token_hex(32)))
    with op.batch_alter_table("readings") as table:
        table.alter_column("key", existing_type=sa.String(64), nullable=False)


def downgrade() -> None:
    """Drops the keys, and with them every link."""
    op.drop_column("readings", "key")
