#!/usr/bin/env bash
# Ends what start.sh started; nothing when nothing runs.
# usage: stop.sh FOLDER
set -euo pipefail

folder=$(cd "${1:?usage: stop.sh FOLDER}" && pwd)

runs() { # whether a process is still ours: its number may have gone to somebody else
  grep -qsF "$folder/run/" "/proc/$1/cmdline"
}

# The monitor goes last: without it the others wait a long time.
for name in gateway store monitor; do
  file=$folder/run/$name.process
  [ -f "$file" ] || continue
  process=$(cat "$file")
  if runs "$process"; then
    kill "$process"
    for _ in $(seq 40); do
      runs "$process" || break
      sleep 0.25
    done
    ! runs "$process" || kill -KILL "$process"
  fi
  rm "$file"
done
