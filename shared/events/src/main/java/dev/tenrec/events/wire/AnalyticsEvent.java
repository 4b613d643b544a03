package dev.tenrec.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.wire.AnalyticsBatch.Outcome;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One event of the newer endpoint.
 *
 * @param uuid its id
 * @param sent the object as sent; reading takes its properties apart
 */
record AnalyticsEvent(UUID uuid, ObjectNode sent) {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_ID = 200;

  // What SDKs send by mistake: one person of that id would be everybody.
  private static final Set<String> NOBODY =
      Set.of(
          "0",
          "00000000-0000-0000-0000-000000000000",
          "[object object]",
          "anonymous",
          "anonymous-user",
          "backend",
          "distinct_id",
          "distinctid",
          "email",
          "false",
          "guest",
          "id",
          "nan",
          "none",
          "not_authenticated",
          "null",
          "system",
          "true",
          "undefined",
          "user");

  Outcome read(AnalyticsHeaders headers, Instant receivedAt, boolean internal) {
    String name = sent.path("event").asText("");
    if (name.equals("$performance_event")) {
      return dropped("dropped_performance_event");
    }
    if (name.isEmpty()) {
      return dropped("missing_event_name");
    }
    if (name.length() > LONGEST_NAME) {
      return dropped("event_name_too_long");
    }
    String distinctId = text("distinct_id").orElse("").replace('\0', '\ufffd');
    if (distinctId.isBlank()) {
      return dropped("missing_distinct_id");
    }
    if (distinctId.getBytes(UTF_8).length > LONGEST_ID) {
      return dropped("distinct_id_too_large");
    }
    Optional<Instant> timestamp = LenientInstant.read(sent.path("timestamp"));
    if (timestamp.isEmpty()) {
      return dropped("invalid_event_timestamp");
    }
    JsonNode sentProperties = sent.path("properties");
    if (!sentProperties.isObject() && !isAbsent(sentProperties)) {
      return dropped("malformed_event_properties");
    }
    if (!AnalyticsOptions.valid(sent.path("options"))) {
      return dropped("invalid_options");
    }
    ObjectNode properties =
        sentProperties instanceof ObjectNode object
            ? object
            : JsonNodeFactory.instance.objectNode();
    boolean corrected = AnalyticsOptions.apply(sent.path("options"), properties);
    text("session_id").ifPresent(id -> properties.put("$session_id", id));
    text("window_id").ifPresent(id -> properties.put("$window_id", id));
    properties.put("$lib", headers.library()).put("$lib_version", headers.libraryVersion());
    if (internal) {
      properties.put("capture_internal", true);
    }
    boolean nobody = NOBODY.contains(distinctId.strip().toLowerCase(Locale.ROOT));
    if (nobody) {
      properties.put("$process_person_profile", false);
    }
    Optional<Instant> sentAt = corrected ? Optional.of(headers.sentAt()) : Optional.empty();
    Instant time = new EventTime(receivedAt, sentAt).of(timestamp.get());
    return new Outcome(
        uuid,
        Optional.of(new CapturedEvent(uuid, name, distinctId, time, properties)),
        nobody ? Optional.of("person_processing_disabled") : Optional.empty());
  }

  private Optional<String> text(String field) {
    return Optional.of(sent.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  private Outcome dropped(String details) {
    return new Outcome(uuid, Optional.empty(), Optional.of(details));
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
