"""HTML or plain text in, an Article with stable offsets out."""
