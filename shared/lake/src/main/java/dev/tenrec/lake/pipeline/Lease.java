package dev.tenrec.lake.pipeline;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The right to do alone what the name says, until it expires or is released.
 *
 * @param name what may be done
 * @param token greater than that of every earlier lease of the name
 * @param expiresAt when somebody else may take it
 */
public record Lease(String name, long token, Instant expiresAt) {
  public Lease {
    requireNonNull(name, "name is null");
    requireNonNull(expiresAt, "expiresAt is null");
  }
}
