"""Pages that are too large, however they are packed."""

import gzip
import zlib

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.fetch import BadResponse, TooLarge
from bot.fetch.body import unpackers, zstd
from tests.fetch.conftest import STORY

PACK = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstd.compress,
}


def raw_deflate(data):
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def unpack(coding, pieces):
    (unpacker,) = unpackers(coding, "")
    return b"".join(out for piece in pieces for out in unpacker.feed(piece))


@pytest.mark.parametrize("coding", PACK)
@settings(max_examples=20)
@given(st.binary(max_size=300), st.integers(1, 400), st.integers(1, 50))
def test_codings_in_pieces_of_any_size(coding, data, times, size):
    packed = PACK[coding](data * times)
    assert unpack(coding, [packed[at : at + size] for at in range(0, len(packed), size)]) == data * times


def test_unusual_but_right_packing():
    assert unpack("deflate", [raw_deflate(b"raw")]) == b"raw"
    assert unpack("gzip", [gzip.compress(b"two ") + gzip.compress(b"members")]) == b"two members"
    assert unpack("zstd", [zstd.compress(b"two ") + zstd.compress(b"frames")]) == b"two frames"


@pytest.mark.parametrize("coding", PACK)
async def test_packed_pages(site, fetcher, coding):
    url = site.page("/story", PACK[coding](STORY.encode()), headers={"Content-Encoding": coding})
    assert (await fetcher.fetch(url)).body.decode() == STORY


@pytest.mark.parametrize("coding", PACK)
async def test_bombs(site, fetchers, coding):
    """Forty megabytes in a few kilobytes; the limit is one megabyte."""
    bomb = PACK[coding](bytes(40_000_000))
    assert len(bomb) < 100_000
    fetcher = await fetchers(max_bytes=1_000_000)
    with pytest.raises(TooLarge):
        await fetcher.fetch(site.page("/story", bomb, headers={"Content-Encoding": coding}))


@pytest.mark.parametrize("coding", PACK)
def test_bombs_are_unpacked_in_small_pieces(coding):
    (unpacker,) = unpackers(coding, "")
    assert max(len(piece) for piece in unpacker.feed(PACK[coding](bytes(5_000_000)))) <= 200_000


async def test_a_bomb_within_a_packing(site, fetchers):
    """The outer layer unpacks to little, the middle to much that the inner one would pass over."""
    middle = gzip.compress(gzip.compress(b"<p>x") + bytes(40_000_000))
    fetcher = await fetchers(max_bytes=1_000_000)
    with pytest.raises(TooLarge):
        await fetcher.fetch(site.page("/story", middle, headers={"Content-Encoding": "gzip, gzip"}))


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", b"not packed at all"), ("br", b"\xff" * 40), ("zstd", b"nonsense nonsense"), ("lzma", b"x"),
        ("gzip, gzip, gzip", b"x"), ("gzip", gzip.compress(b"") * 500), ("zstd", zstd.compress(b"") * 500),
    ],
)  # fmt: skip
async def test_wrong_packing(site, fetcher, coding, body):
    with pytest.raises(BadResponse):
        await fetcher.fetch(site.page("/story", body, headers={"Content-Encoding": coding}))


async def test_an_endless_page_stops_at_the_limit(fetchers, raw_server):
    fetcher = await fetchers(max_bytes=300_000, obey_robots=False)
    url = await raw_server(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", endless=b"<p>more</p>" * 5_000)
    with pytest.raises(TooLarge) as caught:
        await fetcher.fetch(url)
    assert caught.value.limit == 300_000


async def test_a_declared_size_is_believed_when_it_is_too_large(fetcher, raw_server):
    with pytest.raises(TooLarge):
        await fetcher.fetch(await raw_server(b"HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\n<p>"))
