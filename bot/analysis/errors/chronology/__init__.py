"""What an article dates, and in which order it can have happened. Only the checks import this."""
