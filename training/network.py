"""The network: a six-layer BERT encoder with word-shape embeddings, tagging heads and biaffine attachment.

The encoder starts from all-MiniLM-L6-v2 (Wang et al. 2020, MiniLM; Reimers and Gurevych 2019),
the attachment follows Dozat and Manning 2017, "Deep Biaffine Attention for Neural Dependency Parsing".
"""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from bot.language.features import PADDING_TYPE

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
ARC_WIDTH, RELATION_WIDTH = 256, 96
TYPES = PADDING_TYPE + 2
DROPOUT, WORD_DROPOUT = 0.1, 0.2
_FAR = -1e4


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, width: int = WIDTH, heads: int = HEADS, inner: int = INNER, epsilon: float = 1e-12) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm_attention = nn.LayerNorm(width, eps=epsilon)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm_output = nn.LayerNorm(width, eps=epsilon)

    def forward(self, x: Tensor, mask: Tensor, plain: bool) -> Tensor:
        """``x``: (batch, pieces, width); ``mask`` is added to its attention, which ``plain`` spells out."""
        batch, length, width = x.shape
        shaped = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        query, key, value = shaped.unbind(0)
        if plain:
            weights = torch.softmax(query @ key.transpose(-1, -2) / math.sqrt(width // self.heads) + mask, -1)
            attended = weights @ value
        else:
            attended = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        attended = self.out(attended.transpose(1, 2).reshape(batch, length, width))
        x = self.norm_attention(x + F.dropout(attended, DROPOUT, self.training))
        return self.norm_output(x + F.dropout(self.down(F.gelu(self.up(x))), DROPOUT, self.training))


class Encoder(nn.Module):
    """BERT whose token types say how a word is written."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.types = nn.Embedding(TYPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def load_pretrained(self, path: Path) -> None:
        """Copies the weights of a BERT in safetensors form; word shapes start near the one token type it has."""
        weights = load_file(str(path))
        with torch.no_grad():
            self.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
            kind = weights["embeddings.token_type_embeddings.weight"][:1]
            self.types.weight.copy_(kind + 0.01 * torch.randn_like(self.types.weight))
            for part in ("weight", "bias"):
                getattr(self.norm, part).copy_(weights[f"embeddings.LayerNorm.{part}"])
                for number, layer in enumerate(self.layers):
                    _copy_layer(layer, weights, f"encoder.layer.{number}.", part)

    def forward(self, ids: Tensor, types: Tensor, plain: bool = False) -> Tensor:
        """Vectors of the word pieces: (batch, pieces, width)."""
        x = self.pieces(ids) + self.types(types) + self.positions.weight[: ids.shape[1]]
        x = F.dropout(self.norm(x), DROPOUT, self.training)
        mask = ((ids == 0).to(x.dtype) * _FAR)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask, plain)
        return x


def _copy_layer(layer: nn.Module, weights: Mapping[str, Tensor], prefix: str, part: str) -> None:
    attention = [weights[f"{prefix}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
    getattr(layer.qkv, part).copy_(torch.cat(attention))
    for module, name in (
        (layer.out, "attention.output.dense"),
        (layer.norm_attention, "attention.output.LayerNorm"),
        (layer.up, "intermediate.dense"),
        (layer.down, "output.dense"),
        (layer.norm_output, "output.LayerNorm"),
    ):
        getattr(module, part).copy_(weights[f"{prefix}{name}.{part}"])


class Tagger(nn.Module):
    """Encoder and heads. Names have one shared head and a small correction for each corpus' guidelines."""

    def __init__(self, labels: Mapping[str, Sequence[str]], corpora: int) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.sizes = [len(labels["entities"]), len(labels["pos"]), len(labels["tags"]), 1]
        self.tags = nn.Linear(WIDTH, sum(self.sizes))
        self.guidelines = nn.Parameter(torch.zeros(corpora, self.sizes[0], WIDTH + 1))
        self.arc_dependant = nn.Linear(WIDTH, ARC_WIDTH)
        self.arc_head = nn.Linear(WIDTH, ARC_WIDTH)
        self.arc_bilinear = nn.Linear(ARC_WIDTH, ARC_WIDTH, bias=False)
        self.arc_bias = nn.Linear(ARC_WIDTH, 1)
        self.relation_dependant = nn.Linear(WIDTH, RELATION_WIDTH)
        self.relation_head = nn.Linear(WIDTH, RELATION_WIDTH)
        shape = (RELATION_WIDTH + 1, len(labels["relations"]), RELATION_WIDTH + 1)
        self.relations = nn.Parameter(0.02 * torch.randn(shape))
        nn.init.normal_(self.arc_bilinear.weight, std=1 / ARC_WIDTH)

    def forward(
        self, ids: Tensor, types: Tensor, words: Tensor, corpus: Tensor | None = None, plain: bool = False
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Tag scores, arc scores [dependant, head], and the relation vectors of dependants and heads.

        ``words`` holds the first piece of each word, column 0 the start marker, which stands for
        the root. ``corpus`` says by row whose guidelines the names follow (default: the first's).
        """
        x = self.encoder(ids, types, plain)
        x = torch.gather(x, 1, words.unsqueeze(-1).expand(-1, -1, WIDTH))
        x = F.dropout(x, WORD_DROPOUT, self.training)
        tags = self.tags(x)
        if corpus is not None:
            own = self.guidelines[corpus]
            names = x @ own[:, :, :-1].transpose(1, 2) + own[:, None, :, -1]
            tags = torch.cat([tags[..., : self.sizes[0]] + names, tags[..., self.sizes[0] :]], -1)
        heads = self._hidden(self.arc_head, x)
        arcs = self.arc_bilinear(self._hidden(self.arc_dependant, x)) @ heads.transpose(1, 2)
        arcs = arcs + self.arc_bias(heads).transpose(1, 2)
        return tags, arcs, self._hidden(self.relation_dependant, x), self._hidden(self.relation_head, x)

    def _hidden(self, layer: nn.Linear, x: Tensor) -> Tensor:
        return F.dropout(F.leaky_relu(layer(x), 0.1), WORD_DROPOUT, self.training)

    def relation_scores(self, dependants: Tensor, heads: Tensor) -> Tensor:
        """(words, relations) from aligned vectors of dependants and their heads."""
        one = dependants.new_ones(len(dependants), 1)
        left = torch.einsum("ni,irj->nrj", torch.cat([dependants, one], 1), self.relations)
        return torch.einsum("nrj,nj->nr", left, torch.cat([heads, one], 1))

    def fold_guidelines(self, corpus: int) -> None:
        """Makes one corpus' guidelines the network's own."""
        with torch.no_grad():
            self.tags.weight[: self.sizes[0]] += self.guidelines[corpus, :, :-1]
            self.tags.bias[: self.sizes[0]] += self.guidelines[corpus, :, -1]
            self.guidelines.zero_()
