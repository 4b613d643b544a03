package dev.tenrec.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * One event as the project accepted it: normalised, with its person known. This is the row of the
 * lake's {@code events} table and what destinations and workflows see.
 *
 * @param uuid the event's id
 * @param event the name, at most 200 characters
 * @param distinctId who did it
 * @param personId the person the distinct id belonged to when the event was processed
 * @param timestamp when it happened
 * @param createdAt when capture received it
 * @param personMode whether and how a person profile was kept
 * @param elementsChain the autocaptured elements in chain form, empty when there are none
 * @param properties what remains after normalisation
 * @param personProperties the person's properties as of this event, its own changes applied
 */
public record ProcessedEvent(
    UUID uuid,
    String event,
    String distinctId,
    UUID personId,
    Instant timestamp,
    Instant createdAt,
    PersonMode personMode,
    String elementsChain,
    ObjectNode properties,
    ObjectNode personProperties) {
  public ProcessedEvent {
    requireNonNull(uuid, "uuid is null");
    requireNonNull(event, "event is null");
    requireNonNull(distinctId, "distinctId is null");
    requireNonNull(personId, "personId is null");
    requireNonNull(timestamp, "timestamp is null");
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(personMode, "personMode is null");
    requireNonNull(elementsChain, "elementsChain is null: use an empty string for no elements");
    requireNonNull(properties, "properties is null");
    requireNonNull(personProperties, "personProperties is null");
  }

  /** How the event treats its person's profile; the lower-case name is what the lake stores. */
  public enum PersonMode {
    /** The event may change the profile. */
    FULL,
    /** The sender asked for no profile. */
    PROPERTYLESS,
    /** The sender asked for no profile, but the person already has one. */
    FORCE_UPGRADE
  }
}
