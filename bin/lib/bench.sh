# Measures, each figure beside a yardstick of the same run.

bench() {
  up
  local token
  token="$(node -p 'JSON.parse(process.argv[1]).projects[0].api_token' "$(admin '{"command":"projects"}')")"
  java_25 -Xmx4g --enable-native-access=ALL-UNNAMED -cp "$(class_path benchmarks)" \
    dev.tenrec.benchmarks.Main "$(ready front)" "$token" "$@"
}
