#!/usr/bin/env bash
# Scores reading and matching against the corpora, which are no part of the repository; fails below the thresholds.
# usage: tools/corpora-gates.sh CORPORA_FOLDER
set -euo pipefail
corpora=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
export PATH="$PWD/node_modules/.bin:$PATH"
here=$PWD
score() { # NAME ARGUMENTS: runs the feed scorer from its folder and prints its last line
  local name=$1; shift
  printf '%-16s ' "$name"
  (cd "$corpora/feeds" && node score.mjs "$@") | tail -n 1
}
parse=(node "$here/bin/wirewatch.js" parse)

score "real feeds" --count 187 --whole 185 --title 99.9 --link 99.5 --id 99.5 --date 99.5 --body 99.5 -- "${parse[@]}"
score "encodings" --expected encodings/expected.json --right 16 --answered 90 -- "${parse[@]}"
score "dates" --dates dates.tsv --right 115 -- "${parse[@]}" --dates
score "autodiscovery" --autodiscovery autodiscovery/expected.json --right 57 -- "${parse[@]}"
score "JSON Feed" --reference json-feed/reference.json --count 26 -- "${parse[@]}"

answers=$(mktemp)
trap 'rm -f "$answers"' EXIT
node tools/answer-watch-corpus.ts "$corpora/watch" > "$answers"
watches=$(node "$corpora/watch/score.mjs" "$answers" | tail -n 1)
printf '%-16s %s\n' "watches" "$watches"
awk -F'[ /]+' '{ exit !($2 >= 0.95 && $3 >= 0.95 && $5 >= 0.97 && $6 >= 0.95 && $8 >= 0.99 && $9 >= 0.97) }' <<< "$watches"
