"""The service behind every chat adapter: links, commands, settings, search, feedback, forgetting.

May use the jobs and the store; knows no platform.
"""

from bot.desk.answers import Answer, Report
from bot.desk.configure import NotAllowed, SettingsRefused
from bot.desk.lifecycle import Adapters, open_desk
from bot.desk.service import MAX_DOCUMENT_BYTES, Desk

__all__ = ["MAX_DOCUMENT_BYTES", "Adapters", "Answer", "Desk", "NotAllowed", "Report", "SettingsRefused", "open_desk"]
