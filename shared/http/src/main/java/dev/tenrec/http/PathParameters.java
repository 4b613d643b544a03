package dev.tenrec.http;

import java.util.Map;
import java.util.Optional;

/**
 * What the segments in braces of a route matched.
 *
 * @param values name to segment
 */
public record PathParameters(Map<String, String> values) {
  public PathParameters {
    values = Map.copyOf(values);
  }

  /** The segment of that name. */
  public String text(String name) {
    return Optional.ofNullable(values.get(name))
        .orElseThrow(() -> new IllegalArgumentException("The route has no parameter " + name));
  }

  /**
   * The segment as a positive number.
   *
   * @throws ApiException 404 when it is none: nothing can be there
   */
  public long number(String name) {
    String text = text(name);
    if (!text.matches("[0-9]{1,15}")) {
      throw ApiException.notFound("Not found.");
    }
    return Long.parseLong(text);
  }
}
