package dev.tenrec.cloud.web;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * An answer. The server adds the length and whether the connection stays open.
 *
 * @param headers names as they are to be sent; a name may come more than once
 */
public record WebResponse(int status, List<Map.Entry<String, String>> headers, byte[] body) {
  public WebResponse {
    requireNonNull(body, "body is null");
    headers = List.copyOf(headers);
    if (status < 100 || status > 999) {
      throw new IllegalArgumentException("status is " + status + ": it has three digits");
    }
  }

  /** A JSON answer. */
  public static WebResponse json(int status, String body) {
    return of(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  /** A plain text answer. */
  public static WebResponse text(int status, String body) {
    return of(status, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
  }

  /** An answer of a type. */
  public static WebResponse of(int status, String type, byte[] body) {
    return new WebResponse(status, List.of(Map.entry("content-type", type)), body);
  }
}
