#!/usr/bin/env bash
# Ends what start.sh started.
# usage: stop.sh FOLDER
set -euo pipefail

folder=${1:?usage: stop.sh FOLDER}
# The monitor goes last: without it the others wait a long time.
for name in gateway store monitor; do
  file=$folder/run/$name.process
  [ -f "$file" ] || continue
  process=$(cat "$file")
  kill "$process" 2>/dev/null || true
  for _ in $(seq 40); do
    kill -0 "$process" 2>/dev/null || break
    sleep 0.25
  done
  kill -KILL "$process" 2>/dev/null || true
  rm "$file"
done
