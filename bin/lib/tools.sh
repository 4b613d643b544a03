# Finds the tools a build needs, and says what to install where one is missing.

fail() {
  printf 'tenrec: %s\n' "$1" >&2
  exit 1
}

is_java_25() {
  [ -x "$1/bin/java" ] && grep -q '^JAVA_VERSION="25' "$1/release" 2>/dev/null
}

# Prints the home of a JDK 25: JAVA_HOME, the java on the PATH, then the usual places.
java_home() {
  local on_path="" candidate
  if command -v java >/dev/null; then
    on_path="$(dirname "$(dirname "$(realpath "$(command -v java)")")")"
  fi
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_java_25 "$candidate"; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  fail "no JDK 25 was found: install any JDK 25 (for example Temurin 25), or set JAVA_HOME to one"
}

java_25() {
  "$(java_home)/bin/java" "$@"
}

require_node() {
  command -v node >/dev/null || fail "node was not found: install Node.js 20 or newer"
  command -v npm >/dev/null || fail "npm was not found: it comes with Node.js, install 20 or newer"
  local major
  major="$(node -p 'process.versions.node.split(".")[0]')"
  [ "$major" -ge 20 ] || fail "Node.js $(node -v) is too old: install 20 or newer"
}

# Maven from the PATH, else the wrapper, which needs a JDK of its own to run on.
maven() {
  if command -v mvn >/dev/null; then
    mvn "$@"
  else
    JAVA_HOME="${JAVA_HOME:-$(java_home)}" ./mvnw "$@"
  fi
}
