package dev.tenrec.recordings;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What one request carried of a recording.
 *
 * @param id computed from its content, so that the same piece is known again when it comes twice
 * @param distinctId who was recorded
 * @param source {@code web} or {@code mobile}
 * @param library the SDK's name
 * @param events its events, one at least, as sent
 */
public record Piece(
    String id, String distinctId, String source, String library, List<RecordedEvent> events) {
  public Piece {
    requireNonNull(id, "id is null");
    requireNonNull(distinctId, "distinctId is null");
    requireNonNull(source, "source is null");
    requireNonNull(library, "library is null");
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("events is empty: a piece without events says nothing");
    }
  }

  /** When its last event happened. */
  public long end() {
    return events.stream().mapToLong(RecordedEvent::timestamp).max().orElseThrow();
  }
}
