"""What a person does on the desk's page."""

import os
from pathlib import Path

from aiohttp import ClientSession
from playwright.async_api import Page, expect

from tests.jobs.running import until

READ = 60_000
"""Milliseconds until the first reply; the language model is loaded meanwhile."""


async def say(page: Page, text: str) -> None:
    await page.get_by_label("Message", exact=True).fill(text)
    await page.keyboard.press("Enter")


async def new_channel(page: Page, name: str) -> None:
    await page.get_by_label("New channel").fill(name)
    await page.keyboard.press("Enter")
    await expect(page.locator("#channel-title")).to_have_text(f"# {name}")


async def ask_and_wait(client: ClientSession, channel: str, text: str) -> None:
    """Says something in a channel from another window, and waits until it is answered."""
    path = f"/api/channels/{channel}/messages"
    async with client.post(path, json={"text": text}):
        pass

    async def answered() -> bool:
        async with client.get(path) as response:
            return any(message["replies"] for message in (await response.json())["messages"])

    await until(answered)


async def picture(page: Page, name: str) -> None:
    """Takes the README's picture when NEWSROOM_PICTURES names the folder for it."""
    if folder := os.environ.get("NEWSROOM_PICTURES"):
        await page.screenshot(path=Path(folder) / name)
