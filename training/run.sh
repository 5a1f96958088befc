#!/bin/sh
# Trains, exports and scores the language model: sh training/run.sh CORPORA OUT VERSION
# Needs "pip install .[training]"; about an hour and a half of one core for eight epochs.
set -eu
corpora=$1 out=$2 version=$3
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
mkdir -p "$out"
python -m training.train "$corpora" "$out" --epochs 8
python -m training.export "$out/epoch8.pt" "$out/labels.json" "$out/model" --version "$version"
python -m training.score "$corpora" "$out/model"
