package dev.tenrec.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.ExactJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Decodes requests of the newer capture endpoint. Unlike with the older ones, an event that cannot
 * be accepted is dropped alone, and the sender learns the reason. Safe to use from several threads.
 */
public final class AnalyticsDecoder {
  /** The request's events, or why it is refused. */
  public AnalyticsResult decode(AnalyticsRequest request) {
    Optional<String> token = Optional.empty();
    String payload = "";
    try {
      AnalyticsHeaders headers = AnalyticsHeaders.read(request);
      token = Optional.of(headers.token());
      payload = new String(decompress(request, headers), UTF_8);
      ObjectNode body = body(payload);
      List<AnalyticsBatch.Outcome> outcomes = new ArrayList<>();
      boolean internal = body.path("capture_internal").asBoolean();
      for (Map.Entry<UUID, ObjectNode> event : byId(body).entrySet()) {
        outcomes.add(
            new AnalyticsEvent(event.getKey(), event.getValue())
                .read(headers, request.receivedAt(), internal));
      }
      boolean historical = body.path("historical_migration").asBoolean();
      return new AnalyticsBatch(headers.token(), historical, outcomes, payload);
    } catch (RefusedException refused) {
      CaptureRefusal why = refused.refusal(token, payload);
      return new AnalyticsRefusal(
          why.status(), why.reason(), why.message(), why.token(), why.payload());
    }
  }

  private static byte[] decompress(AnalyticsRequest request, AnalyticsHeaders headers)
      throws RefusedException {
    if (request.body().length == 0) {
      throw invalid("The body is empty: send a batch of events");
    }
    return headers.encoding().decode(request.body());
  }

  private static ObjectNode body(String payload) throws RefusedException {
    JsonNode body;
    try {
      body = ExactJson.readUntrusted(payload);
    } catch (JsonProcessingException broken) {
      throw invalid("The body is not JSON: " + broken.getOriginalMessage());
    }
    if (!(body instanceof ObjectNode object) || !body.path("batch").isArray()) {
      throw invalid("The body must be an object with an array 'batch'");
    }
    if (LenientInstant.read(object.path("created_at")).isEmpty()) {
      throw invalid("'created_at' must be an RFC 3339 time");
    }
    if (object.get("batch").isEmpty()) {
      throw new RefusedException(400, "empty_batch", "The batch holds no event: send at least one");
    }
    return object;
  }

  private static Map<UUID, ObjectNode> byId(ObjectNode body) throws RefusedException {
    Map<UUID, ObjectNode> events = new LinkedHashMap<>();
    for (JsonNode sent : body.get("batch")) {
      if (!(sent instanceof ObjectNode event)) {
        throw invalid("batch[" + events.size() + "] is not an object");
      }
      String id = event.path("uuid").asText("");
      if (id.isEmpty()) {
        throw new RefusedException(
            400, "missing_event_uuid", "batch[" + events.size() + "] has no uuid");
      }
      Optional<UUID> uuid = EventId.parse(id);
      if (uuid.isEmpty()) {
        throw new RefusedException(
            400, "invalid_event_uuid", "batch[" + events.size() + "] has the uuid '" + id + "'");
      }
      if (events.put(uuid.get(), event) != null) {
        throw new RefusedException(
            400, "duplicate_event_uuid", "The batch holds the uuid " + id + " twice");
      }
    }
    return events;
  }

  private static RefusedException invalid(String message) {
    return new RefusedException(400, "invalid_batch", message);
  }
}
