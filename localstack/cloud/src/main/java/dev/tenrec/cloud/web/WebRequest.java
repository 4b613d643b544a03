package dev.tenrec.cloud.web;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request.
 *
 * @param method as sent
 * @param path as sent, encoded, beginning with a slash
 * @param query as sent, encoded, without the question mark; empty when there is none
 * @param headers in the order sent, names in lower case, repeated names joined by a comma, those of
 *     cookies by a semicolon
 * @param body whole, and empty when it was larger than the server takes
 * @param tooLarge whether the body was larger than the server takes
 * @param remoteAddress who sent it
 */
public record WebRequest(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    byte[] body,
    boolean tooLarge,
    String remoteAddress) {
  public WebRequest {
    requireNonNull(method, "method is null");
    requireNonNull(path, "path is null");
    requireNonNull(query, "query is null");
    requireNonNull(headers, "headers is null");
    requireNonNull(body, "body is null");
    requireNonNull(remoteAddress, "remoteAddress is null");
  }

  /** A header by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Whether a comma-separated header holds a value. */
  boolean headerHolds(String name, String value) {
    return header(name).stream()
        .flatMap(text -> List.of(text.split(",", -1)).stream())
        .anyMatch(part -> part.strip().equalsIgnoreCase(value));
  }
}
