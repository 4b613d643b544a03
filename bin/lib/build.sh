# Builds what is not built, and writes the CloudFormation templates.

state="$TENREC_ROOT/.tenrec"

# Whether a source is newer than the given stamp.
changed_since() {
  [ ! -f "$1" ] && return 0
  [ -n "$(find . \( -name target -o -name node_modules -o -name dist -o -name cdk.out -o -name .git \
    -o -name .tenrec \) -prune -o -type f \( -path '*/src/*' -o -path './console/*' \
    -o -path './bin/*' -o -name pom.xml -o -name 'package*.json' \) -newer "$1" -print -quit)" ]
}

build() {
  java_home >/dev/null
  require_node
  mkdir -p "$state"
  if changed_since "$state/built"; then
    echo "Building (a few minutes the first time, while Maven and npm download) ..."
    touch "$state/building"
    maven -B -DskipTests -Dstyle.color=never package 2>&1 | build_progress ||
      fail "the build failed: all it said is in $state/build.log"
    mv "$state/building" "$state/built"
  fi
}

# Shows one line a module, and everything where the build fails.
build_progress() {
  local log="$state/build.log"
  : >"$log"
  while IFS= read -r line; do
    printf '%s\n' "$line" >>"$log"
    case "$line" in
      *"INFO] Building "*"["*) printf '  %s\n' "${line#*Building }" ;;
      *ERROR*) printf '%s\n' "$line" >&2 ;;
    esac
  done
}

# The run-time class path that a module's build wrote down; of jars only where there is one, because
# a cache of loaded classes takes no directories.
class_path() {
  local own
  own="$(find "$PWD/$1/target" -maxdepth 1 -name 'tenrec-*.jar' -print -quit)"
  printf '%s:%s\n' "${own:-$PWD/$1/target/classes}" "$(cat "$1/target/classpath")"
}

# synth DIRECTORY CONTEXT: writes the templates, offline and without the CDK CLI.
synth() {
  JSII_DEPRECATED=quiet JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=20 CDK_OUTDIR="$1" \
    CDK_CONTEXT_JSON="$2" java_25 -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -cp "$(class_path infra-cdk)" dev.tenrec.infra.Main
}

synth_local() {
  if [ ! -f "$state/local.cdk.out/manifest.json" ] || [ "$state/built" -nt "$state/local.cdk.out/manifest.json" ]; then
    echo "Writing the templates ..."
    rm -rf "$state/local.cdk.out"
    CDK_VALIDATION=false synth "$state/local.cdk.out" '{"tenrec.freshness":"local"}'
    touch "$state/local.cdk.out/manifest.json"
  fi
}

synth_aws() {
  build
  rm -rf "$TENREC_ROOT/cdk.out"
  CDK_VALIDATION=true synth "$TENREC_ROOT/cdk.out" '{}'
  echo "The templates are in cdk.out."
}

# deploy [CDK OPTIONS]: with a setup code, so that nobody else becomes the owner first.
deploy() {
  synth_aws
  npm ci --no-audit --no-fund --loglevel=error
  local code
  code="$(node -p 'require("crypto").randomBytes(12).toString("hex")')"
  echo "The setup code for the console's first visit is $code"
  npx aws-cdk deploy --all --app cdk.out --parameters "tenrec-compute:SetupCode=$code" "$@"
}

format_sources() {
  local version jar
  mkdir -p "$state"
  version="$(sed -n 's/.*<version.google-java-format>\(.*\)<.*/\1/p' pom.xml)"
  jar="$state/google-java-format-$version.jar"
  if [ ! -f "$jar" ]; then
    maven -q dependency:copy -Dmdep.useBaseVersion=true -DoutputDirectory="$state" -Dmdep.stripVersion=false \
      -Dartifact="com.google.googlejavaformat:google-java-format:$version:jar:all-deps" -N
    mv "$state/google-java-format-$version-all-deps.jar" "$jar"
  fi
  find . -name '*.java' -path '*/src/*' -not -path '*/node_modules/*' -not -path '*/target/*' -print0 |
    xargs -0 "$(java_home)/bin/java" -jar "$jar" "${@:---replace}"
}
