package dev.tenrec.events;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Accepted events of one distinct id. {@code $exception} events travel in envelopes of their own,
 * so that error tracking reads nothing else.
 *
 * @param project the project
 * @param distinctId the distinct id all events share
 * @param events at least one, either all exceptions or none
 */
public record ProcessedEvents(long project, String distinctId, List<ProcessedEvent> events)
    implements Envelope {
  /** The name of the event that reports an exception. */
  public static final String EXCEPTION = "$exception";

  public ProcessedEvents {
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
    long exceptions = events.stream().filter(event -> event.event().equals(EXCEPTION)).count();
    if (exceptions != 0 && exceptions != events.size()) {
      throw new IllegalArgumentException(
          "events mixes exceptions and others: put them into two envelopes");
    }
  }

  @Override
  public Stage stage() {
    return Stage.PROCESSED;
  }

  @Override
  public Kind kind() {
    return events.getFirst().event().equals(EXCEPTION) ? Kind.EXCEPTIONS : Kind.EVENTS;
  }

  @Override
  public String partitionKey() {
    return project + ":" + distinctId;
  }
}
