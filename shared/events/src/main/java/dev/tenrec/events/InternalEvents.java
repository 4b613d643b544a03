package dev.tenrec.events;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What Tenrec itself noticed about something of a project, such as a new issue. Workflows can begin
 * with it; it is no event of the project's, so the lake does not have it and no insight counts it.
 *
 * @param project the project
 * @param distinctId what it is about, such as the id
 * @param events at least one
 */
public record InternalEvents(long project, String distinctId, List<ProcessedEvent> events)
    implements Envelope {
  public InternalEvents {
    requireNonNull(distinctId, "distinctId is null");
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("events is empty: an envelope carries at least one event");
    }
    for (ProcessedEvent event : events) {
      if (!event.distinctId().equals(distinctId)) {
        throw new IllegalArgumentException(
            "events holds distinct id \""
                + event.distinctId()
                + "\" beside \""
                + distinctId
                + "\": put them into two envelopes");
      }
    }
  }

  @Override
  public Stage stage() {
    return Stage.PROCESSED;
  }

  @Override
  public Kind kind() {
    return Kind.INTERNAL;
  }

  @Override
  public String partitionKey() {
    return project + ":" + distinctId;
  }
}
