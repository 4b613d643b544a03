# Starts and stops the local cloud, and asks it.

data="$state/local"

up() {
  local port="" docker=""
  while [ $# -gt 0 ]; do
    case "$1" in
      --docker) docker=yes ;;
      --port)
        port="${2:-}"
        [[ "$port" =~ ^[0-9]{1,5}$ ]] && [ "$port" -lt 65535 ] ||
          fail "--port is \"$port\": give a number from 0 to 65534, such as --port 8210"
        shift
        ;;
      *) fail "up does not know \"$1\": it knows --docker and --port N" ;;
    esac
    shift
  done
  build
  synth_local
  if [ -n "$docker" ]; then
    command -v docker >/dev/null || fail "docker was not found: leave --docker out to run without it"
    docker compose -f localstack/compose.yaml up -d
    echo "The emulator runs. The steps to deploy to it are in localstack/compose.yaml."
    return
  fi
  if running; then
    echo "The local cloud runs already."
    [ -z "$port" ] || [ "$(ready port)" = "$port" ] ||
      echo "To have it on port $port, stop it first: ./tenrec down"
  else
    start_cloud "${port:-$(last_port)}"
  fi
  tell
}

# The port of the last run, so that a plain up finds again what was bookmarked; 8010 at first.
last_port() {
  if [ -f "$data/port" ]; then cat "$data/port"; else echo 8010; fi
}

# start_cloud PORT: 0 for any. The shop is on the port after it.
start_cloud() {
  local site=0
  [ "$1" = 0 ] || site=$(($1 + 1))
  mkdir -p "$data"
  rm -f "$data/ready.json"
  : >"$data/cloud.log"
  nohup "$(java_home)/bin/java" -XX:+UseSerialGC -Xmx1g --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow $(aot_options) -cp "$(class_path localstack/cloud)" \
    dev.tenrec.cloud.Main --assembly "$state/local.cdk.out" --data "$data" --port "$1" \
    --site "samples/shop=$site" >>"$data/cloud.log" 2>&1 </dev/null &
  local process=$! shown=0 lines
  echo "$process" >"$data/cloud.pid"
  while [ ! -f "$data/ready.json" ]; do
    kill -0 "$process" 2>/dev/null || {
      tail -n +$((shown + 1)) "$data/cloud.log" | tail -n 20 >&2
      rm -f "$data/cloud.pid"
      fail "the local cloud ended before it was ready: see $data/cloud.log"
    }
    lines="$(wc -l <"$data/cloud.log")"
    [ "$lines" -gt "$shown" ] && sed -n "$((shown + 1)),${lines}p" "$data/cloud.log"
    shown="$lines"
    sleep 0.2
  done
  ready port >"$data/port"
}

# The first run trains a cache of loaded classes; later ones start from it.
aot_options() {
  local cache="$state/cloud.aot"
  if [ -f "$cache" ] && [ "$cache" -nt "$state/built" ]; then
    echo "-XX:AOTCache=$cache"
  else
    echo "-XX:AOTCacheOutput=$cache"
  fi
}

# After a crash another program may have the process's number.
running() {
  [ -f "$data/cloud.pid" ] &&
    ps -ww -p "$(cat "$data/cloud.pid")" -o args= 2>/dev/null | grep -q dev.tenrec.cloud.Main
}

require_running() {
  running || fail "the local cloud does not run: start it with ./tenrec up"
  [ -f "$data/ready.json" ] || fail "the local cloud is still starting: see ./tenrec logs"
}

ready() {
  node -p "require('$data/ready.json').$1"
}

# admin JSON: what the account's owner may do by invoking the Api function itself.
admin() {
  [ $# -eq 1 ] || fail "admin needs a command as JSON, such as '{\"command\":\"projects\"}'"
  require_running
  node -e '
    const [address, body] = process.argv.slice(1);
    fetch(address, { method: "POST", body }).then(async (answer) => {
      const text = await answer.text();
      (answer.ok ? process.stdout : process.stderr).write(text + "\n");
      process.exitCode = answer.ok ? 0 : 1;
    });
  ' "$(ready lambda)/2015-03-31/functions/tenrec-api/invocations" "$1"
}

tell() {
  local answer token
  answer="$(admin '{"command":"projects"}')"
  token="$(node -p 'JSON.parse(process.argv[1]).projects[0].api_token' "$answer")"
  printf '{"host":"%s","token":"%s"}\n' "$(ready front)" "$token" >"$data/site.json"
  cat <<TEXT

Tenrec is ready.
  Console        $(ready front)
  Project token  $token
  Sample shop    $(ready 'sites[0]')
  Mailbox        $(ready endpoints.ses)
  Fill it with   ./tenrec demo
  Stop it with   ./tenrec down
TEXT
}

down() {
  running || {
    echo "The local cloud does not run."
    return
  }
  local process
  process="$(cat "$data/cloud.pid")"
  kill "$process"
  while kill -0 "$process" 2>/dev/null; do sleep 0.2; done
  rm -f "$data/cloud.pid"
  echo "Stopped. The data stays in $data."
}

status() {
  if ! running; then
    echo "The local cloud does not run. Start it with ./tenrec up"
  elif [ ! -f "$data/ready.json" ]; then
    echo "The local cloud is starting."
  else
    tell
  fi
}

logs() {
  [ -f "$data/cloud.log" ] || fail "there is no log yet: start the local cloud with ./tenrec up"
  tail -n 100 -F "$data/cloud.log"
}

# reset [--yes]: asks, unless told not to.
reset() {
  local answer=""
  if [ "${1:-}" = --yes ]; then
    answer=y
  else
    printf 'Delete all local data in %s? [y/N] ' "$data"
    read -r answer || true
  fi
  case "$answer" in
    y | Y | yes) ;;
    *)
      echo "Nothing was deleted."
      return
      ;;
  esac
  down
  rm -rf "$data"
  echo "Deleted."
}

demo() {
  require_running
  local token key
  token="$(node -p 'JSON.parse(process.argv[1]).projects[0].api_token' "$(admin '{"command":"projects"}')")"
  key="$(admin "$(demo_key)" | node -p 'JSON.parse(require("node:fs").readFileSync(0, "utf8")).value')"
  TENREC_KEY="$key" java_25 -XX:+UseSerialGC -cp "$(class_path samples/demo)" dev.tenrec.demo.Main \
    --host "$(ready front)" --token "$token" "$@"
}

# What the demo may do, and for how long.
demo_key() {
  cat <<'JSON'
{"command": "create_key", "label": "demo", "minutes": 30, "scopes": ["project:write",
 "feature_flag:write", "cohort:write", "insight:write", "hog_flow:write"]}
JSON
}
