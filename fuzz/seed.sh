#!/usr/bin/env bash
# Fills the corpus of the fuzz targets with the pages of this repository: `bash fuzz/seed.sh`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p fuzz/corpus/markdown fuzz/corpus/chain

find docs-src tests/golden/docs tests/pages -type f \( -name '*.md' -o -name '*.txt' \) | while read -r page; do
  name=${page//\//-}
  cp "$page" "fuzz/corpus/markdown/$name"
  # The first byte of `chain` is the kind of page, see fuzz_targets/chain.rs.
  case $page in
    */resources/*) kind=0 ;;
    */api/intune-*) kind=2 ;;
    */api/*) kind=1 ;;
    *) kind=3 ;;
  esac
  { printf %s "$kind"; cat "$page"; } > "fuzz/corpus/chain/$name"
done
