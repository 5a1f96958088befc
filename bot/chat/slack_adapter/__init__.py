"""Slack, over Socket Mode or HTTP, through slack-bolt. May use the desk and everything below it."""

from bot.chat.slack_adapter.client import SlackClient

__all__ = ["SlackClient"]
