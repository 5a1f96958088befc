"""A small picture of who demands what of whom.

``figure`` takes from a brief what the picture shows, ``ordering`` and ``layout`` say where it stands, ``drawing``
writes it as SVG, and ``png`` makes an image of that. Knows nothing of platforms.
"""

from typing import Final

PICTURE: Final = "/picture.png"
"""Where the image of a report is, below the report's own address."""


def picture_url(report_url: str) -> str:
    """The address of the image that belongs to a report."""
    return report_url + PICTURE
