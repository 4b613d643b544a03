package dev.tenrec.workflow.runs;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The event that starts a run, and its person as of then.
 *
 * @param uuid the event's id
 * @param event its name
 * @param distinctId who did it
 * @param timestamp when, ISO 8601
 * @param properties its properties
 * @param person the person's id, empty when there is none
 * @param personProperties the person's properties
 */
public record Occasion(
    String uuid,
    String event,
    String distinctId,
    String timestamp,
    ObjectNode properties,
    String person,
    ObjectNode personProperties) {
  public Occasion {
    requireNonNull(uuid, "uuid is null");
    requireNonNull(event, "event is null");
    requireNonNull(distinctId, "distinctId is null");
    requireNonNull(timestamp, "timestamp is null");
    requireNonNull(properties, "properties is null");
    requireNonNull(person, "person is null");
    requireNonNull(personProperties, "personProperties is null");
  }
}
