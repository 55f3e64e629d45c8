#!/bin/sh
# From nothing to an answering application: clones the repository into a private folder, with caches that are empty,
# and starts it three times (first; after Ctrl-C; after kill -9 of everything). Prints how long each took.
# By hand: sh test/journeys/fresh-clone.sh [repository]     KEEP=1 keeps the folder.
set -eu
umask 077
repository=${1:-$(cd "$(dirname "$0")/../.." && pwd)}
place=$(mktemp -d)
clone=$place/flyloft
run=$clone/.flyloft/run.json
log=$place/start.log
export XDG_CACHE_HOME="$place/cache" XDG_DATA_HOME="$place/data" XDG_STATE_HOME="$place/state" npm_config_cache="$place/npm"
unset FLYLOFT_HOME
FLYLOFT_PORT=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })')
export FLYLOFT_PORT

now() { node -p 'Date.now()'; }
fact() { node -p "JSON.parse(require('fs').readFileSync('$run', 'utf8')).$1"; }
fail() { echo "FAILED: $1"; tail -n 40 "$log"; exit 1; }

# Whatever names the folder in its command line, environment or working directory, and the data kept elsewhere for it.
ours() {
  data=$(readlink "$clone/.flyloft/data" || echo "$place")
  for process in /proc/[0-9]*; do
    pid=${process#/proc/}
    [ "$pid" = $$ ] && continue
    case "$(readlink "$process/cwd" 2>/dev/null) $(cat "$process/cmdline" "$process/environ" 2>/dev/null | tr '\0' ' ')" in
      *"$place"* | *"$data"*) echo "$pid" ;;
    esac
  done
}

end() {
  for pid in $(ours); do kill -KILL "$pid" 2>/dev/null || true; done
  [ -n "${KEEP:-}" ] && echo "Kept: $place" && return
  data=$(readlink "$clone/.flyloft/data" || true)
  [ -z "$data" ] || rm -rf "$data"
  rm -rf "$place"
}
trap end EXIT
trap 'exit 1' INT TERM

start() {
  rm -f "$run"
  began=$(now)
  (cd "$clone" && exec npm start) >"$log" 2>&1 &
  npm=$!
  while [ ! -f "$run" ]; do
    kill -0 "$npm" 2>/dev/null || fail "npm start ended"
    [ $(($(now) - began)) -lt 600000 ] || fail "npm start took more than ten minutes"
    sleep 0.2
  done
  ready=$(($(now) - began))
  address=$(fact appUrl)
  [ "$address" != null ] || fail "the quick start did not come to its end"
  until answer=$(node -e "fetch('$address').then(async (r) => { console.log(r.status, await r.text()); process.exit(r.ok ? 0 : 1) }, () => process.exit(1))"); do
    [ $(($(now) - began)) -lt 600000 ] || fail "$address does not answer"
    sleep 0.2
  done
  echo "$1: ready after $ready ms, the application answers after $(($(now) - began)) ms: $address -> $answer"
}

interrupt() {
  kill -INT "$(fact pid)"
  wait "$npm" || true
  left=$(ours)
  [ -z "$left" ] || fail "after Ctrl-C these processes are left: $left"
}

began=$(now)
git clone -q "$repository" "$clone"
echo "Cloned in $(($(now) - began)) ms into $clone: $(git -C "$clone" log -1 --format='%h %s')"
start "First start"
interrupt
start "Second start"
for pid in $(ours); do kill -KILL "$pid" 2>/dev/null || true; done
wait "$npm" || true
start "Start after kill -9 of everything"
interrupt
