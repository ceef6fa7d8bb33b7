#!/usr/bin/env bash
# What a stranger sees: this repository's last commit, cloned into a home of its own with empty npm and pnpm caches, Node 20
# on the path and neither pnpm, PostgreSQL nor a browser. `npm start` must serve the API and the board, a second start
# must be quick, `npm test` must pass. As root it does all that twice: as root, and as a user without rights.
#
#     bash test/clean-clone.sh            # everything
#     bash test/clean-clone.sh start      # without the tests
set -euo pipefail
here="$(cd "$(dirname "$0")/.." && pwd)"
part="${1:-all}"
work="$(mktemp -d /var/tmp/watchdesk-clean-XXXXXX)"
chmod 755 "$work"
trap 'rm -rf "$work"' EXIT

# the programs of the system, without those that a stranger would not have
mkdir "$work/bin"
for program in /usr/bin/* /bin/*; do
  case "${program##*/}" in
    psql | postgres* | pg_* | initdb | pnpm* | yarn* | *chrom* | firefox* | node | nodejs | npm | npx | corepack) ;;
    *) ln -sf "$program" "$work/bin/${program##*/}" ;;
  esac
done
node20="$(command -v node)"
case "$("$node20" --version)" in
  v20.*) ;;
  *) node20="$(npx --yes -p node@20 -c 'node -p process.execPath')" ;;
esac
npm_home="$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")"
cp "$node20" "$work/bin/node"
cp -r "$npm_home" "$work/npm"
for program in npm npx; do ln -s "$work/npm/bin/$program-cli.js" "$work/bin/$program"; done
chmod -R a+rX "$work/npm" "$work/bin"
registry="$(cd / && npm config get registry 2>/dev/null)"

# ends what was started, by pid, and waits until it is gone
stop() {
  kill -TERM "$1" 2>/dev/null || true
  for _ in $(seq 200); do kill -0 "$1" 2>/dev/null || return 0; sleep 0.1; done
  echo "process $1 did not end" && return 1
}

# starts the desk, waits until it serves, looks at API and board, stops it; prints the seconds
serve() {
  rm -f "$home/ready.json"
  local began until=$((SECONDS + 600))
  began="$(date +%s%N)"
  (cd "$home/clone" && exec "${as[@]}" npm start --silent -- --port 0 --ready-file "$home/ready.json") >"$home/start.log" 2>&1 &
  local pid=$!
  while [ ! -s "$home/ready.json" ]; do
    kill -0 "$pid" 2>/dev/null || { cat "$home/start.log"; return 1; }
    [ $SECONDS -lt $until ] || { cat "$home/start.log"; stop "$pid"; return 1; }
    sleep 0.1
  done
  local ms=$((($(date +%s%N) - began) / 1000000))
  echo "$1 npm start served after $ms ms"
  if [ "$1" = warm ] && [ $ms -ge 10000 ]; then echo "a warm start takes less than 10 s"; stop "$pid"; return 1; fi
  "${as[@]}" node --input-type=module -e '
    import { readFileSync } from "node:fs";
    const { url, boardUrl, tokens } = JSON.parse(readFileSync(process.argv[1], "utf8"));
    const headers = { "content-type": "application/json", authorization: `Bearer ${tokens.technician}` };
    const query = "{ viewer { name } queue { counts { open } } }";
    const api = await (await fetch(url, { method: "POST", headers, body: JSON.stringify({ query }) })).json();
    const board = await fetch(`${boardUrl}/wall`);
    if (!api.data?.viewer.name || !board.ok || !(await board.text()).includes("<html")) throw new Error(JSON.stringify(api));
    console.log(`  API: ${api.data.viewer.name}, ${api.data.queue.counts.open} open tickets; board: ${board.status}`);
  ' "$home/ready.json" || { stop "$pid"; return 1; }
  stop "$pid"
}

# one stranger: a name to print, and the command that becomes that user
stranger() {
  local name="$1"
  shift
  home="$work/$name"
  mkdir "$home"
  git clone --quiet "$here" "$home/clone"
  [ "$name" = root ] || chown -R nobody "$home"
  as=("$@" env -i "HOME=$home" "PATH=$work/bin" NO_SYSTEM_BROWSER=1 "npm_config_registry=$registry" LANG=C.UTF-8
    ${NODE_EXTRA_CA_CERTS:+"NODE_EXTRA_CA_CERTS=$NODE_EXTRA_CA_CERTS"} ${HTTPS_PROXY:+"HTTPS_PROXY=$HTTPS_PROXY"})
  echo "== $name: $("${as[@]}" id -un), Node $("${as[@]}" node --version), npm $("${as[@]}" npm --version)"
  for absent in pnpm psql postgres chromium google-chrome; do
    if "${as[@]}" sh -c "command -v $absent" >/dev/null; then echo "$absent is on the path" && return 1; fi
  done
  serve "first"
  serve "warm"
  [ "$part" = start ] && return 0
  (cd "$home/clone" && "${as[@]}" npm test --silent) >"$home/test.log" 2>&1 || { tail -100 "$home/test.log"; return 1; }
  echo "  npm test: $(tail -1 "$home/test.log")"
}

if [ "$(id -u)" = 0 ]; then
  stranger root env
  stranger nobody setpriv --reuid=nobody --regid=nogroup --clear-groups --inh-caps=-all
else
  stranger "$(id -un)" env
fi
echo "clean clone: passed"
