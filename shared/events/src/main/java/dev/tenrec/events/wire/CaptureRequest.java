package dev.tenrec.events.wire;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of an HTTP request that say which events it carries.
 *
 * @param form what the path allows
 * @param query the first value of each query parameter
 * @param contentType the header's value, empty when there is none
 * @param contentEncoding the header's value, empty when there is none
 * @param body the raw bytes
 * @param receivedAt when the server received it
 */
public record CaptureRequest(
    Form form,
    Map<String, String> query,
    String contentType,
    String contentEncoding,
    byte[] body,
    Instant receivedAt) {
  public CaptureRequest {
    requireNonNull(form, "form is null");
    requireNonNull(contentType, "contentType is null: use an empty string for none");
    requireNonNull(contentEncoding, "contentEncoding is null: use an empty string for none");
    requireNonNull(body, "body is null");
    requireNonNull(receivedAt, "receivedAt is null");
    query = Map.copyOf(query);
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  /** What a path allows beyond the rest. */
  public enum Form {
    /** Nothing more. */
    CURRENT,
    /** The JSON may be in base64 once more. */
    LEGACY,
    /** As legacy, and an event without a name identifies its person. */
    ENGAGE
  }
}
