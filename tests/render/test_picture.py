"""The picture of who demands what of whom: what it shows, where it stands, and that it is drawn whatever it shows."""

import asyncio
import struct
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from lxml import etree

from bot.model import Brief
from bot.render import render_page
from bot.render.picture import layout
from bot.render.picture.drawing import MARGIN, svg
from bot.render.picture.figure import MAX_ACTORS, MAX_ARROWS, Figure, figure_of
from bot.render.picture.layout import Box, lay
from bot.render.picture.measuring import width, wrap
from bot.render.picture.png import ZOOM, CannotDraw, Draughtsman
from tests.render.briefs import HOSTILE, harbour
from tests.render.figures import ACTION, demanding, figures

SVG = "{http://www.w3.org/2000/svg}"
drawn = settings(max_examples=25, deadline=None)


def figure(brief: Brief) -> Figure:
    found = figure_of(brief)
    assert found
    return found


# ---- what it shows -----------------------------------------------------------------------------


def test_an_arrow_says_what_is_asked_and_what_became_of_it() -> None:
    (arrow,) = figure(harbour()).arrows
    assert (arrow.source, arrow.target, arrow.action) == ("a1", "a2", "sign the contract")
    assert arrow.notes == ("rejected", "by Friday")
    assert arrow.titles == (
        "Ana Torres → Paul Reyes: sign the contract — rejected by Paul Reyes, by Friday (3 May 2024)",
    )
    assert [node.title for node in figure(harbour()).nodes][1] == "Paul Reyes · also the mayor"


def test_several_demands_of_one_on_another_are_one_arrow() -> None:
    brief = demanding(["Keepers", "Harbour"], [(0, 1), (0, 1), (1, 0)])
    first, second, third = brief.demands
    changed = [first, second.model_copy(update={"strength": "ultimatum", "status": "rejected"}), third]
    there, back = figure(brief.model_copy(update={"demands": changed})).arrows
    assert there.notes == ("2 demands", "answers differ")
    assert (there.status, there.strength, len(there.evidence)) == (None, "ultimatum", 2)
    assert (back.source, back.status, back.notes) == ("a1", "made", ())


@pytest.mark.parametrize("pairs", [[], [(0, 0)], [(0, 9)], [(9, 0)]])
def test_without_demands_between_named_actors_there_is_no_picture(pairs: list[tuple[int, int]]) -> None:
    assert figure_of(demanding(["Keepers", "Harbour"], pairs)) is None


def test_what_has_no_room_is_counted() -> None:
    pairs = list(combinations(range(20), 2))
    shown = figure(demanding([f"Port {number}" for number in range(20)], pairs))
    assert len(shown.arrows) == MAX_ARROWS
    assert len(shown.nodes) <= MAX_ACTORS
    assert shown.caption.startswith(f"{MAX_ARROWS} of {len(pairs)} demands")
    assert figure(demanding(["Keepers", "Harbour"], [(0, 1), (0, 1)])).caption == ""


# ---- where it stands ---------------------------------------------------------------------------


def apart(one: Box, other: Box) -> bool:
    return one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y


@drawn
@given(figures())
def test_nothing_stands_on_anything_else_and_everything_in_the_picture(shown: Figure) -> None:
    laid = lay(shown)
    boxes = [name.box for name in laid.names] + [label.box for label in laid.labels]
    assert len(boxes) == len(shown.nodes) + len(shown.arrows)
    assert all(apart(one, other) for one, other in combinations(boxes, 2))
    inside = [box.x >= 0 and box.right <= layout.WIDTH and box.y >= -0.01 for box in boxes]
    assert all(inside)
    assert all(box.bottom <= laid.height + 0.01 for box in boxes)


@drawn
@given(figures())
def test_lines_run_where_no_words_are(shown: Figure) -> None:
    laid = lay(shown)
    columns = {(box.x, box.right) for box in (*(n.box for n in laid.names), *(label.box for label in laid.labels))}
    gaps = [(left[1], right[0]) for left, right in pairwise(sorted(columns))]
    for label in laid.labels:
        for ends in (label.arriving, label.leaving):
            # A bend with level ends never leaves the stretch between them.
            assert tuple(sorted(point.x for point in ends)) in gaps


@drawn
@given(figures())
def test_every_line_ends_at_its_own_place_on_its_actor(shown: Figure) -> None:
    laid = lay(shown)
    boxes = {name.node.id: name.box for name in laid.names}
    ends = [(label.arrow.source, label.arriving[0]) for label in laid.labels]
    ends += [(label.arrow.target, label.leaving[1]) for label in laid.labels]
    assert len({(point.x, point.y) for _, point in ends}) == len(ends)
    for actor, point in ends:
        assert point.x in (boxes[actor].x, boxes[actor].right)
        assert boxes[actor].y < point.y < boxes[actor].bottom


@drawn
@given(figures())
def test_words_have_room_in_their_boxes(shown: Figure) -> None:
    laid = lay(shown)
    for name in laid.names:
        assert all(width(line, layout.NAME_SIZE, bold=name.node.key) <= name.box.width for line in name.lines)
        assert len(name.lines) * layout.LINE <= name.box.height
    for label in laid.labels:
        assert all(width(line, layout.ACTION_SIZE) <= label.box.width for line in label.action)
        assert (len(label.action) + bool(label.note)) * layout.LINE <= label.box.height


