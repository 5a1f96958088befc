"""The only code that opens outbound page connections."""
