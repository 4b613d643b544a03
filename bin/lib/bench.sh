# Measures, each figure beside a yardstick of the same run.

# bench [NAME ...]: all benchmarks where none is named. What is measured over HTTP runs in a local
# cloud of its own, which is deleted afterwards, so that nobody's data gets benchmarks between it.
bench() {
  [ $# -gt 0 ] || set -- capture pipeline freshness ingest query flags
  local name front=""
  for name in "$@"; do
    case "$name" in
      capture | pipeline | freshness) front=needed ;;
      ingest | query | flags) ;;
      *) fail "there is no benchmark \"$name\": there are capture, pipeline, freshness, ingest, query and flags" ;;
    esac
  done
  build
  if [ -n "$front" ]; then
    synth_local
    data="$state/bench"
    running && fail "benchmarks run already, in $data: wait for them, or stop process $(cat "$data/cloud.pid")"
    rm -rf "$data"
    trap 'down >/dev/null; rm -rf "$data"' EXIT
    start_cloud 0
    set -- --front "$(ready front)" "$@"
  fi
  java_25 -Xmx4g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "$(class_path benchmarks)" dev.tenrec.benchmarks.Main "$@"
}
