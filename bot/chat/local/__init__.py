"""The local desk as a chat platform."""
