"""Reading a body without ever holding more of it than the limit, packed or unpacked."""

import zlib
from collections.abc import Iterator
from typing import Final, Protocol

import brotli
from aiohttp import ClientResponse

try:  # Python 3.14 has it built in.
    from compression import zstd  # type: ignore[import-not-found, unused-ignore]
except ImportError:
    from backports import zstd

from bot.fetch.errors import BadResponse, TooLarge

ACCEPT_ENCODING: Final = "gzip, deflate, br, zstd"
_STEP: Final = 65_536
_MAX_MEMBERS: Final = 64
_MAX_LAYERS: Final = 2
_ZSTD_WINDOW_LOG: Final = 23  # 8 MB, the largest that RFC 9659 lets a web server ask for.


class Unpacker(Protocol):
    """Undoes one content coding, a limited piece at a time."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The unpacked pieces of ``data``, each at most about 64 kB."""
        ...


class _Zlib:
    """gzip (RFC 1952, several members) and deflate (RFC 9110: zlib format; raw as some servers send it)."""

    def __init__(self, wbits: int | None) -> None:
        self._wbits = wbits
        self._members = 0
        self._inflater = zlib.decompressobj(wbits) if wbits else None
        self._head = b""

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._inflater is None:
                self._head += data
                if len(self._head) < 2:
                    return
                data, self._head = self._head, b""
                is_wrapped = data[0] & 0x0F == 8 and int.from_bytes(data[:2]) % 31 == 0
                self._inflater = zlib.decompressobj(zlib.MAX_WBITS if is_wrapped else -zlib.MAX_WBITS)
            if self._inflater.eof:
                # What follows the end of deflate is noise; after gzip another member may follow.
                if self._wbits is None or data[:2] != b"\x1f\x8b":
                    return
                self._members += 1
                if self._members > _MAX_MEMBERS:
                    raise zlib.error("too many gzip members")
                self._inflater = zlib.decompressobj(self._wbits)
            yield self._inflater.decompress(data, _STEP)
            data = self._inflater.unused_data if self._inflater.eof else self._inflater.unconsumed_tail
            if not data and not self._inflater.eof:
                # Output may still wait inside although all input is taken.
                while piece := self._inflater.decompress(b"", _STEP):
                    yield piece


class _Brotli:
    """br, RFC 7932."""

    def __init__(self) -> None:
        self._decoder = brotli.Decompressor()

    def feed(self, data: bytes) -> Iterator[bytes]:
        if self._decoder.is_finished():
            return
        piece = self._decoder.process(data, output_buffer_limit=_STEP)
        yield piece
        while not self._decoder.is_finished() and not self._decoder.can_accept_more_data():
            yield self._decoder.process(b"", output_buffer_limit=_STEP)


class _Zstd:
    """zstd, RFC 8878, several frames."""

    def __init__(self) -> None:
        self._frames = 0
        self._decoder = self._new()

    @staticmethod
    def _new() -> zstd.ZstdDecompressor:
        return zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW_LOG})

    def feed(self, data: bytes) -> Iterator[bytes]:
        while True:
            if self._decoder.eof:
                if not data:
                    return
                self._frames += 1
                if self._frames > _MAX_MEMBERS:
                    raise zstd.ZstdError("too many zstd frames")
                self._decoder = self._new()
            yield self._decoder.decompress(data, _STEP)
            data = self._decoder.unused_data if self._decoder.eof else b""
            if not data and (self._decoder.eof or self._decoder.needs_input):
                return


def unpackers(content_encoding: str, url: str) -> list[Unpacker]:
    """What undoes a Content-Encoding header, outermost first. Raises :class:`BadResponse` for an unknown coding."""
    names = [name.strip().lower() for name in content_encoding.split(",")]
    names = [name for name in names if name and name != "identity"]
    if len(names) > _MAX_LAYERS:
        raise BadResponse(url, "packed too many times")
    return [_unpacker(name, url) for name in reversed(names)]


def _unpacker(name: str, url: str) -> Unpacker:
    match name:
        case "gzip" | "x-gzip":
            return _Zlib(16 + zlib.MAX_WBITS)
        case "deflate":
            return _Zlib(None)
        case "br":
            return _Brotli()
        case "zstd":
            return _Zstd()
        case _:
            raise BadResponse(url, "unknown content coding")


class _Layer:
    """An unpacker that stops at ``limit`` bytes of output, so that an inner layer cannot hide a bomb."""

    def __init__(self, unpacker: Unpacker, limit: int) -> None:
        self._unpacker = unpacker
        self._room = limit

    def feed(self, data: bytes, url: str, limit: int) -> Iterator[bytes]:
        for piece in self._unpacker.feed(data):
            self._room -= len(piece)
            if self._room < 0:
                raise TooLarge(url, limit)
            yield piece


async def read_body(response: ClientResponse, limit: int, url: str) -> bytes:
    """The unpacked body. Raises :class:`TooLarge` beyond ``limit`` bytes, packed or unpacked, and :class:`BadResponse`.

    A packed body that ends early is given as far as it goes, as browsers do.
    """
    declared = response.content_length
    if declared is not None and declared > limit:
        raise TooLarge(url, limit)
    encoding = ",".join(response.headers.getall("Content-Encoding", []))
    layers = [_Layer(unpacker, limit) for unpacker in unpackers(encoding, url)]
    body = bytearray()
    received = 0
    try:
        async for chunk in response.content.iter_chunked(_STEP):
            received += len(chunk)
            for piece in _unpack(chunk, layers, url, limit):
                body += piece
            if max(received, len(body)) > limit:
                raise TooLarge(url, limit)
    except (zlib.error, brotli.error, zstd.ZstdError) as error:
        raise BadResponse(url, "wrongly packed") from error
    return bytes(body)


def _unpack(data: bytes, layers: list[_Layer], url: str, limit: int) -> Iterator[bytes]:
    if not layers:
        yield data
        return
    for piece in layers[0].feed(data, url, limit):
        yield from _unpack(piece, layers[1:], url, limit)
