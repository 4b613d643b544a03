package dev.tenrec.stores.issues;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * An exception that wants an issue.
 *
 * @param project the project
 * @param fingerprint what it has in common with others of its issue
 * @param event the event that reports it
 * @param name what a new issue is called
 * @param description more of a new issue
 * @param seen when it happened
 */
public record Sighting(
    long project, String fingerprint, UUID event, String name, String description, Instant seen) {
  public Sighting {
    requireNonNull(fingerprint, "fingerprint is null");
    requireNonNull(event, "event is null");
    requireNonNull(name, "name is null");
    requireNonNull(description, "description is null");
    requireNonNull(seen, "seen is null");
  }
}
