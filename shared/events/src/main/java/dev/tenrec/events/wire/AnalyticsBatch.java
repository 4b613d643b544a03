package dev.tenrec.events.wire;

import static java.util.Objects.requireNonNull;

import dev.tenrec.events.CapturedEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The events of a request of the newer endpoint, each accepted or dropped for itself.
 *
 * @param token the project's token; well formed, which project it belongs to is not known here
 * @param historical whether the sender marked them as a migration of old data
 * @param outcomes in the order sent, at least one
 * @param payload the JSON they were read from
 */
public record AnalyticsBatch(
    String token, boolean historical, List<Outcome> outcomes, String payload)
    implements AnalyticsResult {
  public AnalyticsBatch {
    requireNonNull(token, "token is null");
    requireNonNull(payload, "payload is null");
    outcomes = List.copyOf(outcomes);
  }

  /** The accepted events. */
  public List<CapturedEvent> events() {
    return outcomes.stream().flatMap(outcome -> outcome.event().stream()).toList();
  }

  /**
   * What became of one event.
   *
   * @param uuid the event's id
   * @param event the event, unless it was dropped
   * @param details why it was dropped, or how it was accepted other than sent; empty otherwise
   */
  public record Outcome(UUID uuid, Optional<CapturedEvent> event, Optional<String> details) {
    public Outcome {
      requireNonNull(uuid, "uuid is null");
      requireNonNull(event, "event is null");
      requireNonNull(details, "details is null");
      if (event.isEmpty() && details.isEmpty()) {
        throw new IllegalArgumentException(uuid + " was dropped without a reason: give one");
      }
    }

    /** {@code ok}, {@code warning} or {@code drop}. */
    public String result() {
      if (event.isEmpty()) {
        return "drop";
      }
      return details.isEmpty() ? "ok" : "warning";
    }
  }
}
