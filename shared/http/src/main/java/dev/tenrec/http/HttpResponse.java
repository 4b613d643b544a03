package dev.tenrec.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An HTTP response as a value.
 *
 * @param status the status code
 * @param headers one value a name
 * @param cookies whole {@code Set-Cookie} values
 * @param body the raw bytes
 */
public record HttpResponse(
    int status, Map<String, String> headers, List<String> cookies, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public HttpResponse {
    requireNonNull(body, "body is null");
    headers = Map.copyOf(headers);
    cookies = List.copyOf(cookies);
    if (status < 100 || status > 599) {
      throw new IllegalArgumentException("status is " + status + ": it must be 100 to 599");
    }
  }

  /** A JSON answer. */
  public static HttpResponse json(int status, JsonNode body) {
    try {
      return of(status, "application/json", JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A JSON tree could not be written", impossible);
    }
  }

  /** A plain text answer in UTF-8. */
  public static HttpResponse text(int status, String body) {
    return of(status, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
  }

  /** An answer without a body. */
  public static HttpResponse empty(int status) {
    return new HttpResponse(status, Map.of(), List.of(), new byte[0]);
  }

  /** An answer of the given media type. */
  public static HttpResponse of(int status, String contentType, byte[] body) {
    return new HttpResponse(status, Map.of("content-type", contentType), List.of(), body);
  }

  /** This answer with one more header; a header of that name is replaced. */
  public HttpResponse withHeader(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.put(name, value);
    return new HttpResponse(status, changed, cookies, body);
  }

  /** This answer with one more {@code Set-Cookie} value. */
  public HttpResponse withCookie(String cookie) {
    List<String> changed = new ArrayList<>(cookies);
    changed.add(cookie);
    return new HttpResponse(status, headers, changed, body);
  }

  /** The body as UTF-8 text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
