"""What a platform's client remembers from one start to the next."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table."""
    op.create_table(
        "platform_state",
        sa.Column("platform", sa.String(16), nullable=False),
        sa.Column("name", sa.String(128), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "name", name="pk_platform_state"),
    )


def downgrade() -> None:
    """Drops the table."""
    op.drop_table("platform_state")
