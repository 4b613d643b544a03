package dev.tenrec.http;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP request as a value.
 *
 * @param method upper case
 * @param path decoded, beginning with a slash
 * @param query decoded parameters in the order sent
 * @param headers one value a name; look-ups ignore case
 * @param cookies name to value
 * @param body the raw bytes, empty when there are none
 * @param clientIp where the request is said to come from, empty when unknown: good for knowing
 *     where visitors are, never for letting somebody in
 */
public record HttpRequest(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    Map<String, String> cookies,
    byte[] body,
    String clientIp) {
  public HttpRequest {
    requireNonNull(method, "method is null");
    requireNonNull(path, "path is null");
    requireNonNull(body, "body is null");
    requireNonNull(clientIp, "clientIp is null");
    query = Map.copyOf(query);
    cookies = Map.copyOf(cookies);
    TreeMap<String, String> byLowerCase = new TreeMap<>();
    headers.forEach((name, value) -> byLowerCase.put(name.toLowerCase(Locale.ROOT), value));
    headers = byLowerCase;
  }

  /** The header of that name, whatever its case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The first query parameter of that name. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).map(List::getFirst);
  }

  /** The cookie of that name. */
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name));
  }

  /** The body as UTF-8 text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The path without its trailing slash, so that both spellings route alike. */
  public String route() {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