def test_those_who_ask_stand_left_of_those_who_are_asked() -> None:
    laid = lay(figure(demanding(["Keepers", "Harbour", "Council"], [(0, 1), (2, 1)])))
    assert [name.box.x > 0 for name in laid.names] == [False, True, False]


def test_the_same_demands_are_always_drawn_alike() -> None:
    names = [f"Port {number}" for number in range(9)]
    pairs = [(0, 3), (1, 3), (2, 0), (3, 1), (4, 5), (5, 0), (6, 8), (7, 8)]
    assert svg(figure(demanding(names, pairs))) == svg(figure(demanding(names, pairs)))


@pytest.mark.parametrize(
    ("text", "lines", "wrapped"),
    [
        ("reopen the pier", 2, ("reopen the pier",)),
        ("reopen the northern pier", 2, ("reopen the", "northern pier")),
        ("reopen the northern pier, and at once", 2, ("reopen the", "northern pier…")),
        ("Undersecretary-General", 3, ("Undersecretary-", "General")),
        ("Vice-Undersecretary", 3, ("Vice-", "Undersecretary")),
        ("x" * 60, 2, ("x" * 16, "x" * 15 + "…")),
        ("", 2, ()),
    ],
)
def test_words_are_cut_only_where_they_must(text: str, lines: int, wrapped: tuple[str, ...]) -> None:
    assert wrap(text, 100, lines, 10) == wrapped


# ---- as it is drawn ----------------------------------------------------------------------------


@drawn
@given(figures())
def test_any_words_make_a_sound_document(shown: Figure) -> None:
    root = etree.fromstring(svg(shown))
    known = {"svg", "style", "g", "title", "path", "rect", "text"}
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= known
    titles = [element.text for element in root.iter(f"{SVG}title")]
    assert titles == ["\n".join(label.arrow.titles) for label in lay(shown).labels] + [
        name.node.title for name in lay(shown).names
    ]


def test_words_that_are_markup_stay_words() -> None:
    names = ['<script>alert("1")</script>', "A & B ]]> <!--"]
    root = etree.fromstring(svg(figure(demanding(names, [(0, 1)]))))
    assert root.xpath("string(//*[starts-with(@class, 'actor')]/*[local-name()='title'])").startswith(names[0])
    shown = "".join(element.text for element in root.iter(f"{SVG}text"))
    assert '<script>alert("1")</script>A & B' in shown
    page = render_page(demanding(names, [(0, 1)]))
    assert "<script" not in page


def test_how_it_fared_shows_without_colours_too() -> None:
    for status in ("accepted", "rejected", "withdrawn"):
        root = etree.fromstring(svg(figure(demanding(["Keepers", "Harbour"], [(0, 1)], status=status))))
        (arrow,) = root.xpath("//*[starts-with(@class, 'arrow')]")
        assert arrow.get("class") == f"arrow {status}"
        assert arrow.xpath("*[@class='sign']")
        assert arrow.xpath("string(*[@class='known'])") == status


# ---- as an image -------------------------------------------------------------------------------


def size_of(image: bytes) -> tuple[int, int]:
    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    assert image.endswith(b"IEND\xaeB`\x82")
    wide, high = struct.unpack(">II", image[16:24])
    return wide, high


async def test_the_image_has_the_size_of_the_drawing() -> None:
    shown = figure(demanding(["Keepers", "Harbour", "Council"], [(0, 1), (2, 1), (1, 0)]))
    wide, high = size_of(await Draughtsman().png(shown))
    assert wide == ZOOM * (layout.WIDTH + 2 * MARGIN)
    assert abs(high - ZOOM * (lay(shown).height + 2 * MARGIN)) <= ZOOM


async def test_the_largest_image_is_bounded() -> None:
    names = [f"{number} " + "very long name " * 40 for number in range(MAX_ACTORS)]
    pairs = [(0, number) for number in range(1, MAX_ACTORS)] + [(1, 0)]
    image = await Draughtsman().png(figure(demanding(names, pairs, status="rejected")))
    assert size_of(image)[1] <= 2000
    assert len(image) < 1_000_000


@pytest.mark.parametrize("name", [*HOSTILE, "محمد", "習近平", "नरेन्द्र", "ไทย", "👩\u200d🚀", "a\u0301" * 40])
async def test_a_name_in_any_script_is_drawn(name: str) -> None:
    size_of(await Draughtsman().png(figure(demanding([name, "Harbour"], [(0, 1)]))))


async def test_the_letters_are_there_on_a_machine_without_fonts() -> None:
    draughtsman = Draughtsman()
    one = await draughtsman.png(figure(demanding(["Erdoğan", "Harbour"], [(0, 1)])))
    other = await draughtsman.png(figure(demanding(["Путин", "Harbour"], [(0, 1)])))
    bare = await draughtsman.png(figure(demanding(["\u3164", "Harbour"], [(0, 1)])))
    assert len({one, other, bare}) == 3


async def test_an_image_is_drawn_once() -> None:
    draughtsman = Draughtsman()
    shown = figure(demanding(["Keepers", "Harbour"], [(0, 1)]))
    first, second = await asyncio.gather(draughtsman.png(shown), draughtsman.png(shown))
    assert first == second
    assert await draughtsman.png(shown) in (first, second)


async def test_a_drawing_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.render.picture.png.SECONDS", 0.001)
    with pytest.raises(CannotDraw):
        await Draughtsman().png(figure(demanding(["Keepers", ACTION], [(0, 1)])))
