package dev.tenrec.events.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When an event happened, by the server's clock: the client's clock is corrected by the time it
 * says it sent the request.
 *
 * @param receivedAt when the server received the request
 * @param sentAt when the client says that it sent it
 */
record EventTime(Instant receivedAt, Optional<Instant> sentAt) {
  private static final Duration FURTHEST_AHEAD = Duration.ofHours(23);
  private static final Instant YEAR_ZERO = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant YEAR_TEN_THOUSAND = Instant.parse("+10000-01-01T00:00:00Z");

  Instant of(ObjectNode event, ObjectNode properties) {
    Instant time;
    try {
      time = corrected(event, properties);
    } catch (ArithmeticException | DateTimeException outOfRange) {
      time = Instant.EPOCH;
    }
    if (time.isAfter(receivedAt.plus(FURTHEST_AHEAD))) {
      time = receivedAt;
    }
    if (time.isBefore(YEAR_ZERO) || !time.isBefore(YEAR_TEN_THOUSAND)) {
      time = Instant.EPOCH;
    }
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  private Instant corrected(ObjectNode event, ObjectNode properties) {
    JsonNode offset = event.path("offset");
    if (offset.isNumber() && offset.canConvertToLong()) {
      return receivedAt.minusMillis(offset.longValue());
    }
    Optional<Instant> timestamp = LenientInstant.read(event.path("timestamp"));
    if (timestamp.isEmpty()) {
      return receivedAt;
    }
    Optional<Instant> sent = sentAt.or(() -> LenientInstant.read(event.path("sent_at")));
    if (sent.isEmpty() || isTrue(properties.path("$ignore_sent_at"))) {
      return timestamp.get();
    }
    return receivedAt.plus(Duration.between(sent.get(), timestamp.get()));
  }

  private static boolean isTrue(JsonNode value) {
    return value.isBoolean() && value.booleanValue();
  }
}
