# Passes every test and sums them up.

run_tests() {
  java_home >/dev/null
  require_node
  mkdir -p "$state"
  local started outcome=0
  started="$(date +%s)"
  format_sources --dry-run --set-exit-if-changed >"$state/unformatted" ||
    fail "these files are not formatted, run ./tenrec format: $(tr '\n' ' ' <"$state/unformatted")"
  maven -B -Dstyle.color=never "$@" verify || outcome=$?
  summary "$(($(date +%s) - started))" "$outcome"
  return "$outcome"
}

# Adds up what surefire reported, browser and console tests among them.
summary() {
  find . -path '*/target/surefire-reports/TEST-*.xml' -not -path '*/node_modules/*' -exec \
    sed -n 's/^<testsuite .* tests="\([0-9]*\)" errors="\([0-9]*\)" skipped="\([0-9]*\)" failures="\([0-9]*\)".*/\1 \2 \3 \4/p' {} + |
    awk -v seconds="$1" -v outcome="$2" '
      { tests += $1; failed += $2 + $4; skipped += $3 }
      END {
        printf "Took %d min %d s, build %s\n", seconds / 60, seconds % 60, outcome == 0 ? "passed" : "FAILED"
        printf "%d passed, %d failed, %d skipped\n", tests - failed - skipped, failed, skipped
      }'
}
