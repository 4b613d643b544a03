package dev.tenrec.events.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.ExactJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The shape around the events: an array, an envelope with a batch, or one event alone.
 *
 * @param token the envelope's token, where there is an envelope that has one
 * @param historical whether the envelope marks its events as a migration
 * @param sentAt when the client's clock says that it sent the request
 * @param events at least one, as sent
 */
record SentBatch(
    Optional<JsonNode> token,
    boolean historical,
    Optional<Instant> sentAt,
    List<ObjectNode> events) {
  // A client whose clock is further off than this cannot be corrected by it.
  private static final int FIRST_CREDIBLE_YEAR = 2021;

  static SentBatch read(String payload, CaptureRequest request) throws RefusedException {
    JsonNode root = parse(payload);
    Optional<Instant> queried =
        sentAt(request.parameter("_")).or(() -> sentAt(request.parameter("sent_at")));
    if (root.isArray()) {
      return new SentBatch(Optional.empty(), false, queried, events(root, ""));
    }
    if (root instanceof ObjectNode envelope && envelope.has("batch")) {
      return new SentBatch(
          present(envelope, "api_key").or(() -> present(envelope, "token")),
          envelope.path("historical_migration").asBoolean(),
          LenientInstant.read(envelope.path("sent_at")).or(() -> queried),
          events(envelope.get("batch"), "batch"));
    }
    if (root instanceof ObjectNode event) {
      return new SentBatch(Optional.empty(), false, queried, List.of(event));
    }
    throw malformed("The payload is %s: send an object or an array of events", root);
  }

  private static JsonNode parse(String payload) throws RefusedException {
    try {
      return ExactJson.readUntrusted(payload);
    } catch (JsonProcessingException broken) {
      throw new RefusedException(
          400, "invalid_json", "The payload is not JSON: " + broken.getOriginalMessage());
    }
  }

  private static List<ObjectNode> events(JsonNode sent, String place) throws RefusedException {
    if (!sent.isArray()) {
      throw malformed("'batch' is %s: it must be an array of events", sent);
    }
    List<ObjectNode> events = new ArrayList<>(sent.size());
    for (JsonNode event : sent) {
      if (!(event instanceof ObjectNode object)) {
        throw malformed(place + "[" + events.size() + "] is %s: an event is an object", event);
      }
      events.add(object);
    }
    if (events.isEmpty()) {
      throw new RefusedException(
          400, "empty_batch", "The request holds no event: send at least one");
    }
    return events;
  }

  private static Optional<JsonNode> present(ObjectNode envelope, String field) {
    return Optional.ofNullable(envelope.get(field)).filter(value -> !value.isNull());
  }

  private static Optional<Instant> sentAt(Optional<String> milliseconds) {
    return milliseconds
        .flatMap(LenientInstant::ofMilliseconds)
        .filter(sentAt -> sentAt.atZone(ZoneOffset.UTC).getYear() >= FIRST_CREDIBLE_YEAR);
  }

  private static RefusedException malformed(String message, JsonNode value) {
    String kind =
        value.isMissingNode() ? "empty" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    return new RefusedException(400, "invalid_shape", message.formatted(kind));
  }
}
