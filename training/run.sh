#!/bin/sh
# Trains, exports and scores the language model, its head that doubts words included:
#     sh training/run.sh CORPORA WORDNET OUT VERSION [BASE]
# CORPORA and WORDNET are as for training/proofreader.py. BASE is a model folder whose
# weights to learn on from; without it the public encoder is the start.
# Needs "pip install .[training]" and 8 GB of memory; of one core
# about two hours and a half from the start, an hour less from a base.
set -eu
corpora=$1 wordnet=$2 out=$3 version=$4 base=${5:-}
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
mkdir -p "$out"
if [ -n "$base" ]; then
    python -m training.restore "$base" "$out/restored.pt"
    python -m training.train "$corpora" "$out" --epochs 4 --cooldown 0.9 --rate 0.7 --init "$out/restored.pt"
    set -- --blend "$out/restored.pt" "$out/epoch4.pt"
else
    python -m training.train "$corpora" "$out" --epochs 8
    set -- "$out/epoch8.pt"
fi
python -m training.export "$@" "$out/model" --version "$version"
python -m training.slip_head "$corpora" "$wordnet" "$out/model"
python -m training.score "$corpora" "$out/model"
