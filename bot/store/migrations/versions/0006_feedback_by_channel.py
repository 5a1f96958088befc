"""Verdicts belong to a channel and name their check and words; replies can show everything; confidence by severity."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0004"
branch_labels = None
depends_on = None

UNIQUE = "uq_feedback_workspace_id_article_id_item_author"
UNIQUE_IN_CHANNEL = "uq_feedback_workspace_id_channel_article_id_item_author"
SEVERITIES = ("minor", "major", "critical")


def upgrade() -> None:
    """Verdicts given before count in the channel where their article was shared first."""
    op.add_column("shares", sa.Column("whole", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("feedback") as table:
        table.add_column(sa.Column("channel", sa.String(128), nullable=False, server_default=""))
        table.add_column(sa.Column("check_name", sa.String(128), nullable=False, server_default=""))
        words = "normalised; empty when they do not tell the finding"
        table.add_column(sa.Column("words", sa.Text(), nullable=False, server_default="", comment=words))
        absent = "of the finding; null when it was not there any more"
        table.add_column(sa.Column("severity", sa.String(16), comment=absent))
        table.add_column(sa.Column("confidence", sa.Float(), comment="what the bot stated"))
        table.drop_constraint(UNIQUE, type_="unique")
        table.create_unique_constraint(UNIQUE_IN_CHANNEL, ["workspace_id", "channel", "article_id", "item", "author"])
    _place_verdicts(op.get_bind())
    with op.batch_alter_table("feedback") as table:
        for name, kind in (("channel", sa.String(128)), ("check_name", sa.String(128)), ("words", sa.Text())):
            table.alter_column(name, existing_type=kind, existing_nullable=False, server_default=None)
    _spread_confidence(op.get_bind())


def _place_verdicts(connection: sa.Connection) -> None:
    known = ("workspace_id", "article_id", "channel")
    feedback = sa.table("feedback", *map(sa.column, (*known, "id", "item", "check_name")))
    shares = sa.table("shares", *map(sa.column, (*known, "shared_at")))
    for row in connection.execute(sa.select(feedback)).all():
        same = (shares.c.workspace_id == row.workspace_id) & (shares.c.article_id == row.article_id)
        first = sa.select(shares.c.channel).where(same).order_by(shares.c.shared_at).limit(1)
        values = {"channel": connection.execute(first).scalar() or "", "check_name": row.item.partition("@")[0][:128]}
        connection.execute(sa.update(feedback).where(feedback.c.id == row.id).values(values))


def _spread_confidence(connection: sa.Connection) -> None:
    """One confidence for all findings becomes one for each severity, so that what was set stays in force."""
    for name in ("workspaces", "channels"):
        table = sa.table(name, sa.column("id"), sa.column("settings", sa.JSON()))
        for row in connection.execute(sa.select(table)).all():
            if "min_confidence" in row.settings:
                of_errors = {f"min_confidence_{one}": row.settings["min_confidence"] for one in SEVERITIES}
                changed = sa.update(table).where(table.c.id == row.id).values(settings=row.settings | of_errors)
                connection.execute(changed)


def downgrade() -> None:
    """Keeps the newest verdict of each reader on a finding."""
    same = ("workspace_id", "article_id", "item", "author")
    feedback = sa.table("feedback", *map(sa.column, (*same, "id", "given_at")))
    latest_first = (feedback.c.given_at.desc(), feedback.c.id.desc())
    place = sa.func.row_number().over(partition_by=[feedback.c[name] for name in same], order_by=latest_first)
    placed = sa.select(feedback.c.id, place.label("place")).subquery()
    op.execute(sa.delete(feedback).where(feedback.c.id.in_(sa.select(placed.c.id).where(placed.c.place > 1))))
    with op.batch_alter_table("feedback") as table:
        table.drop_constraint(UNIQUE_IN_CHANNEL, type_="unique")
        table.create_unique_constraint(UNIQUE, ["workspace_id", "article_id", "item", "author"])
        for name in ("channel", "check_name", "words", "severity", "confidence"):
            table.drop_column(name)
    op.drop_column("shares", "whole")
