package dev.tenrec.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A fingerprint that belongs to another issue than its exceptions were stored with: a row of the
 * lake's {@code issue_overrides} table; for one fingerprint the highest version holds.
 *
 * @param fingerprint the fingerprint
 * @param issue the issue it belongs to now
 * @param version counts the fingerprint's moves, from 2
 * @param movedAt when it was moved
 */
public record FingerprintMove(String fingerprint, UUID issue, long version, Instant movedAt) {
  public FingerprintMove {
    requireNonNull(fingerprint, "fingerprint is null");
    requireNonNull(issue, "issue is null");
    requireNonNull(movedAt, "movedAt is null");
  }
}
