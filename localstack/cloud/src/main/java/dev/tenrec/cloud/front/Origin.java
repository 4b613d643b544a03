package dev.tenrec.cloud.front;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * Where a distribution gets its answers.
 *
 * @param domain its host and port
 * @param path what is put in front of every path
 * @param headers what is added to every request
 * @param function the function URL behind the domain, if it is one of ours
 */
record Origin(
    String domain, String path, Map<String, String> headers, Optional<FunctionUrl> function) {
  Origin {
    requireNonNull(domain, "domain is null");
    requireNonNull(path, "path is null");
    requireNonNull(function, "function is null");
    headers = Map.copyOf(headers);
  }
}
