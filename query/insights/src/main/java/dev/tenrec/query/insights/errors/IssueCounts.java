package dev.tenrec.query.insights.errors;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What the exceptions of one issue come to.
 *
 * @param issue the issue's id
 * @param occurrences how many there are
 * @param users how many persons had one
 * @param sessions in how many sessions there was one
 * @param lastSeen when the last one happened
 * @param firstEvent the uuid of the first one
 * @param lastEvent the uuid of the last one
 * @param library which SDK reported the last one
 * @param function the function that the last one happened in
 * @param source the file that the last one happened in
 */
public record IssueCounts(
    String issue,
    long occurrences,
    long users,
    long sessions,
    Instant lastSeen,
    String firstEvent,
    String lastEvent,
    Optional<String> library,
    Optional<String> function,
    Optional<String> source) {
  public IssueCounts {
    requireNonNull(issue, "issue is null");
    requireNonNull(lastSeen, "lastSeen is null");
  }
}
