"""Only the public internet, unless the operator says otherwise."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.fetch import BadAddress, Blocked
from bot.fetch.addresses import Guard, is_public

PRIVATE = [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "168.63.129.16",
    "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.168.1.1", "198.18.0.1", "224.0.0.1", "240.0.0.1",
    "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::1", "fc00::1", "fd00:ec2::254", "fe80::1",
    "fe80::1%1", "2606:4700::1%eth0", "fec0::1", "ff02::1", "5f00::1",
]  # fmt: skip
PUBLIC = ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450:4001::1"]


@pytest.mark.parametrize("address", PRIVATE)
def test_not_public(address):
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address):
    assert is_public(ipaddress.ip_address(address))


@given(st.ip_addresses())
def test_never_more_open_than_the_standard_library(address):
    if is_public(address):
        assert address.is_global
        assert not address.is_multicast


@given(st.ip_addresses(v=4))
def test_no_address_hides_another(inner):
    packed = int(inner)
    for prefix in (0, 0xFFFF << 32, 0x64FF9B << 96, 0x2002 << 112 | packed << 80, 0x20010000 << 96):
        assert not is_public(ipaddress.IPv6Address(prefix | packed))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/",
        "http://0x7f.1/", "http://[::1]/", "http://[::ffff:7f00:1]/", "http://[64:ff9b::a9fe:a9fe]/",
        "http://169.254.169.254/latest/meta-data/", "http://127.0.0.1./", "http://example.com:22/",
        "http://example.com:8080/", "https://user:pw@10.0.0.1/", "file:///etc/passwd", "ftp://example.com/a",
        "http://①②⑦.⓪.⓪.①/", "http://１２７.0.0.1/",
    ],
)  # fmt: skip
def test_addresses_that_are_refused(url):
    with pytest.raises((Blocked, BadAddress)):
        Guard([80, 443], []).check(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://[fe80::1%25eth0]/",
        "http://exa mple.com/",
        "http://a\\@127.0.0.1/",
        "//x",
        "",
        "http:///a",
        "http://a%2eb/",
    ],
)
def test_what_is_no_address(url):
    with pytest.raises((Blocked, BadAddress)):
        Guard([80, 443], []).check(url)


def test_the_allow_list():
    guard = Guard([80, 443], ["127.0.0.1", "10.1.0.0/16", "cms.test:8080", "Wiki.test", "[::1]:9000"])
    for url in (
        "http://127.0.0.1:5000/", "http://10.1.2.3:81/", "http://cms.test:8080/", "http://wiki.test:1/",
        "http://[::1]:9000/", "https://example.com/",
    ):  # fmt: skip
        assert guard.check(url)
    for url in (
        "http://127.0.0.2/",
        "http://10.2.0.1/",
        "http://cms.test:8081/",
        "http://[::1]:9001/",
        "http://x.wiki.test:1/",
    ):
        with pytest.raises(Blocked):
            guard.check(url)
    assert guard.permits("cms.test", 8080, "192.168.0.9")
    assert guard.permits("wiki.test.", 443, "192.168.0.9")
    assert guard.permits("other.test", 80, "10.1.9.9")
    assert not guard.permits("cms.test", 80, "192.168.0.9")
    assert not guard.permits("other.test", 80, "10.2.9.9")
    assert not guard.permits("other.test", 80, "nonsense")


def test_the_sentence_tells_nothing_about_the_network():
    with pytest.raises(Blocked) as caught:
        Guard([80], []).check("http://10.0.0.7/")
    assert "10." not in caught.value.sentence()
