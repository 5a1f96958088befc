"""Small valid things to store."""

from bot.model import Article, Brief, ModelInfo
from bot.ports import MessageRef, Platform, Workspace

NORTH = Workspace(platform=Platform.SLACK, id="T-NORTH")
SOUTH = Workspace(platform=Platform.SLACK, id="T-SOUTH")


def message(workspace: Workspace = NORTH, channel: str = "C1", name: str = "m1") -> MessageRef:
    return MessageRef(platform=workspace.platform, workspace=workspace.id, channel=channel, message=name)


def brief(text: str = "The harbour reopened after the storm.", title: str = "News from the coast") -> Brief:
    article = Article(title=title, text=text, words=len(text.split()), url="https://news.example/harbour")
    return Brief(id="b1", url=article.url, article=article, model=ModelInfo(name="test", version="1"))
