package dev.tenrec.flags.property;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** A test of one property's value. It never throws: what cannot be compared does not pass. */
@FunctionalInterface
public interface ValueTest {
  /**
   * Whether the value passes.
   *
   * @param value empty when the property is missing
   * @param now the moment relative dates count from
   */
  boolean passes(Optional<JsonNode> value, Instant now);

  /** The opposite test; a missing property then passes where it did not before. */
  default ValueTest negated() {
    return (value, now) -> !passes(value, now);
  }
}
