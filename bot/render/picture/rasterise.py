"""SVG on standard input, PNG on standard output. Run as a program, which imports nothing else of the bot.

The arguments are how many pixels a unit becomes, and font files.
"""

import sys

import resvg_py


def main() -> None:
    """Reads, draws, writes."""
    zoom, *fonts = sys.argv[1:]
    image = resvg_py.svg_to_bytes(
        svg_string=sys.stdin.buffer.read().decode(),
        zoom=float(zoom),
        font_files=fonts,
        font_family="Noto Sans",
        sans_serif_family="Noto Sans",
    )
    sys.stdout.buffer.write(image)


if __name__ == "__main__":
    main()
