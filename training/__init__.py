"""How the language model is made; needs ``pip install .[training]`` and never runs in the bot."""
