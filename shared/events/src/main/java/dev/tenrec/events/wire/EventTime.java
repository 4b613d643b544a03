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

  /** When the event happened: by its offset, its timestamp, or now. */
  Instant of(ObjectNode event, ObjectNode properties) {
    JsonNode offset = event.path("offset");
    if (offset.isNumber() && offset.canConvertToLong()) {
      return settled(receivedAt.minusMillis(offset.longValue()));
    }
    Optional<Instant> timestamp = LenientInstant.read(event.path("timestamp"));
    if (timestamp.isEmpty()) {
      return settled(receivedAt);
    }
    Optional<Instant> sent =
        isTrue(properties.path("$ignore_sent_at"))
            ? Optional.empty()
            : sentAt.or(() -> LenientInstant.read(event.path("sent_at")));
    return new EventTime(receivedAt, sent).of(timestamp.get());
  }

  /** When an event of that timestamp happened. */
  Instant of(Instant timestamp) {
    try {
      return settled(
          sentAt.map(sent -> receivedAt.plus(Duration.between(sent, timestamp))).orElse(timestamp));
    } catch (ArithmeticException | DateTimeException outOfRange) {
      return Instant.EPOCH;
    }
  }

  private Instant settled(Instant time) {
    if (time.isAfter(receivedAt.plus(FURTHEST_AHEAD))) {
      return receivedAt.truncatedTo(ChronoUnit.MICROS);
    }
    boolean credible = !time.isBefore(YEAR_ZERO) && time.isBefore(YEAR_TEN_THOUSAND);
    return credible ? time.truncatedTo(ChronoUnit.MICROS) : Instant.EPOCH;
  }

  private static boolean isTrue(JsonNode value) {
    return value.isBoolean() && value.booleanValue();
  }
}
