"""A brief as text, JSON, HTML, Slack blocks or Discord embeds, within each platform's limits."""
