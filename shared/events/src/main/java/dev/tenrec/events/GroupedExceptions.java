package dev.tenrec.events;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Exceptions of one distinct id as error tracking put them back: their frames resolved, and each
 * with its issue. The lake writes these, never the {@link ProcessedEvents} they were before.
 *
 * @param project the project
 * @param distinctId the distinct id all exceptions share
 * @param events at least one, each an {@code $exception} with an {@value #ISSUE} and a {@value
 *     #FINGERPRINT}
 */
public record GroupedExceptions(long project, String distinctId, List<ProcessedEvent> events)
    implements Envelope {
  /** The property that says which issue an exception belongs to. */
  public static final String ISSUE = "$exception_issue_id";

  /** The property that says what an exception has in common with others of its issue. */
  public static final String FINGERPRINT = "$exception_fingerprint";

  public GroupedExceptions {
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
      if (!event.event().equals(ProcessedEvents.EXCEPTION)) {
        throw new IllegalArgumentException(
            "events holds a " + event.event() + ": only exceptions are grouped");
      }
      if (!event.properties().path(ISSUE).isTextual()
          || !event.properties().path(FINGERPRINT).isTextual()) {
        throw new IllegalArgumentException(
            "exception " + event.uuid() + " has no issue or no fingerprint: group it first");
      }
    }
  }

  @Override
  public Stage stage() {
    return Stage.PROCESSED;
  }

  @Override
  public Kind kind() {
    return Kind.GROUPED;
  }

  @Override
  public String partitionKey() {
    return project + ":" + distinctId;
  }
}
